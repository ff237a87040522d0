"""The uses of named types inside a type expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typewright.ir import ListOf, MapOf, Nullable, Ref, Scalar, StreamOf, TypeExpr, not_null


@dataclass(frozen=True, slots=True)
class Use:
    """A named type, and what stands around its use."""

    ref: Ref
    wrapped: bool = False
    """Inside a list, a map or a stream."""
    listed: bool = False
    """The element of a list."""
    nullable: bool = False
    """Itself nullable."""


def uses_in(type_: TypeExpr) -> Iterator[Use]:
    """Yield the named types that an expression uses, in document order, without recursion.

    Of a scalar that stands for several branches, those are used that the description names by `$ref`.
    """
    stack = [(type_, Use(Ref("", ""), wrapped=False))]
    while stack:
        current, around = stack.pop()
        match current:
            case Nullable(of=inner):
                stack.append((inner, Use(around.ref, around.wrapped, around.listed, nullable=True)))
            case ListOf(item=inner, prefix=prefix):
                stack += [
                    (element, Use(around.ref, wrapped=True, listed=True)) for element in (inner, *reversed(prefix))
                ]
            case MapOf(value=inner) | StreamOf(item=inner):
                stack.append((inner, Use(around.ref, wrapped=True, listed=around.listed)))
            case Scalar(alternatives=alternatives):
                for alternative in map(not_null, alternatives):
                    if isinstance(alternative, Ref) and alternative.by_reference:
                        yield Use(alternative, around.wrapped, around.listed, around.nullable)
            case Ref():
                yield Use(current, around.wrapped, around.listed, around.nullable)
