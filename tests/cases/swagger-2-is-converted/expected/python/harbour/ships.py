"""The methods of `ships`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, ErrorAnswer, JSONAnswer
from ._runtime.client.binary import BinaryAnswer, BinaryStream, BinaryStreamAsync
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.engine import Group
from ._runtime.client.multipart import MultipartBody, Part
from ._runtime.client.operation import Operation, PathArgument, QueryArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.options import RetryConfig

_LIST_SHIPS: Operation[models.ListShipsResponse, models.ListShipsResponse] = Operation(
    id="listShips",
    method="GET",
    path="/ships",
    arguments=(
        QueryArgument("limit"),
        QueryArgument("kinds"),
        QueryArgument("ids", explode=False),
        QueryArgument("flags", explode=False),
    ),
    answers=(
        JSONAnswer(
            "200",
            lambda: list[models.Ship],
            headers_type=lambda: models.ListShipsResponse,
        ),
        ErrorAnswer("404", lambda: models.Error),
    ),
)

_ADD_SHIP: Operation[None, None] = Operation(
    id="addShip",
    method="POST",
    path="/ships",
    arguments=(QueryArgument("limit"),),
    body=Body(
        (JSONBody(lambda: models.Ship),),
        fields={"kind": "kind", "name": "name", "owner": "owner"},
        nullable=("owner",),
    ),
    answers=(EmptyAnswer("201"),),
)

_SEND_PAPERS: Operation[BinaryStream, BinaryStreamAsync] = Operation(
    id="sendPapers",
    method="POST",
    path="/ships/{id}/papers",
    arguments=(PathArgument("id"),),
    body=Body(
        (
            MultipartBody(
                lambda: models.SendPapersRequestBody,
                {
                    "paper": Part(is_file=True),
                    "labels": Part(style="form", explode=False),
                },
            ),
        ),
        fields={"paper": "paper", "labels": "labels"},
    ),
    answers=(BinaryAnswer("200", "application/pdf"),),
)


class Ships(Group):
    """The methods of `ships`."""

    def list_ships(
        self,
        *,
        limit: int | None = None,
        kinds: list[str] | None = None,
        ids: list[int] | None = None,
        flags: list[str] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListShipsResponse:
        """GET /ships.

        Args:
            limit: Default 10.
            kinds:
            ids:
            flags:
            retries: Which failures are tried again; the client's rule where it is not given.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.Error: 404.
            models.APIError: Any other answer that is no success.
        """
        return self._engine.call(
            _LIST_SHIPS,
            {"limit": limit, "kinds": kinds, "ids": ids, "flags": flags},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_ships_async(
        self,
        *,
        limit: int | None = None,
        kinds: list[str] | None = None,
        ids: list[int] | None = None,
        flags: list[str] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListShipsResponse:
        """GET /ships. `list_ships` says more."""
        return await self._engine.call_async(
            _LIST_SHIPS,
            {"limit": limit, "kinds": kinds, "ids": ids, "flags": flags},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def add_ship(
        self,
        *,
        kind: str,
        name: str,
        limit: int | None = None,
        owner: str | None | Unset = UNSET,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /ships.

        Args:
            kind:
            name:
            limit: Default 10.
            owner:
            retries: Which failures are tried again; the client's rule where it is not given.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: Any other answer that is no success.
        """
        return self._engine.call(
            _ADD_SHIP,
            {"kind": kind, "name": name, "limit": limit, "owner": owner},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def add_ship_async(
        self,
        *,
        kind: str,
        name: str,
        limit: int | None = None,
        owner: str | None | Unset = UNSET,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /ships. `add_ship` says more."""
        return await self._engine.call_async(
            _ADD_SHIP,
            {"kind": kind, "name": name, "limit": limit, "owner": owner},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def send_papers(
        self,
        *,
        id: str,
        paper: models.Paper | dicts.PaperTypedDict,
        labels: list[str] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryStream:
        """POST /ships/{id}/papers.

        Args:
            id:
            paper: The scan
            labels:
            retries: Which failures are tried again; the client's rule where it is not given.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: Any other answer that is no success.
        """
        return self._engine.call(
            _SEND_PAPERS,
            {"id": id, "paper": paper, "labels": labels},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def send_papers_async(
        self,
        *,
        id: str,
        paper: models.Paper | dicts.PaperTypedDict,
        labels: list[str] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryStreamAsync:
        """POST /ships/{id}/papers. `send_papers` says more."""
        return await self._engine.call_async(
            _SEND_PAPERS,
            {"id": id, "paper": paper, "labels": labels},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
