"""Values that are made in a fixed order and share parts, each of them only if its trace of the last run has changed.

A value depends on the entries of tables that are read while it is made, and on the shared parts that exist at its turn:
it uses those that it finds, and makes the others, for the values after it. Where both are as in the last run, the value
and the parts that it makes are the same as then. It is made only if somebody asks for it, with the parts of its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from msgspec import Struct, field

from typewright.base.recording import (
    UNKNOWN,
    Key,
    Read,
    RecordedMapping,
    Recorder,
    Value,
    key_text,
)
from typewright.base.step_traces import PartKey, StepTrace

Make = Callable[[], Any]
_OUTSIDE: Final = 1 << 60
"""The number of the turn of code that is no step: it sees all shared parts."""
_UNMADE: Final = object()
_MISSING: Final = ""


class _Part(Struct):
    """A shared part, and the number of the step that makes it. The value of a verified step is not made at first."""

    step: int
    digest: str = ""
    value: Any = _UNMADE


class _Step(Struct):
    """A value, and how it is made; `trace` is the one of the last run if it holds in this one."""

    number: int
    make: Make
    trace: StepTrace | None = None
    value: Any = _UNMADE
    reads: set[Read] = field(default_factory=set)
    found: dict[PartKey, _Part | None] = field(default_factory=dict)
    made: dict[PartKey, _Part] = field(default_factory=dict)


class Steps:
    """The shared parts of values that are made in order."""

    def __init__(self, recorder: Recorder, digest_of: Callable[[Any], str], history: str = "") -> None:
        """Create it without parts; `digest_of` returns the digest of a part.

        A step that reads the table `history` depends on all steps before it, so that it is made in each run.
        """
        self.recorder = recorder
        self._digest_of, self._history = digest_of, history
        self._parts: dict[PartKey, _Part] = {}
        self._steps: list[_Step] = []
        self._current = _Step(_OUTSIDE, lambda: None)
        self._replaced: dict[PartKey, _Part | None] | None = None
        """The parts as they were when the block of `discarding` began, of those that were made inside."""

    def find(self, key: PartKey) -> Any:
        """Return a shared part; None if there is none at this turn."""
        current, part = self._current, self._parts.get(key)
        if part is None or part.step > current.number or (part.step == current.number and part.value is _UNMADE):
            current.found.setdefault(key, None)
            return None
        if part.value is _UNMADE:
            self.value(self._steps[part.step])
            part = self._parts[key]
        if part.step != current.number:
            current.found.setdefault(key, part)
        return part.value

    def keep(self, key: PartKey, value: object) -> None:
        """Share a part with all that is made later."""
        if self._replaced is not None:
            self._replaced.setdefault(key, self._parts.get(key))
        self._parts[key] = self._current.made[key] = _Part(self._current.number, value=value)

    @contextmanager
    def discarding(self) -> Iterator[None]:
        """Discard the parts that are made inside the block after it."""
        outer, self._replaced = self._replaced, {}
        try:
            yield
        finally:
            for key, part in self._replaced.items():
                self._current.made.pop(key, None)
                if part is None:
                    del self._parts[key]
                else:
                    self._parts[key] = part
            self._replaced = outer

    def take(self, make: Make, trace: StepTrace | None) -> _Step:
        """Return the next step in order: that of `trace` if it holds, else one whose value is made now."""
        step = _Step(len(self._steps), make)
        self._steps.append(step)
        if trace is not None and self._is_verified(trace):
            step.trace = trace
            self._parts.update((key, _Part(step.number, known)) for key, known in trace.made)
        else:
            self.value(step)
        return step

    def value(self, step: _Step) -> Any:
        """Return the value of a step, which is made with the parts of its turn."""
        if step.value is _UNMADE:
            outer = self._current, self._replaced
            self._current, self._replaced = step, None
            try:
                with self.recorder.recording() as step.reads:
                    step.value = step.make()
            finally:
                self._current, self._replaced = outer
        return step.value

    def trace(self, step: _Step, digest: str, number_of: Callable[[Read], int]) -> StepTrace | None:
        """Return what the next run verifies a step by; None if the value depends on more than that."""
        if step.trace is not None:
            return step.trace
        if UNKNOWN in step.reads or any(table == self._history for table, _ in step.reads):
            return None
        found = tuple((key, _MISSING if part is None else self._digest(part)) for key, part in step.found.items())
        made = tuple((key, self._digest(part)) for key, part in step.made.items())
        return StepTrace(digest, tuple(map(number_of, step.reads)), found, made)

    def _is_verified(self, trace: StepTrace) -> bool:
        is_unchanged = self.recorder.earlier.is_unchanged
        return all(map(is_unchanged, trace.reads)) and all(self._digest_at(key) == known for key, known in trace.found)

    def _digest_at(self, key: PartKey) -> str:
        part = self._parts.get(key)
        return _MISSING if part is None else self._digest(part)

    def _digest(self, part: _Part) -> str:
        part.digest = part.digest or self._digest_of(part.value)
        return part.digest


class RecordedSteps(RecordedMapping[Key, Value]):
    """A table of values that are made in order, all of them when one is asked for."""

    def __init__(
        self,
        steps: Steps,
        name: str,
        plan: Callable[[], Mapping[Key, Callable[[], Value]]],
        digest_of: Callable[[Value], str],
    ) -> None:
        """Create the table `name`. `plan` returns what makes each value, in order, when the earlier ones are made."""
        super().__init__(steps.recorder, name, _Values(self), digest_of)
        self._steps, self._plan = steps, plan
        self._taken: dict[Key, _Step] | None = None
        self._known: dict[str, str] = {}
        """The digests of values whose traces hold, by the texts of their keys."""
        steps.recorder.tables[name] = self

    def take(self) -> Mapping[Key, _Step]:
        """Return the steps of all values, which are taken unless that has been done."""
        if self._taken is None:
            known = self.recorder.earlier.steps.get(self._name, {})
            with self.recorder.recording():  # the reads of all values must not be recorded for the first one
                plan = self._plan().items()
                self._taken = {key: self._steps.take(make, known.get(key_text(key))) for key, make in plan}
            self._known = {key_text(key): step.trace.digest for key, step in self._taken.items() if step.trace}
        return self._taken

    def value(self, key: Key) -> Value:
        """Return the value of a key; no read is recorded."""
        made: Value = self._steps.value(self.take()[key])
        return made

    def traces(self, number_of: Callable[[Read], int]) -> dict[str, StepTrace]:
        """Return what the next run verifies the values by, by the texts of their keys; nothing if none was taken.

        `number_of` returns the number of a read in the trace of the target.
        """
        found = (
            (text := key_text(key), self._steps.trace(step, self.digest(text), number_of))
            for key, step in (self._taken or {}).items()
        )
        return {text: trace for text, trace in found if trace is not None}

    def digest(self, key: str) -> str:
        """Return the digest of the value of a key, which is not made for that if its trace holds."""
        self.take()
        return self._known.get(key) or super().digest(key)

    def digests(self, keys: Sequence[str]) -> Sequence[str]:
        """Return the digest of the value of each key."""
        return list(map(self.digest, keys))


class _Values(Mapping[Key, Value]):
    """The values of a table, each of which is made only if it is asked for or has changed."""

    def __init__(self, table: RecordedSteps[Key, Value]) -> None:
        self._table = table

    def __getitem__(self, key: Key) -> Value:
        return self._table.value(key)

    def __contains__(self, key: object) -> bool:
        return key in self._table.take()

    def __iter__(self) -> Iterator[Key]:
        return iter(self._table.take())

    def __len__(self) -> int:
        return len(self._table.take())
