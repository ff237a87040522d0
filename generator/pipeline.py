"""The whole program on one screen: each line of `build` turns one value into the next.

`generate`, `check` and every other verb start here; there is no second path through the program. Nothing in this
module writes to the disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.config import Config, FormatterName, TargetConfig, with_packages
from generator.errors import Diagnostic, Severity, SpecError
from generator.examples.refused import refused_examples, warnings_about
from generator.examples.replacing import with_admitted_examples
from generator.ir import Api
from generator.naming import Ledger
from generator.naming.locked import NOTHING_LOCKED, Locked, moved_notes, rules, standing
from generator.openapi.document import Document, load_document
from generator.openapi.lower import lower
from generator.progress import Report, counted, silent
from generator.recursion import room_to_recurse
from generator.side_by_side import side_by_side
from generator.targets import Page
from generator.targets.finding import plan_of
from generator.writing.formatting import formatted
from generator.writing.publishing import published
from generator.writing.render import render
from generator.writing.tree import Tree, make_tree

WORTH_A_PROCESS = 300
"""From how many models on the targets are generated side by side."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The template of a file, and the class of the view that it shows."""

    template: str
    view: str


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a description: everything that a verb may want to look at."""

    config: Config
    document: Document
    api: Api
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes; an error ends the build."""
    tree: Tree
    locked: Locked
    """The names of this run, for the next one."""
    origins: Mapping[str, Origin]
    """Where each rendered file comes from, by its path."""


@room_to_recurse()
def build(config: Config, report: Report = silent, locked: Locked = NOTHING_LOCKED) -> Build:
    """Return what `config` asks for; the names in `locked` stay.

    Raises SpecError or UsageError where the user has to mend something.
    """
    report("reading", 0, 0)
    document = load_document(config.spec, root_folder=config.root, overlays=config.overlays)
    api, found = lower(document, from_examples=config.examples.from_examples)
    diagnostics = tuple(dict.fromkeys((*document.diagnostics, *found)))
    _stop_at_errors(diagnostics)
    config = with_packages(config, api.title)
    report("naming", 0, 0)
    names = standing(locked, api)
    ledgers = {target.language: names.ledger(target.language, rules(target)) for target in config.targets}
    refused = refused_examples(api) if any(each.examples.style == "valid" for each in config.targets) else ()
    diagnostics += (*warnings_about(refused, document.location), *moved_notes(names, document.location))
    apis = {"reference": api, "valid": with_admitted_examples(api, refused)}
    jobs = [
        partial(_target_texts, apis[target.examples.style], config, target, ledgers[target.language], report)
        for target in config.targets
    ]
    outcomes = side_by_side(jobs, worth_it=len(api.models) > WORTH_A_PROCESS)
    tree = make_tree(text for texts, _, _ in outcomes for text in texts)
    given = {target.language: ledger for target, (_, ledger, _) in zip(config.targets, outcomes, strict=True)}
    origins = {path: origin for _, _, each in outcomes for path, origin in each.items()}
    return Build(config, document, api, diagnostics, tree, names.closed(given), origins)


@room_to_recurse()
def names_only(config: Config, locked: Locked = NOTHING_LOCKED) -> Locked:
    """Return the names that a build would give, without rendering anything."""
    document = load_document(config.spec, root_folder=config.root, overlays=config.overlays)
    api, found = lower(document, from_examples=config.examples.from_examples)
    _stop_at_errors(found)
    config = with_packages(config, api.title)
    names = standing(locked, api)
    ledgers = {target.language: names.ledger(target.language, rules(target)) for target in config.targets}
    for target in config.targets:
        deque(plan_of(target.language)(api, config, target, ledgers[target.language]), maxlen=0)
    return names.closed(ledgers)


def _target_texts(
    api: Api, config: Config, target: TargetConfig, ledger: Ledger, report: Report
) -> tuple[list[tuple[str, str]], Ledger, dict[str, Origin]]:
    """Return path and text of each file of one target, the ledger with the names that it gave, and the origins."""
    planned = list(plan_of(target.language)(api, config, target, ledger))
    rendered = counted(render(planned, config.templates), "rendering", len(planned), report)
    texts = [(f"{target.language}/{file.path}", file.language, text) for file, text in rendered]
    report("formatting", 0, 0)
    pages = list(published(texts, api, replace(config, targets=(target,))))
    origins = {
        path: Origin(file.template, f"{type(file.view).__module__}.{type(file.view).__qualname__}")
        for file, (path, _, _) in zip(planned, pages, strict=False)
        if isinstance(file, Page)
    }
    return lay_out(pages, config.formatter), ledger, origins


def lay_out(texts: Sequence[tuple[str, str, str]], formatter: FormatterName) -> list[tuple[str, str]]:
    """Return path and text of each of `texts` (path, language, text), Python laid out by `formatter`."""
    python = formatted({path: text for path, language, text in texts if language == "python"}, formatter)
    return [(path, python.get(path, text)) for path, _, text in texts]


def _stop_at_errors(diagnostics: Sequence[Diagnostic]) -> None:
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise SpecError(diagnostics)
