"""An example value of an operation, with the context for writing it as code."""

from __future__ import annotations

from msgspec import Struct

from typewright.examples.values import ExampleValue
from typewright.ir import TypeExpr
from typewright.naming.names import Package
from typewright.surface import Method


class OperationValue(Struct, frozen=True):
    """The example of a request or response; `name` is its variable name in code: `request` or `response`."""

    method: Method
    type: TypeExpr
    package: Package
    """The package of the type's inline types."""
    value: ExampleValue
    name: str
