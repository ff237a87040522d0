# Typewright's runtime, copied as it is; its digest is 7c00d31208b58899.
"""The engine: everything that happens between a method's arguments and its result."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from .call import Call, prepared_call
from .debugging import debug_log
from .draft import is_foreign
from .exchange import exchange
from .hooks import Hooks
from .outcome import outcome
from .pool import PoolClosedError
from .servers import other_url, server_url
from .signing import SigningState
from .transport import AsyncTransport, SyncTransport, run, run_async
from .wire_values import is_absent

if TYPE_CHECKING:
    from .answers import Answer
    from .debugging import DebugLog
    from .description import ClientDescription, Tracing
    from .operation import Operation, PagedCall
    from .options import CallOptions, ClientOptions
    from .pool import Pool
    from .protocols import HTTPResponse
    from .transport import Flow, Transport

R = TypeVar("R")
A = TypeVar("A")


@dataclass
class SharedState:
    """The state that all copies of a client share.

    Attributes:
        pool: The connections.
        hooks: Code of users that runs around calls.
        signing: The state of security schemes.
        tracing: What makes a span around each call; None for no spans.

    """

    pool: Pool
    hooks: Hooks = field(default_factory=Hooks)
    signing: SigningState = field(default_factory=SigningState)
    tracing: Tracing | None = None


class Engine:
    """Makes calls for the methods of a client."""

    def __init__(
        self,
        description: ClientDescription,
        options: ClientOptions,
        shared: SharedState,
        mode: str = "parsed",
    ) -> None:
        """Make an engine.

        Args:
            description: What is the same for all clients of the package.
            options: What the client was made with.
            shared: What copies of the client share.
            mode: What calls return: `parsed` content, the `raw` answer beside it, or a `streaming` answer.

        Raises:
            ClientError: There is no such server.

        """
        self.description = description
        self.options = options
        self.shared = shared
        self.mode = mode
        self.globals = _globals(description, options)
        self.selections: dict[Operation[Any, Any], Any] = {}
        self.user_agent = _user_agent(description)
        try:
            self.other_url = other_url(options.server, description.env_prefix)
            self.server_url = server_url(description, options.server)
        except ValueError as error:
            raise description.errors().base(f"{description.name}: {error}") from None
        self.debug_log: DebugLog | None = debug_log(description, options.debug_logger)

    def answering(self, mode: str) -> Engine:
        """Return an engine with another mode of results."""
        return Engine(self.description, self.options, self.shared, mode)

    def with_options(self, **changes: Any) -> Engine:
        """Return an engine that differs in some `ClientOptions` and shares the connections."""
        return Engine(
            self.description, self.options._replace(**changes), self.shared, self.mode
        )

    def call(
        self,
        operation: Operation[R, Any],
        arguments: Mapping[str, Any],
        options: CallOptions,
    ) -> R:
        """Make a call and return its result.

        Raises:
            ClientError: The answer is an error, is not as described, or did not come; or a credential is missing.
            ValueError: An argument is not of its type.

        """
        if operation.deprecated is not None or operation.deprecated_arguments:
            self._warn(operation, arguments)
        result: R = self._run(operation, arguments, options)
        return result

    async def call_async(
        self,
        operation: Operation[Any, A],
        arguments: Mapping[str, Any],
        options: CallOptions,
    ) -> A:
        """Make a call and return its result; `call` says more."""
        if operation.deprecated is not None or operation.deprecated_arguments:
            self._warn(operation, arguments)
        result: A = await self._run_async(operation, arguments, options)
        return result

    def call_page(self, call: PagedCall) -> Any:
        """Make a call for another page and return its result; `call` says what is raised."""
        return self._run(call.operation, call.arguments, call.options, call)

    async def call_page_async(self, call: PagedCall) -> Any:
        """Make a call for another page and return its result; `call` says what is raised."""
        return await self._run_async(call.operation, call.arguments, call.options, call)

    def sync_transport(self) -> SyncTransport:
        """Return the transport of synchronous calls."""
        pool = self.shared.pool
        try:
            client = pool.sync_client()
        except PoolClosedError:
            raise self._closed() from None
        return SyncTransport(client, pool.library)

    def async_transport(self) -> AsyncTransport:
        """Return the transport of asynchronous calls in the running event loop."""
        pool = self.shared.pool
        try:
            client, loop = pool.async_client()
        except PoolClosedError:
            raise self._closed() from None
        return AsyncTransport(client, pool.library, loop)

    def send(self, call: Call, transport: Transport, span: Any) -> Flow[HTTPResponse]:
        """Send a request that no operation describes, and return its answer, which is read unless it is streamed."""
        response, _ = yield from self._exchanged(call, transport, span)
        return response

    def _exchanged(
        self, call: Call, transport: Transport, span: Any
    ) -> Flow[tuple[HTTPResponse, Answer | None]]:
        """Return the answer of a call and its description, both recorded in the span of the call."""
        if span is not None:
            goes_elsewhere = is_foreign(call.draft.url, call.server_url)
            span.started(call.draft, is_foreign=goes_elsewhere)
        response, answer = yield from exchange(self, call, transport)
        if span is not None:
            span.answered(response)
        return response, answer

    def _closed(self) -> Exception:
        name = self.description.name
        return self.description.errors().base(f"{name}: the client was closed")

    def _run(
        self,
        operation: Operation[Any, Any],
        arguments: Mapping[str, Any],
        options: CallOptions,
        page: PagedCall | None = None,
    ) -> Any:
        with self.span(operation, options) as span:
            call = prepared_call(self, operation, arguments, options, page)
            return run(self._flow(call, self.sync_transport(), span))

    async def _run_async(
        self,
        operation: Operation[Any, Any],
        arguments: Mapping[str, Any],
        options: CallOptions,
        page: PagedCall | None = None,
    ) -> Any:
        with self.span(operation, options) as span:
            call = prepared_call(self, operation, arguments, options, page)
            return await run_async(self._flow(call, self.async_transport(), span))

    def _flow(self, call: Call, transport: Transport, span: Any) -> Flow[Any]:
        response, answer = yield from self._exchanged(call, transport, span)
        return outcome(self, call, response, answer, transport)

    def span(self, operation: Operation[Any, Any], options: CallOptions) -> Any:
        """Return the span of a call, as a context manager; without tracing, one around None."""
        tracing = self.shared.tracing
        if tracing is None:
            return nullcontext()
        url = options.server_url or self.server_url
        return tracing.span(operation.id, operation.method, operation.path, url)

    def _warn(
        self, operation: Operation[Any, Any], arguments: Mapping[str, Any]
    ) -> None:
        """Warn, once in a process for each, of a deprecated operation and of deprecated arguments that are given."""
        if operation.deprecated is not None and _is_first((operation, "")):
            warnings.warn(operation.deprecated, DeprecationWarning, stacklevel=4)
        if operation.deprecated_arguments and operation.request is not None:
            arguments = operation.request.taken_apart(arguments)
        for name, text in operation.deprecated_arguments.items():
            if not is_absent(arguments.get(name)) and _is_first((operation, name)):
                warnings.warn(text, DeprecationWarning, stacklevel=4)


WARNED: set[tuple[Operation[Any, Any], str]] = set()
"""The operations, and the arguments of operations, of whose deprecation this process was warned."""


def _is_first(warning: tuple[Operation[Any, Any], str]) -> bool:
    """Return whether nobody was warned of an operation or argument before."""
    is_first = warning not in WARNED
    WARNED.add(warning)
    return is_first


def _globals(description: ClientDescription, options: ClientOptions) -> dict[str, Any]:
    """Return the values of global parameters that were given, or that the environment has."""
    import os

    values = {
        name: value for name, value in options.globals.items() if not is_absent(value)
    }
    for name, variable in description.global_env.items():
        if name not in values and os.environ.get(variable):
            values[name] = os.environ[variable]
    return values


def _user_agent(description: ClientDescription) -> str:
    """Return the `User-Agent`: package, version, Python, HTTP library."""
    import platform

    python = f"Python/{platform.python_version()}"
    return f"{description.package}/{description.version} {python} {description.http_library}"
