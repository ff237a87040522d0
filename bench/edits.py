"""`python -m bench.edits SPEC`: what a run costs after an edit, against a run from nothing.

Five kinds of edits (`bench.description_edits`) are made in turn, each on top of the last one. Whole processes of an
installed wheel are measured: a run from nothing, `check` and `generate` after the edit, and what a running `watch`
takes. The medians of the ratios of CPU seconds are printed as a table after each round; `--page` writes it into a page
of the documentation, between its markers.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.contenders import installed_wheel
from bench.description_edits import EDITS
from bench.measure import Sample, run

OUT = Path(__file__).parent / "out/edits"
BEGIN, END = "<!-- Start Edits [edits] -->", "<!-- End Edits [edits] -->"
PARTS = ["models", "client", "docs", "examples"]
WAYS = ("check", "generate", "watch")
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE, _PAUSE = 120.0, 0.01


@dataclass(frozen=True, slots=True)
class Taken:
    """What one edit took: CPU seconds from nothing, those of each way by name, and seconds on the clock of each."""

    cold: float
    cpu: dict[str, float]
    wall: dict[str, float]
    written: int


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with a description and a configuration, and a program that generates there."""

    folder: Path
    program: Path

    def write(self, text: str, suffix: str) -> None:
        """Write the description."""
        temporary = self.folder / f".spec{suffix}"
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(self.folder / f"spec{suffix}")

    def run(self, verb: str) -> Sample:
        """Run one command of the program to its end."""
        os.chdir(self.folder)
        return run([str(self.program), "--color", "never", verb], self.folder / "no-output", OUT / "words.log")


def new_checkout(name: str, program: Path, suffix: str) -> Checkout:
    """Return a new folder with a configuration of everything."""
    folder = OUT / name
    folder.mkdir(parents=True)
    targets = {language: {"package": "api", "parts": PARTS} for language in ("typescript", "python")}
    options = {"spec": f"spec{suffix}", "output": "out", "targets": targets}
    (folder / "typewright.yaml").write_text(yaml.safe_dump(options))
    return Checkout(folder, program)


class Watching:
    """A running `watch`, whose CPU seconds and writes are looked at from outside."""

    def __init__(self, where: Checkout) -> None:
        """Start it; it has made everything when this returns."""
        self._lock = where.folder / "typewright.lock"
        self._process = subprocess.Popen(
            [str(where.program), "watch"], cwd=where.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._await(None)
        self._settle()

    def edited(self, where: Checkout, text: str, suffix: str) -> tuple[float, float]:
        """Return the CPU seconds, and those on the clock, from an edit to the lock that knows it."""
        before, cpu = self._lock.stat().st_mtime_ns, self._cpu()
        started = time.perf_counter()
        where.write(text, suffix)
        self._await(before)
        wall = time.perf_counter() - started
        self._settle()
        return self._cpu() - cpu, wall

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()

    def _await(self, before: int | None) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self._lock.exists() or self._lock.stat().st_mtime_ns == before:
            if time.monotonic() > deadline:
                raise TimeoutError("the watch does not write")
            time.sleep(_PAUSE)

    def _settle(self) -> None:
        """Wait until the process has done nothing for a while."""
        last = -1.0
        while (now := self._cpu()) != last:
            last = now
            time.sleep(0.6)

    def _cpu(self) -> float:
        """Return the CPU seconds of the process and of the children that it has waited for (proc(5))."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS


def measured(spec: Path, program: Path, rounds: int) -> Iterator[dict[str, list[Taken]]]:
    """Yield what each edit took in all rounds so far, after each round."""
    text, suffix = spec.read_text(encoding="utf-8"), spec.suffix
    warm, watched = new_checkout("warm", program, suffix), new_checkout("watched", program, suffix)
    for where in (warm, watched):
        where.write(text, suffix)
    warm.run("generate")
    watching = Watching(watched)
    taken: dict[str, list[Taken]] = {name: [] for name in EDITS}
    try:
        for turn in range(1, rounds + 1):
            for number, (name, edit) in enumerate(EDITS.items()):
                text = edit(text, turn)
                taken[name].append(_one(text, suffix, warm, watched, watching, f"cold-{turn}-{number}"))
                print(f"round {turn}: {name}: {_ratios(taken[name][-1:])}", flush=True)
            yield taken
    finally:
        watching.end()


def _one(text: str, suffix: str, warm: Checkout, watched: Checkout, watching: Watching, cold_name: str) -> Taken:
    """Return what one edit took. All files stay to the end: removing them makes later runs slower (`measure.run`)."""
    cold = new_checkout(cold_name, warm.program, suffix)
    cold.write(text, suffix)
    whole = cold.run("generate")
    warm.write(text, suffix)
    before = _times(warm)
    checked, generated = warm.run("check"), warm.run("generate")
    cpu, wall = watching.edited(watched, text, suffix)
    return Taken(
        cold=whole.cpu,
        cpu={"check": checked.cpu, "generate": generated.cpu, "watch": cpu},
        wall={"check": checked.wall, "generate": generated.wall, "watch": wall},
        written=len(_times(warm).items() - before.items()),
    )


def _times(where: Checkout) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (where.folder / "out").rglob("*") if path.is_file()}


def _ratios(rounds: Sequence[Taken]) -> dict[str, float]:
    return {way: round(statistics.median(taken.cpu[way] / taken.cold for taken in rounds), 3) for way in WAYS}


def table(taken: dict[str, list[Taken]]) -> str:
    """Return the table: CPU of a run from nothing, and the share of it that each way takes."""
    lines = [
        "| edit | files written | from nothing, CPU s | `check` | `generate` | `watch` | `watch`, s on the clock |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name, rounds in taken.items():
        cells = [f"{value:.2f}×" for value in _ratios(rounds).values()]
        cold = statistics.median(found.cold for found in rounds)
        wall = statistics.median(found.wall["watch"] for found in rounds)
        written = round(statistics.median(found.written for found in rounds))
        lines.append(f"| {name} | {written:,} | {cold:.2f} | {' | '.join(cells)} | {wall:.2f} |")
    return "\n".join(lines)


def write_page(page: Path, shown: str) -> None:
    """Write the table between the markers of a page. Raises LookupError if it has none."""
    text = page.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not pattern.search(text):
        raise LookupError(f"{page} has no markers")
    page.write_text(pattern.sub(lambda _: f"{BEGIN}\n{shown}\n{END}", text), encoding="utf-8")


@contextmanager
def fresh_folder() -> Iterator[None]:
    """Give all runs an empty folder, and a cache folder of their own."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    os.environ["XDG_CACHE_HOME"] = str(OUT / "cache")
    os.environ.pop("CI", None)
    yield
    shutil.rmtree(OUT, ignore_errors=True)


def main() -> None:
    """Measure, print the table, and write it into a page where one is named."""
    parser = argparse.ArgumentParser(prog="bench.edits", description=__doc__)
    parser.add_argument("spec", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", type=Path, help="a page with markers for the table")
    options = parser.parse_args()
    spec, page = options.spec.resolve(), options.page and options.page.resolve()
    program = installed_wheel().resolve()
    with fresh_folder():
        for number, taken in enumerate(measured(spec, program, options.rounds), start=1):
            machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[1]:.0f}"
            shown = f"{table(taken)}\n\nMedians of {number} rounds; {machine}."
            print(shown, flush=True)
            if page is not None:
                write_page(page, shown)


if __name__ == "__main__":
    main()
