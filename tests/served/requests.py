"""Requests as they came over the wire: read without any interpretation but HTTP/1.1's framing (RFC 9112)."""

from __future__ import annotations

import socket
from dataclasses import dataclass


class IncompleteRequestError(Exception):
    """The connection ended inside a request."""


@dataclass(frozen=True)
class Request:
    """One request. `headers` are (lower-case name, value) pairs in order; `body` is what is left once unchunked."""

    listener: str
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def values(self, name: str) -> list[str]:
        """Return the values of a header, in order."""
        return [value for key, value in self.headers if key == name.lower()]

    def value(self, name: str) -> str | None:
        """Return the only or the joined value of a header, None where it was not sent."""
        values = self.values(name)
        return ", ".join(values) if values else None


class _Reader:
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = bytearray()

    def until(self, mark: bytes) -> bytes:
        """Return what comes before `mark`, which is read over."""
        while (end := self._buffer.find(mark)) < 0:
            self._fill()
        found = bytes(self._buffer[:end])
        del self._buffer[: end + len(mark)]
        return found

    def exactly(self, size: int) -> bytes:
        while len(self._buffer) < size:
            self._fill()
        found = bytes(self._buffer[:size])
        del self._buffer[:size]
        return found

    def _fill(self) -> None:
        received = self._connection.recv(1 << 18)
        if not received:
            raise IncompleteRequestError
        self._buffer += received


def read_request(connection: socket.socket, listener: str) -> Request | None:
    """Read one request; None where the client closed the connection before one began."""
    if not connection.recv(1, socket.MSG_PEEK):
        return None
    reader = _Reader(connection)
    line, *fields = reader.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
    method, target, _ = line.split(" ", 2)
    pairs = (each.partition(":") for each in fields)
    headers = tuple((name.strip().lower(), value.strip()) for name, _, value in pairs)
    bare = Request(listener, method, target, headers, b"")
    if (bare.value("transfer-encoding") or "").lower() == "chunked":
        body = _chunks(reader)
    else:
        body = reader.exactly(int(bare.value("content-length") or 0))
    return Request(listener, method, target, headers, body)


def _chunks(reader: _Reader) -> bytes:
    """Read a chunked body (RFC 9112, 7.1)."""
    body = bytearray()
    while size := int(reader.until(b"\r\n").partition(b";")[0], 16):
        body += reader.exactly(size)
        reader.exactly(2)
    while reader.until(b"\r\n"):
        pass
    return bytes(body)
