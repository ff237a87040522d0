"""An index of `$id`, `$anchor` and `$dynamicAnchor` in a file (JSON Schema 2020-12 Core, 8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import urljoin, urlsplit

from msgspec import Struct, field

from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import join_pointer, split_pointer

_NAME_MAPS = frozenset(
    ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "components")
)
_KEYWORDS = ("$id", "$anchor", "$dynamicAnchor")
_AS_KEY = re.compile(r"\$(?:id|anchor|dynamicAnchor)[\"']?\s*:")
_LITERALS = frozenset(("example", "examples", "default", "enum", "const", "mapping"))


class SchemaIds(Struct):
    """The identifiers in one file. Pointers begin with `#`; the resource `#` is the file itself.

    `resources` maps the pointer of each embedded schema resource to its URI, `targets` each URI to such pointers, and
    `anchors` the pointer of a resource and an anchor name in it to the pointers of the schemas with that anchor.
    """

    resources: dict[str, str] = field(default_factory=dict)
    targets: dict[str, list[str]] = field(default_factory=dict)
    anchors: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def resource(self, pointer: str) -> str:
        """Return the pointer of the innermost schema resource that contains `pointer`, or `#`."""
        tokens = split_pointer(pointer)
        for length in range(len(tokens), 0, -1):
            candidate = join_pointer(tokens[:length])
            if candidate in self.resources:
                return candidate
        return "#"


def is_uri_reference(text: str) -> bool:
    """Return whether `text` can be parsed as a URI reference (RFC 3986, section 4.1)."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def join_uri(base: str, address: str) -> str:
    """Return the URI reference `address` resolved against `base`, without its fragment.

    A `base` without a scheme is a path relative to the root file's folder, and so is the result.
    """
    address = address.partition("#")[0]
    if not address:
        return base
    if urlsplit(address).scheme:
        return address
    if urlsplit(base).scheme:
        return urljoin(base, address)
    return normpath(join(dirname(base), address))


def can_have_schema_ids(text: str) -> bool:
    """Return whether a file with this text can have such identifiers; most files need no index."""
    return any(keyword in text for keyword in _KEYWORDS) and _AS_KEY.search(text) is not None


def index_schema_ids(value: JsonValue, file_uri: str) -> SchemaIds:
    """Return the identifiers in `value`, the value of a file. Relative `$id`s are resolved against `file_uri`."""
    ids = SchemaIds()
    stack: list[tuple[JsonValue, tuple[str | int, ...], str, str, bool]] = [(value, (), "#", file_uri, False)]
    while stack:
        node, tokens, resource, uri, has_user_keys = stack.pop()
        if isinstance(node, dict) and not has_user_keys and not node.keys().isdisjoint(_KEYWORDS):
            resource, uri = _index_identifiers(ids, node, join_pointer(tokens), resource, uri)
        for token, child, child_has_user_keys in _children(node, has_user_keys=has_user_keys):
            stack.append((child, (*tokens, token), resource, uri, child_has_user_keys))
    return ids


def _index_identifiers(
    ids: SchemaIds, node: dict[str, JsonValue], pointer: str, resource: str, uri: str
) -> tuple[str, str]:
    id_ = node.get("$id")
    if isinstance(id_, str) and id_.partition("#")[0] and is_uri_reference(id_):
        resource, uri = pointer, join_uri(uri, id_)
        ids.resources[pointer] = uri
        ids.targets.setdefault(uri, []).append(pointer)
    for keyword in ("$anchor", "$dynamicAnchor"):
        name = node.get(keyword)
        if isinstance(name, str):
            pointers = ids.anchors.setdefault((resource, name), [])
            if pointer not in pointers:
                pointers.append(pointer)
    return resource, uri


def _children(node: JsonValue, *, has_user_keys: bool) -> Iterator[tuple[str | int, JsonValue, bool]]:
    """Yield key, value and a flag of the members that may be schemas or contain some.

    `has_user_keys`, and the flag for the member, say that the keys are user-defined names, not keywords.
    """
    if isinstance(node, dict):
        for key, child in node.items():
            if has_user_keys or not (key in _LITERALS or key.startswith("x-")):
                yield key, child, not has_user_keys and key in _NAME_MAPS
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield index, child, False
