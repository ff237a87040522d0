"""Values that are made in order: which of them are made again, and with which shared parts."""

from collections.abc import Callable

import pytest
from typewright.base.recorded_steps import RecordedSteps, Steps
from typewright.base.recording import Recorder
from typewright.base.step_traces import Earlier, StepTrace
from typewright.base.value_digest import value_digest

Inputs = dict[str, tuple[str, ...]]
"""The parts that each value consists of."""
INPUTS: Inputs = {"a": ("x",), "b": ("x", "y"), "c": ("y",)}


class Run:
    """One run: each value consists of parts, which say for which value they were made."""

    def __init__(self, inputs: Inputs, earlier: dict[str, StepTrace] | None = None, digests: list[str] | None = None):
        self.recorder = Recorder()
        self.inputs = self.recorder.mapping("inputs", inputs)
        self.reads: list[tuple[str, str]] = []
        self.made: list[str] = []
        if earlier is not None and digests is not None:
            names = list(INPUTS)
            same = [
                self.recorder.digest_function("inputs")(name) == known
                for name, known in zip(names, digests, strict=True)
            ]
            self.recorder.earlier = Earlier({"values": earlier}, same.__getitem__)
        self.steps = Steps(self.recorder, value_digest, "history")
        plan: Callable[[], dict[str, Callable[[], tuple[str, ...]]]] = lambda: {  # noqa: E731
            name: lambda name=name: self._value(name) for name in inputs
        }
        self.values = RecordedSteps(self.steps, "values", plan, value_digest)

    def _value(self, name: str) -> tuple[str, ...]:
        self.made.append(name)
        return tuple(self._part(name, part) for part in self.inputs[name])

    def _part(self, name: str, part: str) -> str:
        known: str | None = self.steps.find((part,))
        if known is None:
            known = f"{part} of {name}"
            self.steps.keep((part,), known)
        return known

    def traces(self) -> dict[str, StepTrace]:
        """Return what the next run gets."""
        numbers = {("inputs", name): number for number, name in enumerate(INPUTS)}
        return self.values.traces(lambda read: numbers[read[0], str(read[1])])


@pytest.fixture
def first() -> tuple[dict[str, StepTrace], list[str]]:
    run = Run(INPUTS)
    assert [run.values[name] for name in INPUTS] == [("x of a",), ("x of a", "y of b"), ("y of b",)]
    return run.traces(), [run.recorder.digest_function("inputs")(name) for name in INPUTS]


def test_values_that_read_the_same_are_not_made(first: tuple[dict[str, StepTrace], list[str]]) -> None:
    run = Run(INPUTS, *first)
    assert {name: run.values.digest(name) for name in INPUTS} == {
        "a": value_digest(("x of a",)),
        "b": value_digest(("x of a", "y of b")),
        "c": value_digest(("y of b",)),
    }
    assert not run.made
    assert run.traces() == first[0]


def test_a_value_that_is_asked_for_has_the_parts_of_its_turn(first: tuple[dict[str, StepTrace], list[str]]) -> None:
    run = Run(INPUTS, *first)
    assert run.values["c"] == ("y of b",)
    assert sorted(run.made) == ["a", "b", "c"]
    assert run.values["b"] == ("x of a", "y of b")


@pytest.mark.parametrize(
    ("changed", "made"),
    [
        ({"a": ("z",), "b": ("x", "y"), "c": ("y",)}, {"a", "b"}),
        ({"a": ("x",), "b": ("x",), "c": ("y",)}, {"b", "c"}),
        ({"a": ("x",), "b": ("x", "y"), "c": ("x",)}, {"c"}),
    ],
)
def test_what_has_changed_is_made_as_in_a_run_from_nothing(
    first: tuple[dict[str, StepTrace], list[str]], changed: Inputs, made: set[str]
) -> None:
    cold, run = Run(changed), Run(changed, *first)
    expected = {name: cold.values.digest(name) for name in changed}
    assert {name: run.values.digest(name) for name in changed} == expected
    assert made <= set(run.made)
    assert [run.values[name] for name in changed] == [cold.values[name] for name in changed]


def test_discarded_parts_are_made_again() -> None:
    steps = Steps(Recorder(), value_digest)
    steps.keep(("kept",), "first")
    with steps.discarding():
        steps.keep(("kept",), "second")
        steps.keep(("new",), "new")
        assert steps.find(("kept",)) == "second"
    assert steps.find(("kept",)) == "first"
    assert steps.find(("new",)) is None
