"""The names that one module of the client can use, and what it has to import for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from typewright.targets.python.models.imports import import_lines


@dataclass(slots=True)
class ClientScope:
    """Resolves names inside a module of the client.

    `taken` are the names that the module's class binds, itself included: inside of a class body an annotation
    `list[str]` means the method `list` where there is one. Such a name is imported under another one.
    """

    taken: Collection[str]
    dots: str = "."
    """How a relative import reaches the package's own folder."""
    imports: dict[str, dict[str, str]] = field(default_factory=dict)
    checked_imports: dict[str, dict[str, str]] = field(default_factory=dict)
    """What type checkers alone need."""
    names_deprecated: bool = False
    """Whether the module names what is deprecated, which it passes on without using it itself."""

    def name(self, module: str, name: str, *, checked: bool = False) -> str:
        """Return how a name of `module` is called here; `checked` says that annotations alone use it."""
        local = f"_{name}" if name in self.taken else name
        imports = self.checked_imports if checked and name not in self.imports.get(module, {}) else self.imports
        imports.setdefault(module, {})[name] = local
        if not checked and name in self.checked_imports.get(module, {}):
            del self.checked_imports[module][name]
        return local

    def builtin(self, name: str) -> str:
        """Return how a builtin is called here: where its name is taken, it is imported under another one."""
        return self.name("builtins", name) if name in self.taken else name

    def typing(self, name: str) -> str:
        """Return how a name of `typing` that annotations use is called here."""
        return self.name("typing", name)

    def runtime(self, module: str, name: str, *, checked: bool = False) -> str:
        """Return how a name of the client's runtime is called here; `module` is one of its modules."""
        return self.name(f"{self.dots}_runtime.client.{module}", name, checked=checked)

    def package(self, module: str, *, checked: bool = False) -> str:
        """Return how a module of the package, such as `models`, is called here."""
        return self.name(self.dots, module, checked=checked)

    def lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the import statements, and those that type checkers alone need."""
        checked = {module: names for module, names in self.checked_imports.items() if names}
        if checked:
            self.typing("TYPE_CHECKING")
        return tuple(import_lines(self.imports)), tuple(import_lines(checked))
