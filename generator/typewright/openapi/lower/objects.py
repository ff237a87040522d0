"""Objects, maps and arrays."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonValue
from typewright.ir import (
    Field,
    ListOf,
    MapOf,
    Note,
    ObjectModel,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
)
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.notes import constraints_of
from typewright.openapi.lower.nullability import nullable
from typewright.openapi.lower.position import Position

_EVALUATING_ITEMS = frozenset({"allOf", "anyOf", "oneOf", "if", "dependentSchemas", "$ref", "$dynamicRef", "contains"})


def lower_object(lowerer: Lowerer, position: Position, note: Note) -> TypeExpr:
    """Return a map where there is only `additionalProperties`, else an object model."""
    schema = position.schema
    values = _further_properties(lowerer, position)
    if not position.properties and values is not None:
        constraints = constraints_of(schema, position.pointer, lowerer.reader)
        return MapOf(
            value=values,
            pointer=position.pointer,
            note=position.note or note,
            constraints=constraints,
            schema=position.written,
        )
    preferred = schema.get("x-speakeasy-name-override")
    use = Ref(position.id, position.pointer, position.note or note)
    lowerer.models[position.id] = ObjectModel(
        position.id,
        position.pointer,
        _fields(lowerer, position, use),
        note,
        additional=values,
        closed=schema.get("additionalProperties") is False,
        constraints=constraints_of(schema, position.pointer, lowerer.reader),
        preferred_name=preferred if isinstance(preferred, str) else None,
        schema=position.written,
        merged=position.merged,
    )
    return use


def lower_array(lowerer: Lowerer, position: Position, note: Note) -> ListOf:
    """Return the list type; without `items` its elements can be any values."""
    schema = position.schema
    below = position.below("items")
    items = schema.get(
        "items", True if _evaluates_elsewhere(position.written) else schema.get("unevaluatedItems", True)
    )
    prefixed = schema.get("prefixItems")
    prefix = tuple(
        lowerer.lower(item, f"{position.id}/prefixItems/{index}", f"{position.below('prefixItems')}/{index}")
        for index, item in enumerate(prefixed if isinstance(prefixed, list) else [])
    )
    return ListOf(
        item=lowerer.lower(items, f"{position.id}/items", below),
        pointer=position.pointer,
        note=position.note or note,
        prefix=prefix,
        constraints=constraints_of(schema, position.pointer, lowerer.reader),
        schema=position.written,
    )


def _evaluates_elsewhere(written: JsonValue) -> bool:
    """Whether keywords beside `prefixItems` can evaluate items, so that `unevaluatedItems` is no `items`.

    JSON Schema 2020-12, 11.2: what subschemas at the same location evaluated is evaluated.
    """
    return isinstance(written, dict) and not _EVALUATING_ITEMS.isdisjoint(written)


def _further_properties(lowerer: Lowerer, position: Position) -> TypeExpr | None:
    """Return the type of undeclared properties; None where the schema declares none."""
    schema = position.schema
    written: JsonValue = schema.get("additionalProperties")
    patterns = schema.get("patternProperties")
    if written is None or written is False:
        if isinstance(patterns, dict) and len(patterns) == 1:
            pattern, only = next(iter(patterns.items()))
            suffix = f"/{escape(pattern)}"
            return lowerer.lower(
                only, f"{position.id}/patternProperties{suffix}", position.below("patternProperties") + suffix
            )
        if patterns:
            return Scalar(ScalarKind.ANY, position.below("patternProperties"))
        return None
    return lowerer.lower(written, f"{position.id}/additionalProperties", position.below("additionalProperties"))


def _fields(lowerer: Lowerer, position: Position, use: Ref) -> tuple[Field, ...]:
    """Return the fields of an object; `use` is the reference to the object for schemas inside it."""
    with lowerer.open(position.pointer, use, null=nullable(position.schema)):
        return tuple(_each_field(lowerer, position))


def _each_field(lowerer: Lowerer, position: Position) -> Iterator[Field]:
    required = frozenset(
        lowerer.reader.strings(position.schema, "required", position.origins.get("required", position.pointer))
    )
    named = position.properties.items()
    for name, (schema, pointer) in sorted(named) if "fields-by-alphabet" in lowerer.reader.habits else named:
        preferred = None
        if isinstance(schema, dict):
            if schema.get("x-speakeasy-ignore") is True:
                continue
            override = schema.get("x-speakeasy-name-override")
            preferred = override if isinstance(override, str) else None
        yield Field(
            name=name,
            type=lowerer.lower(schema, f"{position.id}/properties/{escape(name)}", pointer),
            presence=Presence.REQUIRED if name in required else Presence.OPTIONAL,
            pointer=pointer,
            preferred_name=preferred,
        )
