"""The base of clients whose calls are all asynchronous."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ..absence import UNSET
from .base_client import ClientBase
from .options import CallOptions

if TYPE_CHECKING:
    from .protocols import HTTPResponse

_Self = TypeVar("_Self", bound="AsyncClient")


class AsyncClient(ClientBase):
    """A client with asynchronous calls."""

    async def request(
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
        from .free_request import call_of, sent_async

        options = CallOptions(timeout_ms=timeout_ms, http_headers=http_headers)
        call = call_of(
            self._engine, method, path, options, query=query, json=json, content=content
        )
        return await sent_async(self._engine, call)

    async def aclose(self) -> None:
        """Close all connections. A client of your own stays open."""
        await self._engine.shared.pool.aclose()

    async def __aenter__(self: _Self) -> _Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()
