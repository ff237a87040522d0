"""Lowering of tags, and the sections that tags group operations into (OpenAPI 3.2, "Tag Object")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from typewright.base.json_value import JsonObject
from typewright.ir import Tag
from typewright.openapi.reading import Reader

_NON_GROUPING_KINDS: Final = frozenset({"audience", "badge"})
"""The registered kinds of tags that do not group operations."""


def lower_tags(reader: Reader, root: JsonObject) -> tuple[Tag, ...]:
    """Return the declared tags with their paths. Missing parents, and parents that form a cycle, are left out."""
    tags: dict[str, Tag] = {}
    parents: dict[str, str] = {}
    pointers: dict[str, str] = {}
    for index, entry in enumerate(reader.array(root, "tags", "#")):
        pointer = f"#/tags/{index}"
        if not isinstance(entry, dict):
            reader.report_no_object(entry, "a tag", "Tag", pointer)
            continue
        name = reader.string(entry, "name", pointer)
        if not name or name in tags:
            continue
        kind, parent = reader.string(entry, "kind", pointer), reader.string(entry, "parent", pointer)
        description, summary = (reader.string(entry, key, pointer) for key in ("description", "summary"))
        tags[name] = Tag(name, description, summary, groups=kind not in _NON_GROUPING_KINDS)
        pointers[name] = pointer
        if parent:
            parents[name] = parent
    return tuple(replace(tag, path=_path(tag.name, parents, pointers, reader)) for tag in tags.values())


def _path(name: str, parents: Mapping[str, str], pointers: Mapping[str, str], reader: Reader) -> str:
    """Return the names of a tag's ancestors and its own, separated by dots. Report missing and cyclic parents."""
    names, pointer = [name], f"{pointers[name]}/parent"
    while (parent := parents.get(names[0])) is not None:
        if parent not in pointers:
            if len(names) == 1:
                reader.warn("W310", f"there is no tag '{parent}' for a parent", pointer, help_="declare it in 'tags'")
            break
        if parent in names:
            reader.warn("W310", f"the parents of the tag '{name}' form a cycle", pointer, help_="remove one parent")
            break
        names.insert(0, parent)
    return ".".join(names)


def sections_of(tags: Sequence[str], declared: Sequence[Tag]) -> tuple[str, ...]:
    """Return the paths of those of an operation's `tags` that group operations, without repetition.

    A tag that is not declared groups operations, too.
    """
    tags_by_name = {tag.name: tag for tag in declared}
    grouping = (tags_by_name.get(name) or Tag(name, path=name) for name in tags)
    return tuple(dict.fromkeys(tag.path for tag in grouping if tag.groups))
