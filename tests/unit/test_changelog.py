"""What `typewright diff --changelog` writes into a changelog, and what it leaves alone."""

from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.changes.changelog import with_section
from typewright.cli.shell import run_command

PAIR = Path(__file__).parent.parent / "diffs/property-removed"
SINCE, LATER = "a" * 32, "b" * 32


def diff(log: Path, old: str = "old.yaml", new: str = "new.yaml") -> int:
    return run_command(["diff", str(PAIR / old), str(PAIR / new), "--changelog", str(log), "--fail-on", "never"])


def test_a_second_run_writes_the_same(tmp_path: Path) -> None:
    log = tmp_path / "CHANGELOG.md"
    assert diff(log) == ExitCode.CLEAN
    first = log.read_text()
    assert first.startswith("# Changelog\n\n## Unreleased\n\n<!-- typewright diff: Unreleased since ")
    assert "\n\n### Breaking\n" in first
    diff(log)
    assert log.read_text() == first


def test_where_nothing_changed_no_changelog_is_made(tmp_path: Path) -> None:
    log = tmp_path / "CHANGELOG.md"
    assert diff(log, new="old.yaml") == ExitCode.CLEAN
    assert not log.exists()


def test_what_others_wrote_stays() -> None:
    old = "# Log\n\nWords.\n\n```\n## no heading\n```\n\n## 1.0\n\n- first\n"
    once = with_section(old, "1.1", "- second", SINCE)
    assert once.index("## no heading") < once.index("## 1.1") < once.index("- second") < once.index("## 1.0")
    edited = once.replace("## 1.1\n", "## 1.1\n\nBy hand.\n")
    again = with_section(edited, "1.1", "- third", SINCE)
    assert "By hand." in again
    assert "- second" not in again
    assert again.replace("- third", "- second") == edited


def test_the_next_change_to_the_same_version_keeps_the_one_before() -> None:
    once = with_section("", "Unreleased", "- first", SINCE)
    twice = with_section(once, "Unreleased", "- second", LATER)
    assert twice.count("## Unreleased") == 1
    assert twice.index("- second") < twice.index("- first")
    assert with_section(twice, "Unreleased", "- first", SINCE) == twice


@pytest.mark.parametrize(
    "heading", ["## [1.1.0] - 2026-01-31", "## 1.1.0", "## v1.1.0 (2026-01-31)", "## [1.1.0](https://example.com/1)"]
)
def test_a_section_for_the_version_is_used_whoever_wrote_it(heading: str) -> None:
    log = f"# Log\n\n{heading}\n\nBy hand.\n\n## 1.0.0\n\n- first\n"
    found = with_section(log, "1.1.0", "- second", SINCE)
    assert found.startswith(f"# Log\n\n{heading}\n\n<!-- typewright diff: 1.1.0 since aaaaaaaaaaaa -->\n\n- second\n\n")
    assert found.endswith("\n\nBy hand.\n\n## 1.0.0\n\n- first\n")
    assert "## 1.1.0\n\n## " not in found


def test_what_an_earlier_run_said_goes_where_nothing_is_left() -> None:
    log = "# Log\n\n## 1.1\n\nBy hand.\n"
    once = with_section(log, "1.1", "- second", SINCE)
    assert with_section(once, "1.1", "", SINCE) == log
    assert with_section(log, "1.1", "", SINCE) == log


def test_a_block_without_its_end_takes_nothing_along() -> None:
    torn = with_section("## 1.0\n\n- first\n", "1.1", "- second", SINCE).replace("<!-- end of typewright diff -->", "")
    assert "- first" in with_section(torn, "1.1", "- third", SINCE)


@pytest.mark.parametrize("version", ["1 --> <script>", "1\n## Evil\n", "", "--", "`1`", "x" * 500])
def test_a_version_stays_a_heading_of_one_line(version: str) -> None:
    found = with_section("# Log\n", version, "- text", SINCE)
    headings = [line for line in found.splitlines() if line.startswith("## ")]
    comments = [line for line in found.splitlines() if "<!--" in line]
    assert len(headings) == 1
    assert "<script>" not in found
    assert all(line.count("-->") == 1 and line.endswith("-->") for line in comments)
    assert with_section(found, version, "- text", SINCE) == found


def test_a_changelog_that_cannot_be_used_is_the_users_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.md").write_bytes(b"caf\xe9")
    assert diff(tmp_path / "latin.md") == ExitCode.USAGE
    assert "is not UTF-8" in capsys.readouterr().err
    assert diff(tmp_path / "missing/CHANGELOG.md") == ExitCode.USAGE
    err = capsys.readouterr().err
    assert "error[E006]: cannot use '" in err
    assert "missing/CHANGELOG.md'" in err
