"""Each recipe of `docs/recipes.md`, run as it is written there, in a repository of its own."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.e2e.workflow_runner import Runner

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs/recipes.md"
BLOCK = re.compile(r"<!-- (?:file: (?P<file>\S+)|run) -->\n```\w+\n(?P<text>.*?)```\n", re.DOTALL)
SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: All pets.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
    delete:
      operationId: dropPets
      x-internal: true
      responses: {"204": {description: Gone.}}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, description: What it is called.}
        age: {type: integer}
"""


def section(title: str) -> str:
    """Return a section of the page; the one in front of all has no title."""
    parts = re.split(r"^## ", PAGE.read_text(), flags=re.MULTILINE)
    return next(part for part in parts if part.startswith(title or "# Recipes"))


@dataclass
class Repository:
    """A user's repository, with `typewright` on the PATH."""

    folder: Path
    environment: dict[str, str]

    def shell(self, script: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "-euo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def follow(self, title: str) -> None:
        """Do what a section says: write its files, run its commands, in their order."""
        blocks = list(BLOCK.finditer(section(title)))
        assert blocks, f"the recipe '{title}' has no blocks"
        for block in blocks:
            if block["file"]:
                path = self.folder / block["file"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block["text"])
            else:
                done = self.shell(block["text"])
                assert done.returncode == 0, done.stdout + done.stderr

    def commit(self) -> None:
        assert self.shell("git add --all && git commit --quiet --allow-empty --message state").returncode == 0

    def runner(self, temporary: Path, **values: str) -> Runner:
        return Runner(self.folder, temporary, self.environment, values)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """A repository that follows the first section of the page, with another one as its origin."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "typewright"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}/generator" exec "{sys.executable}" -m typewright "$@"\n')
    program.chmod(0o755)
    identity = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    own = {"PATH": path, "XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    made = Repository(tmp_path / "shop", {**inherited, **identity, **own})
    made.folder.mkdir()
    origin = tmp_path / "origin.git"
    assert made.shell(f"git init -q --bare {origin} && git init -q && git remote add origin {origin}").returncode == 0
    (made.folder / "openapi.yaml").write_text(SPEC)
    made.commit()
    made.follow("")
    yield made
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_every_block_of_the_page_is_run_by_a_test() -> None:
    marked = len(BLOCK.findall(PAGE.read_text()))
    assert marked == PAGE.read_text().count("```") / 2
    titles = re.findall(r"^## (.*)$", PAGE.read_text(), flags=re.MULTILINE)
    tested = Path(__file__).read_text()
    assert [title for title in titles if f'follow("{title}")' not in tested] == []


def test_an_sdk_repository_follows_its_description(repository: Repository, tmp_path: Path) -> None:
    repository.follow("An SDK repository that follows its description")
    repository.commit()
    published = tmp_path / "published.yaml"
    url = {"vars.SPEC_URL": published.as_uri()}
    workflow = repository.folder / ".github/workflows/sdk.yml"

    published.write_text(SPEC.replace("What it is called.", "Its name.").replace("1.0.0", "1.0.1"))
    runner = repository.runner(tmp_path / "runner", **url)
    assert runner.run(workflow) == 0, runner.printed
    assert "::notice file=openapi.yaml" in runner.printed
    assert "## 1.0.1" in repository.shell("git show origin/follow-the-description:CHANGELOG.md").stdout
    page = next((repository.folder / "generated/typescript/docs").rglob("pet.md")).read_text()
    assert "Its name." in page

    published.write_text(SPEC.replace("        age: {type: integer}\n", ""))
    runner = repository.runner(tmp_path / "runner", **url)
    assert runner.run(workflow) == 1
    assert "property 'age' is gone" in runner.printed
    allowed = repository.runner(tmp_path / "runner", **url, **{"inputs.fail-on": "never"})
    assert allowed.run(workflow) == 0, allowed.printed


def test_nothing_is_pushed_where_nothing_changed(repository: Repository, tmp_path: Path) -> None:
    repository.follow("An SDK repository that follows its description")
    repository.commit()
    runner = repository.runner(tmp_path, **{"vars.SPEC_URL": (repository.folder / "openapi.yaml").as_uri()})
    copied = tmp_path / "same.yaml"
    copied.write_text(SPEC)
    runner.values["vars.SPEC_URL"] = copied.as_uri()
    runner.run(repository.folder / ".github/workflows/sdk.yml")
    repository.commit()
    before = repository.shell("git ls-remote origin").stdout
    assert runner.run(repository.folder / ".github/workflows/sdk.yml") == 0
    assert repository.shell("git ls-remote origin").stdout == before


def test_a_docs_pipeline(repository: Repository, tmp_path: Path) -> None:
    repository.follow("A docs pipeline")
    repository.commit()
    workflow = repository.folder / ".github/workflows/docs.yml"
    runner = repository.runner(tmp_path)
    assert runner.run(workflow) == 0, runner.printed
    assert (repository.folder / "site/python/docs/models/pet.md").is_file()

    (repository.folder / "openapi.yaml").write_text(SPEC.replace("What it is called.", "Its name."))
    runner = repository.runner(tmp_path)
    assert runner.run(workflow) == 1
    assert "title=stale::the description changed" in runner.printed


def test_a_commit_hook(repository: Repository) -> None:
    repository.follow("A commit hook")
    config = yaml.safe_load((repository.folder / ".pre-commit-config.yaml").read_text())
    hooks = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert {each["id"] for each in config["repos"][0]["hooks"]} <= hooks
    commit = "git add --all && git commit --message change"
    assert repository.shell(commit).returncode == 0
    (repository.folder / "openapi.yaml").write_text(SPEC.replace("What it is called.", "Its name."))
    refused = repository.shell(commit)
    assert refused.returncode == 1
    assert "run 'typewright generate' to mend it" in refused.stdout + refused.stderr
    assert repository.shell(f"typewright generate && {commit}").returncode == 0


@pytest.mark.nightly
@pytest.mark.xdist_group("pre-commit")
def test_the_hook_under_pre_commit_itself(repository: Repository, tmp_path: Path) -> None:
    """The address and the version of the page lead to a copy of this checkout."""
    hosted = tmp_path / "hosted"
    shutil.copytree(ROOT, hosted, ignore=shutil.ignore_patterns(".venv", ".git", "tests", "generated", "node_modules"))
    tag = "git init -q && git add --all && git commit -qm all && git tag v0.1.0"
    done = subprocess.run(["bash", "-c", tag], cwd=hosted, env=repository.environment, check=True)
    assert done.returncode == 0
    repository.environment |= {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{hosted}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/OWNER/typewright",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }
    repository.follow("A commit hook")
    (repository.folder / ".git/hooks/pre-commit").unlink()
    run = f'git add --all && "{sys.executable}" -m pre_commit run --all-files'
    assert repository.shell(run).returncode == 0
    (repository.folder / "openapi.yaml").write_text(SPEC.replace("What it is called.", "Its name."))
    stopped = repository.shell(run)
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert repository.shell(run).returncode == 0


def test_changes_to_a_description_that_is_not_yours(repository: Repository) -> None:
    repository.follow("Changes to a description that is not yours")
    assert "delete" not in yaml.safe_load((repository.folder / "public.yaml").read_text())["paths"]["/pets"]
    assert "dropPets" not in "".join(path.read_text() for path in (repository.folder / "generated").rglob("*.md"))


def test_your_own_words_in_a_page(repository: Repository) -> None:
    repository.follow("Your own words in a page")
    page = next((repository.folder / "generated/typescript/docs").rglob("pet.md")).read_text()
    assert "## Members" in page


PETS = """\
import httpx2
from shop.extras import PetShop

def answer(request):
    return httpx2.Response(200, json=[{"name": "Rex", "age": 3}, {"name": "Tom", "age": 9}])

with PetShop(server_url="https://shop.test", client=httpx2.Client(transport=httpx2.MockTransport(answer))) as shop:
    print(shop.oldest_pet().name)
"""


def run_python(repository: Repository, code: str, *folders: str) -> str:
    """Return what a script prints, with packages of these folders of the repository."""
    path = os.pathsep.join(str(repository.folder / folder) for folder in folders)
    environment = {**repository.environment, "PYTHONPATH": path}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_method_of_your_own_that_stays(repository: Repository) -> None:
    repository.follow("A method of your own that stays")
    assert run_python(repository, PETS, "generated/python") == "Tom"
    (repository.folder / "openapi.yaml").write_text(SPEC.replace("What it is called.", "Its name."))
    assert repository.shell("typewright generate && typewright check").returncode == 0
    assert run_python(repository, PETS, "generated/python") == "Tom"


def dependencies(pyproject: Path) -> str:
    found = re.search(r"^dependencies = .*$", pyproject.read_text(), re.MULTILINE)
    assert found is not None
    return found[0]


def test_two_versions_of_an_api_in_one_distribution(repository: Repository) -> None:
    repository.follow("Two versions of an API in one distribution")
    both = "from shop_v1 import Shop as One\nfrom shop_v2 import Shop as Two\nprint(One is not Two)"
    assert run_python(repository, both, "v1/generated/python", "v2/generated/python") == "True"
    ours = dependencies(repository.folder / "pyproject.toml")
    assert ours == dependencies(repository.folder / "v1/generated/python/pyproject.toml")


@pytest.mark.nightly
def test_the_distribution_of_two_versions_has_both(repository: Repository, tmp_path: Path) -> None:
    repository.follow("Two versions of an API in one distribution")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(tmp_path / "wheels"), "."]
    done = subprocess.run(command, cwd=repository.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = (tmp_path / "wheels").iterdir()
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"shop_v1/__init__.py", "shop_v2/__init__.py", "shop_v2/py.typed"} <= names


def test_a_monorepo(repository: Repository) -> None:
    repository.follow("A monorepo")
    assert (repository.folder / "services/orders/sdk/typescript/models/components/money.ts").is_file()
    balance = "from billing.models import Money\nprint(Money(amount=1, currency='EUR').amount)"
    assert run_python(repository, balance, "services/billing/sdk/python") == "1"
    shared = repository.folder / "shared/money.yaml"
    shared.write_text(shared.read_text().replace("amount: {type: integer}", "amount: {type: number}"))
    assert repository.shell("typewright generate --workspace services.yaml").returncode == 0
    assert repository.shell("git diff --exit-code --quiet -- services").returncode == 1


@pytest.mark.nightly
def test_the_action_installs_itself(repository: Repository, tmp_path: Path) -> None:
    repository.follow("A docs pipeline")
    repository.commit()
    runner = repository.runner(tmp_path)
    runner.install = True
    path = repository.environment["PATH"].split(os.pathsep)
    runner.environment = {**repository.environment, "PATH": os.pathsep.join(path[1:])}
    assert runner.run(repository.folder / ".github/workflows/docs.yml") == 0, runner.printed


def test_an_argument_of_the_action_is_no_script(repository: Repository, tmp_path: Path) -> None:
    workflow = repository.folder / "hostile.yml"
    uses = {
        "uses": "OWNER/typewright@v0",
        "with": {"command": "check", "arguments": "--config '$(touch owned)' ; touch owned"},
    }
    workflow.write_text(yaml.safe_dump({"jobs": {"job": {"steps": [uses]}}}))
    assert repository.runner(tmp_path).run(workflow) == 2
    assert not (repository.folder / "owned").exists()
