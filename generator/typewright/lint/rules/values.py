"""Rules about values: invalid examples and defaults, and defaults without effect."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject, members, strings
from typewright.schemas.validation import SchemaValidator

_MAX_SHOWN = 200
"""How many characters of a validator's message are shown at most."""


class _SchemaValue(Struct, frozen=True):
    """A value of the description, its pointer, and the pointer of its schema."""

    value: JsonValue
    pointer: str
    schema: str


def invalid_examples(subject: Subject) -> Iterator[Finding]:
    """Yield the examples that are invalid against their schemas."""
    yield from _invalid_values(subject, list(_examples(subject)), "the example is refused")


def invalid_defaults(subject: Subject) -> Iterator[Finding]:
    """Yield the defaults that are invalid against their schemas."""
    defaults = [
        _SchemaValue(schema["default"], f"{node.pointer}/default", node.pointer)
        for node, schema in subject.of_kind("Schema")
        if schema.get("default") is not None and not ("$ref" in schema and subject.is_before_31)
    ]
    yield from _invalid_values(subject, defaults, "the default is refused")


def unreachable_defaults(subject: Subject) -> Iterator[Finding]:
    """Yield the defaults of required properties, which never apply."""
    for node, schema in subject.of_kind("Schema"):
        required = frozenset(strings(schema.get("required")))
        for name, property_schema in members(schema.get("properties")).items():
            if name in required and "default" in members(property_schema):
                pointer = f"{node.pointer}/properties/{escape(name)}/default"
                yield Finding(pointer, f"'{name}' is required, so its default never comes in", at_key=True)
    for node, parameter in subject.of_kind("Parameter"):
        if (parameter.get("required") is True or parameter.get("in") == "path") and "default" in members(
            parameter.get("schema")
        ):
            parameter_name = parameter.get("name")
            label = f"the parameter '{parameter_name}'" if isinstance(parameter_name, str) else "the parameter"
            message = f"{label} is required, so its default never comes in"
            yield Finding(f"{node.pointer}/schema/default", message, at_key=True)


def _invalid_values(subject: Subject, values: list[_SchemaValue], statement: str) -> Iterator[Finding]:
    validator = SchemaValidator(subject.api)
    validator.prepare(value.schema for value in values)
    for value in values:
        error = next(validator.validation_errors(value.schema, value.value), None)
        if error is not None:
            suffix = "".join(f"/{escape(str(token))}" for token in error.path)
            yield Finding(value.pointer + suffix, f"{statement}: {error.message[:_MAX_SHOWN]}")


def _examples(subject: Subject) -> Iterator[_SchemaValue]:
    for node, value in subject.of_kind("Schema", "Parameter", "Header", "MediaType"):
        if node.kind.name == "Schema":
            if "$ref" not in value or not subject.is_before_31:
                yield from _schema_examples(value, node.pointer)
        elif "schema" in value:
            yield from _named_examples(subject, value, node.pointer)


def _schema_examples(schema: JsonObject, pointer: str) -> Iterator[_SchemaValue]:
    if "example" in schema:
        yield _SchemaValue(schema["example"], f"{pointer}/example", pointer)
    examples = schema.get("examples")
    for index, value in enumerate(examples if isinstance(examples, list) else []):
        yield _SchemaValue(value, f"{pointer}/examples/{index}", pointer)


def _named_examples(subject: Subject, owner: JsonObject, pointer: str) -> Iterator[_SchemaValue]:
    """Yield the examples of a parameter, a header or a media type."""
    if "example" in owner:
        yield _SchemaValue(owner["example"], f"{pointer}/example", f"{pointer}/schema")
    for name, written in members(owner.get("examples")).items():
        entry, example_pointer = subject.resolve_reference(written, f"{pointer}/examples/{escape(name)}")
        if "value" in members(entry):
            yield _SchemaValue(members(entry)["value"], f"{example_pointer}/value", f"{pointer}/schema")
