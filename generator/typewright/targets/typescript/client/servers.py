"""Servers in the form of the runtime (OpenAPI 3.1, 4.8.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from typewright.ir import Server
from typewright.targets.typescript.code_layout import Code
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.quoting import string_literal


def server_entries(servers: Iterable[Server], names: Mapping[str, str], types: TypeText) -> Iterator[dict[str, Code]]:
    """Yield each server with its id and its variables; `names` are the client's options for these, by variable.

    `types` are those of the module, which imports what substitutes the variables.
    """
    for server in servers:
        written: dict[str, Code] = {"url": _text(server.url)}
        if server.id is not None:
            written["id"] = _text(server.id)
        if server.variables:
            written["variables"] = [
                {
                    "name": _text(variable.name),
                    **({} if names[variable.name] == variable.name else {"property": _text(names[variable.name])}),
                    "default": _text(variable.default),
                    **({"values": [*map(_text, variable.values)]} if variable.values else {}),
                }
                for variable in server.variables
            ]
            written["substitute"] = types.lib("servers", "substituteVariables")
        yield written


def _text(value: str) -> str:
    return string_literal(value, double=True)
