"""Many descriptions side by side: each run is a process of its own, started by any `concurrent.futures.Executor`.

A run in a process of its own can be slow, hungry or killed without any harm to the others, and its memory is given
back. A cluster's workers need the same folders as the machine that asks.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from typewright.base.errors import Diagnostic, ExitCode, UsageError
from typewright.base.json_value import JsonObject, JsonValue

TRIES = 3
"""How often a run is started whose worker dies under it."""
_KILLED = -1


@dataclass(frozen=True, slots=True)
class Job:
    """One run of `typewright generate`: its name, the folder that it starts in, its options."""

    name: str
    folder: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: exit code, closing line or messages, wall seconds."""

    name: str
    code: int
    words: str
    seconds: float


def read_workspace(node: JsonValue, folder: Path) -> tuple[Job, ...]:
    """Return the jobs of a parsed workspace file: `projects:` lists configurations, or options without one.

    An entry is a path to a `typewright.yaml`, or an object with `config`, or with `spec`, `out`, `targets`, `package`
    and `formatter`. Paths are relative to `folder`. Raises UsageError with every fault.
    """
    projects = node.get("projects") if isinstance(node, dict) else None
    faults: list[Diagnostic] = []
    if not isinstance(projects, list) or not projects:
        faults.append(_fault("a workspace needs 'projects:', a list of configurations"))
        projects = []
    jobs = []
    for index, entry in enumerate(projects):
        options: JsonValue = {"config": entry} if isinstance(entry, str) else entry
        if isinstance(options, dict) and ("config" in options or "spec" in options):
            jobs.append(_job(options, folder, faults, index))
        else:
            faults.append(_fault(f"project {index + 1} needs 'config' or 'spec'"))
    if faults:
        raise UsageError(faults)
    return tuple(jobs)


def _fault(message: str) -> Diagnostic:
    return Diagnostic("E004", message, help="see docs/workspaces.md")


def _job(entry: JsonObject, folder: Path, faults: list[Diagnostic], index: int) -> Job:
    options: list[str] = []
    for key, value in entry.items():
        values = value if key == "targets" and isinstance(value, list) else [value]
        flag = {"targets": "--target"}.get(key, f"--{key}")
        if flag not in ("--config", "--spec", "--out", "--target", "--package", "--formatter"):
            faults.append(_fault(f"project {index + 1} has an unknown option {key!r}"))
        for each in values:
            if not isinstance(each, str):
                faults.append(_fault(f"{key!r} of project {index + 1} must be a text"))
            options += [flag, str(each)]
    return Job(str(entry.get("config") or entry.get("spec")), str(folder), tuple(options))


def run_job(job: Job) -> Outcome:
    """Run one job to its end and return what came of it; never raises for what the run does."""
    command = [sys.executable, "-m", "typewright", "generate", *job.options]
    started = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=job.folder, capture_output=True, text=True, check=False)
    except OSError as fault:
        return Outcome(job.name, ExitCode.USAGE, str(fault), time.perf_counter() - started)
    words = (done.stdout if done.returncode == ExitCode.CLEAN else done.stderr or done.stdout).strip()
    return Outcome(job.name, done.returncode, words, time.perf_counter() - started)


def run_fleet(jobs: Sequence[Job], address: str | None, seen: Callable[[Outcome], None]) -> list[Outcome]:
    """Run all jobs and return their outcomes in the jobs' order; `seen` is told of each as it ends.

    `address` names a Dask scheduler as `dask://HOST:PORT`; without it they run on this machine's cores. A job whose
    worker dies is started again, at most three times; no job stops another.
    """
    outcomes: dict[int, Outcome] = {}
    for turn in range(TRIES):
        left = [index for index in range(len(jobs)) if index not in outcomes]
        if not left:
            break
        for index, outcome in _turn(jobs, left, address):
            if outcome.code == _KILLED and turn < TRIES - 1:
                continue
            outcomes[index] = outcome
            seen(outcome)
    return [outcomes[index] for index in range(len(jobs))]


def _turn(jobs: Sequence[Job], left: Sequence[int], address: str | None) -> Iterator[tuple[int, Outcome]]:
    with _executor(address) as executor:
        futures = {executor.submit(run_job, jobs[index]): index for index in left}
        for future in as_completed(futures):
            index = futures[future]
            try:
                yield index, future.result()
            except BrokenProcessPool:
                yield index, Outcome(jobs[index].name, _KILLED, "its worker died", 0.0)
            except Exception as fault:  # whatever a cluster raises for a lost worker
                yield index, Outcome(jobs[index].name, _KILLED, f"{type(fault).__name__}: {fault}", 0.0)


@contextmanager
def _executor(address: str | None) -> Iterator[Executor]:
    if address is None:
        with ProcessPoolExecutor() as pool:
            yield pool
        return
    if not address.startswith("dask://"):
        message = f"there is no executor {address!r}"
        raise UsageError([Diagnostic("E001", message, help="write dask://HOST:PORT, or leave it out")])
    try:
        cluster = import_module("distributed")
    except ImportError as fault:
        advice = "install it with: pip install 'typewright[cluster]'"
        raise UsageError([Diagnostic("E001", "the package 'distributed' is missing", help=advice)]) from fault
    try:
        client = cluster.Client(address.removeprefix("dask://"), timeout="10s", set_as_default=False)
    except OSError as fault:
        message = f"no scheduler answers at {address}"
        raise UsageError([Diagnostic("E001", message, help=str(fault))]) from fault
    with client:
        yield client.get_executor(pure=False, retries=TRIES)
