"""Python expressions of calls as values: dicts, lists, constants, members of enumerations, and a few calls."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.prove.nodes import Node

FILE = "example.file"
"""The placeholder for the content of a file."""


class ExpressionError(ValueError):
    """The expression contains code without a known value."""

    def __init__(self, message: str, line: int) -> None:
        """Create it with the message, and the line of the code, from 1."""
        self.line = line
        super().__init__(message)


class Expressions(Struct, frozen=True):
    """Evaluates expressions; `members` are the values of enumerations by class and member.

    With `constructors`, calls with only keyword arguments are read like dicts, and unknown expressions are null.
    """

    members: Mapping[tuple[str, str], JsonValue]
    constructors: bool = False

    def node(self, expression: ast.expr) -> Node:
        """Return the value of an expression. Raises ExpressionError."""
        line = expression.lineno
        match expression:
            case ast.Constant(value=str() | int() | float() | bool() | None as value):
                return Node(value, line)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return Node(-value, line)
            case ast.List(elts=items):
                return Node([self.node(item) for item in items], line)
            case ast.Dict(keys=keys, values=values):
                return Node(self._entries(keys, values, line), line)
            case ast.Call(func=ast.Attribute(value=inner, attr="encode")):
                return self.node(inner)
            case ast.Call(func=ast.Name(id="parse_datetime"), args=[inner]):
                return self.node(inner)
            case ast.Call(func=ast.Name(id="open")):
                return Node(FILE, line)
            case ast.Call(args=[], keywords=keywords) if self.constructors:
                return Node(self._keywords(keywords), line)
            case ast.Attribute(value=ast.Attribute(attr=name) | ast.Name(id=name), attr=member):
                if (name, member) in self.members:
                    return Node(self.members[name, member], line)  # type: ignore[arg-type]  # a string or a number
        if self.constructors:
            return Node(None, line)
        raise ExpressionError(f"nothing is known of '{ast.unparse(expression)[:80]}'", line)

    def _keywords(self, keywords: list[ast.keyword]) -> dict[str, Node]:
        """Return the keyword arguments of a constructor; unpacked dictionaries contribute their own names."""
        entries: dict[str, Node] = {}
        for keyword in keywords:
            node = self.node(keyword.value)
            if keyword.arg is not None:
                entries[keyword.arg] = replace(node, line=keyword.lineno)
            elif isinstance(node.content, dict):
                entries |= node.content
        return entries

    def _entries(self, keys: list[ast.expr | None], values: list[ast.expr], line: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
                raise ExpressionError("a key is no string", line)
            if key.value in entries:
                raise ExpressionError(f"the key {key.value!r} is given twice", key.lineno)
            entries[key.value] = Node(self.node(value).content, key.lineno)
        return entries


def call_of(code: str, called: str) -> ast.Call:
    """Return the first call of `called`. Raises SyntaxError, and ExpressionError if it is not called."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == called:
            return node
    raise ExpressionError(f"'{called}' is not called", 1)


def assigned(code: str) -> ast.expr | None:
    """Return the value of `value` or `request` in a module; None if it binds neither. Raises SyntaxError."""
    for statement in ast.parse(code).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(isinstance(target, ast.Name) and target.id in ("value", "request") for target in targets):
                return statement.value
    return None
