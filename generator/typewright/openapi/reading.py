"""Typed access to the members of a description, whose values may be of the wrong type.

A method returns the value if it has the expected type. Otherwise it reports the value once and returns an empty one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, Severity, SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.timestamps import Timestamp, is_timestamp
from typewright.config.habits import Habit
from typewright.ir import ABSENT, Absent

if TYPE_CHECKING:
    from typewright.openapi.document import Document

_MAX_SHOWN = 40
"""How many characters of a value a message shows at most."""

_JSON_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "a boolean"),
    (int, "a number"),
    (float, "a number"),
    (str, "a string"),
    (list, "an array"),
    (dict, "an object"),
)


_ADVICE: Mapping[tuple[str, type], str] = MappingProxyType(
    {
        ("required", bool): "list the names of required properties in 'required' of the object around them",
        ("examples", dict): "a schema's 'examples' is a list of values; parameters and media types name theirs",
        ("servers", dict): "write a list: '- url: https://…'",
        ("tags", str): "write a list: [name]",
        ("security", dict): "write a list: '- name: []'",
        ("parameters", dict): "write a list: '- name: …'; only 'components: parameters:' names its entries",
        ("properties", list): "write the properties as 'name: schema'",
        ("responses", list): "write the responses as 'status: response'",
    }
)
"""Advice for a field (by name) with a value of a wrong type, where the intention is evident."""


_OBJECT_ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "PathItem": "write a method such as 'get:' below the path, or remove it",
        "Operation": "write 'responses:' below the method, or remove it",
        "Parameter": "write '- name: …' with 'in:' and 'schema:' below it",
        "Response": "write 'description: …' below the status",
        "MediaType": "write 'schema: …' below it, or {} where nothing is said of it",
        "RequestBody": "write 'content:' and a media type below it",
        "Header": "write 'schema: …' below it",
        "Example": "write 'value: …' below it",
        "Callback": "write an expression and a method below it",
        "Server": "write '- url: https://…'",
        "Tag": "write '- name: …'",
        "SecurityRequirement": "write '- NAME: []', with the name of a security scheme",
        "SecurityScheme": "write 'type: …' below it",
        "Discriminator": "write 'propertyName: …' below it",
    }
)
"""Advice for a value that must be an object, by the name of the kind of object."""


def advice_for(key: str, value: JsonValue, expected: str) -> str:
    """Return the advice for the field `key` with a `value` of another type than `expected`, which has an article."""
    return _ADVICE.get((key, type(value)), f"write {expected} here, or remove it")


def json_type(value: JsonValue) -> str:
    """Return the JSON type of `value` with an article, for messages."""
    for value_type, name in _JSON_TYPES:
        if isinstance(value, value_type):
            return name
    return "null"


def value_text(value: JsonValue) -> str:
    """Return `value` as JSON for a message, shortened."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"


class Reader(Struct):
    """Reads the members of a document and collects diagnostics."""

    document: Document
    diagnostics: list[Diagnostic] = field(default_factory=list)
    from_examples: bool = False
    """Whether the first of the `examples` of a schema or a parameter is used as its `example`."""
    is_before_31: bool = False
    """Whether the version is OpenAPI 3.0, where the siblings of a `$ref` are ignored."""
    habits: frozenset[Habit] = frozenset()
    """The habits of the reference implementation that are kept (`reference_habits` of the configuration)."""
    is_before_32: bool = False
    """Whether the version is OpenAPI 3.0 or 3.1. Features of 3.2 are still read, with a warning."""
    reached: set[str] = field(default_factory=set)
    """Pointers of the objects that code is generated from; faults in other objects are only warnings."""
    split_unions: set[str] = field(default_factory=set)
    """Pointers of the unions whose own assertions were moved into the first schema of their `allOf`."""
    open_forms: dict[int, str] = field(default_factory=dict)
    """The pointers of the schemas whose open forms stand in place of references to them, by the form's identity."""
    reports: int = 0
    """How many diagnostics were reported, those that had been reported before included."""
    _reported: dict[tuple[str, str], int] = field(default_factory=dict)
    """Code and pointer of each diagnostic → its index."""
    _erroneous: set[str] = field(default_factory=set)
    """Pointers with an error; further findings of structural rules there would only follow from that error."""

    def example(self, value: JsonValue, pointer: str) -> JsonValue:
        """Return the example at `pointer`; with the habit for it, a timestamp without quotes as such."""
        if "timestamps-as-times" not in self.habits or not isinstance(value, str) or not is_timestamp(value):
            return value
        return Timestamp(value) if self.document.text_at(pointer) == value else value

    def report(
        self,
        code: str,
        message: str,
        pointer: str,
        *,
        help_: str | None = None,
        severity: Severity | None = None,
        assumed: str | None = None,
        at_key: bool = False,
    ) -> None:
        """Add a diagnostic about `pointer`, once for each code and pointer; a later error raises an earlier warning.

        The default severity is a warning if `assumed`, or else the registry's entry of `code`, says what is assumed
        instead, and an error if nothing is. A value that begins below the line of its key is located at the key.
        """
        self.reports += 1
        assumed = REGISTRY[code].assumed if assumed is None else assumed
        severity = severity or (Severity.WARNING if assumed else Severity.ERROR)
        if severity is Severity.WARNING and assumed:
            message = f"{message}; {assumed}"
        index = self._reported.get((code, pointer))
        if index is not None:
            if severity is Severity.ERROR:
                self.diagnostics[index] = self.diagnostics[index]._replace(severity=severity)
                self._erroneous.add(pointer)
            return
        if severity is Severity.ERROR:
            self._erroneous.add(pointer)
        elif code.startswith("E") and pointer in self._erroneous:
            return
        self._reported[code, pointer] = len(self.diagnostics)
        location = self.document.location(pointer, at_key=at_key)
        if not at_key and pointer != "#":
            location = min(location, self.document.location(pointer, at_key=True), key=lambda found: found.line)
        self.diagnostics.append(
            Diagnostic(
                code=code,
                message=message,
                severity=severity,
                location=location,
                pointer=self.document.written_pointer(pointer),
                help=help_ or REGISTRY[code].help,
            )
        )

    def warn(self, code: str, message: str, pointer: str, *, help_: str | None = None, at_key: bool = False) -> None:
        """Add a warning about `pointer`; see `report`."""
        self.report(code, message, pointer, help_=help_, severity=Severity.WARNING, at_key=at_key)

    def absorb(self, fault: SpecError, severity: Severity = Severity.ERROR, *, assumed: str | None = None) -> None:
        """Add the diagnostics of `fault`, once for each code and pointer. Its errors are added with `severity`.

        They are warnings, as in `report`, if `assumed` or the registry says what is assumed instead.
        """
        for diagnostic in fault.diagnostics:
            self.reports += 1
            index = self._reported.setdefault((diagnostic.code, diagnostic.pointer or ""), len(self.diagnostics))
            absorbed = diagnostic
            if diagnostic.severity is Severity.ERROR:
                instead = REGISTRY[diagnostic.code].assumed if assumed is None else assumed
                message = f"{diagnostic.message}; {instead}" if instead else diagnostic.message
                absorbed = diagnostic._replace(message=message, severity=Severity.WARNING if instead else severity)
            if index == len(self.diagnostics):
                self.diagnostics.append(absorbed)
            elif absorbed.severity is Severity.ERROR:
                self.diagnostics[index] = self.diagnostics[index]._replace(severity=Severity.ERROR)

    def severity_at(self, pointer: str) -> Severity:
        """Return the severity of a fault in the object at `pointer`: an error if code is generated from the object."""
        return Severity.ERROR if pointer in self.reached else Severity.WARNING

    def object(self, parent: JsonObject, key: str, pointer: str) -> JsonObject:
        """Return the object at `key`; an empty one if it is absent or of another type."""
        value = parent.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self._wrong_type(value, "an object", key, pointer)
        return {}

    def array(self, parent: JsonObject, key: str, pointer: str) -> list[JsonValue]:
        """Return the array at `key`; an empty one if it is absent or of another type."""
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
                self._wrong_type(item, "a string", f"{key}/{index}", pointer, label=f"an item of {key!r}")
        return strings

    def string(self, parent: JsonObject, key: str, pointer: str) -> str | None:
        """Return the string at `key`, or None. A number becomes a string, since YAML authors leave out the quotes."""
        value = parent.get(key)
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self._wrong_type(value, "a string", key, pointer)
        return None

    def boolean(self, parent: JsonObject, key: str, pointer: str) -> bool | None:
        """Return the boolean at `key`, or None."""
        value = parent.get(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._wrong_type(value, "a boolean", key, pointer)
        return None

    def number(self, parent: JsonObject, key: str, pointer: str) -> int | float | None:
        """Return the number at `key`, or None."""
        value = parent.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        if value is not None:
            self._wrong_type(value, "a number", key, pointer)
        return None

    def size(self, parent: JsonObject, key: str, pointer: str) -> int | None:
        """Return the non-negative integer at `key`, or None."""
        value = self.number(parent, key, pointer)
        if value is None:
            return None
        if value < 0 or value != int(value):
            self._wrong_type(parent[key], "a whole number, 0 or more", key, pointer, found=f"{value}")
            return None
        return int(value)

    def report_no_object(self, value: JsonValue, label: str, kind: str, pointer: str) -> None:
        """Report that the value at `pointer` must be an object of `kind`; `label` names the object in the message."""
        message = f"{label} must be an object, not {json_type(value)}"
        advice = _OBJECT_ADVICE.get(kind, "write an object here, or remove it")
        self.report("E301", message, pointer, help_=advice)

    def report_no_reference(self, ref: JsonValue, pointer: str, *, assumed: str = "it is left out") -> None:
        """Report that the `$ref` of the object at `pointer` is no string, and what is assumed of the object."""
        advice = "put it in quotes: '#' begins a comment of YAML" if ref is None else None
        message = f"'$ref' must be a string, not {json_type(ref)}"
        self.report("E304", message, f"{pointer}/$ref", help_=advice, assumed=assumed)

    def _wrong_type(
        self, value: JsonValue, expected: str, key: str, pointer: str, label: str = "", found: str = ""
    ) -> None:
        self.report(
            "E301",
            f"{label or repr(key)} must be {expected}, not {found or json_type(value)}",
            f"{pointer}/{key if '/' in key else escape(key)}",
            help_=advice_for(key, value, expected),
        )


def value_or_absent(parent: JsonObject, key: str) -> JsonValue | Absent:
    """Return the value at `key`, or ABSENT."""
    return parent.get(key, ABSENT)


def extensions(parent: JsonObject) -> JsonObject:
    """Return the `x-*` members of an object."""
    return {key: value for key, value in parent.items() if key.startswith("x-")}


def report_newer_feature(what: str, pointer: str, reader: Reader, *, at_key: bool = False) -> None:
    """Warn that `what`, at `pointer`, was added by OpenAPI 3.2 and the description has an older version."""
    reader.warn("W323", f"{what} is of OpenAPI 3.2; it is read all the same", pointer, at_key=at_key)
