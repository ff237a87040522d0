"""Repairs: what a description says wrongly but means beyond doubt is put right before anything else reads it.

Each repair is told as a warning that says what is assumed, at the place as it was written. All stages behind this one,
lowering, checks, validation and lint, see the repaired values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from typewright.base.json_value import JsonObject
from typewright.openapi.repairs.operations import repair_parameter, repair_statuses
from typewright.openapi.repairs.schemas import repair_schema
from typewright.openapi.traversal import Node, objects

if TYPE_CHECKING:
    from typewright.openapi.document import Document
    from typewright.openapi.reading import Reader

Repair: TypeAlias = "Callable[[JsonObject, str, Reader], None]"

_REPAIRS: Mapping[str, Repair] = MappingProxyType(
    {
        "Schema": repair_schema,
        "Responses": repair_statuses,
        "Parameter": repair_parameter,
        "Header": repair_parameter,
    }
)
"""What repairs the objects of a kind in place, by the name of the kind; called with the object and its pointer."""


def repaired(document: Document, reader: Reader) -> list[Node]:
    """Return every object of `document`, parents before children, after repairing those that need it in place."""
    nodes = []
    for node in objects(document):  # which looks at the children of a node only after this one is repaired
        repair = _REPAIRS.get(node.kind.name)
        if repair is not None and isinstance(node.value, dict):
            repair(node.value, node.pointer, reader)
        nodes.append(node)
    return nodes
