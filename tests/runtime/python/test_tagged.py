"""Unions whose members are told apart by a tag that their names suggest."""

from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError, model_validator
from runtime.base import Model
from runtime.unions import Tagged, Unrecognized
from runtime.validation import explained


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


class Gears(Model):
    __sent__: ClassVar = ("kind",)

    kind: Literal["gears"] = "gears"
    count: int
    spare: "Gears | None" = None


class Electric(Model):
    __sent__: ClassVar = ("kind",)

    kind: Literal["electric"] = "electric"
    watts: float


Drive = Annotated[Gears | Electric | Unrecognized, Tagged("kind", {"gears": Gears, "electric": Electric})]


class Bike(Model):
    drive: Drive
    drives: list[Drive] | None = None
    either: Gears | Electric | None = None


def test_objects_of_dictionaries_are_sent_with_the_tags_that_are_defaults() -> None:
    gears, electric = {"kind": "gears", "count": 1}, {"kind": "electric", "watts": 2.0}
    bike = Bike.model_validate(
        {
            "drive": {"count": 1, "spare": {"count": 1, "spare": {"count": 1}}},
            "drives": [{"watts": 2.0}, {"count": 1}, Gears(count=1)],
            "either": {"watts": 2.0},
        }
    )
    nested = {**gears, "spare": {**gears, "spare": gears}}
    assert bike.model_dump() == {"drive": nested, "drives": [electric, gears, gears], "either": electric}


def test_a_union_without_a_place_for_others_reads_objects_without_their_tag_too() -> None:
    closed: TypeAdapter[Any] = TypeAdapter(
        Annotated[Gears | Electric, Tagged("kind", {"gears": Gears, "electric": Electric})]
    )
    assert closed.dump_python(closed.validate_python({"watts": 2.0})) == {"kind": "electric", "watts": 2.0}
    with pytest.raises(ValidationError) as refused:
        closed.validate_python({"kind": "gears"})
    assert [error["loc"] for error in refused.value.errors()] == [("gears", "count")]
    assert explained(refused.value, {"kind": "gears"}).title == "Gears or Electric"


@pytest.mark.parametrize("drive", [{"count": 1, "watts": 2.0}, {}, {"count": 1, "kind": 3}])
def test_an_object_without_its_tag_is_refused_where_no_or_several_members_admit_it(drive: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        Bike.model_validate({"drive": drive})
    assert [error["loc"] for error in refused.value.errors()] == [("drive",)]


class Checked(Raft):
    @model_validator(mode="after")
    def check(self) -> "Checked":
        return self


def test_errors_name_members_without_their_checks() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[Checked | Yacht, Tagged("kind", {"r": Checked, "y": Yacht})])
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python({"kind": "ferry"})
    assert "check" in refused.value.title
    assert explained(refused.value, {"kind": "ferry"}).title == "Checked or Yacht"
