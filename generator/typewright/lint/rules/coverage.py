"""Rules on missing documentation: descriptions and examples, counted by kind of object."""

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
    """A thing that documentation is expected for.

    `described` and `exemplified` say whether it has a description and an example; None where none is expected.
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
    """Yield every thing without a description."""
    for place in places(subject):
        if place.described is False:
            yield Finding(place.pointer, f"the {_named(place)} has no description", key=True)


def missing_examples(subject: Subject) -> Iterator[Finding]:
    """Yield every thing without an example."""
    for place in places(subject):
        if place.exemplified is False:
            yield Finding(place.pointer, f"the {_named(place)} has no example", key=True)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many things of one kind have descriptions and examples; `of` is their number."""

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
    """Yield a schema where it is shared, and its properties."""
    if pointer.startswith("#/components/schemas/") and pointer.count("/") == 3:
        yield Place("schema", pointer, _last(pointer), _is_said(schema, "description", "title"), None)
    for name, below in members(schema.get("properties")).items():
        place = f"{pointer}/properties/{escape(name)}"
        own = members(below)
        end = members(subject.end_of(below, place)[0])
        described = _is_said(own, "description", "title") or _is_said(end, "description", "title")
        yield Place("property", place, name, described, _shows_itself(own) or _shows_itself(end))


def _shows_itself(schema: JsonObject) -> bool:
    """Whether the schema itself shows a value: an example, a constant, an enum, or those of its properties."""
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
