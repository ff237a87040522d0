"""Which languages there are: each package beside this module that holds a module `target` is one, by its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import typewright.targets
from typewright.config.options import TargetConfig
from typewright.targets.contract import Target


def languages() -> tuple[str, ...]:
    """Return the languages that can be generated, sorted."""
    folders = [folder for path in typewright.targets.__path__ for folder in Path(path).iterdir()]
    return tuple(sorted({folder.name for folder in folders if (folder / "target.py").is_file()}))


def target_named(language: str) -> Target[Any]:
    """Return the target of a language. Raises ModuleNotFoundError where there is none."""
    target: Target[Any] = import_module(f"typewright.targets.{language}.target").TARGET
    return target


class DefaultOptions(Mapping[str, TargetConfig]):
    """The options of each language where the user says nothing; a target is loaded when its options are asked for."""

    def __getitem__(self, language: str) -> TargetConfig:
        """Return the options of a language."""
        if language not in self:
            raise KeyError(language)
        options: TargetConfig = target_named(language).Options(language=language)
        return options

    def __contains__(self, language: object) -> bool:
        """Return whether there is a target of this name."""
        return language in languages()

    def __iter__(self) -> Iterator[str]:
        """Yield the languages, sorted."""
        return iter(languages())

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(languages())
