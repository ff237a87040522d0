"""Checks that objects and their fields have the types that OpenAPI requires (OpenAPI 3.1.1, section 4.8)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from typewright.base.errors import Severity
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import did_you_mean
from typewright.openapi.kinds import KINDS, NEW_IN_32, PRIMITIVES, Member, ObjectKind
from typewright.openapi.path_items import METHODS
from typewright.openapi.reading import Reader, advice_for, json_type, report_newer_feature
from typewright.openapi.traversal import Node, kind_at

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_PRIMITIVE_TYPES: Mapping[str, tuple[type | tuple[type, ...], str]] = MappingProxyType(
    {
        "string": ((str, int, float), "a string"),
        "boolean": (bool, "a boolean"),
        "number": ((int, float), "a number"),
        "size": ((int, float), "a whole number, 0 or more"),
    }
)
"""The Python types of each primitive and its name in messages. A number is accepted as an unquoted string."""

_RELOCATED_FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
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
"""Advice for fields of Swagger 2 and for fields that are one level too high, by kind of object and field name."""


_CONTENT_FIELDS = frozenset(("content", "schema"))
"""Fields that several kinds of objects have in common, so that one kind can be read in place of another."""

_ANY: frozenset[type] = frozenset({str, int, float, bool, list, dict, type(None)})
_VALUE_TYPES: Mapping[str, frozenset[type]] = MappingProxyType(
    {
        "any": _ANY,
        **{
            kind: frozenset(types if isinstance(types, tuple) else (types,))
            for kind, (types, _) in _PRIMITIVE_TYPES.items()
        },
    }
)
"""The types whose values are valid for each primitive."""


def _always_valid_types(member: Member) -> frozenset[type]:
    """Return the Python types whose values are valid for `member` regardless of their contents."""
    if member.container != "one":
        return frozenset() if member.kind in PRIMITIVES else frozenset({list if member.container == "list" else dict})
    return _VALUE_TYPES.get(member.kind, _ANY)


_ALWAYS_VALID_TYPES: Mapping[str, Mapping[str, frozenset[type]]] = MappingProxyType(
    {name: {key: _always_valid_types(member) for key, member in kind.members.items()} for name, kind in KINDS.items()}
)
"""The types whose values need no further check, by kind of object and fixed field: a fast path for most fields."""


def check_object(node: Node, reader: Reader) -> None:
    """Report a value of a wrong type, an invalid `$ref`, and invalid or unknown fields."""
    if node.fault is not None:
        reader.absorb(node.fault, Severity.WARNING)
    elif node.target is not None:
        _check_target(node, node.target, reader)
    value, kind = node.value, node.kind
    if isinstance(value, dict):
        if not (kind.can_be_reference and "$ref" in value):
            _check_fields(value, node, reader)
        elif not isinstance(value["$ref"], str):
            reader.report_no_reference(value["$ref"], node.pointer)
    elif kind.name == "Schema":
        if not isinstance(value, bool):
            message = f"a schema must be an object or a boolean, not {json_type(value)}"
            reader.warn("E303", message, node.pointer)
    else:
        reader.report_no_object(value, kind.label, kind.name, node.pointer)


def _check_target(node: Node, target: str, reader: Reader) -> None:
    """Report a `$ref` whose target is of another kind than `node`, at the last reference of a chain.

    It is only a warning if both kinds have `content` or `schema`, such as a request body in place of a response.
    """
    target_kind = kind_at(target)
    if target_kind is None or target_kind == node.kind.name:
        return
    other = KINDS.get(target_kind)
    shared = other is not None and bool(_CONTENT_FIELDS & node.kind.object_members.keys() & other.object_members.keys())
    reader.report(
        "E209",
        f"{node.kind.label} is expected here, but '{target}' is {other.label if other is not None else target_kind}",
        f"{_last_hop(node, reader.document)}/$ref",
        assumed=None if shared else "",
        severity=None if shared else reader.severity_at(node.pointer),
    )


def _last_hop(node: Node, document: Document) -> str:
    """Return the pointer of the first reference in a chain whose target is not of the node's kind."""
    pointer, value = node.pointer, node.value
    while isinstance(value, dict) and isinstance(ref := value.get("$ref"), str):
        step = document.resolve(ref, pointer)
        if kind_at(step.pointer) != node.kind.name:
            break
        pointer, value = step.pointer, step.value
    return pointer


def _check_fields(value: JsonObject, node: Node, reader: Reader) -> None:
    kind, members, valid_types = node.kind, node.kind.members, _ALWAYS_VALID_TYPES[node.kind.name]
    if reader.is_before_32 and kind.name in NEW_IN_32 and not NEW_IN_32[kind.name].isdisjoint(value):
        for key in NEW_IN_32[kind.name] & value.keys():
            report_newer_feature(
                f"the field '{key}' of {kind.label}", f"{node.pointer}/{escape(key)}", reader, at_key=True
            )
    for key, field_value in value.items():
        types = valid_types.get(key)
        if types is not None:
            if type(field_value) not in types and field_value is not None:
                _check_field(members[key], key, field_value, node, reader)
        elif not key.startswith("x-"):
            if kind.entries is not None:
                _check_field(kind.entries, key, field_value, node, reader)
            else:
                _check_unknown(key, value, node, reader)


def _check_field(member: Member, key: str, field_value: JsonValue, node: Node, reader: Reader) -> None:
    if member.kind in PRIMITIVES:
        if member.container == "one":
            _check_primitive(member.kind, key, field_value, f"{node.pointer}/{escape(key)}", reader)
            return
        field_pointer = f"{node.pointer}/{escape(key)}"
        if member.container == "list" and isinstance(field_value, list):
            if _VALUE_TYPES[member.kind].issuperset(map(type, field_value)):
                return
            for index, item in enumerate(field_value):
                _check_primitive(member.kind, key, item, f"{field_pointer}/{index}", reader, "items of ")
            return
        if member.container == "map" and isinstance(field_value, dict):
            for name, item in field_value.items():
                _check_primitive(member.kind, key, item, f"{field_pointer}/{escape(name)}", reader, "values of ")
            return
    expected = {"list": (list, "an array"), "map": (dict, "an object")}.get(member.container)
    if expected is not None and not isinstance(field_value, expected[0]):
        _report(key, expected[1], field_value, f"{node.pointer}/{escape(key)}", reader)


def _check_primitive(kind: str, key: str, value: JsonValue, pointer: str, reader: Reader, of: str = "") -> None:
    if kind == "any":
        return
    types, expected = _PRIMITIVE_TYPES[kind]
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
    """Report an unknown field that is misspelt or misplaced. Other unknown fields may belong to other tools."""
    advice = advice_for_unknown(key, value, node.kind) or _advice_for_method(value[key], node.kind)
    if advice is not None:
        read = f"it is read as '{key.lower()}'" if _is_method(key.lower(), node.kind) else "it is passed over"
        message = f"{node.kind.label} has no '{key}'; {read}"
        reader.warn("W307", message, f"{node.pointer}/{escape(key)}", help_=advice, at_key=True)


def _advice_for_method(value: JsonValue, kind: ObjectKind) -> str | None:
    """Return the advice for a value of a path item that looks like an operation but whose key is no HTTP method."""
    if kind.name == "PathItem" and isinstance(value, dict) and not {"responses", "operationId"}.isdisjoint(value):
        return f"write one of {', '.join(METHODS)}"
    return None


def _is_method(key: str, kind: ObjectKind) -> bool:
    return kind.name == "PathItem" and key in METHODS


def advice_for_unknown(key: str, value: JsonObject, kind: ObjectKind) -> str | None:
    """Return advice on where an unknown field belongs or which absent field it resembles; else None."""
    relocated = _RELOCATED_FIELDS.get(kind.name, {}).get(key)
    if relocated is not None:
        return relocated
    if key[:1].isspace():
        return f"only plain spaces indent a line of YAML, and this begins with U+{ord(key[0]):04X}"
    same_letters = next((name for name in kind.members if name not in value and name.lower() == key.lower()), None)
    if same_letters is not None:
        return f"did you mean '{same_letters}'?"
    return None if len(key) < 4 else did_you_mean(key, [name for name in kind.members if name not in value], 0.8)
