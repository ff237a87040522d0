"""Which properties a caller may leave out, which may depend on defaults, too."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.ir import ABSENT, Field, ListOf, Model, Ref, TypeExpr, not_null, unfold


def is_optional(field: Field, models: Mapping[str, Model], *, by_default: bool) -> bool:
    """Whether `field` is shown as optional.

    With `by_default` also a required one with a default is, its own or that of the type that it refers to, unless it is
    an array.
    """
    if not field.required:
        return True
    return (
        by_default and _has_default(field.type, models) and not isinstance(not_null(unfold(field.type, models)), ListOf)
    )


def _has_default(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    inner = not_null(type_)
    if type_.annotations.default is not ABSENT or inner.annotations.default is not ABSENT:
        return True
    return isinstance(inner, Ref) and models[inner.id].annotations.default is not ABSENT
