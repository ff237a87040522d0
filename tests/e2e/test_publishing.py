"""The workflows of `docs/releases.md`, run up to what would be uploaded."""

import os
import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.e2e.workflow_runner import Runner

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/releases.md").read_text(encoding="utf-8")
WORKFLOWS = dict(re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```\n", PAGE, flags=re.DOTALL))
DESCRIPTION = Path(__file__).parent / "readme/openapi.yaml"
CONFIG = """\
spec: openapi.yaml
version: "2.1.0"
metadata: {license: MIT, authors: [Jane Doe <jane@example.com>], keywords: [dogs]}
targets: {python: {package: kennel}, typescript: {package: kennel}}
"""
pytestmark = [pytest.mark.nightly, pytest.mark.xdist_group("publishing")]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A repository with generated packages and the workflows, and a Python of its own for what they install."""
    folder = tmp_path / "kennel"
    folder.mkdir()
    (folder / "openapi.yaml").write_text(DESCRIPTION.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "typewright.yaml").write_text(CONFIG)
    for path, text in WORKFLOWS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    subprocess.run([sys.executable, "-m", "typewright", "generate"], cwd=folder, check=True)
    (folder / "generated/python/kennel/mine.py").write_text("MINE = 1\n")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    path = os.pathsep.join([str(tmp_path / "venv/bin"), os.environ["PATH"]])
    return Runner(folder, tmp_path, {**os.environ, "PATH": path, "npm_config_dry_run": "true"})


def test_the_wheel_has_the_users_files_and_says_who_made_it(runner: Runner) -> None:
    assert runner.run(runner.folder / ".github/workflows/publish-python.yml") == 0, runner.printed
    (wheel,) = (runner.folder / "generated/python/dist").glob("kennel-2.1.0-*.whl")
    with zipfile.ZipFile(wheel) as files:
        assert {"kennel/hooks.py", "kennel/mine.py", "kennel/py.typed", "kennel/sdk.py"} <= set(files.namelist())
        said = Parser().parsestr(files.read("kennel-2.1.0.dist-info/METADATA").decode())
    assert (said["License-Expression"], said["Author-email"], said["Keywords"]) == (
        "MIT",
        "Jane Doe <jane@example.com>",
        "dogs",
    )
    assert "Start SDK Example Usage" in str(said.get_payload())


def test_the_npm_package_would_be_published(runner: Runner) -> None:
    package = runner.folder / "generated/typescript"
    installed = subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--dry-run=false"], cwd=package, capture_output=True, check=False
    )
    assert installed.returncode == 0, installed.stderr
    assert runner.run(runner.folder / ".github/workflows/publish-typescript.yml") == 0, runner.printed
    assert "(dry-run)" in runner.printed
    assert "kennel@2.1.0" in runner.printed
    for file in ("README.md", "hooks/registration.ts", "dist/index.js", "dist/index.d.ts", "package.json"):
        assert f" {file}\n" in runner.printed
