# Typewright's runtime, copied as it is; its digest is d60b2aa7836cdc11.
"""What a failed validation leads to: another try with the wire's forms of Python's values, or errors that explain.

pydantic's own errors name the members of unions in their paths and tell what is wrong with every one of them. Ours have
the path that a value has on the wire, and of several members of a union the one that came nearest.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, get_args
from uuid import UUID

from pydantic import ValidationError
from pydantic_core import PydanticCustomError, core_schema

from .numbers import number_of
from .values import duration_text, is_array, is_object

_WITH_WIRE_FORM = (
    UUID,
    PurePath,
    Decimal,
    Enum,
    datetime.date,
    datetime.time,
    datetime.timedelta,
)
_NUMBERS = ("integer", "number")
_KNOWN_TYPES = frozenset(get_args(core_schema.ErrorType))
_AT_A_MISSING_KEY = ("missing", "extra_forbidden", "no_such_attribute")
LISTED = "listed"
"""The label of the only listed member of a union in the paths of errors."""
FALLBACK = "unlisted"
"""The error type of a union's fallback for unlisted values."""


def in_wire_form(fault: ValidationError, value: Any) -> Any:
    """Return `value` with its refused Python values in their wire form; None if there are none.

    Such values are UUIDs, paths, decimals, dates, times, durations and members of enumerations.
    """
    changes: dict[int, Any] = {}
    for error in fault.errors(include_url=False, include_context=False):
        refused = error["input"]
        if isinstance(refused, _WITH_WIRE_FORM) and not isinstance(
            changes.get(id(refused)), (int, float)
        ):
            changes[id(refused)] = _wire_form(refused, error["type"])
    return _replaced(value, changes) if changes else None


def _wire_form(value: Any, error: str) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return number_of(value) if error in _NUMBERS else format(value, "f")
    if isinstance(value, datetime.timedelta):
        return duration_text(value)
    return str(value) if isinstance(value, (UUID, PurePath)) else value.isoformat()


def _replaced(value: Any, changes: Mapping[int, Any]) -> Any:
    if is_object(value):
        return {name: _replaced(held, changes) for name, held in value.items()}
    if is_array(value):
        return [_replaced(item, changes) for item in value]
    return changes.get(id(value), value)


def explained(
    fault: ValidationError, value: Any, name: str | None = None
) -> ValidationError:
    """Return the errors of `value` with the paths of the wire, and one cause for each value that is wrong.

    `name` is what the text calls the value, instead of by its type.
    """
    errors: list[Any] = list(fault.errors(include_url=False))
    kept = _nearest([(_steps(error, value), error) for error in errors])
    details: list[Any] = []
    for path, error in kept:
        known = error["type"] in _KNOWN_TYPES
        kind = error["type"] if known else _custom(error)
        detail = {"type": kind, "loc": path, "input": error["input"]}
        details.append({**detail, "ctx": error.get("ctx", {})} if known else detail)
    # Whether a class hides inputs is to be seen in the text alone.
    is_hidden = "input_value=" not in str(fault)
    return ValidationError.from_exception_data(
        name or _readable(fault.title), details, hide_input=is_hidden
    )


# They are compiled for the first error: programs without one need not wait for that.
_WRAPPED = (
    r"^(?:function-\w+\[\w+\(\), |nullable\[|function-wrap\[(?=union))(.*?)(?:\(\))?\]$"
)
_UNION = r"^(?:tagged-)?union\[(.*)\]$"


def _readable(title: str) -> str:
    """Return the title of an error without the names of functions and labels: `Cat or Dog` for a checked union."""
    while wrapped := re.match(_WRAPPED, title, re.DOTALL):
        title = wrapped[1]
    union = re.match(_UNION, title, re.DOTALL)
    if union is None:
        return title
    labels = [label for label in _labels(union[1]) if label not in (LISTED, FALLBACK)]
    return " or ".join(map(_readable, labels)) or "a value"


def _labels(members: str) -> list[str]:
    """Return the labels of a union's members, which commas outside of brackets separate."""
    labels, depth = [""], 0
    for character in members:
        depth += (character == "[") - (character == "]")
        if character == "," and depth == 0:
            labels.append("")
        else:
            labels[-1] += character
    return labels


def _custom(error: Any) -> PydanticCustomError:
    message: Any = str(error["msg"]).replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(error["type"], message)


_Step = tuple[bool, Any]
"""One part of an error's path: whether it is of the value, and no label of a member of a union; and itself."""
_Located = tuple[list[_Step], Any]


def _steps(error: Any, value: Any) -> list[_Step]:
    """Return the path of an error."""
    steps: list[_Step] = []
    path = error["loc"]
    for index, part in enumerate(path):
        inner = _part_of(value, part)
        is_last = index == len(path) - 1
        if inner is not None:
            value = inner[0]
        is_key = inner is not None or (is_last and error["type"] in _AT_A_MISSING_KEY)
        steps.append((is_key, part))
    return steps


def _part_of(value: Any, part: Any) -> list[Any] | None:
    """Return the part of a value at a step, in a list; None if there is none."""
    if is_array(value):
        return [value[part]] if isinstance(part, int) and part < len(value) else None
    if not is_object(value):
        return None
    if part in value:
        return [value[part]]
    same = [name for name in value if _plain(name) == _plain(part)]
    return [value[same[0]]] if same else None


def _plain(name: Any) -> str:
    """Return what the name of a property and that of its attribute have in common."""
    return re.sub(r"[\W_]", "", str(name)).lower()


def _nearest(errors: list[_Located]) -> list[tuple[tuple[Any, ...], Any]]:
    """Return paths without labels, and errors; of each union only those of the member that came nearest."""
    found: list[tuple[tuple[Any, ...], Any]] = []
    unions: dict[tuple[Any, ...], dict[Any, list[_Located]]] = {}
    for steps, error in errors:
        label = next((index for index, step in enumerate(steps) if not step[0]), None)
        keys = tuple(part for _, part in steps[:label])
        if label is None:
            found.append((keys, error))
        else:
            members = unions.setdefault(keys, {})
            members.setdefault(steps[label][1], []).append((steps[label + 1 :], error))
    for keys, members in unions.items():
        nearest = min((_nearest(inside) for inside in members.values()), key=_distance)
        found += [(keys + path, error) for path, error in nearest]
    return found


def _distance(errors: list[tuple[tuple[Any, ...], Any]]) -> tuple[bool, int, int]:
    """Return how far a member of a union was from what was given: less is nearer."""
    is_fallback = all(error["type"] == FALLBACK for _, error in errors)
    return is_fallback, -max(len(path) for path, _ in errors), len(errors)
