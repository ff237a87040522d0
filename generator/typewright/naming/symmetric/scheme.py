"""The naming scheme in which no type gets a contested short name: all contestants get longer ones.

Names do not depend on the order of the description but on how many components and operations use a leaf name, and in
which contexts. Only the numbers appended to otherwise equal names follow the order. `docs/naming.md` defines the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typewright.naming.error_types import without_error_copies
from typewright.naming.ledger import Ledger
from typewright.naming.lock.locked import kept_symbols
from typewright.naming.names import Language, Names, Package, TakenNames, named_symbols
from typewright.naming.symmetric.aliases import preferred_aliases
from typewright.naming.symmetric.rules import Claim, resolve_claims
from typewright.naming.symmetric.usages import Candidate, Walker
from typewright.naming.words import folded, identifier, spell_leading_number, spell_number
from typewright.surface import Surface

_Key = tuple[Package, str]


def assign(surface: Surface, language: Language, *, shared_errors: bool, ledger: Ledger) -> Names:
    """Return the names of all types of `surface`; names of the last run in `ledger` are kept."""
    walker = Walker(surface, shared_errors)
    walker.walk(preferred_aliases(surface))
    tables = language.tables()
    kept_names = kept_symbols(ledger, walker.symbols, surface.models, language)
    own = without_error_copies(walker.symbols, kept_names, surface.api.habits, language)
    by_table: dict[Package, list[Candidate]] = {}
    for candidate in walker.candidates:
        if (candidate.symbol.package, candidate.symbol.id) in own:
            by_table.setdefault(tables[candidate.symbol.package], []).append(candidate)
    named: dict[_Key, str] = {}
    for table, candidates in by_table.items():
        stay = {key: name for key, name in kept_names.items() if tables[key[0]] is table}
        named |= _final_names(resolve_claims(candidates), stay, language)
    symbols = named_symbols(own, named, kept_names, surface.models, language)
    return Names(symbols, shared_errors, ledger)


def _final_names(claims: Sequence[Claim], kept_names: Mapping[_Key, str], language: Language) -> dict[_Key, str]:
    """Return the final names of a namespace; equal ones are numbered in order.

    Of several equal names a fixed one stays as it is; without a fixed one all get numbers. Names in `kept_names` are
    used as they are and not given to other types.
    """
    taken = TakenNames(language)
    for name in kept_names.values():
        taken.add(name)
    final = {key: kept_names[key] for key in map(_key, claims) if key in kept_names}
    claims = [claim for claim in claims if _key(claim) not in kept_names]
    valid_names = [_valid_name(claim, language, taken) for claim in claims]
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(valid_names):
        groups.setdefault(folded(language.finish(name)), []).append(index)
    numbered: set[int] = set()
    for equals in groups.values():
        keeper = next((index for index in equals if claims[index].candidate.fixed), None)
        if len(equals) == 1 or keeper is not None:
            index = equals[0] if keeper is None else keeper
            final[_key(claims[index])] = taken.free(valid_names[index])
        numbered.update(index for index in equals if len(equals) > 1 and index != keeper)
    for index in sorted(numbered):
        final[_key(claims[index])] = taken.numbered(valid_names[index])
    return final


def _key(claim: Claim) -> _Key:
    return claim.candidate.symbol.package, claim.candidate.symbol.id


def _valid_name(claim: Claim, language: Language, taken: TakenNames) -> str:
    """Return a claimed name as an identifier that is not reserved and, unless it is fixed, not in use."""
    name = _identifier(claim.name)
    finished = language.finish(name)
    if not claim.candidate.fixed and (folded(finished) in language.taken or finished in taken):
        name = _identifier(claim.candidate.root_name + claim.name)
    return f"{name}T" if name in language.reserved else name


def _identifier(name: str) -> str:
    return identifier(spell_leading_number(spell_number(name)))
