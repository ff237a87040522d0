"""Creation of a `Project` from an API and the options of a target."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from msgspec.structs import replace

from typewright.analysis.constant_tags import with_constant_tags
from typewright.base.recording import Recorder
from typewright.base.value_digest import KnownDigests, value_digest
from typewright.config.options import TargetConfig
from typewright.ir import Model
from typewright.ir.operations import Resolution
from typewright.ir.walking import recursive_aliases
from typewright.naming import Ledger, assign
from typewright.surface import Surface
from typewright.surface.open_enums import with_open_enums
from typewright.targets.contract import Project
from typewright.targets.faults import faults_of
from typewright.targets.finding import target_named


def make_project(
    surface: Surface,
    options: TargetConfig,
    ledger: Ledger | None = None,
    model_digest: Callable[[Model], str] = value_digest,
) -> Project[Any]:
    """Return the project of an API for the target of `options`.

    Names that `ledger` has from the last run are kept, and all names are recorded in it. `model_digest` returns the
    `value_digest` of a type.
    """
    if options.constant_tags:
        surface = with_constant_tags(surface)
    if options.open_enums:
        surface = with_open_enums(surface)
    target = target_named(options.language)
    with faults_of(target):
        language = target.language(surface.api, options)
    names = assign(surface, options.naming, language, ledger)
    recorder = Recorder()
    recursive = recursive_aliases(surface.models)
    return Project(
        surface=_recorded(surface, recorder, model_digest),
        names=replace(names, symbols=recorder.mapping("symbols", names.symbols)),
        language=language,
        options=options,
        added=recorder.mapping("versions", {} if ledger is None or ledger.history is None else ledger.history.added),
        recursive_aliases=recorder.set("recursive aliases", recursive),
        recorder=recorder,
    )


def model_digests(surfaces: Iterable[Surface]) -> KnownDigests:
    """Return the digests of all types, so that they need not be computed in each process that a target is made in."""
    digests = KnownDigests()
    for model in chain.from_iterable(surface.models.values() for surface in surfaces):
        digests.of(model)
    return digests


def _recorded(surface: Surface, recorder: Recorder, model_digest: Callable[[Model], str]) -> Surface:
    """Return a surface whose models and references are recorded as they are read."""
    api = surface.api
    if api.resolve is not None:
        api = replace(api, resolve=recorder.function("references", api.resolve, _target_digest))
    api = replace(
        api,
        operations=recorder.sequence("operations", api.operations),
        webhooks=recorder.sequence("described webhooks", api.webhooks),
        tags=recorder.sequence("tags", api.tags),
    )
    return replace(
        surface,
        api=api,
        models=recorder.mapping("models", surface.models, model_digest),
        methods=recorder.sequence("methods", surface.methods),
        roots=recorder.sequence("roots", surface.roots),
    )


def _target_digest(target: Resolution) -> str:
    return value_digest((target.pointer, target.value))


def facts_digest(project: Project[Any]) -> str:
    """Return a digest of the inputs of all files of a project: the options, and the facts about the whole API."""
    api = project.api
    return value_digest(
        (
            project.options,
            project.client.facts if project.has_made_client else None,
            *(api.title, api.version, api.summary, api.external_docs, api.servers, api.security_schemes),
            *(api.security, api.global_parameters, api.extensions, api.habits),
        )
    )
