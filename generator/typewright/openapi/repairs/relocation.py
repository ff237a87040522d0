"""Copies of schemas at other locations of a description, where relative references would lead elsewhere."""

from __future__ import annotations

from os.path import relpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.schema_ids import can_have_schema_ids
from typewright.openapi.kinds import KINDS

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_IN_FRAGMENTS = "/~!$&'()*+,;=:@?-._"
"""Characters that need no escape in a fragment (RFC 3986, 3.5)."""


def can_be_copied(pointer: str, location: str, document: Document) -> bool:
    """Return whether references in a copy at `location` of the schema at `pointer` lead where they did.

    They do in the same file, unless schemas have base URIs of their own (`$id`).
    """
    is_same_file = pointer.partition("#")[0] == location.partition("#")[0]
    return is_same_file and not any(can_have_schema_ids(source.text) for source in document.sources)


def relocated(changed: JsonObject, schema: JsonObject, pointer: str, location: str, document: Document) -> JsonObject:
    """Return `changed`, made of the `schema` at `pointer`, with references in place of the subschemas that both have.

    The references are relative to the pointer `location`. A discriminator without its variants is left out.
    """
    made: JsonObject = {}
    for keyword, value in changed.items():
        member, below = KINDS["Schema"].object_members.get(keyword), f"{pointer}/{escape(keyword)}"
        written = schema.get(keyword)
        if keyword == "discriminator":
            continue
        if keyword == "$ref" and isinstance(value, str):
            made[keyword] = _target(value, pointer, location, document)
        elif member is None or member.kind != "Schema":
            made[keyword] = value
        elif isinstance(value, dict) and member.container == "map":
            made[keyword] = {
                name: _moved(entry, f"{below}/{escape(name)}", location, document) for name, entry in value.items()
            }
        elif isinstance(value, list) and isinstance(written, list):
            kept = {id(entry) for entry in written}
            made[keyword] = [
                _moved(entry, f"{below}/{index}", location, document) if id(entry) in kept else entry
                for index, entry in enumerate(value)
            ]
        else:
            made[keyword] = _moved(value, below, location, document)
    return made


def _moved(schema: JsonValue, pointer: str, location: str, document: Document) -> JsonValue:
    """Return a reference to the schema at `pointer`; a schema that contains no other is copied."""
    if not isinstance(schema, dict):
        return schema
    if any(isinstance(value, dict | list) for value in schema.values()):
        return {"$ref": _reference(pointer, location, document)}
    ref = schema.get("$ref")
    return schema if not isinstance(ref, str) else {**schema, "$ref": _target(ref, pointer, location, document)}


def _target(ref: str, pointer: str, location: str, document: Document) -> str:
    """Return the reference at `location` to the target of a `ref` that is written at `pointer`."""
    try:
        return _reference(document.follow(ref, pointer).pointer, location, document)
    except SpecError:
        return ref  # the fault is reported where it is written


def _reference(pointer: str, location: str, document: Document) -> str:
    """Return the URI reference at `location` that leads to a canonical pointer."""
    (name, _, inner), base = pointer.partition("#"), location.partition("#")[0]
    fragment = f"#{quote(inner, safe=_IN_FRAGMENTS)}"
    if name == base:
        return fragment
    if urlsplit(name).scheme:
        return name + fragment
    path = name or PurePosixPath(document.file).name
    return quote(relpath(path, PurePosixPath(base or ".").parent)) + fragment
