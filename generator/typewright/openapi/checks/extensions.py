"""Vendor extensions of the family that nothing here understands."""

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
    """Yield a warning for each extension of the family that is not understood, at its first place."""
    mentioned = {name for source in document.sources for name in _MENTIONED.findall(source.text)} - UNDERSTOOD
    if not mentioned:
        return
    for name, pointer in sorted(_first_places(document.root, mentioned).items()):
        close = get_close_matches(name, sorted(UNDERSTOOD), n=1, cutoff=0.8)
        yield Diagnostic(
            code="W305",
            message=f"the extension '{name}' is not understood and has no effect",
            severity=Severity.WARNING,
            location=document.location(pointer, key=True),
            pointer=pointer,
            help=f"did you mean '{close[0]}'?" if close else "remove it, or leave it to the tool that reads it",
        )


def _first_places(root: JsonValue, names: set[str]) -> dict[str, str]:
    """Return the first pointer of each key among `names`, in document order."""
    found: dict[str, str] = {}
    pending: list[tuple[str, JsonValue]] = [("#", root)]
    while pending and len(found) < len(names):
        pointer, value = pending.pop()
        if isinstance(value, list):
            pending += [(f"{pointer}/{index}", item) for index, item in reversed(list(enumerate(value)))]
        elif isinstance(value, dict):
            for key in value:
                if key in names:
                    found.setdefault(key, f"{pointer}/{escape(key)}")
            pending += [(f"{pointer}/{escape(key)}", item) for key, item in reversed(list(value.items()))]
    return found
