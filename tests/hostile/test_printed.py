"""What the commands print or write beside the tree: commands of a shell, annotations, reports, changelogs."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from typewright.base.errors import TypewrightError, render
from typewright.changes import Changes, NamedApi, compare
from typewright.changes.changelog import with_section
from typewright.changes.report import github_report, markdown_report, text_report
from typewright.cli import run
from typewright.config.options import NamingConfig
from typewright.ir import Api
from typewright.lint import lint
from typewright.lint.formats import as_github, as_sarif, as_text
from typewright.naming import assign
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.surface import surface
from typewright.targets.typescript.language import LANGUAGE

from tests.hostile.markdown_oracle import Ask, rendered
from tests.hostile.payloads import PAYLOADS
from tests.hostile.places import description, places, with_text

COMMAND = re.compile(r"::(error|warning|notice) [^\n]*")
OPTIONS = {"--request", "--header", "--cookie", "--user", "--data", "--data-binary", "--data-urlencode"}
FORMS = {"--form", "--form-string"}
SHOWN = """
curl() { printf '%s\\0' "$@"; }
set -u
API_KEY=secret ZQX=secret CREDENTIALS=secret
"""
PAIRS = [(place, payload) for place in places() for payload in PAYLOADS]
SAMPLE = random.Random(7).sample(PAIRS, 25)  # noqa: S311 - the same every time
SENT = [place for place in places() if place.split(":")[0] not in {"webhook", "info", "contact", "license", "link"}]


def written(folder: Path, place: str, payload: str) -> Path:
    spec = folder / "spec.json"
    spec.write_text(json.dumps(with_text(PAYLOADS[payload], place)))
    return spec


def words_of(command: str) -> list[str]:
    """Return the words that a shell makes of a command of curl's; nothing else may be run for it."""
    variables = "".join(f"{name}=secret\n" for name in set(re.findall(r'\$([A-Za-z_]\w*)"', command)))
    shell = ["bash", "--noprofile", "--norc", "-c", f"{SHOWN}{variables}PATH=\n{command}"]
    ended = subprocess.run(shell, capture_output=True, check=False, env={})
    assert ended.stderr == b"", f"the shell ran something: {ended.stderr!r}\n{command}"
    return ended.stdout.decode().split("\0")[:-1]


def hold_curl(command: str) -> None:
    """Hold that a command sends one request, with options of ours and to an address of http."""
    words = words_of(command)
    assert words[0] == "--request", words
    assert re.match(r"https?://", words[2], re.IGNORECASE), words
    options, values = words[3::2], words[4::2]
    assert set(options) <= OPTIONS | FORMS, words
    for option, value in zip(options, values, strict=True):
        reads = option in {"--header", "--data", "--data-binary", "--data-urlencode"}
        assert not (reads and value.startswith("@")) or (option, value) == ("--data-binary", "@example.file"), words
        name, _, content = value.partition("=")
        if option == "--form":
            assert content == "@example.file" or not re.search(r'^[@<"]|;', content), words
            assert ";" not in name, words


def hold_commands(place: str, payload: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """Try every operation of a description; return how many commands there were."""
    spec = written(folder, place, payload)
    tried = 0
    for path, item in json.loads(spec.read_text())["paths"].items():
        for method in {"get", "put", "post"} & item.keys():
            options = ["--spec", str(spec), "--operation", f"{method.upper()} {path}"]
            if run(["examples", *options, "--format", "curl"]) == 0:
                hold_curl(capsys.readouterr().out.removesuffix("\n"))
                tried += 1
            capsys.readouterr()
    return tried


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash to read commands with")
def test_a_sample_of_commands_runs_curl_and_nothing_else(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = [("server: url", "shell"), ("server: url", "option"), ("form: example", "curl file")]
    drawn += [pair for pair in SAMPLE if pair[0] in SENT][:5]
    assert sum(hold_commands(place, payload, tmp_path, capsys) for place, payload in drawn) > 10


@pytest.mark.nightly
@pytest.mark.parametrize("place", SENT)
def test_commands_run_curl_and_nothing_else(
    place: str, tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for payload in (
        "shell",
        "option",
        "curl file",
        "double quote",
        "single quote",
        "line break",
        "backslash and quotes",
    ):
        hold_commands(place, payload, tmp_path, capsys)


def test_code_samples_stay_texts_of_an_overlay(tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = tmp_path / "usual.json"
    usual.write_text(json.dumps(description(lambda _, text: text)))
    assert run(["code-samples", "--spec", str(usual)]) == 0
    actions = len(yaml.safe_load(capsys.readouterr().out)["actions"])
    for place, payload in SAMPLE:
        if run(["code-samples", "--spec", str(written(tmp_path, place, payload))]) == 0:
            overlay = yaml.safe_load(capsys.readouterr().out)
            assert overlay.keys() == {"overlay", "info", "actions"}
            assert len(overlay["actions"]) == actions
            assert {tuple(action) for action in overlay["actions"]} == {("target", "update")}


def described(spec: Path) -> NamedApi:
    document = load_document(spec)
    api, found = lower(document)
    assert isinstance(api, Api)
    if any(each.severity.value == "error" for each in found):
        raise TypewrightError(found)
    symbols = assign(surface(api, NamingConfig()), NamingConfig(), LANGUAGE).symbols
    return NamedApi(api, {symbol.id: symbol.name for symbol in symbols.values()})


def hold_reports(place: str, payload: str, folder: Path, before: NamedApi) -> int:
    """Hold the changelog, the annotations and the findings; return how many changes there were."""
    spec = written(folder, place, payload)
    try:
        changes = compare(before, described(spec), {})
    except TypewrightError as fault:
        hold_lines(render(fault.diagnostics, lambda file, line: None))
        return 0
    hold_changes(changes, PAYLOADS[payload])
    document = load_document(spec)
    api, found = lower(document)
    report = lint(document, api, found)
    lines = as_github(report, lambda file, line: None).split("\n")
    assert [line for line in lines if line and not COMMAND.fullmatch(line)] == []
    assert len([line for line in lines if line]) == len(report.diagnostics)
    json.loads(as_sarif(report, lambda file, line: None))
    hold_lines(as_text(report, lambda file, line: None, notes=True))
    return len(changes.all)


def hold_changes(changes: Changes, payload: str) -> None:
    lines = github_report(changes).split("\n")
    assert [line for line in lines[:-1] if not COMMAND.fullmatch(line)] == []
    assert len(lines) == len(changes.all) + 1
    hold_lines(text_report(changes))
    page = rendered(with_section("# Changelog\n", payload, markdown_report(changes), "0" * 64), "github")
    ours = [fault for fault in page.faults if "typewright diff" not in fault]
    assert ours == [], ours


def hold_lines(text: str) -> None:
    """Hold that no line is a command of a workflow, and nothing directs a terminal."""
    assert not any(line.lstrip().startswith("::") for line in text.split("\n")), text
    assert all(char.isprintable() or char == "\n" for char in text), repr(text)


def test_a_sample_of_reports_shows_texts_as_texts(tmp_path: Path) -> None:
    usual = tmp_path / "usual.json"
    usual.write_text(json.dumps(description(lambda _, text: text)))
    before = described(usual)
    assert sum(hold_reports(place, payload, tmp_path, before) for place, payload in SAMPLE) > 5


@pytest.mark.nightly
@pytest.mark.parametrize("payload", PAYLOADS)
def test_reports_show_texts_as_texts(payload: str, tmp_path: Path) -> None:
    usual = tmp_path / "usual.json"
    usual.write_text(json.dumps(description(lambda _, text: text)))
    before = described(usual)
    for place in places():
        hold_reports(place, payload, tmp_path, before)


def test_a_changelog_is_a_page_whatever_the_version_says(inspector: Ask) -> None:
    heading = '1.0 --> <script>alert("zqx")</script>\n\n```'
    page = rendered(with_section("# Changelog\n", heading, "Nothing.", "0" * 64), "github")
    assert [fault for fault in page.faults if "typewright diff" not in fault] == []
    assert "alert" in "".join(page.texts)
