"""The size rules of the code: a file up to 400 lines, a function up to 40, and words for everything public."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_modules import ROOT, tree_of, violations

MODULES = sorted([*(ROOT / "generator").rglob("*.py"), *(ROOT / "templates").rglob("*.py")])
MAX_FILE, MAX_FUNCTION = 400, 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Return the lines of a function from its first decorator to its end, its docstring left out."""
    start = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or 0) - start + 1 - docstring


def test_a_file_has_at_most_400_lines() -> None:
    def long(module: Path) -> int:
        lines = len(module.read_text().splitlines())
        return lines if lines > MAX_FILE else 0

    assert violations(MODULES, long) == {}


def test_a_function_has_at_most_40_lines() -> None:
    def long(module: Path) -> dict[str, int]:
        return {f.name: length(f) for f in functions(tree_of(module)) if length(f) > MAX_FUNCTION}

    assert violations(MODULES, long) == {}


def test_module_classes_and_public_functions_have_a_docstring() -> None:
    def bare(module: Path) -> list[str]:
        tree = tree_of(module)
        nameless = [] if ast.get_docstring(tree) else ["the module"]
        return nameless + [name for name, node in public_definitions(tree, "") if ast.get_docstring(node) is None]

    assert violations(MODULES, bare) == {}


def public_definitions(node: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """Yield the definitions of a module and of its public classes that callers may use, with dotted names."""
    for child in node.body:
        if isinstance(child, Function | ast.ClassDef) and not child.name.startswith("_") and not is_overload(child):
            yield prefix + child.name, child
            if isinstance(child, ast.ClassDef):
                yield from public_definitions(child, f"{prefix}{child.name}.")


def is_overload(node: Function | ast.ClassDef) -> bool:
    return any(isinstance(decorator, ast.Name) and decorator.id == "overload" for decorator in node.decorator_list)


def test_no_size_rule_is_suppressed() -> None:
    def suppressed(module: Path) -> list[str]:
        marked = [line for line in module.read_text().splitlines() if "noqa" in line]
        return [line for line in marked if any(rule in line for rule in ("PLR09", "C901", "E501"))]

    assert violations(MODULES, suppressed) == {}


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "misc", "common"])
def test_no_module_has_a_name_that_says_nothing(word: str) -> None:
    assert [module for module in MODULES if word in module.stem.split("_")] == []
