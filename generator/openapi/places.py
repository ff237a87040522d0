"""Where each value of a file stands in its text: a tree of spans, asked by JSON pointer (RFC 6901)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.json_pointer import escape, unescape
from generator.openapi.lines import Span

_INDEX = re.compile("0|[1-9][0-9]{0,14}")


@dataclass(frozen=True, slots=True)
class Place:
    """The span of a value and of its key (None for list items and the root), and the places inside it.

    An alias has its own span and shares the `children` of what it stands for.
    """

    value: Span
    key: Span | None = None
    children: dict[str, Place] | list[Place] | None = None


def split_pointer(pointer: str) -> list[str]:
    """Return the unescaped tokens of a JSON pointer, with or without `#` in front (RFC 6901, section 4)."""
    path = pointer[pointer.find("#") + 1 :] if "#" in pointer.partition("/")[0] else pointer
    if not path:
        return []
    return [unescape(token) for token in path.removeprefix("/").split("/")]


def join_pointer(tokens: Iterable[str | int]) -> str:
    """Return the JSON pointer of `tokens`, with `#` in front; the empty list gives `#`."""
    return "#" + "".join("/" + escape(str(token)) for token in tokens)


def list_index(token: str) -> int | None:
    """Return the list position that `token` names (RFC 6901: no sign, no leading zero), or None."""
    if _INDEX.fullmatch(token):
        return int(token)
    return None


def find_place(root: Place, tokens: Iterable[str]) -> tuple[Place, bool]:
    """Return the place of `tokens` under `root` and True, or its nearest existing parent and False."""
    place = root
    for token in tokens:
        child = _child(place, token)
        if child is None:
            return place, False
        place = child
    return place, True


def _child(place: Place, token: str) -> Place | None:
    if isinstance(place.children, dict):
        return place.children.get(token)
    if isinstance(place.children, list):
        index = list_index(token)
        if index is not None and index < len(place.children):
            return place.children[index]
    return None
