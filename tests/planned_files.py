"""What a target plans for an API, for tests that need no whole run."""

from collections.abc import Iterable
from typing import Any

from typewright.config.options import TargetConfig
from typewright.ir import Api
from typewright.naming import Ledger
from typewright.pages.page import Planned
from typewright.surface import surface
from typewright.targets.contract import Project
from typewright.targets.finding import target_named
from typewright.targets.projects import make_project


def project_of(api: Api, options: TargetConfig, ledger: Ledger | None = None) -> Project[Any]:
    """Return an API as the target of `options` sees it."""
    return make_project(surface(api, options.naming), options, ledger)


def planned_files(api: Api, options: TargetConfig, ledger: Ledger | None = None) -> Iterable[Planned]:
    """Return the files that the target of `options` plans."""
    return target_named(options.language).files(project_of(api, options, ledger))
