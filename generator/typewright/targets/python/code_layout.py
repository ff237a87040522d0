"""Layout of expressions (calls, lists, dicts) as black does it: on one line if it fits, else one entry a line.

Source: black's code style, "How Black wraps lines" and "The magic trailing comma".
"""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

WIDTH: Final = 88
_INDENT: Final = "    "


class Bracketed(Struct, frozen=True):
    """An expression in brackets: `opening` may have a name before the bracket; each entry has a head such as `key=`."""

    opening: str
    entries: tuple[tuple[str, Expression], ...]
    closing: str


Expression: TypeAlias = str | Bracketed
"""Code on one line, or brackets around further expressions."""


def flat(expression: Expression) -> str:
    """Return an expression on one line."""
    if isinstance(expression, str):
        return expression
    inner = ", ".join(head + flat(entry) for head, entry in expression.entries)
    return f"{expression.opening}{inner}{expression.closing}"


def statement(head: str, expression: Expression) -> str:
    """Return `head` and an expression, such as `value = ` and a call, as the lines of a statement.

    Parentheses are put around what does not fit, where that helps, and always where the target has an annotation.
    """
    lines = _lines(head, expression, "", 0)
    if _width(lines[0]) > WIDTH:
        moved = _lines("", expression, "", 1)
        if ":" in head or _width(moved[0]) <= WIDTH:
            lines = [f"{head}(", *moved, ")"]
    return "\n".join(lines)


def layout(code: str, depth: int) -> list[str]:
    """Return a statement that is a call, or assigns one, as lines that fit at `depth` levels, unindented."""
    parsed = ast.parse(code).body[0]
    value = parsed.value if isinstance(parsed, ast.Expr | ast.Assign) else None
    if value is None:
        return code.splitlines()
    source = _Source.of(code)
    head = " ".join(code[: code.index(source.segment(value))].split())
    lines = _lines(f"{head} " if head else "", _expression(source, value), "", depth)
    return [line.removeprefix(_INDENT * depth) for line in lines]


class _Source(Struct, frozen=True):
    """The lines of parsed code in UTF-8, which `ast` counts columns in; `ast.get_source_segment` splits them anew."""

    lines: tuple[bytes, ...]

    @classmethod
    def of(cls, code: str) -> _Source:
        """Return the source of parsed code."""
        return cls(tuple(line.encode() for line in code.split("\n")))

    def segment(self, node: ast.expr) -> str:
        """Return the code of a node."""
        last = (node.end_lineno or node.lineno) - 1
        lines = [*self.lines[node.lineno - 1 : last], self.lines[last][: node.end_col_offset]]
        lines[0] = lines[0][node.col_offset :]
        return b"\n".join(lines).decode()


def _expression(source: _Source, node: ast.expr) -> Expression:
    """Return a parsed expression whose calls, dictionaries and lists can be broken into lines."""
    match node:
        case ast.Call(func=function, args=[], keywords=keywords):
            entries = [(f"{keyword.arg}=", _expression(source, keyword.value)) for keyword in keywords]
            return Bracketed(f"{source.segment(function)}(", tuple(entries), ")")
        case ast.Dict(keys=keys, values=values):
            heads = [f"{source.segment(key)}: " for key in keys if key is not None]
            return Bracketed("{", tuple(zip(heads, (_expression(source, value) for value in values), strict=True)), "}")
        case ast.List(elts=items):
            return Bracketed("[", tuple(("", _expression(source, item)) for item in items), "]")
        case ast.Await(value=awaited) if isinstance(inner := _expression(source, awaited), Bracketed):
            return replace(inner, opening=f"await {inner.opening}")
    return source.segment(node)


def wrapped(entries: Iterable[str], depth: int) -> Iterator[str]:
    """Yield entries of a docstring's section as lines that fit at `depth` levels of indentation, with a hanging indent.

    A word that is too long, such as an address, is not broken.
    """
    width = WIDTH - depth * len(_INDENT)
    for entry in entries:
        if len(entry) <= width:
            yield entry
        else:
            yield from wrap(entry, width, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False)


def imports(module: str, names: tuple[str, ...]) -> str:
    """Return an import of `names` in their order."""
    line = f"from {module} import {', '.join(names)}"
    if _width(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"{_INDENT}{name}," for name in names), ")"])


def method_parameter(text: str) -> str:
    """Return a parameter of a method with parentheses around a union that does not fit on its line.

    ruff leaves them unchanged, black adds them ("Parenthesizing long type hints").
    """
    if _width(f"{_INDENT * 2}{text},") <= WIDTH:
        return text
    head, tail = "def f(*, ", "): ..."
    function = ast.parse(f"{head}{text}{tail}").body[0]
    annotation = function.args.kwonlyargs[0].annotation if isinstance(function, ast.FunctionDef) else None
    if not isinstance(annotation, ast.BinOp):
        return text
    union = ast.get_source_segment(f"{head}{text}{tail}", annotation) or ""
    return text.replace(union, f"({union})", 1)


def _width(text: str) -> int:
    """Return the columns that a text takes as black counts them: wide characters two (Unicode Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _lines(head: str, expression: Expression, tail: str, depth: int) -> list[str]:
    """Return the lines of `head`, an expression and `tail`, at `depth` levels of indentation."""
    indent = _INDENT * depth
    line = f"{indent}{head}{flat(expression)}{tail}"
    if _width(line) <= WIDTH or isinstance(expression, str) or not expression.entries:
        return [line]
    lines = [f"{indent}{head}{expression.opening}"]
    for entry_head, entry in expression.entries:
        lines += _lines(entry_head, entry, ",", depth + 1)
    return [*lines, f"{indent}{expression.closing}{tail}"]
