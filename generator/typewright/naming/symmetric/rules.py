"""Who is called what where several types of a namespace have the same leaf: none of them keeps it for itself.

The rules and their order are those of `docs/naming.md`. All counting is by name without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from typewright.naming.symmetric.usages import Holder, Shape
from typewright.naming.words import folded

_UNION, _ENUM = "Union", "Enum"
_INITIALISM = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]|$)")


@dataclass(slots=True)
class Claim:
    """The name that a holder claims so far, and how it came by it."""

    holder: Holder
    name: str
    remaining: tuple[str, ...] = ()
    """The context words that its like of the same root don't share."""
    by_constant: bool = False
    as_union: bool = False
    """Told apart as a union, though it may turn out that there was no need."""
    has_root: bool = False

    def put_root_before(self) -> None:
        """Claim the name with that of the root before it."""
        self.name, self.has_root = _joined(self.holder.root_name, self.name), True


def settle(holders: Iterable[Holder]) -> list[Claim]:
    """Return what each holder of a namespace is called, in the same order; some may still be equal."""
    claims = [Claim(holder, holder.leaf) for holder in holders]
    for contest in _by_name(claims).values():
        if len(contest) > 1:
            _settle_contest(contest)
    _drop_needless_unions(claims)
    for equals in _by_name(claims).values():
        if len(equals) > 1:
            _tell_unions_apart(equals)
    return claims


def _by_name(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(folded(claim.name), []).append(claim)
    return groups


def _settle_contest(contest: Sequence[Claim]) -> None:
    """Settle the claims of one leaf."""
    by_root: dict[str, list[Claim]] = {}
    for claim in contest:
        by_root.setdefault(claim.holder.root, []).append(claim)
    across_roots = len(by_root) > 1
    if across_roots and _tell_enum_from_union(contest):
        return
    for members in by_root.values():
        if len(members) > 1:
            _settle_within_root(members, across_roots=across_roots)
        elif across_roots and not members[0].holder.fixed:
            members[0].put_root_before()
    if across_roots:
        _settle_across_roots(contest)


def _tell_enum_from_union(contest: Sequence[Claim]) -> bool:
    """Where exactly one enumeration and one union of different roots share a leaf, only the enumeration is marked."""
    shapes = {claim.holder.shape: claim for claim in contest if not claim.holder.fixed}
    if len(contest) != 2 or set(shapes) != {Shape.ENUM, Shape.UNION}:
        return False
    shapes[Shape.ENUM].name += _ENUM
    return True


def _settle_within_root(members: Sequence[Claim], *, across_roots: bool) -> None:
    """Put a context word before each, then tell apart what is still equal."""
    loose = [claim for claim in members if not claim.holder.fixed]
    _put_words_before(loose)
    for equals in _by_name(members).values():
        if len(equals) > 1:
            _tell_apart_by_constant(equals, across_roots=across_roots)
    fixed = {folded(claim.name) for claim in members if claim.holder.fixed}
    for claim in loose:
        if folded(claim.name) in fixed and not claim.holder.is_branch:
            claim.put_root_before()


def _put_words_before(loose: Sequence[Claim]) -> None:
    """Put the nearest context word that not all share before each.

    One without such a word keeps its leaf, and so does one that stands in fewer words than all others.
    """
    sets = [set(map(folded, claim.holder.words)) for claim in loose]
    common = set.intersection(*sets) if len(loose) > 1 else set()
    fewest = min((len(claim.holder.words) for claim in loose), default=0)
    is_alone = sum(len(claim.holder.words) == fewest for claim in loose) == 1 < len(loose)
    for claim in loose:
        if is_alone and len(claim.holder.words) == fewest:
            continue
        claim.remaining = tuple(word for word in claim.holder.words if folded(word) not in common)
        if claim.remaining:
            claim.name = _joined(claim.remaining[-1], claim.name)


def _joined(before: str, name: str) -> str:
    """Put a name before another; what is an initialism in the latter is one in the former too.

    The evidence is one name: `Otlp` before `OTLPVersion` gives `OTLPOTLPVersion`.
    """
    for initialism in _INITIALISM.findall(name):
        before = re.sub(rf"{initialism.capitalize()}(?![a-z])", initialism, before)
    return before + name


def _tell_apart_by_constant(equals: Sequence[Claim], *, across_roots: bool) -> None:
    """Put the constants behind types that they tell apart; unions that stay are marked where others need the name."""
    if len({claim.holder.constant for claim in equals}) > 1:
        for claim in equals:
            if claim.holder.constant and not claim.holder.fixed:
                claim.name, claim.by_constant = claim.name + claim.holder.constant, True
    unions = [claim for claim in equals if claim.holder.shape is Shape.UNION]
    among_unions = len(unions) > 1 and any(claim.by_constant for claim in equals)
    for claim in unions:
        if among_unions or (across_roots and not claim.holder.fixed):
            claim.name, claim.as_union = claim.name + _UNION, not among_unions


def _settle_across_roots(contest: Sequence[Claim]) -> None:
    """Put the root before every name that another root has too, or could have."""
    wanted = _Wanted(contest)
    for claim in contest:
        if claim.holder.fixed or claim.has_root:
            continue
        if folded(claim.name) == folded(claim.holder.leaf):
            claim.put_root_before()
        elif wanted.by_others(claim.name, claim):
            longer = "".join(claim.remaining[-2:]) + claim.holder.leaf
            plain = len(claim.remaining) > 1 and not claim.by_constant and not claim.as_union
            if plain and not wanted.by_others(longer, claim):
                claim.name = longer
            else:
                claim.put_root_before()


class _Wanted:
    """Which roots could use a lengthened name, those included that have been settled with the root before the leaf."""

    def __init__(self, contest: Iterable[Claim]) -> None:
        self._roots: dict[str, set[str]] = {}
        for claim in contest:
            if not claim.holder.fixed:
                for name in self._names(claim):
                    self._roots.setdefault(folded(name), set()).add(claim.holder.root)

    @staticmethod
    def _names(claim: Claim) -> Iterable[str]:
        holder = claim.holder
        if not claim.has_root:
            yield claim.name
            yield "".join(claim.remaining[-2:]) + holder.leaf
            return
        yield holder.leaf + holder.constant
        yield from (word + holder.leaf for word in holder.words)
        yield from (outer + inner + holder.leaf for outer, inner in pairwise(holder.words))

    def by_others(self, name: str, claim: Claim) -> bool:
        """Whether a root other than that of `claim` could use `name`."""
        return bool(self._roots.get(folded(name), set()) - {claim.holder.root})


def _drop_needless_unions(claims: Sequence[Claim]) -> None:
    """Give a leaf back to the only union that was marked beside others of its leaf, where nobody else has it."""
    groups = _by_name(claims)
    marked: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.as_union and not claim.holder.fixed:
            marked.setdefault(folded(claim.holder.leaf), []).append(claim)
    for leaf, unions in marked.items():
        if len(unions) == 1 and leaf not in groups:
            unions[0].name = unions[0].holder.leaf


def _tell_unions_apart(equals: Sequence[Claim]) -> None:
    """Mark the unions among equal names of several shapes; one with a fixed name only where a branch claims that."""
    shapes = {claim.holder.shape is Shape.UNION for claim in equals}
    if len(shapes) == 1:
        return
    claimed = {claim.holder.root for claim in equals if claim.holder.is_branch}
    for claim in equals:
        if claim.holder.shape is Shape.UNION and (not claim.holder.fixed or claim.holder.root in claimed):
            claim.name += _UNION
