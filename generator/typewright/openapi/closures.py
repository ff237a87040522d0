"""Digests of the parts of a description, each with all that it refers to, for builds that know an earlier one.

A part is a component, a path or a webhook. What is made of one, and of what it refers to, is what an earlier build made
of them wherever the digest is the same, whatever has happened to other parts since.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from msgspec import Struct

from typewright.base.digest import digest
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.last_build import StoredValues, are_values_kept_or_stored
from typewright.ir.walking import strongly_connected_components

_FORMAT = 2
"""The last version of marshal's format in which equal values have equal bytes: later ones depend on references."""
_UNKNOWN = ""
"""In place of a reference that may lead anywhere."""
_MOVING = frozenset({"$id", "$self", "$anchor", "$dynamicAnchor", "$dynamicRef"})
"""The keywords by which references lead elsewhere than to the component that they name."""


class _Part(Struct, frozen=True):
    """A part of a description: its digest, and the pointers of the parts that it refers to."""

    digest: str
    references: tuple[str, ...]


_PARTS = StoredValues("parts of the description")
"""What the parts of the last build refer to, by their digests."""


def closure_digests(root: JsonObject, *, is_alone: bool) -> Callable[[str], str | None]:
    """Return what returns the digest of the part that a pointer leads into, with all that this refers to.

    It returns None for what is not in a part, and for a part that refers to something else than parts. It does so for
    everything if nothing is kept for a next build, if the file of `root` is not alone, and if a reference
    leads to the inside of a part.
    """
    if not is_alone or not are_values_kept_or_stored():
        return lambda _: None

    @cache
    def digests() -> Mapping[str, str]:
        """Return the digests of all parts by their pointers, when the first one is asked for."""
        parts = _parts(root)
        others = {reference for part in parts.values() for reference in part.references}.difference(parts)
        if any(_part_of(reference) in parts for reference in others):
            return {}
        return _closed(parts, digest(_encoded(_without_parts(root))))

    return lambda pointer: digests().get(_part_of(pointer))


def _parts(root: JsonObject) -> dict[str, _Part]:
    known, made = _PARTS.find() or {}, {}
    for pointer, value in _values(root):
        digest_ = digest(_encoded(value))
        references = known.get(digest_)
        made[pointer] = _Part(digest_, tuple(dict.fromkeys(_references(value))) if references is None else references)
    _PARTS.keep({part.digest: part.references for part in made.values()})
    return made


def _values(root: JsonObject) -> Iterator[tuple[str, JsonValue]]:
    """Yield the parts of a description with their pointers."""
    for key in ("paths", "webhooks"):
        yield from _members(root.get(key), f"#/{key}")
    components = root.get("components")
    for key, section in components.items() if isinstance(components, dict) else ():
        yield from _members(section, f"#/components/{escape(key)}")


def _members(value: JsonValue, pointer: str) -> Iterator[tuple[str, JsonValue]]:
    for key, member in value.items() if isinstance(value, dict) else ():
        yield f"{pointer}/{escape(key)}", member


def _without_parts(root: JsonObject) -> JsonObject:
    return {key: value for key, value in root.items() if key not in ("paths", "webhooks", "components")}


def _part_of(pointer: str) -> str:
    """Return the pointer of the part that a pointer leads into."""
    tokens = pointer.split("/", 4)
    return "/".join(tokens[: 4 if pointer.startswith("#/components/") else 3])


def _encoded(value: JsonValue) -> bytes:
    return marshal.dumps(value, _FORMAT)


def _references(value: JsonValue) -> Iterator[str]:
    """Yield the pointers of what a value refers to."""
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, list):
            stack += current
        elif isinstance(current, dict):
            stack += current.values()
            yield from _own_references(current)


def _own_references(value: Mapping[str, JsonValue]) -> Iterator[str]:
    if not _MOVING.isdisjoint(value):
        yield _UNKNOWN
    if isinstance(reference := value.get("$ref"), str):
        yield unquote(reference)
    mapping = value.get("mapping")
    names = [*(mapping.values() if isinstance(mapping, dict) else ()), value.get("defaultMapping")]
    for name in names:  # of a discriminator: a component's name or a reference
        if isinstance(name, str):
            yield unquote(name) if "/" in name else f"#/components/schemas/{escape(name)}"


def _closed(parts: Mapping[str, _Part], rest: str) -> dict[str, str]:
    """Return the digest of each part with all that it refers to, as far as that are parts.

    Parts that refer to each other have the same one.
    """
    digests: dict[str, str] = {}
    for component in strongly_connected_components(parts, lambda pointer: _references_in(parts, pointer)):
        own = sorted((pointer, parts[pointer].digest) for pointer in component)
        below = {reference for pointer, _ in own for reference in parts[pointer].references}.difference(component)
        if below <= digests.keys():
            content = [rest, own, sorted((reference, digests[reference]) for reference in below)]
            digests.update(dict.fromkeys(component, digest(marshal.dumps(content, _FORMAT))))
    return digests


def _references_in(parts: Mapping[str, _Part], pointer: str) -> list[str]:
    return [reference for reference in parts[pointer].references if reference in parts]
