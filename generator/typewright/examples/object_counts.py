"""How many objects an example value contains when it is written out."""

from __future__ import annotations

from dataclasses import dataclass, field

from typewright.examples.values import ExampleValue, Fields, children_of


@dataclass(slots=True)
class ObjectCounts:
    """The counts of values, each computed once: values share parts, whose numbers multiply."""

    _known: dict[int, tuple[ExampleValue, int]] = field(default_factory=dict)
    """Values and their counts by identity; a value is held so that no other one gets its identity."""

    def of(self, value: ExampleValue) -> int:
        """Return the number of objects in `value`; shared ones count wherever they are."""
        if id(value) not in self._known:
            count = isinstance(value, Fields) + sum(map(self.of, children_of(value)))
            self._known[id(value)] = (value, count)
        return self._known[id(value)][1]
