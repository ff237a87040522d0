"""Reference tokens of JSON pointers (RFC 6901)."""

from __future__ import annotations


def escape(token: str) -> str:
    """Escape one reference token (section 3)."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    """Undo `escape`."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def last_token(pointer: str) -> str:
    """Return the last token of a pointer, unescaped; of a pointer to a whole file, that file's stem."""
    token = pointer.rsplit("/", 1)[-1]
    if token.endswith("#"):
        return token[:-1].rsplit(".", 1)[0]
    return unescape(token.rsplit("#", 1)[-1] or token)
