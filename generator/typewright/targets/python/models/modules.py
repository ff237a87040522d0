"""The modules of the package: the order of definitions, imports, and views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from typewright.base.json_pointer import last_token
from typewright.ir import ObjectModel, Operation
from typewright.ir.walking import strongly_connected_components
from typewright.surface.parts import SECURITY
from typewright.targets.contract import Project
from typewright.targets.python.exceptions import ClientErrors
from typewright.targets.python.models.context import Context, make_context
from typewright.targets.python.models.definitions import DefinitionWriter
from typewright.targets.python.models.docstrings import operation_docstring
from typewright.targets.python.models.imports import import_lines
from typewright.targets.python.models.scope import Scope
from typewright.targets.python.models.typed_dicts import TypedDictWriter
from typewright.targets.python.models.views import ModuleView, TypedDictsView
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key, Module
from typewright.targets.python.quoting import docstring
from typewright.targets.python.words import attributes


class Contents(Struct, frozen=True):
    """The content of a module of types. Besides the recorded tables, its view depends on nothing else."""

    module: Module
    keys: tuple[Key, ...]
    docstring: str
    cyclic: frozenset[Module]
    """The modules that import this one as well as being imported by it."""
    errors: ClientErrors
    """The errors that exceptions of the module extend."""


class Modules(Struct, frozen=True, dict=True):
    """All modules of types of a package."""

    project: Project[PythonOptions]

    @cached_property
    def context(self) -> Context:
        """The data of the package."""
        return self.project.once(make_context)

    def contents(self, module: Module) -> Contents:
        """Return the contents of a module of types."""
        placement = self.context.placement
        return Contents(
            module=module,
            keys=placement.members[module],
            docstring=_words(placement.owners[module], self._operations),
            cyclic=self._cyclic.get(module, frozenset()),
            errors=placement.errors,
        )

    def view(self, contents: Contents) -> ModuleView:
        """Return the view of a module of types."""
        placement, keys = self.context.placement, contents.keys
        scope = Scope(
            module=contents.module,
            placement=placement,
            class_names=placement.class_names,
            attributes=self._attributes(keys),
            cyclic=contents.cyclic,
        )
        return self._view(scope, self._ordered(keys), contents.docstring)

    def typed_dicts(self, module: Module, keys: Sequence[Key]) -> TypedDictsView:
        """Return the view of a module of typed dictionaries, those of the types `keys`."""
        placement = self.context.placement
        scope = Scope(
            module=module,
            placement=placement,
            class_names=placement.class_names,
            attributes=self._attributes(tuple(keys)),
            cyclic=(),
        )
        return TypedDictWriter(self.context, scope, list(keys)).view()

    @cached_property
    def _operations(self) -> Mapping[str, Operation]:
        return {method.operation.id: method.operation for method in self.context.surface.methods}

    def _view(self, scope: Scope, keys: list[Key], text: str) -> ModuleView:
        models, named = self.context.models, {*keys, *(used for key in keys for used in self.context.uses[key])}
        deprecated = any(models[id_].annotations.deprecated for _, id_ in named)
        definer = DefinitionWriter(self.context, scope)
        definitions = tuple(view for key in keys for view in (*definer.define(key), *definer.exception(key)))
        imports, late = import_lines(scope.imports), import_lines(scope.late_imports)
        return ModuleView(
            docstring=text,
            uses_deprecated=deprecated,
            imports=tuple(imports),
            definitions=definitions,
            late_imports=tuple(late),
            late_values=tuple(definer.values),
        )

    def _ordered(self, keys: tuple[Key, ...]) -> list[Key]:
        """Return the types of a module, each after those that it uses; in a cycle, classes come first."""
        inside, uses, models = set(keys), self.context.uses, self.context.models
        ordered: list[Key] = []
        for cycle in strongly_connected_components(keys, lambda key: [use for use in uses[key] if use in inside]):
            ordered += sorted(cycle, key=lambda key: not isinstance(models[key[1]], ObjectModel))
        return ordered

    @cached_property
    def _cyclic(self) -> dict[Module, frozenset[Module]]:
        """Return, by module, the modules that import it and are imported by it, directly or indirectly."""
        modules = self.context.placement.modules
        graph: dict[Module, dict[Module, None]] = {module: {} for module in self.context.placement.members}
        for key, used in self.context.uses.items():
            graph[modules[key]].update(dict.fromkeys(modules[used_key] for used_key in used))
        found: dict[Module, frozenset[Module]] = {}
        for cycle in strongly_connected_components(graph, lambda module: list(graph[module])):
            if len(cycle) > 1:
                found |= dict.fromkeys(cycle, frozenset(cycle))
        return found

    def _attributes(self, keys: tuple[Key, ...]) -> frozenset[str]:
        models = (self.context.models[id_] for _, id_ in keys)
        return frozenset(
            name
            for model in models
            if isinstance(model, ObjectModel)
            for name in attributes((field.name, field.preferred_name) for field in model.fields)
        )


def _words(owner: str, operations: Mapping[str, Operation]) -> str:
    """Return the docstring of a module: the operation that it belongs to, or the component."""
    operation = operations.get(owner)
    if operation is not None:
        return operation_docstring(operation)
    if owner == SECURITY:
        return docstring("The credentials of the client.")
    return docstring(f"`{last_token(owner).partition('?')[0]}`, and the types inside it.")
