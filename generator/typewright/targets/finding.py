"""Which languages there are: each package beside this module is one, by the name of its folder."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import typewright.targets
from typewright.config.options import TargetConfig
from typewright.targets import Plan


def languages() -> tuple[str, ...]:
    """Return the languages that can be generated, sorted."""
    folders = [folder for path in typewright.targets.__path__ for folder in Path(path).iterdir()]
    packages = (folder.name for folder in folders if (folder / "__init__.py").is_file())
    return tuple(sorted(set(packages) - {"calls"}))


def plan_of(language: str) -> Plan:
    """Return the function that plans the pages of `language`."""
    return cast(Plan, import_module(f"typewright.targets.{language}").plan)


def defaults() -> dict[str, TargetConfig]:
    """Return, by language, the options in which it differs: `DEFAULTS` of its module `defaults`, where it has one."""
    modules = {language: f"typewright.targets.{language}.defaults" for language in languages()}
    return {language: import_module(name).DEFAULTS for language, name in modules.items() if find_spec(name) is not None}
