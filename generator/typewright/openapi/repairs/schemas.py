"""Repairs of schemas: types, compositions, tuples, required properties, mappings, and texts without quotes."""

from __future__ import annotations

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.checks.schemas import mapping_target
from typewright.openapi.reading import Reader, json_type
from typewright.openapi.repairs.base_unions import repair_extended_unions
from typewright.openapi.repairs.integral_values import write_integers
from typewright.openapi.repairs.quoted_values import repair_quoted_values
from typewright.openapi.repairs.self_variants import remove_self_variants
from typewright.openapi.repairs.values import repair_values
from typewright.openapi.type_names import TYPES, intended_type, type_name_error

_REPAIRED_KEYWORDS = frozenset(
    ("type", "allOf", "anyOf", "oneOf", "items", "properties", "discriminator", "enum", "const", "default")
)
"""The keywords that are repaired. Schemas without one of them are skipped."""
_VALUES = frozenset(("enum", "const", "default"))
_LISTS = ("allOf", "anyOf", "oneOf", "enum")


def repair_schema(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Repair a schema in place. One with a `$ref` is left alone in OpenAPI 3.0, where siblings are ignored."""
    if "$ref" in schema and reader.is_before_31:
        return
    repair_quoted_values(schema, pointer, reader)
    write_integers(schema)
    if _REPAIRED_KEYWORDS.isdisjoint(schema):
        return
    if "type" in schema:
        _repair_type(schema, pointer, reader)
    if not _VALUES.isdisjoint(schema):
        repair_values(schema, pointer, reader)
    for keyword in _LISTS:
        if keyword in schema and schema[keyword] == []:
            _remove_empty_list(keyword, schema, pointer, reader)
    if "oneOf" in schema or "anyOf" in schema:
        remove_self_variants(schema, pointer, reader)
    if "allOf" in schema:
        repair_extended_unions(schema, pointer, reader)
    if "items" in schema and isinstance(schema["items"], list):
        _repair_items(schema, pointer, reader)
    if "properties" in schema:
        _repair_required(schema, pointer, reader)
    if "discriminator" in schema:
        _repair_discriminator(schema, pointer, reader)


def _remove_empty_list(keyword: str, schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Remove a composition without a schema, or an enum without a value."""
    if keyword == "enum":
        reader.warn("W321", "the enum has no value; it is passed over", f"{pointer}/enum")
    else:
        reader.report("E309", f"'{keyword}' is an empty list; it needs a schema", f"{pointer}/{keyword}")
    del schema[keyword]


def _repair_type(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Replace unknown names in `type` by the intended types."""
    written = schema["type"]
    if isinstance(written, str) and written in TYPES:
        return
    if written == []:
        advice = "name a type, or leave it out"
        reader.report("E103", "'type' is an empty list, so no value fits", f"{pointer}/type", help_=advice)
        del schema["type"]
        return
    types: dict[JsonValue, None] = {}
    for index, name in enumerate(written if isinstance(written, list) else [written]):
        fault = type_name_error(name)
        if fault is None:
            types[name] = None
            continue
        intention = intended_type(name)
        entry_pointer = f"{pointer}/type/{index}" if isinstance(written, list) else f"{pointer}/type"
        assumed = None if intention is None else f"it is read as '{intention[0]}'"
        reader.report("E103", fault[0], entry_pointer, help_=fault[1], assumed=assumed)
        if intention is not None:
            types[intention[0]] = None
            if intention[1] is not None:
                schema.setdefault("format", intention[1])
    if not types:
        del schema["type"]
    else:
        schema["type"] = [*types] if isinstance(written, list) else next(iter(types))


def _repair_items(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Replace a list of `items`, which is a tuple in older drafts of JSON Schema, by `prefixItems`.

    Unless `additionalItems` says of which type the elements behind it are, they are of one of those in the list.
    """
    reader.report("E305", "'items' must be a schema, not an array", f"{pointer}/items")
    items = schema.pop("items")
    has_prefix = schema.setdefault("prefixItems", items) is not items
    additional = schema.pop("additionalItems", None)
    if isinstance(additional, bool | dict):
        schema["items"] = additional
    elif isinstance(items, list) and items and not has_prefix:
        variants: list[JsonValue] = [
            _further_use(item, f"{pointer}/prefixItems/{index}")
            for index, item in enumerate(items)
            if item not in items[:index]
        ]
        schema["items"] = variants[0] if len(variants) == 1 else {"anyOf": variants}


def _further_use(schema: JsonValue, pointer: str) -> JsonValue:
    """Return a schema for another place where the values of a schema may stand; one with parts is referred to."""
    is_simple = not isinstance(schema, dict) or all(not isinstance(value, dict | list) for value in schema.values())
    return schema if is_simple else {"$ref": pointer}


def _repair_required(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Move a list of names that is written as the property `required` to the keyword, unless there is one."""
    properties = schema["properties"]
    names = properties.get("required") if isinstance(properties, dict) else None
    if not isinstance(properties, dict) or not isinstance(names, list):
        return
    is_movable = "required" not in schema and all(isinstance(name, str) for name in names)
    reader.report(
        "E303",
        "a schema must be an object or a boolean, not an array",
        f"{pointer}/properties/required",
        help_="write 'required' beside 'properties', not below it",
        assumed="it is read as 'required' of the object" if is_movable else "it is passed over",
    )
    del properties["required"]
    if is_movable:
        schema["required"] = names


def _repair_discriminator(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Remove a discriminator without `propertyName`, and mapping entries whose target is no schema."""
    written = schema["discriminator"]
    if isinstance(written, str):
        message = f"'discriminator' must be an object, not {json_type(written)}"
        assumed = "it is read as its 'propertyName'"
        advice = f"write 'propertyName: {written}' below it"
        reader.report("E301", message, f"{pointer}/discriminator", help_=advice, assumed=assumed)
        schema["discriminator"] = {"propertyName": written}
        return
    if not isinstance(written, dict):
        return
    if not isinstance(written.get("propertyName"), str):
        reader.report("E310", "a discriminator needs 'propertyName'", f"{pointer}/discriminator")
        del schema["discriminator"]
        return
    mapping = written.get("mapping")
    if not isinstance(mapping, dict):
        return
    for value, name in list(mapping.items()):
        entry_pointer = f"{pointer}/discriminator/mapping/{escape(value)}"
        if not isinstance(name, str) or mapping_target(name, entry_pointer, reader) is not None:
            continue
        is_extension = value.startswith("x-")
        reader.report(
            "E201",
            f"the mapping leads to '{name}', which is no schema",
            entry_pointer,
            help_="extensions stand beside 'mapping', not in it"
            if is_extension
            else "write the name of a schema below 'components: schemas:', or a reference to one",
            assumed="it is read as an extension" if is_extension else "it is passed over",
        )
        del mapping[value]
