"""Creation of a `Project` from an API and the options of a target."""

from __future__ import annotations

from typing import Any

from typewright.analysis.constant_tags import with_constant_tags
from typewright.config.options import TargetConfig
from typewright.ir.walking import recursive_aliases
from typewright.naming import Ledger, assign
from typewright.surface import Surface
from typewright.surface.open_enums import with_open_enums
from typewright.targets.contract import Project
from typewright.targets.faults import faults_of
from typewright.targets.finding import target_named


def make_project(surface: Surface, options: TargetConfig, ledger: Ledger | None = None) -> Project[Any]:
    """Return what the target of `options` is given of an API.

    Names that `ledger` has from the last run stay, and all names are recorded in it.
    """
    if options.constant_tags:
        surface = with_constant_tags(surface)
    if options.open_enums:
        surface = with_open_enums(surface)
    target = target_named(options.language)
    with faults_of(target):
        language = target.language(surface.api, options)
    names = assign(surface, options.naming, language, ledger)
    return Project(
        surface=surface,
        names=names,
        language=language,
        options=options,
        recursive_aliases=recursive_aliases(surface.models),
    )
