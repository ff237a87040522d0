"""What is constructed of many parts names them: two of one type, swapped, are a fault that no checker finds."""

import ast
from pathlib import Path

from tests.source_modules import ROOT, tree_of, violations

MOST = 4
"""How many parts a construction may give by their position."""
MODULES = sorted((ROOT / "generator/typewright").rglob("*.py"))


def test_many_parts_are_named() -> None:
    def long(module: Path) -> list[str]:
        calls = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
        return [
            f"line {call.lineno}: {call.func.id}"
            for call in calls
            if isinstance(call.func, ast.Name) and call.func.id.lstrip("_")[:1].isupper() and len(call.args) > MOST
        ]

    assert violations(MODULES, long) == {}
