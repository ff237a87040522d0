"""Pages whose examples fail because of a habit of the reference that the configuration keeps (`reference_habits`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from typewright.config.habits import Habit
from typewright.config.options import Config
from typewright.naming.lock.locked import Locked
from typewright.pipeline import Build, build
from typewright.prove.report import Proof


def habits_of_failures(
    proof: Proof, config: Config, locked: Locked, prove: Callable[[Build], Proof]
) -> dict[str, tuple[Habit, ...]]:
    """Return the habits that keep failing pages from holding, by page.

    Such a page holds without any habit; its habits are those without which its text is another. `prove` proves the
    files of a build.
    """
    failing = {failure.page for failure in proof.failures}
    if not failing or not config.reference_habits:
        return {}
    without = prove(_built(config, locked, ()))
    mended = failing - {failure.page for failure in without.failures}
    kept: dict[str, list[Habit]] = {page: [] for page in sorted(mended)}
    texts = _texts(_built(config, locked, config.reference_habits), mended) if mended else {}
    for habit in config.reference_habits if mended else ():
        others = tuple(other for other in config.reference_habits if other != habit)
        changed = _texts(_built(config, locked, others), mended)
        for page, habits in kept.items():
            if changed.get(page) != texts.get(page):
                habits.append(habit)
    return {page: tuple(habits) for page, habits in kept.items() if habits}


def _built(config: Config, locked: Locked, habits: tuple[Habit, ...]) -> Build:
    return build(replace(config, reference_habits=habits), locked=locked)


def _texts(built: Build, pages: Collection[str]) -> Mapping[str, bytes]:
    return {path: content for path, content in built.tree.items() if path in pages}
