"""Creation of a `Project` from an API and the options of a target."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from msgspec.structs import replace

from typewright.analysis.constant_tags import with_constant_tags
from typewright.base.kept_records import with_records_of_last_build
from typewright.base.last_build import KeptValues
from typewright.base.recording import Recorder
from typewright.base.value_digest import KnownDigests, value_digest
from typewright.config.options import TargetConfig
from typewright.ir.operations import Resolution
from typewright.ir.walking import recursive_aliases
from typewright.naming import Ledger
from typewright.surface import Surface
from typewright.surface.open_enums import with_open_enums
from typewright.targets.contract import Project
from typewright.targets.faults import faults_of
from typewright.targets.finding import target_named
from typewright.targets.structural import names_of

_DIGESTS: KeptValues[KnownDigests] = KeptValues("digests of models")


def make_project(
    surface: Surface,
    options: TargetConfig,
    ledger: Ledger | None = None,
    digests: KnownDigests | None = None,
) -> Project[Any]:
    """Return the project of an API for the target of `options`.

    Names that `ledger` has from the last run are kept, and all names are recorded in it. `digests` has some of the
    digests of types.
    """
    if options.constant_tags:
        surface = with_constant_tags(surface)
    if options.open_enums:
        surface = with_open_enums(surface, options.language)
    surface = _as_before(surface, options.language)
    target = target_named(options.language)
    with faults_of(target):
        language = target.language(surface.api, options)
    names = names_of(surface, options, language, ledger)
    recorder = Recorder()
    recursive = recursive_aliases(surface.models)
    return Project(
        surface=_recorded(surface, recorder, digests or KnownDigests()),
        names=replace(names, symbols=recorder.mapping("symbols", names.symbols)),
        language=language,
        options=options,
        added=recorder.mapping("versions", {} if ledger is None or ledger.history is None else ledger.history.added),
        recursive_aliases=recorder.set("recursive aliases", recursive),
        recorder=recorder,
    )


def model_digests(surfaces: Iterable[Surface]) -> KnownDigests:
    """Return the digests of all types, so that they need not be computed in each process that a target is made in."""
    digests = KnownDigests(_DIGESTS.find())
    _DIGESTS.keep(digests)
    for model in chain.from_iterable(surface.models.values() for surface in surfaces):
        digests.of(model)
    return digests


def _as_before(surface: Surface, language: str) -> Surface:
    """Return a surface with each type as the object that it was in the last build of this process, if it is the same.

    Their digests are known then.
    """
    models = with_records_of_last_build(surface.models, f"models of {language}")
    own = surface.api.models.items()
    kept = {id_: models[id_] if surface.models[id_] is model else model for id_, model in own}
    return replace(surface, models=models, api=replace(surface.api, models=kept))


def _recorded(surface: Surface, recorder: Recorder, digests: KnownDigests) -> Surface:
    """Return a surface whose models and references are recorded as they are read."""
    digests.keep(surface.models.values())
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
        models=recorder.mapping("models", surface.models, digests.of),
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
