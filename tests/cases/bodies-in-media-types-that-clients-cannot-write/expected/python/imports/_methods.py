"""The methods of `Import` that are in no group."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, BytesBody, JSONBody, TextBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping
    from datetime import date
    from os import PathLike

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_IMPORT_CBOR: Operation[None, None] = Operation(
    id="importCbor",
    method="POST",
    path="/cbor",
    body=Body((BytesBody("application/cbor"),), argument="request"),
    answers=(EmptyAnswer("204"),),
)

_IMPORT_CSV: Operation[None, None] = Operation(
    id="importCsv",
    method="POST",
    path="/csv",
    body=Body((TextBody("text/csv"),), argument="request"),
    answers=(EmptyAnswer("204"),),
)

_IMPORT_YAML: Operation[None, None] = Operation(
    id="importYaml",
    method="POST",
    path="/yaml",
    body=Body(
        (JSONBody(lambda: models.Entry, "application/yaml"),), fields=("due_date",)
    ),
    answers=(EmptyAnswer("204"),),
)

_IMPORT_ANY: Operation[None, None] = Operation(
    id="importAny",
    method="POST",
    path="/any",
    body=Body((JSONBody(lambda: models.EventUnion),), argument="request"),
    answers=(EmptyAnswer("204"),),
)


class ImportMethods(Group):
    """The methods of `Import` that are in no group."""

    def import_cbor(
        self,
        *,
        request: bytes | IO[bytes] | PathLike[str] | Iterable[bytes],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /cbor.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            import_.import_cbor(request="0x7C9Eb3Ca8d".encode())
        """
        return self._engine.call(
            _IMPORT_CBOR,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def import_cbor_async(
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
        """POST /cbor.

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
            _IMPORT_CBOR,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def import_csv(
        self,
        *,
        request: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /csv.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            import_.import_csv(request="<value>")
        """
        return self._engine.call(
            _IMPORT_CSV,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def import_csv_async(
        self,
        *,
        request: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /csv.

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
            _IMPORT_CSV,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def import_yaml(
        self,
        *,
        due_date: date | str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /yaml.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            import_.import_yaml(due_date="2024-08-17")
        """
        return self._engine.call(
            _IMPORT_YAML,
            {"due_date": due_date},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def import_yaml_async(
        self,
        *,
        due_date: date | str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """POST /yaml.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _IMPORT_YAML,
            {"due_date": due_date},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def import_any(
        self,
        *,
        request: models.EventUnion | dicts.EventUnionTypedDict,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """A body in any media type is sent as JSON where all of its types are objects.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            import_.import_any(request={"kind": "Fair"})
        """
        return self._engine.call(
            _IMPORT_ANY,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def import_any_async(
        self,
        *,
        request: models.EventUnion | dicts.EventUnionTypedDict,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """A body in any media type is sent as JSON where all of its types are objects.

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
            _IMPORT_ANY,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
