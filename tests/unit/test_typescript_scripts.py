"""Example values as example scripts have them: what the compiler refuses is put where the types want it."""

from __future__ import annotations

from typewright.examples.values import Choice, Entries, ExampleValue, Fields, Items, Member, Moment, Plain, Upload
from typewright.ir import Field, FileModel, ObjectModel, Presence, Scalar, ScalarKind
from typewright.targets.typescript.literals import LiteralStyle, literal
from typewright.targets.typescript.scripts import compilable
from typewright.targets.typescript.words import Spelling

_NUMBER = Scalar(ScalarKind.NUMBER, "#")
_FIELD = Field("a_b", _NUMBER, Presence.OPTIONAL, "#")


def _shown(value: ExampleValue, spelling: Spelling = Spelling()) -> str:  # noqa: B008 - frozen
    return literal(compilable(value, spelling), LiteralStyle(spelling))


def _object(*further: tuple[str, ExampleValue], open_: bool) -> Fields:
    model = ObjectModel("#", "#", (_FIELD,), additional=_NUMBER if open_ else None)
    return Fields(model, (Member(_FIELD, Plain(1)),), further)


def test_further_properties_are_where_their_type_has_them() -> None:
    value = _object(("x-y", Plain(2)), open_=True)
    assert _shown(value, Spelling(is_flat=True)) == '{\n  aB: 1,\n  "x-y": 2,\n}'
    assert _shown(value) == '{\n  aB: 1,\n  additionalProperties: {\n    "x-y": 2,\n  },\n}'


def test_further_properties_without_a_type_are_left_out() -> None:
    assert _shown(_object(("x-y", Plain(2)), open_=False)) == "{\n  aB: 1,\n}"


def test_a_date_inside_a_union_is_a_date() -> None:
    default = Member(_FIELD, Moment("2020-01-01T00:00:00Z"), redundant=True)
    shown = Member(_FIELD, Moment("2020-01-01T00:00:00Z"))
    model = ObjectModel("#", "#", (_FIELD,))
    assert _shown(Choice(Fields(model, (default,)))) == "{}"
    assert _shown(Choice(Fields(model, (shown,)))) == '{\n  aB: new Date("2020-01-01T00:00:00Z"),\n}'


def test_a_file_has_its_bytes_in_it_wherever_it_is() -> None:
    upload = Upload(FileModel("#", "#"))
    text = _shown(Entries((("k", Items((upload,))),)))
    assert text == (
        '{\n  "k": [\n    {\n      fileName: "example.file",\n      content: new TextEncoder().encode("example"),\n'
        "    },\n  ],\n}"
    )
