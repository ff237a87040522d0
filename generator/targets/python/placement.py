"""Which module declares which type: one module for each operation and each component, all in `models/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.ir import AliasModel
from generator.naming.names import Names, Package, Symbol
from generator.naming.operations import operation_name
from generator.naming.words import pascal
from generator.surface import Surface
from generator.targets.python.language import finish
from generator.targets.python.words import module_stem

Key = tuple[Package, str]
"""What tells a type from all others: its package and the id of its model."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Every type with its class's name and its module, in the order of the names."""

    names: Mapping[Key, str]
    modules: Mapping[Key, str]
    members: Mapping[str, tuple[Key, ...]]
    """The types of each module."""

    @property
    def class_names(self) -> frozenset[str]:
        """The names of all types."""
        return frozenset(self.names.values())


def place(surface: Surface, names: Names) -> Placement:
    """Return the module of every type; aliases, which naming leaves to the target, get free names."""
    chosen = _names(surface, names)
    owners = {id_: "" for id_, model in surface.models.items() if model.shared}
    owners |= {method.operation.id: operation_name(method.operation) for method in surface.methods}
    stems: dict[str, str] = {}
    taken: set[str] = set()
    modules: dict[Key, str] = {}
    members: dict[str, list[Key]] = {}
    for key, name in chosen.items():
        owner = _owner(key[1], owners)
        stem = stems.get(owner)
        if stem is None:
            operation = owners.get(owner, "")
            stem = _free(module_stem(f"{operation}op" if operation else name), taken)
            stems[owner] = stem
            taken.add(stem)
        modules[key] = stem
        members.setdefault(stem, []).append(key)
    return Placement(chosen, modules, {stem: tuple(keys) for stem, keys in members.items()})


def _names(surface: Surface, names: Names) -> dict[Key, str]:
    aliases = {key for key in names.symbols if isinstance(surface.models[key[1]], AliasModel)}
    taken = {symbol.name.lower() for key, symbol in names.symbols.items() if key not in aliases}
    chosen: dict[Key, str] = {}
    for key, symbol in names.symbols.items():
        name = symbol.name
        if key in aliases:
            name = _free_name(symbol, taken)
            taken.add(name.lower())
        chosen[key] = name
    return chosen


def _free_name(alias: Symbol, taken: set[str]) -> str:
    wished = finish(pascal(alias.name) or "Alias")
    free, number = wished, 2
    while free.lower() in taken:
        free, number = f"{wished}{number}", number + 1
    return free


def _owner(id_: str, owners: Mapping[str, str]) -> str:
    """Return the nearest component or operation that `id_` is or lies in; itself where there is none."""
    owner = id_
    while owner not in owners:
        cut = max(owner.rfind("/"), owner.rfind("?"))
        if cut <= 0:
            return id_
        owner = owner[:cut]
    return owner


def _free(wished: str, taken: set[str]) -> str:
    free, number = wished, 2
    while free in taken:
        free, number = f"{wished}{number}", number + 1
    return free
