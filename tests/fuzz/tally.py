"""Try a range of inputs in this process's children and count what becomes of them, by kind and by mutation.

`python -m tests.fuzz.tally own 1000 13000 --out FILE` appends a line of JSON for each input; `--read FILE` prints the
table of such a file. Start it under several values of PYTHONHASHSEED to vary what depends on it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.fuzz.trials import TRIALS, acts_of, preload

Row = dict[str, Any]
"""One input: kind, number, acts (names of what was done), verdict, detail, seconds, megabytes, hash seed."""


def rows_of(kind: str, numbers: Iterable[int]) -> Iterable[Row]:
    """Try the inputs of `kind` with some numbers, one after the other."""
    for number in numbers:
        outcome = TRIALS[kind](number)
        yield {
            "kind": kind,
            "number": number,
            "acts": acts_of(kind, number),
            "verdict": outcome.verdict,
            "detail": outcome.detail,
            "seconds": round(outcome.seconds, 3),
            "megabytes": outcome.megabytes,
            "hash_seed": os.environ.get("PYTHONHASHSEED", "random"),
        }


def tables(rows: list[Row]) -> str:
    """Return the outcomes by kind and by mutation, the slowest and largest inputs, and the faults."""
    parts = [_table("kind", [(row["kind"], row) for row in rows])]
    parts.append(_table("mutation", [(act, row) for row in rows for act in sorted(set(row["acts"]))]))
    for measure in ("seconds", "megabytes"):
        worst = sorted(rows, key=lambda row: -row[measure])[:5]
        parts.append(f"{measure}: " + ", ".join(f"{row['kind']} {row['number']} {row[measure]}" for row in worst))
    faults = [row for row in rows if row["verdict"] not in {"generated", "refused"}]
    parts += [f"{row['kind']} {row['number']}: {row['verdict']}\n{row['detail'][-1500:]}" for row in faults]
    return "\n\n".join([*parts, f"{len(rows)} inputs, {len(faults)} faults"])


def _table(head: str, pairs: list[tuple[str, Row]]) -> str:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: dict[str, float] = defaultdict(float)
    for name, row in pairs:
        counts[name][row["verdict"]] += 1
        slowest[name] = max(slowest[name], row["seconds"])
    verdicts = sorted({verdict for each in counts.values() for verdict in each})
    lines = [f"| {head} | inputs | {' | '.join(verdicts)} | slowest |", "|---" * (len(verdicts) + 3) + "|"]
    for name, each in sorted(counts.items()):
        cells = " | ".join(str(each[verdict]) for verdict in verdicts)
        lines.append(f"| {name} | {each.total()} | {cells} | {slowest[name]:.1f} s |")
    return "\n".join(lines)


def main() -> None:
    """Try, or read what was tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="?", choices=sorted(TRIALS))
    parser.add_argument("start", nargs="?", type=int, default=0)
    parser.add_argument("stop", nargs="?", type=int, default=0)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--read", type=Path)
    options = parser.parse_args()
    if options.read:
        sys.stdout.write(tables([json.loads(line) for line in options.read.read_text().splitlines()]) + "\n")
        return
    preload()
    with options.out.open("a") as out:
        for row in rows_of(options.kind, range(options.start, options.stop)):
            out.write(json.dumps(row) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
