"""The files of the importable package."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

from generator.config import TargetConfig
from generator.naming.names import Names
from generator.surface import Surface
from generator.targets import Page, Planned, RawFile
from generator.targets.python.modules import Modules
from generator.targets.python.placement import place
from generator.targets.python.quoting import docstring, string_literal
from generator.targets.python.views import ExportView, IndexView, RuntimeView

RUNTIME_MODULES = ("__init__", "absence", "base", "rules")


def package_folder(target: TargetConfig) -> str:
    """Return the name of the importable package: the configured one as an identifier (`@acme/orq-ai` → `orq_ai`)."""
    word = re.sub(r"\W+", "_", target.package.rsplit("/", 1)[-1].lower(), flags=re.ASCII).strip("_")
    if not word or word[0].isdigit() or keyword.iskeyword(word):
        return f"api_{word}".rstrip("_")
    return word


def package_pages(surface: Surface, names: Names, target: TargetConfig) -> Iterator[Planned]:
    """Yield the modules of the package."""
    folder, title = package_folder(target), surface.api.title
    placement = place(surface, names)
    exports = tuple(
        ExportView(name, placement.modules[key], string_literal(name), string_literal(placement.modules[key]))
        for key, name in sorted(placement.names.items(), key=lambda item: item[1])
    )
    index = IndexView(docstring(f"Typed models of {title}: each is loaded when it is asked for."), exports)
    yield Page(f"{folder}/__init__.py", "python/package.py.jinja", index, "python")
    yield RawFile(f"{folder}/py.typed", "")
    yield Page(f"{folder}/models/__init__.py", "python/models.py.jinja", index, "python")
    runtime = RuntimeView(docstring(f"Runtime of {folder}, the same in every package."))
    for module in RUNTIME_MODULES:
        yield Page(f"{folder}/_runtime/{module}.py", f"python/runtime/{module}.py.jinja", runtime, "python")
    for stem, view in Modules(surface, names, target, placement).views():
        yield Page(f"{folder}/models/{stem}.py", "python/module.py.jinja", view, "python")
