"""Which example values have the shape of their type, so that a compiler takes them."""

from __future__ import annotations

import pytest
from typewright.examples.fitting import has_shape
from typewright.examples.values import (
    Bytes,
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Member,
    Moment,
    Plain,
    Stream,
    Upload,
)
from typewright.ir import (
    AliasModel,
    Constraints,
    EnumModel,
    EnumValue,
    Field,
    FileModel,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    ObjectModel,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
)

TEXT, NUMBER = Scalar(ScalarKind.STRING, "#"), Scalar(ScalarKind.NUMBER, "#")
WHOLE, FLAG, ANY = (Scalar(kind, "#") for kind in (ScalarKind.INTEGER, ScalarKind.BOOLEAN, ScalarKind.ANY))
DATE = Scalar(ScalarKind.STRING, "#", format="date-time")
RAW = Scalar(ScalarKind.STRING, "#", format="binary")
NAME = Field("name", TEXT, Presence.REQUIRED, "#")
PET = ObjectModel("pet", "#", (NAME, Field("at", DATE, Presence.OPTIONAL, "#")), additional=NUMBER)
LOOP = AliasModel("loop", "#", Ref("loop", "#"))
MODELS = {
    "pet": PET,
    "file": FileModel("file", "#"),
    "kind": EnumModel("kind", "#", ScalarKind.INTEGER, (EnumValue(1),)),
    "any kind": EnumModel("any kind", "#", ScalarKind.INTEGER, (EnumValue(1),), open=True),
    "union": UnionModel("union", "#", (DATE, Ref("pet", "#"))),
    "loop": LOOP,
    "turn": UnionModel("turn", "#", (Ref("turn", "#"), TEXT)),
}
PAIR = ListOf(ANY, "#", prefix=(TEXT, FLAG), constraints=Constraints(min_items=2))
NAMED = Fields(PET, (Member(NAME, Plain("a")),))


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (Plain("a"), TEXT),
        (Plain(1.0), WHOLE),
        (Plain(1), NUMBER),
        (Plain(None), Nullable(TEXT, "#")),
        (Plain({"a": [1]}), ANY),
        (Moment("2020-01-01T00:00:00Z"), DATE),
        (Bytes("0x"), RAW),
        (Items((Plain("a"), Plain(True), Plain(1))), PAIR),
        (Items((Plain("a"),)), ListOf(ANY, "#", prefix=(TEXT, FLAG))),
        (Entries((("k", Plain(1)),)), MapOf(NUMBER, "#")),
        (NAMED, Ref("pet", "#")),
        (Fields(PET, NAMED.members, (("k", Plain(1)),)), Ref("pet", "#")),
        (Choice(Moment("2020-01-01T00:00:00Z")), Ref("union", "#")),
        (Plain(1), Ref("kind", "#")),
        (Plain(2), Ref("any kind", "#")),
        (Upload(MODELS["file"]), Ref("file", "#")),  # type: ignore[arg-type]
        (Stream(), StreamOf(TEXT, "#")),
        (Plain(1), Literal(1, "#")),
        (Choice(Plain("a")), Ref("turn", "#")),
    ],
)
def test_a_value_of_the_shape_of_its_type_fits(value: ExampleValue, type_: TypeExpr) -> None:
    assert has_shape(value, type_, MODELS)


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        (Plain({"a": 1}), TEXT),
        (Plain(True), NUMBER),
        (Plain(1.5), WHOLE),
        (Plain(None), TEXT),
        (Plain("2020-01-01T00:00:00Z"), DATE),
        (Moment("<value>"), DATE),
        (Plain("0x"), RAW),
        (Items((Plain("a"),)), PAIR),
        (Items((Plain("a"), Plain("b"))), PAIR),
        (Plain([1]), ListOf(NUMBER, "#")),
        (Plain({"k": 1}), MapOf(NUMBER, "#")),
        (Entries((("k", Plain("a")),)), MapOf(NUMBER, "#")),
        (Fields(PET, ()), Ref("pet", "#")),
        (Fields(PET, (Member(NAME, Plain(1)),)), Ref("pet", "#")),
        (Fields(PET, NAMED.members, (("k", Plain("a")),)), Ref("pet", "#")),
        (Plain({"name": "a"}), Ref("pet", "#")),
        (Choice(Plain({"name": "a", "other": 1})), Ref("union", "#")),
        (Plain(2), Ref("kind", "#")),
        (Plain(True), Ref("kind", "#")),
        (Plain("a"), Ref("file", "#")),
        (Plain(True), Literal(1, "#")),
        (Plain("a"), Ref("loop", "#")),
        (Choice(Plain(1)), Ref("turn", "#")),
    ],
)
def test_a_value_of_another_shape_does_not_fit(value: ExampleValue, type_: TypeExpr) -> None:
    assert not has_shape(value, type_, MODELS)
