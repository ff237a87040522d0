"""The methods of `webhooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST_DOGS: Operation[None, None] = Operation(
    id="listDogs", method="GET", path="/dogs", answers=(EmptyAnswer("204"),)
)


class Webhooks(Group):
    """The methods of `webhooks`."""

    def list_dogs(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /dogs.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            k_client.webhooks.list_dogs()
        """
        return self._engine.call(
            _LIST_DOGS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_dogs_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /dogs.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_DOGS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
