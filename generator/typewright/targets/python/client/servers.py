"""Servers in the form of the runtime (OpenAPI 3.1, 4.8.5)."""

from __future__ import annotations

from collections.abc import Callable

from typewright.ir import Server
from typewright.targets.python.quoting import string_literal


def server_code(server: Server, runtime: Callable[[str, str], str]) -> str:
    """Return the call that makes a server, with its id, and the defaults and the values of its variables.

    `runtime` returns the local name of a name in a module of the runtime, and imports it.
    """
    parts = [string_literal(server.url)]
    if server.id is not None:
        parts.append(f"id={string_literal(server.id)}")
    variables = ", ".join(
        f"{string_literal(variable.name)}: {string_literal(variable.default)}" for variable in server.variables
    )
    if variables:
        parts.append(f"variables={{{variables}}}")
    choices = ", ".join(
        f"{string_literal(variable.name)}: {_tuple(variable.values)}"
        for variable in server.variables
        if variable.values
    )
    if choices:
        parts.append(f"choices={{{choices}}}")
    return f"{runtime('description', 'Server')}({', '.join(parts)})"


def _tuple(texts: tuple[str, ...]) -> str:
    return f"({', '.join(map(string_literal, texts))}{',' if len(texts) == 1 else ''})"
