"""The digest that this project uses throughout, to detect changes. It is fast, stable and not a signature."""

from __future__ import annotations

from hashlib import blake2b


def digest(content: bytes) -> str:
    """Return the digest of `content`: 128 bits of BLAKE2b as 32 hexadecimal digits."""
    return blake2b(content, digest_size=16).hexdigest()


class Digester:
    """Computes the digest of content that is given in parts."""

    def __init__(self) -> None:
        """Create it without content."""
        self._hash = blake2b(digest_size=16)

    def add(self, part: bytes) -> None:
        """Add the next part."""
        self._hash.update(part)

    def digest(self) -> str:
        """Return the digest of all parts together."""
        return self._hash.hexdigest()
