"""No command prints or reports what directs a terminal or a workflow, whatever things are called."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typewright.base.printing import annotation, json_text, visible, visible_lines
from typewright.cli import run

from tests.hostile.places import description, places

DIRECTING = "\x1b[31m\x1b]0;zqx\x07\x08\x7f\x9b2J\u202e\u2066\r\x00"
"""Colours, a title, a bell, backspaces, a C1 control, directions of text, a return to the start of the line."""
REFUSED = {
    *("component: key", "path", "response: status", "response: media type", "request body: media type"),
    *("error: media type", "discriminator: value", "server: url", "pattern property: key", "pattern", "global: name"),
    *("rewrite: ours", "extension: key", "path parameter: name", "rewritten extension: value"),
}
"""Places where such a text makes the description another one, or none."""
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u206f\ufeff]")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("generate",),
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("check", "--diff"),
    *(("lint", "--notes", "--format", form) for form in ("text", "json", "github", "sarif")),
    *(("diff", "old.json", "new.json", "--format", form) for form in ("text", "json", "github", "markdown")),
    *(("diff", "new.json", "old.json", "--format", form) for form in ("text", "json", "github", "markdown")),
    ("diff", "old.json", "new.json", "--changelog", "CHANGES.md"),
    *(("examples", "--operation", "PUT /form", "--format", form) for form in ("json", "yaml", "curl", "python")),
    ("examples", "--operation", "sendForm", "--format", "typescript"),
    ("code-samples",),
    ("code-samples", "--out", "samples.yaml"),
    ("explain", "Cat"),
    ("explain", "out/python/docs/models/cat.md"),
    ("lock",),
    ("overlay", "apply", "overlay.json"),
    ("overlay", "check", "overlay.json"),
    ("lock", "--accept"),
    ("lock", "--prune"),
    ("templates", "list"),
    ("generate", "--workspace", "fleet.json", "--report", "report.json"),
)


def project(folder: Path, chosen: Callable[[str], bool]) -> None:
    """Write a description whose chosen places hold what directs a terminal, and an older one without."""
    made = {
        "new.json": description(lambda place, usual: usual + DIRECTING if chosen(place) else usual),
        "old.json": description(lambda place, usual: usual),
        "overlay.json": {
            "overlay": "1.0.0",
            "info": {"title": f"t{DIRECTING}", "version": "1"},
            "extends": "new.json",
            "actions": [{"target": f"$.paths['{'zqx'}']", "update": {DIRECTING: DIRECTING}}],
        },
        "fleet.json": {"projects": ["typewright.yaml"]},
    }
    for name, value in made.items():
        (folder / name).write_text(json.dumps(value))
    (folder / "typewright.yaml").write_text(
        "spec: new.json\noutput: out\nformatter: none\n"
        "targets: {python: {package: acme}, typescript: {package: acme}}\n"
    )


def directed(texts: Iterable[tuple[str, str]]) -> list[str]:
    return [
        f"{name}: {text[max(0, found.start() - 60) : found.end() + 20]!r}"
        for name, text in texts
        if (found := INVISIBLE.search(text))
    ]


@pytest.mark.parametrize("chosen", ["all that can be generated", "all"])
def test_no_command_directs_a_terminal(
    chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project(tmp_path, lambda place: place in places() and (chosen == "all" or place not in REFUSED))
    codes, found = {}, []
    for command in COMMANDS:
        if command == ("check",) and (page := tmp_path / "out/python/docs/models/cat.md").is_file():
            page.write_text(f"edited {DIRECTING}\n")
        codes[command] = run(command)
        printed = capsys.readouterr()
        found += directed([(" ".join(command), printed.out), (" ".join(command), printed.err)])
    written = ("CHANGES.md", "samples.yaml", "report.json", "typewright.lock")
    found += directed((name, (tmp_path / name).read_text()) for name in written if (tmp_path / name).is_file())
    assert found == []
    assert 4 not in codes.values()
    if chosen != "all":
        assert codes["generate",] == 0
        unsaid = {command for command, code in codes.items() if code in (2, 3)}
        assert unsaid == {("overlay", "check", "overlay.json")}, "an overlay with an action that finds nothing"


def test_what_cannot_be_seen_is_replaced_or_escaped() -> None:
    assert visible("a\x1b\n\u202eb") == "a\ufffd\ufffd\ufffdb"
    assert visible_lines("a\x07\n\tb\r") == "a\ufffd\n\tb\ufffd"
    assert json.loads(json_text({"a\x7f": "\x9b\u202e\U000e0001é"})) == {"a\x7f": "\x9b\u202e\U000e0001é"}
    assert not INVISIBLE.search(json_text({"a\x7f": DIRECTING}))
    assert annotation("error", [("title", "a:b,c\x1b")], "x\x07\ny%") == "::error title=a%3Ab%2Cc\ufffd::x\ufffd%0Ay%25"


def test_commands_print_in_one_place_only() -> None:
    sources = (Path(__file__).parents[2] / "generator/typewright/cli").rglob("*.py")
    allowed = {"output.py", "quick.py", "progress_line.py", "__init__.py"}
    printing = [
        path.name for path in sources if re.search(r"click\.s?echo|\bprint\(|sys\.std\w+\.write", path.read_text())
    ]
    assert set(printing) <= allowed
