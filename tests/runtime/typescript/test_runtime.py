"""The runtime of TypeScript packages: its own tests under node's test runner, its compiled form, its declarations."""

import json
import re
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TEMPLATES = HERE.parent.parent.parent / "templates/typescript"
PICKY = ("--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--verbatimModuleSyntax")


def compiled(tsc: Path, folder: Path) -> dict[str, str]:
    """Return what the compiler makes of the runtime, text by file name."""
    command = ["node", str(tsc), "-p", str(TEMPLATES / "runtime"), "--outDir", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stdout
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_the_runtime_under_node(tsc: Path, node: str, tmp_path: Path) -> None:
    command = [node, str(HERE / "run.mjs"), "test", str(tsc), str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
    assert int(re.findall(r"^. pass (\d+)", run.stdout, re.MULTILINE)[-1]) > 0


def test_the_compiled_runtime_is_what_the_compiler_makes(
    tsc: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """`pytest --update-golden` writes it anew."""
    expected = compiled(tsc, tmp_path / "out")
    folder = TEMPLATES / "compiled"
    if request.config.getoption("--update-golden"):
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
        for name, text in expected.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == expected


@pytest.mark.parametrize("resolution", ["nodenext", "bundler"])
@pytest.mark.parametrize("library", ["ES2022", "ES2022,DOM,DOM.Iterable,DOM.AsyncIterable"])
def test_declarations_compile_for_consumers(
    tsc: Path, built: Path, tmp_path: Path, library: str, resolution: str
) -> None:
    """Without the DOM library and `@types/node`, too."""
    (tmp_path / "node_modules/@acme").mkdir(parents=True)
    (tmp_path / "node_modules/@acme/photos").symlink_to(built, target_is_directory=True)
    (tmp_path / "package.json").write_text(json.dumps({"type": "module"}))
    (tmp_path / "probe.ts").write_text((HERE / "fixture/probe.ts").read_text())
    module = "nodenext" if resolution == "nodenext" else "esnext"
    options = [
        "--lib",
        library,
        "--types",
        "",
        "--module",
        module,
        "--moduleResolution",
        resolution,
        "--target",
        "es2022",
    ]
    command = ["node", str(tsc), "--noEmit", *PICKY, *options, "probe.ts"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", sorted((TEMPLATES / "runtime").glob("*.ts")), ids=lambda path: path.name)
def test_sizes(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 400
    assert all(len(line) <= 120 for line in lines)
