"""Requests, responses and faults of the mock server."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from typewright.base.json_value import JsonObject


class Request(Struct, frozen=True, kw_only=True):
    """An HTTP request. Path and query are percent-encoded, as they were sent; names of headers are in lower case."""

    method: str
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    scheme: str = "http"

    def header(self, name: str) -> str | None:
        """Return the value of a header, with lines of one name joined (RFC 9110, 5.3); None if absent."""
        values = [value for key, value in self.headers if key == name.lower()]
        return ", ".join(values) if values else None

    def cookies(self) -> Iterator[tuple[str, str]]:
        """Yield the names and values of cookies in order (RFC 6265, 4.2)."""
        for line in (value for key, value in self.headers if key == "cookie"):
            for pair in line.split(";"):
                name, equals, value = pair.strip().partition("=")
                if equals:
                    yield name, value

    @property
    def target(self) -> str:
        """The path with its query."""
        return f"{self.path}?{self.query}" if self.query else self.path


class Fault(Struct, frozen=True):
    """A violation of the description by a request.

    `where` is the part of the request (`query limit`, `body`, `security`); `pointer` is the canonical pointer of its
    description.
    """

    where: str
    message: str
    pointer: str | None = None

    def text(self) -> str:
        """Return the fault on one line."""
        return f"{self.where}: {self.message}"

    def entry(self) -> JsonObject:
        """Return the fault as JSON."""
        entry: JsonObject = {"where": self.where, "message": self.message}
        return entry if self.pointer is None else {**entry, "schema": self.pointer}


class Response(Struct, frozen=True, kw_only=True):
    """A response of the server. `pieces` are the chunks in which the body is sent, several for a stream."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    pieces: tuple[bytes, ...] = ()

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.pieces)


class Exchange(Struct, frozen=True, kw_only=True):
    """A request with its response, its operation (None if none matches), and its faults."""

    request: Request
    response: Response
    operation: str | None = None
    faults: tuple[Fault, ...] = field(default=())
