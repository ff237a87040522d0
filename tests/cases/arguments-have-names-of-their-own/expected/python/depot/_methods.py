"""The methods of `Depot` that are in no group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import (
    HeaderArgument,
    Operation,
    PathArgument,
    QueryArgument,
)
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_MOVE_SHELF: Operation[None, None] = Operation(
    id="moveShelf",
    method="PUT",
    path="/shelves/{row}",
    arguments=(
        PathArgument("row"),
        QueryArgument("row_2", "row", type=lambda: int),
        HeaderArgument("row_3", "row"),
        QueryArgument("retries_2", "retries", type=lambda: int),
        QueryArgument("server_url_2", "server_url"),
        QueryArgument("self_", "self"),
        QueryArgument("options"),
    ),
    body=Body(
        (JSONBody(lambda: models.MoveShelfRequestBody),),
        fields=("row_4", "http_headers_2"),
        attributes={"row_4": "row", "http_headers_2": "http_headers"},
    ),
    answers=(EmptyAnswer("204"),),
)


class DepotMethods(Group):
    """The methods of `Depot` that are in no group."""

    def move_shelf(
        self,
        *,
        row: str,
        row_2: int,
        retries_2: int,
        row_4: str,
        row_3: str | None = None,
        server_url_2: str | None = None,
        self_: str | None = None,
        options: str | None = None,
        http_headers_2: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /shelves/{row}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            d_client.move_shelf(row="A", row_2=4, retries_2=3, row_4="B")
        """
        return self._engine.call(
            _MOVE_SHELF,
            {
                "row": row,
                "row_2": row_2,
                "retries_2": retries_2,
                "row_4": row_4,
                "row_3": row_3,
                "server_url_2": server_url_2,
                "self_": self_,
                "options": options,
                "http_headers_2": http_headers_2,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def move_shelf_async(
        self,
        *,
        row: str,
        row_2: int,
        retries_2: int,
        row_4: str,
        row_3: str | None = None,
        server_url_2: str | None = None,
        self_: str | None = None,
        options: str | None = None,
        http_headers_2: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /shelves/{row}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _MOVE_SHELF,
            {
                "row": row,
                "row_2": row_2,
                "retries_2": retries_2,
                "row_4": row_4,
                "row_3": row_3,
                "server_url_2": server_url_2,
                "self_": self_,
                "options": options,
                "http_headers_2": http_headers_2,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
