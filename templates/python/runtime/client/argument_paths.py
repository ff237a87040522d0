"""Arguments by name, and members of arguments that are a whole body: `request/cursor`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .wire_values import is_absent, is_object


def argument_at(arguments: Mapping[str, Any], path: str) -> Any:
    """Return an argument, or a member of one; None if it is missing."""
    keyword, _, member = path.partition("/")
    value = arguments.get(keyword)
    if not member or is_absent(value):
        return value
    if is_object(value):
        return value.get(_key(value, member))
    return getattr(value, member, None)


def with_arguments(
    arguments: Mapping[str, Any], changed: Mapping[str, Any]
) -> dict[str, Any]:
    """Return a copy of arguments in which those at some paths are replaced."""
    made = dict(arguments)
    for path, value in changed.items():
        keyword, _, member = path.partition("/")
        given: Any = made.get(keyword)
        if not member:
            made[keyword] = value
        elif is_absent(given) or is_object(given):
            held: Mapping[str, Any] = given or {}
            made[keyword] = {**held, _key(held, member): value}
        else:
            made[keyword] = given.model_copy(update={member: value})
    return made


def _key(held: Mapping[str, Any], attribute: str) -> str:
    """Return the key of an attribute in a dictionary: its name in Python or on the wire."""
    letters = attribute.replace("_", "").lower()
    return next(
        (key for key in held if re.sub(r"[\W_]", "", key).lower() == letters),
        attribute,
    )
