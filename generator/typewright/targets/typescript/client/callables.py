"""The names by which methods, and the standalone functions for them, are called in TypeScript."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.client.operations import group_path, method_words
from typewright.ir import Operation
from typewright.naming.words import member_identifier, upper_first
from typewright.targets.contract import Project
from typewright.targets.typescript.models.placement import RESERVED_WORDS
from typewright.targets.typescript.options import TypeScriptOptions


def method_path(operation: Operation) -> str:
    """Return what code writes behind the name of the client to call an operation's method: `files.create`.

    Names of properties may be reserved words, but begin with no digit (ECMA-262, 12.7).
    """
    return ".".join((*group_path(operation), _method_name(operation)))


def function_names(project: Project[TypeScriptOptions]) -> Mapping[str, str]:
    """Return the name of each operation's function by the operation's id: no two are equal, letter case aside.

    Names that the ledger has from the last run stay; those that are new are recorded in it.
    """
    wishes = {method.operation.id: _function_name(method.operation) for method in project.surface.methods}
    return project.names.ledger.names("function", wishes)


def _function_name(operation: Operation) -> str:
    """Return the name of the function of its own: `filesCreate`; an underscore is behind a reserved word."""
    first, *rest = (*group_path(operation), _method_name(operation))
    called = member_identifier(" ".join((first, *map(upper_first, rest))))
    return f"{called}_" if called in RESERVED_WORDS else called


def _method_name(operation: Operation) -> str:
    return member_identifier(method_words(operation)) or "call"


def variable_name(class_name: str) -> str:
    """Return the variable that holds a client in examples: its class in camel case, where nothing else has that."""
    name = member_identifier(class_name)
    return f"{name}Client" if name in RESERVED_WORDS | _TAKEN else name


_TAKEN = frozenset({"console", "event", "openAsBlob", "process", "res", "result", "run", "value"})
"""What examples use beside the client."""
