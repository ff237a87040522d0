"""Models → an OpenAPI document with our type names, the input of third-party generators."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.analysis.tagging import tags_of
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    ABSENT,
    AliasModel,
    Annotations,
    Constraints,
    EnumModel,
    Field,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.targets.python.models.context import Context
from typewright.targets.python.models.default_values import is_usable_default
from typewright.targets.python.models.nullability import null_models
from typewright.targets.python.placement import Key

_KEYWORDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_length": "minLength",
    "max_length": "maxLength",
    "pattern": "pattern",
    "min_items": "minItems",
    "max_items": "maxItems",
}
_FILE: JsonObject = {
    "type": "object",
    "required": ["fileName", "content"],
    "properties": {
        "fileName": {"type": "string"},
        "content": {"type": "string", "format": "binary"},
        "Content-Type": {"type": "string"},
    },
}


class SchemaWriter(Struct, frozen=True):
    """Writes the schemas of a package's types, named by `names`."""

    context: Context
    names: Mapping[Key, str]

    def document(self) -> JsonObject:
        """Return the document. The walks of datamodel-code-generator along aliases of null take exponential time."""
        null_ids, models = null_models(self.context.models), self.context.models
        schemas: JsonObject = {
            name: {"type": "null"} if key[1] in null_ids else self._model(models[key[1]], key)
            for key, name in self.names.items()
        }
        return {
            "openapi": "3.1.0",
            "info": {"title": "Models", "version": "1"},
            "paths": {},
            "components": {"schemas": schemas},
        }

    def _model(self, model: Model, key: Key) -> JsonObject:
        match model:
            case ObjectModel():
                schema = self._object(model, key)
            case EnumModel(values=values, kind=kind):
                schema = {"enum": [value.value for value in values]}
                if kind is not ScalarKind.ANY:
                    schema["type"] = kind.value
            case UnionModel():
                schema = self._union(model, key)
            case AliasModel(type=type_):
                schema = self._type(type_, key)
            case FileModel():
                schema = dict(_FILE)
        return {**schema, **_words(model.annotations)}

    def _union(self, model: UnionModel, key: Key) -> JsonObject:
        """Return a union, with a discriminator if all its members are objects."""
        schema: JsonObject = {"anyOf": [self._type(member, key) for member in model.members]}
        tags = tags_of(model, self.context.kinds)
        if tags is not None and tags.certain and len(tags.members) == len(model.members):
            mapping: JsonObject = {
                value: self._type(member, key).get("$ref", "") for member, values in tags.members for value in values
            }
            schema["discriminator"] = {"propertyName": tags.property, "mapping": mapping}
        return schema

    def _object(self, model: ObjectModel, key: Key) -> JsonObject:
        schema: JsonObject = {
            "type": "object",
            "properties": {field.name: self._field(field, key) for field in model.fields},
            "required": [field.name for field in model.fields if field.required],
        }
        if model.closed:
            schema["additionalProperties"] = False
        return schema

    def _field(self, field: Field, key: Key) -> JsonObject:
        schema = self._type(field.type, key)
        return {**schema, **self._default(field), **_words(field.annotations)}

    def _default(self, field: Field) -> JsonObject:
        """Return the default of a field that may be absent, if declarations can express it."""
        value = field.annotations.default
        if value is ABSENT or field.required or _is_list_of_other_numbers(field.type, value):
            return {}
        return {"default": value} if is_usable_default(field.type, value, self.context.models) else {}

    def _type(self, type_: TypeExpr, owner: Key) -> JsonObject:
        match type_:
            case Nullable(of=inner):
                return {"anyOf": [self._type(inner, owner), {"type": "null"}]}
            case Ref():
                symbol = self.context.names.of(type_, owner[0])
                return {"$ref": f"#/components/schemas/{self.names[symbol.package, symbol.id]}"}
            case Scalar(kind=ScalarKind.ANY) | HttpMessage():
                return {}
            case Scalar(kind=kind, format=format_, constraints=constraints):
                schema: JsonObject = {"type": kind.value, **_asserted(constraints)}
                return {**schema, "format": format_} if format_ == "binary" else schema
            case Literal(value=value):
                return {"const": value} if isinstance(value, str | int) else {}
            case ListOf(item=item, prefix=prefix, constraints=constraints):
                items: list[JsonValue] = [self._type(element, owner) for element in (*prefix, item)]
                inside: JsonValue = items[0] if len(items) == 1 else {"anyOf": items}
                return {"type": "array", "items": inside, **_asserted(constraints)}
            case MapOf(value=value_type):
                return {"type": "object", "additionalProperties": self._type(value_type, owner)}
            case StreamOf(item=item):
                return {"type": "array", "items": self._type(item, owner)}


def _is_list_of_other_numbers(type_: TypeExpr, value: JsonValue) -> bool:
    """Return whether a default has integers in a list of numbers, which type checkers reject as `list[float]`."""
    match not_null(type_):
        case ListOf(item=Scalar(kind=ScalarKind.NUMBER)) if isinstance(value, list):
            return any(isinstance(element, int) for element in value)
    return False


def _words(annotations: Annotations) -> JsonObject:
    return {"description": annotations.description} if annotations.description else {}


def _asserted(constraints: Constraints) -> JsonObject:
    found = {keyword: getattr(constraints, name) for name, keyword in _KEYWORDS.items()}
    return {keyword: value for keyword, value in found.items() if value is not None}
