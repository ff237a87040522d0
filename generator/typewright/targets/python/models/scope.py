"""The names in a generated module: its imports, and the types that are defined so far."""

from __future__ import annotations

from collections.abc import Collection, Set

from msgspec import Struct, field

from typewright.targets.python.placement import Key, Module, Placement


class Scope(Struct):
    """Resolves names inside the module `module`; `attributes` are the names that its classes use for their fields.

    An imported name that a type or an attribute also has is imported under another one, so that neither hides the
    other; so is a type with the name of a type in another folder.
    """

    module: Module
    placement: Placement
    class_names: Set[str]
    attributes: Collection[str]
    cyclic: Collection[Module]
    """Modules that import this one, directly or not: they are imported at the end."""
    imports: dict[str, dict[str, str]] = field(default_factory=dict)
    late_imports: dict[str, dict[str, str]] = field(default_factory=dict)
    defined: set[Key] = field(default_factory=set)
    _forward: bool = False

    def name(self, module: str, name: str) -> str:
        """Return the local name of a name of the standard library, of pydantic or of the runtime."""
        local = f"_{name}" if name in self.class_names or name in self.attributes else name
        if module != "builtins" or local != name:
            self.imports.setdefault(module, {})[name] = local
        return local

    def builtin(self, name: str) -> str:
        """Return the local name of a builtin."""
        return self.name("builtins", name)

    def typing(self, name: str) -> str:
        """Return the local name of a name of `typing`."""
        return self.name("typing", name)

    def runtime(self, name: str) -> str:
        """Return the local name of a name of the runtime."""
        return self.name(".._runtime", name)

    def type(self, key: Key) -> str:
        """Return the name of a type, and import it where necessary."""
        name, module = self.placement.names[key], self.placement.modules[key]
        if module == self.module:
            self._forward = self._forward or key not in self.defined
            return name
        imports, local = self.imports, name
        if module.folder != self.module.folder:
            local = f"_{module.folder}_{name}"
        if module in self.cyclic:
            self._forward, imports = True, self.late_imports
        imports.setdefault(module.seen_from(self.module), {})[name] = local
        return local

    def take_forward_reference(self) -> bool:
        """Return whether, since the last call, a type was named before its definition."""
        forward, self._forward = self._forward, False
        return forward
