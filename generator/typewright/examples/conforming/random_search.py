"""Random values for schemas whose compositions the systematic search does not satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from typewright.base.json_value import JsonObject, JsonValue
from typewright.examples.conforming.candidates import Base, CandidateMaker
from typewright.examples.walk import MAX_TYPES
from typewright.ir import ABSENT, Absent
from typewright.schemas.conjunction import Conjunction

_DEEPEST = 12
_LIKELY = 6
"""The number of likely values from which a part is chosen."""
_FUTILE = 30
"""The number of successive guesses without a value after which the search ends, since no value may be finite."""


class RandomSearch(Struct, frozen=True):
    """Samples random values with `maker`."""

    maker: CandidateMaker

    def values(self, conjunction: Conjunction, name: str, count: int) -> Iterator[JsonValue]:
        """Yield at most `count` random values for a conjunction of schemas."""
        failures = 0
        for _ in range(count):
            value = self._value(conjunction, name, 0)
            failures = failures + 1 if isinstance(value, Absent) else 0
            if failures >= _FUTILE:
                return
            if not isinstance(value, Absent):
                yield value

    def _value(self, conjunction: Conjunction, name: str, depth: int) -> Base:
        if not conjunction.is_satisfiable or depth > _DEEPEST or next(self.maker.steps, None) is None:
            return ABSENT
        rng = self.maker.rng
        chosen = conjunction.alternatives()
        if chosen is not None:
            rest, branches = chosen
            return self._value(rest.extended_by(*rng.pick(branches)), name, depth + 1) if branches else ABSENT
        kinds = conjunction.types()
        listed = any(True for keyword in ("enum", "const") for _ in conjunction.values_of(keyword))
        kind = rng.pick(kinds) if kinds and not listed else ""
        if kind == "object":
            return self._object(conjunction, depth)
        if kind == "array":
            return self._array(conjunction, name, depth)
        narrowed = conjunction.extended_by({"type": kind}) if kind else conjunction
        likely = list(islice(self.maker.values(narrowed, ABSENT, name, depth), _LIKELY))
        return rng.pick(likely) if likely else ABSENT

    def _object(self, conjunction: Conjunction, depth: int) -> Base:
        rng = self.maker.rng
        required = conjunction.required()
        made: JsonObject = {}
        for name in dict.fromkeys((*required, *conjunction.declared())):
            if name not in required and rng.boolean():
                continue
            value = self._value(conjunction.property(name), name, depth + 1)
            if not isinstance(value, Absent):
                made[name] = value
            elif name in required:
                return ABSENT
        return next(self.maker.sized(conjunction, made, depth), ABSENT)

    def _array(self, conjunction: Conjunction, name: str, depth: int) -> Base:
        rng = self.maker.rng
        least, most = conjunction.lower_limit("minItems"), conjunction.upper_limit("maxItems")
        if least > MAX_TYPES:
            return ABSENT
        wanted = list(conjunction.values_of("contains"))
        fewest = max(least, len(wanted))
        prefix = max(
            (len(schemas) for schemas in conjunction.values_of("prefixItems") if isinstance(schemas, list)), default=0
        )
        fewest += rng.pick((0, prefix))
        size = rng.integer(fewest, fewest + 2 if most is None else max(fewest, min(fewest + 2, most)))
        items: list[JsonValue] = []
        first = rng.integer(0, max(0, size - len(wanted)))
        for index in range(size):
            item = conjunction.item(index)
            if first <= index < first + len(wanted):
                item = item.extended_by(wanted[index - first])
            value = self._value(item, name, depth + 1)
            if isinstance(value, Absent):
                break
            items.append(value)
        return items if len(items) >= least else ABSENT
