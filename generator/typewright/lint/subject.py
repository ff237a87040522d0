"""The input of the rules: the objects of a description, and the API that it is lowered to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api
from typewright.openapi.document import Document
from typewright.openapi.traversal import Node, component_kind, objects


class Subject(Struct, frozen=True, dict=True):
    """A description to lint. Its values are not validated, so they can be of the wrong type."""

    document: Document
    api: Api

    @property
    def root(self) -> JsonObject:
        """The root of the description."""
        return self.document.root

    @cached_property
    def is_before_31(self) -> bool:
        """Whether the version is OpenAPI 3.0."""
        return str(self.root.get("openapi", "")).startswith("3.0")

    @cached_property
    def is_before_32(self) -> bool:
        """Whether the version is OpenAPI 3.0 or 3.1."""
        return str(self.root.get("openapi", "")).startswith(("3.0", "3.1"))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All objects, in document order."""
        return tuple(objects(self.document))

    def of_kind(self, *kinds: str) -> Iterator[tuple[Node, JsonObject]]:
        """Yield the written objects of the kinds with these names, without references, and their values."""
        for node in self.nodes:
            value = node.value
            if (
                node.kind.name in kinds
                and isinstance(value, dict)
                and not (node.kind.can_be_reference and "$ref" in value)
                and node.pointer not in self.document.added
            ):
                yield node, value

    def resolve_reference(self, value: JsonValue, pointer: str) -> tuple[JsonValue, str]:
        """Return the target of a `$ref` and its pointer; the value itself if it has no `$ref` or no target."""
        ref = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(ref, str):
            return value, pointer
        try:
            target = self.document.follow(ref, pointer, ignore_siblings=True)
        except SpecError:
            return value, pointer
        return target.value, target.pointer

    def component(self, pointer: str) -> str | None:
        """Return the pointer of the component that contains `pointer`, or None."""
        parts = pointer.split("/")
        owner = "/".join(parts[:4])
        return owner if len(parts) >= 4 and component_kind(owner) is not None else None

    def components(self) -> Iterator[tuple[str, str, str]]:
        """Yield the section, name and pointer of every component."""
        written = self.root.get("components")
        for section, entries in written.items() if isinstance(written, dict) else ():
            if isinstance(entries, dict) and not section.startswith("x-"):
                for name in entries:
                    yield section, name, f"#/components/{section}/{escape(name)}"


def strings(value: JsonValue) -> list[str]:
    """Return the strings in `value` if it is a list, else an empty list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def members(value: JsonValue) -> JsonObject:
    """Return `value` if it is an object, else an empty object."""
    return value if isinstance(value, dict) else {}
