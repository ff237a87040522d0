"""The conditions that a discriminator adds to the branches of a union (OpenAPI 3.1, 4.8.25).

They are those by which generated code tells the members apart (`analysis.tagging`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from typewright.base.json_pointer import last_token
from typewright.base.json_value import JsonObject, JsonValue

Located = tuple[JsonValue, str]
"""A schema and its canonical pointer."""
ResolveSchema = Callable[[str, str], Located | None]
"""`resolve(ref, base)` returns the target of a `$ref` at the canonical pointer `base`, or None."""

NOTHING: Final[JsonObject] = {"not": {}}
"""A schema without values."""

_MAX_BASE_DEPTH: Final = 8
"""How many levels of `allOf`, `$ref` and unions are searched for the declaration of a property."""


class Conditions(Struct, frozen=True):
    """What each branch of a union requires besides its schema; None for nothing."""

    branches: tuple[JsonObject | None, ...]
    preferred: tuple[JsonObject | None, ...]
    """A part of what each branch allows, with a discriminator value that names the branch.

    It is nothing of the branch for all other values: a value made for another branch would be taken for one of it.
    """
    overlaps: bool
    """Whether a value without a known tag can be valid for several branches, also of a `oneOf`."""


class _Branch(Struct, frozen=True):
    values: list[JsonValue]
    """The discriminator values that mean the branch."""
    is_named: bool
    """Whether one of the values is the name of the schema only because the mapping has none for it."""
    has_constants: bool
    """Whether the schema declares the values of the property itself."""


class Discriminators(Struct, frozen=True):
    """Finds the conditions of the unions of one description."""

    resolve: ResolveSchema

    def conditions(self, schema: JsonObject, keyword: str, pointer: str) -> Conditions | None:
        """Return the conditions on the branches of `keyword` (`oneOf`, `anyOf`); None without a discriminator.

        A branch whose own schema allows none of its values has no condition, since the description contradicts itself.
        """
        discriminator, written = schema.get("discriminator"), schema.get(keyword)
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        if not isinstance(discriminator, dict) or not isinstance(name, str) or not isinstance(written, list):
            return None
        found = [self._branch(discriminator, name, branch, pointer) for branch in written]
        default = self._default_branch(discriminator, written, pointer)
        exact = [_is_one_of(name, branch.values) if branch.values else None for branch in found]
        others = [[value for other in found if other is not branch for value in other.values] for branch in found]
        if default is not None:
            exact[default] = _is_none_of(name, others[default]) if others[default] else None
        if default is not None:
            preferred = [condition if index != default else NOTHING for index, condition in enumerate(exact)]
            return Conditions(tuple(exact), tuple(preferred if any(others[default]) else exact), overlaps=False)
        if not any(branch.is_named for branch in found):
            return Conditions(tuple(exact), tuple(exact), overlaps=False)
        if any(branch.has_constants for branch in found):
            return Conditions((None,) * len(found), tuple(exact), overlaps=False)
        excluding = tuple(_is_none_of(name, values) if values else None for values in others)
        return Conditions(excluding, tuple(exact), overlaps=True)

    def _default_branch(self, discriminator: JsonObject, branches: list[JsonValue], pointer: str) -> int | None:
        """Return the index of the branch that `defaultMapping` names (OpenAPI 3.2), or None."""
        target = self._named(discriminator.get("defaultMapping"), pointer)
        for index, branch in enumerate(branches):
            reference = branch.get("$ref") if isinstance(branch, dict) else None
            branch_target = self.resolve(reference, pointer) if isinstance(reference, str) else None
            if branch_target is not None and target is not None and branch_target[1] == target[1]:
                return index
        return None

    def _named(self, name: JsonValue, pointer: str) -> Located | None:
        """Return the schema that a value of the mapping names."""
        if not isinstance(name, str):
            return None
        return self.resolve(name, pointer) or self.resolve(f"#/components/schemas/{name}", pointer)

    def _branch(self, discriminator: JsonObject, name: str, branch: JsonValue, pointer: str) -> _Branch:
        reference = branch.get("$ref") if isinstance(branch, dict) else None
        target = self.resolve(reference, pointer) if isinstance(reference, str) else None
        if target is None:
            return _Branch([], is_named=False, has_constants=False)
        mapping = discriminator.get("mapping")
        mapped: list[JsonValue] = [
            value
            for value, target_name in (mapping.items() if isinstance(mapping, dict) else ())
            if (named := self._named(target_name, pointer)) is not None and named[1] == target[1]
        ]
        allowed = self._property_values(target, name)
        values = mapped or [last_token(target[1])]
        if allowed is not None:
            values = [value for value in values if value in allowed]
        return _Branch(values, is_named=allowed is None and not mapped, has_constants=bool(allowed))

    def _property_values(self, target: Located, name: str, depth: int = 0) -> list[JsonValue] | None:
        """Return the values that a schema, or the schemas that it consists of, allow for a property.

        Return None if any string is allowed, and an empty list if the property is not declared.
        """
        schema, pointer = target[0] if isinstance(target[0], dict) else {}, target[1]
        properties = schema.get("properties")
        property_schema = properties.get(name) if isinstance(properties, dict) else None
        if isinstance(property_schema, dict):
            values = [property_schema["const"]] if "const" in property_schema else property_schema.get("enum")
            if isinstance(values, list):
                return values
            return None if property_schema.get("type") == "string" else []
        bases = _parts(schema, "allOf", pointer)
        reference = schema.get("$ref")
        if isinstance(reference, str) and (referenced := self.resolve(reference, pointer)) is not None:
            bases.append(referenced)
        for base in bases if depth < _MAX_BASE_DEPTH else ():
            values = self._property_values(base, name, depth + 1)
            if values != []:
                return values
        alternatives = [*_parts(schema, "oneOf", pointer), *_parts(schema, "anyOf", pointer)]
        found: list[JsonValue] = []
        for alternative in alternatives if depth < _MAX_BASE_DEPTH else ():
            values = self._property_values(alternative, name, depth + 1)
            if values is None:
                return None
            found += values
        return found


def _parts(schema: JsonObject, keyword: str, pointer: str) -> list[Located]:
    parts = schema.get(keyword)
    return [
        (part, f"{pointer}/{keyword}/{index}") for index, part in enumerate(parts if isinstance(parts, list) else ())
    ]


def _is_one_of(name: str, values: list[JsonValue]) -> JsonObject:
    return {"properties": {name: {"enum": values}}, "required": [name]}


def _is_none_of(name: str, values: list[JsonValue]) -> JsonObject:
    return {"properties": {name: {"not": {"enum": values}}}}
