"""A scanner of JSON text that records positions, and reports invalid values that the standard library accepts."""

from __future__ import annotations

import json
import re
from typing import Final

from typewright.base.errors import Diagnostic
from typewright.openapi.files.core_schema import NotJsonError, parse_number
from typewright.openapi.files.limits import MAX_DEPTH, MAX_DIAGNOSTICS
from typewright.openapi.files.lines import Lines, Span
from typewright.openapi.files.positions import SpanNode, join_pointer

_LEXEME = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]|[^\s\[\]{},:"]+', re.DOTALL)
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_Children = dict[str, SpanNode] | list[SpanNode]


class _OpenContainer:
    """An array or object whose end has not been read."""

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
        self._root_nodes: list[SpanNode] = []
        self._container = _OpenContainer(self._root_nodes, 0)
        self._stack: list[_OpenContainer] = []
        self._keys: dict[str, str] = {}

    def scan(self) -> SpanNode:
        """Return the spans of the whole text, and add the errors to `diagnostics`."""
        for match in _LEXEME.finditer(self.lines.text):
            lexeme = match.group()
            start, end = match.span()
            if lexeme in "{[":
                self._start_container(_OpenContainer({} if lexeme == "{" else [], start), start)
            elif lexeme in "}]":
                self._end_container(end)
            else:
                self._atom(lexeme, start, end)
            if len(self._stack) > MAX_DEPTH or len(self.diagnostics) >= MAX_DIAGNOSTICS:
                break
        return self._root_nodes[0] if self._root_nodes else SpanNode(0, 1)

    def _start_container(self, opened: _OpenContainer, start: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._report("E117", f"nested more than {MAX_DEPTH} levels deep", Span(start, start + 1))
        self._stack.append(self._container)
        self._container = opened

    def _end_container(self, end: int) -> None:
        if not self._stack:
            return
        ended, self._container = self._container, self._stack.pop()
        self._add_node(ended.start, end, ended.children)

    def _atom(self, lexeme: str, start: int, end: int) -> None:
        parent = self._container
        if lexeme[0] != '"':
            self._constant(lexeme, Span(start, end))
        elif isinstance(parent.children, dict) and parent.key is None:
            self._key(self._keys.get(lexeme) or self._string(lexeme, start, end), Span(start, end), parent.children)
            return
        elif "\\" in lexeme:
            self._string(lexeme, start, end)
        self._add_node(start, end, None)

    def _string(self, lexeme: str, start: int, end: int) -> str:
        if "\\" not in lexeme:
            return self._keys.setdefault(lexeme, lexeme[1:-1])
        text = str(json.loads(lexeme, strict=False))
        if _LONE_SURROGATE.search(text):
            self._report("E118", "half of a surrogate pair is no character", Span(start, end))
        return text

    def _key(self, text: str, span: Span, children: dict[str, SpanNode]) -> None:
        parent = self._container
        parent.key, (parent.key_start, parent.key_end) = text, span
        first = children[text].key if text in children else None
        if first is not None:
            where = self.lines.location(first)
            self._report("E108", f"the key '{text}' is given twice; first at {where}", span)

    def _constant(self, lexeme: str, span: Span) -> None:
        if lexeme in ("NaN", "Infinity", "-Infinity"):
            self._report("E110", f"'{lexeme}' has no place in JSON", span)
            return
        try:
            parse_number(lexeme)
        except NotJsonError as fault:
            self._report(fault.code, str(fault), span)

    def _add_node(self, start: int, end: int, children: _Children | None) -> None:
        parent = self._container
        if isinstance(parent.children, list):
            parent.children.append(SpanNode(start, end, children=children))
        elif parent.key is not None:
            parent.children[parent.key] = SpanNode(start, end, parent.key_start, parent.key_end, children=children)
            parent.key = None

    def _report(self, code: str, message: str, span: Span) -> None:
        tokens: list[str | int] = []
        for opened in [*self._stack, self._container][1:]:
            if isinstance(opened.children, list):
                tokens.append(len(opened.children))
            elif opened.key is not None:
                tokens.append(opened.key)
        self.diagnostics.append(self.lines.diagnostic(code, message, span, pointer=join_pointer(tokens)))
