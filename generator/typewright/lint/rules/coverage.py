"""Rules on missing documentation: descriptions and examples, counted by kind of object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members
from typewright.openapi.path_items import METHODS

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
class Documented:
    """A thing that documentation is expected for.

    `described` and `exemplified` say whether it has a description and an example; None where none is expected.
    """

    kind: str
    pointer: str
    name: str
    described: bool | None
    exemplified: bool | None = None


def documented_things(subject: Subject) -> Iterator[Documented]:
    """Yield the operations, parameters, bodies, responses, schemas, properties and tags of a description."""
    for node, value in subject.of_kind("Operation", "Parameter", "RequestBody", "Response", "Schema", "Tag"):
        match node.kind.name:
            case "Operation":
                name = _operation_name(node.pointer, value)
                yield Documented("operation", node.pointer, name, _is_said(value, "description", "summary"))
            case "Parameter":
                shown = _has_example(value) or _schema_has_example(subject, value, node.pointer)
                described = _is_said(value, "description")
                yield Documented(
                    "parameter", node.pointer, str(value.get("name")), described=described, exemplified=shown
                )
            case "RequestBody":
                shown = _content_has_example(subject, value, node.pointer)
                yield Documented("request body", node.pointer, "", described=None, exemplified=shown)
            case "Response":
                yield Documented("response", node.pointer, _last(node.pointer), _is_said(value, "description"))
            case "Tag":
                yield Documented("tag", node.pointer, str(value.get("name")), _is_said(value, "description"))
            case _:
                yield from _of_schema(subject, value, node.pointer)


def missing_descriptions(subject: Subject) -> Iterator[Finding]:
    """Yield every thing without a description."""
    for thing in documented_things(subject):
        if thing.described is False:
            yield Finding(thing.pointer, f"the {_named(thing)} has no description", key=True)


def missing_examples(subject: Subject) -> Iterator[Finding]:
    """Yield every thing without an example."""
    for thing in documented_things(subject):
        if thing.exemplified is False:
            yield Finding(thing.pointer, f"the {_named(thing)} has no example", key=True)


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
    found: dict[str, list[Documented]] = {}
    for thing in documented_things(subject):
        found.setdefault(thing.kind, []).append(thing)
    return tuple(
        Coverage(
            kind=spoken,
            described=sum(thing.described is True for thing in found[kind]),
            to_describe=sum(thing.described is not None for thing in found[kind]),
            exemplified=sum(thing.exemplified is True for thing in found[kind]),
            to_exemplify=sum(thing.exemplified is not None for thing in found[kind]),
        )
        for kind, spoken in _SPOKEN.items()
        if kind in found
    )


def _of_schema(subject: Subject, schema: JsonObject, pointer: str) -> Iterator[Documented]:
    """Yield a schema where it is shared, and its properties."""
    if pointer.startswith("#/components/schemas/") and pointer.count("/") == 3:
        yield Documented("schema", pointer, _last(pointer), _is_said(schema, "description"))
    for name, below in members(schema.get("properties")).items():
        property_pointer = f"{pointer}/properties/{escape(name)}"
        own = members(below)
        end = members(subject.end_of(below, property_pointer)[0])
        described = _is_said(own, "description") or _is_said(end, "description")
        shown = _shows_itself(own) or _shows_itself(end)
        yield Documented("property", property_pointer, name, described=described, exemplified=shown)


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


def _named(thing: Documented) -> str:
    return f"{thing.kind} '{thing.name}'" if thing.name else thing.kind
