# Typewright's runtime, copied as it is; its digest is e7faebf2f6e46b51.
"""The interface of HTTP libraries that the runtime uses: clients, requests and responses of httpx2 and httpx fit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Protocol


class HTTPHeaders(Protocol):
    """Header fields. Names are compared without case."""

    def __getitem__(self, name: str, /) -> str: ...
    def __setitem__(self, name: str, value: str, /) -> None: ...
    def __delitem__(self, name: str, /) -> None: ...
    def __contains__(self, name: object, /) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def multi_items(self) -> list[tuple[str, str]]:
        """Return each field as it was sent, repeated names included."""
        ...


class HTTPRequest(Protocol):
    """A request that is about to be sent."""

    @property
    def method(self) -> str:
        """The method, in capitals."""
        ...

    @property
    def url(self) -> Any:
        """The whole URL; `str()` gives its text."""
        ...

    @property
    def headers(self) -> HTTPHeaders:
        """The header fields, which may be changed."""
        ...

    @property
    def extensions(self) -> Any:
        """The library's own settings of the request, such as its time limits."""
        ...


class HTTPResponse(Protocol):
    """An answer, whose content may not have been read yet."""

    @property
    def status_code(self) -> int:
        """The status code."""
        ...

    @property
    def reason_phrase(self) -> str:
        """The words beside the status code."""
        ...

    @property
    def headers(self) -> HTTPHeaders:
        """The header fields."""
        ...

    @property
    def request(self) -> HTTPRequest:
        """The request that was answered."""
        ...

    @property
    def url(self) -> Any:
        """The URL that answered."""
        ...

    @property
    def is_closed(self) -> bool:
        """Whether the connection has been given back or closed."""
        ...

    @property
    def content(self) -> bytes:
        """The content, once it has been read."""
        ...

    @property
    def text(self) -> str:
        """The content as text, once it has been read."""
        ...

    def json(self) -> Any:
        """Return the content parsed as JSON."""
        ...

    def read(self) -> bytes:
        """Read and return the content."""
        ...

    async def aread(self) -> bytes:
        """Read and return the content."""
        ...

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the content as it arrives."""
        ...

    def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the content as it arrives."""
        ...

    def close(self) -> None:
        """Return the connection to the pool, or close it if content is left."""
        ...

    async def aclose(self) -> None:
        """Return the connection to the pool, or close it if content is left."""
        ...


class HTTPClient(Protocol):
    """A client of the HTTP library: `httpx2.Client` or `httpx.Client`, or a compatible one."""

    def build_request(
        self,
        method: str,
        url: Any,
        *,
        content: Any = ...,
        headers: Any = ...,
        extensions: Any = ...,
    ) -> Any:
        """Make a request."""
        ...

    def send(
        self,
        request: Any,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> Any:
        """Send a request; with `stream` the content of the answer is not read."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class AsyncHTTPClient(Protocol):
    """An asynchronous client of the HTTP library: `httpx2.AsyncClient` or `httpx.AsyncClient`."""

    def build_request(
        self,
        method: str,
        url: Any,
        *,
        content: Any = ...,
        headers: Any = ...,
        extensions: Any = ...,
    ) -> Any:
        """Make a request."""
        ...

    async def send(
        self,
        request: Any,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> Any:
        """Send a request; with `stream` the content of the answer is not read."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


class HTTPLibrary(Protocol):
    """The module that imports the HTTP library."""

    NAME: str
    NETWORK_ERROR: type[Exception]

    def make_client(self) -> HTTPClient:
        """Make a client."""
        ...

    def make_async_client(self) -> AsyncHTTPClient:
        """Make an asynchronous client."""
        ...

    def failure_reason(self, error: Exception) -> str:
        """Return `connect`, `timeout`, `closed` or `other`."""
        ...

    def is_unsent(self, error: Exception) -> bool:
        """Return whether no byte of the request can have been sent."""
        ...

    def read_timeout(self, message: str, request: HTTPRequest) -> Exception:
        """Return the library's error of a read timeout."""
        ...

    def bound_stream(self, response: Any, deadline: float, limit: int | None) -> None:
        """Bound reading of the content: an error at `deadline`, a regular end after `limit` bytes."""
        ...


def load_library(name: str) -> HTTPLibrary:
    """Import the HTTP library `name` through the module here that is written for it."""
    from importlib import import_module

    library: Any = import_module(f".{name}_library", __package__)
    made: HTTPLibrary = library
    return made
