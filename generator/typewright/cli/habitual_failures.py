"""Pages whose examples fail because the configuration keeps what the reference does: its habits, and its values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from typewright.config.options import Config
from typewright.naming.lock.locked import Locked
from typewright.pipeline import Build, build
from typewright.prove.report import Proof

STYLE: Final = "examples: {style: reference}"
"""How the option is named that shows values as the reference does, whether schemas admit them or not."""


def habits_of_failures(
    proof: Proof, config: Config, locked: Locked, prove: Callable[[Build], Proof]
) -> dict[str, tuple[str, ...]]:
    """Return the habits that keep failing pages from holding, by page; `STYLE` is among those of invalid values.

    Such a page holds without any habit, or else without these and the style; its habits are those without which its
    text is another. `prove` proves the files of a build.
    """
    failing = {failure.page for failure in proof.failures}
    found: dict[str, list[str]] = {}
    plain = replace(config, reference_habits=())
    for chosen, names in ((plain, []), (_with_valid_values(plain), [STYLE])):
        open_pages = failing - found.keys()
        if open_pages and chosen != config and (not names or chosen != plain):
            mended = open_pages - {failure.page for failure in prove(build(chosen, locked=locked)).failures}
            found |= {page: list(names) for page in mended}
    texts = _texts(config, locked, found) if found else {}
    for habit in config.reference_habits if found else ():
        others = tuple(other for other in config.reference_habits if other != habit)
        changed = _texts(replace(config, reference_habits=others), locked, found)
        for page, habits in found.items():
            if changed.get(page) != texts.get(page):
                habits.append(habit)
    return {page: tuple(found[page]) for page in sorted(found) if found[page]}


def _with_valid_values(config: Config) -> Config:
    """Return the configuration with the style of values that schemas admit."""
    targets = tuple(replace(target, examples=replace(target.examples, style="valid")) for target in config.targets)
    return replace(config, examples=replace(config.examples, style="valid"), targets=targets)


def _texts(config: Config, locked: Locked, pages: Collection[str]) -> Mapping[str, bytes]:
    built = build(config, locked=locked)
    return {path: content for path, content in built.tree.items() if path in pages}
