# Typewright's runtime, copied as it is; its digest is bb8ad6220dc68742.
"""The base classes of clients: options, undeclared requests, and closing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ..absence import UNSET, Unset
from .options import CallOptions, ClientOptions, ServerChoice

if TYPE_CHECKING:
    from .description import ClientDescription
    from .engine import Engine
    from .hooks import Hooks
    from .protocols import AsyncHTTPClient, HTTPClient, HTTPResponse
    from .retry_config import RetryConfig

_Self = TypeVar("_Self", bound="ClientBase")
_Sync = TypeVar("_Sync", bound="SyncClient")
_Both = TypeVar("_Both", bound="BaseClient")


class ClientBase:
    """A client without calls: connections, options, and the groups that a package adds."""

    def __init__(
        self,
        description: ClientDescription,
        options: ClientOptions,
        *,
        client: HTTPClient | None = None,
        async_client: AsyncHTTPClient | None = None,
    ) -> None:
        from .engine import Engine, SharedState
        from .pool import Pool

        shared = SharedState(Pool(description.http_library, client, async_client))
        if description.tracing is not None:
            shared.tracing = description.tracing(description)
        self._engine: Engine = Engine(description, options, shared)
        if description.register_hooks is not None:
            description.register_hooks(shared.hooks)
        for hook in shared.hooks.on_client_init:
            hook(self)

    @property
    def hooks(self) -> Hooks:
        """The hooks of this client, to which more can be added."""
        return self._engine.shared.hooks

    @property
    def server_url(self) -> str:
        """The URL of the server that is called."""
        return self._engine.server_url

    def with_options(
        self: _Self,
        *,
        retry_config: RetryConfig | Unset | None = UNSET,
        timeout_ms: int | None = None,
        server_url: str | None = None,
        http_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        security: object = None,
    ) -> _Self:
        """Return a client with other options that shares the connections of this one.

        Args:
            retry_config: Which failures are tried again, and when; `None` turns that off.
            timeout_ms: How many milliseconds an attempt may take.
            server_url: The URL to call.
            http_headers: Header fields to send with each call.
            extra_query: Query parameters to send with each call.
            extra_body: Members to add to each JSON object that is sent.
            security: The credentials to use instead of this client's: an object, a dictionary, or a function.

        """
        held = self._engine.options
        server = (
            held.server if server_url is None else ServerChoice(server_url=server_url)
        )
        changes: dict[str, Any] = {
            "retries": held.retries if retry_config is UNSET else retry_config,
            "timeout_ms": held.timeout_ms if timeout_ms is None else timeout_ms,
            "server": server,
            "http_headers": {**held.http_headers, **(http_headers or {})},
            "extra_query": {**held.extra_query, **(extra_query or {})},
            "extra_body": {**held.extra_body, **(extra_body or {})},
        }
        if security is not None:
            changes.update(security=security, credentials={})
        copy = type(self).__new__(type(self))
        copy._engine = self._engine.with_options(**changes)
        return copy

    def __repr__(self) -> str:
        from .redaction import redacted_url

        return f"<{type(self).__name__} {redacted_url(self._engine.server_url)}>"

    def __getstate__(self) -> ClientOptions:
        """Return the options, from which the client is made again. Raise `TypeError` if a client was injected."""
        if self._engine.shared.pool.is_injected:
            raise TypeError(
                f"a {type(self).__name__} with an HTTP client of your own cannot be pickled"
            )
        return self._engine.options

    def __setstate__(self, options: ClientOptions) -> None:
        ClientBase.__init__(self, self._description(), options)

    def _description(self) -> ClientDescription:
        """Return the description of the class, which pickles leave out."""
        import sys

        module = sys.modules[type(self).__module__]
        description: ClientDescription = vars(module)["_DESCRIPTION"]
        return description


class SyncClient(ClientBase):
    """A client with synchronous calls."""

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        content: bytes | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> HTTPResponse:
        """Send a request that the description does not have, with this client's credentials, retries and errors.

        `with_options` gives it another server or another retry rule.

        Args:
            method: The HTTP method.
            path: What follows the server's URL, escaped.
            query: Query parameters.
            json: A value to send as JSON.
            content: Bytes to send.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Header fields to send on top.

        Returns:
            The answer, read.

        Raises:
            ClientError: The status is 400 or above, or no answer came.

        """
        from .free_request import call_of, sent

        options = CallOptions(timeout_ms=timeout_ms, http_headers=http_headers)
        call = call_of(
            self._engine, method, path, options, query=query, json=json, content=content
        )
        return sent(self._engine, call)

    def close(self) -> None:
        """Close all connections. A client of your own stays open."""
        self._engine.shared.pool.close()

    def __enter__(self: _Sync) -> _Sync:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class BaseClient(SyncClient):
    """A client with calls of both kinds."""

    async def request_async(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        content: bytes | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> HTTPResponse:
        """Send a request that the description does not have; `request` says more."""
        from .free_request import call_of, sent_async

        options = CallOptions(timeout_ms=timeout_ms, http_headers=http_headers)
        call = call_of(
            self._engine, method, path, options, query=query, json=json, content=content
        )
        return await sent_async(self._engine, call)

    async def aclose(self) -> None:
        """Close all connections, those of asynchronous methods too. A client of your own stays open."""
        await self._engine.shared.pool.aclose()

    async def __aenter__(self: _Both) -> _Both:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()
