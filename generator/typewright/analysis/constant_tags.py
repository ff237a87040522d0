"""Properties that discriminate the members of a union, as constants."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from typewright.analysis.kinds import Kinds
from typewright.analysis.tagging import Tags, mapped_values, tags_of
from typewright.base.json_pointer import last_token
from typewright.ir import Field, Literal, Model, ObjectModel, Ref, ScalarKind, UnionModel, not_null
from typewright.surface import Surface


def with_constant_tags(surface: Surface) -> Surface:
    """Return `surface` with a constant for each property whose only value identifies a member of a union.

    A member of several unions with different values keeps its property unchanged. Members that a discriminator mapping
    identifies are in the order of the mapping.
    """
    values = _values(surface.models)
    models: dict[str, Model] = {}
    for id_, model in surface.models.items():
        match model:
            case ObjectModel() if id_ in values:
                models[id_] = _with_constants(model, values[id_])
            case UnionModel():
                models[id_] = _in_order_of_mapping(model)
            case _:
                models[id_] = model
    own = {id_: models[id_] for id_ in surface.api.models}
    return replace(surface, models=models, api=replace(surface.api, models=own))


def _values(models: Mapping[str, Model]) -> dict[str, dict[str, set[str]]]:
    """Return for each member of a union its values there, by the names of the discriminating properties."""
    kinds = Kinds(models)
    found: dict[str, dict[str, set[str]]] = {}
    for model in models.values():
        tags = _tags(model, kinds) if isinstance(model, UnionModel) else None
        for member, values in tags.members if tags is not None and tags.certain else ():
            ref = not_null(member)
            if tags is not None and isinstance(ref, Ref):
                found.setdefault(ref.id, {}).setdefault(tags.property, set()).update(values)
    return found


def _tags(model: UnionModel, kinds: Kinds) -> Tags | None:
    """Return the tags of a union, also of one that has only one member so far if it has a discriminator."""
    found = tags_of(model, kinds)
    written = model.discriminator
    if found is not None or len(model.members) > 1 or written is None:
        return found
    name, mapping_target = written.get("propertyName"), mapped_values(written)
    ref = not_null(model.members[0])
    if not isinstance(name, str) or not isinstance(ref, Ref):
        return None
    return Tags(name, ((ref, tuple(mapping_target.get(last_token(ref.id), ()))),))


def _with_constants(model: ObjectModel, values: Mapping[str, set[str]]) -> ObjectModel:
    return replace(model, fields=tuple(_with_constant(field, values.get(field.name, set())) for field in model.fields))


def _with_constant(field: Field, values: set[str]) -> Field:
    if len(values) != 1:
        return field
    (value,) = values
    constant = Literal(
        value=value,
        pointer=field.pointer,
        annotations=field.annotations,
        kind=ScalarKind.STRING,
        schema={"const": value},
    )
    return replace(field, type=constant)


def _in_order_of_mapping(model: UnionModel) -> UnionModel:
    order = [] if model.discriminator is None else list(mapped_values(model.discriminator))
    names = [last_token(ref.id) if isinstance(ref := not_null(member), Ref) else "" for member in model.members]
    if not set(names) <= set(order):
        return model
    ordered = sorted(zip(names, model.members, strict=True), key=lambda named: order.index(named[0]))
    return replace(model, members=tuple(member for _, member in ordered))
