"""The valid value nearest to an invalid one: valid parts are kept, invalid ones replaced.

A value is found for all usual schemas that have one, but not for some whose compositions constrain each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import Final

from msgspec import Struct, field

from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.random_stream import RandomStream
from typewright.examples.conforming.candidates import Base, CandidateMaker
from typewright.examples.conforming.random_search import RandomSearch
from typewright.ir import ABSENT, Absent
from typewright.schemas.conjunction import Conjunction, conjunction_of
from typewright.schemas.validation import SchemaValidator

_CANDIDATES = 80
"""The number of values that are tried at one location."""
_RANDOM_VALUES = 300
"""The number of values that are guessed if the systematic search fails."""
_STEPS = 40_000
"""The number of parts of values that are made in total: four times what the largest known descriptions need."""
_MENDED = 40
"""The number of locations of one value that are corrected."""

_NONEMPTY: Final[JsonObject] = {"minLength": 1, "minItems": 1, "minProperties": 1}

Path = tuple[str | int, ...]


def is_empty(value: JsonValue) -> bool:
    """Return whether `value` is null, or a text, an array or an object with nothing in it."""
    return value in (None, "", [], {})


class Conforming(Struct, frozen=True):
    """Finds valid values; `authored` returns example texts of the API by the name of their field."""

    validator: SchemaValidator
    authored: Callable[[str], Sequence[str]]
    steps: Iterator[int] = field(default_factory=lambda: iter(range(_STEPS)))
    """The number of parts of values that may still be made, in all searches together."""

    def nearest(self, pointer: str, value: JsonValue, name: str = "") -> Base:
        """Return a value that is valid at `pointer` and differs from `value` as little as possible.

        ABSENT if none is found. `name` is the name of the field that the value is for.
        """
        for _ in range(_MENDED):
            invalid = list(dict.fromkeys(error.path for error in self.validator.validation_errors(pointer, value)))
            if not invalid:
                return value
            if len(invalid) > _MENDED:
                return ABSENT  # the value was truncated everywhere: a complete one would exceed the limit of examples
            attempts = (self._repaired(pointer, value, path, name) for path in invalid)
            repaired = next((attempt for attempt in attempts if not isinstance(attempt, Absent)), ABSENT)
            if isinstance(repaired, Absent):
                break
            value = repaired
        random_search = self._random_values(pointer, name)
        return next((guess for guess in random_search if self.validator.is_valid(pointer, guess)), ABSENT)

    def fresh(self, pointer: str, name: str = "", *, null: bool = True) -> Base:
        """Return a new value that is valid at `pointer`, null only if `null`; ABSENT if none is found."""
        candidates = chain(self._candidates(pointer, (), ABSENT, name), self._random_values(pointer, name))
        wanted = (candidate for candidate in candidates if null or candidate is not None)
        return next((value for value in wanted if self.validator.is_valid(pointer, value)), ABSENT)

    def nonempty(self, pointer: str, name: str = "") -> Base:
        """Return a new value that is valid at `pointer`, not null and not empty; ABSENT if none is found."""
        conjunction = self._conjunction_at(pointer, ()).extended_by(_NONEMPTY)
        maker = CandidateMaker(RandomStream(f"{conjunction.canonical_text()} {name}"), self.authored, self.steps)
        candidates = islice(maker.values(conjunction, ABSENT, name), _CANDIDATES)
        return next(
            (value for value in candidates if not is_empty(value) and self.validator.is_valid(pointer, value)), ABSENT
        )

    def nearest_of_branch(self, pointer: str, branch: int, value: JsonValue) -> Base:
        """Return a value for one branch of the union at `pointer` that is valid against the whole union."""
        conjunction = self._conjunction_at(pointer, ())
        chosen = conjunction.alternatives()
        if chosen is None or branch >= len(chosen[1]):
            return ABSENT
        narrowed = chosen[0].extended_by(*chosen[1][branch])
        maker = CandidateMaker(RandomStream(narrowed.canonical_text()), self.authored, self.steps)
        candidates = islice(maker.values(narrowed, value, ""), _CANDIDATES)
        return next((candidate for candidate in candidates if self.validator.is_valid(pointer, candidate)), ABSENT)

    def _repaired(self, pointer: str, value: JsonValue, path: Path, name: str) -> Base:
        """Return `value` with another value at `path` or an enclosing path, such that there are no errors below it."""
        for depth in range(len(path), -1, -1):
            prefix = path[:depth]
            called = next((token for token in reversed(prefix) if isinstance(token, str)), name)
            for candidate in self._candidates(pointer, prefix, _at(value, prefix), called):
                changed = _with(value, prefix, candidate)
                if all(error.path[:depth] != prefix for error in self.validator.validation_errors(pointer, changed)):
                    return changed
        return ABSENT

    def _candidates(self, pointer: str, path: Path, base: Base, name: str) -> Iterator[JsonValue]:
        """Yield values for the location `path` inside a value for the schema at `pointer`."""
        conjunction = self._conjunction_at(pointer, path)
        maker = CandidateMaker(
            RandomStream(f"{conjunction.canonical_text()} {name} {path[-1] if path else ''}"), self.authored, self.steps
        )
        return islice(chain(_parsed_text(base), maker.values(conjunction, base, name)), _CANDIDATES)

    def _random_values(self, pointer: str, name: str) -> Iterator[JsonValue]:
        conjunction = self._conjunction_at(pointer, ())
        maker = CandidateMaker(RandomStream(f"{conjunction.canonical_text()} {name}"), self.authored, self.steps)
        return RandomSearch(maker).values(conjunction, name, _RANDOM_VALUES)

    def _conjunction_at(self, pointer: str, path: Path) -> Conjunction:
        """Return the schemas that apply at the location `path` inside a value for the schema at `pointer`."""
        conjunction = conjunction_of([self.validator.schema(pointer)], self.validator.resolve_link)
        for token in path:
            conjunction = conjunction.item(token) if isinstance(token, int) else conjunction.property(token)
        return conjunction


def _parsed_text(base: Base) -> Iterator[JsonValue]:
    """Yield the array or object that an authored string contains as JSON."""
    if isinstance(base, str) and base.lstrip()[:1] in ("[", "{"):
        with suppress(ValueError):
            yield json.loads(base)


def _at(value: JsonValue, path: Path) -> Base:
    for token in path:
        if isinstance(value, dict) and token in value:
            value = value[str(token)]
        elif isinstance(value, list) and isinstance(token, int) and token < len(value):
            value = value[token]
        else:
            return ABSENT
    return value


def _with(value: JsonValue, path: Path, new: JsonValue) -> JsonValue:
    """Return `value` with `new` at `path`."""
    if not path:
        return new
    token, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {**value, str(token): _with(value.get(str(token)), rest, new)}
    if isinstance(value, list) and isinstance(token, int):
        return [*value[:token], _with(value[token], rest, new), *value[token + 1 :]]
    return value
