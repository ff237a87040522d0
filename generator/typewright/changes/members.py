"""Matching of the members of two unions, and comparison of their discriminators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from typewright.base.json_pointer import last_token
from typewright.changes.change import Context, Finding, Kind, Pointer, Subject
from typewright.changes.compared_apis import NEW, OLD, ComparedApis
from typewright.changes.values import values_of
from typewright.ir import ListOf, MapOf, Model, ObjectModel, Ref, Scalar, TypeExpr, UnionModel, not_null

_MIN_SIMILARITY = 0.5
"""The minimum share of common properties of two members that are considered the same."""


class MatchedMembers(Struct):
    """The result of matching: pairs of members, and the members that were removed and added."""

    pairs: list[tuple[TypeExpr, TypeExpr]] = field(default_factory=list)
    removed: list[TypeExpr] = field(default_factory=list)
    added: list[TypeExpr] = field(default_factory=list)

    def pair_members(self, old: TypeExpr, new: TypeExpr) -> None:
        """Pair two members that are not paired yet, which must be in `removed` and `added`."""
        self.removed.remove(old)
        self.added.remove(new)
        self.pairs.append((old, new))

    def pair_by(self, key_of: Callable[[TypeExpr, int], Hashable | None]) -> None:
        """Pair members with equal keys, in order; members whose key is None are not paired."""
        unmatched: dict[Hashable, list[TypeExpr]] = defaultdict(list)
        for member in self.added:
            key = key_of(member, NEW)
            if key is not None:
                unmatched[key].append(member)
        for member in list(self.removed):
            key = key_of(member, OLD)
            if key is not None and unmatched.get(key):
                self.pair_members(member, unmatched[key].pop(0))


def match_members(old: Sequence[TypeExpr], new: Sequence[TypeExpr], apis: ComparedApis) -> MatchedMembers:
    """Match the members of two unions: by type, by structure, by constants, and then by similarity."""
    matched = MatchedMembers(removed=list(old), added=list(new))
    models = (apis.old.models, apis.new.models)
    matched.pair_by(lambda member, side: _type_key(member, side, apis.moved))
    matched.pair_by(apis.shape)
    matched.pair_by(lambda member, side: _constants(member, models[side]))
    similarity = [
        (_similarity(before, after, models), before, after) for before in matched.removed for after in matched.added
    ]
    for share, before, after in sorted(similarity, key=lambda scored: -scored[0]):
        if share >= _MIN_SIMILARITY and before in matched.removed and after in matched.added:
            matched.pair_members(before, after)
    return matched


def _type_key(member: TypeExpr, side: int, moved: Mapping[str, str]) -> Hashable | None:
    ref = not_null(member)
    if not isinstance(ref, Ref) or not ref.by_reference:
        return None
    return moved.get(ref.id, ref.id) if side == OLD else ref.id


def _constants(member: TypeExpr, models: Mapping[str, Model]) -> Hashable | None:
    """Return the required properties of an object that have only one value, with these values, or None."""
    model = _object(member, models)
    if model is None:
        return None
    constants = set()
    for field_ in model.fields:
        values = values_of(not_null(field_.type), models)
        if field_.required and values is not None and len(values.values) == 1:
            constants.add((field_.name, *values.values))
    return frozenset(constants) or None


def _similarity(old: TypeExpr, new: TypeExpr, models: tuple[Mapping[str, Model], Mapping[str, Model]]) -> float:
    """Return the similarity of two members from 0 to 1: for objects by common properties, for others by kind."""
    first, second = _object(old, models[0]), _object(new, models[1])
    if first is not None and second is not None:
        names = {field_.name for field_ in first.fields}, {field_.name for field_ in second.fields}
        return len(names[0] & names[1]) / (len(names[0] | names[1]) or 1)
    old, new = not_null(old), not_null(new)
    if isinstance(old, Scalar) and isinstance(new, Scalar):
        return float(old.kind is new.kind)
    if isinstance(old, Ref) and isinstance(new, Ref):
        values = values_of(old, models[0]), values_of(new, models[1])
        return float(all(value is not None for value in values))
    return float(type(old) is type(new) and isinstance(old, ListOf | MapOf))


def _object(member: TypeExpr, models: Mapping[str, Model]) -> ObjectModel | None:
    ref = not_null(member)
    model = models.get(ref.id) if isinstance(ref, Ref) else None
    return model if isinstance(model, ObjectModel) else None


def member_finding(kind: Kind, member: TypeExpr, context: Context, apis: ComparedApis, side: int) -> Finding:
    """Return the finding that a union member was added or removed. `side` is the description that has the member."""
    name = apis.type_text(member, side)
    verb = "can be" if kind is Kind.ADDED else "can no longer be"
    message = f"it {verb} {name}" + (" now" if kind is Kind.ADDED else "")
    where = Pointer(member.pointer, old=side == OLD)
    return context.finding(kind, message, where, subject=Subject.UNION_MEMBER, name=name)


class DiscriminatorValues(Struct, frozen=True):
    """A discriminator: its property, and its values mapped to the names of schemas."""

    property: str
    values: Mapping[str, str]


def discriminator_of(model: UnionModel) -> DiscriminatorValues | None:
    """Return the discriminator of a union in the description (OpenAPI 3.1, 4.8.25), or None."""
    written = model.discriminator
    name = None if written is None else written.get("propertyName")
    if written is None or not isinstance(name, str):
        return None
    mapping = written.get("mapping")
    targets = mapping.items() if isinstance(mapping, dict) else ()
    return DiscriminatorValues(name, {value: last_token(str(target)) for value, target in targets})


def lost_values(old: DiscriminatorValues, new: DiscriminatorValues, members: Sequence[TypeExpr]) -> Iterator[str]:
    """Yield the discriminator values that no longer identify one of the new `members`, although it still exists."""
    remaining = {last_token(member.id) for member in map(not_null, members) if isinstance(member, Ref)}
    for value, target in old.values.items():
        implied = value == target and not new.values
        if value not in new.values and target in remaining and not implied:
            yield value
