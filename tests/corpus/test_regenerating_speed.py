"""What a run costs where nothing, and where little, has changed: the largest description of the corpus, as a process.

Processor time is measured, of this program and its children, as other work on the machine changes the rest; the best
of several runs counts. `datamodel-codegen --check` is timed beside it, on the same description.
"""

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.corpus, pytest.mark.nightly, pytest.mark.xdist_group("speed")]

ROOT = Path(__file__).parent.parent.parent
NOTHING_CHANGED = 0.2
"""Seconds that an up-to-date run may take."""
TEXT = "Number of retry attempts (1-5)"


def seconds(folder: Path, command: list[str], codes: tuple[int, ...] = (0,)) -> tuple[float, float]:
    """Return processor and wall time of a command and its children."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(folder / "cache")}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in codes, done.stdout + done.stderr
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def typewright(folder: Path, *arguments: str) -> tuple[float, float]:
    return seconds(folder, [sys.executable, "-m", "typewright", *arguments])


@pytest.fixture
def project(tmp_path: Path, corpus: Path) -> Path:
    shutil.copy(corpus / "corpus/orq/openapi.yaml", tmp_path / "openapi.yaml")
    (tmp_path / "openapi.yaml").chmod(0o644)
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {typescript: {}, python: {}}\n")
    return tmp_path


def settled(project: Path) -> None:
    """Let the files grow old enough for their times to be trusted, and have them remembered."""
    time.sleep(2.1)
    typewright(project, "check")


def test_an_up_to_date_run_is_over_in_a_blink(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typewright(project, "generate")
    at_once = typewright(project, "check")
    assert at_once[0] <= 2 * NOTHING_CHANGED  # reads those of the last moments
    files = sum(path.is_file() for path in (project / "generated").rglob("*"))
    assert files > 5000
    settled(project)
    told = [f"{files:,} files", f"check right after generate: {at_once[0]:.3f} s of processor"]
    for verb in ("check", "generate"):
        runs = [typewright(project, verb) for _ in range(10)]
        best = min(cpu for cpu, _ in runs), min(wall for _, wall in runs)
        told.append(f"{verb}: {best[0]:.3f} s of processor, {best[1]:.3f} s of wall time")
        assert best[0] <= NOTHING_CHANGED
    output = project / "models.py"
    command = [
        str(Path(sys.executable).with_name("datamodel-codegen")),
        "--input",
        "openapi.yaml",
        "--output",
        str(output),
    ]
    command += ["--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel", "--disable-timestamp"]
    seconds(project, command)
    other = seconds(project, [*command, "--check"], (0, 1))
    told.append(f"datamodel-codegen --check: {other[0]:.3f} s of processor, {other[1]:.3f} s of wall time")
    with capsys.disabled():
        print("\n" + "\n".join(told))


def test_a_small_change_is_less_work_than_everything(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = project / "openapi.yaml"
    whole, little = [], []
    for number in range(3):
        for path in (project / "generated", project / "cache"):
            shutil.rmtree(path, ignore_errors=True)
        (project / "typewright.lock").unlink(missing_ok=True)
        whole.append(typewright(project, "generate"))
        settled(project)
        before = {path: path.stat().st_mtime_ns for path in (project / "generated").rglob("*") if path.is_file()}
        text = spec.read_text()
        spec.write_text(text.replace(TEXT, f"{TEXT} {number}", 1))
        little.append(typewright(project, "generate"))
        rewritten = [path for path, time_ in before.items() if path.stat().st_mtime_ns != time_]
        assert all(f"(1-5) {number}" in path.read_text() or path.suffix == ".py" for path in rewritten)
        assert len(rewritten) < 20
    best = [min(cpu for cpu, _ in runs) for runs in (whole, little)]
    walls = [min(wall for _, wall in runs) for runs in (whole, little)]
    with capsys.disabled():
        print(f"\nfrom nothing {best[0]:.2f} s of processor, {walls[0]:.2f} s of wall time")
        print(f"after a small change {best[1]:.2f} s of processor, {walls[1]:.2f} s of wall time")
        print(f"that is {best[1] / best[0]:.2f} of the processor time, {walls[1] / walls[0]:.2f} of the wall time")
    assert best[1] < best[0]
