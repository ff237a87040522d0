"""The methods of `船`."""

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
    from .港 import 港 as _港

_LIST_SHIPS: Operation[None, None] = Operation(
    id="listShips", method="GET", path="/ships", answers=(EmptyAnswer("204"),)
)


class 船(Group):
    """The methods of `船`."""

    @cached_property
    def 港(self) -> _港:
        """The methods of `船.港`."""
        from .港 import 港

        return 港(self._engine)

    def list_ships(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /ships.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            s_client.船.list_ships()
        """
        return self._engine.call(
            _LIST_SHIPS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_ships_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /ships.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_SHIPS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
