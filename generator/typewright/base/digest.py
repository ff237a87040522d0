"""The digest that this project uses throughout, to detect changes. It is fast, stable and not a signature."""

from __future__ import annotations

from hashlib import blake2b


def digest(content: bytes) -> str:
    """Return the digest of `content`: 128 bits of BLAKE2b as 32 hexadecimal digits."""
    return blake2b(content, digest_size=16).hexdigest()
