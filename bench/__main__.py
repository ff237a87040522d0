"""`python -m bench [SPEC …]`: run us and the peers in turn, and write a table and a plot to `bench/out/`."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import contenders, report, synthetic
from bench.contenders import Contender
from bench.measure import Medians, Sample, medians, run

HERE = Path(__file__).parent
OUT = HERE / "out"
TREES = OUT / "trees"
REPOSITORY_SPEC = HERE.parent / "spec/openapi.yaml"
GROWTH = (100, 300, 1000, 3000, 10_000)


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("specs", nargs="*", type=Path, default=[REPOSITORY_SPEC])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only-us", action="store_true", help="leave out the peers")
    parser.add_argument("--growth", action="store_true", help="measure synthetic descriptions of growing size instead")
    options = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    if options.growth:
        with fresh_trees():
            grow(options.rounds)
        return
    entrants = contenders.ourselves(OUT)
    if not options.only_us:
        entrants = [*contenders.peers(OUT / "environments"), *entrants]
    with fresh_trees():
        results = {spec.name: compare(spec, entrants, options.rounds) for spec in options.specs}
    text = report.table(results, options.rounds)
    (OUT / "report.md").write_text(text)
    report.plot(results, OUT / "report")
    print(text)


@contextmanager
def fresh_trees() -> Iterator[None]:
    """Remove all outputs before and after, and none in between (see `measure.run`)."""
    shutil.rmtree(TREES, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(TREES, ignore_errors=True)


def compare(spec: Path, entrants: Sequence[Contender], rounds: int) -> list[tuple[Contender, Medians]]:
    """Return what each contender takes for `spec`: all of them once a round, so that noise hits them alike."""
    taken: dict[str, list[Sample]] = {entrant.name: [] for entrant in entrants}
    for turn in range(rounds):
        for number, entrant in enumerate(entrants):
            output = TREES / spec.stem / f"{turn}-{number}"
            command = entrant.command(spec, output)
            written = output.with_suffix(".py") if entrant.name.startswith("datamodel") else output
            taken[entrant.name].append(run(command, written, OUT / "words.log"))
            print(f"round {turn + 1}: {entrant.name}: {taken[entrant.name][-1].cpu:.2f} s", flush=True)
    return [(entrant, medians(taken[entrant.name])) for entrant in entrants]


def grow(rounds: int) -> None:
    """Measure our models and everything over synthetic descriptions; print and plot time and memory an operation."""
    points, lines = [], ["| operations | CPU s | ms an operation | wall s | peak MB |", "|--:|--:|--:|--:|--:|"]
    everything = contenders.ourselves(OUT)[-1]
    for operations in GROWTH:
        spec = OUT / f"synthetic-{operations}.json"
        spec.write_text(json.dumps(synthetic.description(operations)))
        turns = rounds if operations <= 1000 else 1
        outputs = [TREES / f"synthetic-{operations}-{turn}" for turn in range(turns)]
        found = medians(run(everything.command(spec, output), output, OUT / "words.log") for output in outputs)
        points.append((operations, found.cpu, found.memory))
        cost = 1000 * found.cpu / operations
        lines.append(f"| {operations:,} | {found.cpu:.2f} | {cost:.2f} | {found.wall:.2f} | {found.memory:.0f} |")
        print(lines[-1], flush=True)
    (OUT / "growth.md").write_text("\n".join(lines) + "\n")
    report.growth_plot(points, OUT / "growth")


if __name__ == "__main__":
    main()
