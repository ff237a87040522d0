"""The methods of `stock`."""

from __future__ import annotations

from functools import cached_property
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
    from .books import Books

_PURGE_BOOKS: Operation[None, None] = Operation(
    id="purgeBooks", method="PURGE", path="/books", answers=(EmptyAnswer("204"),)
)


class Stock(Group):
    """The methods of `stock`."""

    @cached_property
    def books(self) -> Books:
        """Everything with pages."""
        from .books import Books

        return Books(self._engine)

    def purge_books(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PURGE /books.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            l_client.stock.purge_books()
        """
        return self._engine.call(
            _PURGE_BOOKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def purge_books_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PURGE /books.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _PURGE_BOOKS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
