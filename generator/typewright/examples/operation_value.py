"""An example value of an operation, with the context for writing it as code."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.examples.values import ExampleValue
from typewright.ir import TypeExpr
from typewright.naming.names import Package
from typewright.surface import Method


@dataclass(frozen=True, slots=True)
class OperationValue:
    """The example of a request or response; `name` is its variable name in code: `request` or `response`."""

    method: Method
    type: TypeExpr
    package: Package
    """The package of the type's inline types."""
    value: ExampleValue
    name: str
