"""Chains of schemas that are longer than Python's own limit of calls."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typewright.base.errors import SpecError, UsageError
from typewright.base.limits import recursion_limit_raised
from typewright.config.options import Config, target_for
from typewright.pipeline import build
from typewright.targets.finding import DefaultOptions

TARGET = target_for("typescript", Config(), DefaultOptions())
REF = "#/components/schemas/"
LINKS = {
    "property": lambda ref: {"type": "object", "required": ["next"], "properties": {"next": ref}},
    "list": lambda ref: {"type": "array", "items": ref},
    "union": lambda ref: {"oneOf": [ref, {"type": "string"}]},
    "alias": lambda ref: ref,
}


def chained(kind: str, length: int) -> dict[str, Any]:
    """Return a description in which one schema leads to the next one, `length` times."""
    schemas: dict[str, Any] = {f"S{n}": LINKS[kind]({"$ref": f"{REF}S{n + 1}"}) for n in range(length)}
    schemas[f"S{length}"] = {"type": "object"}
    response = {"description": "", "content": {"application/json": {"schema": {"$ref": f"{REF}S0"}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/": {"get": {"responses": {"200": response}}}},
        "components": {"schemas": schemas},
    }


@pytest.mark.parametrize("kind", LINKS)
def test_a_chain_of_hundreds_of_schemas_is_generated(kind: str, tmp_path: Path) -> None:
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(chained(kind, 300)))
    assert build(Config(spec=spec, formatter="none", targets=(TARGET,))).tree


@pytest.mark.parametrize("kind", ["property", "list", "union"])
def test_a_chain_that_python_could_not_load_is_refused_by_the_flavour_that_loads_it(kind: str, tmp_path: Path) -> None:
    spec = tmp_path / "spec.json"
    python = target_for("python", Config(), DefaultOptions())
    for length, models in ((90, "pydantic"), (150, "dataclass")):
        spec.write_text(json.dumps(chained(kind, length)))
        target = replace(python, models=models, parts=("models",))
        assert build(Config(spec=spec, formatter="none", targets=(target,))).tree
    with pytest.raises(UsageError) as refusal:
        build(Config(spec=spec, formatter="none", targets=(python,)))
    refused = refusal.value.diagnostics[0]
    assert refused.code == "E016"
    assert refused.location is not None


def test_calls_without_an_end_are_an_error_of_the_description() -> None:
    def endless() -> None:
        endless()

    before = sys.getrecursionlimit()
    with pytest.raises(SpecError), recursion_limit_raised():
        endless()
    assert sys.getrecursionlimit() == before
