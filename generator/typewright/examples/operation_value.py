"""One example value of one operation, with all that a notation has to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.examples.values import ExampleValue
from typewright.ir import TypeExpr
from typewright.naming.names import Package
from typewright.surface import Method


@dataclass(frozen=True, slots=True)
class OperationValue:
    """What an operation is sent, or what it gives back; `name` is what code calls it: `request` or `response`."""

    method: Method
    type: TypeExpr
    package: Package
    """Where the names of the type's inline parts live."""
    value: ExampleValue
    name: str
