"""A run for `generate` and `check`: configuration → pipeline → lock; and the implementation of `generate`."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from typewright import __version__
from typewright.base.errors import Diagnostic, ExitCode, Severity, SpecError
from typewright.base.last_build import are_values_kept
from typewright.base.printing import visible
from typewright.cli.configuration import configuration
from typewright.cli.generate_report import json_report
from typewright.cli.invocation import Invocation
from typewright.cli.locked_names import locked_of
from typewright.cli.message_format import closing_line, listed
from typewright.cli.messages import print_diagnostics
from typewright.cli.output import echo
from typewright.cli.progress_line import progress
from typewright.cli.reuse import made_of, reused_build
from typewright.config.options import Config
from typewright.openapi.files.yaml_entries import are_entries_kept, entries_kept
from typewright.pipeline import Build, build, described
from typewright.rendering.formatting import settings_of
from typewright.rendering.traces import NO_TRACES, Traces
from typewright.targets.finding import origin_of
from typewright.writing.compare import overwritten_diff
from typewright.writing.disk import FoundFiles, folder_digest, read_regular
from typewright.writing.ignoring import read_ignore
from typewright.writing.kept_files import KnownTexts
from typewright.writing.layouts import read_layouts, write_layouts
from typewright.writing.lock import Lock, read_lock
from typewright.writing.os_errors import os_errors_reported
from typewright.writing.owned_files import VerifiedFiles, verified_files
from typewright.writing.session import record_path
from typewright.writing.shared_files import with_users_text
from typewright.writing.staleness import RunInputs, formatter_version, remember
from typewright.writing.stored_values import stored_values_of
from typewright.writing.traces import read_traces, traces_in_memory, write_traces
from typewright.writing.write import SHOWN, write_tree
from typewright.writing.written import Written
from typewright.writing.yaml_entries import read_entries, write_entries


class Run(Struct, frozen=True):
    """A build, the inputs that its lock is compared with, and the lock of the last run."""

    build: Build
    inputs: RunInputs
    previous: Lock | None
    files: VerifiedFiles
    """The files of the output folder before the build. None of those that belong to the user is in its tree."""


class TraceUse(Enum):
    """The use of the traces of the last run (`typewright.rendering.traces`)."""

    NONE = "none"
    """Traces are ignored: all files are made."""
    READ = "read"
    KEEP = "keep"
    """Files that are known to be right are not made again, and new traces are stored for the next run."""


def built(
    invocation: Invocation,
    *,
    refresh: bool = False,
    traced: TraceUse = TraceUse.NONE,
    texts: KnownTexts | None = None,
) -> Run:
    """Return the result of the pipeline for `invocation`; the names of the last run's lock are kept.

    The content of URLs is kept, too, unless `refresh`. `traced` states the use of the traces of the last run; `texts`
    are its files, as far as this process knows them. Raises SpecError with the warnings of a strict run.
    """
    config = configuration(invocation)
    inputs = invocation.inputs()
    previous = read_lock(inputs.lock_path)
    with os_errors_reported("read", config.output, "mend the cause, then run it again"):
        ignore = read_ignore(inputs.lock_path.parent, config.output)
        files = verified_files(config.output, inputs.lock_path, previous, ignore)
    use = traced if invocation.uses_cache else TraceUse.NONE
    with progress() as report, _values_stored(inputs, use):
        report("reading", 0, 0)
        with _entries_kept(inputs, previous, use):
            description = described(config, {} if previous is None or refresh else previous.inputs)
        reused = None if use is TraceUse.NONE else reused_build(config, description, inputs, previous)
        result = reused or build(
            config,
            report,
            locked_of(previous),
            read_layouts(inputs.lock_path, config.output, _formatter(config)),
            description,
            _known_traces(config, inputs, files, use, files.contents if texts is None else texts.contents),
        )
    if invocation.strict:
        _refuse_warnings(result.diagnostics)
    ours = result.tree.without(files.ignore.is_hidden)
    with os_errors_reported("read", config.output, "mend the cause, then run it again"):
        tree = with_users_text(ours, config.output, result.shared, {} if previous is None else previous.files)
        tree = tree.replaced(_left_alone(config, previous))
    return Run(replace(result, tree=tree), inputs, previous, files)


def _values_stored(inputs: RunInputs, use: TraceUse) -> AbstractContextManager[None]:
    """Find what the last run has stored for this one inside the block, unless this process keeps that itself."""
    if use is TraceUse.NONE or are_values_kept():
        return nullcontext()
    return stored_values_of(inputs.lock_path, is_kept=use is TraceUse.KEEP)


@contextmanager
def _entries_kept(inputs: RunInputs, previous: Lock | None, use: TraceUse) -> Iterator[None]:
    """Compose YAML by entries inside the block, with those of the last run; a first run composes texts as a whole."""
    if use is TraceUse.NONE or previous is None or are_entries_kept():
        yield
        return
    entries = read_entries(inputs.lock_path)
    if use is TraceUse.READ and not entries.values:
        yield
        return
    with entries_kept(entries):
        yield
    if use is TraceUse.KEEP:
        write_entries(inputs.lock_path, entries)


def _known_traces(
    config: Config, inputs: RunInputs, files: VerifiedFiles, use: TraceUse, contents: Mapping[str, bytes]
) -> Traces:
    """Return the traces of the last run, as far as this one uses them."""
    if use is TraceUse.NONE:
        return NO_TRACES
    makers, found = _makers(config), None
    if not config.left_alone:
        languages = [target.language for target in config.targets]
        found = traces_in_memory(languages, config.output, makers, files.digests, contents)
    traces = found or read_traces(inputs.lock_path, config.output, makers, files.digests, contents)
    in_one_process = bool(traces.targets) and are_values_kept()
    return replace(traces, is_kept=use is TraceUse.KEEP, makers=makers, in_one_process=in_one_process)


def _makers(config: Config) -> str:
    """Return the inputs of all files besides the description: this program, the formatter, the user's templates."""
    templates = "" if config.templates is None else folder_digest(config.templates)
    return json.dumps([_generator(config), _formatter(config), templates])


def _generator(config: Config) -> str:
    """Return the version of this program, followed by name and version of each package with other targets."""
    languages = [target.language for target in config.targets]
    return " ".join([__version__, *sorted(filter(None, map(origin_of, languages)))])


def _left_alone(config: Config, previous: Lock | None) -> dict[str, bytes]:
    """Return the files of the targets that a narrowed run does not change, by path."""
    if previous is None:
        return {}
    paths = [path for path in previous.files if path.partition("/")[0] in config.left_alone]
    return {path: read_regular(config.output / path) for path in paths if (config.output / path).is_file()}


def _refuse_warnings(diagnostics: Sequence[Diagnostic]) -> None:
    """Raise SpecError with all messages as errors if one of them is a warning."""
    warnings = [found._replace(severity=Severity.ERROR) for found in diagnostics if found.severity is Severity.WARNING]
    if warnings:
        raise SpecError(warnings)


def generate(
    invocation: Invocation,
    texts: KnownTexts | None = None,
    /,
    *,
    overwrite: bool = False,
    refresh: bool = False,
    show_edits: bool = False,
    as_json: bool = False,
) -> int:
    """Generate the files of `invocation`, and print a summary line; return the exit code.

    `overwrite` allows the replacement of foreign files; `refresh` accepts changed URLs; `show_edits` prints the content
    of files that were edited by hand; `as_json` prints a report with the warnings instead of lines. `texts` are the
    files of the last run that this process has made; those of this one are kept there. Raises UsageError or SpecError
    for faults of the user's input.
    """
    started = time.perf_counter()
    run = built(invocation, refresh=refresh, traced=TraceUse.KEEP, texts=texts)
    build, inputs, previous = run.build, run.inputs, run.previous
    if not invocation.quiet and not as_json:
        print_diagnostics(build.diagnostics, whole=invocation.all_messages)
    lock = lock_for(build, inputs, previous)
    root, lock_path = build.config.output, inputs.lock_path
    result = write_tree(build.tree, root, lock_path, previous, lock, overwrite=overwrite, known=run.files)
    if texts is not None:
        texts.keep(build.tree)
    found = run.files.found
    remember_run(run, lock, found and found.after_writing(root, result.paths, result.removed_paths))
    if as_json:
        echo(json_report(result, build.diagnostics, root))
        return ExitCode.CLEAN
    if show_edits:
        for line in overwritten_diff(result.edits, build.tree):
            echo(line)
    if not invocation.quiet:
        for line in _summary_lines(run, result, lock, verbose=invocation.verbose):
            echo(line)
        echo(closing_line(result, time.perf_counter() - started))
    return ExitCode.CLEAN


def _summary_lines(run: Run, result: Written, lock: Lock, *, verbose: bool) -> Iterator[str]:
    """Yield the lines of a summary besides its closing line; with `verbose`, each changed file."""
    previous, root = run.previous, run.build.config.output
    if previous is not None and previous.files and previous.output != lock.output:
        yield f"the output folder has changed; the files of the last run stay in '{visible(previous.output)}'"
    if result.ignored:
        yield f"{result.ignored:,} damaged lines in '{record_path(run.inputs.lock_path).as_posix()}' were ignored"
    if result.edits:
        yield "written anew, over what was edited by hand:"
        yield from (f"  {line}" for line in listed([_shown(root, path) for path in result.edits], SHOWN))
    if verbose:
        yield from (f"wrote {_shown(root, path)}" for path in result.paths)
        yield from (f"removed {_shown(root, path)}" for path in result.removed_paths)


def _shown(root: Path, path: str) -> str:
    return visible((root / path).as_posix())


def remember_run(run: Run, lock: Lock, found: FoundFiles | None = None) -> None:
    """Record for the next run that the tree of `lock` is on the disk, and the layouts of its texts.

    `found` are the files on the disk; without them, the folder is walked.
    """
    build, lock_path = run.build, run.inputs.lock_path
    remember(lock_path, lock, made_of(build), found)
    if build.is_reused:
        return
    notes = {path: (before, lock.files[path]) for path, before in build.laid_out.items() if path in lock.files}
    write_layouts(lock_path, _formatter(build.config), notes)
    if build.traces:
        write_traces(lock_path, _makers(build.config), build.traces)


def _formatter(config: Config) -> str:
    return settings_of(formatter_version(config.formatter))


def lock_for(result: Build, inputs: RunInputs, previous: Lock | None) -> Lock:
    """Return the lock of a build; entries of `previous` for unchanged targets are kept."""
    config = result.config
    folder = inputs.lock_path.parent
    templates = (
        {} if config.templates is None else {_relative(config.templates, folder): folder_digest(config.templates)}
    )
    before = {} if previous is None else previous.files
    alone = {path: known for path, known in before.items() if path.partition("/")[0] in config.left_alone}
    return Lock(
        generator=_generator(config),
        formatter=formatter_version(config.formatter),
        settings=inputs.settings,
        output=_relative(config.output, folder),
        spec=None if inputs.spec is not None or config.address else _relative(config.spec, folder),
        inputs=result.document.digests,
        templates=templates,
        files={path: alone.get(path) or result.shared.get(path) or result.tree.digest(path) for path in result.tree},
        names=result.locked.names,
        fingerprints=result.locked.fingerprints,
        since=result.locked.since,
    )


def _relative(path: Path, folder: Path) -> str:
    """Return `path` relative to `folder` with forward slashes, so that the lock is the same on every machine."""
    return Path(os.path.relpath(path, folder)).as_posix()
