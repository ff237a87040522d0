"""Servers in the form of the runtime (OpenAPI 3.1, 4.8.5)."""

from __future__ import annotations

from collections.abc import Callable

from typewright.ir import Server
from typewright.targets.python.quoting import string_literal


def server_code(server: Server, runtime: Callable[[str, str], str]) -> str:
    """Return the call that makes a server, with its id and the defaults of its variables.

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
    return f"{runtime('description', 'Server')}({', '.join(parts)})"
