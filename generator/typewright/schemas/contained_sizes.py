"""Implication between assertions on type, value, size and form (JSON Schema 2020-12 Validation, 6.1 to 6.5)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from typewright.base.json_value import JsonValue
from typewright.schemas.conjunction import Conjunction
from typewright.schemas.numbers import Bounds, exact

_TRIVIAL_PATTERNS: Final = frozenset({"", "^", "$", ".*", "^.*", ".*$", "^.*$", "(?:)", "[\\s\\S]*", "^[\\s\\S]*$"})
"""Regular expressions that every text has a match of; line ends, which `.` leaves out, are passed over."""
_WIDER_FORMAT: Final = {"int64": "int32", "double": "float", "idn-email": "email", "idn-hostname": "hostname"}
"""Format → one that it contains."""


def is_trivial_pattern(pattern: str) -> bool:
    """Return whether every text matches a regular expression."""
    return pattern in _TRIVIAL_PATTERNS


def finite_values(schema: Conjunction) -> list[JsonValue] | None:
    """Return the values that an `enum` or a `const` admits, which the other keywords fit too; None without one."""
    written = next((values for values in schema.values_of("enum") if isinstance(values, list)), None) or next(
        ([value] for value in schema.values_of("const")), None
    )
    return None if written is None else [value for value in written if schema.fits(value)]


def implies_size(keyword: str, value: JsonValue, narrow: Conjunction) -> bool | None:
    """Return whether all values of `narrow` satisfy a keyword on type, value, size or form; None for other keywords."""
    rule = _RULES.get(keyword)
    if rule is None:
        return None
    values = finite_values(narrow)
    if values is not None:
        wide = Conjunction(({keyword: value},), narrow.resolve_link)
        return all(wide.fits(each) for each in values) if keyword in _SIMPLE else rule(value, narrow)
    return rule(value, narrow)


_SIMPLE: Final = frozenset(
    {
        *("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "pattern", "format"),
    }
)


def _type(value: JsonValue, narrow: Conjunction) -> bool:
    admitted = set(map(str, value)) if isinstance(value, list) else {str(value)}
    if "number" in admitted:
        admitted.add("integer")
    return set(narrow.kinds()) <= admitted


def _values(value: JsonValue, narrow: Conjunction) -> bool:
    """Whether an enumeration lists all values of the narrow types, which only booleans and null can have."""
    whole: dict[str, list[JsonValue]] = {"boolean": [True, False], "null": [None]}
    listed = value if isinstance(value, list) else [value]
    return all(
        kind in whole and all(any(each is member for member in listed) for each in whole[kind])
        for kind in narrow.kinds()
    )


def _constant(value: JsonValue, narrow: Conjunction) -> bool:
    return _values([value], narrow)


def _lower(keyword: str) -> Callable[[JsonValue, Conjunction], bool]:
    def is_implied(value: JsonValue, narrow: Conjunction) -> bool:
        """Whether the narrow lower limit is at least as high."""
        least = narrow.least(keyword)
        if keyword == "minProperties":
            least = max(least, len(narrow.required()))
        return isinstance(value, int) and least >= value

    return is_implied


def _upper(keyword: str) -> Callable[[JsonValue, Conjunction], bool]:
    def is_implied(value: JsonValue, narrow: Conjunction) -> bool:
        """Whether the narrow upper limit is at most as high."""
        most = narrow.most(keyword)
        return isinstance(value, int) and most is not None and most <= value

    return is_implied


def _minimum(value: JsonValue, narrow: Conjunction) -> bool:
    lowest = _lowest(narrow.bounds())
    return isinstance(value, int | float) and lowest is not None and lowest[0] >= exact(value)


def _exclusive_minimum(value: JsonValue, narrow: Conjunction) -> bool:
    lowest = _lowest(narrow.bounds())
    return isinstance(value, int | float) and lowest is not None and lowest >= (exact(value), 1)


def _maximum(value: JsonValue, narrow: Conjunction) -> bool:
    highest = _highest(narrow.bounds())
    return isinstance(value, int | float) and highest is not None and highest[0] <= exact(value)


def _exclusive_maximum(value: JsonValue, narrow: Conjunction) -> bool:
    highest = _highest(narrow.bounds())
    return isinstance(value, int | float) and highest is not None and highest <= (exact(value), -1)


def _lowest(bounds: Bounds) -> tuple[Fraction, int] | None:
    limits = [(limit, shift) for limit, shift in ((bounds.least, 0), (bounds.above, 1)) if limit is not None]
    return max(limits, default=None)


def _highest(bounds: Bounds) -> tuple[Fraction, int] | None:
    limits = [(limit, shift) for limit, shift in ((bounds.greatest, 0), (bounds.below, -1)) if limit is not None]
    return min(limits, default=None)


def _multiple(value: JsonValue, narrow: Conjunction) -> bool:
    steps = narrow.bounds().steps
    return isinstance(value, int | float) and (
        any((step / exact(value)).denominator == 1 for step in steps)
        or ((1 / exact(value)).denominator == 1 and "number" not in narrow.kinds())
    )


def _pattern(value: JsonValue, narrow: Conjunction) -> bool:
    return isinstance(value, str) and (is_trivial_pattern(value) or value in narrow.texts("pattern"))


def _format(value: JsonValue, narrow: Conjunction) -> bool:
    formats = narrow.texts("format")
    return value in formats or (isinstance(value, str) and _WIDER_FORMAT.get(value) in formats)


def _unique(value: JsonValue, narrow: Conjunction) -> bool:
    most = narrow.most("maxItems")
    return value is not True or True in narrow.values_of("uniqueItems") or (most is not None and most <= 1)


_RULES: Final[dict[str, Callable[[JsonValue, Conjunction], bool]]] = {
    "type": _type,
    "enum": _values,
    "const": _constant,
    "minimum": _minimum,
    "maximum": _maximum,
    "exclusiveMinimum": _exclusive_minimum,
    "exclusiveMaximum": _exclusive_maximum,
    "multipleOf": _multiple,
    **{keyword: _lower(keyword) for keyword in ("minLength", "minItems", "minProperties")},
    **{keyword: _upper(keyword) for keyword in ("maxLength", "maxItems", "maxProperties")},
    "pattern": _pattern,
    "format": _format,
    "uniqueItems": _unique,
}
