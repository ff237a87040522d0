"""Repairs of scalars in examples and defaults whose schema asks for a text, or for what is in quotes.

`example: 01234` below `type: string` is meant as the text that the source has, as in `enum` and `const`
(`repairs.values`), and `default: "10"` below `type: integer` as the number. Examples that are arrays or objects are
compared with their schema throughout.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct, field

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.checks.schemas import applied_schemas, branches_of, is_of_type, possible_types
from typewright.openapi.files.limits import MAX_SCHEMA_DEPTH
from typewright.openapi.reading import Reader, json_type, value_text
from typewright.openapi.repairs.integral_values import as_integer, is_for_integers
from typewright.openapi.traversal import Node

_BARE = re.compile(r"true|false|-?(0|[1-9][0-9]{0,17})(\.[0-9]+)?")
"""The texts that are booleans or numbers without their quotes."""
_EXAMPLE, _DEFAULT = "the example", "the default"
_KEYWORDS = frozenset(("example", "examples", "default"))
_WITH_EXAMPLES = frozenset(("Schema", "Parameter", "Header", "MediaType"))
"""The kinds of objects that have examples."""
_ALTERNATIVES = ("oneOf", "anyOf")
_DEEPEST = 8
"""How many levels of alternatives within alternatives are looked at."""
Located: TypeAlias = tuple[JsonObject, str]
"""A schema and its pointer."""


def repair_example_scalars(nodes: Iterable[Node], reader: Reader) -> None:
    """Replace invalid scalars in the examples and the defaults of schemas, parameters and media types, in place."""
    applications = _Applications(reader)
    for node in nodes:
        owner = node.value
        if not isinstance(owner, dict) or _KEYWORDS.isdisjoint(owner) or node.kind.name not in _WITH_EXAMPLES:
            continue
        if node.kind.name != "Schema":
            _repair_content(owner, node.pointer, applications)
        elif "$ref" not in owner or not reader.is_before_31:
            _repair_schema(owner, node.pointer, applications)


def _repair_schema(schema: JsonObject, pointer: str, applications: _Applications) -> None:
    located = (schema, pointer)
    for keyword, subject in (("example", _EXAMPLE), ("default", _DEFAULT)):
        if keyword in schema:
            schema[keyword] = _repaired(schema[keyword], f"{pointer}/{keyword}", located, applications, subject)
    examples = schema.get("examples")
    if isinstance(examples, list):
        schema["examples"] = [
            _repaired(value, f"{pointer}/examples/{index}", located, applications)
            for index, value in enumerate(examples)
        ]


def _repair_content(owner: JsonObject, pointer: str, applications: _Applications) -> None:
    """Repair `example` and the named `examples` of a parameter, a header or a media type. The latter may be shared."""
    schema = owner.get("schema")
    if not isinstance(schema, dict):
        return
    located = (schema, f"{pointer}/schema")
    if "example" in owner:
        owner["example"] = _repaired(owner["example"], f"{pointer}/example", located, applications)
    named = owner.get("examples")
    for name, written in named.items() if isinstance(named, dict) else ():
        example, example_pointer = _followed(written, f"{pointer}/examples/{escape(name)}", applications.reader)
        for keyword in ("value", "dataValue"):
            if keyword in example:
                value_pointer = f"{example_pointer}/{keyword}"
                example[keyword] = _repaired(example[keyword], value_pointer, located, applications)


def _followed(example: JsonValue, pointer: str, reader: Reader) -> Located:
    """Return an Example Object or the one that it refers to; an empty one if there is none."""
    ref = example.get("$ref") if isinstance(example, dict) else None
    if isinstance(ref, str):
        try:
            target = reader.document.follow(ref, pointer, ignore_siblings=True)
        except SpecError:
            return {}, pointer
        example, pointer = target.value, target.pointer
    return (example if isinstance(example, dict) else {}), pointer


def _repaired(
    value: JsonValue, pointer: str, schema: Located, applications: _Applications, subject: str = _EXAMPLE
) -> JsonValue:
    """Return `value` with the scalars that are meant in place of invalid ones; one warning tells of all of them."""
    reader = applications.reader
    if value is None or ("example-numbers-stay" in reader.habits and subject != _DEFAULT):
        return value
    conversion = _Conversion(reader)
    converted = conversion.converted(value, pointer, applications.of((schema,)), 0)
    if not conversion.replaced:
        return converted if conversion.has_integral else value
    first, original, expected = conversion.replaced[0]
    others = f" (and {len(conversion.replaced) - 1} more)" if len(conversion.replaced) > 1 else ""
    stated = f"{subject} {value_text(original)}" if first == pointer else f"{value_text(original)} in {subject}"
    message = f"{stated} is {json_type(original)}, but the type is {expected}{others}"
    is_text = isinstance(original, str)
    advice = f"{'write the value without' if is_text else 'put the value in'} quotes, or change the type"
    assumed = "it is read without quotes" if is_text else "its text is taken"
    reader.report("W304", message, first, help_=advice, assumed=assumed)
    return converted


class _Conversion(Struct):
    """The conversion of one value. `replaced` has the pointer, the value and the type of what was replaced."""

    reader: Reader
    replaced: list[tuple[str, str | int | float, str]] = field(default_factory=list)
    has_integral: bool = False
    """Whether a number that is written with a fraction of zero became an integer, which is not worth a warning."""

    def converted(self, value: JsonValue, pointer: str, applied: _Application, depth: int) -> JsonValue:
        """Return `value`, to which the schemas of `applied` apply, with other scalars where they ask for such."""
        if depth > MAX_SCHEMA_DEPTH or not applied.schemas or not _can_be_converted(value):
            return value
        if isinstance(value, list):
            return [
                self.converted(item, f"{pointer}/{index}", applied.of_item(index), depth + 1)
                if _can_be_converted(item)
                else item
                for index, item in enumerate(value)
            ]
        if isinstance(value, dict):
            return {
                key: self.converted(item, f"{pointer}/{escape(key)}", applied.of_property(key), depth + 1)
                if _can_be_converted(item)
                else item
                for key, item in value.items()
            }
        return self._scalar(value, pointer, applied.types)

    def _scalar(self, value: str | int | float | None, pointer: str, types: frozenset[str]) -> JsonValue:
        if isinstance(value, float) and is_for_integers(types) and isinstance(integer := as_integer(value), int):
            self.has_integral = True
            return integer
        if value is None or not types or is_of_type(value, types):
            return value
        if isinstance(value, str):
            bare: JsonValue = json.loads(value)
            if is_of_type(bare, types):
                self.replaced.append((pointer, value, " or ".join(sorted(types - {"null"}))))
                return bare
            return value
        if "string" not in types:
            return value
        self.replaced.append((pointer, value, "string"))
        text = self.reader.document.text_at(pointer)
        return text or (str(value).lower() if isinstance(value, bool) else str(value))


def _can_be_converted(value: JsonValue) -> bool:
    """Return whether a value is a number, a boolean, the text of one, or has parts; most values are other texts."""
    return value is not None and (not isinstance(value, str) or _BARE.fullmatch(value) is not None)


class _Applications(Struct):
    """Which schemas apply to which part of a value. Each is found once, since many examples are of the same schemas."""

    reader: Reader
    _known: dict[tuple[str, ...], _Application] = field(default_factory=dict)

    def of(self, schemas: Sequence[Located]) -> _Application:
        """Return the application of `schemas`."""
        key = tuple(pointer for _, pointer in schemas)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _Application(schemas, self)
        return known


class _Application(Struct, dict=True):
    """The schemas that apply to a value."""

    schemas: Sequence[Located]
    applications: _Applications
    _items: dict[int, _Application] = field(default_factory=dict)
    _properties: dict[str, _Application] = field(default_factory=dict)

    @cached_property
    def types(self) -> frozenset[str]:
        """The types that all of the schemas allow; an empty set for any type."""
        reader = self.applications.reader
        stated = [types for schema in self.schemas if (types := possible_types(*schema, reader))]
        return frozenset[str].intersection(*stated) if stated else frozenset()

    @cached_property
    def _parts(self) -> list[Located]:
        return [part for schema in self.schemas for part in _applied(schema, self.applications.reader, 0)]

    def of_item(self, index: int) -> _Application:
        """Return what applies to the item of an array at `index`."""
        if index not in self._items:
            self._items[index] = self.applications.of(_of_items(self._parts, index))
        return self._items[index]

    def of_property(self, name: str) -> _Application:
        """Return what applies to the property `name` of an object."""
        if name not in self._properties:
            self._properties[name] = self.applications.of(_of_properties(self._parts, name))
        return self._properties[name]


def _applied(schema: Located, reader: Reader, depth: int) -> Iterator[Located]:
    """Yield the schemas that apply to a value of a schema that is not null; of several alternatives, none does."""
    for part, pointer in applied_schemas(*schema, reader):
        yield part, pointer
        for keyword in _ALTERNATIVES if depth < _DEEPEST else ():
            branches = [
                branch for branch in branches_of(part, keyword, pointer) if possible_types(*branch, reader) != {"null"}
            ]
            if len(branches) == 1:
                yield from _applied(branches[0], reader, depth + 1)


def _of_items(parts: Sequence[Located], index: int) -> list[Located]:
    """Return the schemas of the item at `index` of an array to which all of `parts` apply."""
    found: list[tuple[JsonValue, str]] = []
    for part, pointer in parts:
        prefix = part.get("prefixItems")
        if isinstance(prefix, list) and index < len(prefix):
            found.append((prefix[index], f"{pointer}/prefixItems/{index}"))
        else:
            found.append((part.get("items"), f"{pointer}/items"))
    return [(schema, pointer) for schema, pointer in found if isinstance(schema, dict)]


def _of_properties(parts: Sequence[Located], name: str) -> list[Located]:
    """Return the schemas of the property `name` of an object to which all of `parts` apply."""
    found: list[tuple[JsonValue, str]] = []
    for part, pointer in parts:
        properties = part.get("properties")
        if isinstance(properties, dict) and name in properties:
            found.append((properties[name], f"{pointer}/properties/{escape(name)}"))
        elif "patternProperties" not in part:
            found.append((part.get("additionalProperties"), f"{pointer}/additionalProperties"))
    return [(schema, pointer) for schema, pointer in found if isinstance(schema, dict)]
