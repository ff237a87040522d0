"""Tags, and the groups that they make of operations (OpenAPI 3.2, "Tag Object")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from typewright.base.json_value import JsonObject
from typewright.ir import Tag
from typewright.openapi.reading import Reader

_MARKING: Final = frozenset({"audience", "badge"})
"""The registered kinds of tags that mark operations instead of grouping them."""


def lower_tags(reader: Reader, root: JsonObject) -> tuple[Tag, ...]:
    """Return the declared tags, each with its path: parents that are missing or that run in a circle are left out."""
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
        tags[name] = Tag(name, description, summary, groups=kind not in _MARKING)
        pointers[name] = pointer
        if parent:
            parents[name] = parent
    return tuple(replace(tag, path=_path(tag.name, parents, pointers, reader)) for tag in tags.values())


def _path(name: str, parents: Mapping[str, str], pointers: Mapping[str, str], reader: Reader) -> str:
    """Return the names of a tag's parents and its own, separated by dots; report a parent that cannot be one."""
    names, pointer = [name], f"{pointers[name]}/parent"
    while (parent := parents.get(names[0])) is not None:
        if parent not in pointers:
            if len(names) == 1:
                reader.warn("W310", f"there is no tag '{parent}' for a parent", pointer, help_="declare it in 'tags'")
            break
        if parent in names:
            reader.warn("W310", f"the parents of the tag '{name}' run in a circle", pointer, help_="remove one parent")
            break
        names.insert(0, parent)
    return ".".join(names)


def section_of(tags: Sequence[str], declared: Sequence[Tag]) -> str:
    """Return the path of the first of an operation's tags that groups, one that is not declared included; else ''."""
    known = {tag.name: tag for tag in declared}
    grouping = (known.get(name) or Tag(name, path=name) for name in tags)
    return next((tag.path for tag in grouping if tag.groups), "")
