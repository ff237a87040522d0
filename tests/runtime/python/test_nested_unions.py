"""An open union that is a member of another one: a value of a later member is no unlisted value of the inner union."""

from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, TypeAdapter
from runtime.aliases import Deferred
from runtime.leniency import reading_leniently
from runtime.unions import Open, Tagged, Unrecognized, UnrecognizedStr
from typing_extensions import TypeAliasType


class Raft(BaseModel):
    kind: Literal["raft"]


class Yacht(BaseModel):
    kind: Literal["yacht"]


class Berth(BaseModel):
    number: int


Boat = Annotated[Raft | Yacht | Unrecognized, Tagged("kind", {"raft": Raft, "yacht": Yacht}, always=True)]
NamedBoat = TypeAliasType("NamedBoat", Boat)  # type: ignore[valid-type]  # as modules of packages have it
Size = Annotated[Literal["small", "large"] | UnrecognizedStr, Open(always=True)]


@pytest.mark.parametrize("boat", [Boat, NamedBoat])
def test_later_members_are_tried_before_anything_is_unlisted(boat: Any) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[boat | Berth | str | Unrecognized, Open(always=True)])
    with reading_leniently():
        assert adapter.validate_json('{"number": 3}') == Berth(number=3)
        assert adapter.validate_json('"x"') == "x"
        assert adapter.validate_python({"number": 3}) == Berth(number=3)
        assert adapter.validate_python({"kind": "raft"}) == Raft(kind="raft")
        assert adapter.validate_python("x") == "x"
        assert adapter.validate_python({"kind": "ferry"}) == Unrecognized({"kind": "ferry"})
        assert adapter.dump_python(adapter.validate_python({"kind": "ferry"})) == {"kind": "ferry"}


def test_unlisted_texts_come_after_other_members() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[Size | date | Unrecognized, Open(always=True)])
    assert adapter.validate_json('"2024-01-02"') == date(2024, 1, 2)
    assert adapter.validate_json('"small"') == "small"
    assert isinstance(adapter.validate_json('"huge"'), UnrecognizedStr)
    assert adapter.validate_json("[1]") == Unrecognized([1])


Fleet = TypeAliasType("Fleet", Deferred["FleetValue"])  # type: ignore[valid-type]  # as recursive ones are written
FleetValue = Annotated[Raft | list[Fleet] | Unrecognized, Open(always=True)]


def test_a_deferred_union_has_no_fallback_of_its_own_inside_another() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[Fleet | Berth | Unrecognized, Open(always=True)])
    with reading_leniently():
        assert adapter.validate_python({"number": 3}) == Berth(number=3)
        assert adapter.validate_python({"kind": "raft"}) == Raft(kind="raft")
        assert adapter.validate_python([{"kind": "raft"}, {"x": 1}]) == [Raft(kind="raft"), Unrecognized({"x": 1})]
        assert adapter.validate_python({"x": 1}) == Unrecognized({"x": 1})
