"""The broken descriptions beside this checkout: the exit code, the message's code and its line, for each file."""

from pathlib import Path

import pytest

from generator.cli.configuration import configuration
from generator.cli.invocation import Invocation
from generator.errors import ExitCode, Severity, TypewrightError
from generator.pipeline import build

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
    try:
        diagnostics = build(configuration(invocation)).diagnostics
        assert exit_code is ExitCode.CLEAN
    except TypewrightError as fault:
        diagnostics = fault.diagnostics
        assert fault.exit_code is exit_code
        assert diagnostics[0].severity is Severity.ERROR
    first = diagnostics[0]
    assert (first.code, first.location.line if first.location else None) == (code, line)
    assert first.help


def test_every_broken_description_is_expected(corpus: Path) -> None:
    assert {path.name for path in (corpus / "corpus/broken").iterdir()} == set(EXPECTED)
