"""Nothing outside of `targets/<language>/` names a language: a third one needs no change but a package of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_modules import ROOT, violations

PACKAGE = ROOT / "generator/typewright"
LANGUAGES = [folder for folder in (PACKAGE / "targets").iterdir() if (folder / "target.py").is_file()]
WORDS = re.compile(r"python|typescript|pydantic|mypy|pyright|\btsc\b", re.IGNORECASE)
"""Languages, and tools of one language alone."""
INTERPRETER = {"python_command"}
"""Names of what starts this program's own interpreter."""
ALLOWED = {
    "cli/shell.py": "a report of a bug says which interpreter runs this program",
    **dict.fromkeys(
        (
            "cli/translating.py",
            "config/foreign_kinds.py",
            "config/from_datamodel_codegen.py",
            "config/from_fern.py",
            "config/from_openapi_generator.py",
            "config/from_openapi_python_client.py",
            "config/from_stainless.py",
        ),
        "reads formats of other generators, whose names and options name languages",
    ),
    "rendering/formatting.py": "tags the files that its formatters know",
    "rendering/runtime_files.py": "reads what a module imports in the syntax that its suffix says",
}
MODULES = [
    path for path in sorted(PACKAGE.rglob("*.py")) if not any(path.is_relative_to(folder) for folder in LANGUAGES)
]


def words_of(tree: ast.AST) -> Iterator[str]:
    """Yield the names and texts of a module, but for its docstrings."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.alias(name=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.ImportFrom(module=str(name)):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case ast.Constant(value=str(text)):
                yield text


def without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            body = [each for each in node.body if not is_text(each)]
            node.body = body or [ast.Pass()]
    return tree


def is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def named(path: Path) -> set[str]:
    words = words_of(without_docstrings(ast.parse(path.read_text())))
    return {word for word in words if WORDS.search(word)} - INTERPRETER


def test_no_language_is_named() -> None:
    modules = [path for path in MODULES if path.relative_to(PACKAGE).as_posix() not in ALLOWED]
    assert violations(modules, named) == {}


@pytest.mark.parametrize("path", ALLOWED)
def test_an_exception_is_still_one(path: str) -> None:
    assert named(PACKAGE / path)
