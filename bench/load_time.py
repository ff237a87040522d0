"""`python -m bench.load_time SPEC TYPE`: how long a fresh process takes to import models and to use one of them.

Beside our package stand pydantic alone (its import, and a class of one field) and datamodel-code-generator's module.
All take turns, with compiled files in place; the medians count, by the clock and by the processor. `TYPE` is a class
with no required property, or with those that `--body` gives.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from bench.python_models import ours, peer

OUT = Path(__file__).parent / "out/load-time"
PROGRAM = """
import json, sys, time
body = json.loads(sys.argv[1])
clock, processor = time.perf_counter(), time.process_time()
{load}
imported = time.perf_counter() - clock, time.process_time() - processor
{use}
print(json.dumps([*imported, time.perf_counter() - clock, time.process_time() - processor]))
"""
ONE_FIELD = """
class One(BaseModel):
    a: int
One.model_validate({"a": 1})
"""
HEADINGS = ("import, ms", "processor, ms", "import and one use, ms", "processor, ms")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="bench.load_time", description=__doc__)
    parser.add_argument("spec", type=Path)
    parser.add_argument("type", help="a class of ours that is used")
    parser.add_argument("--peer-type", help="the peer's class for it; without one, the peer is left out")
    parser.add_argument("--body", default="{}", help="JSON that the class takes")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    package = ours(options.spec, "typewright_package", OUT)
    programs = {
        "pydantic alone": PROGRAM.format(load="from pydantic import BaseModel", use=ONE_FIELD),
        "typewright": PROGRAM.format(load=f"import {package}", use=_use(package, options.type)),
    }
    if options.peer_type is not None:
        module = peer(options.spec, "peer_module", OUT)
        programs["datamodel-codegen"] = PROGRAM.format(load=f"import {module}", use=_use(module, options.peer_type))
    taken: dict[str, list[list[float]]] = {name: [] for name in programs}
    for number in range(options.rounds + 1):
        for name, program in programs.items():
            figures = _measured(program, options.body)
            if number > 0:  # the first writes the compiled files
                taken[name].append(figures)
    print("| |" + " | ".join(HEADINGS) + " |\n|---|" + "--:|" * len(HEADINGS))
    for name, rounds in taken.items():
        cells = [f"{statistics.median(column) * 1000:,.0f}" for column in zip(*rounds, strict=True)]
        print(f"| {name} | {' | '.join(cells)} |")


def _use(module: str, type_: str) -> str:
    return f"{module}.{type_}.model_validate(body)"


def _measured(program: str, body: str) -> list[float]:
    """Return the figures of one process, in seconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", program, body]
    done = subprocess.run(
        command, env={**environment, "PYTHONPATH": str(OUT)}, capture_output=True, text=True, check=True
    )
    figures: list[float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
