"""The HTTP clients of a client. They are created on first use, one of each kind in a process."""

from __future__ import annotations

import os
import threading
import warnings
import weakref
from typing import TYPE_CHECKING, Any

from .protocols import load_library

if TYPE_CHECKING:
    from .protocols import AsyncHTTPClient, HTTPClient, HTTPLibrary


class PoolClosedError(Exception):
    """The client was closed."""


_NOT_CLOSED = "an asynchronous client was not closed: use `async with` or `aclose`"

_LEFT_TO_PARENT: list[Any] = []
"""Clients that were made before a fork: closing them here would end the parent's TLS connections."""


class _Clients:
    """The clients of one process."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.sync_client: HTTPClient | None = None
        self.async_clients: dict[int, tuple[Any, AsyncHTTPClient]] = {}


class Pool:
    """Makes, keeps and closes HTTP clients. Those of the user are never closed.

    A process that was forked gets clients of its own, and so does each event loop. A pool that is forgotten closes its
    synchronous client; asynchronous ones that are open then give a `ResourceWarning`.
    """

    def __init__(
        self,
        http_library: str,
        client: HTTPClient | None,
        async_client: AsyncHTTPClient | None,
    ) -> None:
        self._http_library = http_library
        self._library: HTTPLibrary | None = None
        self._given_client = client
        self._given_async_client = async_client
        self._lock = threading.Lock()
        self._is_closed = False
        self._clients = _Clients()
        self._finalizer = weakref.finalize(self, _finalise, self._clients)

    @property
    def is_injected(self) -> bool:
        """Whether a client of the user is used."""
        return self._given_client is not None or self._given_async_client is not None

    @property
    def library(self) -> HTTPLibrary:
        """The HTTP library, imported when it is first needed."""
        if self._library is None:
            self._library = load_library(self._http_library)
        return self._library

    def sync_client(self) -> HTTPClient:
        """Return the synchronous client. Raise `PoolClosedError` after `close`."""
        if self._is_closed:
            raise PoolClosedError
        if self._given_client is not None:
            return self._given_client
        clients = self._of_this_process()
        if clients.sync_client is None:
            with self._lock:
                if clients.sync_client is None:
                    clients.sync_client = self.library.make_client()
        return clients.sync_client

    def async_client(self) -> tuple[AsyncHTTPClient, object]:
        """Return the asynchronous client of the running event loop, and that loop.

        Raises:
            PoolClosedError: `close` or `aclose` was called.

        """
        if self._is_closed:
            raise PoolClosedError
        loop = _running_loop()
        if self._given_async_client is not None:
            return self._given_async_client, loop
        clients = self._of_this_process()
        held = clients.async_clients.get(id(loop))
        if held is not None and held[0] is loop:
            return held[1], loop
        with self._lock:
            for key, (other, _) in list(clients.async_clients.items()):
                if getattr(other, "is_closed", bool)():
                    del clients.async_clients[key]
            client = self.library.make_async_client()
            clients.async_clients[id(loop)] = (loop, client)
        return client, loop

    def close(self) -> None:
        """Close the synchronous client."""
        self._is_closed = True
        clients = self._of_this_process()
        client, clients.sync_client = clients.sync_client, None
        if client is not None:
            client.close()

    async def aclose(self) -> None:
        """Close all clients; of asynchronous ones that of the running event loop."""
        self.close()
        loop = _running_loop()
        held = self._clients.async_clients.pop(id(loop), None)
        self._clients.async_clients.clear()
        if held is not None and held[0] is loop:
            await held[1].aclose()

    def _of_this_process(self) -> _Clients:
        clients = self._clients
        if clients.pid != os.getpid():
            _LEFT_TO_PARENT.append(clients)
            self._lock = threading.Lock()
            self._finalizer.detach()
            clients = self._clients = _Clients()
            self._finalizer = weakref.finalize(self, _finalise, clients)
        return clients


def _running_loop() -> object:
    """Return the event loop of asyncio, or the token of the running trio."""
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        from importlib import import_module

        return import_module("trio").lowlevel.current_trio_token()


def _finalise(clients: _Clients) -> None:
    """Close the clients of a pool that was garbage-collected."""
    if clients.pid != os.getpid():
        _LEFT_TO_PARENT.append(clients)
        return
    if clients.sync_client is not None:
        clients.sync_client.close()
    if any(
        not getattr(client, "is_closed", False)
        for _, client in clients.async_clients.values()
    ):
        warnings.warn(
            _NOT_CLOSED,
            ResourceWarning,
            stacklevel=2,
        )
