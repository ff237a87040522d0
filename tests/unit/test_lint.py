"""What `typewright lint` makes of its findings: formats, exit codes, baselines, and the documentation of its rules."""

import json
import re
from pathlib import Path

import pytest
from typewright.base.errors import Diagnostic, ExitCode, Location, Severity
from typewright.cli.shell import run_command
from typewright.lint import Report
from typewright.lint.baseline import baseline_text, exceeded_counts, is_improved
from typewright.lint.formats import as_github, as_json, as_sarif, as_text
from typewright.lint.registry import RULES, markdown_table
from typewright.lint.rules.coverage import Coverage

ROOT = Path(__file__).parents[2]
HEAD = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\n'
OPERATION = 'paths:\n  /pets:\n    get: {operationId: pets, responses: {"200": {description: ok}}}\n'
UNUSED = "components:\n  schemas:\n    Pet: {type: object}\n"
WARNING = Diagnostic("unused-tag", "one, two: 3 %", Severity.WARNING, Location("a b.yaml", 3, 5, 2), "#/tags/0", "a\nb")
NOTE = Diagnostic("missing-example", "no example", Severity.NOTE, Location("a b.yaml", 4, 1), "#/x")
REPORT = Report((WARNING, NOTE), (Coverage("properties", 2, 3, 0, 0),))


def no_line(file: str, line: int) -> None:
    return None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.yaml").write_text(HEAD + OPERATION)
    return tmp_path


def lint(*arguments: str) -> int:
    return run_command(["lint", "--spec", "spec.yaml", *arguments])


def test_the_documentation_holds_the_table_of_the_rules() -> None:
    text = (ROOT / "docs/lint.md").read_text(encoding="utf-8")
    assert markdown_table() in text, "write typewright.lint.registry.markdown_table() into docs/lint.md"


def test_rules_are_well_formed() -> None:
    for name, rule in RULES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert rule.severity is not Severity.ERROR
        assert rule.title
        assert "|" not in rule.title + rule.help


def test_text_counts_notes_and_lists_them_when_asked() -> None:
    assert as_text(REPORT, no_line) == (
        "a b.yaml:3:5: warning[unused-tag]: one, two: 3 %\n  = at #/tags/0\n  = help: a�b\n\n"
        "            described     with example\nproperties  2 of 3  66 %  –\n\n1 warning, 1 note"
    )
    assert "note[missing-example]: no example" in as_text(REPORT, no_line, notes=True)


def test_text_lists_what_does_not_fit_a_line_each() -> None:
    text = as_text(Report((WARNING,) * 12, ()), no_line)
    assert text.count("= at #/tags/0") == 10
    assert text.count("warning[unused-tag]") == 12


def test_text_shows_one_finding_of_each_rule_in_full_before_a_second_one() -> None:
    often = [Diagnostic("often", f"{index}", Severity.WARNING, Location("a.yaml", index, 1)) for index in range(1, 15)]
    once = Diagnostic("once", "last", Severity.WARNING, Location("a.yaml", 99, 1))
    blocks = as_text(Report((*often, once), ()), lambda file, line: "text").split("\n\n")
    assert "a.yaml:99:1: warning[once]: last\n" in blocks[9]
    assert blocks[10].split("\n") == [f"a.yaml:{line}:1: warning[often]: {line}" for line in range(10, 15)]
    assert blocks[11] == "14  often\n 1  once"


def test_nothing_found_is_said() -> None:
    assert as_text(Report((), ()), no_line) == "nothing found"


def test_json_says_all() -> None:
    members = json.loads(as_json(REPORT, no_line))
    assert members["counts"] == {"missing-example": 1, "unused-tag": 1}
    assert members["coverage"] == [
        {"kind": "properties", "described": 2, "toDescribe": 3, "exemplified": 0, "toExemplify": 0}
    ]
    assert members["findings"][0] == {
        "code": "unused-tag",
        "severity": "warning",
        "message": "one, two: 3 %",
        "file": "a b.yaml",
        "line": 3,
        "column": 5,
        "length": 2,
        "pointer": "#/tags/0",
        "help": "a\nb",
    }


def test_github_gets_one_command_a_line() -> None:
    assert as_github(REPORT, no_line).split("\n") == [
        "::warning file=a b.yaml,line=3,col=5,title=unused-tag::one, two: 3 %25%0Aa%0Ab",
        "::notice file=a b.yaml,line=4,col=1,title=missing-example::no example",
    ]


def test_github_properties_cannot_be_left() -> None:
    hostile = Diagnostic("x", "m\n::error::y", location=Location("a,line=9::b\n::c.yaml", 1, 1))
    lines = as_github(Report((hostile,), ()), no_line).split("\n")
    assert lines == ["::error file=a%2Cline=9%3A%3Ab%0A%3A%3Ac.yaml,line=1,col=1,title=x::m%0A::error::y"]


def test_sarif_names_rules_and_places() -> None:
    run = json.loads(as_sarif(REPORT, no_line))["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    result = run["results"][0]
    assert ids[result["ruleIndex"]] == result["ruleId"] == "unused-tag"
    assert result["level"] == "warning"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.yaml"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 7},
    }


def test_a_clean_description_is_clean(project: Path) -> None:
    assert lint() == ExitCode.CLEAN
    assert not (project / "generated").exists()


@pytest.mark.parametrize(("severity", "expected"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)], ids=str)
def test_the_failing_severity(project: Path, severity: str, expected: int) -> None:
    (project / "spec.yaml").write_text(HEAD + OPERATION + UNUSED)
    assert lint("--fail-severity", severity) == expected


def test_a_skipped_rule_finds_nothing(project: Path) -> None:
    (project / "spec.yaml").write_text(HEAD + OPERATION + UNUSED)
    assert lint("--skip", "unused-component") == ExitCode.CLEAN


def test_a_rule_that_does_not_exist_cannot_be_skipped(project: Path) -> None:
    assert lint("--skip", "unused-components") == ExitCode.USAGE


@pytest.mark.parametrize("text", ["{", "openapi: 3.1.0\npaths: {/a: {$ref: 'nowhere.yaml'}}\n"])
def test_an_invalid_description_is_reported_in_the_format(
    project: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec.yaml").write_text(text)
    assert lint("--format", "json") == ExitCode.SPEC
    assert json.loads(capsys.readouterr().out)["findings"][0]["severity"] == "error"


def test_a_baseline_holds_a_description_where_it_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "spec.yaml").write_text(HEAD + OPERATION + UNUSED)
    assert lint("--baseline", "base.json", "--update-baseline") == ExitCode.CLEAN
    assert lint("--baseline", "base.json") == ExitCode.CLEAN
    (project / "spec.yaml").write_text(HEAD + OPERATION + UNUSED + "    Dog: {type: object}\n")
    assert lint("--baseline", "base.json") == ExitCode.FINDINGS
    assert "unused-component: 2 found, 1 allowed by base.json" in capsys.readouterr().err
    (project / "spec.yaml").write_text(HEAD + OPERATION)
    assert lint("--baseline", "base.json") == ExitCode.CLEAN
    assert "better than base.json" in capsys.readouterr().err


def test_no_baseline_is_made_of_a_description_with_errors(project: Path) -> None:
    (project / "spec.yaml").write_text(HEAD + OPERATION + "  /more: {$ref: nowhere.yaml}\n")
    assert lint("--baseline", "base.json", "--update-baseline") == ExitCode.SPEC
    assert not (project / "base.json").exists()


def test_a_default_is_not_told_of_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "spec.yaml").write_text(HEAD + OPERATION + UNUSED + "    Dog: {type: integer, default: a}\n")
    lint("--format", "json")
    codes = [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert "W322" in codes
    assert "invalid-default" not in codes


@pytest.mark.parametrize("text", [None, "[]", "{", '{"a": "b"}', '{"a": true}'])
def test_what_is_no_baseline_is_refused(project: Path, text: str | None) -> None:
    if text is not None:
        (project / "base.json").write_text(text)
    assert lint("--baseline", "base.json") == ExitCode.USAGE


def test_a_baseline_counts_by_rule() -> None:
    allowed = json.loads(baseline_text(REPORT))
    assert allowed == {"missing-example": 1, "unused-tag": 1}
    assert exceeded_counts(REPORT, allowed) == {}
    assert exceeded_counts(REPORT, {"unused-tag": 1}) == {"missing-example": (0, 1)}
    assert is_improved(REPORT, {**allowed, "unused-tag": 2})
    assert not is_improved(REPORT, allowed)
