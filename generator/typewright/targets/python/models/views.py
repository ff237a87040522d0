"""The views of the templates of Python modules: finished strings and booleans."""

from __future__ import annotations

from msgspec import Struct

from typewright.base.encoded_record import EncodedRecord


class FieldView(Struct, frozen=True):
    """One field of a class: its declaration and its docstring, which may be empty."""

    text: str
    docstring: str


class ExtraView(Struct, frozen=True):
    """The undeclared properties of a class: their annotation, and their attribute.

    `property` is the local name of the builtin, `checking` the constant that type checkers take for true.
    """

    annotation: str
    attribute: str
    property: str
    checking: str


class DefinitionView(Struct, frozen=True):
    """One class or alias. `head` is the first line of a class; `text` the whole declaration of an alias.

    `declarations` precede the fields; `extra` has one entry if undeclared properties have a type.
    """

    is_class: bool
    decorator: str
    head: str
    docstring: str
    declarations: tuple[str, ...]
    fields: tuple[FieldView, ...]
    extra: tuple[ExtraView, ...]
    text: str


class ModuleView(Struct, frozen=True):
    """One module of types; `uses_deprecated` states that it names deprecated ones."""

    docstring: str
    uses_deprecated: bool
    imports: tuple[str, ...]
    definitions: tuple[DefinitionView, ...]
    late_imports: tuple[str, ...]
    late_values: tuple[str, ...]
    """The values of recursive aliases, which name types of the late imports."""


class TypedDictView(Struct, frozen=True):
    """A typed dictionary, or an alias of some; `head` is the class's first line, or the whole alias."""

    is_class: bool
    head: str
    docstring: str
    fields: tuple[FieldView, ...]


class TypedDictsView(Struct, frozen=True):
    """A module of typed dictionaries; `checked_imports` are for type checkers alone."""

    docstring: str
    uses_deprecated: bool
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    typed_dicts: tuple[TypedDictView, ...]


class ExportView(EncodedRecord, frozen=True):
    """One export of a package, and the module that it comes from."""

    name: str
    module: str
    quoted_name: str
    quoted_module: str


class IndexView(EncodedRecord, frozen=True):
    """A module of exports that are loaded on first use.

    `folders` are the subpackages that it exports unchanged; `uses_deprecated` states that some exports are deprecated.
    """

    docstring: str
    uses_deprecated: bool
    exports: tuple[ExportView, ...]
    folders: tuple[ExportView, ...]


class SchemaView(Struct, frozen=True):
    """One schema of the table that the runtime module reads: its name and its value, as Python literals."""

    name: str
    schema: str


class SchemasView(Struct, frozen=True):
    """The schemas that are shipped with a package."""

    docstring: str
    schemas: tuple[SchemaView, ...]


class ScriptView(Struct, frozen=True):
    """An example script: a request, and the expression that shows it: as JSON for an object without files."""

    docstring: str
    imports: str
    statement: str
    shown: str


class ManifestView(Struct, frozen=True):
    """The metadata for installing the package; the texts are TOML strings."""

    name: str
    version: str
    description: str
    folder: str
    dependencies: str
    """The requirements, each a string of TOML, separated by commas."""
    metadata: tuple[str, ...]
    """Further lines of the table `project`."""
    extras: tuple[str, ...]
    """Lines of the table `project.optional-dependencies`."""
    urls: tuple[str, ...]
    """Lines of the table `project.urls`."""


class WireClassView(Struct, frozen=True):
    """A dataclass, by its quoted name, and the dictionary from its attributes to the names on the wire."""

    name: str
    names: str


class WireView(Struct, frozen=True):
    """The module that reads and writes dataclasses; `classes` are those with attributes of other names."""

    docstring: str
    classes: tuple[WireClassView, ...]
