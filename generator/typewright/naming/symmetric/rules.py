"""The rules for several types of a namespace with the same leaf name, none of which keeps it.

The rules and their order are those of `docs/naming.md`. Names are compared without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from typewright.naming.names import Package
from typewright.naming.symmetric.usages import Candidate, Shape
from typewright.naming.words import folded

_UNION, _ENUM, _PARAMETER = "Union", "Enum", "Parameter"
_INITIALISM = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]|$)")


class Claim(Struct):
    """The current name of a candidate, and the rules that made it."""

    candidate: Candidate
    name: str
    remaining: tuple[str, ...] = ()
    """The context words that not all candidates of the same root and leaf share."""
    by_constant: bool = False
    as_union: bool = False
    """Whether it was marked as a union, which may turn out to be unnecessary."""
    has_root: bool = False
    has_owner: bool = False
    """Whether the role of its owner is enough to tell it apart from the types of other roots."""

    def set_apart(self) -> None:
        """Append the role of the owner if that is enough, else prefix the name with that of the root."""
        if self.has_owner:
            self.name, self.has_root = self.name + self.candidate.owner_role, True
        else:
            self.prefix_root()

    def prefix_root(self) -> None:
        """Prefix the name with that of the root."""
        self.name, self.has_root = _joined(self.candidate.root_name, self.name), True


def resolve_claims(candidates: Iterable[Candidate]) -> list[Claim]:
    """Return the name of each candidate of a namespace, in the same order; some names may still be equal."""
    claims = [Claim(candidate, candidate.leaf) for candidate in candidates]
    _part_components(claims)
    _give_way_to_components(claims)
    for contest in _by_name(claims).values():
        if len(contest) > 1:
            _resolve_contest(contest)
    _drop_needless_unions(claims)
    for equals in _by_name(claims).values():
        if len(equals) > 1:
            _distinguish_unions(equals)
    for equals in _by_name(claims).values():
        if any(claim.candidate.fixed for claim in equals):
            _part_constants(equals)
    return claims


def _by_name(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(folded(claim.name), []).append(claim)
    return groups


def _part_components(claims: Sequence[Claim]) -> None:
    """Append the role of shared bodies and responses if another component has the same name."""
    shared = [claim for claim in claims if claim.candidate.of_component and claim.candidate.role != _PARAMETER]
    for equals in _by_name(shared).values():
        for claim in equals if len(equals) > 1 else ():
            claim.name += claim.candidate.role


def _give_way_to_components(claims: Sequence[Claim]) -> None:
    """Append the role of an operation's own type once more if a component has its name."""
    names = {folded(claim.name) for claim in claims if claim.candidate.of_component}
    for claim in claims:
        candidate = claim.candidate
        if not candidate.of_component and candidate.role and folded(claim.name) in names:
            claim.name += candidate.role


def _resolve_contest(contest: Sequence[Claim]) -> None:
    """Apply the rules to all claims of one leaf name."""
    across_roots = len({claim.candidate.root for claim in contest}) > 1
    for claim in contest if sum(claim.candidate.symbol.package is Package.SHARED for claim in contest) > 1 else ():
        if claim.candidate.fixed and claim.candidate.role == _PARAMETER:
            claim.name += _PARAMETER
    if across_roots and (_append_owner(contest) or _distinguish_enum_from_union(contest)):
        return
    if across_roots:
        contest = _without_only_enum(contest)
        _mark_only_owner(contest)
    for members in _by_root(contest).values():
        if len(members) > 1:
            _resolve_within_root(members, across_roots=across_roots)
        elif across_roots and not members[0].candidate.fixed:
            members[0].set_apart()
    if across_roots:
        _resolve_across_roots(contest)


def _by_root(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.candidate.root, []).append(claim)
    return groups


def _without_only_enum(contest: Sequence[Claim]) -> Sequence[Claim]:
    """Mark the only enumeration among several other types; return the claims that are still to be resolved.

    The only union among them, if it is of another root, keeps the leaf, as it does where there are no others.
    """
    enums = [claim for claim in contest if claim.candidate.shape is Shape.ENUM]
    if len(enums) != 1 or enums[0].candidate.fixed or len(contest) == 2:
        return contest
    enums[0].name += _ENUM
    unions = [claim for claim in contest if claim.candidate.shape is Shape.UNION]
    keeps_leaf = len(unions) == 1 and len(_by_root([unions[0], enums[0]])) == 2
    return [claim for claim in contest if claim is not enums[0] and not (keeps_leaf and claim is unions[0])]


def _mark_only_owner(contest: Sequence[Claim]) -> None:
    """Mark the types inside the only shared body or response: its role tells them apart from the types of schemas."""
    inner = [claim for claim in contest if not claim.candidate.fixed and claim.candidate.owner_role]
    for claim in inner if len(_by_root(inner)) == 1 else ():
        claim.has_owner = True


def _append_owner(contest: Sequence[Claim]) -> bool:
    """Append the role of the owner to a type inside a shared body or response, if only a component has the same leaf.

    Return whether the rule applies.
    """
    inner = [claim for claim in contest if not claim.candidate.fixed and claim.candidate.owner_role]
    schemas = [claim for claim in contest if claim.candidate.of_component and not claim.candidate.role]
    if len(contest) != 2 or len(inner) != 1 or len(schemas) != 1:
        return False
    inner[0].name += inner[0].candidate.owner_role
    return True


def _distinguish_enum_from_union(contest: Sequence[Claim]) -> bool:
    """Append `Enum` to the enumeration that shares its leaf with one union or component; return whether it applies."""
    enums = [claim for claim in contest if claim.candidate.shape is Shape.ENUM and not claim.candidate.fixed]
    others = [claim for claim in contest if claim.candidate.shape is Shape.UNION or claim.candidate.fixed]
    if len(contest) != 2 or len(enums) != 1 or len(others) != 1 or others[0].candidate.shape is Shape.ENUM:
        return False
    enums[0].name += _ENUM
    return True


def _resolve_within_root(members: Sequence[Claim], *, across_roots: bool) -> None:
    """Prefix each claim of one root with a context word, then distinguish those that are still equal."""
    unfixed = [claim for claim in members if not claim.candidate.fixed]
    _prefix_context_words(unfixed)
    for equals in _by_name(members).values():
        if len(equals) > 1:
            _append_constants(equals, across_roots=across_roots)
    fixed = {folded(claim.name) for claim in members if claim.candidate.fixed}
    for claim in unfixed:
        if folded(claim.name) in fixed and not claim.candidate.is_branch:
            claim.prefix_root()


def _prefix_context_words(unfixed: Sequence[Claim]) -> None:
    """Prefix each claim with its nearest context word that not all claims share.

    A claim without such a word keeps its leaf, and so does the only one with the fewest context words.
    """
    sets = [set(map(folded, claim.candidate.words)) for claim in unfixed]
    common = set.intersection(*sets) if len(unfixed) > 1 else set()
    fewest = min((len(claim.candidate.words) for claim in unfixed), default=0)
    is_alone = sum(len(claim.candidate.words) == fewest for claim in unfixed) == 1 < len(unfixed)
    for claim in unfixed:
        if is_alone and len(claim.candidate.words) == fewest:
            continue
        claim.remaining = tuple(word for word in claim.candidate.words if folded(word) not in common)
        if claim.remaining:
            claim.name = _joined(claim.remaining[-1], claim.name)


def _joined(before: str, name: str) -> str:
    """Return `before` and `name` joined; words of `before` that are initialisms in `name` become upper case.

    `Otlp` before `OTLPVersion` gives `OTLPOTLPVersion`.
    """
    for initialism in _INITIALISM.findall(name):
        before = re.sub(rf"{initialism.capitalize()}(?![a-z])", initialism, before)
    return before + name


def _append_constants(equals: Sequence[Claim], *, across_roots: bool) -> None:
    """Append the constants of types where these differ; mark the remaining unions where others need the name."""
    if len({claim.candidate.constant for claim in equals}) > 1:
        for claim in equals:
            if claim.candidate.constant and not claim.candidate.fixed:
                claim.name, claim.by_constant = claim.name + claim.candidate.constant, True
    unions = [claim for claim in equals if claim.candidate.shape is Shape.UNION]
    among_unions = len(unions) > 1 and any(claim.by_constant for claim in equals)
    for claim in unions:
        is_marked = across_roots and len(unions) < len(equals) and not claim.candidate.fixed
        if among_unions or is_marked:
            claim.name, claim.as_union = claim.name + _UNION, not among_unions


def _resolve_across_roots(contest: Sequence[Claim]) -> None:
    """Prefix each name that another root also has, or could have, with that of its root."""
    contenders = _Contenders(contest)
    for claim in contest:
        if claim.candidate.fixed or claim.has_root:
            continue
        if folded(claim.name) == folded(claim.candidate.leaf):
            claim.set_apart()
        elif contenders.has_other(claim.name, claim):
            longer = "".join(claim.remaining[-2:]) + claim.candidate.leaf
            plain = len(claim.remaining) > 1 and not (claim.by_constant or claim.as_union or claim.has_owner)
            if plain and not contenders.has_other(longer, claim):
                claim.name = longer
            else:
                claim.set_apart()


class _Contenders:
    """The roots that could use a name, those included whose claims already have the prefix of the root."""

    def __init__(self, contest: Iterable[Claim]) -> None:
        self._roots: dict[str, set[str]] = {}
        for claim in contest:
            if not claim.candidate.fixed:
                for name in self._names(claim):
                    self._roots.setdefault(folded(name), set()).add(claim.candidate.root)

    @staticmethod
    def _names(claim: Claim) -> Iterable[str]:
        candidate = claim.candidate
        if not claim.has_root:
            yield claim.name
            yield "".join(claim.remaining[-2:]) + candidate.leaf
            return
        yield candidate.leaf + candidate.constant
        yield from (word + candidate.leaf for word in candidate.words)
        yield from (outer + inner + candidate.leaf for outer, inner in pairwise(candidate.words))

    def has_other(self, name: str, claim: Claim) -> bool:
        """Return whether a root other than that of `claim` could use `name`."""
        return bool(self._roots.get(folded(name), set()) - {claim.candidate.root})


def _drop_needless_unions(claims: Sequence[Claim]) -> None:
    """Restore the leaf of a marked union if no other claim has that name."""
    groups = _by_name(claims)
    marked: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.as_union and not claim.candidate.fixed:
            marked.setdefault(folded(claim.candidate.leaf), []).append(claim)
    for leaf, unions in marked.items():
        if len(unions) == 1 and leaf not in groups:
            unions[0].name = unions[0].candidate.leaf


def _part_constants(equals: Sequence[Claim]) -> None:
    """Append its constant to a type with a single value if a fixed name collides with its own."""
    for claim in equals:
        if claim.candidate.shape is Shape.ENUM and not claim.candidate.fixed and not claim.by_constant:
            claim.name += claim.candidate.constant


def _distinguish_unions(equals: Sequence[Claim]) -> None:
    """Mark the unions among equal names of several shapes; those with fixed names only if a branch claims the name."""
    shapes = {claim.candidate.shape is Shape.UNION for claim in equals}
    if len(shapes) == 1:
        return
    enums = [claim for claim in equals if claim.candidate.shape is Shape.ENUM and claim.candidate.is_branch]
    if len(equals) == 2 and len(enums) == 1:
        enums[0].name += _ENUM
        return
    claimed = {claim.candidate.root for claim in equals if claim.candidate.is_branch}
    for claim in equals:
        if claim.candidate.shape is Shape.UNION and (not claim.candidate.fixed or claim.candidate.root in claimed):
            claim.name += _UNION
