"""A scanner of JSON text that records positions and finds what the parser of the standard library accepts wrongly."""

from __future__ import annotations

import json
import re
from typing import Final

from typewright.base.errors import Diagnostic
from typewright.openapi.files.core_schema import NotJsonError, parse_number
from typewright.openapi.files.limits import MAX_DEPTH, MAX_DIAGNOSTICS
from typewright.openapi.files.lines import Lines, Span
from typewright.openapi.files.positions import SpanNode, join_pointer

_WORD = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]|[^\s\[\]{},:"]+', re.DOTALL)
_LONE: Final = re.compile("[\ud800-\udfff]")
_Children = dict[str, SpanNode] | list[SpanNode]


class _Open:
    """A list or object that is being read."""

    __slots__ = ("children", "key", "key_end", "key_start", "start")

    def __init__(self, children: _Children, start: int) -> None:
        self.children = children
        self.start = start
        self.key: str | None = None
        self.key_start = -1
        self.key_end = -1


class JsonScanner:
    """Scans one JSON text that is syntactically valid; call `scan` once."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.diagnostics: list[Diagnostic] = []
        self._top: list[SpanNode] = []
        self._open = _Open(self._top, 0)
        self._stack: list[_Open] = []
        self._keys: dict[str, str] = {}

    def scan(self) -> SpanNode:
        """Return the spans of the whole text; `diagnostics` then holds the errors."""
        for match in _WORD.finditer(self.lines.text):
            word = match.group()
            start, end = match.span()
            if word in "{[":
                self._begin(_Open({} if word == "{" else [], start), start)
            elif word in "}]":
                self._finish(end)
            else:
                self._atom(word, start, end)
            if len(self._stack) > MAX_DEPTH or len(self.diagnostics) >= MAX_DIAGNOSTICS:
                break
        return self._top[0] if self._top else SpanNode(0, 1)

    def _begin(self, opened: _Open, start: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._report("E117", f"nested more than {MAX_DEPTH} levels deep", Span(start, start + 1))
        self._stack.append(self._open)
        self._open = opened

    def _finish(self, end: int) -> None:
        if not self._stack:
            return
        done, self._open = self._open, self._stack.pop()
        self._put(done.start, end, done.children)

    def _atom(self, word: str, start: int, end: int) -> None:
        parent = self._open
        if word[0] != '"':
            self._constant(word, Span(start, end))
        elif isinstance(parent.children, dict) and parent.key is None:
            self._key(self._keys.get(word) or self._string(word, start, end), Span(start, end), parent.children)
            return
        elif "\\" in word:
            self._string(word, start, end)
        self._put(start, end, None)

    def _string(self, word: str, start: int, end: int) -> str:
        if "\\" not in word:
            return self._keys.setdefault(word, word[1:-1])
        text = str(json.loads(word, strict=False))
        if _LONE.search(text):
            self._report("E118", "half of a surrogate pair is no character", Span(start, end))
        return text

    def _key(self, text: str, span: Span, children: dict[str, SpanNode]) -> None:
        parent = self._open
        parent.key, (parent.key_start, parent.key_end) = text, span
        first = children[text].key if text in children else None
        if first is not None:
            where = self.lines.location(first)
            self._report("E108", f"the key '{text}' is given twice; first at {where}", span)

    def _constant(self, word: str, span: Span) -> None:
        if word in ("NaN", "Infinity", "-Infinity"):
            self._report("E110", f"'{word}' has no place in JSON", span)
            return
        try:
            parse_number(word)
        except NotJsonError as fault:
            self._report(fault.code, str(fault), span)

    def _put(self, start: int, end: int, children: _Children | None) -> None:
        parent = self._open
        if isinstance(parent.children, list):
            parent.children.append(SpanNode(start, end, children=children))
        elif parent.key is not None:
            parent.children[parent.key] = SpanNode(start, end, parent.key_start, parent.key_end, children=children)
            parent.key = None

    def _report(self, code: str, message: str, span: Span) -> None:
        tokens: list[str | int] = []
        for opened in [*self._stack, self._open][1:]:
            if isinstance(opened.children, list):
                tokens.append(len(opened.children))
            elif opened.key is not None:
                tokens.append(opened.key)
        self.diagnostics.append(self.lines.diagnostic(code, message, span, pointer=join_pointer(tokens)))
