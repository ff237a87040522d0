"""The two hooks under the real pre-commit program, in a git repository of their own.

pre-commit clones this project and installs it, as it does for a user; uncommitted changes are in the clone, too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: All pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string, description: What it is called.}
"""


class Repository:
    """A git repository under `folder`, with pre-commit's caches beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        identity = {
            f"GIT_{who}_{what}": "test@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        caches = {"PRE_COMMIT_HOME": str(folder.parent / "home"), "XDG_CACHE_HOME": str(folder.parent / "cache")}
        self.environment = {**inherited, **identity, **caches, "PIP_CACHE_DIR": _pip_cache()}
        self.run("git", "init", "--quiet")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, check=False, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=300
        )

    def commit(self) -> str:
        self.run("git", "add", "--all")
        self.run("git", "commit", "--quiet", "--no-verify", "--message", "state")
        return self.run("git", "rev-parse", "HEAD").stdout.strip()

    def hook(self, name: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", "run", name, "--all-files", "--verbose")


def _pip_cache() -> str:
    shown = subprocess.run([sys.executable, "-m", "pip", "cache", "dir"], capture_output=True, text=True, check=False)
    return shown.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """A user's repository with a description, a configuration, and the hooks of this checkout."""
    ours = Repository(tmp_path / "typewright")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ":!tests", ":!generated"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (ours.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, ours.folder / name)
    revision = ours.commit()
    theirs = Repository(tmp_path / "theirs")
    (theirs.folder / "openapi.yaml").write_text(SPEC)
    (theirs.folder / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {typescript: {}, python: {}}\n")
    (theirs.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {ours.folder}\n  rev: {revision}\n"
        "  hooks: [{id: typewright-check}, {id: typewright-generate}]\n"
    )
    theirs.commit()
    return theirs


def test_a_stale_tree_fails_and_a_fresh_one_passes(project: Repository) -> None:
    stale = project.hook("typewright-check")
    assert (stale.returncode, "missing: generated/" in stale.stdout) == (1, True), stale.stdout + stale.stderr
    assert "run 'typewright generate' to mend it" in stale.stdout

    assert project.hook("typewright-generate").returncode == 1, "pre-commit stops a commit that lacks new files"
    project.commit()
    fresh = project.hook("typewright-check")
    assert fresh.returncode == 0, fresh.stdout + fresh.stderr
    assert project.hook("typewright-generate").returncode == 0

    spec = project.folder / "openapi.yaml"
    spec.write_text(spec.read_text().replace("What it is called.", "Its name."))
    project.commit()
    stale = project.hook("typewright-check")
    assert stale.returncode == 1
    assert "+" in stale.stdout
    assert "Its name." in stale.stdout
