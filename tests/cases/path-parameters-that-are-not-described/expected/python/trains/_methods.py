"""The methods of `Trains` that are in no group."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, PathArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_GET_CAR: Operation[None, None] = Operation(
    id="getCar",
    method="GET",
    path="/trains/{train_id}/cars/{car}",
    arguments=(
        PathArgument("train_id", type=lambda: int),
        PathArgument("car"),
    ),
    answers=(EmptyAnswer("204"),),
)

_GET_STATION: Operation[None, None] = Operation(
    id="getStation",
    method="GET",
    path="/stations/{id}/{day}",
    arguments=(
        PathArgument("id", type=lambda: int),
        PathArgument("day", type=lambda: date),
    ),
    answers=(EmptyAnswer("204"),),
)

_GET_FILE: Operation[None, None] = Operation(
    id="getFile",
    method="GET",
    path="/files/{path}",
    arguments=(PathArgument("path"),),
    answers=(EmptyAnswer("204"),),
)

_GET_BERTH: Operation[None, None] = Operation(
    id="getBerth",
    method="GET",
    path="/harbours/{harbour}/berths/{berth}",
    arguments=(
        PathArgument("harbour"),
        PathArgument("berth"),
    ),
    answers=(EmptyAnswer("204"),),
)


class TrainsMethods(Group):
    """The methods of `Trains` that are in no group."""

    def get_car(
        self,
        *,
        train_id: int,
        car: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /trains/{train_id}/cars/{car}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            t_client.get_car(train_id=999274, car="<value>")
        """
        return self._engine.call(
            _GET_CAR,
            {"train_id": train_id, "car": car},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_car_async(
        self,
        *,
        train_id: int,
        car: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /trains/{train_id}/cars/{car}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_CAR,
            {"train_id": train_id, "car": car},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_station(
        self,
        *,
        id: int,
        day: date | str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /stations/{id}/{day}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            t_client.get_station(id=216789, day="2024-12-25")
        """
        return self._engine.call(
            _GET_STATION,
            {"id": id, "day": day},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_station_async(
        self,
        *,
        id: int,
        day: date | str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /stations/{id}/{day}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_STATION,
            {"id": id, "day": day},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_file(
        self,
        *,
        path: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /files/{path}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            t_client.get_file(path="/opt/lib")
        """
        return self._engine.call(
            _GET_FILE,
            {"path": path},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_file_async(
        self,
        *,
        path: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /files/{path}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_FILE,
            {"path": path},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_berth(
        self,
        *,
        harbour: str,
        berth: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /harbours/{harbour}/berths/{berth}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            t_client.get_berth(harbour="<value>", berth="<value>")
        """
        return self._engine.call(
            _GET_BERTH,
            {"harbour": harbour, "berth": berth},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_berth_async(
        self,
        *,
        harbour: str,
        berth: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /harbours/{harbour}/berths/{berth}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_BERTH,
            {"harbour": harbour, "berth": berth},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
