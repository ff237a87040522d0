"""The implementation of `typewright prove` and `check --prove`: proof of the files of a build, and its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import asdict

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.limits import recursion_limit_raised
from typewright.base.printing import json_text
from typewright.cli.described import Described, described, of_build, with_shown_examples
from typewright.cli.habitual_failures import STYLE, habits_of_failures
from typewright.cli.invocation import Invocation
from typewright.cli.locked_names import locked_of
from typewright.cli.message_format import listed
from typewright.cli.running import built
from typewright.naming.lock.locked import Locked
from typewright.pipeline import Build
from typewright.prove.proving import Harness, ToolSearch
from typewright.prove.report import Failure, Proof
from typewright.targets.faults import faults_of
from typewright.targets.finding import target_named
from typewright.writing.disk import content_of
from typewright.writing.lock import Lock

_SHOWN = 20
"""The number of failures that are printed in full."""
_COLUMNS = ("found", "parsed", "values", "checked", "run", "compiled", "called", "failed")


@recursion_limit_raised()
def proved(invocation: Invocation, programs: Mapping[str, Path]) -> tuple[Proof, tuple[Diagnostic, ...]]:
    """Return the proof of the files in the output folder, and the diagnostics of the description.

    The files are those that the last run wrote; without such files, those that a run would write now. `programs` are
    tools that the user names; all others are searched for.
    """
    of = described(invocation)
    if of.previous is None or not of.config.output.is_dir():
        build = built(invocation).build
        return proved_build(build, programs), build.diagnostics
    proof = Proof()
    proof.notes += _out_of_date(of.previous, of, invocation)
    _proved(of, _read(of.previous.files, of.config.output, proof), programs, proof)
    return _with_habits(proof, of, locked_of(of.previous), programs), of.diagnostics


@recursion_limit_raised()
def proved_build(build: Build, programs: Mapping[str, Path] = MappingProxyType({})) -> Proof:
    """Return the proof of the files of `build`, as they are in the output folder if it exists."""
    proof = Proof()
    output = build.config.output
    files = _read(build.tree, output, proof) if output.is_dir() else _texts(build)
    of = of_build(build)
    return _with_habits(_proved(of, files, programs, proof), of, build.locked, programs)


def _texts(build: Build) -> dict[str, str]:
    return {path: content.decode("utf-8", "replace") for path, content in build.tree.items()}


def _with_habits(proof: Proof, of: Described, locked: Locked, programs: Mapping[str, Path]) -> Proof:
    """Return a proof with the habits that keep its failing pages from holding."""

    def prove(build: Build) -> Proof:
        """Return the proof of the files that a build would write."""
        return _proved(of_build(build), _texts(build), programs, Proof())

    proof.habits.update(habits_of_failures(proof, of.config, locked, prove))
    return proof


def _proved(of: Described, files: Mapping[str, str], programs: Mapping[str, Path], proof: Proof) -> Proof:
    for tool, program in programs.items():
        if not program.is_file():
            message = f"there is no program '{program.as_posix()}'"
            raise UsageError([Diagnostic("E001", message, help=f"name the file of {tool} with '--{tool}'")])
    search = ToolSearch((of.config.output.absolute(), Path.cwd()), programs)
    of = with_shown_examples(of)
    harness = Harness(of.api, of.document.location, search, proof)
    for options in of.config.targets:
        target = target_named(options.language)
        if not any(path.startswith(f"{target.name}/") for path in files):
            proof.skip(target.name, "there are no files of it: run 'typewright generate'")
        with faults_of(target):
            harness.prove(target.name, target.prover(of.project(options), harness), files)
    return proof


def _read(paths: Iterable[str], output: Path, proof: Proof) -> dict[str, str]:
    """Return the texts of files by path; one that is missing from the output folder is a failure."""
    texts: dict[str, str] = {}
    for path in paths:
        content = content_of(output / path)
        if content is None:
            message = "the file is not there: run 'typewright generate'"
            proof.failures.append(Failure(path, 1, "missing", message))
        else:
            texts[path] = content.decode("utf-8", "replace")
    return texts


def _out_of_date(previous: Lock, of: Described, invocation: Invocation) -> Iterator[str]:
    """Yield what has changed since the files were written, which may explain failures."""
    if previous.inputs != of.document.digests:
        yield "the description has changed since the files were generated"
    if previous.settings != invocation.inputs().settings:
        yield "the files were generated with another configuration, or with other options"


def as_text(proof: Proof, *, whole: bool) -> str:
    """Return a table of the counts, the skipped stages, and the failures: all of them, or the first ones."""
    lines = [_row("", _COLUMNS)]
    for language, counts in proof.counts.items():
        cells = asdict(counts)
        undone = proof.undone.get(language, set())
        lines.append(_row(language, ["-" if name in undone else f"{cells[name]:,}" for name in _COLUMNS]))
    lines += [f"skipped: {reason}" for reason in proof.skipped]
    lines += [f"note: {note}" for note in proof.notes if proof.failures]
    if proof.unsatisfiable:
        lines.append("no value is known that these schemas admit:")
        lines += listed([f"  {entry.pointer} ({entry.page}:{entry.line})" for entry in proof.unsatisfiable], _SHOWN)
    failures = [failure.text() for failure in proof.sorted_failures()]
    lines += listed(failures, len(failures) if whole else _SHOWN)
    if proof.habits:
        count = len(proof.habits)
        pages = f"{count:,} {'page is' if count == 1 else 'pages are'}"
        has_style = any(STYLE in habits for habits in proof.habits.values())
        options = "'reference_habits' and 'examples'" if has_style else "'reference_habits'"
        lines.append(f"{pages} kept from holding by {options}:")
        lines += listed([f"  {page}: {', '.join(habits)}" for page, habits in proof.habits.items()], _SHOWN)
    lines.append(_summary(proof))
    return "\n".join(lines)


def _summary(proof: Proof) -> str:
    if proof.failures:
        return f"{len(proof.failures):,} {'failure' if len(proof.failures) == 1 else 'failures'}"
    if proof.skipped:
        return "no example fails, but not everything was done: see what was skipped"
    return "every example holds"


def _row(head: str, cells: Mapping[str, str] | list[str] | tuple[str, ...]) -> str:
    return f"{head:<12}" + "".join(f"{cell:>10}" for cell in cells)


def as_json(proof: Proof) -> str:
    """Return the proof as JSON: `counts` by language, `failures`, `habits` by page, and what else there is."""
    return json_text(
        {
            "counts": {language: asdict(counts) for language, counts in proof.counts.items()},
            "failures": [_entry(failure) for failure in proof.sorted_failures()],
            "habits": {page: list(habits) for page, habits in proof.habits.items()},
            "unsatisfiable": [_entry(entry) for entry in proof.unsatisfiable],
            "skipped": proof.skipped,
            "notes": proof.notes,
        }
    )


def _entry(failure: Failure) -> dict[str, object]:
    return {
        "page": failure.page,
        "line": failure.line,
        "column": failure.column or None,
        "stage": failure.stage,
        "message": failure.message,
        "schema": failure.pointer,
        "location": None if failure.location is None else str(failure.location),
    }
