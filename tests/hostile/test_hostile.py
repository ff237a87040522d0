"""Every payload in every place of a description, under every flavour and dialect: nothing of it becomes code."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest

from tests.hostile.making import (
    Combination,
    RefusedError,
    combinations,
    harmless_tree,
    hostile,
    templates_once,
    usual,
    usual_tree,
)
from tests.hostile.markdown_oracle import Ask
from tests.hostile.places import places
from tests.hostile.tree_oracle import Trees, Vocabulary

__all__ = ["templates_once"]

pytestmark = pytest.mark.usefixtures("templates_once")
SAMPLE = 20
PARTS = 8
ALL = tuple(combinations())


@pytest.fixture(scope="module")
def vocabulary(inspector: Ask) -> Vocabulary:
    """What the output does with harmless texts, whatever the configuration."""
    known = Vocabulary()
    for flavour in ("pydantic", "dataclass", "typeddict", "msgspec"):
        for plain in (False, True):
            known.learn(usual("", "", flavour, "docusaurus", plain), inspector)
    for place in (
        "property: name",
        "component: key",
        "pattern",
        "format",
        "request body: media type",
        "response: media type",
    ):
        known.learn(usual(place, "Harmless marker", "pydantic", "docusaurus", False), inspector)
    for place in ("property: name", "path parameter: name"):
        known.learn(usual(place, "constructor", "pydantic", "docusaurus", False), inspector)
    known.learn(
        usual("info: title", "Client", "pydantic", "docusaurus", False), inspector
    )  # as where a title has no word
    return known


def hold(asked: Sequence[Combination], vocabulary: Vocabulary, ask: Ask) -> Counter[str]:
    """Try combinations; fail with all that went wrong, else count what became of them."""
    counts: Counter[str] = Counter()
    faults = []
    for each in asked:
        try:
            found = hostile(each)
        except RefusedError:
            counts["refused"] += 1
            continue
        except Exception as fault:
            faults.append(f"{each}: {type(fault).__name__}: {fault}")
            continue
        told = list(Trees(found, [usual_tree(each)], each.dialect).faults(vocabulary, ask))
        if told:
            both = Trees(found, [usual_tree(each), harmless_tree(each)], each.dialect)
            told = list(both.faults(vocabulary, ask))
        faults += [f"{each}: {fault}" for fault in told]
        counts["generated"] += 1
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
    return counts


def test_every_payload_and_every_place_is_among_the_combinations() -> None:
    assert len(ALL) >= 5_000
    assert {each.place for each in ALL} == set(places())


def test_a_sample_of_payloads_brings_no_code(vocabulary: Vocabulary, inspector: Ask) -> None:
    drawn = random.Random(7).sample(ALL, SAMPLE)  # noqa: S311 - the same every time
    assert hold(drawn, vocabulary, inspector)["generated"] > SAMPLE // 2


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(PARTS))
def test_no_payload_brings_code(part: int, vocabulary: Vocabulary, inspector: Ask) -> None:
    size = -(-len(ALL) // PARTS)
    counts = hold(ALL[part * size : (part + 1) * size], vocabulary, inspector)
    assert counts["generated"] > counts["refused"]
