"""Traversal of all objects of a description, with the kind that OpenAPI defines for each location.

Besides the objects below the root, the targets of references that are no components are visited once, in any file.
The traversal keeps its own stack, so that the depth of a description is not limited by the recursion limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.positions import split_pointer
from typewright.openapi.kinds import KINDS, PRIMITIVES, Member, ObjectKind

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_COMPONENTS = "#/components/"


class Node(Struct, frozen=True):
    """A value at a location where an object of `kind` is expected. The value itself may be of any type.

    `pointer` is canonical. If the value has a `$ref`, `target` is the canonical pointer of its target, or `fault` the
    error of resolving it.
    """

    kind: ObjectKind
    value: JsonValue
    pointer: str
    target: str | None = None
    fault: SpecError | None = None


_Located: TypeAlias = tuple[ObjectKind, JsonValue, str]
"""A value with the kind of object that is expected at its location, and its pointer."""


def objects(document: Document) -> Iterator[Node]:
    """Yield every object of `document`, parents before children, in document order."""
    traversal = _Traversal(document)
    stack: list[_Located] = [(KINDS["OpenAPI"], document.root, "#")]
    while stack:
        kind, value, pointer = stack.pop()
        if not isinstance(value, dict):
            yield Node(kind, value, pointer)
            continue
        children: list[_Located] = []
        if isinstance(value.get("$ref"), str) and (kind.can_be_reference or "$ref" in kind.members):
            yield traversal.reference(kind, value, pointer, children)
            if kind.can_be_reference:
                stack += children
                continue
        else:
            yield Node(kind, value, pointer)
        if kind.entries is not None or not kind.object_members.keys().isdisjoint(value):
            children += _child_objects(kind, value, pointer)
        stack += reversed(children)


def component_kind(pointer: str) -> str | None:
    """Return the kind of component at `pointer` (`#/components/responses/NotFound`), else None."""
    section, slash, name = pointer.removeprefix(_COMPONENTS).partition("/")
    if not pointer.startswith(_COMPONENTS) or not slash or "/" in name:
        return None
    member = KINDS["Components"].members.get(section)
    return None if member is None else member.kind


def kind_at(pointer: str) -> str | None:
    """Return the name of the kind of object that OpenAPI defines for a pointer of the root file.

    For a list or a map of objects, return a phrase such as "a map whose entries are each a schema". Return None for
    primitives, other files and pointers that OpenAPI does not define.
    """
    name, _, pointer_in_file = pointer.partition("#")
    kind: ObjectKind | None = KINDS["OpenAPI"]
    member: Member | None = None
    for token in () if name else split_pointer(pointer_in_file):
        if member is not None and member.container != "one":
            member = Member(member.kind)
        elif kind is None:
            return None
        else:
            member = kind.members.get(token) or (None if token.startswith("x-") else kind.entries)
            if member is None:
                return None
        kind = KINDS.get(member.kind) if member.container == "one" else None
    if name or (member is not None and member.kind in PRIMITIVES):
        return None
    if kind is None and member is not None:
        return f"a {member.container} whose entries are each {KINDS[member.kind].label}"
    return kind.name if kind is not None else None


class _Traversal(Struct):
    document: Document
    seen: set[str] = field(default_factory=set)

    def reference(self, kind: ObjectKind, value: JsonObject, pointer: str, children: list[_Located]) -> Node:
        """Return the node of an object with `$ref`; append its target to `children` unless it is visited anyway."""
        try:
            target = self.document.follow(str(value["$ref"]), pointer, ignore_siblings=kind.can_be_reference)
        except SpecError as fault:
            return Node(kind, value, pointer, fault=fault)
        if component_kind(target.pointer) is None and target.pointer not in self.seen:
            self.seen.add(target.pointer)
            children.append((kind, target.value, target.pointer))
        return Node(kind, value, pointer, target.pointer)


def _child_objects(kind: ObjectKind, value: JsonObject, pointer: str) -> Iterator[_Located]:
    """Yield the direct child objects of `value` with their kinds and pointers; none for members of a wrong type."""
    object_members, entries = kind.object_members, kind.entries
    entry_member = entries if entries is not None and entries.kind not in PRIMITIVES else None
    for key, member_value in value.items():
        member = object_members.get(key)
        if member is None:
            if entry_member is None or key in kind.members or key.startswith("x-"):
                continue
            member = entry_member
        member_kind, member_pointer = KINDS[member.kind], f"{pointer}/{escape(key)}"
        if member.container == "one":
            if member_value is not None or member.kind == "Schema":
                yield member_kind, member_value, member_pointer
        elif member.container == "list" and isinstance(member_value, list):
            for index, item in enumerate(member_value):
                yield member_kind, item, f"{member_pointer}/{index}"
        elif member.container == "map" and isinstance(member_value, dict):
            for name, item in member_value.items():
                yield member_kind, item, f"{member_pointer}/{escape(name)}"
