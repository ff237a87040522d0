"""Lowering of the annotations and constraints of schemas."""

from __future__ import annotations

from typewright.base.json_value import JsonObject
from typewright.ir import ABSENT, NO_ANNOTATIONS, NO_CONSTRAINTS, Annotations, Constraints
from typewright.openapi.reading import Reader, extensions

_ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "example",
        "examples",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "summary",
        "externalDocs",
        "xml",
        "$comment",
        "nullable",
    }
)
"""Keywords that do not restrict which values are valid (JSON Schema 2020-12 Validation, section 9)."""

_MORE_THAN_TEXTS = _ANNOTATIONS - {"title", "description"}

NOT_COPIED = frozenset({"title", "x-speakeasy-name-override", "deprecated", "$id", "$anchor", "$defs", "definitions"})
"""Keywords that are not copied from the target of a `$ref` that a schema extends."""

_CONSTRAINTS = frozenset(
    {
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
    }
)


def is_annotation(keyword: str) -> bool:
    """Return whether a keyword is an annotation or an extension."""
    return keyword in _ANNOTATIONS or keyword.startswith("x-")


def has_only_annotations(schema: JsonObject) -> bool:
    """Return whether all keywords of `schema` but `$ref` are annotations."""
    return all(keyword == "$ref" or is_annotation(keyword) for keyword in schema)


def annotations_of(schema: JsonObject, pointer: str, reader: Reader) -> Annotations:
    """Return the annotations of `schema`."""
    own_extensions = extensions(schema)
    if not own_extensions and _ANNOTATIONS.isdisjoint(schema):
        return NO_ANNOTATIONS
    if not own_extensions and _MORE_THAN_TEXTS.isdisjoint(schema):
        return Annotations(reader.string(schema, "title", pointer), reader.string(schema, "description", pointer))
    written = schema.get("examples")
    examples = tuple(written) if isinstance(written, list) else ()
    first = reader.example(examples[0], f"{pointer}/examples/0") if reader.from_examples and examples else ABSENT
    message = schema.get("x-speakeasy-deprecation-message")
    return Annotations(
        title=reader.string(schema, "title", pointer),
        description=reader.string(schema, "description", pointer),
        example=reader.example(schema["example"], f"{pointer}/example") if "example" in schema else first,
        examples=examples,
        default=schema.get("default", ABSENT),
        deprecated=bool(schema.get("deprecated")) and bool(reader.boolean(schema, "deprecated", pointer)),
        deprecation_message=message if isinstance(message, str) else None,
        read_only=schema.get("readOnly") is True,
        write_only=schema.get("writeOnly") is True,
        extensions=own_extensions,
    )


def constraints_of(schema: JsonObject, pointer: str, reader: Reader) -> Constraints:
    """Return the constraints of `schema`. Boolean exclusive limits of OpenAPI 3.0 become numeric ones."""
    if _CONSTRAINTS.isdisjoint(schema):
        return NO_CONSTRAINTS
    minimum = reader.number(schema, "minimum", pointer)
    maximum = reader.number(schema, "maximum", pointer)
    exclusive_minimum, minimum = _exclusive_and_inclusive(schema, "exclusiveMinimum", minimum, pointer, reader)
    exclusive_maximum, maximum = _exclusive_and_inclusive(schema, "exclusiveMaximum", maximum, pointer, reader)
    return Constraints(
        minimum=minimum,
        maximum=maximum,
        exclusive_minimum=exclusive_minimum,
        exclusive_maximum=exclusive_maximum,
        multiple_of=_multiple_of(schema, pointer, reader),
        min_length=_minimum_size(schema, "minLength", pointer, reader),
        max_length=_maximum_size(schema, "maxLength", pointer, reader),
        pattern=reader.string(schema, "pattern", pointer),
        min_items=_minimum_size(schema, "minItems", pointer, reader),
        max_items=_maximum_size(schema, "maxItems", pointer, reader),
        unique_items=bool(reader.boolean(schema, "uniqueItems", pointer)),
        min_properties=_minimum_size(schema, "minProperties", pointer, reader),
        max_properties=_maximum_size(schema, "maxProperties", pointer, reader),
    )


_LARGEST_SIZE = 2**63 - 1
"""The maximum size of a text, array or object: target languages store sizes in 64 bits."""


def _minimum_size(schema: JsonObject, keyword: str, pointer: str, reader: Reader) -> int | None:
    """Return a lower bound of a size, limited to the largest size."""
    size = reader.size(schema, keyword, pointer)
    return None if size is None else min(size, _LARGEST_SIZE)


def _maximum_size(schema: JsonObject, keyword: str, pointer: str, reader: Reader) -> int | None:
    """Return an upper bound of a size; None if the bound is above the largest size."""
    size = reader.size(schema, keyword, pointer)
    return None if size is None or size > _LARGEST_SIZE else size


def _exclusive_and_inclusive(
    schema: JsonObject, keyword: str, bound: int | float | None, pointer: str, reader: Reader
) -> tuple[int | float | None, int | float | None]:
    """Return the exclusive and the inclusive limit. `true` (OpenAPI 3.0) makes `bound` the exclusive one."""
    written = schema.get(keyword)
    if written is True:
        return bound, None
    if written is False or written is None:
        return None, bound
    return reader.number(schema, keyword, pointer), bound


def _multiple_of(schema: JsonObject, pointer: str, reader: Reader) -> int | float | None:
    factor = reader.number(schema, "multipleOf", pointer)
    if factor is not None and factor <= 0:
        assumed = "it is passed over"
        reader.report("E302", "'multipleOf' must be greater than 0", f"{pointer}/multipleOf", assumed=assumed)
        return None
    return factor
