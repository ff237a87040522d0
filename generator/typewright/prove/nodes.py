"""JSON values with the line numbers of their parts in code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from typewright.base.json_value import JsonValue

Content: TypeAlias = "str | int | float | bool | dict[str, Node] | list[Node] | None"


class Node(Struct, frozen=True):
    """A value, and the line of the code, from 1, at which it starts."""

    content: Content
    line: int
    unknown: bool = False
    """The name of a property that the type of its object does not declare."""


Path: TypeAlias = tuple["str | int", ...]
"""The names and indices from a value to one of its parts."""


def parts(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield a value and all values inside it, outermost first, each with its path."""
    yield path, node
    content = node.content
    below = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for token, child in below:
        yield from parts(child, (*path, token))


def path_at(node: Node, line: int) -> Path:
    """Return the path of the outermost part that starts at a line, or of the last one that starts before it."""
    before: Path = ()
    for path, part in parts(node):
        if part.line == line:
            return path
        if part.line < line:
            before = path
    return before


def extended_path(node: Node, path: Path, suffix: Path, names: Callable[[str], str]) -> Path:
    """Return `path` extended by the tokens of `suffix` that exist; `names` maps JSON names to those of the code."""
    for token in path:
        content = node.content
        node = content[token] if isinstance(content, dict | list) else node  # type: ignore[index]
    for token in suffix:
        known = node.content
        if isinstance(known, dict):
            name = next((candidate for candidate in (str(token), names(str(token))) if candidate in known), None)
            if name is not None:
                node, path = known[name], (*path, name)
        elif isinstance(known, list) and isinstance(token, int) and token < len(known):
            node, path = known[token], (*path, token)
    return path


def to_json(node: Node) -> JsonValue:
    """Return the value without line numbers."""
    if isinstance(node.content, dict):
        return {key: to_json(member) for key, member in node.content.items()}
    if isinstance(node.content, list):
        return [to_json(element) for element in node.content]
    return node.content


def line_of(node: Node, path: Sequence[str | int]) -> int:
    """Return the line of the part at `path`, or of its innermost existing parent."""
    for token in path:
        below = None
        if isinstance(node.content, dict):
            below = node.content.get(str(token))
        elif isinstance(node.content, list) and isinstance(token, int) and token < len(node.content):
            below = node.content[token]
        if below is None:
            break
        node = below
    return node.line


def as_node(value: JsonValue, line: Callable[[str], int], name: str = "") -> Node:
    """Return a JSON value as a node; `line` maps the name of a part to its line."""
    content: Content
    if isinstance(value, dict):
        content = {key: as_node(member, line, key) for key, member in value.items()}
    elif isinstance(value, list):
        content = [as_node(element, line, name) for element in value]
    else:
        content = value
    return Node(content, line(name))
