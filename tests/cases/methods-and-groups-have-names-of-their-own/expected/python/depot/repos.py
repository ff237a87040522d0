"""The methods of `repos`."""

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
    from .diff import Diff

_DIFF: Operation[None, None] = Operation(
    id="diff", method="GET", path="/repos/diff", answers=(EmptyAnswer("204"),)
)


class Repos(Group):
    """The methods of `repos`."""

    @cached_property
    def diff2(self) -> Diff:
        """The methods of `repos.diff2`."""
        from .diff import Diff

        return Diff(self._engine)

    def diff(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /repos/diff.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.repos.diff()
        """
        return self._engine.call(
            _DIFF,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def diff_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /repos/diff.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _DIFF,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
