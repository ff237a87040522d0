"""Members of client classes whose preferred names collide, and the warnings about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.ir import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A method or a group without its preferred name, because another member of its class has that name."""

    pointer: str
    """The pointer of the operation, or of the first operation in the group."""
    is_group: bool
    preferred_name: str
    name: str
    other: Operation | None
    """The operation with the preferred name, or the first operation of the group with it; None for a member of every
    client."""


def clash_warnings(
    found: Iterable[tuple[str, Iterable[Clash]]], locate: Callable[[str], Location]
) -> Iterator[Diagnostic]:
    """Yield a warning for each member whose name is not its preferred one.

    `found` has the collisions of each language, with the label of the language; `locate` returns the source location of
    a canonical pointer.
    """
    members: dict[tuple[str, bool], list[tuple[str, Clash]]] = {}
    for label, clashes in found:
        for clash in clashes:
            members.setdefault((clash.pointer, clash.is_group), []).append((label, clash))
    for (pointer, is_group), named in members.items():
        names = ", ".join(f"'{clash.name}' in {label}" for label, clash in named)
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


def _reason(clash: Clash) -> str:
    if clash.other is None:
        return f"'{clash.preferred_name}' is a member of every client"
    return f"'{clash.preferred_name}' is {clash.other.method.upper()} {clash.other.path}, or the group of that"
