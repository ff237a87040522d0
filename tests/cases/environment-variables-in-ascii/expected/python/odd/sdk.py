"""The client of Ödd API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import models
from ._methods import ÖddAPIMethods
from ._runtime.absence import UNSET
from ._runtime.client.base_client import BaseClient
from ._runtime.client.description import ClientDescription, Server
from ._runtime.client.options import ClientOptions, ServerChoice
from ._runtime.client.security import APIKey
from ._runtime.client.telemetry import open_telemetry
from .hooks import register_hooks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from . import dicts
    from ._responses.sdk import ÖddAPIWithRawResponse, ÖddAPIWithStreamingResponse
    from ._runtime.absence import Unset
    from ._runtime.client.debugging import DebugLogger
    from ._runtime.client.protocols import AsyncHTTPClient, HTTPClient
    from ._runtime.client.retry_config import RetryConfig
    from ._runtime.credentials import Credential

_DESCRIPTION = ClientDescription(
    name="ÖddAPI",
    package="odd",
    version="1.0.0.dev0",
    env_prefix="ODDAPI",
    http_library="httpx2",
    errors=lambda: models.ERRORS,
    servers=(Server("https://api.example.com"),),
    security_schemes={
        "schlüssel": APIKey(
            "header", "X-Key", field="schlüssel", env={"": "ODDAPI_SCHLUSSEL"}
        )
    },
    security=({"schlüssel": ()},),
    register_hooks=register_hooks,
    tracing=open_telemetry,
)


class ÖddAPI(BaseClient, ÖddAPIMethods):
    """Ödd API"""

    def __init__(
        self,
        schlüssel: Credential | None = None,
        *,
        security: (
            models.Security
            | dicts.SecurityTypedDict
            | Callable[[], models.Security | Awaitable[models.Security]]
            | None
        ) = None,
        server_idx: int | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        client: HTTPClient | None = None,
        async_client: AsyncHTTPClient | None = None,
        retry_config: RetryConfig | None | Unset = UNSET,
        timeout_ms: int | None = None,
        debug_logger: DebugLogger | None = None,
    ) -> None:
        """Make a client; no connection is opened yet.

        Args:
            schlüssel: The credential, or a function that returns it; `ODDAPI_SCHLUSSEL`
                where it is not given.
            security: The credentials of the client, or a function that returns them,
                called for each attempt.
            server_idx: The server to call, by its index.
            server_url: Another URL to call.
            url_params: Values of the variables of `server_url`.
            client: An `httpx2.Client` of your own; it is never closed.
            async_client: An `httpx2.AsyncClient` of your own; it is never closed.
            retry_config: Which failures are tried again, and when; `None` turns that
                off.
            timeout_ms: How many milliseconds an attempt may take.
            debug_logger: Where requests and answers are logged, without credentials;
                `ODDAPI_DEBUG` turns it on, too.
        """
        super().__init__(
            _DESCRIPTION,
            ClientOptions(
                credentials={"schlüssel": schlüssel},
                security=security,
                server=ServerChoice(None, server_idx, server_url, url_params),
                retries=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
            ),
            client=client,
            async_client=async_client,
        )

    @cached_property
    def with_raw_response(self) -> ÖddAPIWithRawResponse:
        """The same methods; each returns the answer's status and headers beside its parsed content."""
        from ._responses.sdk import ÖddAPIWithRawResponse

        return ÖddAPIWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> ÖddAPIWithStreamingResponse:
        """The same methods; each is a context manager around an answer whose content is not read yet."""
        from ._responses.sdk import ÖddAPIWithStreamingResponse

        return ÖddAPIWithStreamingResponse(self._engine)
