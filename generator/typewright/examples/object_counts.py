"""The number of objects in an example value when it is serialized."""

from __future__ import annotations

from msgspec import Struct, field

from typewright.examples.values import ExampleValue, Fields, children_of


class ObjectCounts(Struct):
    """The counts of values, each computed once, since values share parts."""

    _known: dict[int, tuple[ExampleValue, int]] = field(default_factory=dict)
    """Values and their counts by identity; a reference to each value keeps its identity from being reused."""

    def of(self, value: ExampleValue) -> int:
        """Return the number of objects in `value`; a shared one counts at every location."""
        if id(value) not in self._known:
            count = isinstance(value, Fields) + sum(map(self.of, children_of(value)))
            self._known[id(value)] = (value, count)
        return self._known[id(value)][1]
