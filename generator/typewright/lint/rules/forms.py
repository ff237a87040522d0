"""Rules about the form of values: strings, enumerated values, names, paths, and exclusive fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import did_you_mean
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members, strings
from typewright.openapi.kinds import Member
from typewright.openapi.traversal import Node

_STYLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "path": ("simple", "label", "matrix"),
        "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
        "header": ("simple",),
        "cookie": ("form", "cookie"),
    }
)
"""The styles for each location of a parameter (OpenAPI 3.1.1, 4.8.12.3; the style `cookie`: 3.2)."""
_KEY_LOCATIONS = ("query", "header", "cookie")
_NULL_IS_A_VALUE = frozenset({"default", "const", "example", "value", "dataValue", "requestBody"})
_COMPONENT_NAME = re.compile(r"[A-Za-z0-9._-]+")
_URL_CHARACTERS = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
"""The characters of URLs (RFC 3986, 2), since links and documentation pages have operation ids in their URLs."""
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+\s*(?:;.*)?", re.ASCII)
_EXCLUSIVE: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "Parameter": (("schema", "content"), ("example", "examples")),
        "Header": (("schema", "content"), ("example", "examples")),
        "MediaType": (("example", "examples"),),
        "Example": (("value", "externalValue"),),
        "Link": (("operationId", "operationRef"),),
        "License": (("identifier", "url"),),
    }
)
"""Pairs of fields that exclude each other, by kind of object."""


def numbers_for_texts(subject: Subject) -> Iterator[Finding]:
    """Yield the numbers where strings are required: `version: 1.10` is the string 1.1."""
    for node in subject.nodes:
        for key, value in members(node.value).items():
            member = _member(node, key)
            for token, text in _texts(member, value) if member is not None and member.kind == "string" else ():
                if isinstance(text, int | float) and not isinstance(text, bool):
                    pointer = f"{node.pointer}/{escape(key)}{token}"
                    yield Finding(pointer, f"'{key}' is a text, and this is the number {text}")


def _member(node: Node, key: str) -> Member | None:
    return node.kind.members.get(key) or (None if key.startswith("x-") else node.kind.entries)


def _texts(member: Member, value: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    """Yield the values of a field that should be strings, with their pointers relative to the field."""
    if member.container == "list" and isinstance(value, list):
        yield from ((f"/{index}", item) for index, item in enumerate(value))
    elif member.container == "map" and isinstance(value, dict):
        yield from ((f"/{escape(name)}", member) for name, member in value.items())
    else:
        yield "", value


def empty_fields(subject: Subject) -> Iterator[Finding]:
    """Yield the fields with a null value, which OpenAPI does not allow for fields with a type."""
    for node in subject.nodes:
        for key, value in members(node.value).items():
            member = _member(node, key)
            can_be_null = (
                member is None or key in _NULL_IS_A_VALUE or (member.container == "one" and member.kind == "Schema")
            )
            if value is None and not can_be_null:
                yield Finding(f"{node.pointer}/{escape(key)}", f"'{key}' has no value", at_key=True)


def disallowed_values(subject: Subject) -> Iterator[Finding]:
    """Yield the values that are not among the values that OpenAPI allows for a field."""
    for node, value in subject.of_kind("Parameter", "SecurityScheme"):
        in_ = value.get("in")
        if node.kind.name == "Parameter" and isinstance(in_, str) and in_ in _STYLES:
            yield from _check_allowed_value(node, value, "style", _STYLES[in_], f"a parameter in '{in_}'")
        elif value.get("type") == "apiKey":
            yield from _check_allowed_value(node, value, "in", _KEY_LOCATIONS, "an API key")
    for node, header in subject.of_kind("Header"):
        yield from _check_allowed_value(node, header, "style", _STYLES["header"], "a header")
    for node, encoding in subject.of_kind("Encoding"):
        yield from _check_allowed_value(node, encoding, "style", _STYLES["query"], "an encoding")


def _check_allowed_value(
    node: Node, value: JsonObject, key: str, allowed: tuple[str, ...], of: str
) -> Iterator[Finding]:
    word = value.get(key)
    if isinstance(word, str) and word not in allowed:
        advice = did_you_mean(word, allowed) or f"use {' or '.join(allowed)}"
        yield Finding(f"{node.pointer}/{key}", f"{of} has no {key} '{word}'", advice)


def malformed_names(subject: Subject) -> Iterator[Finding]:
    """Yield component names, media types and operation ids that do not have the form that OpenAPI requires."""
    for section, name, pointer in subject.components():
        if not _COMPONENT_NAME.fullmatch(name):
            message = f"the name '{name}' of 'components: {section}:' has other characters than A-Z a-z 0-9 . _ -"
            yield Finding(pointer, message, "rename it", at_key=True)
    for node, _ in subject.of_kind("MediaType"):
        media_type = node.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        if "/content/" in node.pointer and not _MEDIA_TYPE.fullmatch(media_type):
            advice = did_you_mean(media_type, ("application/json", "text/plain", "application/xml"), 0.4)
            yield Finding(node.pointer, f"'{media_type}' is no media type", advice or "write TYPE/SUBTYPE", at_key=True)
    for node, operation in subject.of_kind("Operation"):
        operation_id, pointer = operation.get("operationId"), f"{node.pointer}/operationId"
        if operation_id == "":
            yield Finding(pointer, "the id is empty", "write a name, or remove it")
        elif isinstance(operation_id, str) and not _URL_CHARACTERS.fullmatch(operation_id):
            message = f"the id '{operation_id}' has characters that are not allowed in URLs"
            yield Finding(pointer, message, "write it as the name of a function: listPets")


def paths_with_query_or_fragment(subject: Subject) -> Iterator[Finding]:
    """Yield the paths with a query or a fragment, which parameters should describe (OpenAPI 3.1.1, 4.8.8)."""
    for path in members(subject.root.get("paths")):
        separator = re.search(r"[?#]", re.sub(r"\{[^{}]*\}", "", path))
        if separator and not path.startswith("x-"):
            what, advice = (
                ("a query", "parameters") if separator[0] == "?" else ("a fragment", "an operation of its own")
            )
            message = f"the path '{path}' holds {what}"
            yield Finding(f"#/paths/{escape(path)}", message, f"describe that by {advice}", at_key=True)


def exclusive_fields(subject: Subject) -> Iterator[Finding]:
    """Yield the second of two fields that exclude each other, and contents with several media types."""
    for node, value in subject.of_kind(*_EXCLUSIVE):
        for first, second in _EXCLUSIVE[node.kind.name]:
            if first in value and second in value:
                message = f"{node.kind.label} has '{first}' or '{second}', not both"
                yield Finding(f"{node.pointer}/{second}", message, at_key=True)
        if node.kind.name in ("Parameter", "Header") and len(members(value.get("content"))) > 1:
            message = f"the 'content' of {node.kind.label} has one media type"
            yield Finding(f"{node.pointer}/content", message, "keep one of them", at_key=True)


def variants_without_property(subject: Subject) -> Iterator[Finding]:
    """Yield the variants of a union that cannot have the property of its discriminator."""
    for node, schema in subject.of_kind("Schema"):
        name = members(schema.get("discriminator")).get("propertyName")
        for keyword in ("oneOf", "anyOf") if isinstance(name, str) else ():
            branches = schema.get(keyword)
            for index, branch in enumerate(branches if isinstance(branches, list) else []):
                pointer = f"{node.pointer}/{keyword}/{index}"
                target = members(subject.resolve_reference(branch, pointer)[0])
                declared = members(target.get("properties"))
                if declared.keys() - {name} and name not in declared and _is_complete(target, str(name)):
                    yield Finding(pointer, f"this variant has no property '{name}', which tells the variants apart")


def _is_complete(schema: JsonObject, name: str) -> bool:
    """Return whether a property cannot be defined elsewhere: there are no compositions, and it is not required."""
    compositions = {"allOf", "anyOf", "oneOf", "$ref", "patternProperties", "if", "dependentSchemas"} & schema.keys()
    return not compositions and name not in strings(schema.get("required"))
