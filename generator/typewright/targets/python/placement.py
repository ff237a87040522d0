"""The modules of types: one for each operation and each component, all in `models/`."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct, field

from typewright.base.json_pointer import nearest_ancestor_in
from typewright.base.kept_results import KeptResult
from typewright.base.recording import Recorded
from typewright.client.error_classes import error_names
from typewright.ir import AliasModel
from typewright.naming.names import Names, Package
from typewright.naming.operations import operation_name
from typewright.naming.words import pascal
from typewright.surface import Surface
from typewright.targets.contract import Project
from typewright.targets.python.exceptions import ClientErrors, client_errors, raised_types
from typewright.targets.python.language import MODELS, finish, model_folders
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import module_stem

Key = tuple[Package, str]
"""The key of a type: its package and the id of its model."""
WEBHOOKS = "webhooks"
INPUT = "?input"
"""The suffix of the id of an object's request form, if it has a separate one; both forms are in one module."""


class Module(NamedTuple):
    """A module of types: its folder in the package, and its name."""

    folder: str
    stem: str

    def seen_from(self, other: Module) -> str:
        """Return the module in the form of an import statement in `other`."""
        return f".{self.stem}" if self.folder == other.folder else f"..{self.folder}.{self.stem}"


class Placement(Recorded, Struct, frozen=True, dict=True):
    """The class name and module of every type, in the order of the names."""

    names: Mapping[Key, str]
    modules: Mapping[Key, Module]
    members: Mapping[Module, tuple[Key, ...]]
    """The types of each module."""
    owners: Mapping[Module, str]
    """The id of the operation or component that each module belongs to."""
    folders: tuple[str, ...]
    errors: ClientErrors
    """The errors of every client."""
    exceptions: Mapping[Key, str] = field(default_factory=dict)
    """The exceptions whose data is of a type, in the same module."""
    class_names: Set[str] = frozenset()
    """The names of all types, exceptions and errors."""

    @cached_property
    def names_in_one_module(self) -> Mapping[Key, str]:
        """The names of all types in a single module: the second one of a name has its folder as a prefix."""
        called: dict[Key, str] = {}
        taken: set[str] = set()
        for key, name in self.names.items():
            called[key] = name if name not in taken else f"{self.modules[key].folder.capitalize()}{name}"
            taken.add(called[key])
        return called


def folder_of(package: Package, options: PythonOptions) -> str:
    """Return the folder that holds a package's modules."""
    folders = model_folders(options.paths)
    return package.value if folders[package] != folders[Package.SHARED] else MODELS


def placement_of(project: Project[PythonOptions]) -> Placement:
    """Return the module of every type; aliases get names that are not in use."""
    surface, names = project.surface, project.names
    folders = {package: folder_of(package, project.options) for package in Package}
    symbols = _names(surface, names, folders)
    exceptions, renamed = error_names(raised_types(project), symbols, folders)
    chosen = symbols | renamed
    owners = {id_: "" for id_, model in surface.models.items() if model.shared and not id_.endswith(INPUT)}
    owners |= {method.operation.id: operation_name(method.operation) for method in surface.methods}
    placed, wanted = _PLACED.of(chosen, symbols, owners, folders)
    stems = {folder: names.ledger.names(f"module:{folder}", preferred) for folder, preferred in wanted.items()}
    modules, members, belonging = _MODULES.of(placed, stems)
    errors = client_errors(project, folders[Package.ERRORS], chosen | exceptions)
    own = [errors.folder] if errors.is_generated else []
    used = dict.fromkeys([MODELS, *own, *(module.folder for module in members)])
    recorder = project.recorder
    return Placement(
        names=recorder.mapping("class names by type", chosen),
        modules=recorder.mapping("modules", modules),
        members=members,
        owners=belonging,
        folders=tuple(used),
        exceptions=recorder.mapping("exceptions", exceptions),
        errors=errors,
        class_names=recorder.set("class names", {*chosen.values(), *exceptions.values(), *errors.names}),
    )


def _placed(
    chosen: Mapping[Key, str], symbols: Mapping[Key, str], owners: Mapping[str, str], folders: Mapping[Package, str]
) -> tuple[dict[Key, tuple[str, str]], dict[str, dict[str, str]]]:
    """Return the folder and the owner of each type, and for each folder the preferred names of its modules by owner."""
    nearest = nearest_ancestor_in(owners)
    placed = {key: (folders[key[0]], nearest(key[1]) or _entry_of_components(key[1])) for key in chosen}
    wanted: dict[str, dict[str, str]] = {}
    for key, (folder, owner) in placed.items():
        operation = owners.get(owner, "")
        stem = module_stem(f"{operation}op" if operation else symbols.get((key[0], owner), symbols[key]))
        wanted.setdefault(folder, {}).setdefault(owner, stem)
    return placed, wanted


def _modules(
    placed: Mapping[Key, tuple[str, str]], stems: Mapping[str, Mapping[str, str]]
) -> tuple[dict[Key, Module], dict[Module, tuple[Key, ...]], dict[Module, str]]:
    """Return the module of each type, the types of each module, and what the module belongs to."""
    modules = {key: Module(folder, stems[folder][owner]) for key, (folder, owner) in placed.items()}
    members: dict[Module, list[Key]] = {}
    for key, module in modules.items():
        members.setdefault(module, []).append(key)
    belonging = {modules[key]: owner for key, (_, owner) in placed.items()}
    return modules, {module: tuple(keys) for module, keys in members.items()}, belonging


_PLACED, _MODULES = KeptResult(_placed), KeptResult(_modules)


def webhooks_module(project: Project[PythonOptions]) -> str | None:
    """Return the module with the functions for webhooks and callbacks; None if the API has neither."""
    if not project.client.incoming:
        return None
    return f"{WEBHOOKS}_" if WEBHOOKS in project.once(placement_of).folders else WEBHOOKS


def _names(surface: Surface, names: Names, folders: Mapping[Package, str]) -> dict[Key, str]:
    """Return the names of all types; aliases get names that the other types of their folder do not use."""
    aliases = {key for key in names.symbols if isinstance(surface.models[key[1]], AliasModel)}
    taken: dict[str, set[str]] = {folder: set() for folder in folders.values()}
    preferred_names: dict[Package, dict[str, str]] = {}
    for key, symbol in names.symbols.items():
        if key in aliases:
            preferred_names.setdefault(key[0], {})[key[1]] = finish(pascal(symbol.name) or "Alias")
        else:
            taken[folders[key[0]]].add(symbol.name)
    named: dict[Key, str] = {}
    for package, preferred_name in preferred_names.items():
        chosen = names.ledger.names(f"alias:{package.value}", preferred_name, taken[folders[package]])
        taken[folders[package]].update(chosen.values())
        named |= {(package, id_): name for id_, name in chosen.items()}
    return {key: named.get(key, symbol.name) for key, symbol in names.symbols.items()}


def _entry_of_components(id_: str) -> str:
    """Return the entry of `components` that an id without an owner lies in, or itself."""
    head, *tokens = id_.split("/")
    return "/".join([head, *tokens[:3]]) if tokens[:1] == ["components"] else id_
