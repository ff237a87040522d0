"""Rules about the fields of objects: unknown ones, missing ones, and ones without effect."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_pointer import escape
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members, strings
from typewright.openapi.checks.definitions import REQUIRED_FOR_OUTPUT, missing_fields
from typewright.openapi.checks.structure import advice_for_unknown

_BESIDE_REF = frozenset({"$ref", "summary", "description"})


def unknown_fields(subject: Subject) -> Iterator[Finding]:
    """Yield the fields that OpenAPI does not define, except those that `openapi.checks` reports as misspelt."""
    for node, value in subject.of_kind(*_closed_kinds(subject)):
        for key in value:
            is_known = key in node.kind.members or key.startswith("x-") or node.kind.entries is not None
            if not is_known and advice_for_unknown(key, value, node.kind) is None:
                yield Finding(f"{node.pointer}/{escape(key)}", f"{node.kind.label} has no field '{key}'", at_key=True)


def _closed_kinds(subject: Subject) -> set[str]:
    """Return the kinds of objects that have fixed fields only. Schemas of JSON Schema 2020-12 can have any."""
    kinds = {node.kind.name for node in subject.nodes}
    return kinds if subject.is_before_31 else kinds - {"Schema"}


def missing_required_fields(subject: Subject) -> Iterator[Finding]:
    """Yield the objects that lack a field that OpenAPI requires but generation does not need."""
    for node, value in subject.of_kind(*{node.kind.name for node in subject.nodes}):
        if node.kind.name not in REQUIRED_FOR_OUTPUT | {"OpenAPI", "Parameter", "Discriminator"}:
            for key in missing_fields(node, value):
                if (node.kind.name, key) == ("Response", "description") and not subject.is_before_32:
                    continue
                yield Finding(node.pointer, f"{node.kind.label} needs '{key}'", at_key=True)
    for node, parameter in subject.of_kind("Parameter"):
        if parameter.get("in") == "path" and parameter.get("required") is None:
            message = f"the path parameter '{parameter.get('name')}' needs 'required: true'"
            yield Finding(node.pointer, message, "add 'required: true'")


def ignored_beside_ref(subject: Subject) -> Iterator[Finding]:
    """Yield the siblings of a `$ref` that are ignored: in OpenAPI 3.0, and in Reference Objects of any version."""
    for node in subject.nodes:
        value = members(node.value)
        schema = node.kind.name == "Schema"
        if (
            not isinstance(value.get("$ref"), str)
            or node.kind.name == "PathItem"
            or (schema and not subject.is_before_31)
        ):
            continue
        for key in value:
            if key not in _BESIDE_REF and not key.startswith("x-"):
                yield Finding(f"{node.pointer}/{escape(key)}", f"'{key}' beside '$ref' is ignored", at_key=True)


def wrong_version(subject: Subject) -> Iterator[Finding]:
    """Yield the keywords that the description's version of OpenAPI does not have in that form."""
    for node, schema in subject.of_kind("Schema"):
        if subject.is_before_31:
            if isinstance(schema.get("type"), list) or schema.get("type") == "null":
                message = "OpenAPI 3.0 has one type a schema, and no type 'null'"
                yield Finding(f"{node.pointer}/type", message, "write one type, with 'nullable: true' beside it")
            for key in ("const", "if", "prefixItems", "contains", "patternProperties", "propertyNames", "$defs"):
                if key in schema:
                    yield Finding(f"{node.pointer}/{escape(key)}", f"OpenAPI 3.0 has no '{key}'", at_key=True)
            continue
        if "nullable" in schema:
            message = "OpenAPI 3.1 has no 'nullable'"
            yield Finding(
                f"{node.pointer}/nullable", message, "write the type as a list: [string, 'null']", at_key=True
            )
        for key in ("exclusiveMinimum", "exclusiveMaximum"):
            if isinstance(schema.get(key), bool):
                message = f"'{key}' is a number in OpenAPI 3.1"
                yield Finding(f"{node.pointer}/{key}", message, "write the bound itself")


def both_read_only_and_write_only(subject: Subject) -> Iterator[Finding]:
    """Yield the schemas that are both read-only and write-only."""
    for node, schema in subject.of_kind("Schema"):
        if schema.get("readOnly") is True and schema.get("writeOnly") is True:
            yield Finding(node.pointer, "both read-only and write-only: it travels in no direction")


def required_without_property(subject: Subject) -> Iterator[Finding]:
    """Yield the names in `required` that an object with properties does not declare."""
    for node, schema in subject.of_kind("Schema"):
        declared = members(schema.get("properties"))
        if not declared or {"allOf", "anyOf", "oneOf", "$ref", "patternProperties"} & schema.keys():
            continue
        if "/allOf/" in node.pointer or "/anyOf/" in node.pointer or "/oneOf/" in node.pointer:
            continue
        for index, name in enumerate(strings(schema.get("required"))):
            if name not in declared:
                yield Finding(f"{node.pointer}/required/{index}", f"'{name}' is required, but not among the properties")
