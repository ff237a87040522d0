"""The whole program on one screen: each line of `build` turns one value into the next.

`generate`, `check` and every other command start here; there is no second path through the program. Nothing in this
module writes to the disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from msgspec import Struct, structs

from typewright.base.earlier_entries import EarlierEntries
from typewright.base.errors import Diagnostic, SpecError, UsageError
from typewright.base.limits import gc_paused, recursion_limit_raised
from typewright.base.processes import run_in_processes
from typewright.base.progress import Report, silent, with_progress
from typewright.base.spool import Extent, Spool, SpooledText
from typewright.base.stored_text import StoredText
from typewright.client.name_collisions import NameCollision, collision_warnings
from typewright.config.options import SHARED_SITE, Config, TargetConfig, with_packages
from typewright.examples.oversized import warnings_about_cuts
from typewright.ir import Api
from typewright.ir.last_build import as_in_last_build
from typewright.naming import Ledger
from typewright.naming.lock.locked import NOTHING_LOCKED, KeptNames, Locked, kept_names, move_notices
from typewright.naming.route_names import named_by_routes
from typewright.openapi.description import NOTHING_PINNED, Description, Digests, read_description
from typewright.openapi.document import Document
from typewright.pages.page import Ownership, Page, Planned
from typewright.rendering.environment import render
from typewright.rendering.llms import PublishedPage, quoted_bodies
from typewright.rendering.publishing import SharedSite, shared_site
from typewright.rendering.shared_site import SourcePage
from typewright.rendering.tabs import Edition
from typewright.rendering.traces import (
    LAST_TARGETS,
    NO_TRACES,
    LastTarget,
    PageTrace,
    TargetTrace,
    Tracer,
    Traces,
    unchanged_pages,
)
from typewright.surface import Surface, surface_of, surface_options
from typewright.targets.contract import Project
from typewright.targets.faults import faults_of
from typewright.targets.finding import target_named
from typewright.targets.projects import facts_digest, make_project, model_digests
from typewright.writing.layouts import NO_LAYOUTS, Layouts
from typewright.writing.shared_files import entry_of
from typewright.writing.target_files import Making, Origin, TargetFiles, origins_of
from typewright.writing.traces import encoded_trace
from typewright.writing.tree import Tree, UnsafePathError, make_tree

WORTH_A_PROCESS = 300
"""The number of models, and of files to make, from which targets are generated in parallel processes."""
_CLIENT_PARTS = frozenset({"client", "docs", "examples"})
"""The parts of a target that use methods of a client."""


class Build(Struct, frozen=True):
    """The result of a build, with all that commands need."""

    config: Config
    document: Document
    api: Api
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes; an error ends the build."""
    warnings: tuple[Diagnostic, ...]
    """Those of the diagnostics that come neither from reading the description nor from comparing it with the lock."""
    tree: Tree
    locked: Locked
    """The names of this run, for the next one."""
    origins: Mapping[str, Origin]
    """The origin of each rendered file, by its path."""
    laid_out: Mapping[str, str]
    """The digests that texts had before a formatter laid them out, by path."""
    traces: Mapping[str, TargetTrace | bytes]
    """What the next run need not make again, by language; nothing unless it was asked for."""
    shared: Mapping[str, str]
    """The entries of the lock for the files with text of the user, by path; see `typewright.writing.shared_files`."""
    is_reused: bool = False
    """Whether nothing was made, since the tree of the last run is right."""


class _Outcome(Struct, frozen=True):
    """The result of one target: path and text of each file in the spool, the assigned names, and the origins of files.

    `ownership` has the owners of the files that are not entirely generated.
    """

    label: str
    """The name of the language on pages."""
    texts: list[tuple[str, Extent]]
    ledger: Ledger
    collisions: tuple[NameCollision, ...]
    origins: dict[str, Origin]
    laid_out: dict[str, str]
    ownership: Mapping[str, Ownership]
    kept: tuple[str, ...]
    """The paths of files that are up to date on the disk."""
    trace: TargetTrace | bytes | None
    """The trace for the next run, encoded (`typewright.writing.traces`) if it may cross processes."""
    pages: tuple[SourcePage, ...]
    """The pages for the site that languages share; none where this one has no part in it."""


@recursion_limit_raised()
@gc_paused()
def described(config: Config, pinned: Digests = NOTHING_PINNED) -> Description:
    """Return the description of `config`, for `build`. URLs must have the content of the digests in `pinned`."""
    return read_description(config, pinned).without_errors()


@recursion_limit_raised()
@gc_paused()
def build(
    config: Config,
    report: Report = silent,
    locked: Locked = NOTHING_LOCKED,
    layouts: Layouts = NO_LAYOUTS,
    description: Description | None = None,
    traces: Traces = NO_TRACES,
) -> Build:
    """Return the result for `config`; the names in `locked` are kept, and texts in `layouts` are not laid out again.

    Files that `traces` identify as up to date are not made. The `description` is read unless it is given. Raises
    SpecError or UsageError for faults of the user's input.
    """
    report("reading", 0, 0)
    description = description or described(config)
    api = as_in_last_build(named_by_routes(description.api, config.route_names, locked))
    document, diagnostics, config = description.document, description.diagnostics, with_packages(config, api.title)
    report("naming", 0, 0)
    names = kept_names(locked, api)
    valid, warnings = _with_valid_examples(api, config, document, is_traced=traces.is_traced)
    warnings += warnings_about_cuts(api.models, document.location)
    diagnostics = (*move_notices(names, document.location), *diagnostics)  # first: only the first of many are shown
    surfaces = _surfaces({"reference": api, "valid": valid}, config.targets)
    makings = [Making(config.formatter, layouts, config.templates, Spool()) for _ in config.targets]
    projects = _new_projects(config.targets, surfaces, names, traces)
    outcomes = _outcomes(projects, makings, traces, report, document, worth_it=len(api.models) > WORTH_A_PROCESS)
    site = _shared_site(config, api, outcomes)
    tree = _tree(chain(_texts(outcomes, makings, traces), site.texts), document)
    warnings += tuple(collision_warnings([(o.label, o.collisions) for o in outcomes], document.location))
    given = {target.language: outcome.ledger for target, outcome in zip(config.targets, outcomes, strict=True)}
    return Build(
        config=config,
        document=document,
        api=api,
        diagnostics=(*diagnostics, *warnings),
        warnings=warnings,
        tree=tree,
        locked=names.closed(given, config.left_alone),
        origins={path: origin for outcome in outcomes for path, origin in outcome.origins.items()},
        laid_out={path: before for outcome in outcomes for path, before in outcome.laid_out.items()},
        traces=_traces(config, traces, outcomes),
        shared=_entries(tree, (site.ownership, *(outcome.ownership for outcome in outcomes))),
    )


@contextmanager
def _located_in(document: Document) -> Iterator[None]:
    """Add the locations in the description to what targets refuse."""
    try:
        yield
    except UsageError as fault:
        raise UsageError(
            diagnostic._replace(location=diagnostic.location or document.location(diagnostic.pointer))
            if diagnostic.pointer is not None
            else diagnostic
            for diagnostic in fault.diagnostics
        ) from fault


def _texts(outcomes: Iterable[_Outcome], makings: Iterable[Making], traces: Traces) -> Iterator[tuple[str, StoredText]]:
    """Yield path and text of each file that has been made, then of those that are kept."""
    for outcome, making in zip(outcomes, makings, strict=True):
        yield from ((path, SpooledText(making.spool, extent)) for path, extent in outcome.texts)
        yield from ((path, traces.texts[path]) for path in outcome.kept)


def _entries(tree: Tree, ownerships: Iterable[Mapping[str, Ownership]]) -> dict[str, str]:
    """Return what the lock says of the files that are the user's, too."""
    return {path: entry_of(tree[path], owner) for ownership in ownerships for path, owner in ownership.items()}


def _traces(config: Config, earlier: Traces, outcomes: Sequence[_Outcome]) -> dict[str, TargetTrace | bytes]:
    """Return the traces of this run, and those of the earlier one for targets that are not generated."""
    left_alone = {language: trace for language, trace in earlier.targets.items() if language in config.left_alone}
    made = zip(config.targets, outcomes, strict=True)
    return left_alone | {target.language: outcome.trace for target, outcome in made if outcome.trace is not None}


@recursion_limit_raised()
@gc_paused()
def names_only(config: Config, locked: Locked = NOTHING_LOCKED) -> Locked:
    """Return the names that a build would assign, without rendering."""
    api = named_by_routes(read_description(config).without_errors().api, config.route_names, locked)
    config = with_packages(config, api.title)
    names, ledgers = kept_names(locked, api), {}
    surfaces = _surfaces(dict.fromkeys(("reference", "valid"), api), config.targets)
    for options in config.targets:
        target = target_named(options.language)
        project = make_project(surfaces[target.name], options, names.ledger_of(options))
        with faults_of(target):
            deque(target.files(project), maxlen=0)
        ledgers[target.name] = project.names.ledger
    return names.closed(ledgers, config.left_alone)


def _surfaces(apis: Mapping[str, Api], targets: Iterable[TargetConfig]) -> dict[str, Surface]:
    """Return the methods and types that each target sees, by language; targets with the same choices share them.

    `apis` are those of each style of examples.
    """
    made: dict[object, Surface] = {}
    found: dict[str, Surface] = {}
    for target in targets:
        style = target.examples.style
        choices = (style, surface_options(apis[style], target))
        if choices not in made:
            made[choices] = surface_of(apis[style], target)
        found[target.language] = made[choices]
    return found


def _new_projects(
    targets: Sequence[TargetConfig], surfaces: Mapping[str, Surface], names: KeptNames, traces: Traces
) -> Iterator[tuple[TargetConfig, Callable[[], Project[Any]]]]:
    """Yield each target with a function that returns its project."""
    is_shared = traces.is_traced and len(targets) > 1 and not traces.targets
    digests = model_digests(surfaces.values() if is_shared else ())
    for target in targets:
        yield target, partial(make_project, surfaces[target.language], target, names.ledger_of(target), digests)


def _with_valid_examples(
    api: Api, config: Config, document: Document, *, is_traced: bool
) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Return `api` with valid examples, and warnings about those replaced; unchanged if no target shows examples."""
    if not any(map(_should_replace_invalid_examples, config.targets)):
        return api, ()
    from typewright.examples.invalid import invalid_examples, warnings_about  # noqa: PLC0415 - models have no examples
    from typewright.examples.replacement import with_valid_examples  # noqa: PLC0415

    refused = invalid_examples(api, with_digests=is_traced and len(config.targets) > 1)
    return with_valid_examples(api, refused), warnings_about(refused, document.location)


def _should_replace_invalid_examples(target: TargetConfig) -> bool:
    """Return whether invalid examples are replaced: on pages with that style, and in all scripts."""
    return (target.examples.style == "valid" and target.parts != ("models",)) or "examples" in target.parts


def _outcomes(
    projects: Iterable[tuple[TargetConfig, Callable[[], Project[Any]]]],
    makings: Iterable[Making],
    traces: Traces,
    report: Report,
    document: Document,
    *,
    worth_it: bool,
) -> list[_Outcome]:
    """Return the results of all targets; `worth_it` says whether each may get a process.

    With traces of the last run, all targets are planned here, and get processes only if many files must be made.
    """
    new_plans = [partial(_plan, new_project, target, traces) for target, new_project in projects]
    with _located_in(document):
        if not traces.targets:
            jobs = [partial(_planned_outcome, *job, traces, report) for job in zip(new_plans, makings, strict=True)]
        else:
            plans = [new_plan() for new_plan in new_plans]
            worth_it = worth_it and sum(len(plan.made) for plan in plans) >= WORTH_A_PROCESS
            jobs = [partial(_outcome, *job, traces, report) for job in zip(plans, makings, strict=True)]
        return run_in_processes(jobs, worth_it=worth_it and not traces.in_one_process)


class _Plan(Struct, frozen=True):
    """The planned files of one target. `unchanged` are kept, and the others `made`."""

    project: Project[Any]
    planned: Sequence[Planned]
    made_by: str
    known: TargetTrace
    unchanged: Mapping[str, PageTrace]
    tracer: Tracer
    made: Sequence[Planned]


def _plan(new_project: Callable[[], Project[Any]], options: TargetConfig, traces: Traces) -> _Plan:
    """Return the planned files of one target, compared with those of the last run."""
    target = target_named(options.language)
    with faults_of(target):
        project = new_project()
        planned = list(target.files(project))
        made_by = facts_digest(project)
        known = traces.of(target.name, made_by)
        unchanged = unchanged_pages(known, planned, project.recorder, traces.texts, target.name)
        tracer = Tracer(project.recorder, known, traces.texts, is_kept=traces.is_kept)
        made = [tracer.recorded(file) for file in planned if file.path not in unchanged]
        return _Plan(project, planned, made_by, known, unchanged=unchanged, tracer=tracer, made=made)


def _planned_outcome(new_plan: Callable[[], _Plan], making: Making, traces: Traces, report: Report) -> _Outcome:
    return _outcome(new_plan(), making, traces, report)


def _outcome(plan: _Plan, making: Making, traces: Traces, report: Report) -> _Outcome:
    """Return the result of one target."""
    project, tracer, options = plan.project, plan.tracer, plan.project.options
    target = target_named(options.language)
    with faults_of(target):
        rendering = render(plan.made, making.templates, target.templates, tracer.has_same_view)
        files = TargetFiles(project, making)
        files.add(with_progress(rendering, f"rendering {target.label}", len(plan.made), report))
        report("formatting", 0, 0)
        unchanged = {**plan.unchanged, **tracer.same_views}
        pages = _pages(plan.planned, files, unchanged, quoted_bodies(plan.known.quotes, traces.texts), traces)
        files.finish([page.page for page in pages])
        trace = tracer.trace(plan.made_by, unchanged, files.written, files.quotes) if traces.is_kept else None
        return _Outcome(
            label=target.label,
            texts=files.texts,
            ledger=project.names.ledger,
            collisions=project.client.collisions if not _CLIENT_PARTS.isdisjoint(options.parts) else (),
            origins=files.origins | origins_of(unchanged.values()),
            laid_out=files.laid_out | {page.path: page.before for page in unchanged.values() if page.before},
            ownership=files.ownership,
            kept=tuple(page.path for page in unchanged.values()),
            trace=None if trace is None else _kept_trace(trace, project, traces),
            pages=tuple(map(_read_page, pages)) if options.docs.shared_site else (),
        )


def _kept_trace(trace: TargetTrace, project: Project[Any], traces: Traces) -> TargetTrace | bytes:
    """Return a trace for the next run, which is kept if that is one of this process."""
    if not traces.in_one_process:
        return encoded_trace(trace)
    LAST_TARGETS.keep(LastTarget(traces.makers, trace, EarlierEntries(project.recorder)), project.options.language)
    return trace


def _pages(
    planned: Sequence[Planned],
    files: TargetFiles,
    unchanged: Mapping[str, PageTrace],
    bodies: Mapping[str, str],
    traces: Traces,
) -> list[SourcePage]:
    """Return the pages of the documentation of a target in order, those that are made and those that are kept.

    `bodies` are the texts of the last run's pages below their titles, as far as they are known.
    """
    pages = files.pages()
    for path, page in unchanged.items():
        below = page.path.partition("/docs/")[2]
        if below:
            pages[path] = PublishedPage(below, page.heading, traces.texts[page.path], bodies.get(below))
    return [
        SourcePage(file.subject, pages[file.path])
        for file in planned
        if isinstance(file, Page) and file.language == "markdown" and file.path in pages
    ]


def _read_page(source: SourcePage) -> SourcePage:
    """Return a page with its text, so that it can cross processes."""
    return SourcePage(source.subject, structs.replace(source.page, content=source.page.text, quoted=None))


def _shared_site(config: Config, api: Api, outcomes: Sequence[_Outcome]) -> SharedSite:
    """Return the site that languages share; a run of some of them alone leaves it as it is."""
    if SHARED_SITE in config.left_alone:
        return SharedSite()
    made = zip(config.targets, outcomes, strict=True)
    editions = {Edition(target.language, outcome.label): outcome.pages for target, outcome in made if outcome.pages}
    return shared_site(editions, api, config)


def _tree(texts: Iterable[tuple[str, str | StoredText]], document: Document) -> Tree:
    """Return the tree of all texts. Raises SpecError if a name in the description results in an impossible path."""
    try:
        return make_tree(texts)
    except UnsafePathError as fault:
        message = f"a name in this description gives a file that cannot be: {fault}"
        advice = "choose a shorter name, or name it with 'x-speakeasy-name-override'"
        raise SpecError([Diagnostic("E325", message, location=document.location("#"), help=advice)]) from fault
