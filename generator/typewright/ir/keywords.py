"""The keywords of schemas and parameters as values: presence, primitive types, annotations and constraints."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from msgspec import field

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonValue


class Absent(Enum):
    """The type of `ABSENT`, the value of a keyword that is not present, as opposed to null."""

    ABSENT = "absent"

    def __bool__(self) -> bool:
        return False


ABSENT: Final = Absent.ABSENT


class Presence(Enum):
    """Whether a property or a parameter is required, which is independent of nullability and defaults."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    SENT = "sent"
    """Optional, and sent by clients nevertheless: with the default, which is the only value."""


class ScalarKind(Enum):
    """The primitive types of JSON Schema; ANY is the type of a schema that accepts every value."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    ANY = "any"

    __hash__ = object.__hash__  # that of Enum is a function of Python, and kinds are keys of many tables


class Direction(Enum):
    """The use of a type: in requests or in responses."""

    REQUEST = "request"
    RESPONSE = "response"

    __hash__ = object.__hash__  # as of ScalarKind


class Annotations(EncodedRecord, frozen=True):
    """The annotations of a schema (JSON Schema 2020-12 Validation, section 9; OpenAPI `example`)."""

    title: str | None = None
    description: str | None = None
    example: JsonValue | Absent = ABSENT
    examples: tuple[JsonValue, ...] = ()
    default: JsonValue | Absent = ABSENT
    deprecated: bool = False
    deprecation_message: str | None = None
    read_only: bool = False
    write_only: bool = False
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    """The `x-*` members of the schema, with their usual names (`x-speakeasy-extension-rewrite`)."""


NO_ANNOTATIONS: Final = Annotations()


class Constraints(EncodedRecord, frozen=True):
    """The validation keywords for numbers, strings, arrays and objects (JSON Schema 2020-12 Validation, 6.2 to 6.5).

    The boolean `exclusiveMinimum` and `exclusiveMaximum` of OpenAPI 3.0 are converted to the numeric form.
    """

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None


NO_CONSTRAINTS: Final = Constraints()
