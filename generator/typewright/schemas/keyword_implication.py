"""Decides whether a schema implies a single assertion keyword (JSON Schema 2020-12 Validation, 6.1 to 6.5)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from typewright.base.json_value import JsonValue
from typewright.schemas.conjunction import Conjunction
from typewright.schemas.numbers import Bounds, exact_fraction

_TRIVIAL_PATTERNS: Final = frozenset({"", "^", "$", ".*", "^.*", ".*$", "^.*$", "(?:)", "[\\s\\S]*", "^[\\s\\S]*$"})
"""Regular expressions that every text matches. Line ends, which `.` does not match, are disregarded."""
_WIDER_FORMAT: Final = {"int64": "int32", "double": "float", "idn-email": "email", "idn-hostname": "hostname"}
"""Format → a format whose values are a subset of its values."""


def is_trivial_pattern(pattern: str) -> bool:
    """Return whether every text matches a regular expression."""
    return pattern in _TRIVIAL_PATTERNS


def finite_values(schema: Conjunction) -> list[JsonValue] | None:
    """Return the values of `enum` or `const` that satisfy the other keywords; None if there is neither."""
    written = next((values for values in schema.values_of("enum") if isinstance(values, list)), None) or next(
        ([value] for value in schema.values_of("const")), None
    )
    return None if written is None else [value for value in written if schema.is_satisfied_by(value)]


def implies_keyword(keyword: str, value: JsonValue, narrow: Conjunction) -> bool | None:
    """Return whether all values that are valid against `narrow` satisfy a keyword; None if it has no rule here."""
    rule = _RULES.get(keyword)
    if rule is None:
        return None
    values = finite_values(narrow)
    if values is not None:
        wide = Conjunction(({keyword: value},), narrow.resolve_link)
        return (
            all(wide.is_satisfied_by(candidate) for candidate in values)
            if keyword in _VALUE_KEYWORDS
            else rule(value, narrow)
        )
    return rule(value, narrow)


_VALUE_KEYWORDS: Final = frozenset(
    {
        *("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "pattern", "format"),
    }
)


def _is_type_implied(value: JsonValue, narrow: Conjunction) -> bool:
    allowed = set(map(str, value)) if isinstance(value, list) else {str(value)}
    if "number" in allowed:
        allowed.add("integer")
    return set(narrow.types()) <= allowed


def _is_enum_implied(value: JsonValue, narrow: Conjunction) -> bool:
    """Return whether an enumeration lists all values of the types of `narrow`; only booleans and null are finite."""
    all_values: dict[str, list[JsonValue]] = {"boolean": [True, False], "null": [None]}
    enum = value if isinstance(value, list) else [value]
    return all(
        type_ in all_values and all(any(candidate is member for member in enum) for candidate in all_values[type_])
        for type_ in narrow.types()
    )


def _is_const_implied(value: JsonValue, narrow: Conjunction) -> bool:
    return _is_enum_implied([value], narrow)


def _lower_limit_rule(keyword: str) -> Callable[[JsonValue, Conjunction], bool]:
    def is_implied(value: JsonValue, narrow: Conjunction) -> bool:
        """Return whether the lower limit of `narrow` is at least `value`."""
        limit = narrow.lower_limit(keyword)
        if keyword == "minProperties":
            limit = max(limit, len(narrow.required()))
        return isinstance(value, int) and limit >= value

    return is_implied


def _upper_limit_rule(keyword: str) -> Callable[[JsonValue, Conjunction], bool]:
    def is_implied(value: JsonValue, narrow: Conjunction) -> bool:
        """Return whether the upper limit of `narrow` is at most `value`."""
        limit = narrow.upper_limit(keyword)
        return isinstance(value, int) and limit is not None and limit <= value

    return is_implied


def _is_minimum_implied(value: JsonValue, narrow: Conjunction) -> bool:
    lowest = _lowest(narrow.bounds())
    return isinstance(value, int | float) and lowest is not None and lowest[0] >= exact_fraction(value)


def _is_exclusive_minimum_implied(value: JsonValue, narrow: Conjunction) -> bool:
    lowest = _lowest(narrow.bounds())
    return isinstance(value, int | float) and lowest is not None and lowest >= (exact_fraction(value), 1)


def _is_maximum_implied(value: JsonValue, narrow: Conjunction) -> bool:
    highest = _highest(narrow.bounds())
    return isinstance(value, int | float) and highest is not None and highest[0] <= exact_fraction(value)


def _is_exclusive_maximum_implied(value: JsonValue, narrow: Conjunction) -> bool:
    highest = _highest(narrow.bounds())
    return isinstance(value, int | float) and highest is not None and highest <= (exact_fraction(value), -1)


def _lowest(bounds: Bounds) -> tuple[Fraction, int] | None:
    limits = [
        (limit, shift) for limit, shift in ((bounds.minimum, 0), (bounds.exclusive_minimum, 1)) if limit is not None
    ]
    return max(limits, default=None)


def _highest(bounds: Bounds) -> tuple[Fraction, int] | None:
    limits = [
        (limit, shift) for limit, shift in ((bounds.maximum, 0), (bounds.exclusive_maximum, -1)) if limit is not None
    ]
    return min(limits, default=None)


def _is_multiple_of_implied(value: JsonValue, narrow: Conjunction) -> bool:
    factors = narrow.bounds().factors
    return isinstance(value, int | float) and (
        any((factor / exact_fraction(value)).denominator == 1 for factor in factors)
        or ((1 / exact_fraction(value)).denominator == 1 and "number" not in narrow.types())
    )


def _is_pattern_implied(value: JsonValue, narrow: Conjunction) -> bool:
    return isinstance(value, str) and (is_trivial_pattern(value) or value in narrow.texts("pattern"))


def _is_format_implied(value: JsonValue, narrow: Conjunction) -> bool:
    formats = narrow.texts("format")
    return value in formats or (isinstance(value, str) and _WIDER_FORMAT.get(value) in formats)


def _is_unique_items_implied(value: JsonValue, narrow: Conjunction) -> bool:
    limit = narrow.upper_limit("maxItems")
    return value is not True or True in narrow.values_of("uniqueItems") or (limit is not None and limit <= 1)


_RULES: Final[dict[str, Callable[[JsonValue, Conjunction], bool]]] = {
    "type": _is_type_implied,
    "enum": _is_enum_implied,
    "const": _is_const_implied,
    "minimum": _is_minimum_implied,
    "maximum": _is_maximum_implied,
    "exclusiveMinimum": _is_exclusive_minimum_implied,
    "exclusiveMaximum": _is_exclusive_maximum_implied,
    "multipleOf": _is_multiple_of_implied,
    **{keyword: _lower_limit_rule(keyword) for keyword in ("minLength", "minItems", "minProperties")},
    **{keyword: _upper_limit_rule(keyword) for keyword in ("maxLength", "maxItems", "maxProperties")},
    "pattern": _is_pattern_implied,
    "format": _is_format_implied,
    "uniqueItems": _is_unique_items_implied,
}
