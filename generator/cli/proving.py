"""What `typewright prove` and `check --prove` do: the files of a build under proof, and the report on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from generator.cli.wording import listed
from generator.naming.locked import rules, standing
from generator.pipeline import Build
from generator.prove.proving import Prover, find_tools
from generator.prove.report import Failure, Proof

_SHOWN = 20
"""How many failures are printed in full."""
_COLUMNS = ("found", "parsed", "values", "checked", "run", "compiled", "failed")
_NOT_DONE = {"python": frozenset({"compiled"}), "typescript": frozenset({"checked", "run"})}
"""What is not done with the blocks of a language."""


def proved(build: Build, compiler: Path | None = None) -> Proof:
    """Return the proof of the files of `build`: as they are in the output folder, where there is one.

    `compiler` is the TypeScript compiler's program, searched for where it is None.
    """
    config = build.config
    proof = Proof()
    files = dict(_files(build, proof))
    tools = find_tools(config.output.absolute(), Path.cwd(), program=compiler)
    prover = Prover(build.api, build.document.location, tools, proof)
    names = standing(build.locked, build.api)
    for target in config.targets:
        prover.prove(target, names.ledger(target.language, rules(target)), files)
    return proof


def _files(build: Build, proof: Proof) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file; one that is missing from the output folder is a failure."""
    output = build.config.output
    on_disk = output.is_dir()
    for path, content in build.tree.items():
        try:
            found = (output / path).read_bytes() if on_disk else content
        except OSError:
            proof.failures.append(Failure(path, 1, "missing", "the file is not there: run 'typewright generate'"))
            continue
        yield path, found.decode("utf-8", "replace")


def as_text(proof: Proof, *, whole: bool) -> str:
    """Return a table of the counts, what was left out, and the failures: all of them, or the first ones."""
    lines = [_row("", _COLUMNS)]
    for language, counts in proof.counts.items():
        cells = asdict(counts)
        undone = _NOT_DONE.get(language, frozenset())
        lines.append(_row(language, ["-" if name in undone else f"{cells[name]:,}" for name in _COLUMNS]))
    lines += [f"skipped: {reason}" for reason in proof.skipped]
    if proof.unsatisfiable:
        lines.append("no value is known that these schemas admit:")
        lines += listed([f"  {each.pointer} ({each.page}:{each.line})" for each in proof.unsatisfiable], _SHOWN)
    failures = [each.text() for each in proof.sorted_failures()]
    lines += listed(failures, len(failures) if whole else _SHOWN)
    lines.append(f"{len(failures):,} failures" if failures else "every example holds")
    return "\n".join(lines)


def _row(head: str, cells: Mapping[str, str] | list[str] | tuple[str, ...]) -> str:
    return f"{head:<12}" + "".join(f"{cell:>10}" for cell in cells)


def as_json(proof: Proof) -> str:
    """Return the proof as JSON: `counts` by language, `failures`, `unsatisfiable` and `skipped`."""
    return json.dumps(
        {
            "counts": {language: asdict(counts) for language, counts in proof.counts.items()},
            "failures": [_entry(each) for each in proof.sorted_failures()],
            "unsatisfiable": [_entry(each) for each in proof.unsatisfiable],
            "skipped": proof.skipped,
        },
        indent=2,
        ensure_ascii=False,
    )


def _entry(failure: Failure) -> dict[str, object]:
    return {
        "page": failure.page,
        "line": failure.line,
        "stage": failure.stage,
        "message": failure.message,
        "schema": failure.pointer,
        "location": None if failure.location is None else str(failure.location),
    }
