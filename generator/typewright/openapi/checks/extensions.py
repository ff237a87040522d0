"""Warnings about vendor extensions of the family that are not implemented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from typewright.base.errors import Diagnostic, Severity
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonValue
from typewright.openapi.document import Document
from typewright.openapi.extensions import FAMILY, UNDERSTOOD

_MENTIONED = re.compile(rf"{FAMILY}[\w-]+")


def unknown_extensions(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each extension of the family that is not understood, at its first occurrence."""
    mentioned = {name for source in document.sources for name in _MENTIONED.findall(source.text)} - UNDERSTOOD
    if not mentioned:
        return
    for name, pointer in sorted(_first_pointers(document.root, mentioned).items()):
        close = get_close_matches(name, sorted(UNDERSTOOD), n=1, cutoff=0.8)
        yield Diagnostic(
            code="W305",
            message=f"the extension '{name}' is not understood and has no effect",
            severity=Severity.WARNING,
            location=document.location(pointer, at_key=True),
            pointer=pointer,
            help=f"did you mean '{close[0]}'?" if close else "remove it, or leave it to the tool that reads it",
        )


def _first_pointers(root: JsonValue, names: set[str]) -> dict[str, str]:
    """Map each key in `names` to the JSON pointer of its first occurrence in document order."""
    pointers: dict[str, str] = {}
    stack: list[tuple[str, JsonValue]] = [("#", root)]
    while stack and len(pointers) < len(names):
        pointer, value = stack.pop()
        if isinstance(value, list):
            stack += [(f"{pointer}/{index}", item) for index, item in reversed(list(enumerate(value)))]
        elif isinstance(value, dict):
            for key in value:
                if key in names:
                    pointers.setdefault(key, f"{pointer}/{escape(key)}")
            stack += [(f"{pointer}/{escape(key)}", item) for key, item in reversed(list(value.items()))]
    return pointers
