"""The methods of `Pets` that are in no group."""

from __future__ import annotations

from typing import Literal, TYPE_CHECKING, overload

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, ErrorAnswer, JSONAnswer, TextAnswer
from ._runtime.client.binary import BinaryAnswer, BinaryStream, BinaryStreamAsync
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.envelopes import HTTPEnvelope
from ._runtime.client.event_stream import EventStream, EventStreamAsync, EventsAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, PathArgument, QueryArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST_PETS: Operation[models.ListPetsResponse, models.ListPetsResponse] = Operation(
    id="listPets",
    method="GET",
    path="/pets",
    answers=(
        JSONAnswer(
            "200",
            lambda: list[models.Pet],
            envelope=HTTPEnvelope(
                lambda: models.ListPetsResponse,
                lambda: models.HTTPMetadata,
                "pets",
                has_headers=True,
            ),
        ),
        ErrorAnswer("404", lambda: models.Problem),
    ),
)

_ADD_PET: Operation[models.AddPetResponse, models.AddPetResponse] = Operation(
    id="addPet",
    method="POST",
    path="/pets",
    body=Body((JSONBody(lambda: models.Pet),), argument="request", required=False),
    answers=(
        JSONAnswer(
            "200",
            lambda: models.Pet,
            envelope=HTTPEnvelope(
                lambda: models.AddPetResponse, lambda: models.HTTPMetadata, "pet"
            ),
        ),
        JSONAnswer(
            "202",
            lambda: models.AddPetResponseBody,
            envelope=HTTPEnvelope(
                lambda: models.AddPetResponse, lambda: models.HTTPMetadata, "object"
            ),
        ),
    ),
)

_READ_NEWS: Operation[
    models.ReadNewsResponse[EventStream[models.ReadNewsResponseBody]],
    models.ReadNewsResponse[EventStreamAsync[models.ReadNewsResponseBody]],
] = Operation(
    id="readNews",
    method="GET",
    path="/pets/news",
    arguments=(QueryArgument("stream", type=lambda: bool),),
    answers=(
        JSONAnswer(
            "200",
            lambda: list[str],
            envelope=HTTPEnvelope(
                lambda: models.ReadNewsResponse, lambda: models.HTTPMetadata, "strings"
            ),
        ),
        EventsAnswer(
            "200",
            lambda: models.ReadNewsResponseBody,
            data="text",
            envelope=HTTPEnvelope(
                lambda: models.ReadNewsResponse,
                lambda: models.HTTPMetadata,
                "event_stream",
            ),
        ),
    ),
    stream_argument="stream",
)

_LIST_NAMES: Operation[models.ListNamesResponse[str], models.ListNamesResponse[str]] = (
    Operation(
        id="listNames",
        method="GET",
        path="/pets/names",
        answers=(
            JSONAnswer(
                "200",
                lambda: list[str],
                envelope=HTTPEnvelope(
                    lambda: models.ListNamesResponse,
                    lambda: models.HTTPMetadata,
                    "strings",
                ),
            ),
            TextAnswer(
                "200",
                "application/xml",
                envelope=HTTPEnvelope(
                    lambda: models.ListNamesResponse,
                    lambda: models.HTTPMetadata,
                    "body",
                ),
            ),
        ),
        accept_argument="accept_header_override",
    )
)

_DELETE_PET: Operation[models.DeletePetResponse, models.DeletePetResponse] = Operation(
    id="deletePet",
    method="DELETE",
    path="/pets/{id}",
    arguments=(PathArgument("id"),),
    answers=(
        EmptyAnswer(
            "204",
            envelope=HTTPEnvelope(
                lambda: models.DeletePetResponse, lambda: models.HTTPMetadata
            ),
        ),
    ),
)

_GET_PET: Operation[
    models.GetPetResponse[EventStream[models.GetPetResponseBody]]
    | models.GetPetResponse[BinaryStream],
    models.GetPetResponse[EventStreamAsync[models.GetPetResponseBody]]
    | models.GetPetResponse[BinaryStreamAsync],
] = Operation(
    id="getPet",
    method="GET",
    path="/pets/{id}",
    arguments=(PathArgument("id"),),
    answers=(
        JSONAnswer(
            "200",
            lambda: models.Pet,
            envelope=HTTPEnvelope(
                lambda: models.GetPetResponse, lambda: models.HTTPMetadata, "pet"
            ),
        ),
        EventsAnswer(
            "200",
            lambda: models.GetPetResponseBody,
            data="text",
            envelope=HTTPEnvelope(
                lambda: models.GetPetResponse,
                lambda: models.HTTPMetadata,
                "event_stream",
            ),
        ),
        BinaryAnswer(
            "200",
            "application/octet-stream",
            envelope=HTTPEnvelope(
                lambda: models.GetPetResponse,
                lambda: models.HTTPMetadata,
                "response_stream",
            ),
        ),
        TextAnswer(
            "200",
            "text/plain",
            envelope=HTTPEnvelope(
                lambda: models.GetPetResponse, lambda: models.HTTPMetadata, "res"
            ),
        ),
    ),
    accept_argument="accept_header_override",
)


class PetsMethods(Group):
    """The methods of `Pets` that are in no group."""

    def list_pets(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListPetsResponse:
        """GET /pets.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.Problem: The status is 404.
            models.APIError: The answer is any other error.

        Example:
            res = p_client.list_pets()
        """
        return self._engine.call(
            _LIST_PETS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_pets_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListPetsResponse:
        """GET /pets.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.Problem: The status is 404.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _LIST_PETS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def add_pet(
        self,
        *,
        request: models.Pet | dicts.PetTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.AddPetResponse:
        """POST /pets.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.add_pet(request={"name": "Fido"})
        """
        return self._engine.call(
            _ADD_PET,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def add_pet_async(
        self,
        *,
        request: models.Pet | dicts.PetTypedDict | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.AddPetResponse:
        """POST /pets.

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
            _ADD_PET,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    def read_news(
        self,
        *,
        stream: Literal[False] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse: ...

    @overload
    def read_news(
        self,
        *,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse[EventStream[models.ReadNewsResponseBody]]: ...

    @overload
    def read_news(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse[EventStream[models.ReadNewsResponseBody]]: ...

    def read_news(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse[EventStream[models.ReadNewsResponseBody]]:
        """GET /pets/news.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.read_news()
        """
        return self._engine.call(
            _READ_NEWS,
            {"stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def read_news_async(
        self,
        *,
        stream: Literal[False] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse: ...

    @overload
    async def read_news_async(
        self,
        *,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse[EventStreamAsync[models.ReadNewsResponseBody]]: ...

    @overload
    async def read_news_async(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse[EventStreamAsync[models.ReadNewsResponseBody]]: ...

    async def read_news_async(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ReadNewsResponse[EventStreamAsync[models.ReadNewsResponseBody]]:
        """GET /pets/news.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _READ_NEWS,
            {"stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def list_names(
        self,
        *,
        accept_header_override: (
            Literal["application/json", "application/xml"] | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListNamesResponse[str]:
        """GET /pets/names.

        Args:
            accept_header_override: The media type to ask for; else all of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.list_names()
        """
        return self._engine.call(
            _LIST_NAMES,
            {"accept_header_override": accept_header_override},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_names_async(
        self,
        *,
        accept_header_override: (
            Literal["application/json", "application/xml"] | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ListNamesResponse[str]:
        """GET /pets/names.

        Args:
            accept_header_override: The media type to ask for; else all of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_NAMES,
            {"accept_header_override": accept_header_override},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def delete_pet(
        self,
        *,
        id: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.DeletePetResponse:
        """DELETE /pets/{id}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.delete_pet(id="<id>")
        """
        return self._engine.call(
            _DELETE_PET,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def delete_pet_async(
        self,
        *,
        id: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.DeletePetResponse:
        """DELETE /pets/{id}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _DELETE_PET,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_pet(
        self,
        *,
        id: str,
        accept_header_override: (
            Literal[
                "application/json",
                "text/event-stream",
                "application/octet-stream",
                "text/plain",
            ]
            | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.GetPetResponse[EventStream[models.GetPetResponseBody]]
        | models.GetPetResponse[BinaryStream]
    ):
        """GET /pets/{id}.

        Args:
            accept_header_override: The media type to ask for; else all of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.get_pet(id="<id>")
        """
        return self._engine.call(
            _GET_PET,
            {"id": id, "accept_header_override": accept_header_override},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_pet_async(
        self,
        *,
        id: str,
        accept_header_override: (
            Literal[
                "application/json",
                "text/event-stream",
                "application/octet-stream",
                "text/plain",
            ]
            | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.GetPetResponse[EventStreamAsync[models.GetPetResponseBody]]
        | models.GetPetResponse[BinaryStreamAsync]
    ):
        """GET /pets/{id}.

        Args:
            accept_header_override: The media type to ask for; else all of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_PET,
            {"id": id, "accept_header_override": accept_header_override},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
