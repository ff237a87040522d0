"""The type that the keywords of a schema without `type` imply.

By JSON Schema, `{properties: …}` accepts a text. Authors imply an object, and lowering reads one. Validation does the
same, so that no example is valid that the generated type refuses.
"""

from __future__ import annotations

import re

from typewright.base.json_value import JsonObject, JsonValue

_OTHER_DECISION = frozenset({"type", "enum", "const", "oneOf", "anyOf", "x-speakeasy-type-override"})
"""The keywords that decide the type themselves."""
_TEST = re.compile(
    r"(?<!/properties)(?<!/patternProperties)(?<!/schemas)(?<!/\$defs)(?<!/definitions)"
    r"/(?:not|if|then|else|contains|propertyNames|dependentSchemas)(?:/|\Z)"
)
"""A location whose schema tests a value, instead of describing it."""
_CONJUNCT = re.compile(r"/allOf/\d+\Z")


def implied_type(schema: JsonObject, pointer: str) -> JsonValue:
    """Return the `type` that the schema at `pointer` implies; None if it states one, or implies none.

    A branch of `allOf` implies none, because another branch can state the type.
    """
    name = _described_type(schema) if _OTHER_DECISION.isdisjoint(schema) else None
    if name is None or _CONJUNCT.search(pointer) or _TEST.search(pointer):
        return None
    may_be_null = "allOf" in schema or "$ref" in schema or schema.get("nullable") is True
    return [name, "null"] if may_be_null else name


def _described_type(schema: JsonObject) -> str | None:
    if isinstance(schema.get("properties"), dict):
        return "object"
    additional = schema.get("additionalProperties")
    if additional is True or isinstance(additional, dict):
        return "object"
    return "array" if "items" in schema or "prefixItems" in schema else None
