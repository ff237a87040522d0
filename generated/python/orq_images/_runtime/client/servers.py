# Typewright's runtime, copied as it is; its digest is b8f1387b321688e3.
"""Which URL a client calls."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .description import ClientDescription, Server
    from .options import ServerChoice

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def server_url(description: ClientDescription, choice: ServerChoice) -> str:
    """Return the URL of the chosen server, without a slash at its end; empty if there is none.

    A URL wins over a name, a name over an index, and all of them over the environment. A name that operations'
    servers alone have chooses among these; all other operations go to the first server.

    Raises:
        ValueError: There is no such server, or a variable has no value, or one that it cannot have.

    """
    servers, own_names = description.servers, description.operation_servers
    url = other_url(choice, description.env_prefix)
    if url:
        return url
    if choice.server is not None and choice.server not in own_names:
        for server in servers:
            if server.id == choice.server:
                return _described(server, choice)
        known = (*(server.id for server in servers if server.id), *own_names)
        names = ", ".join(map(repr, known))
        raise ValueError(
            f"there is no server {choice.server!r}; there is {names or 'none with a name'}"
        )
    if choice.server is None and choice.server_idx is not None:
        if not 0 <= choice.server_idx < len(servers):
            raise ValueError(
                f"there is no server {choice.server_idx}; there are {len(servers)}, from 0 on"
            )
        return _described(servers[choice.server_idx], choice)
    return _described(servers[0], choice) if servers else ""


def other_url(choice: ServerChoice, env_prefix: str) -> str:
    """Return the URL that takes the place of all described servers; empty if there is none.

    It is given, or that of the environment unless a described server is chosen.

    Raises:
        ValueError: A variable has no value.

    """
    url = choice.server_url or ""
    if not url and env_prefix and choice.server is None and choice.server_idx is None:
        url = os.environ.get(f"{env_prefix}_SERVER_URL", "")
    return _filled(url, {}, choice.url_params or {})


def operation_server_url(servers: Sequence[Server], choice: ServerChoice) -> str:
    """Return the URL of an operation's own servers: of the chosen name if one has it, else of the first.

    Raises:
        ValueError: A variable has no value, or one that it cannot have.

    """
    named = [server for server in servers if server.id and server.id == choice.server]
    return _described((*named, *servers)[0], choice)


def _described(server: Server, choice: ServerChoice) -> str:
    given = {
        name: value for name, value in choice.variables.items() if value is not None
    }
    given.update(choice.url_params or {})
    for name, values in server.choices.items():
        if name in given and str(given[name]) not in values:
            raise ValueError(
                f"the variable {name!r} of the server {server.url!r} is {given[name]!r};"
                f" it can be {', '.join(map(repr, values))}"
            )
    return _filled(server.url, server.variables, given)


def _filled(url: str, defaults: Mapping[str, str], given: Mapping[str, str]) -> str:
    """Substitute the variables of a URL."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        text = given.get(name, defaults.get(name))
        if text is None:
            raise ValueError(
                f"the variable {name!r} of the server {url!r} has no value"
            )
        return str(text)

    return _VARIABLE.sub(value, url).rstrip("/")
