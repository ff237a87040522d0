"""Results of functions for the same arguments as in the last build of this process.

A function must depend on its arguments alone, and nobody may change these or the result. Arguments are compared down to
all parts, which takes no time for those that are the same object; a result that is the same although the arguments are
not is the object of the last build, so that what depends on it is found, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from typewright.base.last_build import KeptValues, are_values_kept
from typewright.base.sameness import is_same

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")
_Call = tuple[tuple[Any, ...], Any]
"""The arguments of a call, and its result."""


class KeptResult(Generic[Result]):
    """The result of the last call of a function."""

    def __init__(self, function: Callable[..., Result]) -> None:
        """Create it without a result."""
        self._function = function
        self._last: KeptValues[_Call] = KeptValues(_name(function))

    def of(self, *arguments: Any, key: Hashable = "") -> Result:
        """Return the result for the arguments; `key` identifies the call among those of a build."""
        call = _call(self._function, arguments, self._last.find(key))
        self._last.keep(call, key)
        result: Result = call[1]
        return result


class KeptResults(Generic[Result]):
    """The results of the last calls of a function, one for each of many items."""

    def __init__(self, function: Callable[..., Result]) -> None:
        """Create it without results."""
        self._function = function
        self._last: KeptValues[tuple[tuple[Any, ...], dict[Any, _Call]]] = KeptValues(_name(function))

    def of(
        self, arguments: Mapping[Key, tuple[Any, ...]], key: Hashable = "", common: tuple[Any, ...] = ()
    ) -> dict[Key, Result]:
        """Return the result for the arguments of each item; `key` identifies the items among those of a build.

        The `common` arguments come first in each call. They are compared once, and none of the last results is taken
        without a call if they are not the same.
        """
        function = partial(self._function, *common) if common else self._function
        if not are_values_kept():
            return {item: function(*found) for item, found in arguments.items()}
        last_common, last = self._last.find(key) or ((), {})
        call = _call if is_same(last_common, common) else _new_call
        known = last.get
        calls = {item: call(function, found, known(item)) for item, found in arguments.items()}
        self._last.keep((common, calls), key)
        return {item: call[1] for item, call in calls.items()}

    def of_sequence(
        self, calls: Iterable[tuple[Hashable, tuple[Any, ...]]], key: Hashable = "", common: tuple[Any, ...] = ()
    ) -> list[Result]:
        """Return the result for each pair of an item and its arguments, in order; an item may come repeatedly.

        Other items may come or go anywhere in the sequence. `key` and `common` are as for `of`.
        """
        seen: Counter[Hashable] = Counter()
        arguments: dict[Hashable, tuple[Any, ...]] = {}
        for item, found in calls:
            arguments[item, seen[item]] = found
            seen[item] += 1
        return list(self.of(arguments, key, common).values())


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _call(function: Callable[..., Any], arguments: tuple[Any, ...], last: _Call | None) -> _Call:
    """Return a call, with the result of the last one if that had the same arguments.

    It has these arguments as they are now, which the next build compares with objects of its own.
    """
    if last is None:
        return arguments, function(*arguments)
    before, known = last
    return (arguments, known) if is_same(before, arguments) else _new_call(function, arguments, last)


def _new_call(function: Callable[..., Any], arguments: tuple[Any, ...], last: _Call | None) -> _Call:
    """Return a call that is made now, with the result of the last one if that is the same."""
    result = function(*arguments)
    return arguments, last[1] if last is not None and is_same(last[1], result) else result
