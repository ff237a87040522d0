"""Many descriptions in parallel: each run is a separate process, started by any `concurrent.futures.Executor`.

The time and memory of a run do not affect the others, and its memory is released. The workers of a cluster need the
same folders as the machine that starts them.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import asdict

from typewright.base.errors import Diagnostic, ExitCode, UsageError
from typewright.base.isolation import python_command
from typewright.base.json_value import JsonObject, JsonValue

TRIES = 3
"""The number of times that a run is started if its worker dies."""
_KILLED = -1
_PATHS = ("--config", "--spec", "--out")


class Job(Struct, frozen=True):
    """One run of `typewright generate`: its name and its options, with paths that are valid for the worker."""

    name: str
    options: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """The result of a job: exit code, closing line or messages, wall seconds."""

    name: str
    code: int
    words: str
    seconds: float


def read_workspace(node: JsonValue, folder: Path) -> tuple[Job, ...]:
    """Return the jobs of a parsed workspace file: `projects:` lists configurations, or options without one.

    An entry is a path to a `typewright.yaml`, or an object with `config`, or with `spec`, `out`, `targets`, `package`
    and `formatter`. Paths are relative to `folder`, and followed from it. Raises UsageError with every fault.
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
        for word in values:
            if not isinstance(word, str):
                faults.append(_fault(f"{key!r} of project {index + 1} must be a text"))
            options += [flag, str(folder / str(word)) if flag in _PATHS else str(word)]
    return Job(str(entry.get("config") or entry.get("spec")), tuple(options))


def run_job(job: Job) -> str:
    """Run one job and return the JSON of its `Outcome`; faults of the run raise nothing.

    A result counts only if the child has written the token that it was sent, since any program could return an exit
    code and output.
    """
    started = time.perf_counter()
    with TemporaryDirectory(prefix="typewright-") as folder:
        result, token = Path(folder, "result.json"), secrets.token_hex()
        request = json.dumps({"options": job.options, "token": token, "result": str(result)})
        try:
            done = subprocess.run(
                python_command("typewright.cli.project"),
                input=request,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except OSError as fault:
            code, words = int(ExitCode.USAGE), str(fault)
        else:
            code = _code(done.returncode, result, token)
            words = (done.stdout if code == ExitCode.CLEAN else done.stderr or done.stdout).strip()
    return json.dumps(asdict(Outcome(job.name, code, words, time.perf_counter() - started)))


def _code(status: int, result: Path, token: str) -> int:
    """Return the exit code of a child with the exit status `status`; ExitCode.BUG if a success is not proven."""
    try:
        written = json.loads(result.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        written = None
    is_ours = isinstance(written, dict) and written.get("token") == token and written.get("code") == status
    return status if is_ours or status != ExitCode.CLEAN else int(ExitCode.BUG)


def _outcome(text: str) -> Outcome:
    """Return the outcome that a worker has sent. Raises ValueError or TypeError if it is invalid."""
    name, code, words, seconds = (json.loads(text)[key] for key in ("name", "code", "words", "seconds"))
    return Outcome(str(name), int(code), str(words), float(seconds))


def run_fleet(jobs: Sequence[Job], address: str | None, seen: Callable[[Outcome], None]) -> list[Outcome]:
    """Run all jobs and return their outcomes in the jobs' order; `seen` is called with each as its job ends.

    `address` names a Dask scheduler as `dask://HOST:PORT`; without it they run on this machine's cores. A job whose
    worker dies is started again, at most three times; no job stops another. Raises UsageError for another address, or
    without a scheduler at it.
    """
    if address is not None and not address.startswith("dask://"):
        message = f"there is no executor {address!r}"
        raise UsageError([Diagnostic("E001", message, help="write dask://HOST:PORT, or leave it out")])
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
                yield index, _outcome(future.result())
            except Exception as fault:  # whatever a cluster raises for a lost worker
                yield index, Outcome(jobs[index].name, _KILLED, f"{type(fault).__name__}: {fault}", 0.0)


@contextmanager
def _executor(address: str | None) -> Iterator[Executor]:
    if address is None:
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # a thread only waits for its process
            yield pool
        return
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
