"""The names that schemas of a file declare: `$id`, `$anchor` and `$dynamicAnchor`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import urljoin, urlsplit

from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import join_pointer, split_pointer

_NAME_MAPS = frozenset(
    ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "components")
)
_KEYWORDS = ("$id", "$anchor", "$dynamicAnchor")
_AS_KEY = re.compile(r"\$(?:id|anchor|dynamicAnchor)[\"']?\s*:")
_LITERALS = frozenset(("example", "examples", "default", "enum", "const", "mapping"))


@dataclass(slots=True)
class SchemaIds:
    """The index of one file. Pointers begin with `#`; the resource `#` is the file itself.

    `resources` tells the URI of each embedded resource, `targets` the pointers of each resource URI,
    `anchors` those of each name within a resource (given by its pointer).
    """

    resources: dict[str, str] = field(default_factory=dict)
    targets: dict[str, list[str]] = field(default_factory=dict)
    anchors: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def resource(self, pointer: str) -> str:
        """Return the pointer of the innermost resource around `pointer` that has an `$id`, else `#`."""
        tokens = split_pointer(pointer)
        for length in range(len(tokens), 0, -1):
            candidate = join_pointer(tokens[:length])
            if candidate in self.resources:
                return candidate
        return "#"


def is_uri_reference(text: str) -> bool:
    """Whether `text` can be parsed as a URI reference (RFC 3986, section 4.1)."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def join_uri(base: str, address: str) -> str:
    """Return the URI reference `address` resolved against `base`, without its fragment.

    A base without scheme is the path of a file below the root file's folder, and so is the result then.
    """
    address = address.partition("#")[0]
    if not address:
        return base
    if urlsplit(address).scheme:
        return address
    if urlsplit(base).scheme:
        return urljoin(base, address)
    return normpath(join(dirname(base), address))


def may_name_schemas(text: str) -> bool:
    """Whether a file with this text can declare such names; most files need no index."""
    return any(keyword in text for keyword in _KEYWORDS) and _AS_KEY.search(text) is not None


def index_schema_ids(value: JsonValue, file_uri: str) -> SchemaIds:
    """Return the index of the value of a file; relative `$id`s are resolved against `file_uri`."""
    ids = SchemaIds()
    stack: list[tuple[JsonValue, tuple[str | int, ...], str, str, bool]] = [(value, (), "#", file_uri, False)]
    while stack:
        node, tokens, resource, uri, named = stack.pop()
        if isinstance(node, dict) and not named and not node.keys().isdisjoint(_KEYWORDS):
            resource, uri = _note(ids, node, join_pointer(tokens), resource, uri)
        for token, child, child_named in _children(node, named=named):
            stack.append((child, (*tokens, token), resource, uri, child_named))
    return ids


def _note(ids: SchemaIds, node: dict[str, JsonValue], pointer: str, resource: str, uri: str) -> tuple[str, str]:
    own = node.get("$id")
    if isinstance(own, str) and own.partition("#")[0] and is_uri_reference(own):
        resource, uri = pointer, join_uri(uri, own)
        ids.resources[pointer] = uri
        ids.targets.setdefault(uri, []).append(pointer)
    for keyword in ("$anchor", "$dynamicAnchor"):
        name = node.get(keyword)
        if isinstance(name, str):
            found = ids.anchors.setdefault((resource, name), [])
            if pointer not in found:
                found.append(pointer)
    return resource, uri


def _children(node: JsonValue, *, named: bool) -> Iterator[tuple[str | int, JsonValue, bool]]:
    """Yield the members that may be schemas; the flag says that the keys of a member are names, not keywords."""
    if isinstance(node, dict):
        for key, child in node.items():
            if named or not (key in _LITERALS or key.startswith("x-")):
                yield key, child, not named and key in _NAME_MAPS
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield index, child, False
