"""The methods of `crates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, PathArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_GET_CRATE: Operation[None, None] = Operation(
    id="getCrate",
    method="GET",
    path="/crates/{id}",
    arguments=(PathArgument("id"),),
    answers=(EmptyAnswer("204"),),
)

_GET_CRATE2: Operation[None, None] = Operation(
    id="get_crate", method="GET", path="/crates/by-label", answers=(EmptyAnswer("204"),)
)

_GET_CRATE3: Operation[None, None] = Operation(
    id="GetCRATE", method="GET", path="/crates/by-weight", answers=(EmptyAnswer("204"),)
)

_GET_CRATE_ASYNC2: Operation[None, None] = Operation(
    id="getCrateAsync",
    method="GET",
    path="/crates/later",
    answers=(EmptyAnswer("204"),),
)


class Crates(Group):
    """The methods of `crates`."""

    def get_crate(
        self,
        *,
        id: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/{id}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.crates.get_crate(id="<id>")
        """
        return self._engine.call(
            _GET_CRATE,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_crate_async(
        self,
        *,
        id: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/{id}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_CRATE,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_crate2(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/by-label.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.crates.get_crate2()
        """
        return self._engine.call(
            _GET_CRATE2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_crate2_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/by-label.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_CRATE2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_crate3(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/by-weight.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.crates.get_crate3()
        """
        return self._engine.call(
            _GET_CRATE3,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_crate3_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/by-weight.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_CRATE3,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_crate_async2(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/later.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.crates.get_crate_async2()
        """
        return self._engine.call(
            _GET_CRATE_ASYNC2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_crate_async2_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /crates/later.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_CRATE_ASYNC2,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
