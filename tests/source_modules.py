"""The modules of this repository as rules look at them: parsed once, and all that a rule says of any in one place."""

import ast
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def tree_of(module: Path) -> ast.Module:
    """Return the syntax tree of a module; whoever changes it copies it first."""
    return ast.parse(module.read_text(encoding="utf-8"))


def violations(modules: Iterable[Path], rule: Callable[[Path], object]) -> dict[str, object]:
    """Return what a rule finds in each module, by its path; a module where it finds nothing is left out."""
    found = {module.relative_to(ROOT).as_posix(): rule(module) for module in modules}
    return {path: what for path, what in found.items() if what}
