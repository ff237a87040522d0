"""The subject of linting: a description as objects, and what is generated from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api
from typewright.openapi.document import Document
from typewright.openapi.traversal import Node, component_kind, objects


@dataclass(frozen=True)
class Subject:
    """A description to lint. Values are as written and may be of the wrong type."""

    document: Document
    api: Api

    @property
    def root(self) -> JsonObject:
        """The root of the description."""
        return self.document.root

    @cached_property
    def before_31(self) -> bool:
        """Whether it is of OpenAPI 3.0."""
        return str(self.root.get("openapi", "")).startswith("3.0")

    @cached_property
    def before_32(self) -> bool:
        """Whether it is of OpenAPI 3.0 or 3.1."""
        return str(self.root.get("openapi", "")).startswith(("3.0", "3.1"))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every object, in document order."""
        return tuple(objects(self.document))

    def of_kind(self, *kinds: str) -> Iterator[tuple[Node, JsonObject]]:
        """Yield the objects of some kinds with their members, except references."""
        for node in self.nodes:
            value = node.value
            if (
                node.kind.name in kinds
                and isinstance(value, dict)
                and not (node.kind.can_be_reference and "$ref" in value)
            ):
                yield node, value

    def end_of(self, value: JsonValue, pointer: str) -> tuple[JsonValue, str]:
        """Return a value with its `$ref`s resolved and its pointer; the value itself where there is none."""
        ref = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(ref, str):
            return value, pointer
        try:
            target = self.document.follow(ref, pointer, ignore_siblings=True)
        except SpecError:
            return value, pointer
        return target.value, target.pointer

    def component(self, pointer: str) -> str | None:
        """Return the pointer of the component that contains `pointer`; None where none does."""
        parts = pointer.split("/")
        owner = "/".join(parts[:4])
        return owner if len(parts) >= 4 and component_kind(owner) is not None else None

    def components(self) -> Iterator[tuple[str, str, str]]:
        """Yield section, name and pointer of every component."""
        written = self.root.get("components")
        for section, entries in written.items() if isinstance(written, dict) else ():
            if isinstance(entries, dict) and not section.startswith("x-"):
                for name in entries:
                    yield section, name, f"#/components/{section}/{escape(name)}"


def strings(value: JsonValue) -> list[str]:
    """Return the strings of a list; none where it is no list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def members(value: JsonValue) -> JsonObject:
    """Return the members of an object; none where it is no object."""
    return value if isinstance(value, dict) else {}
