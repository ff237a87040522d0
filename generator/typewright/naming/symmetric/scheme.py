"""The naming scheme in which nobody keeps a contested short name: every contestant gets a longer one.

A name does not depend on the order of a description: what decides is how often a leaf name is used, by how many
components and operations, and in which surroundings. Only the numbers behind names that nothing tells apart follow the
order. `docs/naming.md` has the rules in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typewright.naming.ledger import Ledger
from typewright.naming.lock.locked import standing_symbols
from typewright.naming.names import Language, Names, Package, TakenNames, named_symbols
from typewright.naming.symmetric.aliases import preferred_aliases
from typewright.naming.symmetric.rules import Claim, settle
from typewright.naming.symmetric.usages import Holder, Walker
from typewright.naming.words import folded, identifier, spell_leading_number, spell_number
from typewright.surface import Surface

_Key = tuple[Package, str]


def assign(surface: Surface, language: Language, *, shared_errors: bool, ledger: Ledger) -> Names:
    """Return the names of all types of `surface`; those that `ledger` has from the last run stay."""
    walker = Walker(surface, shared_errors)
    walker.walk(preferred_aliases(surface))
    tables = language.tables()
    by_table: dict[Package, list[Holder]] = {}
    for holder in walker.holders:
        by_table.setdefault(tables[holder.symbol.package], []).append(holder)
    named: dict[_Key, str] = {}
    standing = standing_symbols(ledger, walker.symbols, surface.models, language)
    for table, holders in by_table.items():
        stay = {key: name for key, name in standing.items() if tables[key[0]] is table}
        named |= _final_names(settle(holders), stay, language)
    symbols = named_symbols(walker.symbols, named, standing, surface.models, language)
    return Names(symbols, shared_errors, ledger)


def _final_names(claims: Sequence[Claim], standing: Mapping[_Key, str], language: Language) -> dict[_Key, str]:
    """Return the names of a namespace as its language has them; what is still equal is numbered in order.

    Of equals one that has its name from the start keeps it; without such a one all are numbered. Names that `standing`
    has stay, and nobody else gets them.
    """
    taken = TakenNames(language)
    for name in standing.values():
        taken.add(name)
    final = {key: standing[key] for key in map(_key, claims) if key in standing}
    claims = [claim for claim in claims if _key(claim) not in standing]
    spelled = [_spelled(claim, language, taken) for claim in claims]
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(spelled):
        groups.setdefault(folded(language.finish(name)), []).append(index)
    numbered: set[int] = set()
    for equals in groups.values():
        keeper = next((index for index in equals if claims[index].holder.fixed), None)
        if len(equals) == 1 or keeper is not None:
            index = equals[0] if keeper is None else keeper
            final[_key(claims[index])] = taken.free(spelled[index])
        numbered.update(index for index in equals if len(equals) > 1 and index != keeper)
    for index in sorted(numbered):
        final[_key(claims[index])] = taken.numbered(spelled[index])
    return final


def _key(claim: Claim) -> _Key:
    return claim.holder.symbol.package, claim.holder.symbol.id


def _spelled(claim: Claim, language: Language, taken: TakenNames) -> str:
    """Return a claimed name as an identifier that is neither reserved nor, unless it is fixed, taken."""
    name = _identifier(claim.name)
    finished = language.finish(name)
    if not claim.holder.fixed and (folded(finished) in language.taken or finished in taken):
        name = _identifier(claim.holder.root_name + claim.name)
    return f"{name}T" if name in language.reserved else name


def _identifier(name: str) -> str:
    return identifier(spell_leading_number(spell_number(name)))
