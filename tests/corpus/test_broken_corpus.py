"""The broken descriptions beside this checkout: the exit code, the message's code and its line, for each file."""

from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, ExitCode, Severity, TypewrightError
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.pipeline import build

EXPECTED = {
    "allof-type-mismatch.json": (ExitCode.SPEC, "E307", 28),
    "billion-laughs.yaml": (ExitCode.CLEAN, "W313", 1),
    "cyclic-allof-single.json": (ExitCode.SPEC, "E306", 27),
    "dmcg-empty-data.json": (ExitCode.SPEC, "E321", 1),
    "duplicate-operationid.yaml": (ExitCode.SPEC, "E313", 17),
    "external-ref-cycle.yaml": (ExitCode.SPEC, "E206", 19),
    "missing-body-ref.yaml": (ExitCode.SPEC, "E201", 9),
    "oai-invalid-schema-types.yaml": (ExitCode.SPEC, "E303", 10),
    "servers-not-array.yaml": (ExitCode.SPEC, "E301", 5),
    "truncated-json.json": (ExitCode.SPEC, "E107", 2),
    "wrong-enum-type.json": (ExitCode.SPEC, "E308", 18),
}
"""What is expected of each file: exit code, and code and line of the first message."""

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_description_is_refused_with_its_line(name: str, corpus: Path) -> None:
    exit_code, code, line = EXPECTED[name]
    invocation = Invocation(spec=corpus / "corpus/broken" / name, formatter="none")
    code_found, diagnostics = outcome(invocation)
    assert code_found is exit_code
    first = diagnostics[0]
    assert (first.code, first.location.line if first.location else None) == (code, line)
    assert first.help


def outcome(invocation: Invocation) -> tuple[ExitCode, tuple[Diagnostic, ...]]:
    """Return the exit code and the messages of a run; the first message of a run that failed is an error."""
    try:
        return ExitCode.CLEAN, build(configuration(invocation)).diagnostics
    except TypewrightError as fault:
        found = fault
    assert found.diagnostics[0].severity is Severity.ERROR
    return found.exit_code, found.diagnostics


def test_further_broken_descriptions_are_refused_or_warned_about(corpus: Path) -> None:
    for path in sorted((corpus / "corpus/broken").iterdir()):
        code, diagnostics = outcome(Invocation(spec=path, formatter="none"))
        assert code in {ExitCode.CLEAN, ExitCode.SPEC}, path.name
        assert diagnostics, f"nothing is said about {path.name}"
