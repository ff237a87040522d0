"""Properties that tell the members of a union apart: a member that has one as its only value is sent with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from typewright.ir import (
    ABSENT,
    EnumModel,
    Field,
    Literal,
    Model,
    ObjectModel,
    Presence,
    Ref,
    UnionModel,
    not_null,
    unfold,
)


def with_sent_tags(models: Mapping[str, Model]) -> dict[str, Model]:
    """Return models in which the property of a `discriminator` is sent by members that it has one value in.

    OpenAPI asks for it to be required (3.1, 4.8.25). Frameworks that give it a default, which is the value, leave that
    out of descriptions, although servers of theirs refuse a value without it.
    """
    tags = {(id_, name) for model in models.values() for id_, name in _tags(model, models)}
    changed: dict[str, Model] = dict(models)
    for id_ in {id_ for id_, _ in tags}:
        model = models[id_]
        if isinstance(model, ObjectModel):
            fields = tuple(_sent(field, models) if (id_, field.name) in tags else field for field in model.fields)
            changed[id_] = replace(model, fields=fields)
    return changed


def _tags(model: Model, models: Mapping[str, Model]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the objects that are members of a union with a discriminator, with its property."""
    written = model.discriminator if isinstance(model, UnionModel) else None
    name = None if written is None else written.get("propertyName")
    for member in model.members if isinstance(model, UnionModel) else ():
        bare = not_null(unfold(member, models))
        if isinstance(bare, Ref) and isinstance(name, str):
            yield bare.id, name


def _sent(field: Field, models: Mapping[str, Model]) -> Field:
    """Return a field as one that is sent if its default is the only value that it can have."""
    bare = unfold(field.type, models)
    values: tuple[object, ...] = ()
    if isinstance(bare, Literal):
        values = (bare.value,)
    elif isinstance(bare, Ref) and isinstance(model := models[bare.id], EnumModel):
        values = tuple(value.value for value in model.values)
    default = field.annotations.default
    if field.required or default is ABSENT or values != (default,):
        return field
    return replace(field, presence=Presence.SENT)
