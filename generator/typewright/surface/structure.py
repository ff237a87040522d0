"""The structure of a surface: which types refer to which others, where, and under which names they are written.

Names and the order of pages depend on nothing else. They are made of a surface without the rest, so that they are those
of the last build wherever the structure is.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from typewright.base.kept_results import KeptResults
from typewright.base.last_build import KeptValues
from typewright.base.sameness import is_same
from typewright.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    Annotations,
    Api,
    EnumModel,
    Field,
    FileModel,
    ListOf,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Operation,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
)
from typewright.surface.parts import Root, Surface

_PLAIN = Scalar(ScalarKind.ANY, "")
"""In place of each type without references."""
_SURFACES: KeptValues[Surface] = KeptValues("structures of surfaces")


def structure_of(surface: Surface, language: str) -> Surface:
    """Return the structure of a surface; that of the last build of this process, if it is the same.

    `language` identifies the target.
    """
    models = _MODELS.of({id_: (model,) for id_, model in surface.models.items()}, language)
    made = Surface(
        api=Api(
            title="", version="", models={id_: models[id_] for id_ in surface.api.models}, habits=surface.api.habits
        ),
        models=models,
        methods=(),
        roots=_of_roots(surface.roots, language),
    )
    last = _SURFACES.find(language)
    if last is not None and _is_same(last, made):
        return last
    _SURFACES.keep(made, language)
    return made


def _is_same(one: Surface, other: Surface) -> bool:
    parts = ((found.models, found.roots, found.api.habits, tuple(found.api.models)) for found in (one, other))
    return is_same(*parts)


def _of_roots(roots: Iterable[Root], language: str) -> tuple[Root, ...]:
    known = {id(root.operation): root.operation for root in roots if root.operation is not None}
    structures = _OPERATIONS.of_sequence(((operation.id, (operation,)) for operation in known.values()), language)
    operations: dict[int, Operation] = dict(zip(known, structures, strict=True))
    return tuple(
        replace(
            root,
            type=_of_type(root.type),
            operation=None if root.operation is None else operations[id(root.operation)],
        )
        for root in roots
    )


def _of_operation(operation: Operation) -> Operation:
    parameters, body = operation.parameters, operation.body
    responses = operation.responses
    return replace(
        operation,
        parameters=tuple(
            replace(found, type=_PLAIN, description=None, examples=(), extensions={}) for found in parameters
        ),
        body=None if body is None else replace(body, media=(), description=None, extensions={}),
        responses=tuple(
            replace(found, media=(), description=None, headers=(), links=(), extensions={}) for found in responses
        ),
        summary=None,
        description=None,
        callbacks=(),
        extensions={},
        inherited_extensions={},
    )


def _of_model(model: Model) -> Model:
    annotations = Annotations(title=model.annotations.title)
    match model:
        case ObjectModel(additional=additional):
            fields = (
                _of_field(field, type_) for field in model.fields if (type_ := _of_type(field.type)) is not _PLAIN
            )
            further = None if additional is None else _of_type(additional)
            return replace(
                model,
                fields=tuple(fields),
                additional=None if further is _PLAIN else further,
                annotations=annotations,
                constraints=NO_CONSTRAINTS,
                schema=True,
            )
        case EnumModel():
            return replace(model, values=(), annotations=annotations, schema=True)
        case UnionModel():
            members = tuple(map(_of_type, model.members))
            return replace(model, members=members, annotations=annotations, discriminator=None, schema=True)
        case AliasModel():
            return replace(model, type=_of_type(model.type), annotations=annotations, schema=True)
        case FileModel():
            return replace(model, annotations=annotations, schema=True)


_MODELS, _OPERATIONS = KeptResults(_of_model), KeptResults(_of_operation)


def _of_field(field: Field, type_: TypeExpr) -> Field:
    return Field(field.name, type_, Presence.OPTIONAL, pointer="", preferred_name=field.preferred_name)


def _of_type(type_: TypeExpr) -> TypeExpr:
    """Return the structure of a type: `_PLAIN` if there is no reference in it."""
    match type_:
        case Ref():
            return Ref(type_.id, "", by_reference=type_.by_reference)
        case Nullable(of=inner):
            return _around(Nullable(_of_type(inner), ""))
        case ListOf(item=inner, prefix=prefix):
            return _around(ListOf(_of_type(inner), "", prefix=tuple(map(_of_type, prefix))))
        case MapOf(value=inner):
            return _around(MapOf(_of_type(inner), ""))
        case StreamOf(item=inner):
            return _around(StreamOf(_of_type(inner), ""))
        case Scalar(alternatives=alternatives) if alternatives:
            return Scalar(ScalarKind.ANY, "", alternatives=tuple(map(_of_type, alternatives)))
    return _PLAIN


def _around(type_: Nullable | ListOf | MapOf | StreamOf) -> TypeExpr:
    """Return a type, or `_PLAIN` if there are only plain types in it."""
    match type_:
        case Nullable(of=inner) | MapOf(value=inner) | StreamOf(item=inner):
            return _PLAIN if inner is _PLAIN else type_
        case ListOf(item=inner, prefix=prefix):
            return _PLAIN if inner is _PLAIN and all(found is _PLAIN for found in prefix) else type_
