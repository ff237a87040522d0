"""The package in another flavour than pydantic's: one module of types, printed by a generator behind `backends/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from typewright.base.json_value import JsonObject
from typewright.ir import FileModel, Model, ObjectModel
from typewright.pages.page import Page, Planned, RawFile
from typewright.targets.contract import Project
from typewright.targets.python.models.backends.datamodel import printed
from typewright.targets.python.models.backends.schemas import SchemaWriter
from typewright.targets.python.models.context import Context, make_context
from typewright.targets.python.models.views import ExportView, IndexView, WireClassView, WireView
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key
from typewright.targets.python.quoting import docstring, string_literal, value_literal
from typewright.targets.python.words import attributes

_PLAIN = re.compile(r"[A-Z][A-Za-z0-9]*")
_USED_IN_CLASSES = {"msgspec": frozenset({"field"})}
"""What declarations of fields call, by flavour; no attribute can have that name."""
_OF_WIRE = ("from_dict", "to_dict")
"""What a package of dataclasses offers besides its types."""


def flavoured_pages(project: Project[PythonOptions], folder: str) -> Iterator[Planned]:
    """Yield the modules of the package `folder` in the flavour that the configuration asks for."""
    context = project.once(make_context)
    called = _unique(context)
    exports = tuple(
        ExportView(name, "models", string_literal(name), string_literal("models")) for name in sorted(called.values())
    )
    module = (ExportView("models", "models", string_literal("models"), string_literal("models")),)
    words = docstring(f"Typed models of {project.api.title}: loaded when they are asked for.")
    if project.options.models == "dataclass":
        free = [name for name in _OF_WIRE if name not in called.values()]
        exports += tuple(ExportView(name, "_wire", string_literal(name), string_literal("_wire")) for name in free)
        yield Page(f"{folder}/_wire.py", "python/wire.py.jinja", partial(_wire, context, called), "python")
    yield RawFile(f"{folder}/py.typed", str)
    index = IndexView(words, uses_deprecated=False, exports=exports, folders=module)
    yield Page(f"{folder}/__init__.py", "python/index.py.jinja", lambda: index, "python")
    yield RawFile(f"{folder}/models.py", partial(_printed, context, called), "python")


def _printed(context: Context, called: dict[Key, str]) -> str:
    """Return the module of all types, printed under stand-ins where a generator would change their names."""
    header = docstring(f"The types of {context.surface.api.title}.")
    plain = _plain(called)
    text = printed(SchemaWriter(context, plain).document(), context.target.models, _aliases(context, plain), header)
    for key, name in called.items():
        if plain[key] != name:
            text = re.sub(rf"\b{plain[key]}\b", name, text)
    return text


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
    return {
        f"{name}.{wire}": attribute
        for key, name in called.items()
        for wire, attribute in _renamed(context, context.models[key[1]])
    }


def _wire(context: Context, called: dict[Key, str]) -> WireView:
    """Return the module that knows what the attributes of dataclasses are called on the wire."""
    classes = []
    for key, name in called.items():
        names: JsonObject = {attribute: wire for wire, attribute in _renamed(context, context.models[key[1]])}
        if names:
            classes.append(WireClassView(string_literal(name), value_literal(names)))
    words = docstring(f"Dataclasses of {context.surface.api.title} from JSON, and back: with the names of the wire.")
    return WireView(words, tuple(classes))


def _renamed(context: Context, model: Model) -> Iterator[tuple[str, str]]:
    """Yield the properties of a model whose attributes are called otherwise, each with its attribute."""
    if isinstance(model, FileModel):
        yield from (("fileName", "file_name"), ("Content-Type", "content_type"))
    if isinstance(model, ObjectModel):
        avoided = context.placement.class_names | _USED_IN_CLASSES.get(context.target.models, frozenset())
        named = attributes(((field.name, field.preferred_name) for field in model.fields), avoided)
        for field, attribute in zip(model.fields, named, strict=True):
            if attribute != field.name:
                yield field.name, attribute
