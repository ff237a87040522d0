"""Planned files: what a target hands over to be rendered and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


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
    """One file whose text needs no template: manifests, output of a backend."""

    path: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RuntimeFile:
    """One module of a runtime, copied from `templates/` as it is, below a header that bears its digest.

    `path` is as of a page; `source` is relative to `templates/` (`python/runtime/values.py`). No formatter touches it.
    """

    path: str
    source: str

    @property
    def language(self) -> str:
        """The empty text: the file stays as it is."""
        return ""


Planned: TypeAlias = Page | RawFile | RuntimeFile
