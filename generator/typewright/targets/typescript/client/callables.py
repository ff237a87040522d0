"""The names by which methods, and the standalone functions for them, are called in TypeScript."""

from __future__ import annotations

from collections.abc import Mapping, Set

from typewright.base.devices import DEVICES
from typewright.client import ClientMethod
from typewright.naming.words import member_identifier, upper_first
from typewright.targets.contract import Project
from typewright.targets.typescript.models.placement import RESERVED_WORDS, placement_of
from typewright.targets.typescript.options import TypeScriptOptions


def function_names(project: Project[TypeScriptOptions]) -> Mapping[str, str]:
    """Return the name of each operation's function by the operation's id; all are distinct, ignoring case.

    Each is named after its method, whose name is stable.
    """
    methods = project.client.methods
    taken = _TAKEN_IN_MODULES.union(project.once(placement_of).labels.values())
    preferred_names = {id_: _function_name(method, taken) for id_, method in methods.items()}
    names = project.names.ledger.names("function", preferred_names, stated=preferred_names)
    return project.recorder.mapping("functions", names)


def _function_name(method: ClientMethod, taken: Set[str]) -> str:
    """Return the name of the standalone function: `filesCreate`; a reserved word gets the suffix `_`.

    So does a name that the modules of classes and functions use, which is in `taken`.
    """
    first, *rest = method.access
    called = member_identifier(" ".join((first, *map(upper_first, rest))))
    return f"{called}_" if called in RESERVED_WORDS | taken or called.lower() in DEVICES else called


def variable_name(class_name: str) -> str:
    """Return the variable that holds a client in examples: its class in camel case, unless that is in use."""
    name = member_identifier(class_name)
    return f"{name}Client" if name in RESERVED_WORDS | _TAKEN else name


_TAKEN_IN_MODULES = frozenset(("debugLog", "operation", "options", "paging", "request", "security", "unwrap"))
"""Imports, constants and parameters of the modules of classes and functions."""
_TAKEN = frozenset({"console", "event", "openAsBlob", "process", "res", "result", "run", "value"})
"""The names that examples use besides the client."""
