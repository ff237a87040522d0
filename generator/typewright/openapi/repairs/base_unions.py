"""Repair of unions that their members extend: `Pet: oneOf [Cat, Dog]`, and `Cat: allOf [Pet, …]`.

Strictly, such a reference cycle is undefined (JSON Schema 2020-12 Core, 9.4.1): a `Cat` must be a `Pet`, which must be
a `Cat`, and so on. Authors mean that members have the union's own properties. These are moved to a schema of their own,
`allOf/0` of the union, and the members refer to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.keywords import is_annotation
from typewright.openapi.reading import Reader

_UNION = ("oneOf", "anyOf")
_KEPT_KEYWORDS = frozenset({*_UNION, "discriminator", "nullable", "x-speakeasy-name-override"})
"""Keywords that stay in the union, besides annotations and the keywords of the core vocabulary."""
_OWN_ASSERTIONS = "/allOf/0"
"""The pointer of the union's own assertions, relative to the union."""


def repair_extended_unions(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Redirect `$ref`s in `allOf` that lead to a union with this schema as a member to the union's own assertions."""
    branches = schema.get("allOf")
    if not isinstance(branches, list) or (len(branches) == 1 and all(map(is_annotation, schema.keys() - {"allOf"}))):
        return  # a schema that adds nothing is the union itself
    for index, branch in enumerate(branches):
        ref = branch.get("$ref") if isinstance(branch, dict) else None
        if not isinstance(branch, dict) or not isinstance(ref, str) or "#/" not in ref:
            continue
        branch_pointer = f"{pointer}/allOf/{index}"
        try:
            union = reader.document.follow(ref, branch_pointer)
        except SpecError:
            continue
        if not isinstance(union.value, dict) or not _is_member(union.value, union.pointer, pointer, reader):
            continue
        if union.pointer not in reader.split_unions:
            reader.split_unions.add(union.pointer)
            _split(union.value)
        branch["$ref"] = f"{ref}{_OWN_ASSERTIONS}"
        message = f"the schema extends '{ref}', a union that it is a member of"
        assumed = "it has what that asks for beside its members"
        advice = "move what all members share into a schema of its own, which the members extend"
        reader.report("E306", message, f"{branch_pointer}/$ref", help_=advice, assumed=assumed)


def _split(union: JsonObject) -> None:
    """Move the assertions beside the members of a union into the first schema of its `allOf`, in place."""
    own = {
        key: value for key, value in union.items() if not (key in _KEPT_KEYWORDS or key[0] == "$" or is_annotation(key))
    }
    for key in own:
        del union[key]
    union["allOf"] = [own]


def _is_member(union: JsonObject, pointer: str, member: str, reader: Reader) -> bool:
    """Return whether the schema at the pointer `member` is a member of a union, or a branch of one."""
    worklist = list(_branches(union, pointer, _UNION, reader))
    seen: set[str] = set()
    while worklist:
        schema, branch_pointer = worklist.pop()
        if branch_pointer == member:
            return True
        if branch_pointer not in seen and isinstance(schema, dict):
            seen.add(branch_pointer)
            worklist += _branches(schema, branch_pointer, ("allOf", *_UNION), reader)
    return False


def _branches(
    schema: JsonObject, pointer: str, keywords: tuple[str, ...], reader: Reader
) -> Iterator[tuple[JsonValue, str]]:
    """Yield the branches of `keywords` with their pointers; for a reference, its target."""
    for keyword in keywords:
        branches = schema.get(keyword)
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            branch_pointer = f"{pointer}/{keyword}/{index}"
            ref = branch.get("$ref") if isinstance(branch, dict) else None
            if not isinstance(ref, str):
                yield branch, branch_pointer
                continue
            try:
                target = reader.document.follow(ref, branch_pointer)
            except SpecError:
                continue
            yield target.value, target.pointer
