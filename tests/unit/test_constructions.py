"""What is constructed of many parts names them: two of one type, swapped, are a fault that no checker finds."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent.parent / "generator/typewright"
MOST = 4
"""How many parts a construction may give by their position."""
MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_many_parts_are_named(module: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call)]
    long = [
        f"line {call.lineno}: {call.func.id}"
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id.lstrip("_")[:1].isupper() and len(call.args) > MOST
    ]
    assert long == []
