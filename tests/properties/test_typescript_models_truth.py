"""Drawn instances of the repository's description: TypeScript's functions and an independent validator say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.model_truth import Comparison
from tests.typescript_truth import TypeScriptModels, typescript_comparison

SPEC = Path(__file__).parent.parent.parent / "spec/openapi.yaml"
INHERITED = """
openapi: 3.1.0
info: {title: Odd, version: "1"}
paths:
  /odd:
    post:
      operationId: send
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}}
      responses: {"200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}}}
components:
  schemas:
    Odd:
      type: object
      properties:
        __proto__: {type: number}
        constructor: {type: string}
        valueOf: {type: string}
        to_string: {type: boolean}
"""
pytestmark = pytest.mark.xdist_group("typescript-truth")


@pytest.fixture(scope="module")
def comparison(tsc: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Comparison]:
    models = TypeScriptModels(SPEC, tmp_path_factory.mktemp("models"), tsc)
    yield typescript_comparison(SPEC, models)
    models.close()


def test_properties_that_all_objects_inherit_are_their_own(tsc: Path, tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(INHERITED, encoding="utf-8")
    models = TypeScriptModels(spec, tmp_path, tsc)
    verdicts = typescript_comparison(spec, models).run(rounds=30)
    models.close()
    assert verdicts.disagreements == []
    assert verdicts.valid > verdicts.invalid > 0


@given(seed=st.integers(0, 2**32))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_functions_and_validator_agree_and_nothing_is_lost(comparison: Comparison, seed: int) -> None:
    verdicts = comparison.run(rounds=3, seed=seed)
    assert verdicts.disagreements == []
    assert verdicts.valid > 0
    assert verdicts.invalid > 0
