"""Python: an importable package of pydantic models, loaded lazily, and its markdown pages."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.config.options import Config, TargetConfig
from typewright.ir import Api
from typewright.naming import Ledger, assign
from typewright.pages.page import Planned
from typewright.surface import surface
from typewright.targets.python.docs.pages import python_docs
from typewright.targets.python.language import language
from typewright.targets.python.models.package import package_pages
from typewright.targets.python.scripts import python_scripts

__all__ = ["plan"]


def plan(api: Api, config: Config, target: TargetConfig, ledger: Ledger | None = None) -> Iterator[Planned]:
    """Yield the files of the Python target; names that `ledger` has stay, and all are recorded in it."""
    del config
    methods = surface(api, target.naming)
    names = assign(methods, target.naming, language(api, target), ledger)
    if "models" in target.parts:
        yield from package_pages(methods, names, target)
    if "docs" in target.parts:
        yield from python_docs(methods, names, target)
    if "examples" in target.parts:
        yield from python_scripts(methods, names, target)
