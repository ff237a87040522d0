"""Candidate values for schemas, similar to a given value.

Candidates satisfy the keywords on type, size and form; a validator has to check whether they satisfy compositions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeAlias

from msgspec import Struct

from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.random_stream import RandomStream
from typewright.examples.conforming.text import FILLERS, texts
from typewright.examples.walk import LONGEST_TEXT, MAX_TYPES
from typewright.ir import ABSENT, Absent
from typewright.schemas.conjunction import Conjunction
from typewright.schemas.numbers import numbers

_DEEPEST = 24
"""The depth to which values are made."""
_TRIED = 12
"""The number of values that are tried for one part of a value."""

Base: TypeAlias = "JsonValue | Absent"


class CandidateMaker(Struct, frozen=True):
    """Makes random values; `authored` returns example texts of the API by the name of their field."""

    rng: RandomStream
    authored: Callable[[str], Sequence[str]]
    steps: Iterator[int]
    """The number of parts of values that may still be made; parts multiply where each has several alternatives."""

    def values(self, conjunction: Conjunction, base: Base, name: str, depth: int = 0) -> Iterator[JsonValue]:
        """Yield values for a conjunction of schemas, most similar to `base` first; ABSENT is similar to none."""
        if not conjunction.is_satisfiable or depth > _DEEPEST or next(self.steps, None) is None:
            return
        chosen = conjunction.alternatives()
        if chosen is None:
            yield from self._plain(conjunction, base, name, depth)
            return
        rest, branches = chosen
        options = [rest.extended_by(*branch) for branch in branches]
        for option in sorted(options, key=lambda option: (option.types() == ("null",), -_similarity(option, base))):
            yield from islice(self.values(option, base, name, depth + 1), 4 * _TRIED)

    def _plain(self, conjunction: Conjunction, base: Base, name: str, depth: int) -> Iterator[JsonValue]:
        """Yield values for schemas without compositions."""
        listed = _listed(conjunction)
        if listed is not None:
            usable = [value for value in listed if conjunction.is_satisfied_by(value)]
            if usable and base not in usable:
                yield self.rng.pick(usable)
            yield from sorted(usable, key=lambda value: value != base)
            return
        kinds = conjunction.types()
        for kind in sorted(kinds, key=lambda kind: (not _is_of_type(base, kind), kind == "null")):
            yield from self._of_kind(kind, conjunction, base if _is_of_type(base, kind) else ABSENT, name, depth)

    def _of_kind(self, kind: str, conjunction: Conjunction, base: Base, name: str, depth: int) -> Iterator[JsonValue]:
        match kind:
            case "object":
                yield from self._objects(conjunction, base if isinstance(base, dict) else {}, depth)
            case "array":
                yield from self._arrays(conjunction, base if isinstance(base, list) else [ABSENT], name, depth)
            case _:
                first = [] if isinstance(base, Absent) else [base]
                yield from filter(conjunction.is_satisfied_by, chain(first, self._scalars(kind, conjunction, name)))

    def _scalars(self, kind: str, conjunction: Conjunction, name: str) -> Iterator[JsonValue]:
        match kind:
            case "string":
                least, most = conjunction.lower_limit("minLength"), conjunction.upper_limit("maxLength")
                if least > LONGEST_TEXT:
                    return
                yield from texts(
                    name,
                    self.rng,
                    formats=conjunction.texts("format"),
                    patterns=conjunction.texts("pattern"),
                    least=least,
                    most=most,
                    authored=self.authored(name),
                )
            case "integer" | "number":
                yield from numbers(conjunction.bounds(), self.rng, integers_only=kind == "integer")
            case "boolean":
                yield from (True, False)
            case "null":
                yield None

    def _objects(self, conjunction: Conjunction, base: JsonObject, depth: int) -> Iterator[JsonObject]:
        """Yield objects: first with the properties of `base` and the required ones, then with more and with fewer.

        The last one has an undeclared property.
        """
        required = conjunction.required()
        whole = self._members(
            conjunction, base, (*base, *(name for name in required if name not in base)), required, depth
        )
        least = whole if set(base) <= set(required) else self._members(conjunction, base, required, required, depth)
        if whole is None or least is None:
            return
        yield from self.sized(conjunction, whole, depth)
        yield from self._varied(conjunction, whole, depth)
        yield from (
            {key: value for key, value in whole.items() if key != name} for name in whole if name not in required
        )
        yield from self.sized(conjunction, least, depth)
        yield from self._varied(conjunction, least, depth)
        further = [name for name in conjunction.declared() if name not in whole]
        more = self._members(conjunction, base, (*whole, *further), required, depth)
        if more is not None:
            yield from ({**whole, name: more[name]} for name in further if name in more)
            yield more
        for name in self._free_names(conjunction):
            undeclared = self._members(conjunction, {}, (name,), (), depth)
            if undeclared and name not in whole:
                yield {**whole, **undeclared}  # as a closed branch of `oneOf` refuses it
                return

    def _members(
        self, conjunction: Conjunction, base: JsonObject, names: Sequence[str], required: Sequence[str], depth: int
    ) -> JsonObject | None:
        """Return an object with the properties of `names` that get values; None if a required one has no value."""
        made: JsonObject = {}
        for name in names:
            value = next(self.values(conjunction.property(name), base.get(name, ABSENT), name, depth + 1), ABSENT)
            if not isinstance(value, Absent):
                made[name] = value
            elif name in required:
                return None
        return made

    def sized(self, conjunction: Conjunction, made: JsonObject, depth: int) -> Iterator[JsonObject]:
        """Yield `made` with properties added up to the minimum, or removed down to the maximum number."""
        least, most = conjunction.lower_limit("minProperties"), conjunction.upper_limit("maxProperties")
        required = conjunction.required()
        if least > MAX_TYPES:
            return
        sized = dict(made)
        names = chain((name for name in conjunction.declared() if name not in made), self._free_names(conjunction))
        while len(sized) < least:
            name = next(names, None)
            if name is None:
                return
            if name not in sized:
                sized.update(self._members(conjunction, {}, (name,), (), depth) or {})
        for name in reversed(tuple(sized)):
            if most is not None and len(sized) > most and name not in required:
                del sized[name]
        yield sized
        for name, needed in (
            pair for dependencies in conjunction.values_of("dependentRequired") for pair in _pairs(dependencies)
        ):
            if name in sized:
                grown = self._members(conjunction, sized, (*sized, *needed), (), depth)
                yield from () if grown is None else (grown,)

    def _free_names(self, conjunction: Conjunction) -> Iterator[str]:
        """Yield names of undeclared properties that satisfy the patterns and the schema of property names."""
        names = conjunction.property_name()
        patterns = [
            pattern
            for schemas in conjunction.values_of("patternProperties")
            if isinstance(schemas, dict)
            for pattern in schemas
        ]
        constrained = [names.extended_by({"pattern": pattern}) for pattern in patterns]
        for schema in (names, *constrained):
            usual = ("key", *(f"key{index}" for index in range(1, 20)))
            yield from (name for name in usual if schema.is_satisfied_by(name))
            for _ in range(_TRIED):
                yield from (name for name in islice(self.values(schema, ABSENT, "key"), 3) if isinstance(name, str))

    def _varied(self, conjunction: Conjunction, made: JsonObject, depth: int) -> Iterator[JsonObject]:
        """Yield copies of `made` with another value for one property."""
        for name in made:
            options = self.values(conjunction.property(name), made[name], name, depth + 1)
            for value in islice(options, 1, 4):
                if value != made[name]:
                    yield {**made, name: value}

    def _arrays(
        self, conjunction: Conjunction, base: Sequence[Base], name: str, depth: int
    ) -> Iterator[list[JsonValue]]:
        """Yield arrays, first of the length of `base` if allowed, with items similar to those not ABSENT."""
        least, most = conjunction.lower_limit("minItems"), conjunction.upper_limit("maxItems")
        if least > MAX_TYPES:
            return
        wanted = list(conjunction.values_of("contains"))
        length = max(least, len(base), len(wanted))
        length = length if most is None else min(length, most)
        unique = any(unique is True for unique in conjunction.values_of("uniqueItems"))
        for size in dict.fromkeys((length, max(least, len(wanted)), least, least + 1)):
            items: list[JsonValue] = []
            for index in range(size):
                item = conjunction.item(index)
                if wanted and index >= size - len(wanted):
                    item = item.extended_by(wanted[index - size])
                old = base[index] if index < len(base) else ABSENT
                value = self._item(item, old, name, items if unique else (), depth)
                if isinstance(value, Absent):
                    break
                items.append(value)
            if len(items) >= least and (most is None or len(items) <= most):
                if len(items) > 1 and all(map(_is_placeholder, items)):
                    yield [f"<value {number}>" for number in range(1, len(items) + 1)]
                yield items
                for value in islice(self.values(conjunction.item(0), ABSENT, name, depth + 1), _TRIED):
                    yield [value, *items[1:]]

    def _item(self, conjunction: Conjunction, old: Base, name: str, taken: Sequence[JsonValue], depth: int) -> Base:
        """Return an item that is not in `taken`; ABSENT if none is found."""
        known = {json.dumps(value, sort_keys=True) for value in taken}
        for base in (old, ABSENT, ABSENT, ABSENT, ABSENT):
            for value in islice(self.values(conjunction, base, name, depth + 1), _TRIED):
                if not known or json.dumps(value, sort_keys=True) not in known:
                    return value
        return ABSENT


def _is_placeholder(value: JsonValue) -> bool:
    """Return whether a text is only a placeholder for a value."""
    return isinstance(value, str) and (value in FILLERS or value.startswith("<value"))


def _pairs(needed: JsonValue) -> Iterator[tuple[str, list[str]]]:
    for name, names in needed.items() if isinstance(needed, dict) else ():
        if isinstance(names, list):
            yield name, [str(name) for name in names]


def _listed(conjunction: Conjunction) -> list[JsonValue] | None:
    """Return the values of `const` or `enum`; None without either."""
    for value in conjunction.values_of("const"):
        return [value]
    return next((values for values in conjunction.values_of("enum") if isinstance(values, list)), None)


def _is_of_type(value: Base, kind: str) -> bool:
    """Return whether a value is of a JSON Schema type."""
    match value:
        case bool():
            return kind == "boolean"
        case int() | float():
            return kind == "number" or (kind == "integer" and value == int(value))
        case str():
            return kind == "string"
        case dict():
            return kind == "object"
        case list():
            return kind == "array"
        case None:
            return kind == "null"
    return False


def _similarity(conjunction: Conjunction, base: Base) -> int:
    """Return how well a value fits a branch: the number of declared properties minus that of wrong or missing ones."""
    if isinstance(base, Absent) or not conjunction.is_satisfiable:
        return -100 if not conjunction.is_satisfiable else 0
    if not conjunction.is_satisfied_by(base):
        return -50
    if not isinstance(base, dict):
        return 0
    score = -3 * sum(name not in base for name in conjunction.required())
    for name, value in base.items():
        below = conjunction.property(name)
        if name in conjunction.declared():
            score += 1 if below.is_satisfied_by(value) else -5
        elif not below.is_satisfiable:
            score -= 5
    return score
