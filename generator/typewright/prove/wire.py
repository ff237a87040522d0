"""Conversion of values from the names of a language to those of JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.ir import (
    ABSENT,
    Absent,
    AliasModel,
    Field,
    FileModel,
    ListOf,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.prove.nodes import Content, Node, as_node, parts, to_json
from typewright.schemas.validation import SchemaValidator
from typewright.surface.directions import is_synthesised

FieldNames = Callable[[ObjectModel], Mapping[str, Field]]
"""The fields of an object by their names in a language, or in JSON."""


def wire_names(model: ObjectModel) -> Mapping[str, Field]:
    """Return the fields of an object by their JSON names."""
    return {field.name: field for field in model.fields}


class Wire(Struct, frozen=True):
    """Converts values of a language to JSON.

    `additional` is the name of the member with an object's additional properties, if the language has one.
    """

    models: Mapping[str, Model]
    validator: SchemaValidator
    names: FieldNames
    additional: str | None = None

    def of(self, node: Node, type_: TypeExpr) -> Node:
        """Return a value of `type_` with JSON names, and with the defaults that code may omit."""
        match type_:
            case Nullable(of=inner):
                return node if node.content is None else self.of(node, inner)
            case ListOf(item=item) | StreamOf(item=item) if isinstance(node.content, list):
                prefix = type_.prefix if isinstance(type_, ListOf) else ()
                items = [
                    self.of(element, prefix[index] if index < len(prefix) else item)
                    for index, element in enumerate(node.content)
                ]
                return Node(items, node.line)
            case MapOf(value=inner) if isinstance(node.content, dict):
                return Node({key: self.of(member, inner) for key, member in node.content.items()}, node.line)
            case Ref(id=id_):
                return self._of_model(node, self.models[id_])
        return node

    def _of_model(self, node: Node, model: Model) -> Node:
        match model:
            case AliasModel(type=type_):
                return self.of(node, type_)
            case ObjectModel() if isinstance(node.content, dict):
                return self._object(node.content, node.line, model)
            case UnionModel():
                return self._of_union(node, model)
            case FileModel() if isinstance(node.content, dict):
                return Node("example.file", node.line)
        return node

    def _object(self, content: dict[str, Node], line: int, model: ObjectModel) -> Node:
        names = self.names(model)
        made: dict[str, Node] = {}
        for key, member in content.items():
            field = names.get(key)
            if field is not None:
                made[field.name] = self.of(member, field.type)
            elif key == self.additional and model.additional is not None and isinstance(member.content, dict):
                made |= {name: self.of(below, model.additional) for name, below in member.content.items()}
            elif model.additional is None:
                made[key] = replace(member, unknown=True)
            else:
                made[key] = self.of(member, model.additional)
        for field in model.fields:
            if field.required and field.name not in made and not isinstance(default := self._default(field), Absent):
                made[field.name] = as_node(default, lambda _: line)
        return Node(made, line)

    def _default(self, field: Field) -> JsonValue | Absent:
        if field.annotations.default is not ABSENT:
            return field.annotations.default
        bare = not_null(field.type)
        return self.models[bare.id].annotations.default if isinstance(bare, Ref) else ABSENT

    def _of_union(self, node: Node, union: UnionModel) -> Node:
        """Return the value converted as the valid member with the most known names; unchanged if none is valid."""
        options = [(member, self.of(node, member)) for member in union.members]
        admitted = [(member, option) for member, option in options if self._is_valid(member, option)]
        best = (option for _, option in admitted or options)
        return max(best, key=lambda candidate: (_known(node, candidate), -_unknown(candidate)), default=node)

    def _is_valid(self, member: TypeExpr, node: Node) -> bool:
        """Return whether a value is valid for a member; always true for types that were synthesised for methods."""
        pointer = self.pointer(member)
        return _can_be_of_type(node.content, not_null(member)) and (
            pointer is None or self.validator.is_valid(pointer, to_json(node))
        )

    def pointer(self, type_: TypeExpr) -> str | None:
        """Return the canonical pointer of a type's schema; None for types that were synthesised for methods."""
        bare = not_null(type_)
        if isinstance(bare, Ref):
            return None if is_synthesised(bare.id) else self.models[bare.id].pointer
        return bare.pointer


def _can_be_of_type(content: Content, type_: TypeExpr) -> bool:
    """Return whether a value can be of a type, judged by its shape, for schemas have no `type`."""
    return not isinstance(type_, ListOf) or isinstance(content, list)


def _unknown(node: Node) -> int:
    """Return the number of names in a value that its type does not declare."""
    return sum(part.unknown for _, part in parts(node))


def _known(before: Node, after: Node) -> int:
    """Return the number of names in a value that were converted."""
    if isinstance(before.content, dict) and isinstance(after.content, dict):
        return len(after.content.keys() - before.content.keys()) + sum(
            _known(member, after.content[key]) for key, member in before.content.items() if key in after.content
        )
    if isinstance(before.content, list) and isinstance(after.content, list):
        return sum(map(_known, before.content, after.content))
    return 0
