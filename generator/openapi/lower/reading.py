"""Typed access to the parts of a description, which may have the wrong type in every position.

Each method returns the value when it has the type asked for, and otherwise reports it once and returns an empty
value, so that lowering goes on and collects all there is to report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import Diagnostic, Severity
from generator.ir import ABSENT, Absent
from generator.json_pointer import escape
from generator.json_value import JsonObject, JsonValue

if TYPE_CHECKING:
    from generator.openapi.document import Document

_JSON_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "a boolean"),
    (int, "a number"),
    (float, "a number"),
    (str, "a string"),
    (list, "an array"),
    (dict, "an object"),
)


def json_type(value: JsonValue) -> str:
    """Return the JSON type of `value` with its article, for messages."""
    for python_type, name in _JSON_TYPES:
        if isinstance(value, python_type):
            return name
    return "null"


@dataclass(slots=True)
class Reader:
    """Reads a document's members and keeps what is wrong with them."""

    document: Document
    diagnostics: list[Diagnostic] = field(default_factory=list)
    from_examples: bool = False
    """Whether the first of a schema's or a parameter's `examples` counts as its `example`."""
    _reported: set[tuple[str, str]] = field(default_factory=set)

    def report(
        self,
        code: str,
        message: str,
        pointer: str,
        *,
        help_: str | None = None,
        severity: Severity = Severity.ERROR,
        key: bool = False,
    ) -> None:
        """Keep a diagnostic about `pointer`; the same code is reported once a place."""
        if (code, pointer) in self._reported:
            return
        self._reported.add((code, pointer))
        location = self.document.location(pointer, key=key)
        self.diagnostics.append(Diagnostic(code, message, severity, location, pointer, help_))

    def object(self, parent: JsonObject, key: str, pointer: str) -> JsonObject:
        """Return the object at `key`, empty where there is none."""
        value = parent.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self._wrong_type(value, "an object", key, pointer)
        return {}

    def array(self, parent: JsonObject, key: str, pointer: str) -> list[JsonValue]:
        """Return the array at `key`, empty where there is none."""
        value = parent.get(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self._wrong_type(value, "an array", key, pointer)
        return []

    def strings(self, parent: JsonObject, key: str, pointer: str) -> list[str]:
        """Return the strings of the array at `key`."""
        strings = []
        for index, item in enumerate(self.array(parent, key, pointer)):
            if isinstance(item, str):
                strings.append(item)
            else:
                self._wrong_type(item, "a string", f"{key}/{index}", pointer, named=key)
        return strings

    def string(self, parent: JsonObject, key: str, pointer: str) -> str | None:
        """Return the string at `key`; a number is taken as its text, as YAML writers expect."""
        value = parent.get(key)
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self._wrong_type(value, "a string", key, pointer)
        return None

    def boolean(self, parent: JsonObject, key: str, pointer: str) -> bool | None:
        """Return the boolean at `key`."""
        value = parent.get(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._wrong_type(value, "a boolean", key, pointer)
        return None

    def number(self, parent: JsonObject, key: str, pointer: str) -> int | float | None:
        """Return the number at `key`."""
        value = parent.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        if value is not None:
            self._wrong_type(value, "a number", key, pointer)
        return None

    def size(self, parent: JsonObject, key: str, pointer: str) -> int | None:
        """Return the whole number, not below zero, at `key`."""
        value = self.number(parent, key, pointer)
        if value is None:
            return None
        if value < 0 or value != int(value):
            self._wrong_type(parent[key], "a whole number, 0 or more", key, pointer)
            return None
        return int(value)

    def _wrong_type(self, value: JsonValue, wanted: str, key: str, pointer: str, named: str | None = None) -> None:
        self.report(
            "E301",
            f"{named or key!r} must be {wanted}, not {json_type(value)}",
            f"{pointer}/{key if '/' in key else escape(key)}",
            help_=f"write {wanted} here, or remove it",
        )


def value_or_absent(parent: JsonObject, key: str) -> JsonValue | Absent:
    """Return the value at `key`, telling null from nothing."""
    return parent.get(key, ABSENT)


def extensions(parent: JsonObject) -> JsonObject:
    """Return the `x-*` members of an object."""
    return {key: value for key, value in parent.items() if key.startswith("x-")}
