"""The modules of types: one for each operation and each component, in the folder of its package."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.json_pointer import nearest_ancestor_in
from typewright.base.kept_results import KeptResult
from typewright.base.recording import Recorded, Recorder
from typewright.client.error_classes import Key, error_keys, error_names
from typewright.ir import AliasModel
from typewright.naming.names import Package, Symbol
from typewright.naming.operations import operation_name
from typewright.naming.words import upper_first
from typewright.surface import Surface
from typewright.targets.contract import Project
from typewright.targets.typescript.options import FileNames, TypeScriptOptions, has_client
from typewright.targets.typescript.stems import file_stem, unused
from typewright.targets.typescript.words import camel_name

INDEX = "index"
SUPPORT = "support"
SUPPORT_FOLDER = "lib"
_WORDS = (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends "
    "false finally for function if implements import in instanceof interface let new null package private protected "
    "public return static super switch this throw true try typeof var void while with yield"
)
RESERVED_WORDS = frozenset(_WORDS.split())
"""Words that a module cannot bind (ECMA-262, 12.7.2, in strict code)."""


class Module(Struct, frozen=True, order=True):
    """A file of declarations: its folder below the target's, and its name without an extension."""

    folder: str
    stem: str

    @property
    def path(self) -> str:
        """The path of the file, relative to the target's folder."""
        return f"{self.folder}/{self.stem}.ts" if self.folder else f"{self.stem}.ts"


class Placement(Recorded, Struct, frozen=True, dict=True):
    """Every declared symbol with its module, in the order of the names."""

    modules: Mapping[tuple[Package, str], Module]
    symbols: Mapping[Module, tuple[Symbol, ...]]
    folders: Mapping[Package, str]
    names: Mapping[tuple[Package, str], str] = field(default_factory=dict)
    """The names of types whose own names are those of errors."""
    errors: Mapping[tuple[Package, str], str] = field(default_factory=dict)
    """The classes of errors, by the type of their data, in the same modules."""
    recorder: Recorder = field(default_factory=Recorder)

    def name(self, symbol: Symbol) -> str:
        """Return the name under which a type is declared."""
        return self.names.get((symbol.package, symbol.id), symbol.name)

    def address(self, options: TypeScriptOptions, symbol: Symbol) -> str:
        """Return the specifier from which a user imports a type: the index of its folder, or its module."""
        module = self.modules[symbol.package, symbol.id]
        if options.docs.imports == "modules":
            return f"{options.package}/{module.path.removesuffix('.ts')}.js"
        return f"{options.package}/{module.folder}" if module.folder else options.package

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The identifier under which the types of a folder are imported as a whole, by folder."""
        labels: dict[str, str] = {}
        for folder in sorted({module.folder for module in self.symbols}):
            word = camel_name(folder.rsplit("/", 1)[-1])
            usable = word.isidentifier() and word not in RESERVED_WORDS
            labels[folder] = unused(word if usable else f"types{upper_first(word)}", labels.values())
        return self.recorder.mapping("labels of folders", labels)

    @cached_property
    def type_names(self) -> Mapping[str, Set[str]]:
        """The names of all types of a folder, by folder."""
        names: dict[str, set[str]] = {}
        for module, symbols in self.symbols.items():
            names.setdefault(module.folder, set()).update(symbol.name for symbol in symbols)
        for key, name in self.errors.items():
            names[self.modules[key].folder].add(name)
        return {folder: self.recorder.set(f"type names of {folder}", own) for folder, own in names.items()}


def placement_of(project: Project[TypeScriptOptions]) -> Placement:
    """Return the modules of all declared types: those with a name, and recursive aliases."""
    surface, names, options = project.surface, project.names, project.options
    folders = {package: str(getattr(options.paths, package.value)) for package in Package}
    owners = _owners(surface)
    declared = {key: symbol for key, symbol in names.symbols.items() if _is_declared(project, symbol)}
    placed, wanted = _PLACED.of(declared, owners, folders, options.docs.file_names)
    taken = {INDEX, SUPPORT}
    stems = {folder: names.ledger.names(f"module:{folder}", preferred, taken) for folder, preferred in wanted.items()}
    modules = _MODULES.of(placed, stems)
    symbols: dict[Module, list[Symbol]] = {}
    raised, renamed = _errors(project, modules, folders)
    for key, module in modules.items():
        symbol = names.symbols[key]
        symbols.setdefault(module, []).append(replace(symbol, name=renamed.get(key, symbol.name)))
    recorder = project.recorder
    return Placement(
        modules=recorder.mapping("modules", modules),
        symbols={module: tuple(symbol) for module, symbol in symbols.items()},
        folders=folders,
        names=recorder.mapping("renamed types", renamed),
        errors=recorder.mapping("classes of errors", raised),
        recorder=recorder,
    )


def _is_declared(project: Project[TypeScriptOptions], symbol: Symbol) -> bool:
    is_alias = isinstance(project.surface.models[symbol.id], AliasModel)
    return not is_alias or symbol.id in project.recursive_aliases


def _placed(
    declared: Mapping[Key, Symbol], owners: Mapping[str, str], folders: Mapping[Package, str], file_names: FileNames
) -> tuple[dict[Key, tuple[str, str]], dict[str, dict[str, str]]]:
    """Return the folder and the owner of each type, and for each folder the preferred names of its modules by owner."""
    nearest = nearest_ancestor_in(owners)
    placed: dict[Key, tuple[str, str]] = {}
    wanted: dict[str, dict[str, str]] = {}
    for key, symbol in declared.items():
        folder, owner = placed[key] = folders[symbol.package], nearest(symbol.id) or symbol.id
        name = owners.get(owner) or symbol.name
        wanted.setdefault(folder, {}).setdefault(owner, file_stem(name, file_names))
    return placed, wanted


def _modules(placed: Mapping[Key, tuple[str, str]], stems: Mapping[str, Mapping[str, str]]) -> dict[Key, Module]:
    """Return the module of each type."""
    return {key: Module(folder, stems[folder][owner]) for key, (folder, owner) in placed.items()}


_PLACED, _MODULES = KeptResult(_placed), KeptResult(_modules)


def _errors(
    project: Project[TypeScriptOptions], modules: Mapping[Key, Module], folders: Mapping[Package, str]
) -> tuple[dict[Key, str], dict[Key, str]]:
    """Return the classes of errors by their data's type, and the new names of these types; none without a client."""
    if not has_client(project.options):
        return {}, {}
    declared = {key: project.names.symbols[key].name for key in modules}
    keys = (key for key in error_keys(project.surface, project.names) if key in declared)
    return error_names(keys, declared, folders)


def _owners(surface: Surface) -> dict[str, str]:
    """Return the name of every operation by its id, and "" for every component, which has the name of its type."""
    owners = {id_: "" for id_, model in surface.models.items() if model.shared}
    return owners | {method.operation.id: operation_name(method.operation) for method in surface.methods}
