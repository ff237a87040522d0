"""One package a target language, found by folder; what they have in common is defined here.

A target turns the intermediate representation and its names into *pages*: a path, a template and a view of finished
strings. It reads no file and writes none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from generator.config import Config, TargetConfig
    from generator.ir import Api
    from generator.naming import Ledger


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be rendered.

    `path` is relative to the target's folder, with forward slashes; `template` is relative to `templates/`; `view` is
    the frozen dataclass that the template's first line names, and the one variable of the template: `{{ view.title }}`;
    `language` says which formatter may touch the text
    ("python", "typescript", "markdown", or "" for text that stays as rendered).
    """

    path: str
    template: str
    view: object
    language: str = ""


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file whose text needs no template: runtime modules shipped with the output, output of a backend."""

    path: str
    text: str
    language: str = ""


Planned: TypeAlias = Page | RawFile
Plan: TypeAlias = Callable[["Api", "Config", "TargetConfig", "Ledger"], Iterable[Planned]]
"""What every target package offers as `plan`; the ledger has the names that stay, and gets those that are given."""
