"""The methods of `Pets` that are in no group."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, ErrorAnswer, JSONAnswer
from ._runtime.client.bodies import Body, BytesBody, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping
    from os import PathLike

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_ADD_PET: Operation[models.Pet, models.Pet] = Operation(
    id="addPet",
    method="POST",
    path="/pets",
    body=Body(
        (JSONBody(lambda: models.Pet, 'application/json; x="*/"'),), fields=("name",)
    ),
    answers=(
        JSONAnswer("200", lambda: models.Pet),
        ErrorAnswer(
            "400",
            lambda: models.AddPetResponseBody,
            media_type="application/problem+json",
        ),
    ),
)

_ADD_PET_RAW: Operation[models.Pet, models.Pet] = Operation(
    id="addPet_raw",
    method="POST",
    path="/pets",
    body=Body((BytesBody('text/plain; x="*/"'),), argument="request"),
    answers=(
        JSONAnswer("200", lambda: models.Pet),
        ErrorAnswer(
            "400",
            lambda: models.AddPetRawResponseBody,
            media_type="application/problem+json",
        ),
    ),
)

_PUT_PHOTO: Operation[None, None] = Operation(
    id="putPhoto",
    method="PUT",
    path="/photo",
    body=Body((BytesBody('image/png; x="*/"'),), argument="request"),
    answers=(EmptyAnswer("204"),),
)


class PetsMethods(Group):
    """The methods of `Pets` that are in no group."""

    def add_pet(
        self,
        *,
        name: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Pet:
        """POST /pets.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.AddPetResponseBody: The status is 400.
            models.APIError: The answer is any other error.

        Example:
            res = p_client.add_pet()
        """
        return self._engine.call(
            _ADD_PET,
            {"name": name},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def add_pet_async(
        self,
        *,
        name: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Pet:
        """POST /pets.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.AddPetResponseBody: The status is 400.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _ADD_PET,
            {"name": name},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def add_pet_raw(
        self,
        *,
        request: bytes | IO[bytes] | PathLike[str] | Iterable[bytes],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Pet:
        """POST /pets.

        Sends the body as `text/plain; x="*/"`.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.AddPetRawResponseBody: The status is 400.
            models.APIError: The answer is any other error.

        Example:
            res = p_client.add_pet_raw(request="0xeB13D389Ca".encode())
        """
        return self._engine.call(
            _ADD_PET_RAW,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def add_pet_raw_async(
        self,
        *,
        request: (
            bytes | IO[bytes] | PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
        ),
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Pet:
        """POST /pets.

        Sends the body as `text/plain; x="*/"`.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.AddPetRawResponseBody: The status is 400.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _ADD_PET_RAW,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def put_photo(
        self,
        *,
        request: bytes | IO[bytes] | PathLike[str] | Iterable[bytes],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /photo.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.put_photo(request="0x487F0bBAC4".encode())
        """
        return self._engine.call(
            _PUT_PHOTO,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def put_photo_async(
        self,
        *,
        request: (
            bytes | IO[bytes] | PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
        ),
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /photo.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _PUT_PHOTO,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
