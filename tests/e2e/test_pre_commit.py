"""The two hooks under the real pre-commit program, in a git repository of their own.

pre-commit clones this project and installs it, as it does for a user; uncommitted changes are in the clone, too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("pre-commit")

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
    """A git repository at `folder`, with pre-commit's caches in `caches`, or beside it."""

    def __init__(self, folder: Path, caches: Path | None = None) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        identity = {
            f"GIT_{who}_{what}": "test@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        home = caches or folder.parent
        own = {"PRE_COMMIT_HOME": str(home / "home"), "XDG_CACHE_HOME": str(home / "cache")}
        own |= {"PIP_CACHE_DIR": _pip_cache(), "PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        self.environment = {**inherited, **identity, **own}
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


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository with the state of this checkout, and its commit; pre-commit installs it once."""
    ours = Repository(tmp_path_factory.mktemp("hooks") / "typewright")
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
    return ours.folder, ours.commit()


@pytest.fixture
def project(tmp_path: Path, hooks: tuple[Path, str]) -> Repository:
    """A user's repository with a description, a configuration, and the hooks of this checkout."""
    folder, revision = hooks
    theirs = Repository(tmp_path / "theirs", caches=folder.parent)
    (theirs.folder / "openapi.yaml").write_text(SPEC)
    (theirs.folder / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {typescript: {}, python: {}}\n")
    (theirs.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {folder}\n  rev: {revision}\n"
        "  hooks: [{id: typewright-check}, {id: typewright-generate}]\n"
    )
    theirs.commit()
    return theirs


def test_a_stale_tree_fails_and_a_fresh_one_passes(project: Repository) -> None:
    stale = project.hook("typewright-check")
    assert (stale.returncode, "missing: generated/" in stale.stdout) == (1, True), stale.stdout + stale.stderr
    assert "run 'typewright generate' to mend it" in stale.stdout

    project.hook("typewright-generate")
    project.commit()
    fresh = project.hook("typewright-check")
    assert fresh.returncode == 0, fresh.stdout + fresh.stderr
    assert project.hook("typewright-generate").returncode == 0

    spec = project.folder / "openapi.yaml"
    spec.write_text(spec.read_text().replace("What it is called.", "Its name."))
    project.commit()
    stale = project.hook("typewright-check")
    assert stale.returncode == 1
    assert "Its name." in stale.stdout


def test_new_files_stop_a_commit_by_way_of_the_lock(project: Repository) -> None:
    """pre-commit itself sees no change in a file that git does not know yet; the lock is what it sees."""
    project.hook("typewright-generate")
    project.commit()
    spec = project.folder / "openapi.yaml"
    spec.write_text(
        spec.read_text().replace("type: string, ", "$ref: '#/components/schemas/Name', ") + "    Name: {enum: [a]}\n"
    )
    project.commit()
    before = set((project.folder / "generated").rglob("*"))
    assert project.hook("typewright-generate").returncode == 1
    assert set((project.folder / "generated").rglob("*")) > before
    project.commit()
    assert project.hook("typewright-generate").returncode == 0
