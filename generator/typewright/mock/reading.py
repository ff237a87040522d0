"""Parsing of the values of parameters and forms by type (OpenAPI 3.1, 4.8.12.2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.client.serialization import text
from typewright.ir import (
    EnumModel,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
    unfold,
)
from typewright.schemas.validation import SchemaValidator

Texts: TypeAlias = "str | list[Texts] | dict[str, Texts]"
"""A value whose numbers, booleans and nulls are still text."""

_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_CONSTANTS: Mapping[str, JsonValue] = {"true": True, "false": False, "null": None}
_DEEPEST = 20
"""The number of nested unions that are followed."""


class Reader(Struct, frozen=True):
    """Parses texts as values of types."""

    models: Mapping[str, Model]
    validator: SchemaValidator

    def shapes(self, type_: TypeExpr, depth: int = 0) -> Iterator[str]:
        """Yield the possible shapes of a value of `type_`: `object`, `array`, `scalar`; one may be repeated."""
        bare = not_null(unfold(type_, self.models))
        model = self.models.get(bare.id) if isinstance(bare, Ref) else None
        if isinstance(bare, ListOf):
            yield "array"
        elif isinstance(bare, MapOf) or isinstance(model, ObjectModel):
            yield "object"
        elif isinstance(model, UnionModel) and depth < _DEEPEST:
            for member in model.members:
                yield from self.shapes(member, depth + 1)
        elif isinstance(bare, Scalar) and bare.alternatives and depth < _DEEPEST:
            for alternative in bare.alternatives:
                yield from self.shapes(alternative, depth + 1)
        else:
            yield "scalar"

    def value(self, texts: Texts, type_: TypeExpr, depth: int = 0) -> JsonValue:
        """Return `texts` as a value of `type_`; a part that cannot be parsed stays text."""
        bare = unfold(type_, self.models)
        if isinstance(bare, Nullable):
            inner = self.value(texts, bare.of, depth)
            is_null = texts in ("", "null") and not self.validator.is_valid(bare.of.pointer, inner)
            return None if is_null else inner
        if isinstance(texts, list):
            return self._array(texts, bare, depth)
        if isinstance(texts, dict):
            return self._object(texts, bare, depth)
        if isinstance(bare, ListOf):
            return self._only_item(texts, bare, depth)
        return self._scalar(texts, bare, depth)

    def _only_item(self, text_: str, bare: ListOf, depth: int) -> JsonValue:
        """Return the array that a text stands for: its JSON, or its only item, where each item has the array's name."""
        whole, only = _composed(text_), self._array([text_], bare, depth)
        if isinstance(whole, list):
            is_item = self.validator.is_valid(bare.pointer, only) and not self.validator.is_valid(bare.pointer, whole)
            return only if is_item else whole
        return only

    def _array(self, texts: list[Texts], bare: TypeExpr, depth: int) -> JsonValue:
        if isinstance(bare, ListOf):
            items = [bare.prefix[index] if index < len(bare.prefix) else bare.item for index in range(len(texts))]
            return [self.value(item, type_, depth) for item, type_ in zip(texts, items, strict=True)]
        return self._of_union(texts, bare, depth) or [self._free(item) for item in texts]

    def _object(self, texts: dict[str, Texts], bare: TypeExpr, depth: int) -> JsonValue:
        model = self.models.get(bare.id) if isinstance(bare, Ref) else None
        if isinstance(model, ObjectModel):
            types = {field.name: field.type for field in model.fields}
            members = ((name, member, types.get(name, model.additional)) for name, member in texts.items())
            return {
                name: self._free(member) if type_ is None else self.value(member, type_, depth)
                for name, member, type_ in members
            }
        if isinstance(bare, MapOf):
            return {name: self.value(member, bare.value, depth) for name, member in texts.items()}
        return self._of_union(texts, bare, depth) or {name: self._free(member) for name, member in texts.items()}

    def _of_union(self, texts: Texts, bare: TypeExpr, depth: int) -> JsonValue:
        """Return `texts` as the first member of a union that accepts them, else as the first; None without members."""
        members: tuple[TypeExpr, ...] = ()
        model = self.models.get(bare.id) if isinstance(bare, Ref) else None
        if isinstance(model, UnionModel):
            members = model.members
        elif isinstance(bare, Scalar):
            members = bare.alternatives
        if depth >= _DEEPEST or not members:
            return None
        if isinstance(texts, str):  # a scalar before the array that has it as its only item
            members = tuple(sorted(members, key=lambda member: "array" in self.shapes(member, depth)))
        values = [(member, self.value(texts, member, depth + 1)) for member in members]
        valid = (value for member, value in values if self.validator.is_valid(member.pointer, value))
        return next(valid, values[0][1])

    def _scalar(self, texts: str, bare: TypeExpr, depth: int) -> JsonValue:
        model = self.models.get(bare.id) if isinstance(bare, Ref) else None
        match bare, model:
            case Literal(value=value), _:
                return value if text(value) == texts else texts
            case Scalar(kind=ScalarKind.ANY, alternatives=()), _:
                readings = list(_readings(texts))
                return next((value for value in readings if self.validator.is_valid(bare.pointer, value)), texts)
            case Scalar(kind=kind, alternatives=()), _:
                return _primitive(texts, kind)
            case _, EnumModel(values=values, kind=kind):
                found = (member.value for member in values if text(member.value) == texts)
                return next(found, _primitive(texts, kind))
            case Scalar() | Ref(), _:
                found_member = self._of_union(texts, bare, depth)
                return _composed(texts) if found_member is None else found_member
        return _composed(texts)

    def _free(self, texts: Texts) -> JsonValue:
        if isinstance(texts, list):
            return [self._free(item) for item in texts]
        if isinstance(texts, dict):
            return {name: self._free(member) for name, member in texts.items()}
        return texts


def _primitive(texts: str, kind: ScalarKind) -> JsonValue:
    """Return a text as a value of a primitive type, or unchanged if it is not such a value."""
    if kind is ScalarKind.INTEGER and _INTEGER.fullmatch(texts):
        return int(texts) if len(texts) < 400 else texts
    if kind in {ScalarKind.NUMBER, ScalarKind.INTEGER} and _NUMBER.fullmatch(texts):
        return _number(texts)
    if kind is ScalarKind.BOOLEAN and texts in ("true", "false"):
        return texts == "true"
    if kind is ScalarKind.NULL and texts in ("", "null"):
        return None
    return texts


def _readings(texts: str) -> Iterator[JsonValue]:
    """Yield the values that a text can have if no type states it: the text itself, a number, a constant, JSON."""
    yield texts
    if _NUMBER.fullmatch(texts):
        yield _number(texts)
    if texts in _CONSTANTS:
        yield _CONSTANTS[texts]
    if texts[:1] in ("{", "["):
        try:
            yield json.loads(texts)
        except ValueError:
            return


def _composed(texts: str) -> JsonValue:
    """Return an array or an object from its JSON, since no style defines how nested ones are written."""
    if texts[:1] in ("{", "["):
        try:
            value: JsonValue = json.loads(texts)
        except ValueError:
            return texts
        return value
    return texts


def _number(texts: str) -> JsonValue:
    """Return a number, or the text if it exceeds a double, since JSON has no infinity."""
    if _INTEGER.fullmatch(texts) and len(texts) < 400:
        return int(texts)
    number = float(texts)
    return texts if number in (float("inf"), float("-inf")) else number
