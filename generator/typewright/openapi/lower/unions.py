"""Lowering of `oneOf`, `anyOf` and lists of types to unions, or to equivalent single types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.ir import (
    ABSENT,
    Annotations,
    Literal,
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
from typewright.openapi.lower.keywords import constraints_of, is_annotation
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.nullability import is_null
from typewright.openapi.lower.resolved_schema import ResolvedSchema

_NOT_INHERITED = frozenset({"oneOf", "anyOf", "discriminator", "allOf"})


def lower_union(lowerer: Lowerer, resolved: ResolvedSchema, annotations: Annotations) -> TypeExpr:
    """Return the type of a schema with `oneOf` or `anyOf`."""
    keyword = "oneOf" if "oneOf" in resolved.schema else "anyOf"
    branch_schemas = lowerer.reader.array(resolved.schema, keyword, resolved.origins.get(keyword, resolved.pointer))
    keyword_pointer = resolved.keyword_pointer(keyword)
    branches = [(index, branch) for index, branch in enumerate(branch_schemas) if not is_null(branch)]
    allows_null = len(branches) < len(branch_schemas)
    if not branches:
        return Scalar(
            ScalarKind.NULL if branch_schemas else ScalarKind.ANY,
            resolved.pointer,
            annotations,
            schema=resolved.written,
        )
    constants = lower_constants(lowerer, resolved, annotations, [branch for _, branch in branches])
    if constants is not None:
        return Nullable(constants, resolved.pointer, constants.annotations) if allows_null else constants
    if len(branches) == 1 and allows_null:
        index, branch = branches[0]
        only = _lower_branch(lowerer, resolved, branch, resolved.id, f"{keyword_pointer}/{index}")
        return Nullable(
            not_null(only),
            resolved.pointer,
            _annotations_with_branch_example(resolved.annotations or annotations, only),
        )
    with lowerer.lowering_as(
        resolved.pointer, Ref(resolved.id, resolved.pointer, resolved.annotations or annotations), null=allows_null
    ):
        members = tuple(
            _lower_branch(lowerer, resolved, branch, f"{resolved.id}/{keyword}/{index}", f"{keyword_pointer}/{index}")
            for index, branch in branches
        )
    type_ = _union_of(lowerer, resolved, tuple(_distinct(members)), annotations, exclusive=keyword == "oneOf")
    return Nullable(type_, resolved.pointer, resolved.annotations or annotations) if allows_null else type_


def _distinct(members: Iterable[TypeExpr]) -> Iterator[TypeExpr]:
    """Yield the members of a union without references that repeat earlier ones."""
    seen = set()
    for member in members:
        if isinstance(member, Ref) and member.id in seen:
            continue
        if isinstance(member, Ref):
            seen.add(member.id)
        yield member


def lower_types(
    lowerer: Lowerer, resolved: ResolvedSchema, types: tuple[str, ...], annotations: Annotations
) -> TypeExpr:
    """Return the type of a schema whose `type` is a list of several types."""
    assertions = {key: value for key, value in resolved.schema.items() if not is_annotation(key)}
    members = tuple(
        lowerer.lower_resolved(
            replace(resolved, schema={**assertions, "type": name}, id=f"{resolved.id}/type/{index}", annotations=None)
        )
        for index, name in enumerate(types)
    )
    return _union_of(lowerer, resolved, members, annotations, exclusive=False)


def _union_of(
    lowerer: Lowerer,
    resolved: ResolvedSchema,
    members: tuple[TypeExpr, ...],
    annotations: Annotations,
    *,
    exclusive: bool,
) -> TypeExpr:
    kinds = [primitive_kind(member) for member in members]
    primitives = [kind for kind in kinds if kind is not None]
    is_alone = len(members) == 1 and bool(primitives)
    if is_alone or (len(members) > 1 and len(primitives) > len(set(primitives))):
        same = len(primitives) == len(members) and len(set(primitives)) == 1
        return _merged_scalar(lowerer, resolved, members, annotations, primitives[0] if same else ScalarKind.ANY)
    preferred = resolved.schema.get("x-speakeasy-name-override")
    discriminator = resolved.schema.get("discriminator")
    lowerer.models[resolved.id] = UnionModel(
        resolved.id,
        resolved.pointer,
        members,
        annotations,
        exclusive=exclusive,
        discriminator=discriminator if isinstance(discriminator, dict) else None,
        preferred_name=preferred if isinstance(preferred, str) else None,
        schema=resolved.written,
    )
    return Ref(resolved.id, resolved.pointer, resolved.annotations or annotations)


def _merged_scalar(
    lowerer: Lowerer,
    resolved: ResolvedSchema,
    members: tuple[TypeExpr, ...],
    annotations: Annotations,
    kind: ScalarKind,
) -> TypeExpr:
    """Return the scalar that several branches are merged into. It is nullable if a branch is.

    With the habit `only-branches-count`, the example beside an only branch is ignored.
    """
    format_ = resolved.schema.get("format")
    own = resolved.annotations or annotations
    if len(members) == 1:
        is_alone = "only-branches-count" in lowerer.reader.habits
        own = _annotations_with_branch_example(replace(own, example=ABSENT) if is_alone else own, members[0])
    scalar = Scalar(
        kind=kind,
        pointer=resolved.pointer,
        annotations=own,
        format=format_ if isinstance(format_, str) else None,
        constraints=constraints_of(resolved.schema, resolved.pointer, lowerer.reader),
        schema=resolved.written,
        alternatives=members,
    )
    if any(isinstance(member, Nullable) for member in members):
        return Nullable(scalar, resolved.pointer, scalar.annotations)
    return scalar


def _annotations_with_branch_example(annotations: Annotations, only: TypeExpr) -> Annotations:
    """Return the annotations of a union of one branch: `annotations`, with the example of the branch if it has none."""
    return (
        annotations
        if annotations.example is not ABSENT
        else replace(annotations, example=not_null(only).annotations.example)
    )


def primitive_kind(type_: TypeExpr) -> ScalarKind | None:
    """Return the primitive type of a branch that is a scalar or a constant, or None."""
    match not_null(type_):
        case Scalar(kind=kind) if kind not in (ScalarKind.ANY, ScalarKind.NULL):
            return kind
        case Literal(kind=kind) if kind is not ScalarKind.ANY:
            return kind
    return None


def _lower_branch(lowerer: Lowerer, resolved: ResolvedSchema, branch: JsonValue, id_: str, pointer: str) -> TypeExpr:
    """Lower a branch together with the assertions beside the union, which apply to every branch."""
    base = {
        key: value
        for key, value in resolved.schema.items()
        if key not in _NOT_INHERITED and not is_annotation(key) and key != "nullable"
    }
    if not isinstance(branch, dict) or "$ref" in branch or not base:
        return lowerer.lower(branch, id_, pointer)
    if resolved.properties:
        return lowerer.lower_resolved(composition.merge_base(lowerer, resolved, branch, id_, pointer))
    inherited = {key: value for key, value in base.items() if key in ("type", "format", "items", "required")}
    types = inherited.get("type")
    if isinstance(types, list):
        types = [name for name in types if name != "null"]
        inherited["type"] = types[0] if len(types) == 1 else types
    if "oneOf" in branch or "anyOf" in branch or "allOf" in branch:
        inherited.pop("type", None)
    return lowerer.lower({**inherited, **branch}, id_, pointer)
