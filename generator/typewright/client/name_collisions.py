"""Members of client classes whose preferred names collide, and the warnings about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.ir import Operation


class NameCollision(Struct, frozen=True, kw_only=True):
    """A method or a group without its preferred name, because another member of its class has that name."""

    pointer: str
    """The pointer of the operation, or of the first operation in the group."""
    is_group: bool
    preferred_name: str
    name: str
    other: Operation | None
    """The operation with the preferred name, or the first operation of the group with it; None for a member of every
    client."""


def collision_warnings(
    found: Iterable[tuple[str, Iterable[NameCollision]]], locate: Callable[[str], Location]
) -> Iterator[Diagnostic]:
    """Yield a warning for each member whose name is not its preferred one.

    `found` has the collisions of each language, with the label of the language; `locate` returns the source location of
    a canonical pointer.
    """
    members: dict[tuple[str, bool], list[tuple[str, NameCollision]]] = {}
    for label, collisions in found:
        for collision in collisions:
            members.setdefault((collision.pointer, collision.is_group), []).append((label, collision))
    for (pointer, is_group), named in members.items():
        names = ", ".join(f"'{collision.name}' in {label}" for label, collision in named)
        first = named[0][1]
        extension = "x-speakeasy-group" if is_group else "x-speakeasy-name-override"
        yield Diagnostic(
            code="W331",
            message=f"the {'group' if is_group else 'method'} is called {names}: {_reason(first)}",
            severity=Severity.WARNING,
            location=locate(pointer),
            pointer=pointer,
            help=f"choose another name with '{extension}'",
        )


def _reason(collision: NameCollision) -> str:
    other = collision.other
    if other is None:
        return f"'{collision.preferred_name}' is a member of every client"
    return f"'{collision.preferred_name}' is {other.method.upper()} {other.path}, or the group of that"
