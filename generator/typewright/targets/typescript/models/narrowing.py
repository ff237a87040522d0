"""Tags of unions in TypeScript: the values of a property that identify the members."""

from __future__ import annotations

from typewright.analysis.kinds import Kinds
from typewright.analysis.tagging import Tags, tags_of
from typewright.ir import TypeExpr, UnionModel, not_null
from typewright.targets.typescript.words import Spelling


def complete_tags(model: UnionModel, kinds: Kinds) -> Tags | None:
    """Return the tags that distinguish the members of a union; None if a member has none."""
    tags = tags_of(model, kinds) if len(model.members) > 1 else None
    return tags if tags is not None and len(tags.members) == len(model.members) else None


def narrowed_members(model: UnionModel, kinds: Kinds, spelling: Spelling) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Return the members whose type is narrowed inside the union, by the `id` of the member without null.

    Each has the property of its tag, as TypeScript calls it, and the values that identify the member (OpenAPI 3.1,
    4.8.25). If their type allowed others, TypeScript could not discriminate the members.
    """
    tags = complete_tags(model, kinds)
    if tags is None or not tags.certain:
        return {}
    found = {}
    for member, values in tags.members:
        if member is tags.default:
            continue
        stated = [kinds.tags(object_).get(tags.property) or () for object_ in kinds.objects(member) or ()]
        if any({value for _, value in constants} != set(values) for constants in stated):
            found[id(member)] = (tag_property(member, tags.property, kinds, spelling), values)
    return found


def tag_property(member: TypeExpr, wire: str, kinds: Kinds, spelling: Spelling) -> str:
    """Return the TypeScript name of the property of a member that is `wire` in JSON."""
    for object_ in kinds.objects(not_null(member)) or ():
        names = spelling.of_model(object_)
        for field, name in zip(object_.fields, names, strict=False):
            if field.name == wire:
                return name
    return spelling.of_name(wire)
