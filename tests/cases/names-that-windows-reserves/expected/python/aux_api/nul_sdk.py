"""The methods of `nul`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import JSONAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_AUX: Operation[models.Prn, models.Prn] = Operation(
    id="aux",
    method="GET",
    path="/nul",
    answers=(JSONAnswer("200", lambda: models.Prn),),
)


class NulSDK(Group):
    """The methods of `nul`."""

    def aux(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Prn:
        """GET /nul.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = aux_client.nul.aux()
        """
        return self._engine.call(
            _AUX,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def aux_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Prn:
        """GET /nul.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _AUX,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
