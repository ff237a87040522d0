"""Unions whose members are told apart by a tag that their names suggest."""

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from runtime.unions import Tagged


class Raft(BaseModel):
    kind: str
    logs: int | None = None


class Yacht(BaseModel):
    kind: str
    sails: int


VESSEL: TypeAdapter[Any] = TypeAdapter(
    Annotated[Raft | Yacht, Tagged("kind", {"Raft": Raft, "Yacht": Yacht}, certain=False)]
)


def test_a_value_that_names_a_member_belongs_to_it() -> None:
    assert VESSEL.validate_python({"kind": "Yacht", "sails": 2}) == Yacht(kind="Yacht", sails=2)
    with pytest.raises(ValidationError) as refused:
        VESSEL.validate_python({"kind": "Yacht"})
    assert [error["loc"] for error in refused.value.errors()] == [("Yacht", "sails")]


def test_another_value_is_what_it_matches() -> None:
    assert VESSEL.validate_python({"kind": "other", "sails": 1}) == Yacht(kind="other", sails=1)
    assert VESSEL.validate_python({"kind": "other"}) == Raft(kind="other")


def test_models_are_told_apart_by_the_attribute() -> None:
    assert VESSEL.dump_python(Yacht(kind="Yacht", sails=3)) == {"kind": "Yacht", "sails": 3}
    assert VESSEL.dump_python(Raft(kind="other")) == {"kind": "other", "logs": None}
