"""Options of clients and of single calls.

These are named tuples, and no dataclasses, since every import of a package makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..absence import UNSET, Unset

if TYPE_CHECKING:
    from .debugging import DebugLogger
    from .retry_config import RetryConfig


class CallOptions(NamedTuple):
    """Options of one call, in the order in which methods list them.

    Attributes:
        retries: The retry rule; the client's, or the description's, where it is `UNSET`; none where it is None.
        server_url: The URL to call instead of the client's server.
        timeout_ms: Milliseconds that an attempt may take.
        http_headers: Header fields that are sent on top, and win.
        security: Credentials of an operation that has its own, as an object or a dictionary.

    """

    retries: RetryConfig | Unset | None = UNSET
    server_url: str | None = None
    timeout_ms: int | None = None
    http_headers: Mapping[str, str] | None = None
    security: Any = None

    def __repr__(self) -> str:
        """Leave out what may hold credentials."""
        return f"CallOptions(retries={self.retries!r}, server_url={self.server_url!r}, timeout_ms={self.timeout_ms!r})"


class ServerChoice(NamedTuple):
    """Which server a client calls.

    Attributes:
        server: The name of a described server.
        server_idx: The index of a described server.
        server_url: Any URL; it wins.
        url_params: Values of the variables of `server_url`.
        variables: Values of the variables of a described server; None stands for the default.

    """

    server: str | None = None
    server_idx: int | None = None
    server_url: str | None = None
    url_params: Mapping[str, str] | None = None
    variables: Mapping[str, str | None] = {}


class ClientOptions(NamedTuple):
    """What a client was made with.

    Attributes:
        credentials: A credential, or a function that returns one, by the name of its security scheme.
        security: An object, a dictionary, or a function that returns one, with credentials by `Scheme.field`.
        globals: Values of global parameters by argument name.
        server: Which server to call.
        retries: The retry rule of all calls; the description's where it is `UNSET`.
        timeout_ms: Milliseconds that an attempt may take.
        debug_logger: Where requests and answers are logged.
        http_headers: Header fields sent with each call.
        extra_query: Query parameters sent with each call.
        extra_body: Members added to each JSON object that is sent.

    """

    credentials: Mapping[str, Any] = {}
    security: Any = None
    globals: Mapping[str, Any] = {}
    server: ServerChoice = ServerChoice()
    retries: RetryConfig | Unset | None = UNSET
    timeout_ms: int | None = None
    debug_logger: DebugLogger | None = None
    http_headers: Mapping[str, str] = {}
    extra_query: Mapping[str, Any] = {}
    extra_body: Mapping[str, Any] = {}

    def __repr__(self) -> str:
        """Leave out what may hold credentials."""
        return f"ClientOptions(server={self.server!r}, retries={self.retries!r}, timeout_ms={self.timeout_ms!r})"
