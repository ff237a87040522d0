"""One file: bytes -> plain JSON values, and JSON pointer -> line and column.

The content decides whether a file is YAML 1.2 (`yaml12`) or JSON (RFC 8259, `json_text`). A fast first pass yields the
values; the positions are computed by a slower second pass, only when a message needs one.
"""

from __future__ import annotations

import json
import re
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.codes import REGISTRY
from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, Location, Severity, SpecError
from typewright.base.json_value import JsonValue
from typewright.base.limits import gc_paused
from typewright.openapi.files.encoding import decode, decode_leniently
from typewright.openapi.files.json_faults import json_fault
from typewright.openapi.files.json_scanner import JsonScanner
from typewright.openapi.files.json_text import SuspectJsonError, parse_json
from typewright.openapi.files.limits import MAX_BYTES
from typewright.openapi.files.lines import Lines, Span
from typewright.openapi.files.other_formats import format_of_bytes, format_of_text, merge_conflict_offset
from typewright.openapi.files.positions import SpanNode, find_span_node, split_pointer
from typewright.openapi.files.single_position import Found, JsonPositions, YamlPositions
from typewright.openapi.files.yaml12 import Composer
from typewright.openapi.files.yaml_entries import composed_by_entries
from typewright.openapi.files.yaml_positions import MarkingComposer

_NON_SPACE = re.compile(r"\S")
Syntax = Literal["yaml", "json"]


class Source(Struct, frozen=True, dict=True):
    """A file: its text without byte order mark, its value, and the warnings of reading it."""

    file: str
    text: str
    value: JsonValue
    syntax: Syntax
    diagnostics: tuple[Diagnostic, ...] = ()
    content_digest: str = ""
    """The digest of the bytes of the file."""

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.file, self.text)

    @cached_property
    def _positions(self) -> JsonPositions | YamlPositions:
        return JsonPositions(self.text) if self.syntax == "json" else YamlPositions(self.text)

    @cached_property
    def _root(self) -> SpanNode:
        with gc_paused():
            if self.syntax == "json":
                return JsonScanner(self._lines).scan()
            composer = MarkingComposer(self._lines)
            composer.compose()
            return composer.root

    def locate(self, pointer: str, *, at_key: bool = False) -> Location:
        """Return the location of the value at `pointer` (`/a/b/0` or `#/a/b/0`), or of its key if `at_key`.

        If there is no value, return the location of the nearest existing ancestor, or of its key if it has one.
        """
        span_node, exact = self._found(tuple(split_pointer(pointer)))
        span = span_node.key if span_node.key is not None and (at_key or not exact) else span_node.value
        return self._lines.location(span)

    def _found(self, tokens: tuple[str, ...]) -> Found:
        """Return the position at `tokens`, without those of all other values if that is sooner."""
        found: Found | None = None
        if "_root" not in vars(self):
            with gc_paused():
                found = self._positions.find(tokens)
        return found or find_span_node(self._root, tokens)

    def written_pointer(self, pointer: str) -> str:
        """Return the pointer in the file as it was written, which differs from `pointer` if the file was converted."""
        return pointer

    def line(self, number: int) -> str | None:
        """Return line `number` (from 1) without its line end; None if there is no such line."""
        return self._lines.line(number)


def read_source(path: Path, shown_as: str) -> Source:
    """Read the file at `path`, which messages call `shown_as`. Raises SpecError with all diagnostics of the file."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = str(getattr(fault, "strerror", None) or fault).lower()
        raise _file_error("E101", shown_as, f"cannot read '{shown_as}': {reason}") from fault
    if len(content) > MAX_BYTES:
        raise _file_error("E120", shown_as, f"the file has more than {MAX_BYTES:,} bytes")
    return parse_source(content, shown_as)


def parse_source(content: bytes, file: str) -> Source:
    """Parse `content`, which messages call `file`. Raises SpecError with all diagnostics."""
    lines = _decode_text(content, file)
    first = _NON_SPACE.search(lines.text)
    if first is None:
        raise SpecError([lines.diagnostic("E104", "the file is empty", Span(0, 1))])
    try:
        with gc_paused():
            source = _parse_json(lines) if first.group() in "{[" else None
            return replace(source or _parse_yaml(lines), content_digest=digest(content))
    except SpecError as fault:
        raise _merge_conflict_error(lines, fault) or fault from None


def _decode_text(content: bytes, file: str) -> Lines:
    """Return the text of a file. Raises SpecError if it is no text, or of a recognized other format."""
    archive = format_of_bytes(content)
    if archive is not None:
        raise _file_error("E102", file, f"this is {archive.what}, and no text", archive.help)
    lines = Lines(file, decode(content, file))
    other = format_of_text(lines.text)
    if other is not None:
        raise _file_error("E321", file, f"this is {other.what}, not a description in YAML or JSON", other.help)
    return lines


def _merge_conflict_error(lines: Lines, fault: SpecError) -> SpecError | None:
    """Return the error for a merge conflict in a text that has the syntax error `fault`; None if there is none."""
    syntax = next((diagnostic.code for diagnostic in fault.diagnostics if diagnostic.code in ("E105", "E107")), None)
    start = None if syntax is None else merge_conflict_offset(lines.text)
    if syntax is None or start is None:
        return None
    advice = "keep one side of each conflict, and remove the lines with the marks"
    return SpecError(
        [lines.diagnostic(syntax, "a merge conflict begins here", Span(start, start + 7), help_text=advice)]
    )


def line_of_file(file: str, number: int) -> str | None:
    """Return a line of a file that was not parsed, for `errors.render`; None if there is no such line."""
    return _lines_of(file).line(number)


@lru_cache(maxsize=4)
def _lines_of(file: str) -> Lines:
    try:
        with Path(file).open("rb") as opened:
            content = opened.read(MAX_BYTES)
    except (OSError, ValueError):
        content = b""
    return Lines(file, decode_leniently(content))


def _parse_json(lines: Lines) -> Source | None:
    """Return the source of a JSON text; None if it may be YAML in flow style. Raises SpecError."""
    suffix = PurePosixPath(lines.file).suffix.lower()
    try:
        return Source(lines.file, lines.text, parse_json(lines.text), "json")
    except SuspectJsonError:
        scanner = JsonScanner(lines)
        scanner.scan()
        too_deep = lines.diagnostic("E117", "nested too deeply", Span(0, 1))
        raise SpecError(scanner.diagnostics or [too_deep]) from None
    except json.JSONDecodeError as fault:
        if suffix in (".yaml", ".yml") or (suffix != ".json" and _is_yaml(lines)):
            return None
        raise SpecError([json_fault(fault, lines)]) from fault


def _parse_yaml(lines: Lines) -> Source:
    """Return the source of a YAML text. Raises SpecError."""
    value: JsonValue = composed_by_entries(lines)
    diagnostics: list[Diagnostic] = []
    if value is None:
        composer = Composer(lines)
        value = composer.compose()
        if composer.diagnostics:
            marking_composer = MarkingComposer(lines)
            marking_composer.compose()
            diagnostics = marking_composer.diagnostics
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise SpecError(diagnostics)
    if PurePosixPath(lines.file).suffix.lower() == ".json":
        diagnostics.append(lines.diagnostic("W102", "the file is named .json but holds YAML", Span(0, 1)))
    return Source(file=lines.file, text=lines.text, value=value, syntax="yaml", diagnostics=tuple(diagnostics))


def _is_yaml(lines: Lines) -> bool:
    composer = Composer(lines)
    composer.compose()
    return not composer.diagnostics


def _file_error(code: str, file: str, message: str, help_text: str | None = None) -> SpecError:
    return SpecError([Diagnostic(code, message, location=Location(file, 1, 1), help=help_text or REGISTRY[code].help)])
