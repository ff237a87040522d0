"""The interface of texts that are stored elsewhere and read only if their content is needed."""

from __future__ import annotations

from typing import Protocol


class StoredText(Protocol):
    """A text that is stored elsewhere, of which the digest is known."""

    @property
    def digest(self) -> str:
        """The digest of the content."""

    def content(self) -> bytes:
        """Return the content."""
