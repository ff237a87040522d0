"""Lowering of `oneOf`, `anyOf` and lists of types to unions, or to single types where that is equivalent."""

from __future__ import annotations

from dataclasses import replace

from typewright.base.json_value import JsonValue
from typewright.ir import (
    Literal,
    Note,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.openapi.lower import composition
from typewright.openapi.lower.enumerations import lower_constants
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.notes import constraints_of, is_annotation
from typewright.openapi.lower.nullability import is_null
from typewright.openapi.lower.position import Position

_NOT_INHERITED = frozenset({"oneOf", "anyOf", "discriminator", "allOf"})


def lower_union(lowerer: Lowerer, position: Position, note: Note) -> TypeExpr:
    """Return the type of a schema with `oneOf` or `anyOf`."""
    keyword = "oneOf" if "oneOf" in position.schema else "anyOf"
    written = lowerer.reader.array(position.schema, keyword, position.origins.get(keyword, position.pointer))
    below = position.below(keyword)
    branches = [(index, branch) for index, branch in enumerate(written) if not is_null(branch)]
    allows_null = len(branches) < len(written)
    if not branches:
        return Scalar(ScalarKind.NULL if written else ScalarKind.ANY, position.pointer, note, schema=position.written)
    constants = lower_constants(lowerer, position, note, [branch for _, branch in branches])
    if constants is not None:
        return Nullable(constants, position.pointer, constants.note) if allows_null else constants
    if len(branches) == 1 and allows_null:
        index, branch = branches[0]
        only = _lower_branch(lowerer, position, branch, position.id, f"{below}/{index}")
        return Nullable(not_null(only), position.pointer, position.note or note)
    with lowerer.open(position.pointer, Ref(position.id, position.pointer, position.note or note), null=allows_null):
        members = tuple(
            _lower_branch(lowerer, position, branch, f"{position.id}/{keyword}/{index}", f"{below}/{index}")
            for index, branch in branches
        )
    type_ = _union_of(lowerer, position, members, note, exclusive=keyword == "oneOf")
    return Nullable(type_, position.pointer, position.note or note) if allows_null else type_


def lower_types(lowerer: Lowerer, position: Position, types: tuple[str, ...], note: Note) -> TypeExpr:
    """Return the type of a schema whose `type` lists several."""
    assertions = {key: value for key, value in position.schema.items() if not is_annotation(key)}
    members = tuple(
        lowerer.shape(
            replace(position, schema={**assertions, "type": name}, id=f"{position.id}/type/{index}", note=None)
        )
        for index, name in enumerate(types)
    )
    return _union_of(lowerer, position, members, note, exclusive=False)


def _union_of(
    lowerer: Lowerer, position: Position, members: tuple[TypeExpr, ...], note: Note, *, exclusive: bool
) -> TypeExpr:
    kinds = [primitive_kind(member) for member in members]
    primitives = [kind for kind in kinds if kind is not None]
    is_alone = len(members) == 1 and bool(primitives)
    if is_alone or (len(members) > 1 and len(primitives) > len(set(primitives))):
        same = len(primitives) == len(members) and len(set(primitives)) == 1
        return _collapsed(lowerer, position, members, note, primitives[0] if same else ScalarKind.ANY)
    preferred = position.schema.get("x-speakeasy-name-override")
    lowerer.models[position.id] = UnionModel(
        position.id,
        position.pointer,
        members,
        note,
        exclusive=exclusive,
        preferred_name=preferred if isinstance(preferred, str) else None,
        schema=position.written,
    )
    return Ref(position.id, position.pointer, position.note or note)


def _collapsed(
    lowerer: Lowerer, position: Position, members: tuple[TypeExpr, ...], note: Note, kind: ScalarKind
) -> TypeExpr:
    """Return the scalar that several branches are merged into; nullable where a branch is."""
    format_ = position.schema.get("format")
    scalar = Scalar(
        kind=kind,
        pointer=position.pointer,
        note=position.note or note,
        format=format_ if isinstance(format_, str) else None,
        constraints=constraints_of(position.schema, position.pointer, lowerer.reader),
        schema=position.written,
        alternatives=members,
    )
    if any(isinstance(member, Nullable) for member in members):
        return Nullable(scalar, position.pointer, scalar.note)
    return scalar


def primitive_kind(type_: TypeExpr) -> ScalarKind | None:
    """Return the primitive type of a branch that is a scalar or a constant; None for any other."""
    match not_null(type_):
        case Scalar(kind=kind) if kind not in (ScalarKind.ANY, ScalarKind.NULL):
            return kind
        case Literal(kind=kind) if kind is not ScalarKind.ANY:
            return kind
    return None


def _lower_branch(lowerer: Lowerer, position: Position, branch: JsonValue, id_: str, pointer: str) -> TypeExpr:
    """Lower a branch together with the assertions of the schema around it."""
    base = {
        key: value
        for key, value in position.schema.items()
        if key not in _NOT_INHERITED and not is_annotation(key) and key != "nullable"
    }
    if not isinstance(branch, dict) or "$ref" in branch or not base:
        return lowerer.lower(branch, id_, pointer)
    if position.properties:
        return lowerer.shape(composition.merge_base(lowerer, position, branch, id_, pointer))
    inherited = {key: value for key, value in base.items() if key in ("type", "format", "items", "required")}
    types = inherited.get("type")
    if isinstance(types, list):
        types = [name for name in types if name != "null"]
        inherited["type"] = types[0] if len(types) == 1 else types
    if "oneOf" in branch or "anyOf" in branch or "allOf" in branch:
        inherited.pop("type", None)
    return lowerer.lower({**inherited, **branch}, id_, pointer)
