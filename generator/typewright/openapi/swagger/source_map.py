"""Where the parts of a converted description come from, and what of it has no counterpart."""

from __future__ import annotations

from dataclasses import dataclass, field

from typewright.openapi.files.positions import join_pointer, split_pointer


@dataclass(slots=True)
class SourceMap:
    """Maps pointers of a result to pointers of the document that it was made from; a place that is not told stays."""

    origins: dict[str, str] = field(default_factory=dict)
    """Pointer in the result → pointer of what was written; what lies below goes with it."""
    lost: dict[str, str] = field(default_factory=dict)
    """Pointer of what was written → what of it could not be carried over."""

    def moved(self, to: str, at: str) -> None:
        """Record that what stands at `to` of the result was written at `at`."""
        if self.origin(to) != at:
            self.origins[to] = at

    def lose(self, at: str, what: str) -> None:
        """Record that `what`, written at `at`, is not in the result."""
        self.lost.setdefault(at, what)

    def origin(self, pointer: str) -> str:
        """Return the pointer of what was written for `pointer` of the result."""
        tokens = split_pointer(pointer)
        for length in range(len(tokens), -1, -1):
            found = self.origins.get(join_pointer(tokens[:length]))
            if found is not None:
                return join_pointer([*split_pointer(found), *tokens[length:]])
        return join_pointer(tokens)
