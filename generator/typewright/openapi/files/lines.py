"""Conversion of character offsets in a text to lines and columns.

A line ends at LF, CR LF or CR (YAML 1.2.2, section 5.4; NEL, LS and PS do not end a line). Lines and columns are
counted from 1, columns in characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, Location, Severity

_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = re.compile(r"[ \t]*")


class Span(NamedTuple):
    """A half-open range of character offsets in a text."""

    start: int
    end: int


class Lines:
    """The lines of a text; `file` is the name of the text in messages."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        ends = accumulate(map(len, self.text.split("\n")), initial=0)  # without the line ends
        return [end + number for number, end in enumerate(ends)][:-1]

    def line(self, number: int) -> str | None:
        """Return the text of line `number` (from 1) without its line end; None if there is no such line."""
        if not 1 <= number <= len(self._starts):
            return None
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_start(self, offset: int) -> int:
        """Return the offset of the start of the line that contains `offset`."""
        return self._starts[bisect_right(self._starts, min(offset, len(self.text))) - 1]

    def indentation(self, offset: int) -> str:
        """Return the blanks and tabs at the start of the line that contains `offset`."""
        match = _BLANKS.match(self.text, self.line_start(offset))
        return match.group() if match else ""

    def location(self, span: Span) -> Location:
        """Return the location of `span`. Its length is at least 1 and does not exceed the first line."""
        start = min(span.start, len(self.text))
        number = bisect_right(self._starts, start)
        ends = self._starts[number] if number < len(self._starts) else len(self.text)
        marked = self.text[start : min(span.end, ends)].rstrip(" \t\r\n")
        return Location(self.file, number, start - self._starts[number - 1] + 1, max(1, len(marked)))

    def diagnostic(
        self, code: str, message: str, span: Span, *, pointer: str | None = None, help_text: str | None = None
    ) -> Diagnostic:
        """Return a diagnostic at `span`, by default with the help of the registry. W codes are warnings."""
        return Diagnostic(
            code=code,
            message=message,
            severity=Severity.WARNING if code.startswith("W") else Severity.ERROR,
            location=self.location(span),
            pointer=pointer,
            help=REGISTRY[code].help if help_text is None else help_text,
        )
