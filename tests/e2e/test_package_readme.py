"""The README of a package: all its code runs, and what a user writes around its sections stays."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.cli import run

from tests.served.generating import generate

HERE = Path(__file__).parent / "readme"
DESCRIPTION = (HERE / "openapi.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def python_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(DESCRIPTION, tmp_path_factory.mktemp("python"), "python", package="kennel")


@pytest.mark.parametrize("file", ["README.md", "USAGE.md"])
def test_all_python_of_a_readme_runs(python_package: Path, file: str) -> None:
    (python_package / "example.file").write_bytes(b"photo")
    text = (python_package / file).read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", HERE / "run_python.py", file, "."],
        cwd=python_package,
        env={**os.environ, "KENNEL_TOKEN": "secret"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("# block") == len(re.findall("^```python$", text, re.M)) > 0


@pytest.fixture(scope="module")
def typescript_project(tmp_path_factory: pytest.TempPathFactory, tsc: Path) -> Path:
    """A project that has the generated package installed, and a module for each block of its README and USAGE."""
    folder = tmp_path_factory.mktemp("typescript")
    package = generate(DESCRIPTION, folder, "typescript", package="kennel")
    project = folder / "project"
    (project / "node_modules").mkdir(parents=True)
    (project / "node_modules/kennel").symlink_to(package)
    text = "\n".join((package / file).read_text(encoding="utf-8") for file in ("README.md", "USAGE.md"))
    blocks = re.findall(r"^```typescript\n(.*?)^```$", text, re.M | re.S)
    for number, block in enumerate(blocks, start=1):
        is_hooks = "../lib/hooks.js" in block
        (package / "hooks/registration.ts" if is_hooks else project / f"block{number:02}.mts").write_text(block)
    (project / "node.d.ts").write_text(
        "declare const process: { env: Record<string, string | undefined> };\n"
        'declare module "node:fs" { export function openAsBlob(path: string): Promise<Blob>; }\n'
    )
    (project / "example.file").write_bytes(b"photo")
    built = subprocess.run(["node", tsc, "-p", package / "tsconfig.json"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout
    return project


def test_all_typescript_of_a_readme_compiles_and_runs(typescript_project: Path, tsc: Path) -> None:
    modules = sorted(typescript_project.glob("block*.mts"))
    options = "--strict --exactOptionalPropertyTypes --target es2022 --module nodenext --lib es2022,dom,dom.iterable"
    command = ["node", tsc, *options.split(), "--types", "", *modules, "node.d.ts"]
    done = subprocess.run(command, cwd=typescript_project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert len(modules) > 15
    for module in modules:
        done = subprocess.run(
            ["node", "--import", HERE / "stub_fetch.mjs", module.with_suffix(".mjs")],
            cwd=typescript_project,
            env={**os.environ, "KENNEL_TOKEN": "secret"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), f"{module.read_text()}\n{done.stderr}"


def test_a_readme_has_the_sections_that_its_description_has(python_package: Path) -> None:
    sections = re.findall(r"^<!-- Start .* \[([a-z-]+)\] -->$", (python_package / "README.md").read_text(), re.M)
    assert sections == [
        *("summary", "installation", "usage", "security", "operations", "errors", "retries", "pagination"),
        *("eventstream", "file-upload", "server", "global-parameters", "timeouts", "http-client", "hooks", "debug"),
        *("types", "versioning", "contributing"),
    ]


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_links_of_a_readme_lead_to_methods(tmp_path: Path, language: str) -> None:
    package = generate(DESCRIPTION, tmp_path, language, package="kennel")
    links = re.findall(r"\]\((docs/[^)#]*)#([^)]*)\)", (package / "README.md").read_text())
    assert len(links) == 4
    for path, anchor in links:
        headings = re.findall("^## (.*)$", (package / path).read_text(), re.M)
        assert anchor in [heading.lower() for heading in headings]


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_the_users_own_text_survives(tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = generate(DESCRIPTION, tmp_path, language, package="kennel")
    readme = package / "README.md"
    theirs = readme.read_text().replace("# kennel", "# Kennel, by us") + "\n## Thanks\n\nTo all dogs.\n"
    theirs = re.sub(r"<!-- Start Timeouts .*End Timeouts \[timeouts\] -->\n", "", theirs, flags=re.S)
    readme.write_text(theirs)
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == ExitCode.CLEAN
    (tmp_path / "openapi.yaml").write_text(DESCRIPTION.replace("Dogs, and who", "Cats, and who"))
    assert run(["check"]) == ExitCode.FINDINGS
    assert run(["generate"]) == ExitCode.CLEAN
    assert readme.read_text() == theirs.replace("Dogs, and who", "Cats, and who")
    readme.write_text(readme.read_text().replace("Cats, and who", "Mine"))
    assert run(["check"]) == ExitCode.FINDINGS
