"""Views of the declaration templates: finished strings and booleans."""

from __future__ import annotations

from msgspec import Struct


class PropertyView(Struct, frozen=True):
    """A property of an interface or of a constant object.

    Its comment has indentation and a line break at the end (or is empty); its text is one line.
    """

    comment: str
    text: str


class AlternativeView(Struct, frozen=True):
    """One of the types of a union that takes a line each; `comment` as in PropertyView."""

    comment: str
    text: str


class ConversionView(Struct, frozen=True):
    """A function that reads or writes a type: its head, from `export` to what it returns, and its statements."""

    comment: str
    head: str
    lines: tuple[str, ...]


class ErrorView(Struct, frozen=True):
    """The class of an error whose data is of a type; `head` is its name and its base class, `brand` a literal."""

    comment: str
    head: str
    brand: str
    members: tuple[PropertyView, ...]


class TypeView(Struct, frozen=True):
    """A declaration: an interface with `properties`, alternatives with a line each, or `text` after the equals sign.

    A constant object has its values as `properties`, and the type of one of them as `text`.
    """

    comment: str
    name: str
    is_interface: bool = False
    is_constant: bool = False
    properties: tuple[PropertyView, ...] = ()
    has_alternatives: bool = False
    alternatives: tuple[AlternativeView, ...] = ()
    text: str = ""
    companion: str = ""
    """The statement that declares the value of the same name as the type, which parses and writes it."""
    conversions: tuple[ConversionView, ...] = ()
    errors: tuple[ErrorView, ...] = ()
    """The class of the error whose data is of the type, if there is one."""


class ModuleView(Struct, frozen=True):
    """A module of declarations: its import statements and its types."""

    has_imports: bool
    imports: tuple[str, ...]
    types: tuple[TypeView, ...]
    constants: tuple[str, ...] = ()
    """The rules and values of the module's checks."""


class IndexView(Struct, frozen=True):
    """A module that re-exports others: its export statements."""

    exports: tuple[str, ...]


class ScriptView(Struct, frozen=True):
    """An example script: a comment with a line break at its end (or ""), imports, and the request as a constant."""

    comment: str
    has_imports: bool
    imports: tuple[str, ...]
    code: str
