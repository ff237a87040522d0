"""The data that the writers of a package share: its types, their names, modules and properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from msgspec import Struct

from typewright.analysis.kinds import Kinds
from typewright.analysis.shipped_schemas import ShippedSchemas
from typewright.analysis.unexpressed_assertions import UnexpressedAssertions
from typewright.base.kept_results import KeptResult
from typewright.base.recording import Recorded
from typewright.base.value_digest import KnownDigests
from typewright.client.error_classes import free_name
from typewright.ir import Direction, EnumModel, Model, Ref, TypeExpr
from typewright.ir.model_references import references_of
from typewright.ir.walking import reachable, references
from typewright.naming.names import Names, Package
from typewright.naming.roots import root_keys
from typewright.naming.words import pascal
from typewright.surface import RootKind, Surface
from typewright.targets.contract import Project
from typewright.targets.python.models.patterns import translated
from typewright.targets.python.models.validation_modes import ValidationModes, type_directions
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key, Placement, placement_of

TYPED_DICT = "TypedDict"
"""The suffix of the names of typed dicts."""


class Context(Recorded, Struct, frozen=True):
    """The constant data of a package, and the schemas that are shipped with it."""

    surface: Surface
    names: Names
    target: PythonOptions
    placement: Placement
    uses: Mapping[Key, tuple[Key, ...]]
    """The types that each type's declaration names."""
    validation_modes: ValidationModes
    kinds: Kinds
    unexpressed: UnexpressedAssertions
    shipped: ShippedSchemas
    typed_dict_names: Mapping[Key, str]
    """The names of typed dicts, of which all are in one folder, by the types that requests can contain."""
    in_multipart: Set[Key]
    """The types of multipart bodies with files, in which `binary` is a file."""

    @property
    def models(self) -> Mapping[str, Model]:
        """The models by id."""
        return self.surface.models

    @property
    def has_deprecated(self) -> bool:
        """Whether there is a deprecated class."""
        return any(self.models[id_].annotations.deprecated for _, id_ in self.placement.names)

    def key_of(self, type_: TypeExpr, owner: Key) -> Key | None:
        """Return the key of the type that a reference inside `owner` refers to; None for any other type."""
        found = next(references(type_), None)
        if found is not type_ or found is None:
            return None
        symbol = self.names.of(found, owner[0])
        return symbol.package, symbol.id

    def is_plain(self, ref: Ref) -> bool:
        """Return whether the model is an enumeration of strings, numbers or booleans, with plain values."""
        model = self.models[ref.id]
        return isinstance(model, EnumModel) and model.kind.value != "any"

    def is_enum_class(self, key: Key) -> bool:
        """Return whether a type is declared as an enumeration class."""
        model = self.models[key[1]]
        return (
            isinstance(model, EnumModel)
            and model.has_form("enum", default=self.target.enum_format)
            and model.kind.value != "any"
        )


def make_context(project: Project[PythonOptions]) -> Context:
    """Return the data of a package before its files are written."""
    surface, names, options = project.surface, project.names, project.options
    placement = project.once(placement_of)
    recorder = project.recorder
    uses = recorder.mapping("uses", _uses(project, placement))
    kinds = Kinds(surface.models)
    directions = recorder.mapping("directions", type_directions(surface, names, uses), KnownDigests().of)
    return Context(
        surface=surface,
        names=names,
        target=options,
        placement=placement,
        uses=uses,
        validation_modes=ValidationModes(directions, options),
        kinds=kinds,
        unexpressed=UnexpressedAssertions(surface.api, kinds),
        shipped=ShippedSchemas(surface.api, lambda pattern: translated(pattern).python, recorder),
        typed_dict_names=recorder.mapping("typed dicts", _typed_dict_names(placement, directions)),
        in_multipart=recorder.set("types in multipart", _in_multipart(surface, names, uses)),
    )


def _uses(project: Project[PythonOptions], placement: Placement) -> dict[Key, tuple[Key, ...]]:
    refs = references_of(project.surface.models, project.options.language)
    names = Names(dict(project.names.symbols), project.names.children_of_errors_are_shared)
    return _USES.of(refs, tuple(placement.names), names)


def _uses_of(refs: Mapping[str, Iterable[Ref]], keys: Iterable[Key], names: Names) -> dict[Key, tuple[Key, ...]]:
    found = {key: [names.of(ref, key[0]) for ref in refs[key[1]]] for key in keys}
    return {key: tuple(dict.fromkeys((symbol.package, symbol.id) for symbol in used)) for key, used in found.items()}


_USES = KeptResult(_uses_of)


def _typed_dict_names(placement: Placement, directions: Mapping[Key, Set[Direction]]) -> dict[Key, str]:
    """Return the name of each type in requests with a suffix; of equal ones, a shared type keeps it.

    The others get the last part of the folder of their types in front.
    """
    taken: set[str] = set()
    found: dict[Key, str] = {}
    keys = [key for key in placement.modules if Direction.REQUEST in directions[key]]
    for key in sorted(keys, key=lambda key: key[0] is not Package.SHARED):
        name = f"{placement.names[key]}{TYPED_DICT}"
        if name in taken:
            name = free_name(f"{pascal(placement.modules[key].folder.rsplit('/', 1)[-1])}{name}", taken)
        taken.add(name)
        found[key] = name
    return found


def _in_multipart(surface: Surface, names: Names, uses: Mapping[Key, tuple[Key, ...]]) -> frozenset[Key]:
    starts = {
        key
        for root in surface.roots
        if root.kind is RootKind.BODY and root.media_type.startswith("multipart/")
        for key in root_keys(root, names)
    }
    return frozenset(reachable(starts, lambda key: uses.get(key, ())))
