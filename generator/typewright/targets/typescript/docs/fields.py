"""Rows of tables: the fields of objects, and the arguments of methods."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.examples.build import Examples
from typewright.ir import (
    ABSENT,
    AliasModel,
    Field,
    Model,
    Ref,
    Scalar,
    ScalarKind,
    is_binary,
    not_null,
)
from typewright.naming.names import Package
from typewright.pages.constraints import code, constraint_text
from typewright.pages.descriptions import inherited_description, is_of_request_body
from typewright.pages.history import added_field_text
from typewright.pages.markdown import (
    NOT_AVAILABLE,
    OPTIONAL,
    REQUIRED,
    deprecation_cell,
    example_cell,
    strikethrough,
)
from typewright.pages.prose import inline
from typewright.surface import Surface
from typewright.targets.typescript.display import Display
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.options import TypeScriptOptions

BYTES = "*ReadableStream<Uint8Array>*"
_FORMATS_OF_TYPES = ("date-time",)
"""The formats whose texts have TypeScript types of their own."""


class FieldRows(Struct, frozen=True, kw_only=True):
    """Writes the rows of fields."""

    surface: Surface
    target: TypeScriptOptions
    display: Display
    examples: Examples
    added: Mapping[str, str]
    """The version in which each type was added; empty if pages do not show it."""

    def row(
        self, field: Field, spelled: str, package: Package, path: str, owner: str = ""
    ) -> tuple[str, str, str, str]:
        """Return the row of a field called `spelled`: name, type, presence and description.

        `path` is that of the page, `package` that of the field's type, `owner` the id of its model.
        """
        name = code(spelled)
        description = self._description(field)
        docs, models = self.target.docs, self.surface.models
        if field.annotations.deprecated:
            name = strikethrough(name, plain=docs.is_plain)
            warning = deprecation_cell(field.annotations.deprecation_message, plain=docs.is_plain)
            description = warning if description == NOT_AVAILABLE else f"{warning}\n\n{description}"
        shown_formats = _FORMATS_OF_TYPES if docs.is_plain else ()
        if docs.shows_constraints and (asked := constraint_text(field.type, models, shown_formats)):
            description = asked if description == NOT_AVAILABLE else f"{description}\n\n{asked}"
        if added := added_field_text(self.added, owner, field.name):
            description = added if description == NOT_AVAILABLE else f"{description}\n\n{added}"
        presence = OPTIONAL if self._is_optional(field) else REQUIRED
        is_raw_body = is_of_request_body(field) and is_binary(field.type)
        cell = BYTES if is_raw_body else self.display.cell(field.type, package, path)
        return name, cell, presence, description

    def _is_optional(self, field: Field) -> bool:
        """Return whether a field may be omitted, which applies to constants, too."""
        presence = PresenceRules.of(self.surface.models, self.target)
        return self.examples.is_optional(field) or presence.constant_of(field) is not None

    def _description(self, field: Field) -> str:
        """Return the description of a field: its own, else that of the type that it refers to."""
        keeps_returns = "carriage-returns-stay" in self.surface.api.habits
        if field.annotations.description:
            return inline(field.annotations.description, keeps_returns=keeps_returns)
        type_ = not_null(field.type)
        if not isinstance(type_, Ref):
            return NOT_AVAILABLE
        model = self.surface.models[type_.id]
        is_reference = self.target.docs.inherited_descriptions == "reference"
        inherited = inherited_description(field, model) if is_reference else model.annotations.description
        return inline(inherited or NOT_AVAILABLE, keeps_returns=keeps_returns)

    def example(self, field: Field) -> str:
        """Return the example of a field: its own, else that of the type that it refers to; empty without any."""
        example = field.annotations.example
        type_ = not_null(field.type)
        if example is ABSENT and isinstance(type_, Ref):
            model = self.surface.models[type_.id]
            if not (isinstance(model, AliasModel) and is_any(model)):
                example = model.annotations.example
        return example_cell(example, plain=self.target.docs.is_plain)


def is_any(model: Model) -> bool:
    """Return whether a named type accepts every value, so that pages show it as *any*."""
    type_ = not_null(model.type) if isinstance(model, AliasModel) else None
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.ANY
