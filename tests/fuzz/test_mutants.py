"""Mutants of descriptions: whatever is made of one, there is no traceback, no hang, and no output that does not run.

A fault is found again by its number: `python -m tests.fuzz.again own 4711` (or `real`, `text`, `lint`).
"""

import os
import time
from pathlib import Path

import pytest
from typewright.pipeline import Build

from tests.fuzz import trying
from tests.fuzz.seeds import real
from tests.fuzz.trials import TRIALS, Trial, preload
from tests.fuzz.trying import Outcome

STEP = 25
SAMPLED = {kind: range(STEP) for kind in ("own", "real", "lint", "text", "structural")}
"""The numbers that are tried by `make test`."""
NIGHTLY = {
    "own": range(1_000, 7_000),
    "real": range(1_000, 3_500),
    "lint": range(1_000, 2_500),
    "text": range(1_000, 3_500),
    "structural": range(1_000, 3_500),
}


@pytest.fixture(scope="module", autouse=True)
def preloaded() -> None:
    preload()


def steps(ranges: dict[str, range], size: int) -> list[tuple[str, range]]:
    """Return the ranges in parts of `size` numbers, which several workers can share."""
    return [
        (kind, numbers[start : start + size])
        for kind, numbers in ranges.items()
        for start in range(0, len(numbers), size)
    ]


def spoken(step: object) -> str | None:
    return f"{step.start}-{step.stop}" if isinstance(step, range) else None


def hold(kind: str, numbers: range) -> None:
    """Try the inputs of some numbers; fail with all that went wrong."""
    if kind == "real" and not real():
        pytest.skip("there is no ../shared beside this checkout, so no piece of a real description is mutated")
    trial: Trial = TRIALS[kind]
    outcomes = {number: trial(number) for number in numbers}
    faults = {number: outcome for number, outcome in outcomes.items() if outcome.is_fault}
    if faults:
        pytest.fail("\n".join(told(kind, number, outcome) for number, outcome in faults.items()), pytrace=False)
    assert any(outcome.verdict in {"generated", "refused"} for outcome in outcomes.values())


def told(kind: str, number: int, outcome: Outcome) -> str:
    head = f"{kind} {number}: {outcome.verdict} after {outcome.seconds:.1f} s, {outcome.megabytes} MB"
    return f"{head}\n{outcome.detail[-1500:]}"


@pytest.mark.parametrize(("kind", "numbers"), steps(SAMPLED, STEP), ids=spoken)
def test_a_sample_of_mutants(kind: str, numbers: range) -> None:
    hold(kind, numbers)


@pytest.mark.nightly
@pytest.mark.parametrize(("kind", "numbers"), steps(NIGHTLY, 10 * STEP), ids=spoken)
def test_many_mutants(kind: str, numbers: range) -> None:
    hold(kind, numbers)


@pytest.mark.nightly
@pytest.mark.parametrize("numbers", [range(start, start + 100) for start in range(50_000, 51_000, 100)], ids=spoken)
def test_declarations_of_mutants_compile(numbers: range, tsc: Path, tmp_path: Path) -> None:
    faults = []
    for number in numbers:
        faults += TRIALS["own"].compiled(number, tsc, tmp_path / str(number))
    assert faults == []


def test_a_hang_and_a_crash_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs() -> Build:
        while True:
            pass

    def sleeps() -> Build:
        time.sleep(60)
        raise AssertionError

    def crashes() -> Build:
        os._exit(3)

    def fails() -> Build:
        raise KeyError("x")

    monkeypatch.setattr(trying, "SECONDS", 0.2)
    verdicts = [trying.tried(make, lambda result, folder: None).verdict for make in (hangs, crashes, fails)]
    assert verdicts == ["hang", "crash", "traceback"]
    monkeypatch.setattr(trying, "WALL_SECONDS", 0.2)
    assert trying.tried(sleeps, lambda result, folder: None).verdict == "hang"
