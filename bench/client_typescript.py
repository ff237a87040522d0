"""`python -m bench.client_typescript`: what the TypeScript client costs beside others, all in one run.

Bundles of one function and the processor time of a call are measured with a small description; with `--large SPEC` a
package of its size is imported, compiled and used by a consumer, too. Contenders take turns, so that noise hits them
alike. Writes a table and a plot to `bench/out/`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from matplotlib import pyplot

from bench.measure import Sample, run

HERE = Path(__file__).parent
SOURCES = HERE / "typescript"
OUT = HERE / "out"
OURS = "typewright"
BUDGETS = {"bundle": 5.0, "call": 40.0}
"""What one function may weigh (KB, gzip), and a call may take over a bare fetch (microseconds)."""


def main() -> None:
    """Measure, print a table and draw a plot."""
    parser = argparse.ArgumentParser(prog="bench.client_typescript", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", type=Path, help="a large description, whose package is imported and compiled")
    options = parser.parse_args()
    folder = prepared(OUT / "typescript")
    words = run_node(folder, "compare.mjs", str(folder), str(options.rounds))
    found = json.loads(words)
    lines = [*small_table(found, options.rounds)]
    if options.large is not None:
        lines += ["", *large_table(folder, options.large, options.rounds)]
    text = "\n".join(lines) + "\n"
    (OUT / "client_typescript.md").write_text(text)
    plot(found, OUT / "client_typescript")
    print(text)


def prepared(folder: Path) -> Path:
    """Return `folder` with the others installed from npm, and with the clients generated."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "compare.mjs", "openapi.yaml"):
        shutil.copy(SOURCES / name, folder)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    generate(folder / "openapi.yaml", folder / "gallery", "@example/gallery")
    compile_in(folder, folder / "gallery")
    peer = ["-i", "openapi.yaml", "-o", "hey", "-c", "@hey-api/client-fetch"]
    subprocess.run(["npx", "openapi-ts", *peer], cwd=folder, check=True, capture_output=True)
    return folder


def generate(description: Path, target: Path, package: str) -> None:
    """Generate our client of a description in the folder `target`, which is made anew."""
    shutil.rmtree(target, ignore_errors=True)
    workspace = target.with_name(f"{target.name}-tree")
    shutil.rmtree(workspace, ignore_errors=True)
    options = ["--spec", str(description.resolve()), "--out", str(workspace), "--target", "typescript"]
    command = [sys.executable, "-m", "typewright", "generate", *options, "--package", package, "--quiet"]
    subprocess.run(command, check=True)
    (workspace / "typescript").rename(target)


def compile_in(folder: Path, package: Path) -> None:
    """Compile a package by the compiler that is installed in `folder`."""
    subprocess.run(["node", str(folder / "node_modules/typescript/bin/tsc"), "-p", str(package)], check=True)


def run_node(folder: Path, *arguments: str) -> str:
    """Return what a program of node prints."""
    return subprocess.run(["node", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def small_table(found: Mapping[str, Any], rounds: int) -> list[str]:
    """Return the table of bundles and calls."""
    version = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    bare = fastest(found["calls"]["bare fetch"])
    lines = [
        f"{rounds} rounds, contenders in turn; {os.cpu_count()} cores, node {version}. Calls: the fastest tenth.",
        "",
        "| | one function, KB | gzip | a call, µs CPU | over a bare fetch |",
        "|---|--:|--:|--:|--:|",
    ]
    for name, size in found["bundles"].items():
        time = fastest(found["calls"][name])
        over = "–" if name == "bare fetch" else f"{time - bare:+.0f} µs"
        lines.append(f"| {name} | {size['bytes'] / 1000:.1f} | {size['gzip'] / 1000:.1f} | {time:.0f} | {over} |")
    return lines


def large_table(folder: Path, description: Path, rounds: int) -> list[str]:
    """Return the table of a large package: imports of the index, its compiler run, and that of a consumer."""
    package = folder / "large"
    generate(description, package, "@example/large")
    compiler = ["node", str(folder / "node_modules/typescript/bin/tsc")]
    built = median([measured([*compiler, "-p", str(package)], folder)])
    consumer = folder / "consumer"
    shutil.rmtree(consumer, ignore_errors=True)
    consumer.mkdir()
    (consumer / "use.ts").write_text('import * as large from "../large/dist/index.js";\nexport const used = large;\n')
    options = {"strict": True, "noEmit": True, "module": "nodenext", "target": "es2022", "types": []}
    (consumer / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["use.ts"]}))
    checked = median([measured([*compiler, "-p", str(consumer)], folder) for _ in range(rounds)])
    imports = {
        "nothing": "",
        OURS: f"await import({json.dumps(str(package / 'dist/index.js'))});",
        "@orq-ai/node": 'await import("@orq-ai/node");',
    }
    taken: dict[str, list[Sample]] = {name: [] for name in imports}
    for _ in range(rounds):
        for name, program in imports.items():
            # A child process starts with the peak of this one: what it holds at its end is asked of itself.
            command = ["node", "--input-type=module", "-e", f"{program} console.log(process.memoryUsage().rss);"]
            memory_file = folder / "said.log"
            memory_file.unlink(missing_ok=True)
            sample = measured(command, folder, memory_file)
            taken[name].append(replace(sample, memory=int(memory_file.read_text()) / 1e6))
    lines = [f"`{description.name}`", "", "| | CPU s | wall s | peak MB |", "|---|--:|--:|--:|"]
    rows = {"tsc, the package": built, "tsc, a consumer of its `.d.ts`": checked}
    rows |= {f"node, import of {name}": median(samples) for name, samples in taken.items()}
    lines += [f"| {name} | {cpu:.2f} | {wall:.2f} | {memory:.0f} |" for name, (cpu, wall, memory) in rows.items()]
    return lines


def measured(command: Sequence[str], folder: Path, words: Path | None = None) -> Sample:
    """Run a command in `folder`, what it says going to `words`, and return what it took.

    Raises RuntimeError if it fails.
    """
    words = words or folder / "words.log"
    before = Path.cwd()
    os.chdir(folder)
    try:
        sample = run(command, folder / "no-output", words)
    finally:
        os.chdir(before)
    if sample.status != 0:
        raise RuntimeError(f"{' '.join(command)} failed: see {words}")
    return sample


def median(samples: Sequence[Sample]) -> tuple[float, float, float]:
    """Return the medians of CPU seconds, wall seconds and MB."""
    return (
        statistics.median(sample.cpu for sample in samples),
        statistics.median(sample.wall for sample in samples),
        statistics.median(sample.memory for sample in samples),
    )


def fastest(times: Sequence[float]) -> float:
    """Return what the fastest tenth stays below: other programs make a machine slower, never faster."""
    return sorted(times)[len(times) // 10]


def plot(found: Mapping[str, Any], stem: Path) -> None:
    """Draw sizes and times beside their budgets as `stem`.svg and `stem`.png."""
    bare = fastest(found["calls"]["bare fetch"])
    names = [name for name in found["bundles"] if name != "bare fetch"]
    panels = {
        "one function, KB gzip": ([found["bundles"][name]["gzip"] / 1000 for name in names], BUDGETS["bundle"]),
        "a call over a bare fetch, µs CPU": (
            [fastest(found["calls"][name]) - bare for name in names],
            BUDGETS["call"],
        ),
    }
    figure, axes = pyplot.subplots(1, 2, figsize=(10, 2.8))
    for panel, (title, (values, budget)) in zip(axes, panels.items(), strict=True):
        bars = panel.barh(names, values, color=["#2457a6" if name == OURS else "#b8bfca" for name in names])
        panel.bar_label(bars, labels=[f"{value:.1f}" for value in values], padding=4, fontsize=8)
        panel.axvline(budget, color="#c0392b", linestyle="--", linewidth=1)
        panel.invert_yaxis()
        panel.set_title(title, loc="left", fontsize=10)
        panel.tick_params(labelsize=8)
        panel.margins(x=0.15)
        for side in ("top", "right"):
            panel.spines[side].set_visible(False)
    figure.tight_layout()
    for suffix in (".svg", ".png"):
        figure.savefig(stem.with_suffix(suffix), dpi=150)
    pyplot.close(figure)


if __name__ == "__main__":
    main()
