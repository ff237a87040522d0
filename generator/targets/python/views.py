"""What the templates of Python modules see: finished strings and booleans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of a class: its declaration, and its docstring, empty where there is nothing to say."""

    text: str
    docstring: str


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """One class or alias. `head` is all of a class's first line; `text` all of an alias's declaration."""

    is_class: bool
    decorator: str
    head: str
    docstring: str
    fields: tuple[FieldView, ...]
    is_empty: bool
    text: str


@dataclass(frozen=True, slots=True)
class ModuleView:
    """One module of types."""

    docstring: str
    imports: tuple[str, ...]
    definitions: tuple[DefinitionView, ...]
    late_imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportView:
    """One name that a package offers, and the module that it comes from."""

    name: str
    module: str
    quoted_name: str
    quoted_module: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The module that offers all types and loads each when it is asked for."""

    docstring: str
    exports: tuple[ExportView, ...]


@dataclass(frozen=True, slots=True)
class RuntimeView:
    """A module that is the same in every package; `docstring` says which package it serves."""

    docstring: str
