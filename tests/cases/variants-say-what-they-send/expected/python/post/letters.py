"""The methods of `letters`."""

from __future__ import annotations

from typing import IO, Literal, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, JSONAnswer
from ._runtime.client.bodies import Body, BytesBody, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.multipart import MultipartBody, Part
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_CLEAR: Operation[None, None] = Operation(
    id="clear", method="DELETE", path="/letters", answers=(EmptyAnswer("204"),)
)

_SEND: Operation[int, int] = Operation(
    id="send",
    method="POST",
    path="/letters",
    body=Body((JSONBody(lambda: models.SendRequestBody),), fields=("text",)),
    answers=(JSONAnswer("200", lambda: int),),
)

_SEND_MULTIPART: Operation[int, int] = Operation(
    id="send_multipart",
    method="POST",
    path="/letters",
    body=Body(
        (
            MultipartBody(
                lambda: models.SendMultipartRequestBody, {"scan": Part(is_file=True)}
            ),
        ),
        fields=("scan",),
    ),
    answers=(JSONAnswer("200", lambda: int),),
)

_SEND_RAW: Operation[int, int] = Operation(
    id="send_raw",
    method="POST",
    path="/letters",
    body=Body(
        (
            BytesBody("application/xml"),
            BytesBody("text/plain"),
        ),
        argument="request",
        media_type_argument="content_type",
    ),
    answers=(JSONAnswer("200", lambda: int),),
)


class Letters(Group):
    """The methods of `letters`."""

    def clear(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Throw all letters away.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            p_client.letters.clear()
        """
        return self._engine.call(
            _CLEAR,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def clear_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Throw all letters away.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _CLEAR,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def send(
        self,
        *,
        text: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> int:
        """Send a letter.

        It leaves the next morning.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.letters.send(text="<value>")
        """
        return self._engine.call(
            _SEND,
            {"text": text},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def send_async(
        self,
        *,
        text: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> int:
        """Send a letter.

        It leaves the next morning.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _SEND,
            {"text": text},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def send_multipart(
        self,
        *,
        scan: (
            models.Scan | dicts.ScanTypedDict | bytes | IO[bytes] | PathLike[str] | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> int:
        """Send a letter.

        It leaves the next morning.

        Sends the body as `multipart/form-data`.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.letters.send_multipart()
        """
        return self._engine.call(
            _SEND_MULTIPART,
            {"scan": scan},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def send_multipart_async(
        self,
        *,
        scan: (
            models.Scan | dicts.ScanTypedDict | bytes | IO[bytes] | PathLike[str] | None
        ) = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> int:
        """Send a letter.

        It leaves the next morning.

        Sends the body as `multipart/form-data`.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _SEND_MULTIPART,
            {"scan": scan},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def send_raw(
        self,
        *,
        request: str,
        content_type: Literal["application/xml", "text/plain"] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> int:
        """Send a letter.

        It leaves the next morning.

        Sends the body as `application/xml` or `text/plain`.

        Args:
            request: The request object to use for the request.
            content_type: The media type of the body; else the first of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = p_client.letters.send_raw(request="<value>")
        """
        return self._engine.call(
            _SEND_RAW,
            {"request": request, "content_type": content_type},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def send_raw_async(
        self,
        *,
        request: str,
        content_type: Literal["application/xml", "text/plain"] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> int:
        """Send a letter.

        It leaves the next morning.

        Sends the body as `application/xml` or `text/plain`.

        Args:
            request: The request object to use for the request.
            content_type: The media type of the body; else the first of these.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _SEND_RAW,
            {"request": request, "content_type": content_type},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
