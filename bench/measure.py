"""One command, run as a whole process: CPU seconds, wall seconds, peak memory, files and bytes that it wrote."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One run. Times in seconds, memory in MB (the largest process of the run), sizes in bytes."""

    cpu: float
    wall: float
    memory: float
    files: int
    size: int
    status: int


@dataclass(frozen=True, slots=True)
class Medians:
    """The medians of several runs of one command; `failed` is how many ended with another status than 0."""

    cpu: float
    wall: float
    memory: float
    files: int
    size: int
    failed: int


def run(command: Sequence[str], output: Path, log: Path) -> Sample:
    """Run `command`, which writes to `output`, and return what it took; its own words go to `log`.

    Raises FileExistsError if `output` is there: a file system makes files more slowly for minutes after it has
    removed thousands of them, so outputs are left until the last run is over.
    """
    if output.exists():
        raise FileExistsError(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as words:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=words, stderr=words)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    files = [output] if output.is_file() else [path for path in output.rglob("*") if path.is_file()]
    return Sample(
        usage.ru_utime + usage.ru_stime,
        wall,
        usage.ru_maxrss / 1024,
        len(files),
        sum(path.stat().st_size for path in files),
        process.returncode,
    )


def medians(samples: Iterable[Sample]) -> Medians:
    """Return the medians of the runs that succeeded; of all where none did."""
    runs = list(samples)
    good = [sample for sample in runs if sample.status == 0] or runs
    return Medians(
        statistics.median(sample.cpu for sample in good),
        statistics.median(sample.wall for sample in good),
        statistics.median(sample.memory for sample in good),
        round(statistics.median(sample.files for sample in good)),
        round(statistics.median(sample.size for sample in good)),
        sum(sample.status != 0 for sample in runs),
    )
