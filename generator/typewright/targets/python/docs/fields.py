"""Tables of fields, for model pages and for the parameters of methods."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from typewright.config.options import InheritedDescriptions
from typewright.ir import AliasModel, Field, Ref, TypeExpr, example_of, is_binary
from typewright.naming.names import Package
from typewright.pages.constraints import constraint_text
from typewright.pages.descriptions import inherited_description, is_of_request_body
from typewright.pages.markdown import NOT_AVAILABLE, OPTIONAL, REQUIRED, deprecation_cell, example_cell, strikethrough
from typewright.pages.prose import inline
from typewright.surface import Surface
from typewright.targets.python.client.signatures import is_omittable
from typewright.targets.python.display import CONTENT, Display, wrapped
from typewright.targets.python.words import attributes

COLUMNS = ("Field", "Type", "Required", "Description")
EXAMPLE = "Example"
_FORMATS_OF_TYPES = ("date", "date-time")
"""The formats whose texts have Python types of their own."""
FURTHER = "__pydantic_extra__"
"""The attribute with the additional properties of an object at run time, as pydantic names it."""


class Row(Struct, frozen=True):
    """A row for a field, with unescaped cells; an empty example means none."""

    name: str
    type: str
    required: bool
    description: str
    example: str

    def with_note(self, text: str) -> Row:
        """Return the row with a sentence below its description."""
        return replace(self, description=text if self.description == NOT_AVAILABLE else f"{self.description}\n\n{text}")

    def cells(self) -> tuple[str, str, str, str, str]:
        """Return the cells in the order of the columns."""
        return self.name, self.type, REQUIRED if self.required else OPTIONAL, self.description, self.example


class FieldRows(Struct, frozen=True):
    """Creates the rows of a target's tables."""

    surface: Surface
    display: Display
    defaults_are_optional: bool
    """Whether a required field with a default counts as optional."""
    shows_constraints: bool = False
    is_plain: bool = False
    inherited: InheritedDescriptions = "types"

    def rows(self, fields: Sequence[Field], owner: Package, page: str) -> list[Row]:
        """Return a row for each field, with types as they are shown on `page` for package `owner`."""
        names = attributes((field.name, field.preferred_name) for field in fields)
        return [self.row(field, f"`{name}`", owner, page) for field, name in zip(fields, names, strict=True)]

    def further(self, type_: TypeExpr, owner: Package, page: str) -> Row:
        """Return the row of an object's additional properties, which are of type `type_`."""
        cell = f"Dict[str, {self.display.cell(type_, owner, page)}]"
        return Row(f"`{FURTHER}`", cell, required=False, description=NOT_AVAILABLE, example="")

    def row(self, field: Field, shown: str, owner: Package, page: str) -> Row:
        """Return the row of a field, with `shown` in its first cell."""
        optional = self.is_optional(field)
        cell = self._cell(field, owner, page, optional=optional)
        description = self.description(field)
        if field.annotations.deprecated:
            shown = strikethrough(shown, plain=self.is_plain)
            warning = deprecation_cell(field.annotations.deprecation_message, plain=self.is_plain)
            description = warning if description == NOT_AVAILABLE else f"{warning}\n\n{description}"
        shown_formats = _FORMATS_OF_TYPES if self.is_plain else ()
        if self.shows_constraints and (asked := constraint_text(field.type, self.surface.models, shown_formats)):
            description = asked if description == NOT_AVAILABLE else f"{description}\n\n{asked}"
        return Row(
            name=shown,
            type=cell,
            required=not optional,
            description=description,
            example=example_cell(example_of(field.type, self.surface.models), plain=self.is_plain),
        )

    def _cell(self, field: Field, owner: Package, page: str, *, optional: bool) -> str:
        """Return the type of a field; for a raw body the types that its content can be read from."""
        if is_of_request_body(field) and is_binary(field.type):
            return f"*{wrapped(CONTENT, optional=optional, nullable=False)}*"
        return self.display.cell(field.type, owner, page, optional=optional)

    def is_optional(self, field: Field) -> bool:
        """Return whether pages show the field as optional."""
        return is_omittable(field, self.surface.models, defaults_are_optional=self.defaults_are_optional)

    @property
    def _has_returns(self) -> bool:
        return "carriage-returns-stay" in self.surface.api.habits

    def description(self, field: Field) -> str:
        """Return the description of a field, else that of the type that it refers to."""
        if field.annotations.description:
            return inline(field.annotations.description, keeps_returns=self._has_returns)
        model = self.surface.models[field.type.id] if isinstance(field.type, Ref) else None
        if model is None or _is_of_envelope(field) or (isinstance(model, AliasModel) and _is_parameter(field)):
            return NOT_AVAILABLE
        is_reference = self.inherited == "reference"
        inherited = inherited_description(field, model) if is_reference else model.annotations.description
        return inline(inherited or NOT_AVAILABLE, keeps_returns=self._has_returns)


def _is_parameter(field: Field) -> bool:
    return field.pointer.rsplit("/", 2)[-2:-1] == ["parameters"]


def _is_of_envelope(field: Field) -> bool:
    """Return whether a field belongs to a response envelope, which no schema describes."""
    return field.pointer.endswith("/responses")


def columns_and_cells(rows: Sequence[Row], first: str = COLUMNS[0]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the columns and cells of a table, which has an Example column if any row has an example."""
    columns = (first, *COLUMNS[1:], EXAMPLE) if any(row.example for row in rows) else (first, *COLUMNS[1:])
    return columns, [row.cells()[: len(columns)] for row in rows]
