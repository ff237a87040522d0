"""Comparison of two descriptions: the changes that users of the SDK would notice.

Each pair of models is compared once, for all directions in which it is used.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from typewright.changes.api import compare_api
from typewright.changes.assertions import AssertionComparison
from typewright.changes.change import Bump, Change, Changes, Comparison, Context, Finding, Kind, Pointer, Subject
from typewright.changes.compared_apis import ComparedApis, NamedApi
from typewright.changes.counterparts import Counterparts
from typewright.changes.methods import compare_methods, method_name
from typewright.changes.models import compare_models
from typewright.changes.pairing import pair_operations
from typewright.changes.rules import rule_for, rule_name
from typewright.changes.shapes import Shapes
from typewright.ir import AliasModel, Direction

__all__ = ["Bump", "Change", "Changes", "Kind", "NamedApi", "Pointer", "Subject", "compare", "method_name"]

Pair = tuple[str, str]


def compare(old: NamedApi, new: NamedApi, moved: Mapping[str, str] | None = None) -> Changes:
    """Return the changes from `old` to `new`. `moved` maps the old ids of moved schemas to their new ids."""
    apis = ComparedApis(
        old=old,
        new=new,
        shapes=Shapes((old.models, new.models)),
        assertions=AssertionComparison((old.api, new.api)),
        moved=moved or {},
    )
    roots = compare_methods(apis)
    roots.add(compare_api(apis))
    comparisons, directions = _compare_reachable_models(roots, apis)
    findings = [
        *roots.findings,
        *_model_findings(comparisons, directions, apis),
        *_added_and_removed_types(comparisons, directions, apis),
    ]
    uses = Counter(use for results in (roots, *comparisons.values()) for use in results.uses)
    counterparts = _counterparts(comparisons, apis)
    changes = [_assess(finding, counterparts) for finding in _merge_findings_of_uses(findings, uses, apis)]
    return Changes(tuple(sorted(dict.fromkeys(changes), key=_sort_key)))


def _counterparts(pairs: Iterable[Pair], apis: ComparedApis) -> Counterparts:
    counterparts = Counterparts()
    operations = pair_operations(tuple(apis.old.api.every_operation()), tuple(apis.new.api.every_operation()))
    counterparts.add((old.pointer, new.pointer) for old, new in operations.pairs)
    counterparts.add((apis.old.models[old].pointer, apis.new.models[new].pointer) for old, new in pairs)
    return counterparts


def _compare_reachable_models(
    roots: Comparison, apis: ComparedApis
) -> tuple[dict[Pair, Comparison], dict[Pair, frozenset[Direction]]]:
    """Compare all pairs of models that are reachable from `roots`. Return the results and the directions of each pair.

    Without any methods, all components are compared for both directions.
    """
    comparisons: dict[Pair, Comparison] = {}
    directions: dict[Pair, frozenset[Direction]] = {}
    worklist = deque(roots.pairs or _components(apis))
    while worklist:
        pair, reached = worklist.popleft()
        earlier = directions.get(pair, frozenset())
        if reached <= earlier:
            continue
        directions[pair] = earlier | reached
        if pair not in comparisons:
            comparisons[pair] = compare_models(apis.old.models[pair[0]], apis.new.models[pair[1]], apis)
        worklist.extend(
            (inner_pair, direction & reached)
            for inner_pair, direction in comparisons[pair].pairs
            if direction & reached
        )
    return comparisons, directions


def _components(apis: ComparedApis) -> Iterator[tuple[Pair, frozenset[Direction]]]:
    if any(side.api.operations or side.api.webhooks for side in (apis.old, apis.new)):
        return
    for id_, model in apis.old.models.items():
        after = apis.new.models.get(apis.moved.get(id_, id_))
        if model.shared and type(after) is type(model):
            yield (id_, after.id), frozenset(Direction)


def _model_findings(
    comparisons: Mapping[Pair, Comparison], directions: Mapping[Pair, frozenset[Direction]], apis: ComparedApis
) -> Iterator[Finding]:
    for pair, comparison in comparisons.items():
        for finding in comparison.findings:
            allowed = finding.directions & directions[pair]
            if allowed:
                yield replace(finding, directions=allowed)


def _added_and_removed_types(
    comparisons: Mapping[Pair, Comparison], directions: Mapping[Pair, frozenset[Direction]], apis: ComparedApis
) -> Iterator[Finding]:
    """Yield the shared types that exist, and are used, in one of the descriptions only."""
    for is_old, (own, other) in ((True, (apis.old, apis.new)), (False, (apis.new, apis.old))):
        compared = {pair[0] if is_old else pair[1] for pair in comparisons}
        names = {other.symbol(id_) for id_ in other.models}
        for id_, model in own.models.items():
            name = own.symbol(id_)
            if not model.shared or isinstance(model, AliasModel) or id_ in compared or name in names:
                continue
            context = Context(Subject.SYMBOL, symbol=name)
            message = f"the type is {'gone' if is_old else 'new'}"
            kind = Kind.REMOVED if is_old else Kind.ADDED
            yield context.finding(
                kind,
                message,
                Pointer(model.pointer, old=is_old),
                subject=Subject.SYMBOL,
                directions=frozenset(Direction),
            )


def _merge_findings_of_uses(
    findings: Iterable[Finding], uses: Mapping[Pair, int], apis: ComparedApis
) -> Iterator[Finding]:
    """Yield the findings. A finding that occurs at all uses of a type is yielded once, for the type."""
    all_findings = list(findings)
    occurrences = Counter((finding.use_of, finding.kind) for finding in all_findings if finding.use_of is not None)
    merged: dict[tuple[Pair, Kind], Finding] = {}
    for finding in all_findings:
        if (
            finding.use_of is None
            or uses[finding.use_of] < 2
            or occurrences[finding.use_of, finding.kind] < uses[finding.use_of]
        ):
            yield finding
            continue
        key = (finding.use_of, finding.kind)
        directions = finding.directions | (merged[key].directions if key in merged else frozenset())
        model = apis.new.models[finding.use_of[1]]
        context = Context(Subject.SYMBOL, symbol=apis.new.symbol(model.id))
        words = "may be null now" if finding.kind is Kind.NULLABLE else "can no longer be null"
        merged[key] = replace(
            finding,
            subject=Subject.SYMBOL,
            message=f"the type {words}, wherever it is used",
            context=context,
            where=Pointer(model.pointer),
            directions=directions,
            name="",
        )
    yield from merged.values()


def _assess(finding: Finding, counterparts: Counterparts) -> Change:
    """Return the change for a finding, assessed by the rules."""
    rule = rule_for(finding.subject, finding.kind)
    request = rule.request if Direction.REQUEST in finding.directions else None
    response = rule.response if Direction.RESPONSE in finding.directions else None
    assessments = [assessment for assessment in (request, response) if assessment is not None]
    is_breaking = any(assessment for assessment, _ in assessments)
    reasons = dict.fromkeys(reason for assessment, reason in assessments if assessment is is_breaking)
    return Change(
        kind=finding.kind,
        subject=finding.subject,
        message=finding.message,
        where=finding.where,
        request=None if request is None else request[0],
        response=None if response is None else response[0],
        reason="; ".join(reasons),
        bump=Bump.MAJOR if is_breaking else rule.bump,
        symbol=finding.context.symbol,
        method=finding.context.method,
        name=finding.name or finding.context.name,
        former=finding.former,
        rule=rule_name(finding.subject, finding.kind),
        counterpart=counterparts.counterpart_of(finding.where),
    )


def _sort_key(change: Change) -> tuple[bool, int, bool, str, str]:
    return not change.is_breaking, -change.bump, not change.method, change.method or change.symbol, change.where.pointer
