"""What a target plans for an API, for tests that need no whole run."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from typewright.config.options import TargetConfig
from typewright.config.reading import options_of
from typewright.ir import Api
from typewright.naming import Ledger
from typewright.pages.page import Planned
from typewright.surface import surface
from typewright.targets.contract import Project
from typewright.targets.finding import target_named
from typewright.targets.projects import make_project


def with_known(options: TargetConfig, **chosen: Any) -> TargetConfig:
    """Return options with those of `chosen` that this target has; `docs` are given as a mapping."""
    docs = {name: value for name, value in chosen.pop("docs", {}).items() if name in options_of(type(options.docs))}
    known = {name: value for name, value in chosen.items() if name in options_of(type(options))}
    return replace(options, docs=replace(options.docs, **docs), **known)


def project_of(api: Api, options: TargetConfig, ledger: Ledger | None = None) -> Project[Any]:
    """Return an API as the target of `options` sees it."""
    return make_project(surface(api, options.naming, options.answers), options, ledger)


def planned_files(api: Api, options: TargetConfig, ledger: Ledger | None = None) -> Iterable[Planned]:
    """Return the files that the target of `options` plans."""
    return target_named(options.language).files(project_of(api, options, ledger))
