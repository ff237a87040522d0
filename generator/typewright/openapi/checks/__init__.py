"""Checks of a description against rules of OpenAPI and JSON Schema that lowering does not need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from typewright.base.json_value import JsonObject
from typewright.openapi.checks import definitions, operations
from typewright.openapi.checks.schemas import check_depth, check_schema
from typewright.openapi.checks.structure import check_object
from typewright.openapi.traversal import Node

if TYPE_CHECKING:
    from typewright.openapi.reading import Reader

Check: TypeAlias = "Callable[[Node, JsonObject, Reader], None]"

_CHECKS: Mapping[str, tuple[Check, ...]] = MappingProxyType(
    {
        "OpenAPI": (definitions.check_root,),
        "Info": (definitions.check_required,),
        "Server": (definitions.check_required,),
        "ServerVariable": (definitions.check_server_variable,),
        "SecurityScheme": (definitions.check_required, definitions.check_security_scheme),
        "RequestBody": (definitions.check_required, operations.check_body),
        "PathItem": (operations.check_parameters,),
        "Operation": (operations.check_parameters, definitions.check_operation),
        "Parameter": (operations.check_parameter, check_depth),
        "Header": (operations.check_parameter, check_depth),
        "Schema": (check_schema, check_depth),
        "MediaType": (check_depth, operations.check_positional_encoding),
        "Example": (check_depth,),
    }
)
"""The checks of each kind of object, by the name of the kind."""


def check(nodes: Iterable[Node], reader: Reader) -> None:
    """Report all violations in `nodes`, the objects of a document, to the `reader` that lowering has used."""
    for node in nodes:
        value = node.value
        if isinstance(value, dict) and not (node.kind.can_be_reference and "$ref" in value):
            for check in _CHECKS.get(node.kind.name, ()):
                check(node, value, reader)
        check_object(node, reader)
    operations.check_paths(reader)
