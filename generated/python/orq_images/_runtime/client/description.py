# Typewright's runtime, copied as it is; its digest is a896eda078fa7e6e.
"""The description that all operations of a client share.

These are named tuples, and no dataclasses, since every import of a package makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from .errors import ErrorClasses
    from .hooks import Hooks
    from .retry_config import RetryRule
    from .security import Scheme

Requirement = Mapping[str, tuple[str, ...]]
"""Security schemes that are required together, with the required scopes of each scheme."""


class Server(NamedTuple):
    """A server of the description.

    Attributes:
        url: Its URL, with variables in braces.
        id: Its name (`x-speakeasy-server-id`, or `name` of OpenAPI 3.2).
        variables: The default of each variable.
        choices: The values that a variable can have, of those that cannot have any.

    """

    url: str
    id: str | None = None
    variables: Mapping[str, str] = {}
    choices: Mapping[str, tuple[str, ...]] = {}


class Tracing(Protocol):
    """Makes a span around each call."""

    def span(
        self, operation_id: str, method: str, path: str, server_url: str
    ) -> AbstractContextManager[Any]:
        """Return the span of a call. Entered, it gives an object whose `answered(response)` records the answer."""
        ...


class ClientDescription(NamedTuple):
    """The description that all clients of a package share.

    Attributes:
        name: The name of the client's class.
        package: The name of the distribution, for `User-Agent`.
        version: The version of the distribution, for `User-Agent`.
        env_prefix: The prefix of the names of environment variables; empty for none.
        http_library: `httpx2` or `httpx`.
        errors: The package's error classes, loaded when an error is raised.
        servers: The described servers; the first is called where no other is chosen.
        operation_servers: The names of servers that operations alone have.
        security_schemes: The schemes by their names in the description.
        security: The alternatives that hold for operations without their own.
        global_env: Environment variables that give values to global parameters, by argument name.
        retry: The retry rule of operations without their own.
        timeout_ms: Milliseconds that an attempt may take, for operations without their own.
        register_hooks: Registers the hooks that the package's owner wrote.
        tracing: Returns what makes spans around calls, or None; called when a client is made.

    """

    name: str
    package: str
    version: str
    errors: Callable[[], ErrorClasses]
    env_prefix: str = ""
    http_library: str = "httpx2"
    servers: tuple[Server, ...] = ()
    operation_servers: tuple[str, ...] = ()
    security_schemes: Mapping[str, Scheme] = {}
    security: tuple[Requirement, ...] = ()
    global_env: Mapping[str, str] = {}
    retry: RetryRule | None = None
    timeout_ms: int | None = None
    register_hooks: Callable[[Hooks], None] | None = None
    tracing: Callable[[ClientDescription], Tracing | None] | None = None
