"""The methods of `account`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_ME: Operation[None, None] = Operation(
    id="me",
    method="GET",
    path="/me",
    answers=(EmptyAnswer("204"),),
    security=(
        {"login": ()},
        {},
    ),
)


class Account(Group):
    """The methods of `account`."""

    def me(
        self,
        *,
        security: models.MeSecurity | dicts.MeSecurityTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /me.

        Args:
            security: The credentials of this call.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            v_client.account.me(
                security=models.MeSecurity(
                    login=models.SchemeLogin(
                        username=os.getenv("VAULT_USERNAME", ""),
                        password=os.getenv("VAULT_PASSWORD", ""),
                    ),
                ),
            )
        """
        return self._engine.call(
            _ME,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers, security),
        )

    async def me_async(
        self,
        *,
        security: models.MeSecurity | dicts.MeSecurityTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /me.

        Args:
            security: The credentials of this call.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ME,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers, security),
        )
