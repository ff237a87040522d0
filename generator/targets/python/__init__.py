"""Python: an importable package of pydantic models, loaded lazily, and its markdown pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Config, TargetConfig
from generator.ir import Api
from generator.naming import Ledger, assign
from generator.surface import surface
from generator.targets import Planned
from generator.targets.python.docs import python_docs
from generator.targets.python.language import language
from generator.targets.python.package import package_pages
from generator.targets.python.scripts import python_scripts

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
