"""Builds of one process, as `watch` makes them, write what runs from nothing write, and hold no more with each edit."""

import copy
import gc
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typewright.cli.running
from typewright.cli.invocation import Invocation
from typewright.cli.watching import Watch
from typewright.openapi.files import yaml_entries
from typewright.pipeline import build

from tests.incremental_runs import PARTS, Project, random_edit
from tests.properties.test_incremental import DOCUMENTS, parsed

EDITS = 12
"""How many edits each description gets in the quick tests."""


@pytest.fixture
def project(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(yaml_entries, "_WHOLE", 100)
    made = Project(tmp_path, {}, random.Random(1), watch=Watch(Invocation()))  # noqa: S311 - edits, no secrets
    monkeypatch.setattr(typewright.cli.running, "build", made.count_kept(build))
    return made


def edit(project: Project, name: str, seed: int, edits: int) -> None:
    project.document, project.rng = parsed(DOCUMENTS[name]), random.Random(f"{name} {seed}")  # noqa: S311
    languages = ("python", "typescript") if seed % 2 else ("python",)
    project.config["targets"] = {language: {"package": "shop", "parts": PARTS} for language in languages}
    project.step(lambda _: None)
    for _ in range(edits):
        project.step(random_edit(project.rng))


@pytest.mark.parametrize("name", ["contested", "readme"])
def test_builds_of_one_process_give_what_runs_from_nothing_give(project: Project, name: str) -> None:
    edit(project, name, 0, EDITS)
    assert project.made > EDITS // 3
    assert project.kept > 5 * project.made, "hardly a page was kept, so nothing was shown"


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(1, 26))
@pytest.mark.parametrize("name", DOCUMENTS)
def test_many_builds_of_one_process_give_what_runs_from_nothing_give(project: Project, name: str, seed: int) -> None:
    edit(project, name, seed, 4 * EDITS)


def take_back(edit: Callable[[Project], None]) -> tuple[Callable[[Project], None], Callable[[Project], None]]:
    """Return an edit, and one after which the description and the configuration are as before."""
    kept: list[Any] = []

    def edited(project: Project) -> None:
        kept[:] = copy.deepcopy((project.document, project.config))
        edit(project)

    def undone(project: Project) -> None:
        project.document, project.config = copy.deepcopy(kept)

    return edited, undone


def break_a_reference(project: Project) -> None:
    project.document["paths"]["/broken"] = {"get": {"responses": {"200": {"$ref": "#/components/responses/Missing"}}}}
    project.document["openapi"] = "4.0.0"


def reverse_the_schemas(project: Project) -> None:
    schemas = project.document["components"]["schemas"]
    project.document["components"]["schemas"] = dict(reversed(schemas.items()))


def test_edits_that_are_taken_back_leave_what_was_there(project: Project) -> None:
    project.document = parsed(DOCUMENTS["contested"])
    project.config["targets"] = {"python": {"package": "shop", "parts": PARTS}}
    project.step(lambda _: None)
    for edit in (random_edit(project.rng), reverse_the_schemas, break_a_reference, say_something_else):
        for step in (*take_back(edit), random_edit(project.rng)):
            project.step(step)


def say_something_else(project: Project) -> None:
    project.document["info"]["description"] = f"{project.rng.random():.9f}"


def test_what_is_held_does_not_grow_with_the_edits(project: Project) -> None:
    def held(edits: int) -> tuple[int, int]:
        """Return the numbers of objects and of bytes of texts that are held after further edits."""
        for _ in range(edits):
            project.step(say_something_else)
        gc.collect()
        assert project.watch is not None
        return len(gc.get_objects()), sum(map(len, project.watch.texts.contents.values()))

    project.document = parsed(DOCUMENTS["contested"])
    project.config["targets"] = {"typescript": {"package": "shop"}}
    held(3)
    objects, size = held(2)
    more_objects, larger = held(5)
    assert more_objects < objects * 1.02
    assert larger < size * 1.02
