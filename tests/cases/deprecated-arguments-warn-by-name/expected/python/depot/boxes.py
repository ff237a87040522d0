"""The methods of `boxes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, QueryArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_ADD_BOX: Operation[None, None] = Operation(
    id="addBox",
    method="POST",
    path="/boxes",
    arguments=(
        QueryArgument("fast", type=lambda: bool),
        QueryArgument("slow", type=lambda: bool),
    ),
    body=Body((JSONBody(lambda: models.AddBoxRequestBody),), fields=("size", "width")),
    answers=(EmptyAnswer("204"),),
    deprecated="`add_box` is deprecated.",
    deprecated_arguments={
        "fast": "`fast` of `add_box` is deprecated.",
        "slow": "`slow` of `add_box` is deprecated. Wait instead.",
        "size": "`size` of `add_box` is deprecated. Use width.",
    },
)


class Boxes(Group):
    """The methods of `boxes`."""

    @deprecated("`add_box` is deprecated.", category=None)
    def add_box(
        self,
        *,
        fast: bool | None = None,
        slow: bool | None = None,
        size: int | None = None,
        width: int | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /boxes.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.boxes.add_box()
        """
        return self._engine.call(
            _ADD_BOX,
            {"fast": fast, "slow": slow, "size": size, "width": width},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @deprecated("`add_box` is deprecated.", category=None)
    async def add_box_async(
        self,
        *,
        fast: bool | None = None,
        slow: bool | None = None,
        size: int | None = None,
        width: int | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /boxes.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ADD_BOX,
            {"fast": fast, "slow": slow, "size": size, "width": width},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
