"""Drawn instances of the repository's description: models and an independent validator say the same of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.model_truth import Comparison, python_comparison

SPEC = Path(__file__).parent.parent.parent / "spec/openapi.yaml"


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return python_comparison(SPEC, tmp_path_factory.mktemp("models"))


@given(seed=st.integers(0, 2**32))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.filterwarnings("error")
def test_models_and_validator_agree_and_nothing_is_lost(comparison: Comparison, seed: int) -> None:
    verdicts = comparison.run(rounds=3, seed=seed)
    assert verdicts.disagreements == []
    assert verdicts.valid > 0
    assert verdicts.invalid > 0
