"""The client of Acme Photos."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import errors
from ._runtime.absence import UNSET
from ._runtime.client.base_client import BaseClient
from ._runtime.client.description import ClientDescription, Server
from ._runtime.client.oauth2 import ClientCredentials
from ._runtime.client.options import ClientOptions, ServerChoice
from ._runtime.client.security import APIKey, Basic, Bearer
from .hooks import register_hooks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts, models
    from ._responses.sdk import AcmePhotosWithRawResponse, AcmePhotosWithStreamingResponse
    from ._runtime.absence import Unset
    from ._runtime.client.debugging import DebugLogger
    from ._runtime.client.retry_config import RetryConfig
    from ._runtime.client.protocols import AsyncHTTPClient, HTTPClient
    from ._runtime.credentials import Credential
    from .albums import Albums
    from .chat import Chat
    from .photos import Photos

_DESCRIPTION = ClientDescription(
    name="AcmePhotos",
    package="acme-photos",
    version="1.4.0",
    env_prefix="ACMEPHOTOS",
    http_library="httpx2",
    errors=lambda: errors.ERRORS,
    servers=(
        Server("https://{region}.photos.example.com/v1", id="production", variables={"region": "eu"}),
        Server("https://staging.photos.example.com/v1", id="staging"),
    ),
    security_schemes={
        "ApiKey": APIKey("header", "X-Api-Key", field="api_key", env={"": "ACMEPHOTOS_API_KEY"}),
        "Login": Basic(field="login", env={"username": "ACMEPHOTOS_USERNAME", "password": "ACMEPHOTOS_PASSWORD"}),
        "Token": Bearer(field="token", env={"": "ACMEPHOTOS_TOKEN"}),
        "OAuth": ClientCredentials(
            field="oauth",
            token_url="/oauth/token",
            env={"client_id": "ACMEPHOTOS_CLIENT_ID", "client_secret": "ACMEPHOTOS_CLIENT_SECRET"},
        ),
    },
    security=({"ApiKey": ()}, {"Token": ()}),
    global_env={"tenant": "ACMEPHOTOS_TENANT"},
    register_hooks=register_hooks,
)


class AcmePhotos(BaseClient):
    """Albums, photos and what is said about them.

    Every method has a twin whose name ends in `_async`. A client is made once and shared: it is safe to use from
    several threads, and it opens its connections when the first call is made.
    """

    def __init__(
        self,
        api_key: Credential | None = None,
        *,
        security: models.Security | dicts.SecurityTypedDict | None = None,
        tenant: str | None = None,
        server: str | None = None,
        server_idx: int | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        region: str | None = None,
        client: HTTPClient | None = None,
        async_client: AsyncHTTPClient | None = None,
        retry_config: RetryConfig | Unset | None = UNSET,
        timeout_ms: int | None = None,
        debug_logger: DebugLogger | None = None,
    ) -> None:
        """Make a client; no connection is opened yet.

        Args:
            api_key: The key of your account, or a function that returns it; `ACMEPHOTOS_API_KEY` where it is not given.
            security: The credentials, where one key is not enough.
            tenant: The tenant that all calls are made for; `ACMEPHOTOS_TENANT` where it is not given.
            server: The server to call, by name: `production` or `staging`.
            server_idx: The server to call, by its index.
            server_url: Another URL to call; `ACMEPHOTOS_SERVER_URL` where no server is chosen.
            url_params: Values of the variables of `server_url`.
            region: The region of the server.
            client: An `httpx2.Client` of your own; it is never closed.
            async_client: An `httpx2.AsyncClient` of your own; it is never closed.
            retry_config: Which failures are tried again, and when; `None` turns that off.
            timeout_ms: How many milliseconds an attempt may take.
            debug_logger: Where requests and answers are logged, without credentials; `ACMEPHOTOS_DEBUG` turns it on, too.
        """
        super().__init__(
            _DESCRIPTION,
            ClientOptions(
                credentials={"ApiKey": api_key},
                security=security,
                globals={"tenant": tenant},
                server=ServerChoice(server, server_idx, server_url, url_params, variables={"region": region}),
                retries=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
            ),
            client=client,
            async_client=async_client,
        )

    @cached_property
    def albums(self) -> Albums:
        """Albums hold photos."""
        from .albums import Albums

        return Albums(self._engine)

    @cached_property
    def chat(self) -> Chat:
        """Questions about photos, answered by a model."""
        from .chat import Chat

        return Chat(self._engine)

    @cached_property
    def photos(self) -> Photos:
        """Photos, from upload to removal."""
        from .photos import Photos

        return Photos(self._engine)

    @cached_property
    def with_raw_response(self) -> AcmePhotosWithRawResponse:
        """The same methods; each returns the answer's status and headers beside its parsed content."""
        from ._responses.sdk import AcmePhotosWithRawResponse

        return AcmePhotosWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AcmePhotosWithStreamingResponse:
        """The same methods; each is a context manager around an answer whose content is not read yet."""
        from ._responses.sdk import AcmePhotosWithStreamingResponse

        return AcmePhotosWithStreamingResponse(self._engine)
