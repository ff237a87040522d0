"""Lowering of objects, maps and arrays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    Annotations,
    Field,
    ListOf,
    MapOf,
    ObjectModel,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
)
from typewright.openapi.lower.keywords import constraints_of
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.nullability import is_nullable
from typewright.openapi.lower.resolved_schema import ResolvedSchema

_EVALUATING_ITEMS = frozenset({"allOf", "anyOf", "oneOf", "if", "dependentSchemas", "$ref", "$dynamicRef", "contains"})

_OTHER_PROPERTIES = frozenset({"additionalProperties", "patternProperties", "unevaluatedProperties", "propertyNames"})
"""The keywords that describe properties without naming them."""


def lower_object(lowerer: Lowerer, resolved: ResolvedSchema, annotations: Annotations) -> TypeExpr:
    """Return a map type for a schema that has only `additionalProperties`, else a reference to an object model."""
    schema = resolved.schema
    values = _additional_properties(lowerer, resolved)
    if not resolved.properties and values is not None:
        constraints = constraints_of(schema, resolved.pointer, lowerer.reader)
        return MapOf(
            value=values,
            pointer=resolved.pointer,
            annotations=resolved.annotations or annotations,
            constraints=constraints,
            schema=resolved.written,
        )
    preferred = schema.get("x-speakeasy-name-override")
    reference = Ref(resolved.id, resolved.pointer, resolved.annotations or annotations)
    lowerer.models[resolved.id] = ObjectModel(
        resolved.id,
        resolved.pointer,
        _fields(lowerer, resolved, reference),
        annotations,
        additional=values,
        closed=schema.get("additionalProperties") is False,
        constraints=constraints_of(schema, resolved.pointer, lowerer.reader),
        preferred_name=preferred if isinstance(preferred, str) else None,
        schema=resolved.written,
        merged=resolved.merged,
    )
    return reference


def lower_array(lowerer: Lowerer, resolved: ResolvedSchema, annotations: Annotations) -> ListOf:
    """Return the list type. Without `items`, its elements can be any values."""
    schema = resolved.schema
    items_pointer = resolved.keyword_pointer("items")
    items = schema.get("items", True if _can_evaluate_items(resolved.written) else schema.get("unevaluatedItems", True))
    prefix_schemas = schema.get("prefixItems")
    prefix = tuple(
        lowerer.lower(item, f"{resolved.id}/prefixItems/{index}", f"{resolved.keyword_pointer('prefixItems')}/{index}")
        for index, item in enumerate(prefix_schemas if isinstance(prefix_schemas, list) else [])
    )
    return ListOf(
        item=lowerer.lower(items, f"{resolved.id}/items", items_pointer),
        pointer=resolved.pointer,
        annotations=resolved.annotations or annotations,
        prefix=prefix,
        constraints=constraints_of(schema, resolved.pointer, lowerer.reader),
        schema=resolved.written,
    )


def _can_evaluate_items(written: JsonValue) -> bool:
    """Return whether adjacent keywords can evaluate items, so that `unevaluatedItems` does not act like `items`.

    JSON Schema 2020-12 Core, 11.2.
    """
    return isinstance(written, dict) and not _EVALUATING_ITEMS.isdisjoint(written)


def _additional_properties(lowerer: Lowerer, resolved: ResolvedSchema) -> TypeExpr | None:
    """Return the type of additional and pattern properties; None if the schema describes none."""
    schema = resolved.schema
    written: JsonValue = schema.get("additionalProperties")
    patterns = schema.get("patternProperties")
    if written is None or written is False:
        if isinstance(patterns, dict) and len(patterns) == 1:
            pattern, only = next(iter(patterns.items()))
            suffix = f"/{escape(pattern)}"
            return lowerer.lower(
                only, f"{resolved.id}/patternProperties{suffix}", resolved.keyword_pointer("patternProperties") + suffix
            )
        if patterns:
            return Scalar(ScalarKind.ANY, resolved.keyword_pointer("patternProperties"))
        return None
    return lowerer.lower(
        written, f"{resolved.id}/additionalProperties", resolved.keyword_pointer("additionalProperties")
    )


def _fields(lowerer: Lowerer, resolved: ResolvedSchema, reference: Ref) -> tuple[Field, ...]:
    """Return the fields of an object. Schemas inside it that include the object are lowered to `reference`."""
    with lowerer.lowering_as(resolved.pointer, reference, null=is_nullable(resolved.schema, lowerer.reader)):
        return tuple(_lower_fields(lowerer, resolved))


def _lower_fields(lowerer: Lowerer, resolved: ResolvedSchema) -> Iterator[Field]:
    required = frozenset(_required(lowerer, resolved))
    properties = resolved.properties.items()
    for name, (schema, pointer) in sorted(properties) if "fields-by-alphabet" in lowerer.reader.habits else properties:
        preferred = None
        if isinstance(schema, dict):
            if schema.get("x-speakeasy-ignore") is True:
                continue
            preferred = _preferred_name(lowerer, schema, pointer)
        yield Field(
            name=name,
            type=lowerer.lower(schema, f"{resolved.id}/properties/{escape(name)}", pointer),
            presence=Presence.REQUIRED if name in required else Presence.OPTIONAL,
            pointer=pointer,
            preferred_name=preferred,
        )
    yield from _undeclared_fields(lowerer, resolved)
    yield from _conditional_fields(lowerer, resolved)


def _preferred_name(lowerer: Lowerer, schema: JsonObject, pointer: str) -> str | None:
    """Return the name that the schema of a property states for it; None if it states none.

    With the habit `overrides-name-fields` it can be that of the schema which a `$ref` refers to.
    """
    override, ref = schema.get("x-speakeasy-name-override"), schema.get("$ref")
    if override is None and isinstance(ref, str) and "overrides-name-fields" in lowerer.reader.habits:
        with suppress(SpecError):
            target = lowerer.document.follow(ref, pointer).value
            override = target.get("x-speakeasy-name-override") if isinstance(target, dict) else None
    return override if isinstance(override, str) else None


def _undeclared_fields(lowerer: Lowerer, resolved: ResolvedSchema) -> Iterator[Field]:
    """Yield the properties that are required but not declared, as fields of any value.

    `required` asserts presence regardless of `properties` (JSON Schema 2020-12 Validation, 6.5.3). There are none in a
    schema that describes further properties in another way, nor with the habit `undeclared-fields-left-out`.
    """
    schema = resolved.schema
    if "undeclared-fields-left-out" in lowerer.reader.habits or not _OTHER_PROPERTIES.isdisjoint(schema):
        return
    for index, name in enumerate(dict.fromkeys(_required(lowerer, resolved))):
        if name not in resolved.properties:
            pointer = f"{resolved.pointer}/required/{index}"
            yield Field(name, Scalar(ScalarKind.ANY, pointer), Presence.REQUIRED, pointer)


def _conditional_fields(lowerer: Lowerer, resolved: ResolvedSchema) -> Iterator[Field]:
    """Yield the properties that only a condition declares (JSON Schema 2020-12 Core, 10.2.2), as optional fields.

    They have any value, since the schema permits any where the condition does not hold.
    """
    described = {"additionalProperties", "patternProperties", "propertyNames"}
    if "undeclared-fields-left-out" in lowerer.reader.habits or not described.isdisjoint(resolved.schema):
        return
    named = {*resolved.properties, *_required(lowerer, resolved)}
    for name, pointer in _conditional_properties(
        lowerer, resolved.written, resolved.pointer, {resolved.pointer}, is_conditional=False
    ):
        if name not in named:
            named.add(name)
            yield Field(name, Scalar(ScalarKind.ANY, pointer), Presence.OPTIONAL, pointer)


def _conditional_properties(
    lowerer: Lowerer, schema: JsonValue, pointer: str, followed: set[str], *, is_conditional: bool
) -> Iterator[tuple[str, str]]:
    """Yield names and pointers of the properties in conditional subschemas.

    A conditional schema also yields the properties that it declares. `followed` has the pointers of the schemas that
    references were followed to.
    """
    if not isinstance(schema, dict):
        return
    properties = schema.get("properties") if is_conditional else None
    for name in properties if isinstance(properties, dict) else ():
        yield name, f"{pointer}/properties/{escape(name)}"
    for part, part_pointer in _conditional_subschemas(schema, pointer):
        yield from _conditional_properties(lowerer, part, part_pointer, followed, is_conditional=True)
    parts = schema.get("allOf")
    for index, part in enumerate(parts if isinstance(parts, list) else ()):
        yield from _conditional_properties(
            lowerer, part, f"{pointer}/allOf/{index}", followed, is_conditional=is_conditional
        )
    if isinstance(ref := schema.get("$ref"), str):
        with suppress(SpecError):
            target = lowerer.document.follow(ref, pointer)
            if target.pointer not in followed:
                followed.add(target.pointer)
                yield from _conditional_properties(
                    lowerer, target.value, target.pointer, followed, is_conditional=is_conditional
                )


def _conditional_subschemas(schema: JsonObject, pointer: str) -> Iterator[tuple[JsonValue, str]]:
    """Yield the subschemas that apply to some values of a schema, with their pointers."""
    for keyword in ("then", "else") if "if" in schema else ():
        yield schema.get(keyword), f"{pointer}/{keyword}"
    dependent = schema.get("dependentSchemas")
    for name, subschema in dependent.items() if isinstance(dependent, dict) else ():
        yield subschema, f"{pointer}/dependentSchemas/{escape(name)}"


def _required(lowerer: Lowerer, resolved: ResolvedSchema) -> list[str]:
    return lowerer.reader.strings(resolved.schema, "required", resolved.origins.get("required", resolved.pointer))
