"""The golden cases: every folder of `tests/cases` is a description, and what must come of it.

`spec.yaml` (or `spec.json`) goes in, with `typewright.yaml` where the defaults will not do. Out come `expected/`, the
generated tree, and `diagnostics.txt`, the exit code and all messages, where there are any. `only.txt` holds globs of
the paths that matter to the case; without it the whole tree is held. `make update-golden` rewrites the expectations.
"""

import difflib
import shutil
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import black
import pytest
from typewright.base.errors import ExitCode, TypewrightError, render
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.cli.messages import line_reader
from typewright.pipeline import build

CASES = Path(__file__).parent / "cases"
EVERY_CASE = pytest.mark.parametrize(
    "case", sorted(path for path in CASES.glob("*") if path.is_dir()), ids=lambda path: path.name
)
DIAGNOSTICS = "diagnostics.txt"
COPIES = ("/_runtime/client/", "typescript/lib/")
"""Folders of clients' runtimes: they are copies of real source, which has tests of its own."""


def outcome(case: Path) -> dict[str, str]:
    """Return what comes of a case as text by path: the files below `expected/`, and the diagnostics."""
    try:
        result = build(configuration(invocation(case)))
    except TypewrightError as fault:
        return {DIAGNOSTICS: f"exit code {int(fault.exit_code)}\n\n{render(fault.diagnostics, line_reader())}\n"}
    patterns = (case / "only.txt").read_text().split() if (case / "only.txt").is_file() else ["*"]
    files = {path: content.decode() for path, content in result.tree.items()}
    shown = {path: text for path, text in files.items() if not any(folder in path for folder in COPIES)}
    kept = {path: text for path, text in shown.items() if any(fnmatchcase(path, pattern) for pattern in patterns)}
    found = {f"expected/{path}": text for path, text in kept.items()}
    if result.diagnostics:
        found[DIAGNOSTICS] = f"exit code {int(ExitCode.CLEAN)}\n\n{render(result.diagnostics, line_reader())}\n"
    return found


def invocation(case: Path) -> Invocation:
    """Return the run of a case whose folder is the working folder."""
    if (case / "typewright.yaml").is_file():
        return Invocation()
    return Invocation(spec=Path(next(path.name for path in case.iterdir() if path.stem == "spec")))


def recorded(case: Path) -> dict[str, str]:
    """Return the expectation of a case in the form of `outcome`."""
    files = [*(case / "expected").rglob("*"), case / DIAGNOSTICS]
    return {path.relative_to(case).as_posix(): path.read_bytes().decode() for path in files if path.is_file()}


def record(case: Path, found: Mapping[str, str]) -> None:
    """Make `found` the expectation of a case."""
    shutil.rmtree(case / "expected", ignore_errors=True)
    (case / DIAGNOSTICS).unlink(missing_ok=True)
    for path, text in found.items():
        (case / path).parent.mkdir(parents=True, exist_ok=True)
        (case / path).write_bytes(text.encode())


def difference(expected: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Return the unified diff of two outcomes."""
    lines: list[str] = []
    for path in sorted({*expected, *found}):
        before, after = (side.get(path, "").splitlines(keepends=True) for side in (expected, found))
        lines += difflib.unified_diff(before, after, f"expected: {path}", f"found: {path}")
    return "".join(lines)


@EVERY_CASE
def test_case(case: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(case)
    found = outcome(case)
    if request.config.getoption("--update-golden"):
        record(case, found)
        return
    expected = recorded(case)
    assert expected, "the case expects nothing yet: run 'make update-golden' and read what it wrote"
    if expected != found:
        pytest.fail(f"{difference(expected, found)}\nrun 'make update-golden' if this is what should be", pytrace=False)


@EVERY_CASE
def test_python_of_a_case_is_stable_under_black(case: Path) -> None:
    for file in (case / "expected").rglob("*.py"):
        text = file.read_text()
        assert black.format_str(text, mode=black.Mode()) == text, file
