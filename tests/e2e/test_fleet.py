"""A fleet of descriptions: side by side on this machine and on a cluster; what fails or dies stops no other."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode, UsageError
from typewright.cli.workspaces import generate_workspace
from typewright.workspace import Job, Outcome, read_workspace, run_fleet

from bench.synthetic import description

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT.parent / "shared/corpus"
RUN = [sys.executable, "-m", "typewright", "generate"]


def project(folder: Path, number: int, operations: int = 3) -> dict[str, object]:
    spec = folder / f"spec{number}.json"
    spec.write_text(json.dumps(description(operations)))
    return {"spec": spec.name, "out": f"out{number}", "targets": ["python"], "package": f"api{number}"}


def workspace(folder: Path, projects: list[dict[str, object]]) -> Path:
    path = folder / "fleet.yaml"
    path.write_text(json.dumps({"projects": projects}))
    return path


def test_one_failing_description_stops_no_other(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    projects = [project(tmp_path, 0), {"spec": broken.name, "out": "broken"}, project(tmp_path, 1)]
    report = tmp_path / "report.json"
    command = [*RUN, "--workspace", str(workspace(tmp_path, projects)), "--report", str(report)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == ExitCode.SPEC, done.stderr
    rows = json.loads(report.read_text())
    assert [row["exit_code"] for row in rows] == [0, 3, 0]
    assert "error[" in rows[1]["words"]
    assert all(row["seconds"] > 0 for row in rows)
    assert (tmp_path / "out0/python").is_dir()
    assert (tmp_path / "out1/python").is_dir()
    assert "2 of 3 projects are up to date" in done.stdout


def test_only_projects_that_changed_start_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fleet = workspace(tmp_path, [project(tmp_path, number) for number in range(3)])
    assert generate_workspace(fleet, None, None) == ExitCode.CLEAN
    started: list[str] = []

    def seen(jobs: Sequence[Job], address: str | None, tell: Callable[[Outcome], None]) -> list[Outcome]:
        started.extend(job.name for job in jobs)
        return run_fleet(jobs, address, tell)

    monkeypatch.setattr("typewright.cli.workspaces.run_fleet", seen)
    assert generate_workspace(fleet, None, None) == ExitCode.CLEAN
    assert started == []
    project(tmp_path, 1, operations=4)
    report = tmp_path / "report.json"
    assert generate_workspace(fleet, None, report) == ExitCode.CLEAN
    assert started == ["spec1.json"]
    rows = json.loads(report.read_text())
    assert [row["project"] for row in rows] == ["spec0.json", "spec1.json", "spec2.json"]
    assert [row["words"].startswith("0 written") for row in rows] == [True, False, True]


@pytest.mark.parametrize(
    "node", [None, {}, {"projects": []}, {"projects": [1]}, {"projects": [{"spec": "a", "x": "b"}]}]
)
def test_a_faulty_workspace_is_a_fault_of_usage(node: object) -> None:
    with pytest.raises(UsageError):
        read_workspace(node, Path())  # type: ignore[arg-type]


def test_an_executor_of_another_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="no executor"):
        run_fleet([Job("a", ())], "ray://there:1", lambda _: None)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Run a scheduler and two workers on the loopback interface."""
    address = f"127.0.0.1:{free_port()}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"]
    programs = [subprocess.Popen(dask, start_new_session=True, **quiet)]  # type: ignore[call-overload]
    work = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        f"tcp://{address}",
        "--nthreads",
        "1",
        "--no-dashboard",
    ]
    work += ["--host", "127.0.0.1", "--no-nanny"]
    workers = [subprocess.Popen(work, start_new_session=True, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    try:
        yield f"dask://{address}", workers
    finally:
        for program in [*workers, *programs]:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()


@pytest.mark.nightly
def test_sixty_descriptions_on_a_cluster_of_which_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the cluster extra is not installed")
    projects = [project(tmp_path, number, operations=2 + number % 5) for number in range(52)]
    real = sorted((CORPUS / "specs").glob("*.yaml"))[:8] if CORPUS.is_dir() else []
    for number, spec in enumerate(real):
        shutil.copy(spec, tmp_path)
        projects.append({"spec": spec.name, "out": f"real{number}", "targets": ["typescript"], "package": "real"})
    jobs = read_workspace({"projects": projects}, tmp_path)  # type: ignore[dict-item]
    ended: list[Outcome] = []
    with cluster(tmp_path) as (address, workers):

        def kill_one_midway() -> None:
            while len(ended) < len(jobs) // 3:
                time.sleep(0.05)
            os.killpg(workers[0].pid, signal.SIGKILL)

        killer = threading.Thread(target=kill_one_midway)
        killer.start()
        outcomes = run_fleet(jobs, address, ended.append)
        killer.join()
    assert [outcome.name for outcome in outcomes] == [job.name for job in jobs]
    assert {outcome.code for outcome in outcomes} == {0}, [each for each in outcomes if each.code]
    assert workers[0].returncode == -signal.SIGKILL
