"""The methods of `dogs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_REGISTER: Operation[models.Dog, models.Dog] = Operation(
    id="register",
    method="POST",
    path="/dogs",
    body=Body(
        (JSONBody(lambda: models.Dog),),
        fields=("name", "born", "size", "nickname"),
        nullable=("nickname",),
    ),
    answers=(JSONAnswer("201", lambda: models.Dog),),
)


class Dogs(Group):
    """The methods of `dogs`."""

    def register(
        self,
        *,
        name: str,
        born: date | str | None = None,
        size: models.Size | None = None,
        nickname: str | None | Unset = UNSET,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Dog:
        """Register a dog.

        Args:
            name: What it listens to.
            size: Default "medium".
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = k_client.dogs.register(name="Laika", born="2021-04-12", size="medium")
        """
        return self._engine.call(
            _REGISTER,
            {"name": name, "born": born, "size": size, "nickname": nickname},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def register_async(
        self,
        *,
        name: str,
        born: date | str | None = None,
        size: models.Size | None = None,
        nickname: str | None | Unset = UNSET,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Dog:
        """Register a dog.

        Args:
            name: What it listens to.
            size: Default "medium".
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _REGISTER,
            {"name": name, "born": born, "size": size, "nickname": nickname},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
