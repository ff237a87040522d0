"""`typewright release`: the next version, the changelog, the packages."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.changes.change import Bump
from typewright.cli import run
from typewright.cli.releasing import raised, with_version

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1.4"}
servers: [{url: "https://example.com"}]
paths:
  /pets: {get: {operationId: listPets, responses: {"204": {description: None.}}}}
"""
MORE = SPEC + '  /cats: {get: {operationId: listCats, responses: {"204": {description: None.}}}}\n'
CONFIG = """\
# ours
spec: openapi.yaml
targets: {python: {package: pets}, typescript: {package: "@acme/pets"}}
"""


@pytest.mark.parametrize(
    ("version", "bump", "expected"),
    [
        ("1.4.2", Bump.MAJOR, "2.0.0"),
        ("1.4.2", Bump.MINOR, "1.5.0"),
        ("1.4.2", Bump.PATCH, "1.4.3"),
        ("0.4.2", Bump.MAJOR, "0.5.0"),
        ("0.4.2", Bump.MINOR, "0.4.3"),
    ],
)
def test_the_version_is_raised_by_what_has_changed(version: str, bump: Bump, expected: str) -> None:
    assert raised(version, bump) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("spec: a.yaml\noutput: b\n", 'spec: a.yaml\nversion: "1.0.0"\noutput: b\n'),
        ("spec: a.yaml", 'spec: a.yaml\nversion: "1.0.0"\n'),
        ("version: '0.9.0' # ours\nspec: a.yaml\n", "version: \"1.0.0\" # ours\nspec: a.yaml\n"),
        ("spec: a.yaml\nversion: 0.9.0\ntargets: {python: {version: 1}}\n",
         'spec: a.yaml\nversion: "1.0.0"\ntargets: {python: {version: 1}}\n'),
    ],
)  # fmt: skip
def test_a_version_is_written_where_one_stands_or_below_the_description(before: str, after: str) -> None:
    assert with_version(before, "1.0.0") == after


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(CONFIG)
    return tmp_path


def versions(project: Path) -> list[str]:
    """Return the versions that the configuration and both packages have."""
    files = ("typewright.yaml", "generated/python/pyproject.toml", "generated/python/pets/sdk.py")
    found = [re.search(r'version(?: = |=|: )"([^"]*)"', (project / file).read_text()) for file in files]
    package = json.loads((project / "generated/typescript/package.json").read_text())
    return [*(match[1] for match in found if match), package["version"]]


def test_the_first_release_has_the_version_of_the_description(project: Path) -> None:
    assert run(["release"]) == ExitCode.CLEAN
    assert versions(project) == ["1.4.0"] * 4
    assert (project / "typewright.yaml").read_text().startswith("# ours\n")
    assert not (project / "CHANGELOG.md").exists()
    assert run(["check"]) == ExitCode.CLEAN


def test_the_next_one_is_raised_by_what_has_changed_since_the_tag(project: Path) -> None:
    run(["release"])
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.c")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "Release"), ("tag", "v1.4.0")):
        subprocess.run([*git, *command], check=True)
    assert run(["release"]) == ExitCode.CLEAN
    assert versions(project) == ["1.4.0"] * 4
    (project / "openapi.yaml").write_text(MORE)
    assert run(["release", "--dry-run"]) == ExitCode.CLEAN
    assert versions(project) == ["1.4.0"] * 4
    assert run(["release"]) == ExitCode.CLEAN
    assert versions(project) == ["1.5.0"] * 4
    changelog = (project / "CHANGELOG.md").read_text()
    assert "## 1.5.0" in changelog
    assert "listCats" in changelog
    assert run(["check"]) == ExitCode.CLEAN


def test_what_breaks_raises_the_first_number(project: Path) -> None:
    (project / "old.yaml").write_text(MORE)
    run(["release"])
    assert run(["release", "old.yaml"]) == ExitCode.CLEAN
    assert versions(project) == ["2.0.0"] * 4


def test_without_the_tag_the_error_says_what_to_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["release"])
    assert run(["release"]) == ExitCode.USAGE
    assert "v1.4.0:./openapi.yaml" in capsys.readouterr().err
