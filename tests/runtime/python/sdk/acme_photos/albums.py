"""Albums hold photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors, models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, ErrorAnswer, JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import HeaderArgument, Operation, PathArgument, QueryArgument
from ._runtime.client.options import CallOptions
from ._runtime.client.retry_config import RetryConfig, RetryRule
from ._runtime.client.paging import CursorPaging, ItemPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset

_CREATE: Operation[models.Album, models.Album] = Operation(
    id="createAlbum",
    method="POST",
    path="/albums",
    arguments=(HeaderArgument("tenant", "X-Tenant"),),
    body=Body((JSONBody(lambda: models.CreateAlbum),), fields=("title", "tags", "filter_"), attributes={"filter_": "filter"}),
    answers=(
        JSONAnswer("201", lambda: models.Album),
        ErrorAnswer("422", lambda: errors.Problem, media_type="application/problem+json"),
    ),
    idempotency_header="Idempotency-Key",
    retry=RetryRule(RetryConfig("none"), codes=("429", "5XX")),
)

_GET: Operation[models.Album, models.Album] = Operation(
    id="getAlbum",
    method="GET",
    path="/albums/{id}",
    arguments=(
        PathArgument("id"),
        QueryArgument("fields", explode=False),
        QueryArgument("filter_", "filter", style="deepObject", type=lambda: models.AlbumFilter),
        HeaderArgument("tenant", "X-Tenant"),
    ),
    answers=(JSONAnswer("200", lambda: models.Album), ErrorAnswer("404", lambda: errors.NotFound)),
)

_LIST: Operation[ItemPage[models.AlbumList, models.Album] | None, ItemPage[models.AlbumList, models.Album] | None] = Operation(
    id="listAlbums",
    method="GET",
    path="/albums",
    arguments=(QueryArgument("cursor"), QueryArgument("limit"), HeaderArgument("tenant", "X-Tenant")),
    answers=(JSONAnswer("200", lambda: models.AlbumList),),
    paging=CursorPaging(argument="cursor", next_cursor="$.next_cursor", items="$.albums"),
)

_DELETE: Operation[None, None] = Operation(
    id="deleteAlbum",
    method="DELETE",
    path="/albums/{id}",
    arguments=(PathArgument("id"), HeaderArgument("tenant", "X-Tenant")),
    answers=(EmptyAnswer("204"), ErrorAnswer("404", lambda: errors.NotFound)),
    security=({"Login": ()}, {"OAuth": ("albums:write",)}),
)


class Albums(Group):
    """Albums hold photos."""

    def create(
        self,
        *,
        title: str,
        tags: list[str] | None = None,
        filter_: models.AlbumFilter | dicts.AlbumFilterTypedDict | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Album:
        """Create an album.

        Args:
            title: What the album is called.
            tags: Words to find the album by.
            filter_: Which photos the album gathers by itself.
            retries: Which failures are tried again; the client's rule where it is not given.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            errors.Problem: 422.
            errors.APIError: Any other answer that is no success.
            errors.NoResponseError: No answer came.
        """
        return self._engine.call(
            _CREATE,
            {"title": title, "tags": tags, "filter_": filter_},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def create_async(
        self,
        *,
        title: str,
        tags: list[str] | None = None,
        filter_: models.AlbumFilter | dicts.AlbumFilterTypedDict | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Album:
        """Create an album; `create` says more."""
        return await self._engine.call_async(
            _CREATE,
            {"title": title, "tags": tags, "filter_": filter_},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get(
        self,
        *,
        id: str,
        fields: list[str] | None = None,
        filter_: models.AlbumFilter | dicts.AlbumFilterTypedDict | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Album:
        """Get an album."""
        return self._engine.call(
            _GET,
            {"id": id, "fields": fields, "filter_": filter_},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_async(
        self,
        *,
        id: str,
        fields: list[str] | None = None,
        filter_: models.AlbumFilter | dicts.AlbumFilterTypedDict | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Album:
        """Get an album; `get` says more."""
        return await self._engine.call_async(
            _GET,
            {"id": id, "fields": fields, "filter_": filter_},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = 20,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> ItemPage[models.AlbumList, models.Album] | None:
        """List the albums, a page at a time."""
        return self._engine.call(
            _LIST,
            {"cursor": cursor, "limit": limit},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_async(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = 20,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> ItemPage[models.AlbumList, models.Album] | None:
        """List the albums, a page at a time; `list` says more."""
        return await self._engine.call_async(
            _LIST,
            {"cursor": cursor, "limit": limit},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def delete(
        self,
        *,
        id: str,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete an album."""
        return self._engine.call(
            _DELETE,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def delete_async(
        self,
        *,
        id: str,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete an album; `delete` says more."""
        return await self._engine.call_async(
            _DELETE,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
