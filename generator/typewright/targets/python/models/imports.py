"""Import statements, sorted as tools expect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_STANDARD = ("builtins", "collections.abc", "datetime", "decimal", "enum", "functools", "os", "typing", "uuid")


def import_lines(imports: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield the statements that import names (with their local names, by module), the standard library first.

    Empty lines separate the standard library, other packages, and the package itself.
    """
    groups = (
        {module: names for module, names in imports.items() if module in _STANDARD},
        {module: names for module, names in imports.items() if module not in _STANDARD and not module.startswith(".")},
        {module: names for module, names in imports.items() if module.startswith(".")},
    )
    started = False
    for group in filter(None, groups):
        if started:
            yield ""
        started = True
        for module in sorted(group, key=lambda module: (-_dots(module), module)):
            names = (name if name == local else f"{name} as {local}" for name, local in sorted(group[module].items()))
            yield f"from {module} import {', '.join(names)}"


def _dots(module: str) -> int:
    return len(module) - len(module.lstrip("."))
