"""Renaming of the imports of a module of types that has types with these names."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Set


def with_imports_renamed(text: str, names: Set[str]) -> str:
    """Return a module in which imported names that are in `names` are renamed: `Literal as Literal_`."""
    imported = {
        alias.name
        for node in ast.parse(text).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname is None and alias.name in names
    }
    if not imported:
        return text
    lines = text.splitlines(keepends=True)
    in_import = {
        line
        for node in ast.parse(text).body
        if isinstance(node, ast.ImportFrom)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    for token in reversed(tokens):
        if token.type == tokenize.NAME and token.string in imported:
            row, start = token.start
            new = f"{token.string} as {token.string}_" if row in in_import else f"{token.string}_"
            line = lines[row - 1]
            lines[row - 1] = line[:start] + new + line[token.end[1] :]
    return "".join(lines)
