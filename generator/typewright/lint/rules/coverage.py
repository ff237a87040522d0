"""Rules about missing descriptions and examples, and their coverage by kind of object."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members
from typewright.openapi.path_items import METHODS

_PLURALS = {
    "operation": "operations",
    "parameter": "parameters",
    "request body": "request bodies",
    "response": "responses",
    "schema": "schemas",
    "property": "properties",
    "tag": "tags",
}


class Element(Struct, frozen=True):
    """An element of a description that is expected to have a description or an example.

    `described` and `exemplified` say whether it has them. They are None if it is not expected to.
    """

    kind: str
    pointer: str
    name: str
    described: bool | None
    exemplified: bool | None = None


def elements(subject: Subject) -> Iterator[Element]:
    """Yield the operations, parameters, bodies, responses, schemas, properties and tags of a description."""
    for node, value in subject.of_kind("Operation", "Parameter", "RequestBody", "Response", "Schema", "Tag"):
        match node.kind.name:
            case "Operation":
                name = _operation_name(node.pointer, value)
                yield Element("operation", node.pointer, name, _is_described(value))
            case "Parameter":
                exemplified = _has_example(value) or _has_schema_example(subject, value, node.pointer)
                described = _has_text(value, "description")
                yield Element(
                    "parameter", node.pointer, str(value.get("name")), described=described, exemplified=exemplified
                )
            case "RequestBody":
                exemplified = _has_content_example(subject, value, node.pointer)
                yield Element("request body", node.pointer, "", described=None, exemplified=exemplified)
            case "Response":
                yield Element("response", node.pointer, _last_token(node.pointer), _has_text(value, "description"))
            case "Tag":
                yield Element("tag", node.pointer, str(value.get("name")), _has_text(value, "description"))
            case _:
                yield from _schema_elements(subject, value, node.pointer)


def missing_descriptions(subject: Subject) -> Iterator[Finding]:
    """Yield the elements without a description."""
    for element in elements(subject):
        if element.described is False:
            yield Finding(element.pointer, f"the {_label(element)} has no description", at_key=True)


def missing_examples(subject: Subject) -> Iterator[Finding]:
    """Yield the elements without an example."""
    for element in elements(subject):
        if element.exemplified is False:
            yield Finding(element.pointer, f"the {_label(element)} has no example", at_key=True)


class Coverage(Struct, frozen=True):
    """The number of elements of one kind that have descriptions and examples, and of those that should have them."""

    kind: str
    described: int
    to_describe: int
    exemplified: int
    to_exemplify: int


def coverage(subject: Subject) -> tuple[Coverage, ...]:
    """Return the coverage of each kind of element in the description."""
    elements_by_kind: dict[str, list[Element]] = {}
    for element in elements(subject):
        elements_by_kind.setdefault(element.kind, []).append(element)
    return tuple(
        Coverage(
            kind=plural,
            described=sum(element.described is True for element in elements_by_kind[kind]),
            to_describe=sum(element.described is not None for element in elements_by_kind[kind]),
            exemplified=sum(element.exemplified is True for element in elements_by_kind[kind]),
            to_exemplify=sum(element.exemplified is not None for element in elements_by_kind[kind]),
        )
        for kind, plural in _PLURALS.items()
        if kind in elements_by_kind
    )


def _is_described(operation: JsonObject) -> bool:
    """Return whether an operation has a description, or a summary that says more than its id.

    Frameworks make both of the name of a function: `Delete photo` of `delete_photo_photos__id__delete`.
    """
    if _has_text(operation, "description"):
        return True
    summary, id_ = _letters(operation.get("summary")), _letters(operation.get("operationId"))
    return bool(summary) and not id_.startswith(summary)


def _letters(text: JsonValue) -> str:
    return re.sub(r"[\W_]+", "", text).lower() if isinstance(text, str) else ""


def _schema_elements(subject: Subject, schema: JsonObject, pointer: str) -> Iterator[Element]:
    """Yield a schema, if it is a component, and its properties."""
    if pointer.startswith("#/components/schemas/") and pointer.count("/") == 3:
        yield Element("schema", pointer, _last_token(pointer), _has_text(schema, "description"))
    for name, property_schema in members(schema.get("properties")).items():
        property_pointer = f"{pointer}/properties/{escape(name)}"
        own = members(property_schema)
        target = members(subject.resolve_reference(property_schema, property_pointer)[0])
        described = _has_text(own, "description") or _has_text(target, "description")
        exemplified = _is_self_explanatory(own) or _is_self_explanatory(target)
        yield Element("property", property_pointer, name, described=described, exemplified=exemplified)


def _is_self_explanatory(schema: JsonObject) -> bool:
    """Return whether no example is needed: the schema has one, or `enum`, `const`, `properties` and the like."""
    return (
        _has_example(schema)
        or bool({"enum", "const", "default", "properties", "allOf", "anyOf", "oneOf", "items"} & schema.keys())
        or schema.get("type") in ("boolean", "null", "object")
    )


def _has_schema_example(subject: Subject, owner: JsonObject, pointer: str) -> bool:
    schema = subject.resolve_reference(owner.get("schema"), f"{pointer}/schema")[0]
    return _is_self_explanatory(members(schema))


def _has_content_example(subject: Subject, body: JsonObject, pointer: str) -> bool:
    return any(
        _has_example(members(media))
        or _has_schema_example(subject, members(media), f"{pointer}/content/{escape(media_type)}")
        for media_type, media in members(body.get("content")).items()
    )


def _has_example(value: Mapping[str, JsonValue]) -> bool:
    return "example" in value or bool(value.get("examples"))


def _has_text(value: JsonObject, *keys: str) -> bool:
    return any(isinstance(text := value.get(key), str) and bool(text.strip()) for key in keys)


def _operation_name(pointer: str, operation: JsonObject) -> str:
    id_ = operation.get("operationId")
    method = _last_token(pointer)
    return id_ if isinstance(id_, str) else method.upper() if method in METHODS else method


def _last_token(pointer: str) -> str:
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def _label(element: Element) -> str:
    return f"{element.kind} '{element.name}'" if element.name else element.kind
