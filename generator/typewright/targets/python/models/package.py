"""The files of the importable package."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterator

from typewright.config.options import TargetConfig
from typewright.ir import Api
from typewright.naming.names import Names
from typewright.pages.page import Page, Planned, RawFile, RuntimeFile
from typewright.rendering.runtime_files import needed_modules
from typewright.surface import Surface
from typewright.targets.python.models.context import Context, make_context
from typewright.targets.python.models.flavours import flavoured_pages
from typewright.targets.python.models.loading import check_loading
from typewright.targets.python.models.modules import Modules
from typewright.targets.python.models.taken_packages import TAKEN
from typewright.targets.python.models.typed_dicts import FOLDER as DICTS
from typewright.targets.python.models.typed_dicts import SUFFIX
from typewright.targets.python.models.views import (
    ExportView,
    IndexView,
    ManifestView,
    SchemasView,
    SchemaView,
)
from typewright.targets.python.placement import MODELS, Placement
from typewright.targets.python.quoting import docstring, string_literal, value_literal

RUNTIME = "python/runtime"
"""The folder of the runtime's modules, relative to `templates/`."""
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*")
OFFERED = ("UNSET", "Model", "ResponseModel", "Unset", "reading_leniently")
"""What users may need of the runtime module."""


def package_folder(target: TargetConfig) -> str:
    """Return the name of the importable package: the configured one as an identifier (`@acme/orq-ai` → `orq_ai`).

    A name that Python or a generated module needs for something else gets `api_` in front.
    """
    word = re.sub(r"\W+", "_", target.package.rsplit("/", 1)[-1].lower(), flags=re.ASCII).strip("_")
    if not word or word[0].isdigit() or keyword.iskeyword(word) or word in TAKEN:
        return f"api_{word}".rstrip("_")
    return word


def package_pages(surface: Surface, names: Names, target: TargetConfig) -> Iterator[Planned]:
    """Yield the modules of the package."""
    folder, title = package_folder(target), surface.api.title
    if target.models != "pydantic":
        yield from flavoured_pages(surface, names, target, folder)
        return
    check_loading(surface.api.models)
    context = make_context(surface, names, target)
    placement = context.placement
    indexes = {each: _exports(placement, each) for each in placement.folders}
    yield RawFile(f"{folder}/py.typed", "")
    yield Page("pyproject.toml", "python/pyproject.toml.jinja", _manifest(surface.api, target))
    text = docstring(f"Typed models of {title}: each is loaded when it is asked for.")
    folders = tuple(_export(each, each) for each in (*indexes, DICTS))
    offered = (*_runtime_exports(placement), *(_below(MODELS, each) for each in indexes[MODELS]))
    yield Page(
        f"{folder}/__init__.py",
        "python/index.py.jinja",
        IndexView(text, context.has_deprecated, offered, folders),
        "python",
    )
    for each, exports in indexes.items():
        text = docstring(f"The types of {title} that are in `{each}`: each is loaded when it is asked for.")
        yield Page(
            f"{folder}/{each}/__init__.py",
            "python/index.py.jinja",
            IndexView(text, context.has_deprecated, exports, ()),
            "python",
        )
    for module, view in Modules(context).views():
        yield Page(f"{folder}/{module.folder}/{module.stem}.py", "python/module.py.jinja", view, "python")
    yield from _twins(folder, context)
    yield Page(f"{folder}/_schemas.py", "python/schemas.py.jinja", _schemas(context), "python")
    for source in needed_modules([f"{RUNTIME}/__init__.py"]):
        yield RuntimeFile(f"{folder}/_runtime/{source.removeprefix(f'{RUNTIME}/')}", source)


def _twins(folder: str, context: Context) -> Iterator[Page]:
    """Yield the modules of typed dictionaries, and the one that offers them all."""
    exports = []
    for module, keys, view in Modules(context).twins():
        exports += [_export(f"{context.placement.names[key]}{SUFFIX}", module.stem) for key in keys]
        yield Page(f"{folder}/{DICTS}/{module.stem}.py", "python/dicts.py.jinja", view, "python")
    text = docstring("Typed dictionaries that may be given in place of what goes into requests.")
    index = IndexView(text, context.has_deprecated, tuple(sorted(exports, key=lambda export: export.name)), ())
    yield Page(f"{folder}/{DICTS}/__init__.py", "python/index.py.jinja", index, "python")


def _manifest(api: Api, target: TargetConfig) -> ManifestView:
    """Return what the package says of itself; a version that Python's tools don't take is left at zero."""
    version = api.version if _VERSION.fullmatch(api.version) else "0"
    name = re.sub(r"[^a-z0-9]+", "-", target.package.rsplit("/", 1)[-1].lower()).strip("-") or "api"
    summary = f"Typed models of {api.title}."
    return ManifestView(*map(_toml, (name, version, " ".join(summary.split()), package_folder(target))))


def _toml(text: str) -> str:
    """Return a text as a basic string of TOML (1.0.0, "String"), which has JSON's escapes; lone surrogates are lost."""
    whole = text.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _exports(placement: Placement, folder: str) -> tuple[ExportView, ...]:
    """Return what the modules of a folder offer, by name."""
    modules = ((name, placement.modules[key]) for key, name in placement.names.items())
    found = {name: module.stem for name, module in modules if module.folder == folder}
    return tuple(_export(name, stem) for name, stem in sorted(found.items()))


def _runtime_exports(placement: Placement) -> Iterator[ExportView]:
    """Yield what the package offers of its runtime module, where no type has taken the name."""
    taken = placement.class_names
    return (_export(name, "_runtime") for name in OFFERED if name not in taken)


def _export(name: str, module: str) -> ExportView:
    return ExportView(name, module, string_literal(name), string_literal(module))


def _below(folder: str, export: ExportView) -> ExportView:
    return _export(export.name, f"{folder}.{export.module}")


def _schemas(context: Context) -> SchemasView:
    text = docstring("Parts of schemas that no Python type can say, and what they refer to, by their place.")
    shipped = context.shipped.schemas
    return SchemasView(
        text, tuple(SchemaView(string_literal(name), value_literal(each)) for name, each in shipped.items())
    )
