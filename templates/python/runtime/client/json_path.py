"""The JSONPath expressions that descriptions of paging use: members, indices, and `length()`-free paths of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from .wire_values import is_array, is_object

_STEP = re.compile(
    r"""\.?(?:([^.\[\]'"]+)|\[\s*(?:(-?\d+)|'([^']*)'|"([^"]*)")\s*\])"""
)


@lru_cache(maxsize=256)
def steps(path: str) -> tuple[str | int, ...]:
    """Cut `$.data[-1]['id']` into its steps. Raise `ValueError` for what is no path of members and indices."""
    text = path.removeprefix("$")
    steps: list[str | int] = []
    end = 0
    while end < len(text):
        match = _STEP.match(text, end)
        if match is None:
            raise ValueError(
                f"the path {path!r} has something at {end} that is no member and no index"
            )
        name, index, single, double = match.groups()
        steps.append(
            int(index)
            if index is not None
            else next(part for part in (name, single, double) if part is not None)
        )
        end = match.end()
    return tuple(steps)


def found(path: str, value: Any) -> Any:
    """Return the value at `path` in parsed JSON; None if there is none."""
    for step in steps(path):
        if isinstance(step, int):
            value = (
                value[step]
                if is_array(value) and -len(value) <= step < len(value)
                else None
            )
        else:
            value = value.get(step) if is_object(value) else None
    return value
