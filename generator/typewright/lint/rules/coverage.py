"""What a description leaves unsaid: descriptions and examples, counted a kind of object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.lint.rule import Finding
from typewright.lint.subject import METHODS, Subject, members

_SPOKEN = {
    "operation": "operations",
    "parameter": "parameters",
    "request body": "request bodies",
    "response": "responses",
    "schema": "schemas",
    "property": "properties",
    "tag": "tags",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that a reader of the docs would like to know more about.

    `described` and `exemplified` say whether its description and an example are there; None where none is expected.
    """

    kind: str
    pointer: str
    name: str
    described: bool | None
    exemplified: bool | None


def places(subject: Subject) -> Iterator[Place]:
    """Yield the operations, parameters, bodies, responses, schemas, properties and tags of a description."""
    for node, value in subject.of_kind("Operation", "Parameter", "RequestBody", "Response", "Schema", "Tag"):
        match node.kind.name:
            case "Operation":
                name = _operation_name(node.pointer, value)
                yield Place("operation", node.pointer, name, _is_said(value, "description", "summary"), None)
            case "Parameter":
                shown = _has_example(value) or _schema_has_example(subject, value, node.pointer)
                yield Place("parameter", node.pointer, str(value.get("name")), _is_said(value, "description"), shown)
            case "RequestBody":
                yield Place("request body", node.pointer, "", None, _content_has_example(subject, value, node.pointer))
            case "Response":
                yield Place("response", node.pointer, _last(node.pointer), _is_said(value, "description"), None)
            case "Tag":
                yield Place("tag", node.pointer, str(value.get("name")), _is_said(value, "description"), None)
            case _:
                yield from _of_schema(subject, value, node.pointer)


def missing_descriptions(subject: Subject) -> Iterator[Finding]:
    """Yield every place without a description."""
    for place in places(subject):
        if place.described is False:
            yield Finding(place.pointer, f"the {_named(place)} has no description", key=True)


def missing_examples(subject: Subject) -> Iterator[Finding]:
    """Yield every place without an example."""
    for place in places(subject):
        if place.exemplified is False:
            yield Finding(place.pointer, f"the {_named(place)} has no example", key=True)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one kind of thing is described and shown by an example; `of` is how much there is."""

    kind: str
    described: int
    to_describe: int
    exemplified: int
    to_exemplify: int


def coverage(subject: Subject) -> tuple[Coverage, ...]:
    """Return the coverage of each kind of thing that the description has."""
    found: dict[str, list[Place]] = {}
    for place in places(subject):
        found.setdefault(place.kind, []).append(place)
    return tuple(
        Coverage(
            spoken,
            sum(place.described is True for place in found[kind]),
            sum(place.described is not None for place in found[kind]),
            sum(place.exemplified is True for place in found[kind]),
            sum(place.exemplified is not None for place in found[kind]),
        )
        for kind, spoken in _SPOKEN.items()
        if kind in found
    )


def _of_schema(subject: Subject, schema: JsonObject, pointer: str) -> Iterator[Place]:
    """Yield a shared schema and the properties of any."""
    if pointer.startswith("#/components/schemas/") and pointer.count("/") == 3:
        yield Place("schema", pointer, _last(pointer), _is_said(schema, "description", "title"), None)
    for name, below in members(schema.get("properties")).items():
        place = f"{pointer}/properties/{escape(name)}"
        own = members(below)
        end = members(subject.end_of(below, place)[0])
        described = _is_said(own, "description", "title") or _is_said(end, "description", "title")
        yield Place("property", place, name, described, _shows_itself(own) or _shows_itself(end))


def _shows_itself(schema: JsonObject) -> bool:
    """Whether a reader can see a value of the schema: an example, a constant, one of a list, or its properties'."""
    return (
        _has_example(schema)
        or bool({"enum", "const", "default", "properties", "allOf", "anyOf", "oneOf", "items"} & schema.keys())
        or schema.get("type") in ("boolean", "null", "object")
    )


def _schema_has_example(subject: Subject, holder: JsonObject, pointer: str) -> bool:
    schema = subject.end_of(holder.get("schema"), f"{pointer}/schema")[0]
    return _shows_itself(members(schema))


def _content_has_example(subject: Subject, body: JsonObject, pointer: str) -> bool:
    return any(
        _has_example(members(media))
        or _schema_has_example(subject, members(media), f"{pointer}/content/{escape(media_type)}")
        for media_type, media in members(body.get("content")).items()
    )


def _has_example(value: Mapping[str, JsonValue]) -> bool:
    return "example" in value or bool(value.get("examples"))


def _is_said(value: JsonObject, *keys: str) -> bool:
    return any(isinstance(text := value.get(key), str) and bool(text.strip()) for key in keys)


def _operation_name(pointer: str, operation: JsonObject) -> str:
    id_ = operation.get("operationId")
    method = _last(pointer)
    return id_ if isinstance(id_, str) else method.upper() if method in METHODS else method


def _last(pointer: str) -> str:
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def _named(place: Place) -> str:
    return f"{place.kind} '{place.name}'" if place.name else place.kind
