"""A tree of the source spans of the values in a file, addressed by JSON pointers (RFC 6901)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from typewright.base.json_pointer import escape, unescape
from typewright.openapi.files.lines import Span

_INDEX = re.compile("0|[1-9][0-9]{0,14}")


class SpanNode(NamedTuple):
    """The offsets of a value and of its key, and the nodes of the values inside it.

    `key_start` is -1 for list items and the root. The node of an alias has the offsets of the alias and shares the
    `children` of the anchored value. A flat tuple, to save memory: there is one node for each value of a file.
    """

    start: int
    end: int
    key_start: int = -1
    key_end: int = -1
    children: dict[str, SpanNode] | list[SpanNode] | None = None

    @property
    def value(self) -> Span:
        """The span of the value."""
        return Span(self.start, self.end)

    @property
    def key(self) -> Span | None:
        """The span of the key, or None."""
        return None if self.key_start < 0 else Span(self.key_start, self.key_end)


def split_pointer(pointer: str) -> list[str]:
    """Return the unescaped tokens of a JSON pointer, with or without a leading `#` (RFC 6901, section 4)."""
    path = pointer[pointer.find("#") + 1 :] if "#" in pointer.partition("/")[0] else pointer
    if not path:
        return []
    return [unescape(token) for token in path.removeprefix("/").split("/")]


def join_pointer(tokens: Iterable[str | int]) -> str:
    """Return the JSON pointer of `tokens`, with a leading `#`; the empty list gives `#`."""
    return "#" + "".join("/" + escape(str(token)) for token in tokens)


def list_index(token: str) -> int | None:
    """Return the array index that `token` denotes (RFC 6901, section 4: no sign, no leading zero), or None."""
    if _INDEX.fullmatch(token):
        return int(token)
    return None


def find_span_node(root: SpanNode, tokens: Iterable[str]) -> tuple[SpanNode, bool]:
    """Return the node at `tokens` below `root` and True, or its nearest existing ancestor and False."""
    span_node = root
    for token in tokens:
        child = _child(span_node, token)
        if child is None:
            return span_node, False
        span_node = child
    return span_node, True


def _child(span_node: SpanNode, token: str) -> SpanNode | None:
    children: dict[str, SpanNode] | list[SpanNode] | None = span_node.children
    if isinstance(children, dict):
        return children.get(token)
    index = list_index(token)
    if children is not None and index is not None and index < len(children):
        return children[index]
    return None
