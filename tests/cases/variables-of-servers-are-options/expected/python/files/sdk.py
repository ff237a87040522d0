"""The client of Files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import models
from ._methods import FilesMethods
from ._runtime.absence import UNSET
from ._runtime.client.base_client import BaseClient
from ._runtime.client.description import ClientDescription, Server
from ._runtime.client.options import ClientOptions, ServerChoice
from ._runtime.client.telemetry import open_telemetry
from .hooks import register_hooks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from ._responses.sdk import FilesWithRawResponse, FilesWithStreamingResponse
    from ._runtime.absence import Unset
    from ._runtime.client.debugging import DebugLogger
    from ._runtime.client.protocols import AsyncHTTPClient, HTTPClient
    from ._runtime.client.retry_config import RetryConfig

_DESCRIPTION = ClientDescription(
    name="Files",
    package="files",
    version="1",
    env_prefix="FILES",
    http_library="httpx2",
    errors=lambda: models.ERRORS,
    servers=(
        Server(
            "https://{region}.api.example.com/{version}",
            variables={"region": "eu", "version": "v1"},
            choices={"region": ("eu", "us")},
        ),
    ),
    register_hooks=register_hooks,
    tracing=open_telemetry,
)


class Files(BaseClient, FilesMethods):
    """Files"""

    def __init__(
        self,
        *,
        server_idx: int | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        region: Literal["eu", "us", "asia"] | None = None,
        version: str | None = None,
        stage: Literal["live", "test"] | None = None,
        client: HTTPClient | None = None,
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
            region: The variable `region` of the server's URL: Where files are stored.
            version: The variable `version` of the server's URL.
            stage: The variable `stage` of the server's URL.
            client: An `httpx2.Client` of your own; it is never closed.
            async_client: An `httpx2.AsyncClient` of your own; it is never closed.
            retry_config: Which failures are tried again, and when; `None` turns that
                off.
            timeout_ms: How many milliseconds an attempt may take.
            debug_logger: Where requests and answers are logged, without credentials;
                `FILES_DEBUG` turns it on, too.
        """
        super().__init__(
            _DESCRIPTION,
            ClientOptions(
                server=ServerChoice(
                    None,
                    server_idx,
                    server_url,
                    url_params,
                    variables={"region": region, "version": version, "stage": stage},
                ),
                retries=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
            ),
            client=client,
            async_client=async_client,
        )

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same methods; each returns the answer's status and headers beside its parsed content."""
        from ._responses.sdk import FilesWithRawResponse

        return FilesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        """The same methods; each is a context manager around an answer whose content is not read yet."""
        from ._responses.sdk import FilesWithStreamingResponse

        return FilesWithStreamingResponse(self._engine)
