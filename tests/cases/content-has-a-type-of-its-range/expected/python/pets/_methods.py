"""The methods of `Pets` that are in no group."""

from __future__ import annotations

from typing import IO, Literal, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, BytesBody
from ._runtime.client.group import Group
from ._runtime.client.multipart import MultipartBody, Part
from ._runtime.client.operation import Operation, QueryArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping
    from os import PathLike

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_PUT_PHOTO: Operation[None, None] = Operation(
    id="putPhoto",
    method="PUT",
    path="/photo",
    arguments=(QueryArgument("content_type_2", "content_type"),),
    body=Body(
        (BytesBody("image/*", "image/png"),),
        argument="request_body",
        media_type_argument="content_type",
    ),
    answers=(EmptyAnswer("204"),),
)

_PUT_FILE: Operation[None, None] = Operation(
    id="putFile",
    method="PUT",
    path="/file",
    body=Body(
        (
            BytesBody("application/pdf"),
            BytesBody("text/*", "text/plain"),
            BytesBody("*/*"),
        ),
        argument="request",
        media_type_argument="content_type",
    ),
    answers=(EmptyAnswer("204"),),
)

_POST_ALBUM: Operation[None, None] = Operation(
    id="postAlbum",
    method="POST",
    path="/album",
    body=Body(
        (
            MultipartBody(
                lambda: models.PostAlbumRequestBody,
                {"cover": Part("image/*, image/png", is_file=True)},
            ),
        ),
        fields=("cover",),
    ),
    answers=(EmptyAnswer("204"),),
)


class PetsMethods(Group):
    """The methods of `Pets` that are in no group."""

    def put_photo(
        self,
        *,
        request_body: bytes | IO[bytes] | PathLike[str] | Iterable[bytes],
        content_type_2: str | None = None,
        content_type: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /photo.

        Args:
            content_type: The media type of the body, of image/*.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.put_photo(request_body="0xFa85028D9d".encode())
        """
        return self._engine.call(
            _PUT_PHOTO,
            {
                "request_body": request_body,
                "content_type_2": content_type_2,
                "content_type": content_type,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def put_photo_async(
        self,
        *,
        request_body: (
            bytes | IO[bytes] | PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
        ),
        content_type_2: str | None = None,
        content_type: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /photo.

        Args:
            content_type: The media type of the body, of image/*.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _PUT_PHOTO,
            {
                "request_body": request_body,
                "content_type_2": content_type_2,
                "content_type": content_type,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def put_file(
        self,
        *,
        request: bytes | IO[bytes] | PathLike[str] | Iterable[bytes],
        content_type: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /file.

        Args:
            request: The request object to use for the request.
            content_type: The media type of the body, of application/pdf or text/* or
                */*.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.put_file(request="0xE092Cdc0af".encode())
        """
        return self._engine.call(
            _PUT_FILE,
            {"request": request, "content_type": content_type},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def put_file_async(
        self,
        *,
        request: (
            bytes | IO[bytes] | PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
        ),
        content_type: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /file.

        Args:
            request: The request object to use for the request.
            content_type: The media type of the body, of application/pdf or text/* or
                */*.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _PUT_FILE,
            {"request": request, "content_type": content_type},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def post_album(
        self,
        *,
        cover: (
            models.Cover
            | dicts.CoverTypedDict
            | bytes
            | IO[bytes]
            | PathLike[str]
            | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /album.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.post_album()
        """
        return self._engine.call(
            _POST_ALBUM,
            {"cover": cover},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def post_album_async(
        self,
        *,
        cover: (
            models.Cover
            | dicts.CoverTypedDict
            | bytes
            | IO[bytes]
            | PathLike[str]
            | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /album.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _POST_ALBUM,
            {"cover": cover},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
