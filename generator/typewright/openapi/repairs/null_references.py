"""Repair of references that are no texts: `$ref: #/components/schemas/Pet`, where YAML reads a comment, and others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from typewright.base.errors import SpecError
from typewright.openapi.reading import Reader, json_type
from typewright.openapi.traversal import Node

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_COMMENT = re.compile(r"""["']?[ \t]*:[ \t]+(#/[^\s,}\]]+)[ \t]*(?:[ \t]#.*)?""")
"""What is behind the name `$ref` where its value is a comment; a JSON pointer in it is the value that was meant."""


def repair_null_reference(node: Node, reader: Reader) -> Node:
    """Give the reference of `node` the text of the comment that is its value, in place, and report that.

    Return the node, with the target that it has then. Without such a comment, the reference stays.
    """
    value, kind = node.value, node.kind
    if not isinstance(value, dict) or value.get("$ref", "") is not None:
        return node
    if not (kind.can_be_reference or "$ref" in kind.members):
        return node
    written = _comment_after(f"{node.pointer}/$ref", reader.document)
    if written is None:
        return node
    message = f"'$ref' must be a string, not {json_type(None)}"
    advice = "put it in quotes: '#' begins a comment of YAML"
    assumed = f"it is read as the comment, '{written}'"
    reader.report("E304", message, f"{node.pointer}/$ref", help_=advice, assumed=assumed)
    value["$ref"] = written
    try:
        target = reader.document.follow(written, node.pointer, ignore_siblings=kind.can_be_reference)
    except SpecError as fault:
        return replace(node, fault=fault)
    return replace(node, target=target.pointer)


def _comment_after(pointer: str, document: Document) -> str | None:
    """Return the JSON pointer in the comment behind the key at `pointer`; None without one."""
    key = document.location(pointer, at_key=True)
    line = document.source_line(key.file, key.line) or ""
    match = _COMMENT.fullmatch(line.rstrip(), key.column - 1 + key.length)
    return None if match is None else match[1]
