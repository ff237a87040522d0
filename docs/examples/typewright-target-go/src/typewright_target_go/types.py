"""Types of an API as Go writes them."""

from __future__ import annotations

from typewright.ir import ListOf, Literal, MapOf, Nullable, Ref, Scalar, ScalarKind, TypeExpr
from typewright.naming.names import Names, Package

_PRIMITIVES = {
    ScalarKind.STRING: "string",
    ScalarKind.INTEGER: "int64",
    ScalarKind.NUMBER: "float64",
    ScalarKind.BOOLEAN: "bool",
}


def go_type(type_: TypeExpr, holder: Package, names: Names) -> str:
    """Return a type that is used inside one of package `holder`; what Go has no type for is `any`."""
    match type_:
        case Nullable(of=inner):
            return f"*{go_type(inner, holder, names)}"
        case ListOf(item=item):
            return f"[]{go_type(item, holder, names)}"
        case MapOf(value=value):
            return f"map[string]{go_type(value, holder, names)}"
        case Ref():
            return names.of(type_, holder).name
        case Scalar(kind=kind) | Literal(kind=kind):
            return _PRIMITIVES.get(kind, "any")
    return "any"
