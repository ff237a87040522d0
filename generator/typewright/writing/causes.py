"""The causes of differences between files and the tree: what has changed since the run that wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from typewright.writing.compare import Drift, State
from typewright.writing.lock import Lock
from typewright.writing.shared_files import is_as_written
from typewright.writing.tree import Tree


class Cause(Enum):
    """The cause of a stale file."""

    SPEC = "spec"
    CONFIGURATION = "configuration"
    TEMPLATE = "template"
    GENERATOR = "generator version"
    FORMATTER = "formatter"
    NAMES = "names"
    """Names that were released from the lock."""
    EDITED = "edited by hand"
    DELETED = "deleted"
    NO_LOCK = "no lock"
    LIBRARY = "another library"
    """A cause that the lock does not record, such as the version of a library or of Python."""


class ExplainedDrift(Struct, frozen=True):
    """A file that differs, and its possible causes."""

    drift: Drift
    causes: tuple[Cause, ...]


def changed_inputs(previous: Lock, current: Lock, *, same_code: bool) -> dict[Cause, tuple[str, ...]]:
    """Return the inputs that differ between the run that wrote `previous` and one that would write `current`.

    The values are details. `same_code` is false if this program's own code or templates differ, as in a checkout of it.
    """
    changed: dict[Cause, tuple[str, ...]] = {}
    names = previous.inputs.keys() | current.inputs.keys()
    spec = tuple(sorted(name for name in names if previous.inputs.get(name) != current.inputs.get(name)))
    if spec or previous.spec != current.spec:
        changed[Cause.SPEC] = spec
    if (previous.settings, previous.output) != (current.settings, current.output):
        changed[Cause.CONFIGURATION] = ()
    if previous.templates != current.templates:
        changed[Cause.TEMPLATE] = tuple(sorted(current.templates or previous.templates))
    if previous.generator != current.generator:
        changed[Cause.GENERATOR] = (f"{previous.generator} -> {current.generator}",)
    elif not same_code:
        changed[Cause.GENERATOR] = ("its own code or templates",)
    if previous.formatter != current.formatter:
        changed[Cause.FORMATTER] = (f"{previous.formatter or 'none'} -> {current.formatter or 'none'}",)
    if not changed and previous.names != current.names:
        changed[Cause.NAMES] = ()
    return changed


def explained(
    drifts: Iterable[Drift], tree: Tree, previous: Lock | None, changed: Iterable[Cause], rendered: Mapping[str, str]
) -> tuple[ExplainedDrift, ...]:
    """Return each drift with its causes; `rendered` has the templates of files."""
    inputs = tuple(changed)
    return tuple(ExplainedDrift(drift, _causes(drift, tree, previous, inputs, rendered)) for drift in drifts)


def _causes(
    drift: Drift, tree: Tree, previous: Lock | None, changed: tuple[Cause, ...], rendered: Mapping[str, str]
) -> tuple[Cause, ...]:
    if drift.state is State.UNKNOWN:
        return ()
    if previous is None:
        return (Cause.NO_LOCK,)
    own: list[Cause] = []
    locked, content = previous.files.get(drift.path), tree.get(drift.path)
    if drift.state is State.EDITED:
        own.append(Cause.EDITED)
    elif drift.state is State.MISSING and locked is not None:
        own.append(Cause.DELETED)
    if locked is not None and content is not None and is_as_written(locked, content):
        return tuple(own)
    possible = tuple(cause for cause in changed if _can_affect(cause, drift.path, rendered))
    if not possible and not own and Cause.TEMPLATE in changed:
        possible = (Cause.TEMPLATE,)  # by way of another file: one of the user's templates is of a page that it holds
    return (*own, *(possible or ((Cause.LIBRARY,) if not own else ())))


def _can_affect(cause: Cause, path: str, rendered: Mapping[str, str]) -> bool:
    """Return whether a change of this kind can affect this file."""
    if cause is Cause.FORMATTER:
        return path.endswith((".py", ".pyi"))
    return cause is not Cause.TEMPLATE or path in rendered or not rendered
