"""Checks that every object and its fields have the types that OpenAPI requires (OpenAPI 3.1.1, section 4.8)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from typewright.base.errors import Severity
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import suggested
from typewright.openapi.kinds import KINDS, NEW_IN_32, PRIMITIVES, Member, ObjectKind
from typewright.openapi.path_items import METHODS
from typewright.openapi.reading import Reader, advice_for, json_type, report_newer
from typewright.openapi.traversal import Node, place_kind

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_WANTED: Mapping[str, tuple[type | tuple[type, ...], str]] = MappingProxyType(
    {
        "string": ((str, int, float), "a string"),
        "boolean": (bool, "a boolean"),
        "number": ((int, float), "a number"),
        "size": ((int, float), "a whole number, 0 or more"),
    }
)
"""The Python types of a primitive and its name in messages; a number is accepted for a string, as writers expect."""

_MOVED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "OpenAPI": {
            **dict.fromkeys(("host", "basePath", "schemes"), "OpenAPI 3 writes this as 'servers'"),
            **dict.fromkeys(("consumes", "produces"), "OpenAPI 3 writes media types as keys of 'content'"),
            "definitions": "OpenAPI 3 keeps schemas below 'components: schemas:'",
            "securityDefinitions": "OpenAPI 3 keeps these below 'components: securitySchemes:'",
            **{key: f"shared {key} stand below 'components: {key}:'" for key in ("schemas", "parameters", "responses")},
            "securitySchemes": "security schemes stand below 'components: securitySchemes:'",
        },
        "Operation": {
            **dict.fromkeys(("consumes", "produces"), "OpenAPI 3 writes media types as keys of 'content'"),
            "schemes": "OpenAPI 3 writes this as 'servers'",
            "body": "OpenAPI 3 writes this as 'requestBody'",
        },
        "Response": dict.fromkeys(("schema", "examples"), "OpenAPI 3 writes this below 'content' and a media type"),
        "MediaType": dict.fromkeys(
            ("$ref", "type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "additionalProperties"),
            "write 'schema:' below the media type, and this below it",
        ),
        "RequestBody": {"schema": "OpenAPI 3 writes this below 'content' and a media type"},
    }
)
"""Fields of Swagger 2, and fields one level too high, with where they belong."""


_CARRYING = frozenset(("content", "schema"))
"""The fields in which objects of several kinds hold what they describe."""

_ANY: frozenset[type] = frozenset({str, int, float, bool, list, dict, type(None)})


def _right_at_a_glance(member: Member) -> frozenset[type]:
    """Return the Python types whose values are always valid for `member`, whatever they contain."""
    if member.holds != "one":
        return frozenset() if member.kind in PRIMITIVES else frozenset({list if member.holds == "list" else dict})
    if member.kind not in _WANTED:
        return _ANY
    types = _WANTED[member.kind][0]
    return frozenset(types) if isinstance(types, tuple) else frozenset({types})


_GLANCE: Mapping[str, Mapping[str, frozenset[type]]] = MappingProxyType(
    {name: {key: _right_at_a_glance(member) for key, member in kind.members.items()} for name, kind in KINDS.items()}
)
"""By kind of object and fixed field: the types that need no closer look. Most of a description needs none."""


def check_object(node: Node, reader: Reader) -> None:
    """Report where `node` is not of its kind, an invalid `$ref`, and invalid or unknown fields."""
    if node.fault is not None:
        reader.absorb(node.fault, Severity.WARNING)
    elif node.target is not None:
        _check_target(node, node.target, reader)
    value, kind = node.value, node.kind
    if isinstance(value, dict):
        if not (kind.refers and "$ref" in value):
            _check_fields(value, node, reader)
        elif not isinstance(value["$ref"], str):
            reader.report_no_reference(value["$ref"], node.pointer)
    elif kind.name == "Schema":
        if not isinstance(value, bool):
            message = f"a schema must be an object or a boolean, not {json_type(value)}"
            reader.warn("E303", message, node.pointer)
    else:
        reader.report_no_object(value, kind.spoken, kind.name, node.pointer)


def _check_target(node: Node, target: str, reader: Reader) -> None:
    """Report a `$ref` whose target is not of the kind, at the last reference of a chain.

    A target that holds its content where the kind does is taken for one, such as a request body for a response.
    """
    found = place_kind(target)
    if found is None or found == node.kind.name:
        return
    other = KINDS.get(found)
    shared = other is not None and bool(_CARRYING & node.kind.parts.keys() & other.parts.keys())
    reader.report(
        "E209",
        f"{node.kind.spoken} is expected here, but '{target}' is {other.spoken if other is not None else found}",
        f"{_last_hop(node, reader.document)}/$ref",
        assumed=None if shared else "",
        severity=None if shared else reader.severity_at(node.pointer),
    )


def _last_hop(node: Node, document: Document) -> str:
    """Return the pointer of the reference in a chain whose target is not of the node's kind."""
    pointer, value = node.pointer, node.value
    while isinstance(value, dict) and isinstance(ref := value.get("$ref"), str):
        step = document.resolve(ref, pointer)
        if place_kind(step.pointer) != node.kind.name:
            break
        pointer, value = step.pointer, step.value
    return pointer


def _check_fields(value: JsonObject, node: Node, reader: Reader) -> None:
    kind, members, glance = node.kind, node.kind.members, _GLANCE[node.kind.name]
    if reader.before_32 and kind.name in NEW_IN_32:
        for key in NEW_IN_32[kind.name] & value.keys():
            report_newer(f"the field '{key}' of {kind.spoken}", f"{node.pointer}/{escape(key)}", reader, key=True)
    for key, inner in value.items():
        types = glance.get(key)
        if types is not None:
            if type(inner) not in types and inner is not None:
                _check_field(members[key], key, inner, node, reader)
        elif not key.startswith("x-"):
            if kind.entries is not None:
                _check_field(kind.entries, key, inner, node, reader)
            else:
                _check_unknown(key, value, node, reader)


def _check_field(member: Member, key: str, inner: JsonValue, node: Node, reader: Reader) -> None:
    if member.kind in PRIMITIVES:
        if member.holds == "one":
            _check_primitive(member.kind, key, inner, f"{node.pointer}/{escape(key)}", reader)
            return
        below = f"{node.pointer}/{escape(key)}"
        if member.holds == "list" and isinstance(inner, list):
            for index, item in enumerate(inner):
                _check_primitive(member.kind, key, item, f"{below}/{index}", reader, "items of ")
            return
        if member.holds == "map" and isinstance(inner, dict):
            for name, item in inner.items():
                _check_primitive(member.kind, key, item, f"{below}/{escape(name)}", reader, "values of ")
            return
    expected = {"list": (list, "an array"), "map": (dict, "an object")}.get(member.holds)
    if expected is not None and not isinstance(inner, expected[0]):
        _report(key, expected[1], inner, f"{node.pointer}/{escape(key)}", reader)


def _check_primitive(kind: str, key: str, value: JsonValue, pointer: str, reader: Reader, of: str = "") -> None:
    if kind == "any":
        return
    types, expected = _WANTED[kind]
    if not isinstance(value, types) or (isinstance(value, bool) and kind != "boolean"):
        _report(key, expected, value, pointer, reader, of)


def _report(key: str, expected: str, value: JsonValue, pointer: str, reader: Reader, of: str = "") -> None:
    reader.warn(
        "E301",
        f"{of}'{key}' must be {expected}, not {json_type(value)}",
        pointer,
        help_=advice_for(key, value, expected),
    )


def _check_unknown(key: str, value: JsonObject, node: Node, reader: Reader) -> None:
    """Report a field that is misspelt or misplaced; others may belong to other tools."""
    advice = advice_for_unknown(key, value, node.kind) or _advice_for_lost(value[key], node.kind)
    if advice is not None:
        read = f"it is read as '{key.lower()}'" if _is_method(key.lower(), node.kind) else "it is passed over"
        message = f"{node.kind.spoken} has no '{key}'; {read}"
        reader.warn("W307", message, f"{node.pointer}/{escape(key)}", help_=advice, key=True)


def _advice_for_lost(value: JsonValue, kind: ObjectKind) -> str | None:
    """Return what to do about a value that looks like an operation but whose key is no HTTP method."""
    if kind.name == "PathItem" and isinstance(value, dict) and not {"responses", "operationId"}.isdisjoint(value):
        return f"write one of {', '.join(METHODS)}"
    return None


def _is_method(key: str, kind: ObjectKind) -> bool:
    return kind.name == "PathItem" and key in METHODS


def advice_for_unknown(key: str, value: JsonObject, kind: ObjectKind) -> str | None:
    """Return where an unknown field belongs, or which missing field it resembles; else None."""
    moved = _MOVED.get(kind.name, {}).get(key)
    if moved is not None:
        return moved
    if key[:1].isspace():
        return f"only plain spaces indent a line of YAML, and this begins with U+{ord(key[0]):04X}"
    same = next((name for name in kind.members if name not in value and name.lower() == key.lower()), None)
    if same is not None:
        return f"did you mean '{same}'?"
    return None if len(key) < 4 else suggested(key, [name for name in kind.members if name not in value], 0.8)
