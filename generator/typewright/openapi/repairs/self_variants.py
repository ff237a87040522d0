"""Repair of unions that have themselves as a variant: `Tree: oneOf [string, Tree]`, directly or through other unions.

Such a variant adds no value to the union, and a `oneOf` that compares a value with it does not terminate.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.keywords import has_only_annotations
from typewright.openapi.reading import Reader

_KEYWORDS = ("oneOf", "anyOf")


def remove_self_variants(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Replace the variants of a union that lead back to it by what else they have, unless nothing is left."""
    for keyword in _KEYWORDS:
        variants = schema.get(keyword)
        if not isinstance(variants, list):
            continue
        search, others, found = _Search(pointer, reader), list[JsonValue](), dict[str, bool]()
        for index, variant in enumerate(variants):
            variant_pointer = f"{pointer}/{keyword}/{index}"
            instead = search.others(variant, variant_pointer, frozenset({pointer}))
            others += [variant] if instead is None else instead
            if instead is not None:
                found[variant_pointer] = not instead
        if found and others:
            _report(found, reader)
            del schema[keyword]
            schema["anyOf" if "anyOf" in search.keywords else keyword] = others


def _report(found: dict[str, bool], reader: Reader) -> None:
    """Report variants by their pointers; whether a variant has nothing but the union is the value."""
    for pointer, is_alone in found.items():
        message = "the union has itself as a variant" if is_alone else "the variant has the union itself as a variant"
        assumed = "the variant adds nothing" if is_alone else "its other variants are taken"
        reader.report("E306", message, pointer, help_="remove the variant", assumed=assumed)


class _Search(Struct):
    """Looks for the union at `target` below variants. `keywords` are those of the unions on the way to it."""

    target: str
    reader: Reader
    keywords: set[str] = field(default_factory=set)

    def others(self, variant: JsonValue, pointer: str, entered: frozenset[str]) -> list[JsonValue] | None:
        """Return what a variant has beside the target; None if it does not lead to it."""
        if not isinstance(variant, dict):
            return None
        reference = _reference(variant)
        if reference is not None:
            try:
                resolved = self.reader.document.follow(reference, pointer)
            except SpecError:
                return None
            if resolved.pointer == self.target:
                return []
            pointer, value = resolved.pointer, resolved.value
            if pointer in entered or not pointer.startswith("#") or not isinstance(value, dict):
                return None
            if _reference(value) is not None:
                return self.others(value, pointer, entered | {pointer})
            variant = value
        return self._others_of_union(variant, pointer, entered | {pointer})

    def _others_of_union(self, union: JsonObject, pointer: str, entered: frozenset[str]) -> list[JsonValue] | None:
        keyword = next((keyword for keyword in _KEYWORDS if _is_pure(union, keyword)), None)
        variants = union.get(keyword) if keyword is not None else None
        if keyword is None or not isinstance(variants, list):
            return None
        pointers = [f"{pointer}/{keyword}/{index}" for index in range(len(variants))]
        inner = [self.others(member, at, entered) for member, at in zip(variants, pointers, strict=True)]
        if all(found is None for found in inner):
            return None
        self.keywords.add(keyword)
        return [other for found in zip(variants, pointers, inner, strict=True) for other in _instead(*found)]


def _instead(variant: JsonValue, pointer: str, others: list[JsonValue] | None) -> Iterator[JsonValue]:
    """Yield what a union further up has for a variant that stands at `pointer`: itself, or what is beside the union."""
    if others is not None:
        yield from others
    else:
        is_plain = not isinstance(variant, dict) or all(not isinstance(part, dict | list) for part in variant.values())
        yield variant if is_plain else {"$ref": pointer}


def _reference(schema: JsonObject) -> str | None:
    """Return the reference that a schema consists of, alone or as the only branch of an `allOf`; else None."""
    branches = schema.get("allOf")
    if isinstance(branches, list) and len(branches) == 1 and _is_pure(schema, "allOf"):
        branch = branches[0]
        return _reference(branch) if isinstance(branch, dict) else None
    ref = schema.get("$ref")
    return ref if isinstance(ref, str) and has_only_annotations(schema) else None


def _is_pure(schema: JsonObject, keyword: str) -> bool:
    """Return whether a schema has a keyword, and beside it only annotations."""
    return keyword in schema and has_only_annotations({key: schema[key] for key in schema if key != keyword})
