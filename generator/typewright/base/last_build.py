"""Values that a process which builds repeatedly keeps from each build for the next one.

A value is kept together with its inputs, which are compared with those of the next build before it is used. Elsewhere,
and in processes that were forked for a part of a build, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, cast

Value = TypeVar("Value")
Values = dict[tuple[str, Hashable], Any]
"""Values by the name of their kind and a key: one of each, however many builds there are."""

_values: ContextVar[Values | None] = ContextVar("values", default=None)


@contextmanager
def values_kept(values: Values) -> Iterator[None]:
    """Keep values of builds inside the block in `values`, and find those of earlier builds there."""
    token = _values.set(values)
    try:
        yield
    finally:
        _values.reset(token)


def are_values_kept() -> bool:
    """Return whether this process keeps values for a next build."""
    return _values.get() is not None


class KeptValues(Generic[Value]):
    """The values of one kind."""

    def __init__(self, name: str) -> None:
        """Create it; `name` is the name of the kind."""
        self._name = name

    def find(self, key: Hashable = "") -> Value | None:
        """Return the value that the last build kept; None if there is none."""
        values = _values.get()
        return None if values is None else cast("Value | None", values.get((self._name, key)))

    def keep(self, value: Value, key: Hashable = "") -> None:
        """Keep a value for the next build, in place of the one of the last build."""
        values = _values.get()
        if values is not None:
            values[self._name, key] = value
