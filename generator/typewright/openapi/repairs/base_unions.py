"""Repair of unions that their members extend: `Pet: oneOf [Cat, Dog]`, and `Cat: allOf [Pet, …]`.

By the letter nothing fits such a schema: a `Cat` has to be a `Pet`, for which it has to be a `Cat`, and so on
(JSON Schema 2020-12, 9.4.1). What is meant is that members have the union's own properties. These become a schema of
their own, `allOf/0` of the union, which is what the members refer to.
"""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.notes import is_annotation
from typewright.openapi.reading import Reader

_UNION = ("oneOf", "anyOf")
_KEPT = frozenset({*_UNION, "discriminator", "nullable", "x-speakeasy-name-override"})
"""What stays beside the members, with annotations and the keywords of the core vocabulary."""
_OWN = "/allOf/0"
"""Where the union's own assertions are, from the union."""


def repair_extended_unions(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Let the `allOf` of a schema refer to the own assertions of each union that the schema itself is a member of."""
    branches = schema.get("allOf")
    if not isinstance(branches, list) or (len(branches) == 1 and all(map(is_annotation, schema.keys() - {"allOf"}))):
        return  # a schema that adds nothing is the union itself
    for index, branch in enumerate(branches):
        ref = branch.get("$ref") if isinstance(branch, dict) else None
        if not isinstance(branch, dict) or not isinstance(ref, str) or "#/" not in ref:
            continue
        place = f"{pointer}/allOf/{index}"
        try:
            union = reader.document.follow(ref, place)
        except SpecError:
            continue
        if not isinstance(union.value, dict) or not _contains(union.value, union.pointer, pointer, reader):
            continue
        if union.pointer not in reader.split_unions:
            reader.split_unions.add(union.pointer)
            _split(union.value)
        branch["$ref"] = f"{ref}{_OWN}"
        message = f"the schema extends '{ref}', a union that it is a member of"
        assumed = "it has what that asks for beside its members"
        advice = "move what all members share into a schema of its own, which the members extend"
        reader.report("E306", message, f"{place}/$ref", help_=advice, assumed=assumed)


def _split(union: JsonObject) -> None:
    """Move the assertions of a union that are its own into the first schema of its `allOf`, in place."""
    own = {key: value for key, value in union.items() if not (key in _KEPT or key[0] == "$" or is_annotation(key))}
    for key in own:
        del union[key]
    union["allOf"] = [own]


def _contains(union: JsonObject, pointer: str, member: str, reader: Reader) -> bool:
    """Whether a schema is among the members of a union, or is what one of them is made of."""
    worklist = list(_parts(union, pointer, _UNION, reader))
    seen: set[str] = set()
    while worklist:
        schema, place = worklist.pop()
        if place == member:
            return True
        if place not in seen and isinstance(schema, dict):
            seen.add(place)
            worklist += _parts(schema, place, ("allOf", *_UNION), reader)
    return False


def _parts(
    schema: JsonObject, pointer: str, keywords: tuple[str, ...], reader: Reader
) -> Iterator[tuple[JsonValue, str]]:
    """Yield the schemas that a schema lists by some keywords, each with its pointer; of references, the targets."""
    for keyword in keywords:
        branches = schema.get(keyword)
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            place = f"{pointer}/{keyword}/{index}"
            ref = branch.get("$ref") if isinstance(branch, dict) else None
            if not isinstance(ref, str):
                yield branch, place
                continue
            try:
                target = reader.document.follow(ref, place)
            except SpecError:
                continue
            yield target.value, target.pointer
