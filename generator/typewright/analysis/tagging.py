"""The tags of unions: the property whose value determines the member, by a discriminator or by constants."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from typewright.analysis.kinds import Kinds
from typewright.base.json_pointer import last_token
from typewright.base.json_value import JsonObject
from typewright.ir import ObjectModel, Ref, TypeExpr, UnionModel, not_null


class Tags(Struct, frozen=True):
    """The tags of a union: `members` pairs each member with the values of `property` that identify it.

    Tags that are not `certain` are derived from the names of the members, so that other values are no errors.
    """

    property: str
    members: tuple[tuple[TypeExpr, tuple[str, ...]], ...]
    certain: bool = True
    default: TypeExpr | None = None
    """The member for all values without a tag (`defaultMapping`, OpenAPI 3.2)."""


def tags_of(model: UnionModel, kinds: Kinds) -> Tags | None:
    """Return the tags of the object members of a union; None without tags, or if it has only one member.

    Constants that the members declare take precedence over the mapping of the discriminator.
    """
    members = [bare for member in model.members if kinds.types(bare := not_null(member)) & {"object"}]
    if len(members) < 2:
        return None
    found = [kinds.objects(member) for member in members]
    objects = [object_ for object_ in found if object_ is not None]
    if len(objects) < len(found):
        return None
    named: Tags | None = None
    written = model.discriminator
    if written is not None and isinstance(name := written.get("propertyName"), str):
        stated, named = _declared(name, members, objects, written, kinds)
        if stated is not None:
            return stated
    for name in kinds.tags(objects[0][0]) if objects[0] else ():
        tags = _stated(name, members, objects, kinds)
        if tags is not None:
            return tags
    return named


def _declared(
    name: str, members: list[TypeExpr], objects: list[list[ObjectModel]], discriminator: JsonObject, kinds: Kinds
) -> tuple[Tags | None, Tags | None]:
    """Return the tags that a discriminator or the members declare, and those that are the members' names.

    The member that `defaultMapping` names need not declare a tag.
    """
    default = _default(members, discriminator)
    stated = _stated(name, members, objects, kinds) or _mapped(name, members, objects, discriminator, kinds)
    if stated is None and default is not None:
        others = [(member, models) for member, models in zip(members, objects, strict=True) if member is not default]
        compared = [member for member, _ in others], [models for _, models in others]
        stated = _stated(name, *compared, kinds) or _mapped(name, *compared, discriminator, kinds)
        stated = stated and replace(stated, members=(*stated.members, (default, ())))
    named = None if stated is not None else _named(name, members, objects, discriminator, kinds)
    if default is None:
        return stated, named
    return stated and replace(stated, default=default), named and replace(named, default=default, certain=True)


def _default(members: list[TypeExpr], discriminator: JsonObject) -> TypeExpr | None:
    """Return the member that `defaultMapping` names."""
    written = discriminator.get("defaultMapping")
    named = (member for member in members if isinstance(member, Ref) and member.by_reference)
    return next((member for member in named if last_token(member.id) == last_token(str(written))), None)


def _stated(name: str, members: list[TypeExpr], objects: list[list[ObjectModel]], kinds: Kinds) -> Tags | None:
    """Return the tags if each member declares the strings of its property `name`; None if one is declared twice."""
    seen: set[str] = set()
    found = []
    for member, models in zip(members, objects, strict=True):
        values: dict[str, None] = {}
        for model in models:
            constants = kinds.tags(model).get(name)
            if not constants or any(not isinstance(value, str) for _, value in constants):
                return None
            values |= dict.fromkeys(sorted(str(value) for _, value in constants))
        if not seen.isdisjoint(values):
            return None
        seen.update(values)
        found.append((member, tuple(values)))
    return Tags(name, tuple(found))


def _mapped(
    name: str, members: list[TypeExpr], objects: list[list[ObjectModel]], discriminator: JsonObject, kinds: Kinds
) -> Tags | None:
    """Return the tags of the mapping; None unless it has every member, and no member declares other values."""
    targets = mapped_values(discriminator)
    found = []
    for member, models in zip(members, objects, strict=True):
        values = targets.get(last_token(member.id), []) if isinstance(member, Ref) and member.by_reference else []
        stated = {value for model in models for _, value in kinds.tags(model).get(name) or ()}
        if not values or (stated and stated.isdisjoint(values)):
            return None
        found.append((member, tuple(values)))
    return Tags(name, tuple(found))


def _named(
    name: str, members: list[TypeExpr], objects: list[list[ObjectModel]], discriminator: JsonObject, kinds: Kinds
) -> Tags | None:
    """Return the names of the members as tags (OpenAPI 3.1, 4.8.25), with those of an incomplete mapping.

    Many APIs use other values nevertheless, so that these tags are not certain. None if a member declares a value.
    """
    if any(name in kinds.tags(model) for models in objects for model in models):
        return None
    targets = mapped_values(discriminator)
    found = []
    for member in members:
        if not isinstance(member, Ref) or not member.by_reference:
            return None
        own = last_token(member.id)
        found.append((member, tuple(dict.fromkeys([*targets.get(own, ()), own]))))
    values = [value for _, own_values in found for value in own_values]
    return Tags(name, tuple(found), certain=False) if len(set(values)) == len(values) else None


def mapped_values(discriminator: JsonObject) -> dict[str, list[str]]:
    """Return the values that the mapping has for each schema, by the name of the schema."""
    mapping = discriminator.get("mapping")
    targets: dict[str, list[str]] = {}
    for value, target in mapping.items() if isinstance(mapping, dict) else ():
        targets.setdefault(last_token(str(target)), []).append(value)
    return targets
