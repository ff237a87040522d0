"""Maps the parts of a converted description to the source document, and records what was not converted."""

from __future__ import annotations

from msgspec import Struct, field

from typewright.openapi.files.positions import join_pointer, split_pointer


class SourceMap(Struct):
    """Maps JSON pointers of the result to pointers of the source document. Unrecorded pointers map to themselves."""

    origins: dict[str, str] = field(default_factory=dict)
    """Pointer in the result → pointer in the source document. It applies to all pointers below, too."""
    losses: dict[str, str] = field(default_factory=dict)
    """Pointer in the source document → description of what was not converted."""

    def record(self, target: str, source: str) -> None:
        """Record that the value at `target` of the result was converted from the value at `source`."""
        if self.origin(target) != source:
            self.origins[target] = source

    def record_loss(self, source: str, what: str) -> None:
        """Record that `what`, at the pointer `source`, was not converted."""
        self.losses.setdefault(source, what)

    def origin(self, pointer: str) -> str:
        """Return the pointer in the source document for `pointer` of the result."""
        tokens = split_pointer(pointer)
        for length in range(len(tokens), -1, -1):
            source = self.origins.get(join_pointer(tokens[:length]))
            if source is not None:
                return join_pointer([*split_pointer(source), *tokens[length:]])
        return join_pointer(tokens)
