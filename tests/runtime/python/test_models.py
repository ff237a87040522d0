"""The base classes of models, and the rules of their fields, without any generated package."""

import datetime
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter, ValidationError
from runtime import UNSET, Boolean, Date, DateTime, Integer, Model, Number, Omissible, ResponseModel
from runtime.assertions import Asserts
from runtime.schema import Evaluation
from runtime.unions import Open, Tagged, Unrecognized, UnrecognizedStr
from runtime.values import wire


class Photo(Model):
    """A photo."""

    file_name: Annotated[str, Field(alias="fileName")]
    width: Omissible[Integer] = UNSET


class Video(Model):
    """A video."""

    file_name: Annotated[str, Field(alias="fileName")]
    seconds: Number


class Album(ResponseModel):
    """An album."""

    cover: Annotated[Photo | Video | Unrecognized, Tagged("kind", {"photo": Photo, "video": Video})]


def test_what_is_absent_stays_out_of_dumps() -> None:
    photo = Photo(fileName="a.png")
    assert photo.width is UNSET
    assert photo.model_dump() == {"fileName": "a.png"}
    photo.width = 3
    assert photo.model_dump_json() == '{"fileName":"a.png","width":3}'
    photo.width = UNSET
    assert photo.model_dump() == {"fileName": "a.png"}


def test_undeclared_properties_are_kept_when_they_are_read() -> None:
    assert Photo.model_validate({"fileName": "a", "iso": 100}).model_dump() == {"fileName": "a", "iso": 100}


@pytest.mark.parametrize(
    ("kind", "value", "valid"),
    [
        (Integer, 1.0, True),
        (Integer, 1.5, False),
        (Integer, True, False),
        (Integer, "1", False),
        (Number, 1, True),
        (Number, "1", False),
        (Boolean, 1, False),
        (Date, "2026-01-31", True),
        (Date, "2026-01-31T00:00:00Z", False),
        (Date, datetime.date(2026, 1, 31), True),
        (DateTime, "2026-01-31T10:00:00Z", True),
        (DateTime, 1767225600, False),
    ],
)
def test_scalars_are_what_json_schema_says(kind: Any, value: Any, valid: bool) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    if valid:
        adapter.validate_python(value)
    else:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


def test_an_open_enumeration_keeps_other_values_where_they_are_read_leniently() -> None:
    class Asked(Model):
        mood: Annotated[str | UnrecognizedStr, Open()]

    assert Asked.model_validate({"mood": "happy"}).mood == "happy"


def test_a_variant_that_is_not_known_is_kept_by_answers_alone() -> None:
    album = Album.model_validate({"cover": {"kind": "audio", "bitrate": 3}})
    assert isinstance(album.cover, Unrecognized)
    assert album.model_dump() == {"cover": {"kind": "audio", "bitrate": 3}}
    with pytest.raises(ValidationError):
        Album(cover={"kind": "audio"})


def test_a_schema_is_asserted_in_the_form_of_the_wire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runtime.assertions._evaluations", [Evaluation({})])
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[Photo, Asserts({"required": ["width"]})])
    assert adapter.validate_python({"fileName": "a", "width": 2}).width == 2
    with pytest.raises(ValidationError, match="/width is required"):
        adapter.validate_python({"fileName": "a"})


def test_the_form_of_the_wire_is_plain_json() -> None:
    value = {"at": datetime.date(2026, 1, 31), "photos": [Photo(fileName="a")], "bytes": b"x"}
    assert wire(value) == {"at": "2026-01-31", "photos": [{"fileName": "a"}], "bytes": "x"}
