"""The correspondence of locations in two descriptions, based on the paired methods and types."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from typewright.changes.change import Pointer


class Counterparts(Struct):
    """The pairs of old and new pointers of the methods and types that were compared."""

    _pairs: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))

    def add(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add pairs of pointers. For each pointer, the first partner is kept."""
        for old, new in pairs:
            self._pairs[0].setdefault(old, new)
            self._pairs[1].setdefault(new, old)

    def counterpart_of(self, where: Pointer) -> Pointer:
        """Return the corresponding location in the other description, by the nearest paired parent of `where`.

        Without such a parent, it has the same pointer.
        """
        partners = self._pairs[0 if where.old else 1]
        parent, suffix = where.pointer, ""
        while parent not in partners:
            parent, slash, token = parent.rpartition("/")
            if not slash:
                return Pointer(where.pointer, old=not where.old)
            suffix = f"/{token}{suffix}"
        return Pointer(partners[parent] + suffix, old=not where.old)
