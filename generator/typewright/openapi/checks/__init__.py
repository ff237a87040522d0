"""Checks of a description beyond those of lowering: rules of OpenAPI and JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from typewright.base.json_value import JsonObject
from typewright.openapi.checks import operations, whole
from typewright.openapi.checks.schemas import check_depth, check_schema
from typewright.openapi.checks.structure import check_object
from typewright.openapi.traversal import Node

if TYPE_CHECKING:
    from typewright.openapi.reading import Reader

Check: TypeAlias = "Callable[[Node, JsonObject, Reader], None]"

_CHECKS: Mapping[str, tuple[Check, ...]] = MappingProxyType(
    {
        "OpenAPI": (whole.check_root,),
        "Info": (whole.check_required,),
        "Server": (whole.check_required,),
        "ServerVariable": (whole.check_server_variable,),
        "SecurityScheme": (whole.check_required, whole.check_security_scheme),
        "RequestBody": (whole.check_required, operations.check_body),
        "PathItem": (operations.check_parameters,),
        "Operation": (operations.check_parameters, whole.check_operation),
        "Parameter": (operations.check_parameter, check_depth),
        "Header": (operations.check_parameter, check_depth),
        "Schema": (check_schema, check_depth),
        "MediaType": (check_depth, operations.check_positional_encoding),
        "Example": (check_depth,),
    }
)
"""The checks of each kind of object, by the name of the kind."""


def check(nodes: Iterable[Node], reader: Reader) -> None:
    """Report all violations in the objects of a document to `reader`, which lowering has used before."""
    for node in nodes:
        value = node.value
        if isinstance(value, dict) and not (node.kind.refers and "$ref" in value):
            for check in _CHECKS.get(node.kind.name, ()):
                check(node, value, reader)
        check_object(node, reader)
    operations.check_paths(reader)
