"""Matching of schemas between two runs whose ids have changed.

The steps are, in this order: branches of a union are matched by their fingerprints, not by their numbers; components
and operations whose ids are gone are matched with new ones; schemas inside moved ones are matched by their relative
path; the remaining schemas are matched with any new ones. An id in both runs identifies the same schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from msgspec import Struct, field

from typewright.base.json_pointer import last_token
from typewright.naming.lock.fingerprints import OPERATION, Fingerprint, usage_hash

_POSITION = re.compile(r"/(?:oneOf|anyOf|prefixItems|type)/(\d+)(?=/|$)")
_SURE, _LIKELY = 0.7, 0.5
"""The least similarity of a match, without and with further evidence: a common usage or a similar name."""
_FEW = 50
"""Up to this number of prefixes, comparing an id with each takes less time than looking up all of its parts."""
_SMALL = 2
"""A type with fewer features than this is only matched with further evidence."""


_REMOVED = "\0"
"""The prefix of the id of a removed branch, whose number another branch has now."""


class Moves(Struct, frozen=True):
    """Changed ids: `pairs` maps old ids to new ones, `prefixes` those of schemas and operations with others inside."""

    pairs: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def new_id(self, id_: str) -> str:
        """Return the new id for an old one, also for ids inside a moved schema.

        The id of a removed schema is unchanged, or becomes one that no schema has.
        """
        return self.pairs.get(id_) or moved_id(id_, self.prefixes)

    def has_moved(self, id_: str) -> bool:
        """Return whether the schema of an old id has another id now."""
        new_id = self.new_id(id_)
        return new_id != id_ and not new_id.startswith(_REMOVED)


def moves(old: Mapping[str, Fingerprint], new: Mapping[str, Fingerprint]) -> Moves:
    """Return the changed ids; `old` and `new` map the ids of the two runs to fingerprints."""
    if not old or old == new:
        return Moves()
    matching = _Matching(old, new)
    matching.run()
    return Moves({old: new for old, new in matching.pairs.items() if old != new}, matching.prefixes)


def moved_id(id_: str, prefixes: Mapping[str, str]) -> str:
    """Return an old id with its longest prefix in `prefixes` replaced."""
    if len(prefixes) <= _FEW and not id_.startswith(tuple(prefixes)):
        return id_  # as almost all ids where one schema was renamed
    for cut in _cuts(id_):
        if id_[:cut] in prefixes:
            return prefixes[id_[:cut]] + id_[cut:]
    return id_


class _Matching:
    """Pairs old ids with new ones; each id is in at most one pair."""

    def __init__(self, old: Mapping[str, Fingerprint], new: Mapping[str, Fingerprint]) -> None:
        self.old, self.new = old, new
        self._groups_before, self._groups_after = _groups(old), _groups(new)
        self.prefixes: dict[str, str] = {}
        self.pairs: dict[str, str] = {}
        self.taken: set[str] = set()

    def run(self) -> None:
        """Find all pairs."""
        self._pair_by_id()
        self._search(owners=True)
        self._pair_by_id()
        self._search(owners=False)
        self._pair_by_id()

    def _pair_by_id(self) -> None:
        """Pair ids that are equal, or that become equal by replacing moved prefixes."""
        self._branches()
        for id_ in sorted(self.old, key=len):
            if id_ not in self.pairs:
                new_id = moved_id(id_, self.prefixes)
                if new_id in self.new and new_id not in self.taken:
                    self._pair(id_, new_id)

    def _pair(self, old: str, new: str) -> None:
        self.pairs[old] = new
        self.taken.add(new)
        if old != new:
            self.prefixes[old] = new

    def _branches(self) -> None:
        """Match the branches of each union, outer unions first, since the ids of inner ones contain theirs."""
        before, after = self._groups_before, self._groups_after
        for group in sorted(before, key=len):
            new_group = moved_id(group, self.prefixes)
            if new_group not in after:
                continue
            numbers = _renumbered(
                {number: self.old[id_] for number, id_ in before[group].items()},
                {number: self.new[id_] for number, id_ in after[new_group].items()},
            )
            for number in before[group]:
                branch = f"{group}/{number}"
                target = f"{new_group}/{numbers[number]}" if number in numbers else _REMOVED + branch
                if branch != target:
                    self.prefixes[branch] = target

    def _search(self, *, owners: bool) -> None:
        """Pair removed ids with new ones, most similar first; only components and operations if `owners`."""
        gone = [
            id_ for id_, fingerprint in self.old.items() if id_ not in self.pairs and fingerprint.is_owner >= owners
        ]
        come = [
            id_ for id_, fingerprint in self.new.items() if id_ not in self.taken and fingerprint.is_owner >= owners
        ]
        scored = sorted(
            self._scored(gone, come), key=lambda scored_pair: (-scored_pair[0], scored_pair[1], scored_pair[2])
        )
        for _, before, after in scored:
            if before not in self.pairs and after not in self.taken:
                self._pair(before, after)

    def _scored(self, gone: Iterable[str], come: Iterable[str]) -> Iterator[tuple[float, str, str]]:
        by_feature: dict[tuple[str, str], list[str]] = {}
        for id_ in come:
            fingerprint = self.new[id_]
            for feature in fingerprint.features or {""}:
                by_feature.setdefault((fingerprint.kind, feature), []).append(id_)
        for before in gone:
            fingerprint = self.old[before]
            candidates = {
                id_: None
                for feature in fingerprint.features or {""}
                for id_ in by_feature.get((fingerprint.kind, feature), ())
            }
            for after in candidates:
                score = self._score(before, after)
                if score:
                    yield score, before, after

    def _score(self, before: str, after: str) -> float:
        """Return the score of a pair; 0 if the evidence is not sufficient."""
        old, new = self.old[before], self.new[after]
        similarity = old.similarity(new)
        if old.kind == OPERATION:
            return similarity if similarity >= _SURE else 0.0
        has_common_usage = bool(_usages(before, old) & _usages(after, new))
        name = SequenceMatcher(None, last_token(before).lower(), last_token(after).lower()).ratio()
        witness = has_common_usage or name >= _SURE
        small = max(old.count, new.count) < _SMALL
        enough = similarity >= (_LIKELY if witness else _SURE) and (witness or not small)
        return similarity + (1.0 if has_common_usage else 0.0) + name / 2 if enough else 0.0


def _usages(id_: str, fingerprint: Fingerprint) -> frozenset[str]:
    return fingerprint.usages if fingerprint.shared else frozenset({usage_hash(id_)})


def _cuts(id_: str) -> Iterator[int]:
    """Yield the lengths of the prefixes of an id that are ids, longest first."""
    cut = len(id_)
    while cut > 0:
        yield cut
        cut = max(id_.rfind("/", 0, cut), id_.rfind("?", 0, cut))


def _groups(fingerprints: Mapping[str, Fingerprint]) -> dict[str, dict[str, str]]:
    """Map the ids of union keywords to their branches: number → outermost id of the branch."""
    groups: dict[str, dict[str, str]] = {}
    for id_ in sorted(fingerprints, key=len):
        for match in _POSITION.finditer(id_):
            groups.setdefault(id_[: match.start(1) - 1], {}).setdefault(match[1], id_)
    return groups


def _renumbered(old: Mapping[str, Fingerprint], new: Mapping[str, Fingerprint]) -> dict[str, str]:
    """Map old branch numbers to new ones: equal branches first, then similar ones, preferably of the same number."""
    numbers: dict[str, str] = {}
    left = list(new)
    for exact in (True, False):
        for number, fingerprint in old.items():
            if number in numbers:
                continue
            alike = [candidate for candidate in left if _is_branch(fingerprint, new[candidate], exact=exact)]
            chosen = number if number in alike else next(iter(alike), None)
            if chosen is not None:
                numbers[number] = chosen
                left.remove(chosen)
    for number in old:
        if number not in numbers and number in left:
            numbers[number] = number
            left.remove(number)
    return numbers


def _is_branch(old: Fingerprint, new: Fingerprint, *, exact: bool) -> bool:
    same = old.kind == new.kind and old.count == new.count and old.features == new.features
    return same if exact else old.similarity(new) >= _LIKELY
