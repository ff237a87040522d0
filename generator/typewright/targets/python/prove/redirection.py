"""Redirection of the requests of an HTTP library to a loopback port; other connections are refused."""

from __future__ import annotations

import functools
import sys
from types import ModuleType
from typing import Any

_HOST = "127.0.0.1"


class ForeignAddressError(Exception):
    """Code connects to an undescribed address. This is not a network error, so that no client retries."""


class Redirection:
    """Redirects the requests to the described hosts to `port`, with the number of the call in `header`."""

    def __init__(self, library: ModuleType, port: int, hosts: frozenset[str], header: str) -> None:
        self._library = library
        self._port = port
        self._hosts = hosts | {_HOST}
        self._header = header
        self.number = 0

    def begin(self) -> None:
        """Replace how the library's transports send, and watch every connection of the process."""
        sync, asynchronous = self._library.HTTPTransport, self._library.AsyncHTTPTransport
        send, send_async = sync.handle_request, asynchronous.handle_async_request

        @functools.wraps(send)
        def handle_request(transport: Any, request: Any) -> Any:
            """Send a request to the mock; return its response."""
            return send(transport, self._redirected(request))

        @functools.wraps(send_async)
        async def handle_async_request(transport: Any, request: Any) -> Any:
            """Send a request to the mock; return its answer."""
            return await send_async(transport, self._redirected(request))

        sync.handle_request = handle_request
        asynchronous.handle_async_request = handle_async_request
        sys.addaudithook(self._refuse_foreign_address)

    def _redirected(self, request: Any) -> Any:
        """Return a request to the mock instead of one to a described server. Raises ForeignAddressError."""
        url = request.url
        if url.host not in self._hosts:
            raise ForeignAddressError(f"a request to {url.host}, which is no server of the description")
        headers = self._library.Headers(request.headers)
        headers["X-Forwarded-Proto"] = url.scheme
        headers[self._header] = str(self.number)
        return self._library.Request(
            request.method,
            url.copy_with(scheme="http", host=_HOST, port=self._port),
            headers=headers,
            stream=request.stream,
            extensions=request.extensions,
        )

    def _refuse_foreign_address(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse a connection, or a name lookup, to another address than the mock (an audit hook, PEP 578)."""
        if event == "socket.connect":
            address = arguments[1]
            if isinstance(address, tuple) and address[:2] != (_HOST, self._port):
                raise ForeignAddressError(f"a connection to {address[0]}")
        elif event == "socket.getaddrinfo" and arguments[0] not in (_HOST, None):
            raise ForeignAddressError(f"a look-up of {arguments[0]}")
