"""Rules on values: invalid examples and defaults, and defaults without effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members, strings
from typewright.schemas.validation import SchemaValidator

_SHOWN = 200
"""Up to how many characters of a validator's words a message shows."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A value in the description, its location, and the pointer of its schema."""

    value: JsonValue
    pointer: str
    schema: str


def invalid_examples(subject: Subject) -> Iterator[Finding]:
    """Yield the examples that are invalid against their schemas."""
    yield from _refused(subject, list(_examples(subject)), "the example is refused")


def invalid_defaults(subject: Subject) -> Iterator[Finding]:
    """Yield the defaults that are invalid against their schemas."""
    found = [
        _Shown(schema["default"], f"{node.pointer}/default", node.pointer)
        for node, schema in subject.of_kind("Schema")
        if schema.get("default") is not None and not ("$ref" in schema and subject.before_31)
    ]
    yield from _refused(subject, found, "the default is refused")


def unreachable_defaults(subject: Subject) -> Iterator[Finding]:
    """Yield the defaults of required properties, which never apply."""
    for node, schema in subject.of_kind("Schema"):
        required = frozenset(strings(schema.get("required")))
        for name, below in members(schema.get("properties")).items():
            if name in required and "default" in members(below):
                pointer = f"{node.pointer}/properties/{escape(name)}/default"
                yield Finding(pointer, f"'{name}' is required, so its default never comes in", key=True)
    for node, parameter in subject.of_kind("Parameter"):
        if (parameter.get("required") is True or parameter.get("in") == "path") and "default" in members(
            parameter.get("schema")
        ):
            called = parameter.get("name")
            which = f"the parameter '{called}'" if isinstance(called, str) else "the parameter"
            message = f"{which} is required, so its default never comes in"
            yield Finding(f"{node.pointer}/schema/default", message, key=True)


def _refused(subject: Subject, found: list[_Shown], what: str) -> Iterator[Finding]:
    validator = SchemaValidator(subject.api)
    validator.prepare(value.schema for value in found)
    for value in found:
        error = next(validator.validation_errors(value.schema, value.value), None)
        if error is not None:
            suffix = "".join(f"/{escape(str(token))}" for token in error.path)
            yield Finding(value.pointer + suffix, f"{what}: {error.message[:_SHOWN]}")


def _examples(subject: Subject) -> Iterator[_Shown]:
    for node, value in subject.of_kind("Schema", "Parameter", "Header", "MediaType"):
        if node.kind.name == "Schema":
            if "$ref" not in value or not subject.before_31:
                yield from _of_schema(value, node.pointer)
        elif "schema" in value:
            yield from _of_holder(subject, value, node.pointer)


def _of_schema(schema: JsonObject, pointer: str) -> Iterator[_Shown]:
    if "example" in schema:
        yield _Shown(schema["example"], f"{pointer}/example", pointer)
    listed = schema.get("examples")
    for index, value in enumerate(listed if isinstance(listed, list) else []):
        yield _Shown(value, f"{pointer}/examples/{index}", pointer)


def _of_holder(subject: Subject, holder: JsonObject, pointer: str) -> Iterator[_Shown]:
    """Yield the examples of a parameter, a header or a media type."""
    if "example" in holder:
        yield _Shown(holder["example"], f"{pointer}/example", f"{pointer}/schema")
    for name, written in members(holder.get("examples")).items():
        entry, example_pointer = subject.end_of(written, f"{pointer}/examples/{escape(name)}")
        if "value" in members(entry):
            yield _Shown(members(entry)["value"], f"{example_pointer}/value", f"{pointer}/schema")
