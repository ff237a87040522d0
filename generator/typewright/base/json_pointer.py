"""Reference tokens of JSON pointers (RFC 6901)."""

from __future__ import annotations


def escape(token: str) -> str:
    """Return a reference token with `~` and `/` escaped (section 3)."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    """Return the text of an escaped reference token (section 4)."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def last_token(pointer: str) -> str:
    """Return the last token of a pointer, unescaped. For a pointer to a whole file, return the file's stem."""
    token = pointer.rsplit("/", 1)[-1]
    if token.endswith("#"):
        return token[:-1].rsplit(".", 1)[0]
    return unescape(token.rsplit("#", 1)[-1] or token)
