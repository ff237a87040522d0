"""The client of Acme."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import models
from ._methods import AcmeMethods, AsyncAcmeMethods
from ._runtime.absence import UNSET
from ._runtime.client.async_client import AsyncClient
from ._runtime.client.base_client import SyncClient
from ._runtime.client.description import ClientDescription, Server
from ._runtime.client.options import ClientOptions, ServerChoice
from ._runtime.client.telemetry import open_telemetry
from .hooks import register_hooks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._responses.sdk import (
        AcmeWithRawResponse,
        AcmeWithStreamingResponse,
        AsyncAcmeWithRawResponse,
        AsyncAcmeWithStreamingResponse,
    )
    from ._runtime.absence import Unset
    from ._runtime.client.debugging import DebugLogger
    from ._runtime.client.protocols import AsyncHTTPClient, HTTPClient
    from ._runtime.client.retry_config import RetryConfig
    from .jobs import AsyncJobs, Jobs

_DESCRIPTION = ClientDescription(
    name="Acme",
    package="acme",
    version="1.0.0",
    env_prefix="ACME",
    http_library="httpx2",
    errors=lambda: models.ERRORS,
    servers=(Server("https://acme.example"),),
    register_hooks=register_hooks,
    tracing=open_telemetry,
)


class Acme(SyncClient, AcmeMethods):
    """Acme"""

    def __init__(
        self,
        *,
        server_idx: int | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        client: HTTPClient | None = None,
        retry_config: RetryConfig | None | Unset = UNSET,
        timeout_ms: int | None = None,
        debug_logger: DebugLogger | None = None,
    ) -> None:
        """Make a client; no connection is opened yet.

        Args:
            server_idx: The server to call, by its index.
            server_url: Another URL to call.
            url_params: Values of the variables of `server_url`.
            client: An `httpx2.Client` of your own; it is never closed.
            retry_config: Which failures are tried again, and when; `None` turns that
                off.
            timeout_ms: How many milliseconds an attempt may take.
            debug_logger: Where requests and answers are logged, without credentials;
                `ACME_DEBUG` turns it on, too.
        """
        super().__init__(
            _DESCRIPTION,
            ClientOptions(
                server=ServerChoice(None, server_idx, server_url, url_params),
                retries=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
            ),
            client=client,
        )

    @cached_property
    def jobs(self) -> Jobs:
        """The methods of `jobs`."""
        from .jobs import Jobs

        return Jobs(self._engine)

    @cached_property
    def with_raw_response(self) -> AcmeWithRawResponse:
        """The same methods; each returns the answer's status and headers beside its parsed content."""
        from ._responses.sdk import AcmeWithRawResponse

        return AcmeWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AcmeWithStreamingResponse:
        """The same methods; each is a context manager around an answer whose content is not read yet."""
        from ._responses.sdk import AcmeWithStreamingResponse

        return AcmeWithStreamingResponse(self._engine)


class AsyncAcme(AsyncClient, AsyncAcmeMethods):
    """Acme"""

    def __init__(
        self,
        *,
        server_idx: int | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        async_client: AsyncHTTPClient | None = None,
        retry_config: RetryConfig | None | Unset = UNSET,
        timeout_ms: int | None = None,
        debug_logger: DebugLogger | None = None,
    ) -> None:
        """Make a client; no connection is opened yet.

        Args:
            server_idx: The server to call, by its index.
            server_url: Another URL to call.
            url_params: Values of the variables of `server_url`.
            async_client: An `httpx2.AsyncClient` of your own; it is never closed.
            retry_config: Which failures are tried again, and when; `None` turns that
                off.
            timeout_ms: How many milliseconds an attempt may take.
            debug_logger: Where requests and answers are logged, without credentials;
                `ACME_DEBUG` turns it on, too.
        """
        super().__init__(
            _DESCRIPTION,
            ClientOptions(
                server=ServerChoice(None, server_idx, server_url, url_params),
                retries=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
            ),
            async_client=async_client,
        )

    @cached_property
    def jobs(self) -> AsyncJobs:
        """The methods of `jobs`."""
        from .jobs import AsyncJobs

        return AsyncJobs(self._engine)

    @cached_property
    def with_raw_response(self) -> AsyncAcmeWithRawResponse:
        """The same methods; each returns the answer's status and headers beside its parsed content."""
        from ._responses.sdk import AsyncAcmeWithRawResponse

        return AsyncAcmeWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncAcmeWithStreamingResponse:
        """The same methods; each is a context manager around an answer whose content is not read yet."""
        from ._responses.sdk import AsyncAcmeWithStreamingResponse

        return AsyncAcmeWithStreamingResponse(self._engine)
