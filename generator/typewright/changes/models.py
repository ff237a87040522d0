"""Comparison of a pair of models: properties, enumerated values and union members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from typewright.changes.annotations import compare_annotations, effective_annotations
from typewright.changes.assertions import UNIONS
from typewright.changes.bounds import compare_constraints
from typewright.changes.change import EITHER, Comparison, Context, Finding, Kind, Pointer, Subject, renamed_text
from typewright.changes.compared_apis import NEW, OLD, ComparedApis
from typewright.changes.members import discriminator_of, lost_values, match_members, member_finding
from typewright.changes.types import compare_annotated_types, compare_types, is_any_value
from typewright.changes.values import compare_values, values_of_model
from typewright.ir import (
    AliasModel,
    Direction,
    EnumModel,
    Field,
    Model,
    ObjectModel,
    UnionModel,
)

_REQUEST, _RESPONSE = frozenset({Direction.REQUEST}), frozenset({Direction.RESPONSE})


def compare_models(old: Model, new: Model, apis: ComparedApis) -> Comparison:
    """Return the changes between two models, with the pairs of models inside them that are to be compared next."""
    context = Context(Subject.SYMBOL, symbol=apis.new.symbol(new.id))
    comparison = Comparison()
    if old.shared and new.shared:
        comparison.findings += compare_annotations(
            (old.annotations, new.annotations), (old.pointer, new.pointer), context, EITHER
        )
        comparison.findings += _compare_names(old, new, context, apis)
    match old, new:
        case ObjectModel(), ObjectModel():
            comparison.add(_ObjectComparison(old, new, context, apis).compare())
        case EnumModel(), EnumModel():
            comparison.findings += compare_values(values_of_model(old), values_of_model(new), context, new.pointer)
            comparison.findings += _compare_assertions(old, new, context, apis)
        case UnionModel(), UnionModel():
            comparison.add(_compare_unions(old, new, context, apis))
        case AliasModel(), AliasModel():
            comparison.add(compare_types(old.type, new.type, context, apis))
    return comparison


def _compare_names(old: Model, new: Model, context: Context, apis: ComparedApis) -> Iterator[Finding]:
    names = apis.old.symbol(old.id), apis.new.symbol(new.id)
    where = Pointer(new.pointer)
    if names[0] != names[1]:
        message = renamed_text(Subject.SYMBOL, *names)
        yield context.finding(Kind.RENAMED, message, where, subject=Subject.SYMBOL, former=names[0])
    elif old.id != new.id:
        message = f"the schema {old.id} is {new.id} now; its type is still called {names[1]}"
        yield context.finding(Kind.MOVED, message, where, subject=Subject.SYMBOL)


class _ObjectComparison:
    """Compares two objects property by property."""

    def __init__(self, old: ObjectModel, new: ObjectModel, context: Context, apis: ComparedApis) -> None:
        self.old, self.new, self.context, self.apis = old, new, context, apis
        self.result = Comparison()

    def compare(self) -> Comparison:
        """Return the changes between the two objects."""
        before = {field.name: field for field in self.old.fields}
        after = {field.name: field for field in self.new.fields}
        for name, field in before.items():
            if name not in after:
                self._report_removed(field)
        for name, field in after.items():
            if name in before:
                self._compare_property(before[name], field)
            else:
                self._report_added(field)
        self._compare_additional_properties()
        for kind, message in compare_constraints(self.old.constraints, self.new.constraints):
            self._add(kind, Subject.CONSTRAINT, message, Pointer(self.new.pointer))
        declared = frozenset((*before, *after))
        self.result.findings += _compare_assertions(self.old, self.new, self.context, self.apis, declared=declared)
        return self.result

    def _add(
        self,
        kind: Kind,
        subject: Subject,
        message: str,
        where: Pointer,
        directions: Iterable[Direction] = EITHER,
        name: str = "",
    ) -> None:
        self.result.findings.append(
            self.context.finding(kind, message, where, subject=subject, directions=frozenset(directions), name=name)
        )

    def _report_removed(self, field: Field) -> None:
        directions = _directions(field, self.apis, OLD)
        where = Pointer(field.pointer, old=True)
        self._add(Kind.REMOVED, Subject.PROPERTY, f"property '{field.name}' is gone", where, directions, field.name)

    def _report_added(self, field: Field) -> None:
        directions = _directions(field, self.apis, NEW)
        kind = Kind.ADDED_REQUIRED if field.required else Kind.ADDED
        message = f"{'required' if field.required else 'optional'} property '{field.name}' is new"
        self._add(kind, Subject.PROPERTY, message, Pointer(field.pointer), directions, field.name)

    def _compare_property(self, old: Field, new: Field) -> None:
        directions = (_directions(old, self.apis, OLD), _directions(new, self.apis, NEW))
        context = replace(self.context, subject=Subject.PROPERTY, name=new.name, required=old.required and new.required)
        if old.required != new.required:
            kind = Kind.REQUIRED if new.required else Kind.OPTIONAL
            message = f"property '{new.name}' is {kind.value} now"
            self._add(kind, Subject.PROPERTY, message, Pointer(new.pointer), directions[0] & directions[1], new.name)
        if old.preferred_name != new.preferred_name:
            names = new.preferred_name or new.name, old.preferred_name or old.name
            message = f"property '{new.name}' is called {names[0]} in code now, it was {names[1]}"
            self._add(Kind.RENAMED, Subject.PROPERTY, message, Pointer(new.pointer), directions[1], new.name)
        self._compare_directions(new, directions)
        self.result.add(compare_annotated_types(old.type, new.type, context, self.apis), directions[0] & directions[1])

    def _compare_directions(self, field: Field, directions: tuple[frozenset[Direction], frozenset[Direction]]) -> None:
        """Add a finding if a property became read-only or write-only, or no longer is."""
        old, new = directions
        if old == new:
            return
        kind = Kind.READ_ONLY if new == _RESPONSE else Kind.WRITE_ONLY if new == _REQUEST else Kind.BOTH_WAYS
        words = "can be sent and comes back now" if kind is Kind.BOTH_WAYS else f"is {kind.value} now"
        message = f"property '{field.name}' {words}"
        self._add(kind, Subject.PROPERTY, message, Pointer(field.pointer), name=field.name)
        if kind is Kind.BOTH_WAYS and field.required and old == _RESPONSE:
            message = f"property '{field.name}' must be sent now"
            self._add(Kind.REQUIRED, Subject.PROPERTY, message, Pointer(field.pointer), _REQUEST, field.name)

    def _compare_additional_properties(self) -> None:
        """Compare the types of additional properties, and whether they are allowed."""
        before, after = self.old.additional, self.new.additional
        where = Pointer(self.new.pointer)
        if before is not None and after is not None:
            context = replace(self.context, subject=Subject.ADDITIONAL)
            self.result.add(compare_annotated_types(before, after, context, self.apis))
        elif after is not None:
            kind = Kind.ADDED if self.old.closed or is_any_value(after) else Kind.NARROWED
            self._add(kind, Subject.ADDITIONAL, "further properties have a type now", Pointer(after.pointer))
        elif before is not None:
            old = Pointer(before.pointer, old=True)
            self._add(Kind.REMOVED, Subject.ADDITIONAL, "further properties no longer have a type", old)
        if self.old.closed != self.new.closed:
            kind = Kind.CLOSED if self.new.closed else Kind.OPENED
            words = "are refused now" if self.new.closed else "are no longer refused"
            self._add(kind, Subject.ADDITIONAL, f"further properties {words}", where)


def _directions(field: Field, apis: ComparedApis, side: int) -> frozenset[Direction]:
    """Return the directions that a property is used in: not requests if it is read-only, for example."""
    annotations = effective_annotations(field.type, (apis.old, apis.new)[side].models)
    if annotations.read_only == annotations.write_only:
        return EITHER
    return _RESPONSE if annotations.read_only else _REQUEST


def _compare_unions(old: UnionModel, new: UnionModel, context: Context, apis: ComparedApis) -> Comparison:
    """Return the changes between two unions. The order of the members is insignificant."""
    comparison = Comparison()
    matched = match_members(old.members, new.members, apis)
    for before, after in matched.pairs:
        name = apis.type_text(after, NEW)
        member_context = replace(context, subject=Subject.UNION_MEMBER, name=name, required=True)
        comparison.add(compare_annotated_types(before, after, member_context, apis))
    for member in matched.removed:
        comparison.findings.append(member_finding(Kind.REMOVED, member, context, apis, OLD))
    for member in matched.added:
        comparison.findings.append(member_finding(Kind.ADDED, member, context, apis, NEW))
    comparison.findings += _compare_discriminators(old, new, context)
    compared = UNIONS if old.exclusive is new.exclusive else frozenset[str]()
    comparison.findings += _compare_assertions(old, new, context, apis, without=compared)
    return comparison


def _compare_assertions(
    old: Model,
    new: Model,
    context: Context,
    apis: ComparedApis,
    *,
    declared: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Yield the changes in the assertions of two models that types do not express."""
    for kind, message in apis.assertions.compare(old.pointer, new.pointer, declared=declared, without=without):
        yield context.finding(kind, message, Pointer(new.pointer), subject=Subject.CONSTRAINT)


def _compare_discriminators(old: UnionModel, new: UnionModel, context: Context) -> Iterator[Finding]:
    before, after = discriminator_of(old), discriminator_of(new)
    if before == after:
        return
    where = Pointer(f"{new.pointer}/discriminator")
    if before is None and after is not None:
        message = f"the members are told apart by '{after.property}' now"
        yield context.finding(Kind.ADDED, message, where, subject=Subject.DISCRIMINATOR, name=after.property)
    elif after is None and before is not None:
        message = f"the members are no longer told apart by '{before.property}'"
        where = Pointer(f"{old.pointer}/discriminator", old=True)
        yield context.finding(Kind.REMOVED, message, where, subject=Subject.DISCRIMINATOR, name=before.property)
    elif before is not None and after is not None and before.property != after.property:
        message = f"the members are told apart by '{after.property}' now, not by '{before.property}'"
        yield context.finding(Kind.CHANGED, message, where, subject=Subject.DISCRIMINATOR, name=after.property)
    elif before is not None and after is not None and (lost := sorted(lost_values(before, after, new.members))):
        message = f"members are no longer told apart by the values {', '.join(lost)} of '{after.property}'"
        yield context.finding(Kind.CHANGED, message, where, subject=Subject.DISCRIMINATOR, name=after.property)
