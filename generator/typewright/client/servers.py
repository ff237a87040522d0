"""The variables of servers, which a client takes as options of its own (OpenAPI 3.1, 4.8.6)."""

from __future__ import annotations

from msgspec.structs import replace

from typewright.ir import Api, ServerVariable


def server_variables(api: Api) -> tuple[ServerVariable, ...]:
    """Return the variables of the servers of an API and of its operations, one for each name.

    Where several servers have a variable of the same name, its description is that of the first, and its values are
    those that any of them allows; it has no values if one of them allows all.
    """
    servers = (*api.servers, *(server for operation in api.operations for server in operation.servers))
    found: dict[str, ServerVariable] = {}
    for variable in (variable for server in servers for variable in server.variables):
        held = found.get(variable.name)
        if held is None:
            found[variable.name] = variable
        elif held.values:
            values = tuple(dict.fromkeys((*held.values, *variable.values))) if variable.values else ()
            found[variable.name] = replace(held, values=values)
    return tuple(found.values())


def server_names(api: Api) -> tuple[str, ...]:
    """Return the names of the servers of an API, which a client chooses from."""
    return tuple(dict.fromkeys(server.id for server in api.servers if server.id))


def names_of_operations_servers(api: Api) -> tuple[str, ...]:
    """Return the names of servers that operations alone have; operations without it call their first server."""
    servers = (server for operation in api.operations for server in operation.servers)
    names = dict.fromkeys(server.id for server in servers if server.id)
    return tuple(name for name in names if name not in server_names(api))


def variable_text(variable: ServerVariable) -> str:
    """Return the description of an option for a variable, on one line."""
    described = " ".join((variable.description or "").split())
    text = f"The variable `{variable.name}` of the server's URL"
    return f"{text}: {described}" if described else f"{text}."
