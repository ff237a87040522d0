"""Comparison of two type expressions, which can become wider, narrower or different."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from typewright.changes.annotations import compare_uses, subject_label
from typewright.changes.bounds import TYPED_FORMATS, ConstraintChange, compare_constraints, compare_formats
from typewright.changes.change import EITHER, Comparison, Context, Finding, Kind, Pointer, Subject
from typewright.changes.compared_apis import NEW, OLD, ComparedApis
from typewright.changes.members import match_members, member_finding
from typewright.changes.values import compare_values, values_of
from typewright.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    ListOf,
    MapOf,
    Model,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)


def compare_annotated_types(old: TypeExpr, new: TypeExpr, context: Context, apis: ComparedApis) -> Comparison:
    """Return the changes between two types, including their annotations."""
    comparison = compare_types(old, new, context, apis)
    models = (apis.old.models, apis.new.models)
    comparison.findings += compare_uses((old, new), models, context, EITHER)
    return comparison


def compare_types(old: TypeExpr, new: TypeExpr, context: Context, apis: ComparedApis) -> Comparison:
    """Return the changes between two types, with the pairs of models to compare next."""
    aliases = _same_aliases(old, new, apis)
    if aliases is not None:
        return _compare_alias_uses(old, new, aliases, context, apis)
    (inner_old, was_nullable), (inner_new, is_nullable) = (
        apis.shapes.resolve_aliases(old, OLD),
        apis.shapes.resolve_aliases(new, NEW),
    )
    inner_old, inner_new = _unwrap_single_unions(inner_old, inner_new, apis)
    comparison = _TypeComparison(context, apis, new.pointer).compare(inner_old, inner_new)
    shared = _shared_pair(inner_old, inner_new)
    if was_nullable != is_nullable and not is_any_value(inner_old) and not is_any_value(inner_new):
        comparison.findings.append(_nullability_finding(context, new.pointer, shared, nullable=is_nullable))
    if shared is not None:
        comparison.uses.append(shared)
    return comparison


def _same_aliases(old: TypeExpr, new: TypeExpr, apis: ComparedApis) -> tuple[str, str] | None:
    """Return the ids of the aliases that two types refer to, if they are the same type; else None."""
    first, second = not_null(old), not_null(new)
    if not (isinstance(first, Ref) and isinstance(second, Ref)):
        return None
    models = (apis.old.models.get(first.id), apis.new.models.get(second.id))
    if not all(isinstance(model, AliasModel) for model in models) or not apis.is_same_type(first.id, second.id):
        return None
    return first.id, second.id


def _compare_alias_uses(
    old: TypeExpr, new: TypeExpr, aliases: tuple[str, str], context: Context, apis: ComparedApis
) -> Comparison:
    comparison = Comparison(pairs=[(aliases, EITHER)], uses=[aliases])
    nullable = []
    for side, (type_, models) in enumerate(((old, apis.old.models), (new, apis.new.models))):
        alias = models[aliases[side]]
        is_alias_nullable = isinstance(alias, AliasModel) and apis.shapes.resolve_aliases(alias.type, side)[1]
        nullable.append(type_ is not not_null(type_) and not is_alias_nullable)
    if nullable[0] != nullable[1]:
        comparison.findings.append(_nullability_finding(context, new.pointer, aliases, nullable=nullable[1]))
    return comparison


def _unwrap_single_unions(old: TypeExpr, new: TypeExpr, apis: ComparedApis) -> tuple[TypeExpr, TypeExpr]:
    """Return the two types; a union of one member is replaced by the member if the other type is no union."""
    members = [
        model.members if isinstance(type_, Ref) and isinstance(model := side.models.get(type_.id), UnionModel) else None
        for type_, side in ((old, apis.old), (new, apis.new))
    ]
    if members[1] is None and members[0] is not None and len(members[0]) == 1:
        return not_null(members[0][0]), new
    if members[0] is None and members[1] is not None and len(members[1]) == 1:
        return old, not_null(members[1][0])
    return old, new


def _nullability_finding(context: Context, pointer: str, shared: tuple[str, str] | None, *, nullable: bool) -> Finding:
    kind = Kind.NULLABLE if nullable else Kind.NOT_NULLABLE
    message = f"{subject_label(context)} {'may' if nullable else 'can no longer'} be null" + (
        " now" if nullable else ""
    )
    return Finding(
        kind=kind,
        subject=context.subject,
        message=message,
        context=context,
        where=Pointer(pointer),
        directions=EITHER,
        name=context.name,
        use_of=shared,
    )


def _shared_pair(old: TypeExpr, new: TypeExpr) -> tuple[str, str] | None:
    both = isinstance(old, Ref) and isinstance(new, Ref) and old.by_reference and new.by_reference
    return (old.id, new.id) if both and isinstance(old, Ref) and isinstance(new, Ref) else None


def is_any_value(type_: TypeExpr) -> bool:
    """Return whether a type accepts any value."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.ANY


def _is_closed(list_: ListOf) -> bool:
    """Return whether a tuple allows no items after its prefix (`items: false`)."""
    return isinstance(list_.item, Scalar) and list_.item.schema is False


def _element(list_: ListOf, index: int) -> TypeExpr | None:
    """Return the type of the item at `index`, or None if there cannot be one."""
    if index < len(list_.prefix):
        return list_.prefix[index]
    return None if _is_closed(list_) else list_.item


_MODEL_KINDS: Mapping[type, str] = {
    ObjectModel: "an object",
    UnionModel: "a union",
    EnumModel: "an enumeration",
    FileModel: "a file",
    AliasModel: "an alias",
}


class _TypeComparison:
    """Compares two types without nullability."""

    def __init__(self, context: Context, apis: ComparedApis, pointer: str) -> None:
        self.context, self.apis, self.pointer = context, apis, pointer
        self.result = Comparison()

    def compare(self, old: TypeExpr, new: TypeExpr) -> Comparison:
        """Return the changes between the two types."""
        match old, new:
            case Scalar(), Scalar():
                self._compare_scalars(old, new)
            case ListOf(), ListOf():
                self._compare_lists(old, new)
            case MapOf(), MapOf():
                self._compare_inner(old.value, new.value, "{}")
                self._add_constraint_changes(compare_constraints(old.constraints, new.constraints))
                self._compare_assertions(old, new)
            case StreamOf(), StreamOf():
                self._compare_inner(old.item, new.item, "")
            case Ref(), Ref():
                self._compare_references(old, new)
            case _:
                self._compare_kinds(old, new)
        return self.result

    def add(self, kind: Kind, message: str) -> None:
        """Add a finding about the type."""
        self.result.findings.append(self.context.finding(kind, message, Pointer(self.pointer), name=self.context.name))

    def _add_constraint_changes(self, compare: Iterable[ConstraintChange]) -> None:
        for kind, message in compare:
            text = f"{subject_label(self.context)}: {message}"
            where = Pointer(self.pointer)
            self.result.findings.append(
                self.context.finding(kind, text, where, subject=Subject.CONSTRAINT, name=self.context.name)
            )

    def _compare_inner(self, old: TypeExpr, new: TypeExpr, suffix: str) -> None:
        self.result.add(compare_types(old, new, replace(self.context, name=self.context.name + suffix), self.apis))

    def _compare_scalars(self, old: Scalar, new: Scalar) -> None:
        has_typed_format = {old.format, new.format} & TYPED_FORMATS and old.format != new.format
        if old.kind is not new.kind or (old.kind is ScalarKind.STRING and has_typed_format):
            self._compare_kinds(old, new)
            return
        self._add_constraint_changes(compare_formats(old.format, new.format))
        self._add_constraint_changes(compare_constraints(old.constraints, new.constraints))
        self._compare_alternatives(old, new)
        self._compare_assertions(old, new)

    def _compare_assertions(self, old: TypeExpr, new: TypeExpr) -> None:
        """Compare the assertions of two schemas that types do not express."""
        self._add_constraint_changes(
            self.apis.assertions.compare(old.pointer, new.pointer, declared=frozenset(), without=frozenset())
        )

    def _compare_alternatives(self, old: Scalar, new: Scalar) -> None:
        """Compare the types of the alternatives of two scalars; `_compare_assertions` compares their assertions."""
        if not old.alternatives or not new.alternatives:
            if is_any_value(old) and old.alternatives != new.alternatives:
                self._compare_kinds(old, new)
            return
        matched = match_members(old.alternatives, new.alternatives, self.apis)
        context = replace(self.context, subject=Subject.UNION_MEMBER, required=True)
        for before, after in matched.pairs:
            if isinstance(not_null(before), Ref):
                self.result.add(compare_types(before, after, context, self.apis))
        kinds = [
            {self._primitive_type(alternative, side) for alternative in scalar.alternatives}
            for side, scalar in enumerate((old, new))
        ]
        for kind, members, side in ((Kind.REMOVED, matched.removed, OLD), (Kind.ADDED, matched.added, NEW)):
            by_type = {self._primitive_type(member, side): member for member in reversed(members)}
            for name, member in by_type.items():
                if name not in kinds[1 - side]:
                    self.result.findings.append(member_finding(kind, member, self.context, self.apis, side))

    def _primitive_type(self, type_: TypeExpr, side: int) -> str:
        inner = not_null(type_)
        return inner.kind.value if isinstance(inner, Scalar) else self.apis.type_text(inner, side)

    def _compare_lists(self, old: ListOf, new: ListOf) -> None:
        for index in range(max(len(old.prefix), len(new.prefix))):
            before, after = _element(old, index), _element(new, index)
            if before is not None and after is not None:
                self._compare_inner(before, after, f"[{index}]")
            elif before is not after:
                kind = Kind.NARROWED if after is None else Kind.WIDENED
                self.add(
                    kind,
                    f"{subject_label(self.context)} has {len(new.prefix)} items at most now, not {len(old.prefix)}",
                )
                break
        if _is_closed(old) != _is_closed(new):
            kind = Kind.CLOSED if _is_closed(new) else Kind.OPENED
            self.add(
                kind, f"{subject_label(self.context)} can have {'no' if _is_closed(new) else 'any'} further items now"
            )
        elif not _is_closed(old):
            self._compare_inner(old.item, new.item, "[]")
        self._add_constraint_changes(compare_constraints(old.constraints, new.constraints))
        self._compare_assertions(old, new)

    def _compare_references(self, old: Ref, new: Ref) -> None:
        models = (self.apis.old.models.get(old.id), self.apis.new.models.get(new.id))
        is_comparable = models[0] is not None and type(models[0]) is type(models[1])
        if is_comparable and self._is_one_type(old, new):
            self.result.pairs.append(((old.id, new.id), EITHER))
        elif is_comparable and self.apis.has_same_shape(old, new):
            names = self.apis.type_text(new, NEW), self.apis.type_text(old, OLD)
            self.add(
                Kind.RENAMED,
                f"{subject_label(self.context)} is of type {names[0]} now, which is made as {names[1]} was",
            )
        else:
            self._compare_kinds(old, new)

    def _is_one_type(self, old: Ref, new: Ref) -> bool:
        """Return whether both references are to the same type, which may have changed or moved, or to inline types."""
        if not (old.by_reference and new.by_reference):
            return True
        return self.apis.is_same_type(old.id, new.id)

    def _compare_kinds(self, old: TypeExpr, new: TypeExpr) -> None:
        """Compare types of different kinds, or enumerations and constants."""
        before, after = values_of(old, self.apis.old.models), values_of(new, self.apis.new.models)
        if before is not None and after is not None and before.kind is after.kind:
            self.result.findings += compare_values(before, after, self.context, self.pointer)
            return
        kind = self._change_kind(old, new)
        if kind is None:
            return
        self.add(kind, f"{subject_label(self.context)} is {self._replacement_text(old, new)}")

    def _replacement_text(self, old: TypeExpr, new: TypeExpr) -> str:
        """Return the names of two types for a message, with their kinds if the names are equal."""
        after, before = self.apis.type_text(new, NEW), self.apis.type_text(old, OLD)
        if after == before:
            after, before = (
                f"{name} ({self._kind_text(type_, side)})"
                for name, type_, side in ((after, new, NEW), (before, old, OLD))
            )
        suffix = "; changes behind it are not compared" if is_any_value(new) or is_any_value(old) else ""
        return f"{after} now, it was {before}{suffix}"

    def _kind_text(self, type_: TypeExpr, side: int) -> str:
        model = (self.apis.old, self.apis.new)[side].models.get(type_.id) if isinstance(type_, Ref) else None
        return _MODEL_KINDS.get(type(model), "a type expression")

    def _change_kind(self, old: TypeExpr, new: TypeExpr) -> Kind | None:
        if self.apis.has_same_shape(old, new):
            return None
        before, after = self.apis.old.models, self.apis.new.models
        if self._is_member(old, new, NEW):
            return Kind.WIDENED
        if _contains(new, old, (after, before)):
            is_proven = self.apis.assertions.contains((new.pointer, NEW), (old.pointer, OLD))
            return Kind.WIDENED if is_proven else Kind.CHANGED
        if _contains(old, new, (before, after)) or self._is_member(new, old, OLD):
            return Kind.NARROWED
        return Kind.CHANGED

    def _is_member(self, type_: TypeExpr, union: TypeExpr, side: int) -> bool:
        """Return whether a type of the other description is a member of a union of the description `side`."""
        apis = (self.apis.old.models, self.apis.new.models)
        models = (apis[side], apis[1 - side])
        model = models[0].get(union.id) if isinstance(union, Ref) else None
        if not isinstance(model, UnionModel):
            return False
        shape = self.apis.shape(type_, 1 - side)
        ids = {member.id for member in model.members if isinstance(member, Ref) and member.by_reference}
        return (isinstance(type_, Ref) and type_.id in ids) or any(
            self.apis.shape(member, side) == shape or _contains(member, type_, models) for member in model.members
        )


def _contains(wide: TypeExpr, narrow: TypeExpr, models: tuple[Mapping[str, Model], Mapping[str, Model]]) -> bool:
    """Return whether every value of `narrow` is a value of `wide`, by their kinds.

    `models` are the models of the descriptions of `wide` and of `narrow`.
    """
    values = values_of(narrow, models[1])
    match wide, narrow:
        case Scalar(kind=ScalarKind.ANY), _:
            return True
        case Scalar(kind=ScalarKind.NUMBER), Scalar(kind=ScalarKind.INTEGER):
            return True
        case Scalar(kind=kind), _ if values is not None:
            return kind is values.kind or (kind is ScalarKind.NUMBER and values.kind is ScalarKind.INTEGER)
        case MapOf(value=Scalar(kind=ScalarKind.ANY)), Ref(id=id_):
            return isinstance(models[1].get(id_), ObjectModel)
    return False
