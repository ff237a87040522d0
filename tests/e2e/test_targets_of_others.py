"""Targets that other packages register: the example of `docs/targets.md`, and such as fail."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs/examples/typewright-target-go"
SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {},
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "description": "An animal.",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}}},
            }
        }
    },
}
FAULTY = """
from typewright.config.options import TargetConfig
from typewright.naming.names import Language
from typewright.targets.contract import Target

class Faulty(Target):
    name, label, Options, contract_version = "faulty", "Faulty", TargetConfig, 1

    def language(self, api, options):
        return Language()

    def files(self, project):
        return [project.no_such_thing]

TARGET = Faulty()
"""


def register(site: Path, language: str, value: str, version: str = "0.1.0") -> None:
    """Let `site` look as if a package that registers a target were installed there."""
    shutil.rmtree(site / f"target_{language}.dist-info", ignore_errors=True)
    folder = site / f"target_{language}.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: target-{language}\nVersion: {version}\n")
    (folder / "entry_points.txt").write_text(f"[typewright.targets]\n{language} = {value}\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a description, in which the example is installed."""
    (tmp_path / "api.json").write_text(json.dumps(SPEC))
    (tmp_path / "typewright.yaml").write_text("spec: api.json\noutput: out\ntargets: {go: {go_package: pets}}\n")
    register(tmp_path / "site", "go", "typewright_target_go.target:TARGET")
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = [project / "site", EXAMPLE / "src", ROOT / "generator"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "XDG_CACHE_HOME": str(project / "cache"),
    }
    command = [sys.executable, "-m", "typewright", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_a_target_of_another_package_is_generated_like_ours(project: Path) -> None:
    done = run(project, "generate")
    assert done.returncode == 0, done.stderr
    assert (project / "out/go/pets/types.go").read_text() == (
        "package pets\n\n// An animal.\ntype Pet struct {\n"
        '\tName string `json:"name"`\n\tTags []string `json:"tags,omitempty"`\n}\n'
    )
    assert run(project, "check").returncode == 0


def test_its_options_are_checked_like_ours(project: Path) -> None:
    (project / "typewright.yaml").write_text("spec: api.json\noutput: out\ntargets: {go: {omit_emty: false}}\n")
    done = run(project, "generate")
    assert done.returncode == 2
    assert "unknown option 'omit_emty'" in done.stderr
    assert "did you mean 'omit_empty'?" in done.stderr
    assert run(project, "init", "--schema").returncode == 0
    schema = json.loads((project / "typewright.schema.json").read_text())
    assert schema["properties"]["targets"]["properties"]["go"]["properties"]["omit_empty"]["default"] is True


def test_another_release_of_it_runs_again(project: Path) -> None:
    run(project, "generate")
    register(project / "site", "go", "typewright_target_go.target:TARGET", version="0.2.0")
    done = run(project, "check")
    assert done.returncode == 0
    lock = json.loads((project / "typewright.lock").read_text())
    assert lock["generator"].endswith(" target-go 0.1.0")
    run(project, "generate")
    lock = json.loads((project / "typewright.lock").read_text())
    assert lock["generator"].endswith(" target-go 0.2.0")


def test_without_a_wish_only_our_targets_are_generated(project: Path) -> None:
    done = run(project, "generate", "--spec", "api.json", "--out", "all")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (project / "all").iterdir() if path.is_dir()) == ["python", "typescript"]


def test_a_template_of_the_users_goes_before_its_own(project: Path) -> None:
    (project / "mine/go").mkdir(parents=True)
    (project / "mine/go/types.go.jinja").write_text("// {{ view.package }}, by hand\n")
    with (project / "typewright.yaml").open("a") as file:
        file.write("templates: mine\n")
    assert run(project, "generate").returncode == 0
    assert (project / "out/go/pets/types.go").read_text() == "// pets, by hand\n"


def faulty(project: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Install a target `faulty` with this source, and generate it."""
    (project / "site/target_faulty.py").write_text(source)
    register(project / "site", "faulty", "target_faulty:TARGET")
    (project / "typewright.yaml").write_text("spec: api.json\noutput: out\ntargets: {faulty: {}}\n")
    done = run(project, "generate")
    assert not (project / "out").exists()
    return done


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (FAULTY, "AttributeError: 'Project' object has no attribute 'no_such_thing'"),
        (FAULTY.replace("project.no_such_thing", "project"), "AttributeError: "),
        (FAULTY.replace("return Language()", "raise ValueError(options.language)"), "ValueError: faulty"),
        (FAULTY.replace("TARGET = Faulty()", "raise ImportError('no such module')"), "ImportError: no such module"),
    ],
    ids=["files", "no planned file", "language", "import"],
)
def test_a_fault_is_the_targets_with_its_name_and_traceback(project: Path, source: str, message: str) -> None:
    done = faulty(project, source)
    assert done.returncode == 5, done.stderr
    assert f"error[E017]: the target 'faulty' fails: {message}" in done.stderr
    assert "Traceback (most recent call last)" in done.stderr
    assert "This is a bug of ours" not in done.stderr


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (FAULTY.replace("TargetConfig, 1", "TargetConfig, 2"), "the target 'faulty' is for contract 2, this is 1"),
        (FAULTY.replace("TARGET = Faulty()", "TARGET = 1"), "no typewright.targets.contract.Target of this name"),
        (FAULTY.replace("TargetConfig, 1", "dict, 1"), "do not extend typewright.config.options.TargetConfig"),
        (FAULTY.replace('= "faulty"', '= "other"'), "no typewright.targets.contract.Target of this name"),
    ],
)
def test_a_target_that_does_not_fit_is_refused(project: Path, source: str, message: str) -> None:
    done = faulty(project, source)
    assert done.returncode == 5, done.stderr
    assert "error[E018]: " in done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_faulty_target_that_nobody_asks_for_harms_nobody(project: Path) -> None:
    (project / "site/target_faulty.py").write_text("raise ImportError\n")
    register(project / "site", "faulty", "target_faulty:TARGET")
    assert run(project, "generate").returncode == 0


@pytest.mark.nightly
def test_the_example_can_be_installed(tmp_path: Path) -> None:
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", tmp_path, EXAMPLE]
    subprocess.run(install, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "generator")])}
    program = "from typewright.targets.finding import target_named; print(target_named('go').label)"
    found = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout == "Go\n"
