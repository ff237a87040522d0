"""Results → a table in markdown, and a plot as SVG and PNG."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from matplotlib import pyplot

from bench.contenders import Contender
from bench.measure import Medians

Results = Mapping[str, Sequence[tuple[Contender, Medians]]]
"""By description: each contender and what it took."""


def table(results: Results, rounds: int) -> str:
    """Return the report; ratios are against the contender marked as the reference."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    lines = [f"Medians of {rounds} rounds, contenders in turn; {machine}. CPU and wall in seconds."]
    for spec, rows in results.items():
        reference = next((found for contender, found in rows if contender.reference), None)
        lines += ["", f"## {spec}", ""]
        lines += [
            "| | version | CPU | ratio | wall | ratio | peak MB | files | kB |",
            "|---|---|--:|--:|--:|--:|--:|--:|--:|",
        ]
        for contender, found in rows:
            ratios = ("–", "–") if reference is None else (found.cpu / reference.cpu, found.wall / reference.wall)
            cpu, wall = (value if isinstance(value, str) else f"{value:.2f}×" for value in ratios)
            lines.append(
                f"| {_shown(contender, found)} | {contender.version} "
                f"| {found.cpu:.2f} | {cpu} | {found.wall:.2f} | {wall} "
                f"| {found.memory:.0f} | {found.files:,} | {found.size / 1000:,.0f} |"
            )
    return "\n".join(lines) + "\n"


def _shown(contender: Contender, found: Medians) -> str:
    """Return the name of a contender, with the number of its runs that failed."""
    return f"{contender.name} ({found.failed} failed)" if found.failed else contender.name


def plot(results: Results, stem: Path) -> None:
    """Draw CPU seconds, a panel a description, as `stem`.svg and `stem`.png."""
    figure, axes = pyplot.subplots(len(results), 1, figsize=(9, 1.2 + 2.6 * len(results)), squeeze=False)
    for panel, (spec, rows) in zip(axes[:, 0], results.items(), strict=True):
        names = [_shown(contender, found) for contender, found in rows]
        seconds = [found.cpu for _, found in rows]
        colours = ["#2457a6" if name.startswith("typewright") else "#b8bfca" for name in names]
        bars = panel.barh(names, seconds, color=colours)
        panel.bar_label(bars, labels=[f"{value:.2f}" for value in seconds], padding=4, fontsize=8)
        panel.invert_yaxis()
        panel.set_title(spec, loc="left", fontsize=10)
        panel.set_xlabel("CPU seconds, median", fontsize=8)
        panel.tick_params(labelsize=8)
        panel.margins(x=0.12)
        for side in ("top", "right"):
            panel.spines[side].set_visible(False)
    figure.tight_layout()
    for suffix in (".svg", ".png"):
        figure.savefig(stem.with_suffix(suffix), dpi=150)
    pyplot.close(figure)


def growth_plot(points: Sequence[tuple[int, float, float]], stem: Path) -> None:
    """Draw (operations, CPU seconds, MB) as time and memory an operation, as `stem`.svg and `stem`.png."""
    operations = [point[0] for point in points]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.4))
    left.plot(operations, [1000 * cpu / count for count, cpu, _ in points], marker="o", color="#2457a6")
    left.set_ylabel("CPU ms an operation")
    right.plot(operations, [1000 * memory / count for count, _, memory in points], marker="o", color="#2457a6")
    right.set_ylabel("peak kB an operation")
    for panel in (left, right):
        panel.set_xscale("log")
        panel.set_ylim(bottom=0)
        panel.set_xlabel("operations")
        panel.grid(alpha=0.3)
    figure.tight_layout()
    for suffix in (".svg", ".png"):
        figure.savefig(stem.with_suffix(suffix), dpi=150)
    pyplot.close(figure)
