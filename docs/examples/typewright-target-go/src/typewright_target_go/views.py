"""What the template sees: finished strings, nothing to decide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from typewright.ir import AliasModel, EnumModel, Field, ObjectModel, ScalarKind
from typewright.naming.names import Symbol
from typewright.naming.words import pascal
from typewright.targets.contract import Project

from typewright_target_go.options import GoOptions
from typewright_target_go.types import go_type


@dataclass(frozen=True, slots=True)
class TypeView:
    """One declaration: its comment, its name, and either the lines of a struct or another type."""

    comment: tuple[str, ...]
    name: str
    is_struct: bool
    fields: tuple[str, ...] = ()
    type: str = ""


@dataclass(frozen=True, slots=True)
class FileView:
    """`templates/go/types.go.jinja`."""

    package: str
    types: tuple[TypeView, ...]


def file_view(project: Project[GoOptions]) -> FileView:
    """Return the one file: a declaration for each type that has a name."""
    types = tuple(_type(project, symbol) for symbol in project.names.symbols.values())
    return FileView(project.options.go_package, types)


def _type(project: Project[GoOptions], symbol: Symbol) -> TypeView:
    model = project.models[symbol.id]
    comment = tuple(" ".join(line.split()) for line in (model.annotations.description or "").splitlines())
    match model:
        case ObjectModel(fields=fields):
            return TypeView(comment, symbol.name, is_struct=True, fields=tuple(_fields(project, symbol, fields)))
        case AliasModel(type=type_):
            shown = go_type(type_, symbol.package, project.names)
        case EnumModel(kind=ScalarKind.STRING):
            shown = "string"
        case _:
            shown = "any"
    return TypeView(comment, symbol.name, is_struct=False, type=shown)


def _fields(project: Project[GoOptions], symbol: Symbol, fields: tuple[Field, ...]) -> Iterator[str]:
    ids = {field.name: f"{symbol.id}/properties/{field.name}" for field in fields}
    wishes = {ids[field.name]: pascal(field.name) or "Field" for field in fields}
    named = project.names.ledger.names(f"fields:{symbol.package.value}", wishes)
    for field in fields:
        omitted = ",omitempty" if project.options.omit_empty and not field.required else ""
        tag = json.dumps(f"{field.name}{omitted}".replace("`", ""), ensure_ascii=False)
        yield f"{named[ids[field.name]]} {go_type(field.type, symbol.package, project.names)} `json:{tag}`"
