"""The methods of `Stable` that are in no group."""

from __future__ import annotations

from typing import Literal, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import ErrorAnswer, JSONAnswer
from ._runtime.client.binary import BinaryAnswer, BinaryStream, BinaryStreamAsync
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST_HORSES: Operation[list[models.Horse], list[models.Horse]] = Operation(
    id="listHorses",
    method="GET",
    path="/horses",
    answers=(
        JSONAnswer("200", lambda: list[models.Horse]),
        ErrorAnswer("400", lambda: models.Problem),
    ),
)

_PICTURE: Operation[BinaryStream, BinaryStreamAsync] = Operation(
    id="picture", method="GET", path="/picture", answers=(BinaryAnswer("200", "*/*"),)
)

_EITHER: Operation[models.Horse | BinaryStream, models.Horse | BinaryStreamAsync] = (
    Operation(
        id="either",
        method="GET",
        path="/either",
        answers=(
            JSONAnswer("200", lambda: models.Horse),
            BinaryAnswer("200", "*/*"),
        ),
        accept_argument="accept_header_override",
    )
)


class StableMethods(Group):
    """The methods of `Stable` that are in no group."""

    def list_horses(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[models.Horse]:
        """GET /horses.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.Problem: The status is 400.
            models.APIError: The answer is any other error.

        Example:
            res = s_client.list_horses()
        """
        return self._engine.call(
            _LIST_HORSES,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_horses_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> list[models.Horse]:
        """GET /horses.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.Problem: The status is 400.
            models.APIError: The answer is any other error.
        """
        return await self._engine.call_async(
            _LIST_HORSES,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def picture(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryStream:
        """GET /picture.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = s_client.picture()
        """
        return self._engine.call(
            _PICTURE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def picture_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> BinaryStreamAsync:
        """GET /picture.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _PICTURE,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def either(
        self,
        *,
        accept_header_override: Literal["application/json", "*/*"] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Horse | BinaryStream:
        """GET /either.

        Args:
            accept_header_override: The media type to ask for; else all of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = s_client.either()
        """
        return self._engine.call(
            _EITHER,
            {"accept_header_override": accept_header_override},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def either_async(
        self,
        *,
        accept_header_override: Literal["application/json", "*/*"] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Horse | BinaryStreamAsync:
        """GET /either.

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
            _EITHER,
            {"accept_header_override": accept_header_override},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
