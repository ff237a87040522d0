"""The assertions of schemas that the types of a language do not express, which are checked at run time."""

from __future__ import annotations

from dataclasses import dataclass, field

from typewright.analysis.kinds import Kinds, json_type
from typewright.analysis.shipped_schemas import ASSERTING, one_direction
from typewright.analysis.tagging import tags_of
from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.recording import Memo, Recorded
from typewright.ir import (
    Api,
    EnumModel,
    ListOf,
    Literal,
    MapOf,
    Model,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
)

_OF_STRINGS = frozenset({"minLength", "maxLength", "pattern"})
_OF_NUMBERS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
_OF_ARRAYS = frozenset(
    {
        *("minItems", "maxItems", "uniqueItems", "minContains", "maxContains", "contains", "items", "prefixItems"),
        "unevaluatedItems",
    }
)
_OF_OBJECTS = frozenset(
    {
        *("minProperties", "maxProperties", "required", "dependentRequired", "properties", "patternProperties"),
        *("dependentSchemas", "additionalProperties", "propertyNames", "unevaluatedProperties"),
    }
)
_OF_ONE_TYPE = {"string": _OF_STRINGS, "number": _OF_NUMBERS, "array": _OF_ARRAYS, "object": _OF_OBJECTS}
_ALWAYS_EXPRESSED = frozenset({"type", "nullable", "minContains", "maxContains", "then", "else"})
"""Keywords that every type expresses, or that have no effect by themselves."""
_COMPANIONS = {
    "contains": ("minContains", "maxContains"),
    "if": ("then", "else"),
    "items": ("prefixItems",),
    "additionalProperties": ("properties", "patternProperties"),
}
_LOOKING_BESIDE = frozenset(
    {
        *("if", "contains", "items", "minContains", "maxContains", "then", "else"),
        *("additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
    }
)
"""Keywords whose meaning depends on adjacent keywords."""
_TOGETHER = (
    frozenset({"if", "then", "else"}),
    frozenset({"contains", "minContains", "maxContains"}),
    frozenset({"items", "prefixItems", "unevaluatedItems"}),
    frozenset({"additionalProperties", "properties", "patternProperties", "unevaluatedProperties"}),
)
_MERGED_BY_UNION = frozenset({"properties", "required", "items"})


def _unexpressed(kind: str, expressed: frozenset[str]) -> frozenset[str]:
    """Return the keywords that apply to values of a JSON type and are not expressed by the type."""
    others = [keywords for name, keywords in _OF_ONE_TYPE.items() if name != kind]
    return ASSERTING - _ALWAYS_EXPRESSED - expressed - frozenset().union(*others)


_UNEXPRESSED = {
    "string": _unexpressed("string", _OF_STRINGS),
    "number": _unexpressed("number", _OF_NUMBERS),
    "boolean": _unexpressed("boolean", frozenset()),
    "null": _unexpressed("null", frozenset({"enum", "const"})),
    "array": _unexpressed("array", frozenset({"items", "minItems", "maxItems", "uniqueItems"})),
    "map": _unexpressed("object", frozenset({"additionalProperties", "properties", "minProperties", "maxProperties"})),
    "object": _unexpressed("object", frozenset({"additionalProperties", "properties", "required"})),
    "any": ASSERTING - {"nullable", "minContains", "maxContains", "then", "else"},
    "enum": ASSERTING - _ALWAYS_EXPRESSED - {"enum", "const"},
    "const": ASSERTING - {"nullable", "const"},
}
_OF_SCALAR = {
    ScalarKind.STRING: "string",
    ScalarKind.INTEGER: "number",
    ScalarKind.NUMBER: "number",
    ScalarKind.BOOLEAN: "boolean",
    ScalarKind.NULL: "null",
    ScalarKind.ANY: "any",
}


@dataclass(slots=True)
class UnexpressedAssertions(Recorded):
    """Finds the unexpressed assertions of schemas, as parts of the original schemas."""

    api: Api
    kinds: Kinds
    _merges: Memo[tuple[str, int], JsonObject | None] = field(init=False)
    _unions: Memo[str, JsonValue] = field(init=False)

    def __post_init__(self) -> None:
        self._merges = Memo(self.kinds.models)
        self._unions = Memo(self.kinds.models)

    def of_type(self, type_: TypeExpr) -> JsonValue:
        """Return the unexpressed part of an inline type's schema; True if its annotation expresses all of it."""
        match type_:
            case Scalar(kind=kind, schema=schema, alternatives=alternatives):
                unsaid = _UNEXPRESSED[_OF_SCALAR[kind]]
                if kind is ScalarKind.STRING and type_.format in ("date-time", "date", "binary"):
                    unsaid = unsaid - _OF_STRINGS
                rest = self._rest(schema, type_.pointer, unsaid)
                if _has_only_annotated_branches(rest, kind):
                    return True
                return schema if alternatives and rest is True and schema is not True else rest
            case Literal(value=value, schema=schema):
                rest = self._rest(schema, type_.pointer, _UNEXPRESSED["const"])
                return self._without_type(rest, value)
            case ListOf(schema=schema, prefix=prefix):
                unsaid = _UNEXPRESSED["array"] | ({"items"} if prefix else set())
                return self._rest(schema, type_.pointer, unsaid)
            case MapOf(schema=schema):
                unsaid = _UNEXPRESSED["map"]
                if isinstance(schema, dict) and "patternProperties" in schema:
                    unsaid = unsaid | {"additionalProperties"}
                return self._rest(schema, type_.pointer, unsaid)
        return True

    def of_model(self, model: Model) -> JsonValue:
        """Return the unexpressed part of a model's schema; True if its declaration expresses all of it."""
        match model:
            case ObjectModel():
                return self._of_object(model)
            case EnumModel(schema=schema):
                of_constants = isinstance(schema, dict) and "enum" not in schema
                expressed = {"oneOf", "anyOf"} if of_constants else set()
                return self._rest(schema, model.pointer, _UNEXPRESSED["enum"] - expressed)
            case UnionModel():
                return self._unions.get_or_make(model.id, lambda: self._of_union(model))
        return True

    def _of_object(self, model: ObjectModel) -> JsonValue:
        schema = model.schema
        if not isinstance(schema, dict):
            return True
        unsaid = _UNEXPRESSED["object"]
        if "patternProperties" in schema:
            unsaid = unsaid | {"additionalProperties"}
        required = schema.get("required")
        known = {field_.name for field_ in model.fields} | one_direction(schema)
        if isinstance(required, list) and not known.issuperset(map(str, required)):
            unsaid = unsaid | {"required"}
        return self._rest(schema, model.pointer, unsaid)

    def _of_union(self, model: UnionModel) -> JsonValue:
        schema = model.schema
        if not isinstance(schema, dict):
            return True
        merged = (self._merged(schema, model.pointer) or schema) if "allOf" in schema else schema
        used = "oneOf" if "oneOf" in merged else "anyOf"
        if used not in schema and "allOf" not in schema:
            return True  # `type` is a list: each member is lowered from the whole schema
        expressed = {used, "nullable", "minContains", "maxContains", "then", "else"}
        if not any(isinstance(branch := not_null(member), Ref) and branch.by_reference for member in model.members):
            expressed |= {"type", "required", "items"} if _has_redeclared(schema, used) else _MERGED_BY_UNION | {"type"}
        if model.exclusive and not self.is_exclusive(model) and tags_of(model, self.kinds) is None:
            expressed -= {used}
        return self._rest(schema, model.pointer, ASSERTING - expressed)

    def of_one_direction(self, model: ObjectModel, *, closed: bool) -> JsonValue:
        """Return the assertions on further properties for an object without the properties of the other direction.

        True if no property is left out, or if the rest of the schema contains these assertions.
        """
        schema = model.schema
        if isinstance(schema, dict) and "allOf" in schema:
            schema = self._merged(schema, model.pointer) or {}
        properties = schema.get("properties") if isinstance(schema, dict) else None
        if not isinstance(schema, dict) or not isinstance(properties, dict):
            return True
        left_out = one_direction(schema) - {field_.name for field_ in model.fields}
        if not left_out:
            return True
        rest: JsonObject = {
            "properties": {name: property_ for name, property_ in properties.items() if name in left_out}
        }
        return {**rest, "additionalProperties": False} if closed else rest

    def is_exclusive(self, model: UnionModel) -> bool:
        """Return whether no value can satisfy two branches of a union."""
        members = [not_null(member) for member in model.members]
        return all(
            self.kinds.are_disjoint(member, other) for index, member in enumerate(members) for other in members[:index]
        )

    def _without_type(self, rest: JsonValue, value: JsonValue) -> JsonValue:
        """Return `rest` without a `type` that the constant implies."""
        if not isinstance(rest, dict) or "type" not in rest:
            return rest
        written = rest["type"]
        names = written if isinstance(written, list) else [written]
        name = json_type(value)
        is_whole = name == "number" and "integer" in names and value % 1 == 0  # type: ignore[operator]
        if name in names or is_whole:
            rest = {keyword: argument for keyword, argument in rest.items() if keyword != "type"}
        return rest or True

    def _rest(self, schema: JsonValue, pointer: str, unsaid: frozenset[str] | set[str]) -> JsonValue:
        if not isinstance(schema, dict):
            return schema is not False
        if unsaid.isdisjoint(schema):
            return True
        if "allOf" in schema:
            merged = self._merged(schema, pointer)
            if merged is None:
                return {keyword: value for keyword, value in schema.items() if keyword in ASSERTING}
            schema = merged
        kept = {keyword for keyword in schema if keyword in unsaid}
        if not kept:
            return True
        if kept & {"unevaluatedProperties", "unevaluatedItems"}:
            kept = set(schema) & ASSERTING
        for keyword in tuple(kept):
            kept.update(_COMPANIONS.get(keyword, ()))
        return {keyword: value for keyword, value in schema.items() if keyword in kept}

    def _merged(self, schema: JsonObject, pointer: str) -> JsonObject | None:
        """Return the single schema that an `allOf` is equivalent to; None if there is no such schema."""
        return self._merges.get_or_make((pointer, id(schema)), lambda: self._merge(schema, pointer))

    def _merge(self, schema: JsonObject, pointer: str) -> JsonObject | None:
        merged: JsonObject = {}
        properties: JsonObject = {}
        required: dict[str, None] = {}
        parts = self._parts(schema, pointer, frozenset())
        if parts is None or any(_is_split(group, parts) for group in _TOGETHER):
            return None
        for part in parts:
            for keyword, value in part.items():
                if keyword == "properties" and isinstance(value, dict):
                    if any(name in properties and properties[name] != member for name, member in value.items()):
                        return None
                    properties |= value
                elif keyword == "required" and isinstance(value, list):
                    required |= dict.fromkeys(map(str, value))
                elif keyword not in ASSERTING or keyword == "nullable":
                    continue
                elif keyword in merged and merged[keyword] != value:
                    return None
                else:
                    merged[keyword] = value
        if properties:
            merged["properties"] = properties
        return {**merged, "required": list(required)} if required else merged

    def _parts(self, schema: JsonValue, pointer: str, seen: frozenset[str]) -> list[JsonObject] | None:
        """Return the schemas that an `allOf` joins, with references resolved; None if that is impossible."""
        if schema is True:
            return []
        if not isinstance(schema, dict):
            return None
        found: list[JsonObject] = []
        ref = schema.get("$ref")
        if isinstance(ref, str):
            try:
                target = self.api.resolve(ref, pointer) if self.api.resolve is not None else None
            except SpecError:
                return None
            if target is None or target.pointer in seen:
                return None
            inside = self._parts(target.value, target.pointer, seen | {target.pointer})
            if inside is None:
                return None
            found += inside
        branches = schema.get("allOf", [])
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            inside = self._parts(branch, f"{pointer}/allOf/{index}", seen)
            if inside is None:
                return None
            found += inside
        own = {keyword: value for keyword, value in schema.items() if keyword not in ("$ref", "allOf")}
        return [*found, own] if not own.keys().isdisjoint(ASSERTING) else found


def _has_only_annotated_branches(rest: JsonValue, kind: ScalarKind) -> bool:
    """Return whether `rest` is a `oneOf` whose branches say the type, and otherwise annotate (`format: uuid`)."""
    if kind is ScalarKind.NULL:
        return False  # nothing annotates null, and a class of it alone could not be in a union
    branches = rest.get("oneOf") if isinstance(rest, dict) and len(rest) == 1 else None
    return isinstance(branches, list) and all(
        isinstance(branch, dict) and branch.get("type") == kind.value and ASSERTING & branch.keys() == {"type"}
        for branch in branches
    )


def _has_redeclared(schema: JsonObject, keyword: str) -> bool:
    """Return whether a branch declares a property that the object around the union also declares."""
    around, branches = schema.get("properties"), schema.get(keyword)
    if not isinstance(around, dict) or not isinstance(branches, list):
        return False
    return any(
        isinstance(branch, dict)
        and isinstance(own := branch.get("properties"), dict)
        and not around.keys().isdisjoint(own)
        for branch in branches
    )


def _is_split(group: frozenset[str], parts: list[JsonObject]) -> bool:
    """Return whether interdependent keywords are in different schemas, where they have no effect."""
    if len(parts) < 2:
        return False
    if any("unevaluatedProperties" in part or "unevaluatedItems" in part for part in parts):
        return True
    owners = [part for part in parts if not group.isdisjoint(part)]
    acting = group & _LOOKING_BESIDE
    return bool(acting) and len(owners) > 1 and any(not acting.isdisjoint(part) for part in owners)
