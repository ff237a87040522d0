"""Names of TypeScript properties: the camel case of wire names, all different inside one object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typewright.ir import Field, Presence, Scalar, ScalarKind
from typewright.naming.words import pieces
from typewright.targets.typescript.words import property_name, property_names

_WIRE = st.text(st.sampled_from("aBcD1_-+/ é"), max_size=4)


def _fields(*names: str) -> list[Field]:
    return [Field(name, Scalar(ScalarKind.STRING, "#"), Presence.REQUIRED, "#") for name in names]


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
    assert property_name(wire) == name


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
    assert property_names(_fields(*wire)) == names


def test_a_property_of_that_name_goes_before_the_one_for_further_properties() -> None:
    names = property_names(_fields("additionalProperties"), additional=True)
    assert names == ("additionalProperties", "additionalProperties2")


@given(st.lists(_WIRE, max_size=6), st.booleans())
def test_all_names_of_an_object_differ(wire: list[str], additional: bool) -> None:
    names = property_names(_fields(*wire), additional=additional)
    assert len(names) == len(wire) + additional
    assert len(set(names)) == len(names)


@given(st.lists(_WIRE, max_size=6, unique_by=property_name))
def test_uncontested_names_are_those_of_the_words_alone(wire: list[str]) -> None:
    assert property_names(_fields(*wire)) == tuple(map(property_name, wire))


@given(st.text())
def test_a_name_is_one_piece_that_starts_small(wire: str) -> None:
    name = property_name(wire)
    assert pieces(name) == ([name] if pieces(wire) else [])
    assert not name[:1].isascii() or name[:1] == name[:1].lower()
