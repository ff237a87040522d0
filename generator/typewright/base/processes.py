"""Independent jobs on several cores, each in a forked process that shares the memory of this one.

If forking is impossible or useless (one core, no `fork`, other threads are running), the jobs run in sequence, with the
same results.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


def run_in_processes(jobs: Sequence[Callable[[], Result]], *, worth_it: bool) -> list[Result]:
    """Run `jobs` in processes of their own and return their results, in order.

    Results must be picklable. `worth_it` says whether the jobs take longer than starting a process; otherwise they run
    in sequence. Raises the exception of the first job that raised one.
    """
    if not worth_it or len(jobs) < 2 or not _can_fork():
        return [job() for job in jobs]
    children = [_start(job) for job in jobs[1:]]
    outcomes = [_outcome(jobs[0]), *map(_finish, children)]
    for _, fault in outcomes:
        if fault is not None:
            raise fault
    return [result for result, _ in outcomes]  # type: ignore[misc]  # without a fault there is a result


def _can_fork() -> bool:
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _outcome(job: Callable[[], Result]) -> tuple[Result | None, BaseException | None]:
    try:
        return job(), None
    except BaseException as fault:
        return None, fault


def _start(job: Callable[[], Result]) -> tuple[int, int]:
    """Start a job in a forked process. Return the process id and the file descriptor that its outcome is read from."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(_outcome(job), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _finish(child: tuple[int, int]) -> tuple[Result | None, BaseException | None]:
    process, reading = child
    outcome: tuple[Result | None, BaseException | None] | None = None
    with os.fdopen(reading, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):  # those of a killed process
        outcome = pickle.load(pipe)  # noqa: S301 - our own child's
    _, status = os.waitpid(process, 0)
    if outcome is None or os.waitstatus_to_exitcode(status) != 0:
        return None, RuntimeError(f"a process of this run ended with {os.waitstatus_to_exitcode(status)}")
    return outcome
