"""Path items that are lowered as in the last build of this process, since neither they nor their references changed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from typewright.base.last_build import KeptValues
from typewright.ir import Operation
from typewright.openapi.lower.lowered import Lowered
from typewright.openapi.lower.schemas import SchemaLowerer


class _PathItem(Struct, frozen=True):
    """The operations of a path item, what else its lowering has added, and the digest of all that they are made of."""

    closure: str
    operations: tuple[Operation, ...]
    lowered: Lowered


_PATH_ITEMS: KeptValues[dict[str, _PathItem]] = KeptValues("path items")


class KeptPathItems:
    """The path items of the last build, and those of this one that can be kept for the next."""

    def __init__(self, closure_digest: Callable[[str], str | None], facts: str, *, is_kept: bool) -> None:
        """Create it; `facts` are the inputs of lowering besides the description, as a digest.

        `closure_digest` returns the digest of a part of that (`openapi.closures`); unless `is_kept`, nothing is.
        """
        self.closure_digest, self._facts, self._is_kept = closure_digest, facts, is_kept
        self._last, self._made = _PATH_ITEMS.find() or {}, dict[str, _PathItem]()
        _PATH_ITEMS.keep(self._made)

    def operations(
        self, schemas: SchemaLowerer, pointer: str, lower: Callable[[SchemaLowerer], tuple[Operation, ...]]
    ) -> tuple[Operation, ...]:
        """Return the operations of the path item at `pointer`, and add to `schemas` what `lower` adds to it.

        An item is not kept if something is reported about it, since the report is about a line of the file, nor if it
        has texts that are decoded, since they are decoded in other items, too.
        """
        digest = self.closure_digest(pointer) if self._is_kept else None
        if digest is None or schemas.decoded_pointers:
            return lower(schemas)
        closure, item = f"{digest} {self._facts}", self._last.get(pointer)
        if item is None or item.closure != closure or not schemas.can_copy_more(item.lowered.copies):
            beside = schemas.beside()
            item = _PathItem(closure, lower(beside), beside.lowered(schemas))
            if beside.reader.reports or beside.decoded_pointers:
                schemas.add(item.lowered)
                return item.operations
        self._made[pointer] = item
        schemas.add(item.lowered)
        return item.operations
