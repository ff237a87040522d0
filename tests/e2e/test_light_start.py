"""What a start costs: nothing heavy is imported for `--help`, and not even click where everything is up to date."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"jinja2", "yaml", "black", "datamodel_code_generator", "pydantic", "jsonschema_rs", "jsonschema", "rich"}

PROGRAM = """
import json, sys
from typewright.cli import run
code = run(json.loads(sys.argv[1]))
print(json.dumps([int(code), sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def loaded(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Return the exit code of a run in a process of its own, and the top packages that it imported."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", PROGRAM, json.dumps(arguments)]
    finished = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    code, names = json.loads(finished.stdout.splitlines()[-1])
    return code, set(names)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["generate", "--help"], ["check", "--help"]])
def test_help_imports_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    code, names = loaded(tmp_path, *arguments)
    assert code == 0
    assert names & HEAVY == set()


def test_an_up_to_date_run_imports_not_even_click(tmp_path: Path) -> None:
    shutil.copy(ROOT / "spec/openapi.yaml", tmp_path / "openapi.yaml")
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {typescript: {}}\n")
    code, names = loaded(tmp_path, "generate")
    assert (code, names & {"jinja2", "yaml"}) == (0, {"jinja2", "yaml"})
    for verb in ("check", "generate"):
        code, names = loaded(tmp_path, verb)
        assert code == 0
        assert names & {*HEAVY, "click"} == set()
