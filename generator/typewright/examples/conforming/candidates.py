"""Candidates for a value that schemas ask for, near to a value that is there already.

Candidates meet what each schema says of type, size and form; whether they meet compositions too is for a validator.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias

from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.random_stream import RandomStream
from typewright.examples.conforming.text import FILLERS, texts
from typewright.ir import ABSENT, Absent
from typewright.schemas.conjunction import Conjunction
from typewright.schemas.numbers import numbers

_DEEPEST = 24
"""How deep below its place a value is made."""
_TRIED = 12
"""How many values are tried for one part of a value."""

Base: TypeAlias = "JsonValue | Absent"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes values from one stream of draws; `authored` are example texts of the API by the name of their field."""

    rng: RandomStream
    authored: Callable[[str], Sequence[str]]
    steps: Iterator[int]
    """One for each part of a value that may be made yet; parts multiply where each of them has several ways to be."""

    def values(self, asked: Conjunction, base: Base, name: str, depth: int = 0) -> Iterator[JsonValue]:
        """Yield values, those most like `base` first; ABSENT is like nothing."""
        if not asked.possible or depth > _DEEPEST or next(self.steps, None) is None:
            return
        chosen = asked.alternatives()
        if chosen is None:
            yield from self._plain(asked, base, name, depth)
            return
        rest, branches = chosen
        options = [rest.and_also(*branch) for branch in branches]
        for option in sorted(options, key=lambda option: (option.kinds() == ("null",), -_likeness(option, base))):
            yield from islice(self.values(option, base, name, depth + 1), 4 * _TRIED)

    def _plain(self, asked: Conjunction, base: Base, name: str, depth: int) -> Iterator[JsonValue]:
        """Yield values for schemas in which nothing is left to choose but a type."""
        listed = _listed(asked)
        if listed is not None:
            usable = [value for value in listed if asked.fits(value)]
            if usable and base not in usable:
                yield self.rng.pick(usable)
            yield from sorted(usable, key=lambda value: value != base)
            return
        kinds = asked.kinds()
        for kind in sorted(kinds, key=lambda kind: (not _is(base, kind), kind == "null")):
            yield from self._of_kind(kind, asked, base if _is(base, kind) else ABSENT, name, depth)

    def _of_kind(self, kind: str, asked: Conjunction, base: Base, name: str, depth: int) -> Iterator[JsonValue]:
        match kind:
            case "object":
                yield from self._objects(asked, base if isinstance(base, dict) else {}, depth)
            case "array":
                yield from self._arrays(asked, base if isinstance(base, list) else [ABSENT], name, depth)
            case _:
                first = [] if isinstance(base, Absent) else [base]
                yield from filter(asked.fits, chain(first, self._scalars(kind, asked, name)))

    def _scalars(self, kind: str, asked: Conjunction, name: str) -> Iterator[JsonValue]:
        match kind:
            case "string":
                least, most = asked.least("minLength"), asked.most("maxLength")
                yield from texts(
                    name,
                    self.rng,
                    formats=asked.texts("format"),
                    patterns=asked.texts("pattern"),
                    least=least,
                    most=most,
                    authored=self.authored(name),
                )
            case "integer" | "number":
                yield from numbers(asked.bounds(), self.rng, whole=kind == "integer")
            case "boolean":
                yield from (True, False)
            case "null":
                yield None

    def _objects(self, asked: Conjunction, base: JsonObject, depth: int) -> Iterator[JsonObject]:
        """Yield objects: first with what `base` has and what is required, then with more and with less."""
        required = asked.required()
        whole = self._members(asked, base, (*base, *(name for name in required if name not in base)), required, depth)
        least = whole if set(base) <= set(required) else self._members(asked, base, required, required, depth)
        if whole is None or least is None:
            return
        yield from self.sized(asked, whole, depth)
        yield from self._varied(asked, whole, depth)
        yield from (
            {key: value for key, value in whole.items() if key != name} for name in whole if name not in required
        )
        yield from self.sized(asked, least, depth)
        yield from self._varied(asked, least, depth)
        further = [name for name in asked.declared() if name not in whole]
        more = self._members(asked, base, (*whole, *further), required, depth)
        if more is not None:
            yield from ({**whole, name: more[name]} for name in further if name in more)
            yield more

    def _members(
        self, asked: Conjunction, base: JsonObject, names: Sequence[str], required: Sequence[str], depth: int
    ) -> JsonObject | None:
        """Return an object with those of `names` that a value is found for; None where a required one is missing."""
        made: JsonObject = {}
        for name in names:
            value = next(self.values(asked.property(name), base.get(name, ABSENT), name, depth + 1), ABSENT)
            if not isinstance(value, Absent):
                made[name] = value
            elif name in required:
                return None
        return made

    def sized(self, asked: Conjunction, made: JsonObject, depth: int) -> Iterator[JsonObject]:
        """Yield `made` with as many properties as are asked for at least, at most as many as are allowed."""
        least, most = asked.least("minProperties"), asked.most("maxProperties")
        required = asked.required()
        sized = dict(made)
        names = chain((name for name in asked.declared() if name not in made), self._free_names(asked))
        while len(sized) < least:
            name = next(names, None)
            if name is None:
                return
            if name not in sized:
                sized.update(self._members(asked, {}, (name,), (), depth) or {})
        for name in reversed(tuple(sized)):
            if most is not None and len(sized) > most and name not in required:
                del sized[name]
        yield sized
        for name, needed in (
            pair for dependencies in asked.values_of("dependentRequired") for pair in _pairs(dependencies)
        ):
            if name in sized:
                grown = self._members(asked, sized, (*sized, *needed), (), depth)
                yield from () if grown is None else (grown,)

    def _free_names(self, asked: Conjunction) -> Iterator[str]:
        """Yield names for properties that no schema declares, as patterns or the names' own schema ask for them."""
        names = asked.property_name()
        patterns = [
            pattern
            for schemas in asked.values_of("patternProperties")
            if isinstance(schemas, dict)
            for pattern in schemas
        ]
        told = [names.and_also({"pattern": pattern}) for pattern in patterns]
        for schema in (names, *told):
            usual = ("key", *(f"key{index}" for index in range(1, 20)))
            yield from (name for name in usual if schema.fits(name))
            for _ in range(_TRIED):
                yield from (name for name in islice(self.values(schema, ABSENT, "key"), 3) if isinstance(name, str))

    def _varied(self, asked: Conjunction, made: JsonObject, depth: int) -> Iterator[JsonObject]:
        """Yield `made` with another value of one property."""
        for name in made:
            options = self.values(asked.property(name), made[name], name, depth + 1)
            for value in islice(options, 1, 4):
                if value != made[name]:
                    yield {**made, name: value}

    def _arrays(self, asked: Conjunction, base: Sequence[Base], name: str, depth: int) -> Iterator[list[JsonValue]]:
        """Yield arrays: first as long as `base` as far as that is allowed, with items like those that aren't ABSENT."""
        least, most = asked.least("minItems"), asked.most("maxItems")
        wanted = list(asked.values_of("contains"))
        length = max(least, len(base), len(wanted))
        length = length if most is None else min(length, most)
        unique = any(unique is True for unique in asked.values_of("uniqueItems"))
        for size in dict.fromkeys((length, max(least, len(wanted)), least, least + 1)):
            items: list[JsonValue] = []
            for index in range(size):
                item = asked.item(index)
                if wanted and index >= size - len(wanted):
                    item = item.and_also(wanted[index - size])
                old = base[index] if index < len(base) else ABSENT
                value = self._item(item, old, name, items if unique else (), depth)
                if isinstance(value, Absent):
                    break
                items.append(value)
            if len(items) >= least and (most is None or len(items) <= most):
                if len(items) > 1 and all(map(_is_placeholder, items)):
                    yield [f"<value {number}>" for number in range(1, len(items) + 1)]
                yield items
                for value in islice(self.values(asked.item(0), ABSENT, name, depth + 1), _TRIED):
                    yield [value, *items[1:]]

    def _item(self, asked: Conjunction, old: Base, name: str, taken: Sequence[JsonValue], depth: int) -> Base:
        """Return an item that is none of `taken`."""
        known = {json.dumps(value, sort_keys=True) for value in taken}
        for base in (old, ABSENT, ABSENT, ABSENT, ABSENT):
            for value in islice(self.values(asked, base, name, depth + 1), _TRIED):
                if not known or json.dumps(value, sort_keys=True) not in known:
                    return value
        return ABSENT


def _is_placeholder(value: JsonValue) -> bool:
    """Whether a text says nothing but that there is one."""
    return isinstance(value, str) and (value in FILLERS or value.startswith("<value"))


def _pairs(needed: JsonValue) -> Iterator[tuple[str, list[str]]]:
    for name, names in needed.items() if isinstance(needed, dict) else ():
        if isinstance(names, list):
            yield name, [str(name) for name in names]


def _listed(asked: Conjunction) -> list[JsonValue] | None:
    """Return the values that `const` and `enum` list; None where neither is said."""
    for value in asked.values_of("const"):
        return [value]
    return next((values for values in asked.values_of("enum") if isinstance(values, list)), None)


def _is(value: Base, kind: str) -> bool:
    """Whether a value is of a type of JSON Schema."""
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


def _likeness(asked: Conjunction, base: Base) -> int:
    """Return how well a value fits a branch: its properties that are known, less those that are wrong or missing."""
    if isinstance(base, Absent) or not asked.possible:
        return -100 if not asked.possible else 0
    if not asked.fits(base):
        return -50
    if not isinstance(base, dict):
        return 0
    score = -3 * sum(name not in base for name in asked.required())
    for name, value in base.items():
        below = asked.property(name)
        if name in asked.declared():
            score += 1 if below.fits(value) else -5
        elif not below.possible:
            score -= 5
    return score
