"""The methods of `Pets` that are in no group."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TYPE_CHECKING

from pydantic import Field

from . import models
from ._runtime import Asserts, Format
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, PathArgument, QueryArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST_PETS: Operation[None, None] = Operation(
    id="listPets",
    method="GET",
    path="/pets/{petId}",
    arguments=(
        PathArgument("pet_id", "petId", type=lambda: Annotated[str, Format("uuid")]),
        QueryArgument("limit", type=lambda: Annotated[int, Field(ge=1, le=100)]),
        QueryArgument(
            "even", type=lambda: Annotated[int, Asserts({"not": {"multipleOf": 3}})]
        ),
        QueryArgument(
            "ids",
            type=lambda: Annotated[
                list[Annotated[int, Field(ge=1)]], Field(max_length=3)
            ],
        ),
        QueryArgument("kind", type=lambda: models.Kind),
        QueryArgument("slug", type=lambda: models.Slug),
        QueryArgument("since", type=lambda: datetime),
        QueryArgument("name"),
        QueryArgument("tags"),
    ),
    answers=(EmptyAnswer("204"),),
)

_COUNT: Operation[None, None] = Operation(
    id="count",
    method="POST",
    path="/counts",
    body=Body(
        (
            JSONBody(
                lambda: Annotated[
                    int,
                    Field(ge=1),
                    Asserts({"not": {"$ref": "#/components/schemas/Odd"}}),
                ]
            ),
        ),
        argument="request",
    ),
    answers=(EmptyAnswer("204"),),
)


class PetsMethods(Group):
    """The methods of `Pets` that are in no group."""

    def list_pets(
        self,
        *,
        pet_id: UUID | str,
        limit: int | None = None,
        even: int | None = None,
        ids: list[int] | None = None,
        kind: models.Kind | None = None,
        slug: str | None = None,
        since: datetime | str | None = None,
        name: str | None = None,
        tags: list[str] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /pets/{petId}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.list_pets(pet_id="63366a57-b8f8-46aa-8dc8-e98c4710cbd8")
        """
        return self._engine.call(
            _LIST_PETS,
            {
                "pet_id": pet_id,
                "limit": limit,
                "even": even,
                "ids": ids,
                "kind": kind,
                "slug": slug,
                "since": since,
                "name": name,
                "tags": tags,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_pets_async(
        self,
        *,
        pet_id: UUID | str,
        limit: int | None = None,
        even: int | None = None,
        ids: list[int] | None = None,
        kind: models.Kind | None = None,
        slug: str | None = None,
        since: datetime | str | None = None,
        name: str | None = None,
        tags: list[str] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /pets/{petId}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_PETS,
            {
                "pet_id": pet_id,
                "limit": limit,
                "even": even,
                "ids": ids,
                "kind": kind,
                "slug": slug,
                "since": since,
                "name": name,
                "tags": tags,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def count(
        self,
        *,
        request: int,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /counts.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.count(request=299940)
        """
        return self._engine.call(
            _COUNT,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def count_async(
        self,
        *,
        request: int,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /counts.

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
            _COUNT,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
