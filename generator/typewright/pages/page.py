"""Planned files: what a target hands over to be rendered and written.

The path of a planned file is known at once; its content is made on request, so that the paths of a tree can be listed
without its contents.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from msgspec import Struct


class Ownership(Enum):
    """The owner of a written file."""

    OURS = "ours"
    SECTIONS = "sections"
    """Sections between markers are generated (`typewright.pages.sections`), all text around them is the user's."""
    ONCE = "once"
    """It is written if it does not exist, and is the user's from then on."""


class Page(Struct, frozen=True):
    """One file to be rendered.

    `path` is relative to the target's folder, with forward slashes; `template` is relative to the folder of templates;
    `make_view` returns the frozen dataclass that the template's first line names, the one variable of the template (`{{
    view.title }}`). It is called once, and for the pages of a target in their order. `language` tags the text
    ("python", "typescript", "markdown"; "" for text that stays as rendered): it determines its formatter.

    `inputs` are the plain values that `make_view` depends on besides what it reads of the project's tables: if neither
    has changed, a later run keeps the file, and does not call `make_view`. None if it is always called, as it must be
    if it changes anything that another file depends on.

    `subject` identifies the subject of a page of the documentation, independent of the language: pages of several
    languages with the same subject are one page of the site that these share.
    """

    path: str
    template: str
    make_view: Callable[[], object]
    language: str = ""
    ownership: Ownership = Ownership.OURS
    inputs: object = None
    subject: str = ""


class RawFile(Struct, frozen=True):
    """A file whose text is already complete: manifests, output of other generators."""

    path: str
    make_text: Callable[[], str]
    language: str = ""


class RuntimeFile(Struct, frozen=True):
    """One module of a runtime, copied unchanged from `templates/`, below a header with its digest.

    `path` is as of a page; `source` is relative to `templates/` (`python/runtime/values.py`). It is not formatted.
    """

    path: str
    source: str

    @property
    def language(self) -> str:
        """The empty text: the file is not formatted."""
        return ""


Planned: TypeAlias = Page | RawFile | RuntimeFile
