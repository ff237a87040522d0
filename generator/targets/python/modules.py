"""The modules of the package: their order of definitions, their imports, their views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.config import TargetConfig
from generator.ir import ObjectModel
from generator.naming.names import Names
from generator.surface import Surface
from generator.targets.python.definitions import Definer
from generator.targets.python.placement import Key, Placement
from generator.targets.python.quoting import docstring
from generator.targets.python.references import circles, expressions, references
from generator.targets.python.scope import Scope
from generator.targets.python.views import ModuleView
from generator.targets.python.words import attributes

_STANDARD = ("builtins", "collections.abc", "enum", "typing")
_THIRD_PARTY = ("pydantic", "typing_extensions")


@dataclass(frozen=True, slots=True)
class Modules:
    """All modules of types of a package."""

    surface: Surface
    names: Names
    target: TargetConfig
    placement: Placement

    def views(self) -> Iterator[tuple[str, ModuleView]]:
        """Yield each module's name with its view."""
        uses = {key: self._uses(key) for key in self.placement.names}
        cyclic = self._cyclic(uses)
        class_names = self.placement.class_names
        for stem, keys in self.placement.members.items():
            scope = Scope(stem, self.placement, class_names, self._attributes(keys), cyclic.get(stem, frozenset()))
            yield stem, self._view(scope, self._ordered(keys, uses))

    def _view(self, scope: Scope, keys: list[Key]) -> ModuleView:
        definer = Definer(self.surface, self.names, self.target, scope)
        definitions = tuple(map(definer.define, keys))
        text = docstring(f"Types of the module `{scope.module}`.")
        imports, late = _import_lines(scope.imports), _from_lines(scope.late_imports)
        return ModuleView(text, tuple(imports), definitions, tuple(late))

    def _uses(self, key: Key) -> tuple[Key, ...]:
        """Return the types that the declaration of a type names."""
        package, id_ = key
        used: dict[Key, None] = {}
        for type_ in expressions(self.surface.models[id_]):
            for ref in references(type_):
                symbol = self.names.of(ref, package)
                used[symbol.package, symbol.id] = None
        return tuple(used)

    def _ordered(self, keys: tuple[Key, ...], uses: Mapping[Key, tuple[Key, ...]]) -> list[Key]:
        """Return the types of a module, each behind those that it names; in a circle classes come first."""
        inside = set(keys)
        ordered: list[Key] = []
        for circle in circles(keys, lambda key: [each for each in uses[key] if each in inside]):
            models = self.surface.models
            ordered += sorted(circle, key=lambda key: not isinstance(models[key[1]], ObjectModel))
        return ordered

    def _cyclic(self, uses: Mapping[Key, tuple[Key, ...]]) -> dict[str, frozenset[str]]:
        """Return, by module, the modules that import it as well as being imported by it, over others or not."""
        modules = self.placement.modules
        graph: dict[str, dict[str, None]] = {stem: {} for stem in self.placement.members}
        for key, used in uses.items():
            graph[modules[key]].update(dict.fromkeys(modules[each] for each in used))
        found: dict[str, frozenset[str]] = {}
        for circle in circles(graph, lambda stem: list(graph[stem])):
            if len(circle) > 1:
                found |= dict.fromkeys(circle, frozenset(circle))
        return found

    def _attributes(self, keys: tuple[Key, ...]) -> frozenset[str]:
        models = (self.surface.models[id_] for _, id_ in keys)
        return frozenset(
            name
            for model in models
            if isinstance(model, ObjectModel)
            for name in attributes((each.name, each.preferred_name) for each in model.fields)
        )


def _import_lines(imports: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield the import statements, the standard library first, an empty line between the groups."""
    groups = (
        {module: names for module, names in imports.items() if module in _STANDARD},
        {module: names for module, names in imports.items() if module in _THIRD_PARTY},
        {module: names for module, names in imports.items() if module.startswith(".")},
    )
    started = False
    for group in filter(None, groups):
        if started:
            yield ""
        started = True
        yield from _from_lines(group)


def _from_lines(imports: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for module in sorted(imports, key=lambda module: (-_dots(module), module)):
        names = (name if name == local else f"{name} as {local}" for name, local in sorted(imports[module].items()))
        yield f"from {module} import {', '.join(names)}"


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))
