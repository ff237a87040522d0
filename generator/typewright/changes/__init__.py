"""Comparison of two descriptions: what a user of the SDK would notice.

Each pair of models is compared once, however often it is used, for all directions in which it is used.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from typewright.changes.assertions import AssertionComparison
from typewright.changes.change import Bump, Change, Changes, Context, Finding, Found, Kind, Pointer, Subject
from typewright.changes.compared_apis import ComparedApis, NamedApi
from typewright.changes.counterparts import Counterparts
from typewright.changes.methods import compare_methods, method_name
from typewright.changes.models import compare_models
from typewright.changes.pairing import pair_operations
from typewright.changes.rules import rule_for, rule_name
from typewright.changes.shapes import Shapes
from typewright.changes.surroundings import compare_surroundings
from typewright.ir import AliasModel, Direction

__all__ = ["Bump", "Change", "Changes", "Kind", "NamedApi", "Pointer", "Subject", "compare", "method_name"]

Pair = tuple[str, str]


def compare(old: NamedApi, new: NamedApi, moved: Mapping[str, str] | None = None) -> Changes:
    """Return the changes from `old` to `new`; `moved` maps the old ids of moved schemas to their new ones."""
    apis = ComparedApis(
        old=old,
        new=new,
        shapes=Shapes((old.models, new.models)),
        assertions=AssertionComparison((old.api, new.api)),
        moved=moved or {},
    )
    roots = compare_methods(apis)
    roots.add(compare_surroundings(apis))
    comparisons, directions = _everything(roots, apis)
    findings = [*roots.findings, *_of_models(comparisons, directions, apis), *_symbols(comparisons, directions, apis)]
    uses = Counter(use for found in (roots, *comparisons.values()) for use in found.uses)
    counterparts = _counterparts(comparisons, apis)
    changes = [_judged(finding, counterparts) for finding in _at_the_target(findings, uses, apis)]
    return Changes(tuple(sorted(dict.fromkeys(changes), key=_gravity)))


def _counterparts(pairs: Iterable[Pair], apis: ComparedApis) -> Counterparts:
    counterparts = Counterparts()
    operations = pair_operations(tuple(apis.old.api.every_operation()), tuple(apis.new.api.every_operation()))
    counterparts.add((old.pointer, new.pointer) for old, new in operations.pairs)
    counterparts.add((apis.old.models[old].pointer, apis.new.models[new].pointer) for old, new in pairs)
    return counterparts


def _everything(roots: Found, apis: ComparedApis) -> tuple[dict[Pair, Found], dict[Pair, frozenset[Direction]]]:
    """Compare all reachable pairs of models; return the results and the directions of each pair.

    A description without methods is a list of types, all of which are used in both directions.
    """
    comparisons: dict[Pair, Found] = {}
    directions: dict[Pair, frozenset[Direction]] = {}
    worklist = deque(roots.pairs or _components(apis))
    while worklist:
        pair, reached = worklist.popleft()
        known = directions.get(pair, frozenset())
        if reached <= known:
            continue
        directions[pair] = known | reached
        if pair not in comparisons:
            comparisons[pair] = compare_models(apis.old.models[pair[0]], apis.new.models[pair[1]], apis)
        worklist.extend(
            (below, direction & reached) for below, direction in comparisons[pair].pairs if direction & reached
        )
    return comparisons, directions


def _components(apis: ComparedApis) -> Iterator[tuple[Pair, frozenset[Direction]]]:
    if any(side.api.operations or side.api.webhooks for side in (apis.old, apis.new)):
        return
    for id_, model in apis.old.models.items():
        after = apis.new.models.get(apis.moved.get(id_, id_))
        if model.shared and type(after) is type(model):
            yield (id_, after.id), frozenset(Direction)


def _of_models(
    comparisons: Mapping[Pair, Found], directions: Mapping[Pair, frozenset[Direction]], apis: ComparedApis
) -> Iterator[Finding]:
    for pair, found in comparisons.items():
        for finding in found.findings:
            allowed = finding.directions & directions[pair]
            if allowed:
                yield replace(finding, directions=allowed)


def _symbols(
    comparisons: Mapping[Pair, Found], directions: Mapping[Pair, frozenset[Direction]], apis: ComparedApis
) -> Iterator[Finding]:
    """Yield the shared types that were added or removed with all their uses."""
    for old, (mine, other) in ((True, (apis.old, apis.new)), (False, (apis.new, apis.old))):
        met = {pair[0] if old else pair[1] for pair in comparisons}
        names = {other.symbol(id_) for id_ in other.models}
        for id_, model in mine.models.items():
            name = mine.symbol(id_)
            if not model.shared or isinstance(model, AliasModel) or id_ in met or name in names:
                continue
            context = Context(Subject.SYMBOL, symbol=name)
            message = f"the type is {'gone' if old else 'new'}"
            kind = Kind.REMOVED if old else Kind.ADDED
            yield context.finding(
                kind,
                message,
                Pointer(model.pointer, old),
                subject=Subject.SYMBOL,
                directions=frozenset(Direction),
            )


def _at_the_target(findings: Iterable[Finding], uses: Mapping[Pair, int], apis: ComparedApis) -> Iterator[Finding]:
    """Yield the findings; one that occurs at every one of several uses of a type is reported once, for the type."""
    listed = list(findings)
    alike = Counter((finding.use_of, finding.kind) for finding in listed if finding.use_of is not None)
    said: dict[tuple[Pair, Kind], Finding] = {}
    for finding in listed:
        if (
            finding.use_of is None
            or uses[finding.use_of] < 2
            or alike[finding.use_of, finding.kind] < uses[finding.use_of]
        ):
            yield finding
            continue
        key = (finding.use_of, finding.kind)
        directions = finding.directions | (said[key].directions if key in said else frozenset())
        model = apis.new.models[finding.use_of[1]]
        context = Context(Subject.SYMBOL, symbol=apis.new.symbol(model.id))
        words = "may be null now" if finding.kind is Kind.NULLABLE else "can no longer be null"
        said[key] = replace(
            finding,
            subject=Subject.SYMBOL,
            message=f"the type {words}, wherever it is used",
            context=context,
            where=Pointer(model.pointer),
            directions=directions,
            name="",
        )
    yield from said.values()


def _judged(finding: Finding, counterparts: Counterparts) -> Change:
    """Return a finding with its assessment as a change."""
    rule = rule_for(finding.subject, finding.kind)
    request = rule.request if Direction.REQUEST in finding.directions else None
    response = rule.response if Direction.RESPONSE in finding.directions else None
    verdicts = [verdict for verdict in (request, response) if verdict is not None]
    breaks = any(verdict for verdict, _ in verdicts)
    reasons = dict.fromkeys(reason for verdict, reason in verdicts if verdict is breaks)
    return Change(
        kind=finding.kind,
        subject=finding.subject,
        message=finding.message,
        where=finding.where,
        request=None if request is None else request[0],
        response=None if response is None else response[0],
        reason="; ".join(reasons),
        bump=Bump.MAJOR if breaks else rule.bump,
        symbol=finding.context.symbol,
        method=finding.context.method,
        name=finding.name or finding.context.name,
        rule=rule_name(finding.subject, finding.kind),
        counterpart=counterparts.of(finding.where),
    )


def _gravity(change: Change) -> tuple[bool, int, bool, str, str]:
    return not change.is_breaking, -change.bump, not change.method, change.method or change.symbol, change.where.pointer
