"""The whole program on one screen: each line of `build` turns one value into the next.

`generate`, `check` and every other verb start here; there is no second path through the program. Nothing in this
module writes to the disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.base.gc_control import collection_paused
from typewright.base.processes import side_by_side
from typewright.base.progress import Report, counted, silent
from typewright.base.recursion_limit import room_to_recurse
from typewright.config.options import Config, FormatterName, TargetConfig, with_packages
from typewright.examples.invalid import refused_examples, warnings_about
from typewright.examples.replacement import with_admitted_examples
from typewright.ir import Api
from typewright.naming import Ledger
from typewright.naming.lock.locked import NOTHING_LOCKED, Locked, moved_notes, rules, standing
from typewright.openapi.document import Document, load_document
from typewright.openapi.lower import lower
from typewright.pages.page import Page, Planned, RuntimeFile
from typewright.rendering.environment import render
from typewright.rendering.formatting import formatted
from typewright.rendering.publishing import published
from typewright.targets.finding import plan_of
from typewright.writing.layouts import NO_LAYOUTS, Layouts
from typewright.writing.tree import Tree, UnsafePathError, make_tree

Digests: TypeAlias = Mapping[str, str]
NOTHING_PINNED: Digests = MappingProxyType({})
WORTH_A_PROCESS = 300
"""From how many models on the targets are generated side by side."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The template of a file and the class of the view that it shows, or the runtime module that it is a copy of."""

    template: str
    view: str = ""


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
    laid_out: Mapping[str, str]
    """The digests that texts had before a formatter laid them out, by path."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one target: path and text of each file, the names that it gave, and where its files come from."""

    texts: list[tuple[str, str]]
    ledger: Ledger
    origins: dict[str, Origin]
    laid_out: dict[str, str]


@room_to_recurse()
@collection_paused()
def build(
    config: Config,
    report: Report = silent,
    locked: Locked = NOTHING_LOCKED,
    layouts: Layouts = NO_LAYOUTS,
    pinned: Digests = NOTHING_PINNED,
) -> Build:
    """Return what `config` asks for; the names in `locked` stay, and what `layouts` knows is not laid out again.

    URLs must have the content that `pinned` tells by digest.

    Raises SpecError or UsageError where the user has to mend something.
    """
    report("reading", 0, 0)
    document = _read(config, pinned)
    api, found = lower(document, from_examples=config.examples.from_examples)
    diagnostics = tuple(dict.fromkeys((*document.diagnostics, *found)))
    _stop_at_errors(diagnostics)
    config = with_packages(config, api.title)
    report("naming", 0, 0)
    names = standing(locked, api)
    ledgers = {target.language: names.ledger(target.language, rules(target)) for target in config.targets}
    refused = refused_examples(api) if any(map(_shows_valid_examples, config.targets)) else ()
    diagnostics += warnings_about(refused, document.location)
    diagnostics = (*moved_notes(names, document.location), *diagnostics)  # first: of many, only the first are shown
    apis = {"reference": api, "valid": with_admitted_examples(api, refused)}
    jobs = [
        partial(_outcome, apis[target.examples.style], config, target, ledgers[target.language], layouts, report)
        for target in config.targets
    ]
    outcomes = side_by_side(jobs, worth_it=len(api.models) > WORTH_A_PROCESS)
    tree = _tree((text for outcome in outcomes for text in outcome.texts), document)
    given = {target.language: outcome.ledger for target, outcome in zip(config.targets, outcomes, strict=True)}
    origins = {path: origin for outcome in outcomes for path, origin in outcome.origins.items()}
    laid_out = {path: before for outcome in outcomes for path, before in outcome.laid_out.items()}
    return Build(config, document, api, diagnostics, tree, names.closed(given), origins, laid_out)


@room_to_recurse()
@collection_paused()
def names_only(config: Config, locked: Locked = NOTHING_LOCKED) -> Locked:
    """Return the names that a build would give, without rendering anything."""
    document = _read(config, NOTHING_PINNED)
    api, found = lower(document, from_examples=config.examples.from_examples)
    _stop_at_errors(found)
    config = with_packages(config, api.title)
    names = standing(locked, api)
    ledgers = {target.language: names.ledger(target.language, rules(target)) for target in config.targets}
    for target in config.targets:
        deque(plan_of(target.language)(api, config, target, ledgers[target.language]), maxlen=0)
    return names.closed(ledgers)


def _shows_valid_examples(target: TargetConfig) -> bool:
    return target.examples.style == "valid" and target.parts != ("models",)


def _read(config: Config, pinned: Digests) -> Document:
    return load_document(
        config.spec, root_folder=config.root, allow=config.allow, overlays=config.overlays, pinned=pinned
    )


def _outcome(
    api: Api, config: Config, target: TargetConfig, ledger: Ledger, layouts: Layouts, report: Report
) -> _Outcome:
    """Return what comes of one target."""
    planned = list(plan_of(target.language)(api, config, target, ledger))
    rendered = counted(render(planned, config.templates), "rendering", len(planned), report)
    texts = [(f"{target.language}/{file.path}", file.language, text) for file, text in rendered]
    report("formatting", 0, 0)
    pages = list(published(texts, api, replace(config, targets=(target,))))
    origins = {
        path: origin
        for file, (path, _, _) in zip(planned, pages, strict=False)
        if (origin := _origin(file)) is not None
    }
    python = {path: text for path, language, text in pages if language == "python" and config.formatter != "none"}
    laid_out = {path: digest(text.encode()) for path, text in python.items()}
    return _Outcome(lay_out(pages, python, config.formatter, layouts), ledger, origins, laid_out)


def _origin(file: Planned) -> Origin | None:
    match file:
        case Page():
            return Origin(file.template, f"{type(file.view).__module__}.{type(file.view).__qualname__}")
        case RuntimeFile():
            return Origin(file.source)
        case _:
            return None


def lay_out(
    pages: Sequence[tuple[str, str, str]], python: Mapping[str, str], formatter: FormatterName, layouts: Layouts
) -> list[tuple[str, str]]:
    """Return path and text of each of `pages` (path, language, text), those of `python` laid out by `formatter`."""
    known = {path: layout for path, text in python.items() if (layout := layouts.of(path, text)) is not None}
    known |= formatted({path: text for path, text in python.items() if path not in known}, formatter)
    return [(path, known.get(path, text)) for path, _, text in pages]


def _tree(texts: Iterable[tuple[str, str]], document: Document) -> Tree:
    """Return the tree of all texts. Raises SpecError where a name of the description makes a path that cannot be."""
    try:
        return make_tree(texts)
    except UnsafePathError as fault:
        message = f"a name in this description gives a file that cannot be: {fault}"
        advice = "choose a shorter name, or name it with 'x-speakeasy-name-override'"
        raise SpecError([Diagnostic("E325", message, location=document.location("#"), help=advice)]) from fault


def _stop_at_errors(diagnostics: Sequence[Diagnostic]) -> None:
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise SpecError(diagnostics)
