"""The references inside a type expression, with the type expressions around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from typewright.ir import ListOf, MapOf, Nullable, Ref, Scalar, StreamOf, TypeExpr, not_null


class Use(Struct, frozen=True):
    """A reference to a model, and what encloses it."""

    ref: Ref
    wrapped: bool = False
    """Whether it is inside a list, a map or a stream."""
    listed: bool = False
    """Whether it is the element of a list."""
    nullable: bool = False
    """Whether it is nullable."""


def uses_in(type_: TypeExpr) -> Iterable[Use]:
    """Return the references inside a type expression in document order.

    Of the branches that a scalar merges, only those that are `$ref`s count.
    """
    if isinstance(type_, Ref):
        return (Use(type_),)
    return () if isinstance(type_, Scalar) and not type_.alternatives else _uses_in(type_)


def _uses_in(type_: TypeExpr) -> Iterator[Use]:
    """Yield the references inside a type expression, without recursion."""
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
