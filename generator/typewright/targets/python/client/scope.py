"""The names that one module of the client can use, and its imports."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct, field

from typewright.targets.python.models.imports import import_lines


class ClientScope(Struct):
    """Resolves names inside a module of the client.

    `taken` are the names that the module's class binds, including its own. Inside a class body an annotation
    `list[str]` means the method `list` if there is one, so such a builtin is imported under another name.
    """

    taken: Collection[str]
    dots: str = "."
    """The dots of a relative import of the package's own folder."""
    imports: dict[str, dict[str, str]] = field(default_factory=dict)
    checked_imports: dict[str, dict[str, str]] = field(default_factory=dict)
    """The imports that only type checkers need."""
    names_deprecated: bool = False
    """Whether the module names something deprecated, which it passes on without using it."""

    def name(self, module: str, name: str, *, checked: bool = False) -> str:
        """Return the local name of a name of `module`; `checked` states that only annotations use it."""
        local = f"_{name}" if name in self.taken else name
        imports = self.checked_imports if checked and name not in self.imports.get(module, {}) else self.imports
        imports.setdefault(module, {})[name] = local
        if not checked and name in self.checked_imports.get(module, {}):
            del self.checked_imports[module][name]
        return local

    def named(self, module: str, name: str) -> None:
        """Import one of the names that are taken from `module`."""
        self.imports.setdefault(module, {})[name] = name

    def builtin(self, name: str) -> str:
        """Return the local name of a builtin: if its name is taken, it is imported under another one."""
        return self.name("builtins", name) if name in self.taken else name

    def typing(self, name: str) -> str:
        """Return the local name of a name of `typing` that annotations use."""
        return self.name("typing", name)

    def runtime(self, module: str, name: str, *, checked: bool = False) -> str:
        """Return the local name of a name of the client's runtime; `module` is one of its modules."""
        return self.name(f"{self.dots}_runtime.client.{module}", name, checked=checked)

    def package(self, module: str, *, checked: bool = False) -> str:
        """Return the local name of a module of the package, such as `models`."""
        return self.name(self.dots, module, checked=checked)

    def lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the import statements, and those that only type checkers need."""
        checked = {module: names for module, names in self.checked_imports.items() if names}
        if checked:
            self.typing("TYPE_CHECKING")
        return tuple(import_lines(self.imports)), tuple(import_lines(checked))
