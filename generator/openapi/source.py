"""One file: bytes -> plain JSON values, and JSON pointer -> line and column.

YAML is read by the rules of version 1.2 (`yaml12`), JSON by RFC 8259 (`json_text`); which of the two a file is,
its content says. Values come from a quick walk; a second, careful one over the same text knows the places, and is
made only when a message needs one.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Literal

from generator.digest import digest
from generator.error_codes import REGISTRY
from generator.errors import Diagnostic, Location, Severity, SpecError
from generator.json_value import JsonValue
from generator.openapi.encoding import decode
from generator.openapi.json_faults import json_fault
from generator.openapi.json_scanner import JsonScanner
from generator.openapi.json_text import SuspectJsonError, parse_json
from generator.openapi.lines import Lines, Span
from generator.openapi.places import Place, find_place, split_pointer
from generator.openapi.yaml12 import Composer
from generator.openapi.yaml_places import MarkingComposer

MAX_BYTES = 256 * 1024 * 1024
"""Largest file that is read."""

Syntax = Literal["yaml", "json"]


@dataclass(frozen=True)
class Source:
    """A file that could be read: its text without byte order mark, its value, and warnings about it."""

    file: str
    text: str
    value: JsonValue
    syntax: Syntax
    diagnostics: tuple[Diagnostic, ...] = ()
    content_digest: str = ""
    """Digest of the bytes that were read; empty where the source is no file."""

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.file, self.text)

    @cached_property
    def _root(self) -> Place:
        with collection_paused():
            if self.syntax == "json":
                return JsonScanner(self._lines).scan()
            composer = MarkingComposer(self._lines)
            composer.compose()
            return composer.root

    def locate(self, pointer: str, *, key: bool = False) -> Location:
        """Return where the value at `pointer` stands (`/a/b/0` or `#/a/b/0`), or its key with `key`.

        A pointer that leads nowhere gives the nearest existing parent (its key, where it has one).
        """
        place, exact = find_place(self._root, split_pointer(pointer))
        span = place.key if place.key is not None and (key or not exact) else place.value
        return self._lines.location(span)

    def line(self, number: int) -> str | None:
        """Return line `number` (from 1) without its end, or None where there is none."""
        return self._lines.line(number)


def read_source(path: Path, shown_as: str) -> Source:
    """Return the file at `path`; messages call it `shown_as`.

    Raises SpecError with all diagnostics of the file.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _unreadable("E120", shown_as, f"the file has more than {MAX_BYTES:,} bytes")
        content = path.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or type(fault).__name__).lower()
        raise _unreadable("E101", shown_as, f"cannot read '{shown_as}': {reason}") from fault
    return replace(parse_source(content, shown_as), content_digest=digest(content))


def parse_source(content: bytes, file: str) -> Source:
    """Return the source that `content` holds, named `file` in messages. Raises SpecError as read_source."""
    text = decode(content, file)
    lines = Lines(file, text)
    if not text.strip():
        raise SpecError([lines.diagnostic("E104", "the file is empty", Span(0, 1))])
    with collection_paused():
        if text.lstrip()[:1] in "{[":
            try:
                return Source(file, text, parse_json(text), "json", _suffix_warning(lines, "json"))
            except SuspectJsonError:
                scanner = JsonScanner(lines)
                scanner.scan()
                raise SpecError(scanner.diagnostics) from None
            except json.JSONDecodeError as fault:
                if PurePosixPath(file).suffix not in (".yaml", ".yml"):
                    raise SpecError([json_fault(fault, lines)]) from fault
        return _parse_yaml(lines)


def _parse_yaml(lines: Lines) -> Source:
    composer = Composer(lines)
    value = composer.compose()
    found: list[Diagnostic] = []
    if composer.diagnostics:
        careful = MarkingComposer(lines)
        careful.compose()
        found = careful.diagnostics
        if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
            raise SpecError(found)
    return Source(lines.file, lines.text, value, "yaml", (*found, *_suffix_warning(lines, "yaml")))


def _suffix_warning(lines: Lines, syntax: Syntax) -> tuple[Diagnostic, ...]:
    if syntax == "yaml" and PurePosixPath(lines.file).suffix == ".json":
        return (lines.diagnostic("W102", "the file is named .json but holds YAML", Span(0, 1)),)
    return ()


def _unreadable(code: str, file: str, message: str) -> SpecError:
    return SpecError([Diagnostic(code, message, location=Location(file, 1, 1), help=REGISTRY[code].help)])


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector from looking at a growing tree over and over; halves the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
