"""Composition of a YAML text by its entries, so that who reads it again composes only what has changed.

An entry is a key of a block mapping with its value: all lines from the one of the key to the next key in the same
column. It is a YAML text of its own, with the same value, unless it is no whole one: then it has a syntax error, and
the text is composed as a whole, as it is where anything else is unusual (anchors, directives, repeated keys, warnings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from types import MappingProxyType

import msgspec

from typewright.base.digest import digest
from typewright.base.json_value import JsonObject
from typewright.openapi.files.limits import MAX_DEPTH
from typewright.openapi.files.lines import Lines
from typewright.openapi.files.yaml12 import Composer

_WHOLE = 24_000
"""The number of characters up to which an entry is not divided further."""
_LEVELS = 3
"""The number of levels that are divided at most."""
_MARKS = ("\n---", "\n...", "\n%", "\r")
"""What a directive, a document, and a line that does not end with a line feed alone begin or end with."""
_DECODER = msgspec.json.Decoder()
_NOTHING = re.compile(r"(?: *(?:#[^\n]*)?(?:\n|\Z))*")
_OPENING = re.compile(r"( *)[^\s#][^\n]*?: *(?:#[^\n]*)?\n(?:(?: *(?:#[^\n]*)?\n)*)(?P<inner> *)(?=[\w\"'/$])")


class Entries:
    """The values of the entries of texts, encoded, by the digest of their text: the last composition of each file."""

    def __init__(self, values: Mapping[str, Mapping[str, bytes]] = MappingProxyType({})) -> None:
        """Create it with the `values` of an earlier run."""
        self.values = dict(values)
        """The values by file, and by the digest of the entry's text."""
        self.is_changed = False
        """Whether a text has been composed that is not the last one of its file."""
        self._composed: set[str] = set()

    def forget_others(self) -> None:
        """Forget the entries of files that have not been composed since the last call."""
        self.values = {file: values for file, values in self.values.items() if file in self._composed}
        self._composed = set()

    def compose(self, lines: Lines) -> JsonObject | None:
        """Return the value of a text; None if it cannot be composed by entries."""
        text, known = "\n" + lines.text.removeprefix("---\n"), self.values.get(lines.file, {})
        if any(mark in text for mark in _MARKS):
            return None
        composition = _Composition(text, known)
        value = composition.mapping(1, len(text), 0, 0)
        self.is_changed |= composition.used.keys() != known.keys()
        self.values[lines.file] = composition.used
        self._composed.add(lines.file)
        return value if composition.is_usual else None


class _Composition:
    """The composition of one text, which begins with a line feed: entries that are known, and those that it uses."""

    def __init__(self, text: str, known: Mapping[str, bytes]) -> None:
        self._text, self._known = text, known
        self.used: dict[str, bytes] = {}
        self.is_usual = True
        """Whether the text can be composed by entries; if not, values are meaningless."""

    def mapping(self, start: int, end: int, column: int, level: int) -> JsonObject:
        """Return the value of the block mapping between two offsets, whose keys are in a column."""
        starts = [found.start() + 1 for found in _key_in(column).finditer(self._text, start - 1, end)]
        if not starts or not _NOTHING.fullmatch(self._text, start, starts[0]):
            return self._unusual()
        value: JsonObject = {}
        count = 0
        for begin, stop in zip(starts, [*starts[1:], end], strict=True):
            entry = self._entry(begin, stop, column, level)
            count += len(entry)
            value.update(entry)
        return value if len(value) == count else self._unusual()  # where a key is repeated

    def _entry(self, start: int, end: int, column: int, level: int) -> JsonObject:
        is_divided = end - start > _WHOLE and level < _LEVELS
        opening = _OPENING.match(self._text, start, end) if is_divided else None
        if opening is None or len(opening["inner"]) <= column:
            return self._whole(start, end)
        first = self._text.index("\n", start) + 1
        head = self._whole(start, first)
        if len(head) != 1 or None not in head.values():
            return self._unusual()
        return dict.fromkeys(head, self.mapping(first, end, len(opening["inner"]), level + 1))

    def _whole(self, start: int, end: int) -> JsonObject:
        """Return the value of an entry that is not divided further."""
        text = self._text[start:end]
        key = digest(text.encode("utf-8", "surrogatepass"))
        content = self._known.get(key) or self.used.get(key)
        value = None if content is None else _decoded(content)
        if content is None or value is None:
            value = _composed(text)
            content = None if value is None else _encoded(value)
        if content is not None:
            self.used[key] = content
        return self._unusual() if value is None else value

    def _unusual(self) -> JsonObject:
        self.is_usual = False
        return {}


def _composed(text: str) -> JsonObject | None:
    """Return the value of an entry's text; None if it has none of its own."""
    composer = _EntryComposer(Lines("", text))
    value = composer.compose()
    return value if isinstance(value, dict) and composer.is_usual else None


def _encoded(value: JsonObject) -> bytes | None:
    """Return a value as JSON; None if it has none, as a text with half a surrogate pair."""
    try:
        return msgspec.json.encode(value)
    except (ValueError, RecursionError):
        return None


def _decoded(content: bytes) -> JsonObject | None:
    """Return the value that was encoded; None if there is none."""
    try:
        value = _DECODER.decode(content)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


class _EntryComposer(Composer):
    """Composes the text of an entry."""

    @property
    def is_usual(self) -> bool:
        """Whether the value does not depend on other entries, nor on the mappings around it, `_LEVELS` at most."""
        return not self.diagnostics and not self._anchors and self._deepest + _LEVELS <= MAX_DEPTH


@cache
def _key_in(column: int) -> re.Pattern[str]:
    """Return a pattern for the end of a line before a key in a column."""
    return re.compile(f"\n{' ' * column}(?=[\\w\"'/$])")


_kept: ContextVar[Entries | None] = ContextVar("entries", default=None)


def are_entries_kept() -> bool:
    """Return whether this is inside a block of `entries_kept`."""
    return _kept.get() is not None


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
