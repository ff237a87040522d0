"""Functions that read a type from decoded JSON and write it for the wire: a pair for each named type.

A type with the same wire form is checked and returned unchanged, by one function for reading and writing.
"""

from __future__ import annotations

from collections.abc import Iterator

from typewright.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    Model,
    ObjectModel,
    UnionModel,
)
from typewright.naming.names import Symbol
from typewright.naming.words import camel
from typewright.surface.parts import is_envelope, is_result
from typewright.targets.contract import Project
from typewright.targets.typescript.code_layout import listed
from typewright.targets.typescript.models.assertions import Assertions, kinds_of
from typewright.targets.typescript.models.checks import READ, TYPE_CHECKS, WRITE, Checked, Checks
from typewright.targets.typescript.models.object_conversions import ObjectConversion
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.union_conversions import UnionConversion, tried_members
from typewright.targets.typescript.models.views import ConversionView
from typewright.targets.typescript.models.wire_form import differing_types
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import json_literal


class Conversions(Checks):
    """Writes the functions of one module."""

    @classmethod
    def of(cls, project: Project[TypeScriptOptions], types: TypeText) -> Conversions:
        """Return the writer of one module of a project."""
        return cls(
            models=project.models,
            types=types,
            kinds=project.once(kinds_of),
            differing=project.once(differing_types),
            presence=PresenceRules.of(project.models, project.options),
            spelling=spelling_of(project.options),
            tried=project.once(tried_members),
            assertions=Assertions.of(project),
        )

    def views(self, model: Model, symbol: Symbol) -> Iterator[ConversionView]:
        """Yield the functions of a type: the one that reads and, if it differs, the one that writes."""
        yield self._view(model, symbol, READ)
        if model.id in self.differing and not _is_of_answers(model):
            yield self._view(model, symbol, WRITE)

    def _view(self, model: Model, symbol: Symbol, way: str) -> ConversionView:
        match model:
            case _ if _is_of_answers(model):
                lines = [f"return value as {symbol.name};"]
            case ObjectModel() if len({entry.name for entry in model.fields}) < len(model.fields):
                # A request with the same name in two locations is not a JSON object.
                lines = [f"return value as unknown as {symbol.name if way == READ else 'never'};"]
            case ObjectModel():
                lines = list(ObjectConversion(self, model, symbol, way).lines())
            case UnionModel():
                lines = list(UnionConversion(self, model, symbol, way).lines())
            case EnumModel():
                checked = self._enum(model, symbol)
                lines = [_returned(checked, f"value as {symbol.name}")]
            case AliasModel():
                checked = self.check(model.type, symbol.package, way, camel(symbol.name))
                lines = [_returned(checked, "value as never")]
            case FileModel():
                lines = [f"return value as unknown as {symbol.name};"]
        link = f"{{@link {symbol.name}}}"
        value, result = ("unknown", symbol.name) if way == READ else (symbol.name, "unknown")
        context = self._lib_type("Context")
        parameters = (f"value: {value}", f"context: {context}", f"key?: {self._lib_type('PathKey')}")
        return ConversionView(
            comment=f"Reads {link} from decoded JSON." if way == READ else f"Writes {link} for JSON.",
            head=listed(f"export function {way}{symbol.name}(", parameters, f"): {result}", after=2),
            lines=tuple(lines),
        )

    def _lib_type(self, name: str) -> str:
        return self.types.lib("validation", name, is_type=True)

    def _enum(self, model: EnumModel, symbol: Symbol) -> Checked | None:
        """Return the check of an enumeration; for an open one, that of its JSON type."""
        asserted = self.asserted(self.assertions.of_model(model), camel(symbol.name))
        checked = self._values(model, symbol)
        return checked if asserted is None or checked is None else checked.followed_by(asserted)

    def _values(self, model: EnumModel, symbol: Symbol) -> Checked | None:
        if any(not isinstance(entry.value, str | int | float | bool | None) for entry in model.values):
            return self.asserted({"enum": [entry.value for entry in model.values]}, f"{camel(symbol.name)}Values")
        if model.open:
            return Checked(self._lib("validation", TYPE_CHECKS[model.kind])) if model.kind in TYPE_CHECKS else None
        values = list(dict.fromkeys(json_literal(entry.value) for entry in model.values))
        constant = f"{camel(symbol.name)}Values"
        made = listed("[", values, "] as const", after=len(f"const {constant} = ;"))
        return Checked(self._lib("validation", "checkEnum"), (self.declared(constant, made),))


def _is_of_answers(model: Model) -> bool:
    """Return whether a type is made of whole answers, whose parts are read by themselves: it is none of the wire."""
    return is_envelope(model.id) or is_result(model.id)


def _returned(checked: Checked | None, otherwise: str) -> str:
    """Return the statement that returns a checked value."""
    shown = otherwise if checked is None else checked.laid_out("value", "key", len("return ;"), "  ")
    return f"return {shown};"
