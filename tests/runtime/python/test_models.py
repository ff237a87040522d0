"""The base classes of models, and what they make of plain types, without any generated package."""

import datetime
import enum
import io
import pathlib
import uuid
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError
from runtime import UNSET, FileLike, FileUpload, Model, OptionalNullable, ResponseModel
from runtime.arrays import UniqueItems
from runtime.assertions import Asserts
from runtime.schema import Evaluation
from runtime.strings import Format, Pattern
from runtime.unions import Open, Tagged, Unrecognized, UnrecognizedStr
from runtime.values import wire


class Video(Model):
    """A video."""

    kind: Literal["video"]

    seconds: float


class Photo(Model):
    """A photo."""

    kind: Literal["photo"] = "photo"

    file_name: Annotated[str, Field(alias="fileName", max_length=40)]
    """How it is called."""

    width: Annotated[int | None, Field(ge=1)] = None

    taken: datetime.datetime | None = None

    note: OptionalNullable[str] = UNSET

    tags: list[str] = ["new"]

    links: dict[str, str] = {}

    likes: int = 3

    visibility: Annotated[Literal["public", "private"] | UnrecognizedStr, Open()] | None = None

    cover: "Photo | None" = None


Medium: TypeAlias = Annotated[Photo | Video | Unrecognized, Tagged("kind", {"photo": Photo, "video": Video})]


class Album(ResponseModel):
    """An album."""

    cover: Medium


class Shelf(Model):
    """What holds media."""

    first: Medium

    media: list[Medium] | None = None


class Labels(Model):
    """Whatever its user likes."""

    __open__: ClassVar = True

    name: str | None = None


class TestAbsence:
    def test_what_is_absent_reads_as_none_and_stays_out_of_dumps(self) -> None:
        photo = Photo(fileName="a.png")
        assert photo.width is None
        assert photo.note is UNSET
        assert photo.model_dump() == {"fileName": "a.png"}
        assert photo.model_dump_json() == '{"fileName":"a.png"}'

    def test_none_means_absent_where_null_is_no_value(self) -> None:
        photo = Photo(file_name="a", width=None, taken=None, likes=None, note=None)
        assert photo.model_dump() == {"fileName": "a", "note": None}
        assert photo.likes == 3
        photo.width = 5
        photo.note = UNSET
        assert photo.model_dump() == {"fileName": "a", "width": 5}
        photo.width = None
        photo.likes = 5
        photo.likes = None
        assert photo.likes == 3
        assert photo.model_dump() == {"fileName": "a"}

    @pytest.mark.parametrize("name", ["width", "taken", "likes", "cover"])
    def test_null_on_the_wire_is_refused(self, name: str) -> None:
        with pytest.raises(ValidationError):
            Photo.model_validate({"fileName": "a", name: None})
        with pytest.raises(ValidationError):
            Photo.model_validate_json(f'{{"fileName": "a", "{name}": null}}')

    def test_what_is_absent_stays_out_of_dumps_of_models_around(self) -> None:
        class Around(BaseModel):
            photo: Photo

        dumped = Around(photo=Photo(fileName="a")).model_dump()["photo"]
        assert dumped.keys() & {"width", "note", "cover"} == set()


class TestDefaults:
    def test_a_default_that_is_changed_in_place_is_sent(self) -> None:
        photo = Photo(fileName="a")
        photo.tags.append("x")
        photo.links["self"] = "/"
        assert photo.model_dump() == {"fileName": "a", "tags": ["new", "x"], "links": {"self": "/"}}
        assert Photo(fileName="b", cover=photo).model_dump()["cover"]["tags"] == ["new", "x"]
        assert Photo(fileName="c").tags == ["new"]

    def test_a_default_that_is_given_is_sent(self) -> None:
        assert Photo(fileName="a", likes=3, tags=["new"]).model_dump() == {
            "fileName": "a",
            "likes": 3,
            "tags": ["new"],
        }


class TestNames:
    def test_keywords_that_are_no_property_are_refused(self) -> None:
        with pytest.raises(ValidationError) as caught:
            Photo(fileName="a", tite="x")
        assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("tite",), "extra_forbidden")]

    def test_what_is_read_keeps_them(self) -> None:
        assert Photo.model_validate({"fileName": "a", "iso": 100}).model_dump() == {"fileName": "a", "iso": 100}

    def test_a_schema_can_ask_for_them(self) -> None:
        class Mine(Labels):
            """A class of its user's."""

        for kind in (Labels, Mine):
            assert kind(name="a", colour="red").model_dump() == {"name": "a", "colour": "red"}


class Shade(enum.Enum):
    LIGHT = "light"


class Scalars(Model):
    """A value of each kind."""

    text: str | None = None
    whole: int | None = None
    number: float | None = None
    truth: bool | None = None
    day: datetime.date | None = None
    moment: datetime.datetime | None = None
    constant: Literal[1, "a"] | None = None
    shade: Literal["light", "dark"] | None = None
    inside: dict[str, list[str]] | None = None


class TestScalars:
    @pytest.mark.parametrize(
        ("name", "value", "valid"),
        [
            ("whole", 1.0, True),
            ("whole", 1.5, False),
            ("whole", True, False),
            ("whole", "1", False),
            ("number", 1, True),
            ("number", "1", False),
            ("number", False, False),
            ("truth", 1, False),
            ("truth", "true", False),
            ("text", 1, False),
            ("text", b"x", False),
            ("day", "2026-01-31", True),
            ("day", "2026-01-31T00:00:00Z", False),
            ("day", datetime.date(2026, 1, 31), True),
            ("moment", "2026-01-31T10:00:00Z", True),
            ("moment", 1767225600, False),
            ("constant", 1.0, True),
            ("constant", True, False),
        ],
    )
    def test_they_are_what_json_schema_says(self, name: str, value: Any, valid: bool) -> None:
        if valid:
            Scalars.model_validate({name: value})
        else:
            with pytest.raises(ValidationError) as caught:
                Scalars.model_validate({name: value})
            assert [error["loc"] for error in caught.value.errors()] == [(name,)]

    @pytest.mark.parametrize(
        ("name", "value", "dumped"),
        [
            ("text", uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
            ("text", pathlib.PurePosixPath("a/b"), "a/b"),
            ("text", Decimal("1.50"), "1.50"),
            ("text", datetime.datetime(2026, 1, 31), "2026-01-31T00:00:00"),
            ("text", datetime.timedelta(days=1, seconds=2.5), "P1DT2.5S"),
            ("text", Shade.LIGHT, "light"),
            ("shade", Shade.LIGHT, "light"),
            ("number", Decimal("1.5"), 1.5),
            ("whole", Decimal(3), 3),
            ("inside", {"a": [uuid.UUID(int=1)]}, {"a": ["00000000-0000-0000-0000-000000000001"]}),
        ],
    )
    def test_values_of_python_are_taken_where_the_wire_has_their_text(self, name: str, value: Any, dumped: Any) -> None:
        assert Scalars(**{name: value}).model_dump() == {name: dumped}
        assert Scalars.model_validate({name: value}).model_dump() == {name: dumped}

    def test_an_integer_stays_one(self) -> None:
        assert Scalars.model_validate_json('{"number": 12345678901234567891}').model_dump_json() == (
            '{"number":12345678901234567891}'
        )


class TestErrors:
    @pytest.mark.parametrize(
        ("value", "path", "message"),
        [
            ({"fileName": 1}, ("fileName",), "Input should be a valid string"),
            ({}, ("fileName",), "Field required"),
            ({"fileName": "a", "width": 0}, ("width",), "Input should be an integer, at least 1"),
            ({"fileName": "a", "visibility": "x"}, ("visibility",), "Input should be 'public' or 'private'"),
            (
                {"fileName": "a", "cover": {"fileName": "b", "likes": "x"}},
                ("cover", "likes"),
                "Input should be an integer",
            ),
        ],
    )
    def test_they_have_the_path_of_the_wire_and_one_cause(self, value: Any, path: Any, message: str) -> None:
        with pytest.raises(ValidationError) as caught:
            Photo.model_validate(value)
        assert [(error["loc"], error["msg"]) for error in caught.value.errors()] == [(path, message)]

    @pytest.mark.parametrize(
        ("value", "path"),
        [
            ({"first": {"kind": "video", "seconds": "x"}}, ("first", "seconds")),
            ({"first": {"kind": "video"}}, ("first", "seconds")),
            ({"first": {"kind": "audio"}}, ("first",)),
            ({"first": {"kind": "video", "seconds": 1}, "media": [{"kind": "photo"}]}, ("media", 0, "fileName")),
        ],
    )
    def test_those_of_a_union_are_of_the_member_that_came_nearest(self, value: Any, path: Any) -> None:
        for fail in (Shelf.model_validate, lambda given: Shelf(**given)):
            with pytest.raises(ValidationError) as caught:
                fail(value)
            assert [error["loc"] for error in caught.value.errors()] == [path]

    def test_a_listed_value_has_one_cause_in_models_of_others_too(self) -> None:
        class Frame(BaseModel):
            photo: Photo

        with pytest.raises(ValidationError) as caught:
            Frame.model_validate({"photo": {"fileName": "a", "visibility": "x"}})
        (error,) = caught.value.errors(include_url=False)
        assert error["loc"] == ("photo", "visibility")
        assert (error["type"], error["msg"]) == ("literal_error", "Input should be 'public' or 'private'")

    def test_no_label_of_pydantic_is_in_a_path(self) -> None:
        class Frame(BaseModel):
            medium: Annotated[Photo | Video | Unrecognized, Open()]

        with pytest.raises(ValidationError) as caught:
            Frame.model_validate({"medium": 5})
        assert {error["loc"] for error in caught.value.errors()} == {
            ("medium", "Photo,Video", "Photo"),
            ("medium", "Photo,Video", "Video"),
            ("medium", "unlisted"),
        }


class TestUnions:
    def test_a_variant_that_is_not_known_is_kept_by_answers_alone(self) -> None:
        album = Album.model_validate({"cover": {"kind": "audio", "bitrate": 3}})
        assert isinstance(album.cover, Unrecognized)
        assert album.model_dump() == {"cover": {"kind": "audio", "bitrate": 3}}
        with pytest.raises(ValidationError):
            Album(cover={"kind": "audio"})


class Ruled(Model):
    """Rules that pydantic has no word for."""

    items: Annotated[list[float], Field(max_length=3), UniqueItems()] | None = None
    mail: Annotated[str, Format("email")] | None = None
    word: Annotated[str, Pattern("^(?!x)")] | None = None


class TestRules:
    @pytest.mark.parametrize(
        ("name", "right", "wrong"), [("items", [1, 2], [1, 1.0]), ("mail", "a@b", "a"), ("word", "ax", "xa")]
    )
    def test_they_refuse_what_they_are_for(self, name: str, right: Any, wrong: Any) -> None:
        assert Ruled.model_validate({name: right}).model_dump() == {name: right}
        with pytest.raises(ValidationError):
            Ruled.model_validate({name: wrong})

    def test_they_are_in_the_json_schema(self) -> None:
        properties = Ruled.model_json_schema()["properties"]
        assert properties["items"]["uniqueItems"] is True
        assert properties["items"]["maxItems"] == 3
        assert properties["mail"]["format"] == "email"
        assert properties["word"]["pattern"] == "^(?!x)"

    def test_a_schema_is_asserted_in_the_form_of_the_wire(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("runtime.assertions._evaluations", [Evaluation({})])

        class Holder(Model):
            photo: Annotated[Photo, Asserts({"required": ["width"]})]

        assert Holder.model_validate({"photo": {"fileName": "a", "width": 2}}).photo.width == 2
        with pytest.raises(ValidationError, match="/width is required"):
            Holder.model_validate({"photo": {"fileName": "a"}})


class TestFiles:
    @pytest.mark.parametrize("content", [b"abc", io.BytesIO(b"abc"), pathlib.Path(__file__)])
    def test_a_file_is_handed_out_as_it_was_given(self, content: Any) -> None:
        class Upload(Model):
            file: FileUpload

        upload = Upload(file=FileUpload(file_name="a", content=content))
        assert upload.model_dump()["file"]["content"] is content

    @pytest.mark.parametrize(
        ("given", "name"), [(b"abc", "file"), (pathlib.Path(__file__), "test_models.py"), (io.BytesIO(b"abc"), "file")]
    )
    def test_content_alone_is_a_file_that_is_called_as_it_is(self, given: Any, name: str) -> None:
        class Upload(Model):
            file: FileUpload

        file = Upload.model_validate({"file": given}).file
        assert (file.file_name, file.content) == (name, given)

    @pytest.mark.parametrize("given", ["abc", 5, {"content": b"abc"}, None])
    def test_what_is_no_file_is_refused(self, given: Any) -> None:
        class Upload(Model):
            file: FileUpload
            others: list[FileLike] = []

        with pytest.raises(ValidationError):
            Upload.model_validate({"file": given})
        if given != "abc":  # the content of a file that is text
            with pytest.raises(ValidationError, match=r"others\.0\n  Input should be a file"):
                Upload.model_validate({"file": b"", "others": [given]})

    @pytest.mark.parametrize("of", [FileLike | list[FileLike], list[FileLike] | FileLike])
    def test_an_open_file_is_a_file_and_no_list_of_its_lines(self, of: Any) -> None:
        content = io.BytesIO(b"a\nb\n")
        assert TypeAdapter(of).validate_python(content) is content
        assert TypeAdapter(of).validate_python([content, b"c"]) == [content, b"c"]
        named = TypeAdapter(of).validate_python({"file_name": "a.txt", "content": content})
        assert (type(named), named.file_name, named.content) == (FileUpload, "a.txt", content)

    def test_each_file_of_a_class_can_be_its_content(self) -> None:
        class Scan(FileUpload):
            pass

        class Scans(Model):
            first: Scan
            others: list[Scan] | None = None

        scans = Scans.model_validate({"first": b"1", "others": [b"2"]})
        assert [scan.content for scan in (scans.first, *(scans.others or ()))] == [b"1", b"2"]
        with pytest.raises(ValidationError, match=r"pathlib\.Path"):
            Scans.model_validate({"first": "scan.png"})

    def test_a_file_in_any_form_is_dumped_as_it_is(self) -> None:
        class Upload(Model):
            files: list[FileLike] | FileLike

        content = io.BytesIO(b"abc")
        assert Upload(files=[content, b"c"]).model_dump() == {"files": [content, b"c"]}
        assert Upload.model_json_schema()["properties"]["files"]["anyOf"][1] == {"type": "string", "format": "binary"}

    def test_a_file_has_no_form_in_json(self) -> None:
        with pytest.raises(PydanticSerializationError):
            FileUpload(file_name="a", content=io.BytesIO(b"abc")).model_dump_json()


class TestJSONSchema:
    def test_it_has_what_the_class_says(self) -> None:
        schema = Shelf.model_json_schema()
        photo = schema["$defs"]["Photo"]
        assert photo["description"] == "A photo."
        assert photo["properties"]["fileName"] == {
            "description": "How it is called.",
            "maxLength": 40,
            "title": "Filename",
            "type": "string",
        }
        assert photo["properties"]["width"] == {"minimum": 1, "title": "Width", "type": "integer"}
        assert photo["properties"]["taken"] == {"format": "date-time", "title": "Taken", "type": "string"}
        assert photo["properties"]["note"]["anyOf"] == [{"type": "string"}, {"type": "null"}]
        assert photo["properties"]["visibility"]["enum"] == ["public", "private"]
        assert schema["$defs"].keys() == {"Photo", "Video"}


def test_the_form_of_the_wire_is_plain_json() -> None:
    value = {"at": datetime.date(2026, 1, 31), "photos": [Photo(fileName="a")], "bytes": b"x"}
    assert wire(value) == {"at": "2026-01-31", "photos": [{"fileName": "a"}], "bytes": "x"}


class Formatted(Model):
    """A text of each format that is asserted."""

    email: Annotated[str, Format("email")] | None = None
    hostname: Annotated[str, Format("hostname")] | None = None
    ipv6: Annotated[str, Format("ipv6")] | None = None
    uri: Annotated[str, Format("uri")] | None = None


class TestFormats:
    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("email", '"a b"@example.com'),
            ("email", "a@[127.0.0.1]"),
            ("email", "a@[IPv6:::1]"),
            ("hostname", "xn--4gbwdl.xn--wgbh1c"),
            ("hostname", "localhost"),
            ("ipv6", "::ffff:192.0.2.1"),
            ("uri", "http://[2001:db8::7]:80/a?b=c#d"),
            ("uri", "urn:oasis:names"),
            ("uri", "mailto:a@example.com"),
            ("uri", "file:///a/b"),
        ],
    )
    def test_texts_of_a_format_are_kept(self, name: str, text: str) -> None:
        assert Formatted.model_validate({name: text}).model_dump() == {name: text}

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("email", "a@b@c"),
            ("email", ".a@example.com"),
            ("email", "a..b@example.com"),
            ("email", "a@[127.0.0.300]"),
            ("email", "a@in=valid"),
            ("hostname", "ab--cd"),
            ("hostname", "xn--X"),
            ("hostname", "a_b"),
            ("hostname", "example.com."),
            ("hostname", "a\n"),
            ("hostname", f"{'a' * 60}." * 5 + "com"),
            ("ipv6", "fe80::a%eth1"),
            ("uri", "//no.scheme"),
            ("uri", "http://a b"),
            ("uri", "http://a/%zz"),
            ("uri", "http://a:port/"),
            ("uri", "http://user[x]@host/"),
            ("uri", "http://[not-an-address]/"),
            ("uri", "http://a\\b"),
            ("uri", "a:b\n"),
        ],
    )
    def test_other_texts_are_refused(self, name: str, text: str) -> None:
        with pytest.raises(ValidationError):
            Formatted.model_validate({name: text})


class Box(Model):
    """A box, which refuses what is not described."""

    __closed__: ClassVar = True

    inner: "Box | None" = None


class Stack(Model):
    """A stack."""

    first: Box
    others: list[Box] | None = None


@pytest.mark.parametrize(
    ("stack", "path"),
    [
        ({"first": {"x": 1}}, ("first",)),
        ({"first": {}, "others": [{}, {"x": 1}]}, ("others", 1)),
        ({"first": {"inner": {"inner": {"x": 1}}}}, ("first", "inner", "inner")),
    ],
)
def test_rules_of_a_class_hold_wherever_it_is_used(stack: Any, path: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError) as refused:
        Stack.model_validate(stack)
    assert [error["loc"] for error in refused.value.errors()] == [path]
