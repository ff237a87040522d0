"""The mock server on a socket: an ASGI application (ASGI 3.0), served on loopback only."""

from __future__ import annotations

import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias

from typewright.base.errors import Diagnostic, UsageError
from typewright.mock.requests import Exchange, Request
from typewright.mock.service import Mock

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

HOST = "127.0.0.1"
_MOST_BYTES = 256 * 2**20
"""The number of bytes of a body that are read."""


class Application:
    """The mock server as an ASGI application; `record` is called with each exchange after its response."""

    def __init__(self, mock: Mock, record: Callable[[Exchange], None]) -> None:
        self._mock = mock
        self._record = record

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request; nothing but HTTP is served."""
        if scope["type"] != "http":
            return
        body = await _body(receive)
        if body is None:
            await send({"type": "http.response.start", "status": 413, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        exchange = self._mock.exchange(_request(scope, body))
        self._record(exchange)
        response = exchange.response
        headers = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in response.headers]
        if len(response.pieces) < 2 and response.status not in (204, 304) and exchange.request.method != "HEAD":
            headers.append((b"content-length", str(len(response.body)).encode()))
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        for piece in response.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def _body(receive: Receive) -> bytes | None:
    """Return the body of a request; None if it is too long."""
    pieces: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b"".join(pieces)
        piece = message.get("body", b"")
        size += len(piece)
        if size > _MOST_BYTES:
            return None
        pieces.append(piece)
        if not message.get("more_body", False):
            return b"".join(pieces)


def _request(scope: Message, body: bytes) -> Request:
    return Request(
        method=scope["method"].upper(),
        path=(scope.get("raw_path") or scope["path"].encode()).decode("latin-1"),
        query=scope["query_string"].decode("latin-1"),
        headers=tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]),
        body=body,
        scheme=scope.get("scheme", "http"),
    )


def listening_socket(port: int) -> socket.socket:
    """Return a socket that listens on loopback; port 0 takes a free one. Raises UsageError if the port is in use."""
    try:
        return socket.create_server((HOST, port))
    except (OSError, OverflowError) as fault:
        advice = "choose another one, or 0 for any that is free"
        reason = getattr(fault, "strerror", None) or str(fault)
        raise UsageError([Diagnostic("E001", f"cannot listen on port {port}: {reason}", help=advice)]) from fault


def serve(mock: Mock, listening: socket.socket, record: Callable[[Exchange], None]) -> None:
    """Serve until the process is interrupted; connections in use end first. Raises UsageError without uvicorn."""
    try:
        _server(mock, record).run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


@contextmanager
def serving(mock: Mock, record: Callable[[Exchange], None]) -> Iterator[int]:
    """Serve in a thread of this process while the block runs; yields the port. Raises UsageError without uvicorn."""
    server = _server(mock, record)
    with listening_socket(0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join()


def missing_server() -> str | None:
    """Return why the server cannot run, and how to fix it; None if it can."""
    is_there = find_spec("uvicorn") is not None
    return None if is_there else "uvicorn is not installed beside this program: 'pip install typewright[mock]'"


def _server(mock: Mock, record: Callable[[Exchange], None]) -> Any:
    reason = missing_server()
    if reason is not None:
        raise UsageError([Diagnostic("E001", f"nothing can be served: {reason}", help="install it")])
    uvicorn = import_module("uvicorn")  # an optional dependency
    config = uvicorn.Config(
        Application(mock, record),
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        ws="none",
    )
    return uvicorn.Server(config)
