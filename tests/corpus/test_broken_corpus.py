"""The broken descriptions beside this checkout: the exit code, the message's code and its line, for each file."""

from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, ExitCode, Severity, TypewrightError
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.pipeline import build

EXPECTED = {
    "allof-type-mismatch.json": (ExitCode.CLEAN, "E307", 28),
    "billion-laughs.yaml": (ExitCode.CLEAN, "W313", 1),
    "cyclic-allof-single.json": (ExitCode.SPEC, "E306", 27),
    "dmcg-empty-data.json": (ExitCode.SPEC, "E321", 1),
    "duplicate-operationid.yaml": (ExitCode.CLEAN, "E313", 17),
    "external-ref-cycle.yaml": (ExitCode.SPEC, "E206", 19),
    "missing-body-ref.yaml": (ExitCode.CLEAN, "E201", 9),
    "oai-invalid-schema-types.yaml": (ExitCode.CLEAN, "E303", 10),
    "servers-not-array.yaml": (ExitCode.CLEAN, "E301", 5),
    "truncated-json.json": (ExitCode.SPEC, "E107", 2),
    "wrong-enum-type.json": (ExitCode.CLEAN, "E308", 18),
}
"""What is expected of each file: exit code, and code and line of the first error, or of one of the warnings."""

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_description_is_refused_or_warned_about_with_its_line(name: str, corpus: Path) -> None:
    exit_code, code, line = EXPECTED[name]
    invocation = Invocation(spec=corpus / "corpus/broken" / name, formatter="none")
    code_found, diagnostics = outcome(invocation)
    assert code_found is exit_code
    shown = diagnostics if code_found is ExitCode.CLEAN else diagnostics[:1]
    assert (code, line) in [(found.code, found.location.line if found.location else None) for found in shown]
    assert all(found.help for found in shown)


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
