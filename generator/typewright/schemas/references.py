"""References of schemas that have one target wherever the schema is used."""

from __future__ import annotations

from collections.abc import Collection

from typewright.base.json_value import JsonObject


def static_reference(schema: JsonObject, dynamic_anchors: Collection[str]) -> str | None:
    """Return the `$ref` or `$dynamicRef` of a schema; None for one whose target depends on the dynamic scope.

    `dynamic_anchors` are those of several schemas (JSON Schema 2020-12 Core, 8.2.3.2). What such a reference asserts is
    not known: it admits any value.
    """
    reference = schema.get("$ref")
    if reference is None:
        reference = schema.get("$dynamicRef")
        if isinstance(reference, str) and reference.partition("#")[2] in dynamic_anchors:
            return None
    return reference if isinstance(reference, str) else None
