"""The whole program on one screen: each line of `build` turns one value into the next.

`generate`, `check` and every other verb start here; there is no second path through the program. Nothing in this
module writes to the disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.config import Config, FormatterName, with_packages
from generator.errors import Diagnostic, Severity, SpecError
from generator.ir import Api
from generator.naming import Ledger
from generator.naming.locked import NOTHING_LOCKED, Locked, moved_notes, rules, standing
from generator.openapi.document import Document, load_document
from generator.openapi.lower import lower
from generator.progress import Report, counted, silent
from generator.targets import Planned
from generator.targets.finding import plan_of
from generator.writing.formatting import formatted
from generator.writing.publishing import published
from generator.writing.render import render
from generator.writing.tree import Tree, make_tree


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


def build(config: Config, report: Report = silent, locked: Locked = NOTHING_LOCKED) -> Build:
    """Return what `config` asks for; the names in `locked` stay.

    Raises SpecError or UsageError where the user has to mend something.
    """
    report("reading", 0, 0)
    document = load_document(config.spec, root_folder=config.root)
    api, found = lower(document, from_examples=config.examples.from_examples)
    diagnostics = tuple(dict.fromkeys((*document.diagnostics, *found)))
    _stop_at_errors(diagnostics)
    config = with_packages(config, api.title)
    report("naming", 0, 0)
    names = standing(locked, api)
    ledgers = {target.language: names.ledger(target.language, rules(target)) for target in config.targets}
    planned = plan(api, config, ledgers)
    diagnostics += moved_notes(names, document.location)
    pages = counted(render([file for _, file in planned], config.templates), "rendering", len(planned), report)
    texts = [(path, file.language, text) for (path, _), (file, text) in zip(planned, pages, strict=True)]
    report("formatting", 0, 0)
    tree = make_tree(lay_out(list(published(texts, api, config)), config.formatter))
    return Build(config, document, api, diagnostics, tree, names.closed(ledgers))


def plan(api: Api, config: Config, ledgers: Mapping[str, Ledger]) -> list[tuple[str, Planned]]:
    """Return the files of all targets, each with its path in the output folder."""
    return [
        (f"{target.language}/{file.path}", file)
        for target in config.targets
        for file in plan_of(target.language)(api, config, target, ledgers[target.language])
    ]


def lay_out(texts: Sequence[tuple[str, str, str]], formatter: FormatterName) -> Iterable[tuple[str, str]]:
    """Return path and text of each of `texts` (path, language, text), Python laid out by `formatter`."""
    python = formatted({path: text for path, language, text in texts if language == "python"}, formatter)
    return ((path, python.get(path, text)) for path, _, text in texts)


def _stop_at_errors(diagnostics: Sequence[Diagnostic]) -> None:
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise SpecError(diagnostics)
