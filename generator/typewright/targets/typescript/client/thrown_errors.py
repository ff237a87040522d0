"""The classes of documented errors, which methods throw."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.client import ClientMethod
from typewright.client.answers import Answer
from typewright.ir import Ref, not_null, unfold
from typewright.naming.names import Package
from typewright.targets.contract import Project
from typewright.targets.typescript.models.placement import Module, Placement
from typewright.targets.typescript.options import TypeScriptOptions


def error_class_of(
    project: Project[TypeScriptOptions], placement: Placement, method: ClientMethod, answer: Answer
) -> tuple[Module, str] | None:
    """Return the module and the name of the class of a documented error; None without a class."""
    named = {(error.status, error.media_type) for error in method.source.errors}
    bare = not_null(unfold(answer.type, project.models)) if answer.type is not None else None
    if not isinstance(bare, Ref) or (answer.response.status, answer.media_type) not in named:
        return None
    symbol = project.names.of(bare, Package.ERRORS)
    name = placement.errors.get((symbol.package, symbol.id))
    return None if name is None else (placement.modules[symbol.package, symbol.id], name)


def throws_lines(project: Project[TypeScriptOptions], placement: Placement, method: ClientMethod) -> Iterator[str]:
    """Yield the lines of a comment on a method that say which documented errors it throws, and when."""
    statuses: dict[str, list[str]] = {}
    for answer in method.errors:
        found = error_class_of(project, placement, method, answer)
        if found is not None:
            status = answer.response.status
            statuses.setdefault(found[1], []).append("that of any other error" if status == "default" else status)
    for name, written in statuses.items():
        *others, last = dict.fromkeys(written)
        yield f"@throws {{errors.{name}}} The status is {', '.join(others)}{' or ' if others else ''}{last}."
