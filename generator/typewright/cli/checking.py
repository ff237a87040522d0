"""The comparison of `typewright check`: the files that differ from the tree, with their causes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from typewright.cli.invocation import Invocation
from typewright.cli.running import TraceUse, built, lock_for
from typewright.pipeline import Build
from typewright.writing.causes import Cause, ExplainedDrift, changed_inputs, explained
from typewright.writing.compare import State, compare
from typewright.writing.lock import Lock
from typewright.writing.os_errors import os_errors_reported
from typewright.writing.owned_files import owning_lock
from typewright.writing.staleness import is_same_code


class Check(Struct, frozen=True):
    """The comparison of a build with the disk."""

    build: Build
    lock_path: Path
    previous: Lock | None
    files: tuple[ExplainedDrift, ...]
    """The differing files, by path."""
    changed: Mapping[Cause, tuple[str, ...]]
    """What has changed since the last run, with details."""
    is_locked: bool
    """Whether the lock is the one that a run would write now."""
    mend: str
    """The command that fixes the differences."""

    @property
    def has_only_foreign_files(self) -> bool:
        """Whether the only differences are files that no run has written."""
        return bool(self.files) and all(file.drift.state is State.UNKNOWN for file in self.files)


def _is_right_for(previous: Lock | None, lock: Lock) -> bool:
    """Return whether the lock of a run with more or fewer targets is right for the targets of this run."""
    if previous is None:
        return False
    return previous._replace(settings=lock.settings, generator=lock.generator) == lock


def checked(invocation: Invocation) -> Check:
    """Return the comparison of the tree of `invocation` with the disk."""
    # A check for CI must not rely on cached results.
    run = built(invocation, traced=TraceUse.NONE if os.environ.get("CI") else TraceUse.READ)
    build, previous = run.build, run.previous
    lock_path, root = run.inputs.lock_path, build.config.output
    lock = lock_for(build, run.inputs, previous)
    changed = {} if previous is None else changed_inputs(previous, lock, same_code=is_same_code(lock_path))
    with os_errors_reported("read", root, "mend the cause, then run 'typewright check' again"):
        owned = owning_lock(root, lock_path, previous)
        drifts = compare(build.tree, root, owned, run.files)
    templates = {path: origin.template for path, origin in build.origins.items()}
    files = explained(drifts, build.tree, owned, changed, templates)
    return Check(
        build=build,
        lock_path=lock_path,
        previous=previous,
        files=files,
        changed=changed,
        is_locked=previous == lock or (bool(build.config.left_alone) and _is_right_for(previous, lock)),
        mend=invocation.command("generate"),
    )
