# Typewright's runtime, copied as it is; its digest is e38543e3c9256ecd.
"""An asynchronous client whose connections are aiohttp's, which are faster (the extra `aiohttp`)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from importlib import import_module
from typing import Any

from .protocols import AsyncHTTPClient, load_library

_CHUNK_BYTES = 64 * 1024
_OWN_FIELDS = ("host", "transfer-encoding")
"""Header fields that aiohttp writes itself."""


def aiohttp_client(**options: Any) -> AsyncHTTPClient:
    """Return an asynchronous HTTP client over aiohttp, for the option `async_client`. The caller closes it.

    Args:
        options: Options of the HTTP library's `AsyncClient`.

    Raises:
        ImportError: aiohttp is not installed.

    """
    library = _library()
    client: AsyncHTTPClient = library.AsyncClient(
        transport=AiohttpTransport(library), **options
    )
    return client


def _library() -> Any:
    """Return the HTTP library that the package was generated for."""
    from importlib.util import find_spec

    names = ("httpx2", "httpx")
    held = [name for name in names if find_spec(f".{name}_library", __package__)]
    return import_module(load_library(held[0]).NAME)


class AiohttpTransport:
    """Sends requests of httpx2 or httpx over a session of aiohttp, which is opened at the first request."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self._aiohttp: Any = import_module("aiohttp")
        self._session: Any = None
        self._stream_class: Any = type(
            "Content", (_Content, library.AsyncByteStream), {}
        )

    async def handle_async_request(self, request: Any) -> Any:
        """Send a request and return its answer, whose content is not read. Raise the library's own errors."""
        limits = request.extensions.get("timeout", {})
        try:
            answer = await self._opened_session().request(
                request.method,
                import_module("yarl").URL(str(request.url), encoded=True),
                headers=[
                    pair
                    for pair in request.headers.multi_items()
                    if pair[0] not in _OWN_FIELDS
                ],
                data=_data(request, self._library),
                allow_redirects=False,
                skip_auto_headers=(
                    "User-Agent",
                    "Content-Type",
                    "Accept",
                    "Accept-Encoding",
                ),
                timeout=self._aiohttp.ClientTimeout(
                    total=None,
                    connect=limits.get("pool"),
                    sock_connect=limits.get("connect"),
                    sock_read=limits.get("read"),
                ),
            )
        except Exception as error:
            raise self.translated(error, request) from error
        return self._library.Response(
            answer.status,
            headers=answer.raw_headers,
            stream=self._stream_class(answer, self, request),
            extensions={
                "reason_phrase": (answer.reason or "").encode("ascii", "replace")
            },
        )

    def _opened_session(self) -> Any:
        """Return the session of the running event loop."""
        aiohttp = self._aiohttp
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=1000),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=True,
            )
        return self._session

    def translated(self, error: Exception, request: Any) -> Exception:
        """Return the library's error for one of aiohttp; any other error as it is."""
        aiohttp, library = self._aiohttp, self._library
        text = str(error) or type(error).__name__
        for theirs, ours in (
            (aiohttp.ConnectionTimeoutError, library.ConnectTimeout),
            (TimeoutError, library.ReadTimeout),
            (aiohttp.ServerTimeoutError, library.ReadTimeout),
            (aiohttp.ClientConnectorError, library.ConnectError),
            (aiohttp.ServerDisconnectedError, library.RemoteProtocolError),
            (aiohttp.ClientPayloadError, library.RemoteProtocolError),
            (aiohttp.ClientOSError, library.ReadError),
            (aiohttp.InvalidURL, library.UnsupportedProtocol),
            (aiohttp.ClientError, library.ReadError),
        ):
            if isinstance(error, theirs):
                translated: Exception = ours(text, request=request)
                return translated
        return error

    async def aclose(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def __aenter__(self) -> AiohttpTransport:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


class _Content:
    """The content of an answer."""

    def __init__(self, answer: Any, transport: AiohttpTransport, request: Any) -> None:
        self._answer = answer
        self._transport = transport
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._answer.content.iter_chunked(_CHUNK_BYTES):
                yield chunk
        except Exception as error:
            raise self._transport.translated(error, self._request) from error

    async def aclose(self) -> None:
        """Return the connection to the pool at the end of the content, else close it."""
        if self._answer.content.at_eof():
            self._answer.release()
        else:
            self._answer.close()


def _data(request: Any, library: Any) -> Any:
    """Return the content to send: bytes, or an asynchronous iterator of them."""
    try:
        return request.content or None
    except library.RequestNotRead:
        return request.stream
