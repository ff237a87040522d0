"""Vendor extensions (`x-…`): which ones are understood, and how a description can rename them.

`docs/extensions.md` says what each one does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

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
"""The extensions of the family that are implemented, or that cannot affect names, types and pages."""


def add_usual_names(source: Source) -> Source:
    """Return a source in which extensions with custom names are also available under their usual names.

    `x-speakeasy-extension-rewrite` at the root of the description maps usual names to custom ones.
    """
    root = source.value
    rewrites = root.get(REWRITES) if isinstance(root, dict) else None
    if not isinstance(rewrites, dict):
        return source
    usual_names = {custom: usual for usual, custom in rewrites.items() if isinstance(custom, str)}
    return replace(source, value=_rewrite(root, usual_names))


def _rewrite(value: JsonValue, usual_names: Mapping[str, str]) -> JsonValue:
    if isinstance(value, list):
        return [_rewrite(item, usual_names) for item in value]
    if not isinstance(value, dict):
        return value
    copied: JsonObject = {key: _rewrite(item, usual_names) for key, item in value.items()}
    for custom, usual in usual_names.items():
        if custom in copied:
            copied.setdefault(usual, copied[custom])
    return copied
