# Typewright's runtime, copied as it is; its digest is 4f43a67bf6bddf49.
"""Options of clients and of single calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..absence import UNSET, Unset

if TYPE_CHECKING:
    from .debugging import DebugLogger


@dataclass
class BackoffStrategy:
    """How long to wait before another attempt.

    Attributes:
        initial_interval: Milliseconds before the second attempt.
        max_interval: Milliseconds that no wait exceeds.
        exponent: What each wait is multiplied by to get the next.
        max_elapsed_time: Milliseconds that all attempts and waits of a call may take.

    """

    initial_interval: int = 500
    max_interval: int = 60_000
    exponent: float = 1.5
    max_elapsed_time: int = 300_000


@dataclass
class RetryConfig:
    """Whether a call is tried again after a failure, and when.

    Attributes:
        strategy: `backoff` or `none`.
        backoff: How long to wait; the defaults of `BackoffStrategy` where it is None.
        retry_connection_errors: Whether a failed connection counts as well as a status.

    """

    strategy: str = "backoff"
    backoff: BackoffStrategy | None = None
    retry_connection_errors: bool = True


DEFAULT_RETRY_CODES = ("429", "500", "502", "503", "504")


@dataclass(frozen=True)
class RetryRule:
    """What the description of an operation says about retries.

    Attributes:
        config: What holds unless the client or the call says something else.
        codes: The statuses that are tried again: codes, or ranges such as `5XX`.

    """

    config: RetryConfig | None = None
    codes: tuple[str, ...] = DEFAULT_RETRY_CODES


@dataclass
class CallOptions:
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
    http_headers: Mapping[str, str] | None = field(default=None, repr=False)
    security: Any = field(default=None, repr=False)


@dataclass(frozen=True)
class ServerChoice:
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
    variables: Mapping[str, str | None] = field(default_factory=dict[str, str | None])


@dataclass(frozen=True)
class ClientOptions:
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

    credentials: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    security: Any = field(default=None, repr=False)
    globals: Mapping[str, Any] = field(default_factory=dict[str, Any])
    server: ServerChoice = ServerChoice()
    retries: RetryConfig | Unset | None = UNSET
    timeout_ms: int | None = None
    debug_logger: DebugLogger | None = None
    http_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    extra_query: Mapping[str, Any] = field(default_factory=dict[str, Any])
    extra_body: Mapping[str, Any] = field(default_factory=dict[str, Any])
