"""Repairs of references whose target is missing: the rest of the description is of use without it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from typewright.base.json_value import JsonObject
from typewright.openapi.lower.keywords import has_only_annotations
from typewright.openapi.reading import Reader
from typewright.openapi.traversal import Node

_MISSING = "E201"
_LEFT_OUT, _PASSED_OVER = "it is left out", "the reference is passed over"
_ASSUMED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Schema": "any value is taken",
        "MediaType": "any value is taken",
        "RequestBody": "it is read as a body of any JSON value",
        "Response": "it is read as a response without content",
        "PathItem": _PASSED_OVER,
    }
)
"""What is assumed of an object that refers to nothing, by its kind; objects of other kinds are left out."""


def repair_missing_target(node: Node, reader: Reader) -> None:
    """Replace the reference of `node` by what is assumed, in place, if its target is missing; report that.

    References of other kinds than those in `_ASSUMED` stay, and are left out by lowering. The keywords beside a
    `$ref` stay. References to files that cannot be read are not repaired.
    """
    value = node.value
    if node.fault is None or not isinstance(value, dict):
        return
    if any(diagnostic.code != _MISSING for diagnostic in node.fault.diagnostics):
        return
    has_more = node.kind.name == "Schema" and not has_only_annotations(value)
    reader.absorb(node.fault, assumed=_PASSED_OVER if has_more else _ASSUMED.get(node.kind.name, _LEFT_OUT))
    if node.kind.name not in _ASSUMED:
        return
    del value["$ref"]
    if node.kind.name == "RequestBody":
        content: JsonObject = {"application/json": {}}
        value.setdefault("content", content)
    elif node.kind.name == "Response":
        value.setdefault("description", "")  # the reference is at fault, and is told
