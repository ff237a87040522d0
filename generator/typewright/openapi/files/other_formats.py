"""Recognition of files that are no OpenAPI description, by their first bytes, their text or their top-level keys.

It is only used for files that cannot be a description: binary files, texts of other formats, and objects without
`openapi`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from typewright.base.json_value import JsonValue


class Recognized(NamedTuple):
    """A recognized format: its name with an article, and advice for the user."""

    what: str
    help: str


_UNPACK = "unpack it, and name the description inside"
_NAME_ANOTHER = "name the description itself"

_MAGIC: tuple[tuple[bytes, Recognized], ...] = (
    (b"\x1f\x8b", Recognized("a gzip archive", _UNPACK)),
    (b"PK\x03\x04", Recognized("a zip archive", _UNPACK)),
    (b"BZh", Recognized("a bzip2 archive", _UNPACK)),
    (b"\xfd7zXZ\0", Recognized("an xz archive", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", Recognized("a zstandard archive", _UNPACK)),
    (b"%PDF-", Recognized("a PDF", _NAME_ANOTHER)),
    (b"\x89PNG\r\n", Recognized("an image", _NAME_ANOTHER)),
    (b"\xff\xd8\xff", Recognized("an image", _NAME_ANOTHER)),
    (b"GIF8", Recognized("an image", _NAME_ANOTHER)),
    (b"\x7fELF", Recognized("a program", _NAME_ANOTHER)),
    (b"SQLite format 3\0", Recognized("a database", _NAME_ANOTHER)),
)

_HTML = Recognized(
    "an HTML page",
    "save the description itself; such a page often stands for a login or an error of the server",
)
_XML = Recognized("XML", _NAME_ANOTHER)
_TEXTS: tuple[tuple[re.Pattern[str], Recognized], ...] = (
    (re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE), _HTML),
    (re.compile(r"\s*<(?:\?xml\s|!--|!doctype\s)", re.IGNORECASE), _XML),
    (re.compile(r"\s*<(?P<root>[a-z][\w:.-]*)(?:[\s>][\s\S]*</(?P=root)\s*>|[^<>]*/>)\s*\Z", re.IGNORECASE), _XML),
    (
        re.compile(r"version https://git-lfs\.github\.com/spec/"),
        Recognized("a pointer of Git LFS; the file itself was not fetched", "fetch it with: git lfs pull"),
    ),
    (re.compile(r"#%RAML"), Recognized("a RAML description", "convert it to OpenAPI 3 first")),
    (re.compile(r"FORMAT: 1A\b"), Recognized("an API Blueprint", "convert it to OpenAPI 3 first")),
)
_CONFLICT = re.compile(r"^<{7}(?= |$)(?=[\s\S]*^>{7}(?: |$))", re.MULTILINE)

_CONVERT = "export it as OpenAPI 3, or convert it"
_KEYS: tuple[tuple[frozenset[str], Recognized], ...] = (
    (frozenset(("swaggerVersion",)), Recognized("a description of Swagger 1", "convert it to OpenAPI 3 first")),
    (frozenset(("asyncapi",)), Recognized("an AsyncAPI description", "only OpenAPI is supported")),
    (frozenset(("arazzo",)), Recognized("an Arazzo description", "name the OpenAPI description that it refers to")),
    (frozenset(("overlay", "actions")), Recognized("an overlay", "name it below 'overlays:', beside 'spec:'")),
    (frozenset(("info", "item")), Recognized("a Postman collection", _CONVERT)),
    (frozenset(("_type", "__export_format")), Recognized("an Insomnia export", _CONVERT)),
    (frozenset(("log",)), Recognized("an HTTP archive (HAR)", "only OpenAPI is supported")),
    (frozenset(("resources", "discoveryVersion")), Recognized("a Google discovery document", _CONVERT)),
    (frozenset(("apiVersion", "kind")), Recognized("a Kubernetes object", _NAME_ANOTHER)),
    (frozenset(("__schema",)), Recognized("a GraphQL schema", "only OpenAPI is supported")),
    (frozenset(("spec", "targets")), Recognized("a configuration", "give it with '--config'")),
    (
        frozenset(("$schema",)),
        Recognized("a JSON Schema", "write a description whose 'components: schemas:' refers to it"),
    ),
)
DISTINCTIVE_KEYS = frozenset(("paths", "webhooks", "components"))
"""Keys that only descriptions have. An object with one of them is a description without a version."""


def format_of_bytes(content: bytes) -> Recognized | None:
    """Return the binary format that the first bytes of a file indicate; None for text."""
    return next((recognized for magic, recognized in _MAGIC if content.startswith(magic)), None)


def format_of_text(text: str) -> Recognized | None:
    """Return the format that the beginning of a text indicates, or None."""
    return next((recognized for pattern, recognized in _TEXTS if pattern.match(text)), None)


def merge_conflict_offset(text: str) -> int | None:
    """Return the offset of the first marker of an unresolved merge conflict, or None."""
    match = _CONFLICT.search(text)
    return None if match is None else match.start()


def format_of_keys(root: Mapping[str, JsonValue]) -> Recognized | None:
    """Return the format that the keys of an object without `openapi` indicate, or None."""
    if not DISTINCTIVE_KEYS.isdisjoint(root):
        return None
    return next((recognized for keys, recognized in _KEYS if keys <= root.keys()), None)
