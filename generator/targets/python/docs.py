"""The markdown pages of the Python target: one for each type, one for each group of methods."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import TargetConfig
from generator.naming.names import Names
from generator.surface import Surface
from generator.targets import Page
from generator.targets.python.display import Display
from generator.targets.python.docs_client import ClientPages
from generator.targets.python.docs_fields import FieldRows
from generator.targets.python.docs_models import ModelPages


def python_docs(surface: Surface, names: Names, target: TargetConfig) -> Iterator[Page]:
    """Yield all pages below `docs/` for the types and methods of `surface` under `names`."""
    display = Display(surface, names, target.paths)
    fields = FieldRows(surface, display, target.naming.scheme == "symmetric")
    yield from ModelPages(surface, names, target.docs, display, fields).pages()
    yield from ClientPages(surface, target.docs, fields).pages()
