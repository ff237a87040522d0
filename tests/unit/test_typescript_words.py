"""Names of TypeScript properties: the camel case of wire names, all different inside one object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from typewright.ir import Field, ObjectModel, Presence, Scalar, ScalarKind
from typewright.naming.words import pieces
from typewright.targets.typescript.words import Casing, Spelling, camel_name

_WIRE = st.text(st.sampled_from("aBcD1_-+/ é"), max_size=4)


def _object(*names: str, additional: bool = False) -> ObjectModel:
    text = Scalar(ScalarKind.STRING, "#")
    fields = tuple(Field(name, text, Presence.REQUIRED, "#") for name in names)
    return ObjectModel("#", "#", fields, additional=text if additional else None)


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("on_codes", "onCodes"),
        ("b64_json", "b64Json"),
        ("_id", "id"),
        ("photoRealVersion", "photoRealVersion"),
        ("self-harm/intent", "selfHarmIntent"),
        ("ID", "id"),
        ("API_KEY", "apiKEY"),
        ("DOVIVersion", "doviVersion"),
        ("IPv6", "iPv6"),
        ("OAuth", "oAuth"),
        ("1080p", "1080p"),
        ("+1", "1"),
        ("$", "$"),
        ("", ""),
    ],
)
def test_a_wire_name_in_camel_case(wire: str, name: str) -> None:
    assert camel_name(wire) == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [("onCodes", "on_codes"), ("photoID", "photo_id"), ("X-Trace-Id", "x_trace_id"), ("ID", "id"), ("1080p", "1080p")],
)
def test_a_wire_name_in_snake_case(wire: str, name: str) -> None:
    assert Spelling("snake").of_name(wire) == name


def test_names_as_they_are_in_json() -> None:
    assert Spelling("original").of_model(_object("ID", "on_codes", "+1")) == ("ID", "on_codes", "+1")


def test_credentials_are_in_camel_case_in_any_case() -> None:
    model = ObjectModel("#?scheme", "#", _object("clientID").fields)
    assert Spelling("snake").of_model(model) == ("clientID",)


@pytest.mark.parametrize(
    ("wire", "names"),
    [
        (["id", "on_codes"], ("id", "onCodes")),
        (["+1", "-1"], ("+1", "-1")),
        (["foo_bar", "fooBar"], ("foo_bar", "fooBar")),
        (["id", "id"], ("id", "id2")),
        (["id", "id", "id2"], ("id", "id3", "id2")),
    ],
)
def test_names_that_come_to_the_same_are_told_apart(wire: list[str], names: tuple[str, ...]) -> None:
    assert Spelling().of_model(_object(*wire)) == names


def test_optional_properties_have_no_name_that_every_object_has() -> None:
    model = _object("toString", "constructor", "valueOf", "name")
    optional = [replace(field, presence=Presence.OPTIONAL) for field in model.fields[:2]]
    model = replace(model, fields=(*optional, *model.fields[2:]))
    assert Spelling().of_model(model) == ("toString_", "constructor_", "valueOf", "name")
    assert Spelling("original").of_model(model) == ("toString", "constructor", "valueOf", "name")


def test_a_property_of_that_name_goes_before_the_one_for_further_properties() -> None:
    names = Spelling().of_model(_object("additionalProperties", additional=True))
    assert names == ("additionalProperties", "additionalProperties2")


@given(st.lists(_WIRE, max_size=6), st.booleans(), st.sampled_from(["camel", "snake", "original"]))
def test_all_names_of_an_object_differ(wire: list[str], additional: bool, casing: Casing) -> None:
    names = Spelling(casing).of_model(_object(*wire, additional=additional))
    assert len(names) == len(wire) + additional
    assert len(set(names)) == len(names)


@given(st.lists(_WIRE, max_size=6, unique_by=camel_name))
def test_uncontested_names_are_those_of_the_words_alone(wire: list[str]) -> None:
    assert Spelling().of_model(_object(*wire)) == tuple(map(camel_name, wire))


@given(st.text())
def test_a_name_is_one_piece_that_starts_small(wire: str) -> None:
    name = camel_name(wire)
    assert pieces(name) == ([name] if pieces(wire) else [])
    assert not name[:1].isascii() or name[:1] == name[:1].lower()
