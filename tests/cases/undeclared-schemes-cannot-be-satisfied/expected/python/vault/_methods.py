"""The methods of `Vault` that are in no group."""

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

_GET_STATE: Operation[None, None] = Operation(
    id="getState", method="GET", path="/state", answers=(EmptyAnswer("204"),)
)

_LOCK: Operation[None, None] = Operation(
    id="lock", method="POST", path="/lock", answers=(EmptyAnswer("204"),), security=()
)


class VaultMethods(Group):
    """The methods of `Vault` that are in no group."""

    def get_state(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /state.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            v_client.get_state()
        """
        return self._engine.call(
            _GET_STATE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_state_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /state.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_STATE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def lock(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Nothing can be sent for it.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            v_client.lock()
        """
        return self._engine.call(
            _LOCK,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def lock_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Nothing can be sent for it.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LOCK,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
