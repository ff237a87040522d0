"""Every object of a description with the kind that its place gives it, reached by operations or not.

References are followed once to what no walk from the root meets: other files, and places that are no component.
Nothing here recurses, so that the depth of a description does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.positions import split_pointer
from typewright.openapi.kinds import KINDS, PRIMITIVES, Member, ObjectKind

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_COMPONENTS = "#/components/"


class Node(NamedTuple):
    """The value at the canonical `pointer`, where an object of `kind` is expected; it may be of another type.

    `target` is the canonical pointer of what its `$ref` leads to, `fault` why it leads nowhere.
    """

    kind: ObjectKind
    value: JsonValue
    pointer: str
    target: str | None = None
    fault: SpecError | None = None


def objects(document: Document) -> Iterator[Node]:
    """Yield every object of `document`, parents before children, in document order."""
    walk = _Walk(document)
    stack: list[tuple[ObjectKind, JsonValue, str]] = [(KINDS["OpenAPI"], document.root, "#")]
    while stack:
        kind, value, pointer = stack.pop()
        below: list[tuple[ObjectKind, JsonValue, str]] = []
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str) and (kind.refers or "$ref" in kind.members):
                yield walk.reference(kind, value, pointer, below)
                if kind.refers:
                    stack += reversed(below)
                    continue
            else:
                yield Node(kind, value, pointer)
            below += _children(kind, value, pointer)
        else:
            yield Node(kind, value, pointer)
        stack += reversed(below)


def component_kind(pointer: str) -> str | None:
    """Return the kind of component at `pointer` (`#/components/responses/NotFound`), else None."""
    section, slash, rest = pointer.removeprefix(_COMPONENTS).partition("/")
    if not pointer.startswith(_COMPONENTS) or not slash or "/" in rest:
        return None
    member = KINDS["Components"].members.get(section)
    return None if member is None else member.kind


def place_kind(pointer: str) -> str | None:
    """Return the kind of object that belongs at `pointer` of the root file, or in words what else belongs there.

    For example "a map whose entries are each a schema"; None where OpenAPI defines nothing.
    """
    name, _, inner = pointer.partition("#")
    kind: ObjectKind | None = KINDS["OpenAPI"]
    member: Member | None = None
    for token in () if name else split_pointer(inner):
        if member is not None and member.holds != "one":
            member = Member(member.kind)
        elif kind is None:
            return None
        else:
            member = kind.members.get(token) or (None if token.startswith("x-") else kind.entries)
            if member is None:
                return None
        kind = KINDS.get(member.kind) if member.holds == "one" else None
    if name or (member is not None and member.kind in PRIMITIVES):
        return None
    if kind is None and member is not None:
        return f"a {member.holds} whose entries are each {KINDS[member.kind].spoken}"
    return kind.name if kind is not None else None


@dataclass(slots=True)
class _Walk:
    document: Document
    seen: set[str]

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen = set()

    def reference(
        self, kind: ObjectKind, value: JsonObject, pointer: str, below: list[tuple[ObjectKind, JsonValue, str]]
    ) -> Node:
        """Return the node of an object with `$ref`; add its target to `below` unless it is visited anyway."""
        try:
            target = self.document.follow(str(value["$ref"]), pointer, ignore_siblings=kind.refers)
        except SpecError as fault:
            return Node(kind, value, pointer, fault=fault)
        if component_kind(target.pointer) is None and target.pointer not in self.seen:
            self.seen.add(target.pointer)
            below.append((kind, target.value, target.pointer))
        return Node(kind, value, pointer, target.pointer)


def _children(kind: ObjectKind, value: JsonObject, pointer: str) -> Iterator[tuple[ObjectKind, JsonValue, str]]:
    """Yield the direct children of an object; a list or a map of the wrong type has none."""
    parts, entries = kind.parts, kind.entries
    open_to = entries if entries is not None and entries.kind not in PRIMITIVES else None
    for key, inner in value.items():
        member = parts.get(key)
        if member is None:
            if open_to is None or key in kind.members or key.startswith("x-"):
                continue
            member = open_to
        yield from _held(member, inner, f"{pointer}/{escape(key)}")


def _held(member: Member, inner: JsonValue, pointer: str) -> Iterator[tuple[ObjectKind, JsonValue, str]]:
    kind = KINDS[member.kind]
    if member.holds == "one":
        if inner is not None or member.kind == "Schema":
            yield kind, inner, pointer
    elif member.holds == "list" and isinstance(inner, list):
        for index, item in enumerate(inner):
            yield kind, item, f"{pointer}/{index}"
    elif member.holds == "map" and isinstance(inner, dict):
        for key, item in inner.items():
            yield kind, item, f"{pointer}/{escape(key)}"
