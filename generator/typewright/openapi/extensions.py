"""Vendor extensions (`x-…`): which are understood, how a description may spell them otherwise, which are unknown.

`docs/extensions.md` says what each one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from typewright.base.errors import Diagnostic, Severity
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue

if TYPE_CHECKING:
    from typewright.openapi.document import Document
    from typewright.openapi.files.source import Source

REWRITES: Final = "x-speakeasy-extension-rewrite"
_FAMILY = "x-speakeasy-"
_NAMES = (
    "name-override group ignore enums enum-descriptions unknown-values type-override globals globals-hidden errors "
    "example deprecation-message deprecation-replacement pagination retries usage-example server-id "
    "param-encoding-override sse-sentinel include model-namespace extension-rewrite max-method-params "
    "token-endpoint-additional-properties timeout entity entity-operation match conflicts-with docs react-hook "
    "mcp webhooks test overlay polling sse-overload error-message unions enum-format param-optional"
)
UNDERSTOOD: Final = frozenset(_FAMILY + name for name in _NAMES.split())
"""The family's extensions that have an effect here, or none on names, types and pages."""

_MENTIONED = re.compile(rf"{_FAMILY}[\w-]+")


def rewritten(source: Source) -> Source:
    """Return a source whose own spellings of extensions stand under the usual names too.

    The root's `x-speakeasy-extension-rewrite` leads from a usual name to the one that the description uses.
    """
    root = source.value
    written = root.get(REWRITES) if isinstance(root, dict) else None
    if not isinstance(written, dict):
        return source
    names = {own: usual for usual, own in written.items() if isinstance(own, str)}
    return replace(source, value=_rewrite(root, names))


def _rewrite(value: JsonValue, names: Mapping[str, str]) -> JsonValue:
    if isinstance(value, list):
        return [_rewrite(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    copied: JsonObject = {key: _rewrite(item, names) for key, item in value.items()}
    for own, usual in names.items():
        if own in copied:
            copied.setdefault(usual, copied[own])
    return copied


def unknown_extensions(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each extension of the family that is not understood, at its first place."""
    mentioned = {name for source in document.sources for name in _MENTIONED.findall(source.text)} - UNDERSTOOD
    if not mentioned:
        return
    for name, pointer in sorted(_first_places(document.root, mentioned).items()):
        close = get_close_matches(name, sorted(UNDERSTOOD), n=1, cutoff=0.8)
        yield Diagnostic(
            "W305",
            f"the extension '{name}' is not understood and has no effect",
            Severity.WARNING,
            document.location(pointer, key=True),
            pointer,
            f"did you mean '{close[0]}'?" if close else "remove it, or leave it to the tool that reads it",
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
