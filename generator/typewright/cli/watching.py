"""Repeated generation whenever an input of a run changes: the description, the configuration, the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from typewright.base.errors import Diagnostic, ExitCode, TypewrightError, UsageError
from typewright.base.last_build import Values, values_kept
from typewright.base.limits import gc_deferred
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.cli.messages import print_diagnostics
from typewright.cli.running import generate
from typewright.openapi.files.yaml_entries import Entries, entries_kept
from typewright.writing.disk import status_of
from typewright.writing.ignoring import NAME as IGNORE
from typewright.writing.kept_files import KnownTexts
from typewright.writing.lock import read_lock
from typewright.writing.staleness import up_to_date_file_count

SETTLE_MS, LOOK_MS = 50, 1000
"""How long changes are collected, and after how long without notifications the files themselves are inspected."""

State = Mapping[Path, tuple[int, int] | None]
"""Modification time and size of each file; None for a missing one."""
Ticks = Callable[[Iterable[Path]], Iterator[object]]
"""Given folders, yields whenever something has changed in them, and regularly without a change."""


class Watch(Struct):
    """A repeated run, and the files that it depends on."""

    invocation: Invocation
    files: frozenset[Path] = field(default_factory=frozenset)
    entries: Entries = field(default_factory=Entries)
    """What the last run has composed of YAML, so that the next one composes only what has changed."""
    texts: KnownTexts = field(default_factory=KnownTexts)
    """The files that the last run has made or kept."""
    values: Values = field(default_factory=dict)
    """Other values of the last build, for the next one."""
    is_right: bool = False
    """Whether the last run succeeded."""

    def run(self) -> None:
        """Generate; faults of the user's input are printed, and do not end the watch."""
        self.is_right = False
        try:
            values = self.values if self.invocation.uses_cache else {}
            with gc_deferred(), entries_kept(self.entries), values_kept(values):
                self.is_right = generate(self.invocation, self.texts) == ExitCode.CLEAN
        except TypewrightError as fault:
            print_diagnostics(fault.diagnostics)
        self.files = self.files_read() or self.files

    def is_outdated(self) -> bool:
        """Return whether something has changed since the last successful run."""
        try:
            return self.is_right and up_to_date_file_count(self.invocation.inputs()) is None
        except OSError:
            return False

    def files_read(self) -> frozenset[Path]:
        """Return the files that a run reads, as far as the last one has found them; empty if unknown."""
        try:
            config = configuration(self.invocation)
            inputs = self.invocation.inputs()
            lock = read_lock(inputs.lock_path)
        except (TypewrightError, OSError):
            return frozenset()
        found = {config.spec, *config.overlays, inputs.lock_path.with_name(IGNORE)}
        if not self.invocation.is_from_options:
            found.add(self.invocation.config_path)
        if lock is not None:
            found.update(config.spec.parent / name for name in lock.inputs if "://" not in name)
        if config.templates is not None:
            found.update(path for path in config.templates.rglob("*") if path.is_file())
            found.add(config.templates / "*")
        return frozenset(found)

    def folders(self) -> tuple[Path, ...]:
        """Return the folders of the watched files."""
        return tuple(sorted({path.parent for path in self.files if path.parent.is_dir()}))

    def state(self) -> State:
        """Return the present state of the watched files, folders with templates by their content."""
        return {path: _state(path) for path in self.files}


def _state(path: Path) -> tuple[int, int] | None:
    if path.name == "*":
        names = sorted(child.as_posix() for child in path.parent.rglob("*"))
        return len(names), hash(tuple(names))
    status = status_of(path)
    return None if status is None else (status.st_mtime_ns, status.st_size)


def watch(invocation: Invocation, ticks: Ticks) -> None:
    """Watch: generate, and again after each tick of `ticks` if something has changed; end when `ticks` ends."""
    watched = Watch(invocation)
    watched.files = watched.files_read() or frozenset({invocation.config_path})
    while True:
        before = watched.state()
        watched.run()
        found = watched.state()
        if found.keys() - before.keys() and watched.is_outdated():
            continue  # a file that only the run has found was changed while it ran
        before = {path: before.get(path, state) for path, state in found.items()}
        if not _wait_for_change(watched, before, ticks):
            return


def _wait_for_change(watched: Watch, before: State, ticks: Ticks) -> bool:
    """Wait until a watched file differs from its state `before`; return whether one does, false if `ticks` ended."""
    if watched.state() != before:
        return True
    return any(watched.state() != before for _ in ticks(watched.folders()))


def changes_in(folders: Iterable[Path]) -> Iterator[object]:
    """Yield whenever the operating system reports a change in one of `folders`, and once a second.

    Raises UsageError if the package `watchfiles` is not installed.
    """
    try:
        from watchfiles import watch as reported
    except ImportError as fault:
        advice = "install it: pip install 'typewright[watch]'"
        raise UsageError([Diagnostic("E013", "watching needs the package watchfiles", help=advice)]) from fault
    yield from reported(
        *folders,
        watch_filter=None,
        debounce=SETTLE_MS,
        step=SETTLE_MS,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
        recursive=False,
    )
