"""Reference tokens of JSON pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Callable, Collection


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


def nearest_ancestor_in(ids: Collection[str]) -> Callable[[str], str | None]:
    """Return a function that returns the longest of `ids` that an id is or lies in; None without one.

    Ids are pointers, parts of which may end with a suffix after `?`.
    """
    depth = max((id_.count("/") for id_ in ids), default=0)

    def nearest(id_: str) -> str | None:
        """Return the longest of the ids that `id_` is or lies in."""
        ancestor = id_ if id_.count("/") <= depth else "/".join(id_.split("/", depth + 1)[:-1])
        while ancestor not in ids:
            cut = max(ancestor.rfind("/"), ancestor.rfind("?"))
            if cut <= 0:
                return None
            ancestor = ancestor[:cut]
        return ancestor

    return nearest
