"""What the lowering of one part of a description has added to a `SchemaLowerer`."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.ir import Model, Nullable, Ref


class Lowered(Struct, frozen=True):
    """The additions: models, the pointers of objects that were reached, and references to enclosing schemas."""

    models: Mapping[str, Model]
    reached: frozenset[str]
    scheduled: tuple[str, ...]
    """The pointers of shared schemas that are to be lowered, in order."""
    self_references: tuple[Ref | Nullable, ...]
    copies: int
    """How many schemas and properties `allOf` has copied."""
