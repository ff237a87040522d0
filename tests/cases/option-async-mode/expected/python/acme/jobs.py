"""The methods of `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.absence import UNSET
from ._runtime.client.answers import JSONAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST_JOBS: Operation[list[str], list[str]] = Operation(
    id="listJobs",
    method="GET",
    path="/jobs",
    answers=(JSONAnswer("200", lambda: list[str]),),
)


class Jobs(Group):
    """The methods of `jobs`."""

    def list_jobs(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[str]:
        """List the jobs.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.jobs.list_jobs()
        """
        return self._engine.call(
            _LIST_JOBS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )


class AsyncJobs(Group):
    """The methods of `jobs`."""

    async def list_jobs(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[str]:
        """List the jobs.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_JOBS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
