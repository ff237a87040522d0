"""Vendor extensions (`x-…`): which are understood, how a description may spell them otherwise, which are unknown.

`docs/extensions.md` says what each one does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.source import Source

REWRITES: Final = "x-speakeasy-extension-rewrite"
FAMILY: Final = "x-speakeasy-"
_NAMES = (
    "name-override group ignore enums enum-descriptions unknown-values type-override globals globals-hidden errors "
    "example deprecation-message deprecation-replacement pagination retries usage-example server-id "
    "param-encoding-override sse-sentinel include model-namespace extension-rewrite max-method-params "
    "token-endpoint-additional-properties timeout entity entity-operation match conflicts-with docs react-hook "
    "mcp webhooks test overlay polling sse-overload error-message unions enum-format param-optional"
)
UNDERSTOOD: Final = frozenset(FAMILY + name for name in _NAMES.split())
"""The family's extensions that have an effect here, or none on names, types and pages."""


def rewritten(source: Source) -> Source:
    """Return a source whose own names of extensions are also available under the usual names.

    `x-speakeasy-extension-rewrite` at the root maps usual names to those that the description uses.
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
