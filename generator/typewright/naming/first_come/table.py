"""Chains of candidate names, and the table that assigns each name to one type."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from typewright.naming.names import Language, Package, Symbol
from typewright.naming.words import folded, identifier, spell_leading_number, spell_number

LONGEST = 120
"""How many characters a name may have that is made longer to be unique; files are called after names."""


class Chain(Struct):
    """The candidate names of a type, shortest first; made one after the other, for most types need only the first.

    `name` is the leaf in Pascal case, `enclosing` the nearest union around it, `rest` the other names on the way down
    from the operation or component `owner`.
    """

    language: Language
    name: str
    owner: str
    enclosing: str
    rest: tuple[str, ...]
    has_bare_form: bool
    _made: list[str] = field(default_factory=list)
    _further: Iterator[str] | None = None

    def at(self, level: int) -> str | None:
        """Return the candidate name at `level`, from 0; None after the last one."""
        if self._further is None:
            self._further = self._distinct()
        while len(self._made) <= level:
            made = next(self._further, None)
            if made is None:
                return None
            self._made.append(made)
        return self._made[level]

    def numbered(self, number: int) -> str:
        """Return the last candidate name with a number appended."""
        return f"{self._made[-1]}{number}"

    def _distinct(self) -> Iterator[str]:
        seen: set[str] = set()
        for candidate in self._candidates():
            name = identifier(spell_leading_number(candidate))
            if seen and len(name) > LONGEST:
                return
            if name not in seen:
                seen.add(name)
                yield name

    def _candidates(self) -> Iterator[str]:
        if self.has_bare_form:
            bare = identifier(spell_leading_number(spell_number(self.name)))
            yield f"{bare}T" if bare in self.language.reserved else bare
        if self.enclosing:
            yield spell_number(self.enclosing) + self.name
        if self.owner:
            above = self.owner + self.enclosing
            yield above + self.name
            for segment in self.rest:
                above += segment
                yield above + self.name


class Candidate(Struct):
    """A type to be named: its chain, the current position in it, and its priority, of which the smaller one wins."""

    symbol: Symbol
    chain: Chain
    priority: tuple[int, int]
    is_spelled_so: bool = False
    """Whether it is a component whose key is its bare name, letter by letter."""
    level: int = -1
    number: int = 0


class Table(Struct):
    """The names of a namespace, compared without regard to case; `owners` maps each to the type that has it."""

    language: Language
    owners: dict[str, Candidate] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """The highest number that was appended to each name, by its folded form."""

    reserved: set[str] = field(default_factory=set)
    """Names that are not available, in folded form."""

    def reserve(self, name: str) -> None:
        """Make a name unavailable to all candidates."""
        self.reserved.add(folded(name))

    def assign(self, candidate: Candidate) -> None:
        """Give the candidate its first name that is free or held by a type of lower priority, which then moves on."""
        while True:
            candidate.level += 1
            if candidate.chain.at(candidate.level) is None:
                self._number(candidate)
                return
            key = folded(self._name(candidate))
            if key in self.reserved or (key in self.language.taken and candidate.priority[0] > 0):
                continue
            owner = self.owners.get(key)
            if owner is None:
                self.owners[key] = candidate
                return
            is_prior = candidate.priority < owner.priority and owner.chain.at(owner.level + 1) is not None
            if is_prior or _has_exact_key(candidate, owner):
                self.owners[key] = candidate
                candidate = owner

    def _number(self, candidate: Candidate) -> None:
        """Give a candidate whose chain is exhausted the last name of the chain with the next free number."""
        base = folded(candidate.chain.numbered(0))
        number = self.numbers.get(base, 0)
        while True:
            number += 1
            candidate.number = number
            key = folded(self._name(candidate))
            if key not in self.owners and key not in self.language.taken and key not in self.reserved:
                break
        self.numbers[base] = number
        self.owners[key] = candidate

    def _name(self, candidate: Candidate) -> str:
        name = candidate.chain.at(candidate.level)
        return self.language.finish(candidate.chain.numbered(candidate.number) if name is None else name)

    def named(self) -> dict[tuple[Package, str], str]:
        """Return the final names by package and id."""
        return {(owner.symbol.package, owner.symbol.id): self._name(owner) for owner in self.owners.values()}


def _has_exact_key(candidate: Candidate, owner: Candidate) -> bool:
    """Return whether a component has the name as its key, and the owner is a component that has it in other letters."""
    return candidate.is_spelled_so and not owner.is_spelled_so and candidate.priority == owner.priority
