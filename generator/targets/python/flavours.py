"""The package in another flavour than pydantic's: one module of types, printed by a generator behind `backends/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.config import TargetConfig
from generator.ir import FileModel, ObjectModel
from generator.naming.names import Names
from generator.surface import Surface
from generator.targets import Page, Planned, RawFile
from generator.targets.python.backends.datamodel import printed
from generator.targets.python.backends.schemas import SchemaWriter
from generator.targets.python.context import Context, make_context
from generator.targets.python.placement import Key
from generator.targets.python.quoting import docstring, string_literal
from generator.targets.python.views import ExportView, IndexView
from generator.targets.python.words import attributes

_PLAIN = re.compile(r"[A-Z][A-Za-z0-9]*")
_USED_IN_CLASSES = {"msgspec": frozenset({"field"})}
"""What declarations of fields call, by flavour; no attribute can have that name."""


def flavoured_pages(surface: Surface, names: Names, target: TargetConfig, folder: str) -> Iterator[Planned]:
    """Yield the modules of the package `folder` in the flavour that the configuration asks for."""
    context = make_context(surface, names, target)
    called = _unique(context)
    header = docstring(f"The types of {surface.api.title}.")
    plain = _plain(called)
    text = printed(SchemaWriter(context, plain).document(), target.models, _aliases(context, plain), header)
    for key, name in called.items():
        if plain[key] != name:
            text = re.sub(rf"\b{plain[key]}\b", name, text)
    exports = tuple(
        ExportView(name, "models", string_literal(name), string_literal("models")) for name in sorted(called.values())
    )
    module = (ExportView("models", "models", string_literal("models"), string_literal("models")),)
    words = docstring(f"Typed models of {surface.api.title}: loaded when they are asked for.")
    yield RawFile(f"{folder}/py.typed", "")
    yield Page(f"{folder}/__init__.py", "python/index.py.jinja", IndexView(words, False, exports, module), "python")
    yield RawFile(f"{folder}/models.py", text, "python")


def _unique(context: Context) -> dict[Key, str]:
    """Return the names of all types; a second one of a name, from another folder, has its folder before it."""
    called: dict[Key, str] = {}
    taken: set[str] = set()
    for key, name in context.placement.names.items():
        folder = context.placement.modules[key].folder
        called[key] = name if name not in taken else f"{folder.capitalize()}{name}"
        taken.add(called[key])
    return called


def _plain(called: dict[Key, str]) -> dict[Key, str]:
    """Return names that every generator leaves as they are: a stand-in for each that is more than ASCII words."""
    return {
        key: name if _PLAIN.fullmatch(name) else f"TypewrightStandIn{number}N"
        for number, (key, name) in enumerate(called.items())
    }


def _aliases(context: Context, called: dict[Key, str]) -> dict[str, str]:
    """Return the attributes of properties by `Class.property`, where they differ."""
    avoided = context.placement.class_names | _USED_IN_CLASSES.get(context.target.models, frozenset())
    aliases: dict[str, str] = {}
    for key, name in called.items():
        model = context.models[key[1]]
        if isinstance(model, FileModel):
            aliases |= {f"{name}.fileName": "file_name", f"{name}.Content-Type": "content_type"}
        if isinstance(model, ObjectModel):
            named = attributes(((each.name, each.preferred_name) for each in model.fields), avoided)
            for each, attribute in zip(model.fields, named, strict=True):
                if attribute != each.name:
                    aliases[f"{name}.{each.name}"] = attribute
    return aliases
