"""Values that a process which builds repeatedly keeps from each build for the next one.

A value is kept together with its inputs, which are compared with those of the next build before it is used. Elsewhere,
and in processes that were forked for a part of a build, nothing is kept. `StoredValues` are kept, too, where they are
stored for the next process.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, cast

Value = TypeVar("Value")
Values = dict[tuple[str, Hashable], Any]
"""Values by the name of their kind and a key: one of each, however many builds there are."""

_values: ContextVar[Values | None] = ContextVar("values", default=None)
_stored: ContextVar[Values | None] = ContextVar("stored values", default=None)


@contextmanager
def values_kept(values: Values) -> Iterator[None]:
    """Keep values of builds inside the block in `values`, and find those of earlier builds there."""
    token = _values.set(values)
    try:
        yield
    finally:
        _values.reset(token)


@contextmanager
def values_stored(values: Values) -> Iterator[None]:
    """Keep `StoredValues` of builds inside the block in `values`, and find those of earlier processes there."""
    token = _stored.set(values)
    try:
        yield
    finally:
        _stored.reset(token)


def are_values_kept() -> bool:
    """Return whether this process keeps values for a next build."""
    return _values.get() is not None


def are_values_kept_or_stored() -> bool:
    """Return whether `StoredValues` are kept, for a next build of this process or of another one."""
    return are_values_kept() or _stored.get() is not None


class KeptValues(Generic[Value]):
    """The values of one kind."""

    def __init__(self, name: str) -> None:
        """Create it; `name` is the name of the kind."""
        self._name = name

    def find(self, key: Hashable = "") -> Value | None:
        """Return the value that the last build kept; None if there is none."""
        values = self._all()
        return None if values is None else cast("Value | None", values.get((self._name, key)))

    def keep(self, value: Value, key: Hashable = "") -> None:
        """Keep a value for the next build, in place of the one of the last build."""
        values = self._all()
        if values is not None:
            values[self._name, key] = value

    def _all(self) -> Values | None:
        return _values.get()


class StoredValues(KeptValues[Mapping[str, tuple[str, ...]]]):
    """The values of one kind that are texts, with texts as keys, so that they can be stored."""

    def _all(self) -> Values | None:
        return _values.get() if are_values_kept() else _stored.get()
