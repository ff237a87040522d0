"""The assertions of schemas that no function of the runtime expresses, which are passed to it as schemas."""

from __future__ import annotations

from msgspec import Struct

from typewright.analysis.kinds import Kinds
from typewright.analysis.shipped_schemas import ShippedSchemas
from typewright.analysis.unexpressed_assertions import UnexpressedAssertions
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import ListOf, Model, Scalar, ScalarKind, TypeExpr, UnionModel
from typewright.targets.contract import Project
from typewright.targets.typescript.code_layout import DEEPEST_COMPARED, Code, layout
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import json_literal

_UNEVALUATED = frozenset({"unevaluatedProperties", "unevaluatedItems"})
"""Keywords that depend on all others of their schema."""
_OF_OBJECTS = frozenset({"minProperties", "maxProperties"})
_OF_TUPLES = frozenset({"items", "prefixItems"})
_OF_UNIONS = frozenset({"oneOf"})


class Assertions(Struct):
    """Determines the unexpressed assertions of the schemas of one module.

    `definitions` are the schemas that they refer to, by their pointers.
    """

    unexpressed: UnexpressedAssertions
    shipped: ShippedSchemas

    @classmethod
    def of(cls, project: Project[TypeScriptOptions]) -> Assertions:
        """Return the assertions of one module of a project."""
        return cls(project.once(_unexpressed_of), ShippedSchemas(project.api, str))

    @property
    def definitions(self) -> dict[str, JsonObject]:
        """The schemas that others refer to."""
        return self.shipped.schemas

    def of_type(self, type_: TypeExpr) -> JsonObject:
        """Return the unexpressed part of an inline type's schema; empty if its function expresses all of it."""
        rest = self.unexpressed.of_type(type_)
        if rest is True:
            return {}
        expressed = _OF_TUPLES if isinstance(type_, ListOf) and type_.prefix else frozenset()
        left = self._left(rest, type_.pointer, expressed)
        return {} if isinstance(type_, Scalar) and _is_expressed_by(type_.kind, left) else left

    def of_model(self, model: Model) -> JsonObject:
        """Return the unexpressed part of a named type's schema; empty if its function expresses all of it."""
        rest = self.unexpressed.of_model(model)
        if rest is True:
            return {}
        expressed = _OF_OBJECTS
        if isinstance(model, UnionModel):
            expressed = frozenset() if _is_looser_inside(rest) else _OF_UNIONS
        return self._left(rest, model.pointer, expressed)

    def is_exclusive(self, model: UnionModel) -> bool:
        """Return whether a value of a union is compared with all members, of which only one may accept it."""
        is_exclusive = model.exclusive and not self.unexpressed.is_exclusive(model)
        return is_exclusive and not _is_looser_inside(self.unexpressed.of_model(model))

    def _left(self, rest: JsonValue, pointer: str, expressed: frozenset[str]) -> JsonObject:
        if not isinstance(rest, dict):
            return {} if rest else {"not": {}}
        if _UNEVALUATED.isdisjoint(rest):
            rest = {keyword: value for keyword, value in rest.items() if keyword not in expressed}
        shipped = self.shipped.ship(rest, pointer)
        return shipped if isinstance(shipped, dict) else {}


def _is_expressed_by(kind: ScalarKind, schema: JsonObject) -> bool:
    """Return whether a schema only asserts the type of a value, which one of its alternatives accepts entirely."""
    alternatives = schema.get("anyOf")
    return len(schema) == 1 and isinstance(alternatives, list) and {"type": kind.value} in alternatives


def _is_looser_inside(rest: JsonValue) -> bool:
    """Return whether the members of a union accept more than its schema: it declares properties beside the union."""
    return isinstance(rest, dict) and "properties" in rest


def schema_text(schema: JsonValue) -> str:
    """Return a schema as an expression, laid out."""
    return layout(_code(schema, 0))


def _code(value: JsonValue, depth: int) -> Code:
    if depth == DEEPEST_COMPARED and isinstance(value, dict | list):
        return f"{schema_text(value)} as unknown"
    match value:
        case dict():
            return {key: _code(member, depth + 1) for key, member in value.items()}
        case list():
            return [_code(item, depth + 1) for item in value]
    return json_literal(value)


def _unexpressed_of(project: Project[TypeScriptOptions]) -> UnexpressedAssertions:
    return UnexpressedAssertions(project.api, project.once(kinds_of))


def kinds_of(project: Project[TypeScriptOptions]) -> Kinds:
    """Return the JSON types of a project's types."""
    return Kinds(project.models)
