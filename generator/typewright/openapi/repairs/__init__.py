"""Repairs of a description: invalid values whose meaning is beyond doubt are corrected in place.

Each repair is reported as a warning that says what is assumed, at the location in the source. All later stages
(lowering, checks, validation and lint) see the repaired values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from typewright.base.json_value import JsonObject
from typewright.openapi.repairs.body_parameters import repair_body_parameters
from typewright.openapi.repairs.closed_parts import open_closed_parts
from typewright.openapi.repairs.example_scalars import repair_example_scalars
from typewright.openapi.repairs.extended_bases import redirect_to_unions
from typewright.openapi.repairs.missing_targets import repair_missing_target
from typewright.openapi.repairs.null_references import repair_null_reference
from typewright.openapi.repairs.operations import repair_parameter, repair_statuses
from typewright.openapi.repairs.schemas import repair_schema
from typewright.openapi.repairs.sequences import describe_sequences
from typewright.openapi.traversal import Node, objects

if TYPE_CHECKING:
    from typewright.openapi.document import Document
    from typewright.openapi.reading import Reader

Repair: TypeAlias = "Callable[[JsonObject, str, Reader], None]"

_REPAIRS: Mapping[str, Repair] = MappingProxyType(
    {
        "PathItem": repair_body_parameters,
        "RequestBody": describe_sequences,
        "Schema": repair_schema,
        "Responses": repair_statuses,
        "Parameter": repair_parameter,
        "Header": repair_parameter,
    }
)
"""The function that repairs the objects of a kind in place, by the name of the kind."""


def repair_document(document: Document, reader: Reader) -> list[Node]:
    """Repair the objects of `document` in place, and return all objects, parents before children."""
    nodes = []
    for found in objects(document):  # a lazy traversal: children are visited after their parent is repaired
        node, value = found, found.value
        if isinstance(value, dict):
            if value.get("$ref", "") is None:
                node = repair_null_reference(found, reader)
            if node.fault is not None:
                repair_missing_target(node, reader)
            repair = _REPAIRS.get(node.kind.name)
            if repair is not None:
                repair(value, node.pointer, reader)
        nodes.append(node)
    open_closed_parts(nodes, reader)
    redirect_to_unions(nodes, reader)
    repair_example_scalars(nodes, reader)  # values are compared with repaired schemas
    return nodes
