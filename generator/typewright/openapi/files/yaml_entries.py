"""Composition of a YAML text by its entries, so that a process that reads it again composes only what has changed.

An entry is a key of a block mapping with its value: all lines from the one of the key to the next key in the same
column. It is a YAML text of its own, with the same value, unless it is no whole one: then it has a syntax error, and
the text is composed as a whole, as it is where anything else is unusual (anchors, directives, repeated keys, warnings).
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from typewright.base.json_value import JsonObject
from typewright.openapi.files.limits import MAX_DEPTH
from typewright.openapi.files.lines import Lines
from typewright.openapi.files.yaml12 import Composer

_WHOLE = 12_000
"""The number of characters up to which an entry is not divided further."""
_LEVELS = 20
"""The number of levels that are divided at most."""
_MARKS = ("\n---", "\n...", "\n%", "\r")
"""What a directive, a document, and a line that does not end with a line feed alone begin or end with."""
_NOTHING = re.compile(r"(?: *(?:#[^\n]*)?(?:\n|\Z))*")
_OPENING = re.compile(r"( *)[^\s#][^\n]*?: *(?:#[^\n]*)?\n(?:(?: *(?:#[^\n]*)?\n)*)(?P<inner> *)(?=[\w\"'/$])")


class _UnusualError(Exception):
    """The text cannot be composed by entries."""


class Entries:
    """The values of the entries of texts, by their text: those of the last composition of each file."""

    def __init__(self) -> None:
        """Create it without entries."""
        self._values: dict[str, dict[str, bytes]] = {}
        self._composed: set[str] = set()

    def forget_others(self) -> None:
        """Forget the entries of files that have not been composed since the last call."""
        self._values = {file: values for file, values in self._values.items() if file in self._composed}
        self._composed = set()

    def compose(self, lines: Lines) -> JsonObject | None:
        """Return the value of a text; None if it cannot be composed by entries."""
        text = lines.text.removeprefix("---\n")
        composition = _Composition(self._values.get(lines.file, {}))
        try:
            if any(mark in f"\n{text}" for mark in _MARKS):
                raise _UnusualError
            value = composition.mapping(text, 0, 0)
        except _UnusualError:
            return None
        self._values[lines.file] = composition.used
        self._composed.add(lines.file)
        return value


class _Composition:
    """The composition of one text: entries that are known, and those that it uses."""

    def __init__(self, known: dict[str, bytes]) -> None:
        self._known = known
        self.used: dict[str, bytes] = {}

    def mapping(self, text: str, column: int, level: int) -> JsonObject:
        """Return the value of a block mapping whose keys are in a column. Raises _UnusualError if there is none."""
        starts = [found.start() for found in _key_in(column).finditer(f"\n{text}")]
        if not starts or not _NOTHING.fullmatch(text[: starts[0]]):
            raise _UnusualError
        value: JsonObject = {}
        count = 0
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            entry = self._entry(text[start:end], column, level)
            count += len(entry)
            value.update(entry)
        if len(value) < count:
            raise _UnusualError  # a key is repeated
        return value

    def _entry(self, text: str, column: int, level: int) -> JsonObject:
        opening = _OPENING.match(text) if len(text) > _WHOLE and level < _LEVELS else None
        if opening is None or len(opening["inner"]) <= column:
            return self._whole(text, level)
        first = text.index("\n") + 1
        head = self._whole(text[:first], level)
        if len(head) != 1 or None not in head.values():
            raise _UnusualError
        return dict.fromkeys(head, self.mapping(text[first:], len(opening["inner"]), level + 1))

    def _whole(self, text: str, level: int) -> JsonObject:
        """Return the value of a text that is not divided further."""
        content = self._known.get(text) or self.used.get(text)
        if content is None:
            composer = _EntryComposer(Lines("", text))
            value = composer.compose()
            if not isinstance(value, dict) or not composer.is_usual(level):
                raise _UnusualError
            content = marshal.dumps(value)
        self.used[text] = content
        found: JsonObject = marshal.loads(content)  # noqa: S302 - what this process has composed
        return found


class _EntryComposer(Composer):
    """Composes the text of an entry."""

    def is_usual(self, level: int) -> bool:
        """Return whether the value does not depend on other entries, nor on the number of mappings around it."""
        return not self.diagnostics and not self._anchors and self._deepest + level <= MAX_DEPTH


@cache
def _key_in(column: int) -> re.Pattern[str]:
    """Return a pattern for the end of a line before a key in a column."""
    return re.compile(f"\n{' ' * column}(?=[\\w\"'/$])")


_kept: ContextVar[Entries | None] = ContextVar("entries", default=None)


@contextmanager
def entries_kept(entries: Entries) -> Iterator[None]:
    """Compose YAML texts by entries inside the block, and keep the values of these texts alone in `entries`."""
    token = _kept.set(entries)
    try:
        yield
    finally:
        _kept.reset(token)
        entries.forget_others()


def composed_by_entries(lines: Lines) -> JsonObject | None:
    """Return the value of a YAML text where entries are kept; None elsewhere, and if it must be composed as a whole."""
    entries = _kept.get()
    return None if entries is None else entries.compose(lines)
