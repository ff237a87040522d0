"""The client of Orq image API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.base_client import BaseClient
from ._runtime.client.description import ClientDescription, Server
from ._runtime.client.options import ClientOptions, ServerChoice
from ._runtime.client.security import Bearer
from ._runtime.client.telemetry import open_telemetry
from .hooks import register_hooks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from . import dicts
    from ._responses.sdk import (
        OrqImageAPIWithRawResponse,
        OrqImageAPIWithStreamingResponse,
    )
    from ._runtime.absence import Unset
    from ._runtime.client.debugging import DebugLogger
    from ._runtime.client.protocols import AsyncHTTPClient, HTTPClient
    from ._runtime.client.retry_config import RetryConfig
    from ._runtime.credentials import Credential
    from .proxy import Proxy

_DESCRIPTION = ClientDescription(
    name="OrqImageAPI",
    package="orq-images",
    version="2.0",
    env_prefix="ORQIMAGEAPI",
    http_library="httpx2",
    errors=lambda: models.ERRORS,
    servers=(Server("https://my.orq.ai"),),
    security_schemes={
        "ApiKey": Bearer(field="api_key", env={"": "ORQIMAGEAPI_API_KEY"})
    },
    security=({"ApiKey": ()},),
    register_hooks=register_hooks,
    tracing=open_telemetry,
)


class OrqImageAPI(BaseClient):
    """Orq image API: Create, edit and vary images, and chat about them, through one gateway.

    Guides and reference of the Orq platform
    <https://docs.orq.ai>
    """

    def __init__(
        self,
        api_key: Credential | None = None,
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
            api_key: The credential, or a function that returns it;
                `ORQIMAGEAPI_API_KEY` where it is not given.
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
                `ORQIMAGEAPI_DEBUG` turns it on, too.
        """
        super().__init__(
            _DESCRIPTION,
            ClientOptions(
                credentials={"ApiKey": api_key},
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
    def proxy(self) -> Proxy:
        """The methods of `proxy`."""
        from .proxy import Proxy

        return Proxy(self._engine)

    @cached_property
    def with_raw_response(self) -> OrqImageAPIWithRawResponse:
        """The same methods; each returns the answer's status and headers beside its parsed content."""
        from ._responses.sdk import OrqImageAPIWithRawResponse

        return OrqImageAPIWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> OrqImageAPIWithStreamingResponse:
        """The same methods; each is a context manager around an answer whose content is not read yet."""
        from ._responses.sdk import OrqImageAPIWithStreamingResponse

        return OrqImageAPIWithStreamingResponse(self._engine)
