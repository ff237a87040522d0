"""The names of a client's own options: its credential, global parameters, and the variables of servers."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.client.servers import server_variables
from typewright.targets.contract import Project
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.words import camel_name, distinct

_OF_EVERY_CLIENT = (
    *("security", "server", "serverIdx", "serverURL", "httpClient", "userAgent", "hooks", "retryConfig", "timeoutMs"),
    *("debugLogger", "debugBodies", "validation"),
)
"""The options of every client: the members of the runtime's `ClientOptions`, and `security`."""


class OptionNames(Struct, frozen=True, kw_only=True):
    """The names of the options of one client, distinct from each other and from the options of every client."""

    credential: str | None
    """The option of a client's only credential; None with several credentials or none."""
    globals: Mapping[str, str]
    """By property of the requests that take the parameter."""
    variables: Mapping[str, str]
    """By name in the server's URL."""


def option_names(project: Project[TypeScriptOptions]) -> OptionNames:
    """Return the names of the options of a project's client; the credential, which pages show, keeps its name."""
    single = project.client.security.single
    properties = [camel_name(parameter.preferred_name or parameter.name) for parameter in project.api.global_parameters]
    variables = [variable.name for variable in server_variables(project.api)]
    credential = [] if single is None else [camel_name(single.name)]
    preferred = [*_OF_EVERY_CLIENT, *credential, *properties, *map(camel_name, variables)]
    names = iter(distinct(preferred)[len(_OF_EVERY_CLIENT) :])
    return OptionNames(
        credential=next(names) if credential else None,
        globals={property_: next(names) for property_ in properties},
        variables={variable: next(names) for variable in variables},
    )
