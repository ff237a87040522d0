"""Digests that are computed once for each value, whoever asks for them."""

from pathlib import Path

import pytest
import typewright.base.value_digest
from typewright.base.value_digest import KnownDigests, value_digest
from typewright.config.options import Config
from typewright.openapi.description import read_description
from typewright.surface import surface
from typewright.targets.finding import target_named
from typewright.targets.projects import make_project, model_digests

SPEC = Path(__file__).parents[1] / "full_description.yaml"


def test_a_known_digest_is_that_of_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    digests, value, equal = KnownDigests(), ("a", 1), ("a", 2)
    assert (digests.of(value), digests.of(equal)) == (value_digest(value), value_digest(equal))
    monkeypatch.setattr(typewright.base.value_digest, "value_digest", lambda _: "computed again")
    assert digests.of(value) != "computed again"
    assert digests.of(["a", 1]) == "computed again"


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_shared_digests_of_types_are_those_that_a_target_computes(language: str) -> None:
    """A target changes some types, which are other values then."""
    options = target_named(language).Options(language=language)
    found = surface(read_description(Config(spec=SPEC, targets=(options,))).api, options.naming)
    shared = make_project(found, options, digests=model_digests([found])).recorder
    own = make_project(found, options).recorder
    of_own, of_shared = own.digest_function("models"), shared.digest_function("models")
    digests = {key: of_own(key) for key in found.models}
    assert {key: of_shared(key) for key in found.models} == digests
    assert len(digests) > 10
