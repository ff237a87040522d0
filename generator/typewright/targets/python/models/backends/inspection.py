"""Inspection of third-party output before it is executed: it may only contain type declarations."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_NODES = (
    *(ast.Module, ast.ClassDef, ast.AnnAssign, ast.Assign, ast.Expr, ast.Pass, ast.ImportFrom, ast.alias, ast.keyword),
    *(
        ast.Name,
        ast.Constant,
        ast.Subscript,
        ast.Tuple,
        ast.List,
        ast.Dict,
        ast.BinOp,
        ast.BitOr,
        ast.UnaryOp,
        ast.USub,
    ),
    *(ast.Call, ast.Lambda, ast.arguments, ast.expr_context),
)
_CALLED = frozenset({"Meta", "TypedDict", "dataclass", "field"})
_MODULES = frozenset({"__future__", "builtins", "dataclasses", "msgspec", "typing", "typing_extensions"})
_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple", "type"})


def surprises(text: str) -> Iterator[str]:
    """Yield what a module does besides declaring types, with line numbers. Raises SyntaxError."""
    tree = ast.parse(text)
    known = _BUILTINS.union(_imported(tree), _declared(tree))
    for node in ast.walk(tree):
        fault = _fault(node, known)
        if fault is not None:
            yield f"{fault} in line {getattr(node, 'lineno', 1)}"


def _fault(node: ast.AST, known: frozenset[str]) -> str | None:
    if not isinstance(node, _NODES):
        return type(node).__name__
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name not in known:
            return f"the name {name}"
        case ast.Call(func=called) if not (isinstance(called, ast.Name) and called.id in _CALLED):
            return "a call"
        case ast.ImportFrom(module=module, level=level) if level or module not in _MODULES:
            return f"an import of {module}"
        case ast.Expr(value=value) if not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
            return "an expression"
        case ast.Lambda(args=arguments, body=body) if ast.unparse(arguments) or not _is_literal(body):
            return "a function"
    return None


def _is_literal(node: ast.AST) -> bool:
    literal = (ast.Constant, ast.List, ast.Dict, ast.Tuple, ast.UnaryOp, ast.USub, ast.expr_context)
    return all(isinstance(child, literal) for child in ast.walk(node))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)


def _declared(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name
