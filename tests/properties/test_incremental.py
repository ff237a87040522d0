"""Runs that keep files of the last one write what runs write that make all: hundreds of random edits, and no byte."""

import json
import random
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import typewright.cli.running
import yaml
from typewright.base.json_pointer import unescape
from typewright.base.recorded_steps import Steps
from typewright.base.step_traces import StepTrace
from typewright.openapi.files import yaml_entries
from typewright.pipeline import build
from typewright.rendering.llms import Quotes
from typewright.rendering.traces import PageTrace, TargetTrace, Tracer, Written

from tests.incremental_runs import PARTS, Project, random_edit
from tests.properties.test_names_stand import CONTESTED

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = {
    "contested": CONTESTED,
    "full": (ROOT / "tests/full_description.yaml").read_text(),
    "readme": (ROOT / "tests/cases/readme/spec.yaml").read_text(),
    "repository": (ROOT / "spec/openapi.yaml").read_text(),
}
CHAIN = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /d:
    get:
      operationId: getD
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/D"}}}}}
    post:
      operationId: createD
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/D"}}}}
      responses: {"204": {description: ""}}
components:
  schemas:
    U: {oneOf: [{$ref: "#/components/schemas/A"}, {type: string}]}
    D: {type: object, properties: {a: {$ref: "#/components/schemas/A"}, u: {$ref: "#/components/schemas/U"}}}
    A: {type: object, properties: {b: {$ref: "#/components/schemas/B"}}}
    B: {type: object, properties: {c: {$ref: "#/components/schemas/C"}}}
    C: {type: object, properties: {text: {type: string}}}
"""
"""Types that refer to each other in a row, each in a module of its own."""
C = "components/schemas/C"
DATE = {"text": {"type": "string", "format": "date-time"}}
EXAMPLE = {"text": {"type": "string", "example": "e"}}
NO_BODY = {"operationId": "createD", "responses": {"204": {"description": ""}}}
LEFT_OUT = [
    ("models", "typescript", (f"{C}/description", "Said of C.")),
    ("models", "python", (f"{C}/description", "Said of C.")),
    ("differing types", "typescript", (f"{C}/properties", DATE)),
    ("values on pages", "python", (f"{C}/properties", EXAMPLE)),
    ("values of unions", "python", (f"{C}/properties", EXAMPLE)),
    ("values of calls", "typescript", (f"{C}/properties", EXAMPLE)),
    ("values of calls", "python", (f"{C}/properties", EXAMPLE)),
    ("methods of the client", "typescript", ("paths/~1d/get/summary", "Get it.")),
    ("methods of the client", "python", ("paths/~1d/get/summary", "Get it.")),
    ("directions", "python", ("paths/~1d/post", NO_BODY)),
]
"""Tables, and what is said such that a file is wrong where nobody knows what it read of the table."""
EDITS = 50
"""How many edits each description gets in the quick tests, in one language each."""


def parsed(text: str) -> Any:
    """Return a description as JSON has it, with dates as texts."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.fixture
def project(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path, parsed(CONTESTED), random.Random(1))  # noqa: S311 - edits, no secrets
    monkeypatch.setattr(yaml_entries, "_WHOLE", 100)
    monkeypatch.setattr(typewright.cli.running, "build", made.count_kept(build))
    return made


def edit(project: Project, edits: int) -> None:
    project.step(lambda _: None)
    for _ in range(edits):
        project.step(random_edit(project.rng))


@pytest.mark.parametrize(
    ("name", "language"),
    [("contested", "typescript"), ("contested", "python"), ("full", "typescript"), ("readme", "python")],
)
def test_random_edits_give_what_a_run_from_nothing_gives(project: Project, name: str, language: str) -> None:
    project.document, project.rng = parsed(DOCUMENTS[name]), random.Random(name)  # noqa: S311
    project.is_yaml = name in ("full", "readme")
    project.config["targets"] = {language: {"package": "shop", "parts": PARTS}}
    edit(project, EDITS)
    assert project.made > EDITS // 2
    assert project.kept > 5 * project.made, "hardly a page was kept, so nothing was shown"


@pytest.mark.parametrize("worth_a_process", [0, 1_000])
def test_languages_are_made_in_processes_and_without(
    project: Project, worth_a_process: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typewright.pipeline.WORTH_A_PROCESS", worth_a_process)
    monkeypatch.setattr("typewright.base.processes.threading.active_count", lambda: 1)
    monkeypatch.setattr("typewright.base.processes.os.cpu_count", lambda: 2)
    project.config["targets"] = {name: {"package": "shop", "parts": PARTS} for name in ("python", "typescript")}
    edit(project, 8)
    assert project.kept > project.made


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("name", DOCUMENTS)
def test_many_random_edits_give_what_runs_from_nothing_give(project: Project, name: str, seed: int) -> None:
    project.document, project.rng = parsed(DOCUMENTS[name]), random.Random(f"{name} {seed}")  # noqa: S311
    project.is_yaml = seed % 3 > 0
    if seed % 2:
        project.config["targets"] = {name: {"package": "shop", "parts": PARTS} for name in ("python", "typescript")}
    edit(project, EDITS)
    assert project.kept > project.made


def without_reads_of(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let runs forget what was read of one table."""
    whole = Tracer.trace

    def trace(
        tracer: Tracer, made_by: str, kept: Mapping[str, PageTrace], written: Iterable[Written], quotes: Quotes
    ) -> TargetTrace:
        tables = tracer._numbering._tables
        for path, reads in tracer._reads.items():
            tracer._reads[path] = tuple(number for number in reads if tables[number].removesuffix("*") != table)
        return whole(tracer, made_by, kept, written, quotes)

    monkeypatch.setattr(Tracer, "trace", trace)


def say(said: tuple[str, Any], project: Project) -> None:
    """Set the value at a pointer into the description."""
    pointer, value = said
    *parents, last = map(unescape, pointer.split("/"))
    node = project.document
    for name in parents:
        node = node[name]
    node[last] = value


@pytest.mark.parametrize(("table", "language", "said"), LEFT_OUT)
def test_a_read_that_is_left_out_is_found(
    project: Project, table: str, language: str, said: tuple[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    project.document = parsed(CHAIN)
    project.config["targets"] = {language: {"package": "shop", "parts": PARTS}}
    project.step(lambda _: None)
    without_reads_of(table, monkeypatch)
    project.step(lambda project: project.document["info"].update(title="Shops"))  # all files are made anew
    with pytest.raises(AssertionError, match=r" of \d"):
        project.step(partial(say, said))


def test_a_read_of_a_sampled_value_that_is_left_out_is_found(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Steps.trace

    def trace(steps: Steps, step: Any, digest: str, number_of: Any) -> StepTrace | None:
        step.reads = {read for read in step.reads if read[0] not in ("models", "schemas")}
        return whole(steps, step, digest, number_of)

    project.document = parsed(CHAIN)
    project.config["targets"] = {"typescript": {"package": "shop", "parts": PARTS}}
    monkeypatch.setattr(Steps, "trace", trace)
    project.step(partial(say, (f"{C}/properties", EXAMPLE)))
    with pytest.raises(AssertionError, match=r" of \d"):
        project.step(partial(say, (f"{C}/properties/text/example", "another")))
