"""The available targets: those of this package, and those that other packages register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typewright.targets
from typewright.base.errors import Diagnostic, TargetError
from typewright.config.options import TargetConfig
from typewright.targets.contract import CONTRACT_VERSION, Target
from typewright.targets.faults import as_target_error

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "typewright.targets"
"""The group of entry points that register targets."""


def built_in_languages() -> tuple[str, ...]:
    """Return the languages of this package, sorted: the folders beside this module that hold a module `target`."""
    folders = [folder for path in typewright.targets.__path__ for folder in Path(path).iterdir()]
    return tuple(sorted({folder.name for folder in folders if (folder / "target.py").is_file()}))


def languages() -> tuple[str, ...]:
    """Return all languages that can be generated, sorted."""
    return tuple(sorted({*built_in_languages(), *_registered()}))


def target_named(language: str) -> Target[Any]:
    """Return the target of a language.

    Raises KeyError for an unknown language, TargetError where another package's cannot be loaded or doesn't fit.
    """
    if language in built_in_languages():
        target: Target[Any] = import_module(f"typewright.targets.{language}.target").TARGET
        return target
    return _loaded(_registered()[language])


def origin_of(language: str) -> str:
    """Return name and version of the package that a target comes from; empty for those of this package."""
    if language in built_in_languages():
        return ""
    distribution = _registered()[language].dist
    return "" if distribution is None else f"{distribution.name} {distribution.version}"


@cache
def _registered() -> Mapping[str, EntryPoint]:
    """Return the entry points of all installed packages, by language."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - only for targets of other packages

    return {point.name: point for point in entry_points(group=GROUP)}


def _loaded(point: EntryPoint) -> Target[Any]:
    """Return the target of an entry point. Raises TargetError if it is not a target, or is for another contract."""
    try:
        target = point.load()
    except Exception as fault:  # whatever another package raises while it is imported
        raise as_target_error(point.name, fault) from fault
    advice = f"'{point.value}' registers it; docs/targets.md says what a target is"
    if not isinstance(target, Target) or target.name != point.name:
        message = f"the target '{point.name}' is no typewright.targets.contract.Target of this name"
        raise TargetError([Diagnostic("E018", message, help=advice)])
    if not (isinstance(target.Options, type) and issubclass(target.Options, TargetConfig)):
        message = f"the options of the target '{point.name}' do not extend typewright.config.options.TargetConfig"
        raise TargetError([Diagnostic("E018", message, help=advice)])
    if target.contract_version != CONTRACT_VERSION:
        message = f"the target '{point.name}' is for contract {target.contract_version}, this is {CONTRACT_VERSION}"
        raise TargetError([Diagnostic("E018", message, help=f"install a release of it that fits; {advice}")])
    return target


class DefaultOptions(Mapping[str, TargetConfig]):
    """The default options of each language; a target is loaded when its options are first read."""

    def __getitem__(self, language: str) -> TargetConfig:
        """Return the options of a language."""
        options: TargetConfig = target_named(language).Options(language=language)
        return options

    def __contains__(self, language: object) -> bool:
        """Return whether there is a target of this name."""
        return language in built_in_languages() or language in _registered()

    def __iter__(self) -> Iterator[str]:
        """Yield the languages, sorted."""
        return iter(languages())

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(languages())
