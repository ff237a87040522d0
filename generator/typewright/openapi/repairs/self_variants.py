"""Repair of unions that have themselves as a variant: `Tree: oneOf [string, Tree]`.

Such a variant adds no value to the union, and a `oneOf` that compares a value with it does not terminate.
"""

from __future__ import annotations

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.keywords import has_only_annotations
from typewright.openapi.reading import Reader


def remove_self_variants(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Remove the variants of a union that are references to the union itself, unless it has no other variants."""
    for keyword in ("oneOf", "anyOf"):
        variants = schema.get(keyword)
        if not isinstance(variants, list):
            continue
        own = [
            index
            for index, variant in enumerate(variants)
            if _is_reference_to(variant, pointer, f"{pointer}/{keyword}/{index}", reader)
        ]
        if not own or len(own) == len(variants):
            continue
        message = "the union has itself as a variant"
        advice = "remove the variant"
        for index in own:
            variant_pointer = f"{pointer}/{keyword}/{index}"
            reader.report("E306", message, variant_pointer, help_=advice, assumed="the variant adds nothing")
        schema[keyword] = [variant for index, variant in enumerate(variants) if index not in own]


def _is_reference_to(variant: JsonValue, target: str, pointer: str, reader: Reader) -> bool:
    ref = variant.get("$ref") if isinstance(variant, dict) else None
    if not isinstance(variant, dict) or not isinstance(ref, str) or not has_only_annotations(variant):
        return False
    try:
        return reader.document.follow(ref, pointer).pointer == target
    except SpecError:
        return False
