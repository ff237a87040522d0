"""Holds Python: it parses, and nothing in it runs, is named or is imported that a harmless text had not brought too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache


@dataclass(slots=True)
class Facts:
    """What a package does, as sets; `defined` holds the names that it makes itself."""

    statements: set[tuple[str, str]] = field(default_factory=set)
    expressions: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)
    imports: set[str] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)

    def add(self, other: Facts) -> None:
        """Add what another package does."""
        for name in self.__slots__:
            getattr(self, name).update(getattr(other, name))


@cache
def facts_of(source: str) -> Facts:
    """Return what one module does. Raises SyntaxError."""
    facts = Facts()
    for parent in ast.walk(ast.parse(source)):
        for node in ast.iter_child_nodes(parent):
            _note(parent, node, facts)
    return facts


def _note(parent: ast.AST, node: ast.AST, facts: Facts) -> None:
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            facts.read.add(name)
        case ast.Name(id=name):
            facts.defined.add(name)
        case ast.Attribute(attr=name):
            facts.attributes.add(name)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=value), attr=name)):
            facts.calls.add(f"{type(value).__name__}.{name}")
        case ast.Call(func=func):
            facts.calls.add(ast.unparse(func))
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
            facts.defined.add(name)
        case ast.Import(names=names):
            facts.imports.update(each.name for each in names)
            facts.defined.update((each.asname or each.name).partition(".")[0] for each in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            facts.imports.add("." * level + (module or "") if not level else ".")
            facts.defined.update(each.asname or each.name for each in names)
        case ast.keyword(arg=str(name)):
            facts.defined.add(name)
    if isinstance(node, ast.stmt):
        facts.statements.add((type(parent).__name__, type(node).__name__))
    if isinstance(node, ast.expr):
        facts.expressions.add(type(node).__name__)


def package_facts(files: dict[str, str]) -> Facts:
    """Return what all modules of a package do together. Raises SyntaxError."""
    facts = Facts()
    for source in files.values():
        facts.add(facts_of(source))
    return facts


def python_faults(found: dict[str, str], harmless: Facts, vocabulary: Facts) -> Iterator[str]:
    """Yield what is wrong with the modules of a package.

    `harmless` is what the package does without a payload, `vocabulary` what it does in any place with a harmless text.
    """
    try:
        facts = package_facts(found)
    except SyntaxError as fault:
        yield f"Python does not parse: {fault}"
        return
    statements = facts.statements - harmless.statements - vocabulary.statements
    if statements:
        yield f"statements that the payload brought: {sorted(statements)}"
    if more := facts.expressions - vocabulary.expressions:
        yield f"expressions that the payload brought: {sorted(more)}"
    known = vocabulary.read | facts.defined
    if strange := {name for name in facts.read - vocabulary.read if name not in known}:
        yield f"names that the payload brought: {sorted(strange)}"
    attributes = facts.attributes - vocabulary.attributes - facts.defined
    if strange := {name for name in attributes if name.startswith("_") or name == "system"}:
        yield f"attributes that the payload brought: {sorted(strange)}"
    roots = {call: call.partition(".")[0].partition("(")[0] for call in facts.calls - vocabulary.calls}
    if strange := {call for call, root in roots.items() if root not in known}:
        yield f"calls that the payload brought: {sorted(strange)}"
    if strange := {module for module in facts.imports - vocabulary.imports if not module.startswith((".", "acme"))}:
        yield f"imports that the payload brought: {sorted(strange)}"
