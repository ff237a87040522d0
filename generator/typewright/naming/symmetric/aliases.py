"""The choice between the names of a component and of its aliases, components that are only a `$ref` to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from typewright.ir import TypeExpr
from typewright.ir.walking import model_types
from typewright.naming.uses import Use, uses_in
from typewright.surface import Surface


def preferred_aliases(surface: Surface) -> dict[str, str]:
    """Return the pointer of the preferred name of each component that has several names.

    It is the name of the use nearest to an operation; one inside a nullable wrapper counts only if there is no other.
    """
    direct: dict[str, str] = {}
    wrapped: dict[str, str] = {}
    aliased: set[str] = set()
    for use in _uses_by_component(surface):
        named = use.ref.via or use.ref.id
        if use.ref.via is not None:
            aliased.add(use.ref.id)
        (wrapped if use.nullable else direct).setdefault(use.ref.id, named)
    return {id_: direct.get(id_) or wrapped[id_] for id_ in aliased}


def _uses_by_component(surface: Surface) -> Iterator[Use]:
    """Yield every use of a component: those in operations first, then those in components, level by level."""
    seen: set[str] = set()
    pending: deque[list[TypeExpr]] = deque([[root.type for root in surface.roots]])
    while pending:
        inline = pending.popleft()[::-1]
        while inline:
            for use in uses_in(inline.pop()):
                if use.ref.by_reference:
                    yield use
                if use.ref.id in seen:
                    continue
                seen.add(use.ref.id)
                below = list(model_types(surface.models[use.ref.id]))
                if use.ref.by_reference:
                    pending.append(below)
                else:
                    inline += below[::-1]
