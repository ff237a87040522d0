"""What annotations name is found in the module that wrote them, whatever else has the name where a type is used."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

_SOURCE = """
from runtime import Model

class Branch(Model):
    leaves: "list[Leaf]"

class Leaf(Model):
    twig: "Branch | None" = None

class Bare(Model):
    leaf: Leaf
"""
_BRANCH: dict[str, Any] = {"leaves": [{"twig": {"leaves": []}}]}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module with types that refer to each other and that nobody has used so far."""
    (tmp_path / "tree_of_types.py").write_text(_SOURCE)
    monkeypatch.syspath_prepend(tmp_path)
    yield import_module("tree_of_types")
    del sys.modules["tree_of_types"]


def test_a_class_is_validated_beside_others_of_its_names(tree: ModuleType) -> None:
    class Leaf:
        """Another one."""

    class Branch:
        """Another one."""

    branch = TypeAdapter(tree.Branch).validate_python(_BRANCH)
    assert type(branch.leaves[0]) is tree.Leaf
    assert type(branch.leaves[0].twig) is tree.Branch


def test_a_field_of_a_users_model_is_what_it_was(tree: ModuleType) -> None:
    class Leaf(BaseModel):
        colour: str = "green"

    class Garden(BaseModel):
        hedge: tree.Branch  # type: ignore[name-defined]
        bare: tree.Bare | None = None  # type: ignore[name-defined]
        leaf: Leaf = Leaf()

    garden = Garden.model_validate({"hedge": _BRANCH, "bare": {"leaf": {}}})
    assert type(garden.hedge.leaves[0]) is tree.Leaf
    assert garden.bare is not None
    assert type(garden.bare.leaf) is tree.Leaf
    assert garden.leaf.colour == "green"


def test_a_class_that_extends_one_takes_over_what_its_names_mean(tree: ModuleType) -> None:
    class Leaf:
        """Another one."""

    class Bough(tree.Branch):  # type: ignore[name-defined, misc]
        weight: int = 1

    assert type(Bough.model_validate(_BRANCH).leaves[0]) is tree.Leaf
