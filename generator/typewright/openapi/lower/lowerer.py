"""What the parts of lowering ask of the whole: each lowers one kind of schema, and hands inner schemas back."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Model, Ref, TypeExpr
from typewright.openapi.document import Document
from typewright.openapi.lower.position import Position
from typewright.openapi.reading import Reader


class Lowerer(Protocol):
    """Lowers schemas one after the other; `SchemaLowerer` is the one that does."""

    document: Document
    reader: Reader
    models: dict[str, Model]

    def lower(self, schema: JsonValue, id_: str, pointer: str) -> TypeExpr:
        """Return the type of `schema` at `pointer`; inline models get ids at and below `id_`."""

    def reference(self, schema: JsonObject, pointer: str) -> TypeExpr:
        """Return the use of the schema that a `$ref` names, and see to it that this one is lowered too."""

    def shape(self, position: Position) -> TypeExpr:
        """Return the type of a position."""

    def open(self, pointer: str, use: Ref, *, null: bool) -> AbstractContextManager[None]:
        """Use `use` for the schema at `pointer` while its parts are lowered."""

    def affords_copy_of(self, schema: JsonObject, pointer: str) -> bool:
        """Return whether `allOf` may merge the schema at `pointer`; report once that there are too many copies."""

    def report_depth(self, pointer: str) -> None:
        """Report that the schema at `pointer` lies too deep in others to be lowered."""
