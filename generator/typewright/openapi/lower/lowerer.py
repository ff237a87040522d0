"""The interface of `SchemaLowerer` for the modules that lower one kind of schema each."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Model, Ref, TypeExpr
from typewright.openapi.document import Document
from typewright.openapi.lower.resolved_schema import ResolvedSchema
from typewright.openapi.reading import Reader


class Lowerer(Protocol):
    """Lowers schemas to types and models; implemented by `SchemaLowerer`."""

    document: Document
    reader: Reader
    models: dict[str, Model]

    def lower(self, schema: JsonValue, id_: str, pointer: str) -> TypeExpr:
        """Return the type of the schema at `pointer`. Inline models get ids at and below `id_`."""

    def reference(self, schema: JsonObject, pointer: str) -> TypeExpr:
        """Return a reference to the target of a `$ref`, and schedule the target for lowering."""

    def lower_resolved(self, resolved: ResolvedSchema) -> TypeExpr:
        """Return the type of a schema after `$ref` and `allOf` are resolved."""

    def lowering_as(self, pointer: str, reference: Ref, *, null: bool) -> AbstractContextManager[None]:
        """Lower any schema at `pointer` to `reference` while the block, which lowers the parts of it, is running."""

    def can_copy(self, schema: JsonObject, pointer: str) -> bool:
        """Return whether `allOf` may merge the schema at `pointer`; report the first time that a limit is exceeded."""

    def report_depth(self, pointer: str) -> None:
        """Report that the schema at `pointer` is nested too deeply to be lowered."""
