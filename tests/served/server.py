"""A server for served cases: it sees the bytes of a request, breaks an answer anywhere, and counts sockets.

It listens on loopback alone, on two ports (two origins), with a thread for each connection. While a case is played
(`Server.play`), each request is matched with the next exchange of the case, judged, and answered as the case says.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.served.answers import Answer, write_answer
from tests.served.judging import Captured, differences
from tests.served.requests import IncompleteRequestError, Request, read_request

STALL_SECONDS = 20.0
"""How long a stalled answer waits for the client to give up."""
CLOSE_SECONDS = 3.0
"""How long the client's sockets may take to be closed once a case is over."""


@dataclass
class Play:
    """One case while it is played: what was seen so far, and what was wrong with it."""

    exchanges: list[dict[str, Any]]
    is_concurrent: bool
    findings: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    captured: Captured = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _used: set[int] = field(default_factory=set)

    def judge(self, request: Request) -> Answer | None:
        """Return the answer to a request, or None where the case expects no (such) request."""
        with self._lock:
            self.requests.append(request)
            index = self._index_of(request)
            if index is None:
                self.findings.append(f"not expected: {request.method} {request.target}")
                return None
            self._used.add(index)
            exchange = self.exchanges[index]
            wrong = differences(exchange["see"], request, self.captured)
            self.findings += [f"request {index + 1}: {text}" for text in wrong]
            return Answer.of(exchange["answer"])

    def silent_answer(self) -> Answer | None:
        """Return the next answer where it is given before any request is read (`see: {nothing: true}`)."""
        with self._lock:
            index = next((number for number in range(len(self.exchanges)) if number not in self._used), None)
            if index is None or self.exchanges[index]["see"] != {"nothing": True}:
                return None
            self._used.add(index)
            return Answer.of(self.exchanges[index]["answer"])

    def unseen(self) -> list[str]:
        """Return a finding for each exchange that no request came for."""
        missing = [number + 1 for number in range(len(self.exchanges)) if number not in self._used]
        return [f"request {number} never came" for number in missing]

    def _index_of(self, request: Request) -> int | None:
        unused = [number for number in range(len(self.exchanges)) if number not in self._used]
        if not self.is_concurrent:
            return unused[0] if unused else None
        line = f"{request.method} {request.target}"
        matching = [number for number in unused if self.exchanges[number]["see"].get("request") == line]
        return matching[0] if matching else None


class Server:
    """The two listeners and the connections to them; use it as a context manager."""

    def __init__(self) -> None:
        self._listeners = {name: socket.create_server(("127.0.0.1", 0)) for name in ("main", "other")}
        closed = socket.create_server(("127.0.0.1", 0))
        self.ports = {name: int(listener.getsockname()[1]) for name, listener in self._listeners.items()}
        self.ports["closed"] = int(closed.getsockname()[1])
        closed.close()
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._play: Play | None = None

    def __enter__(self) -> Server:
        for name, listener in self._listeners.items():
            threading.Thread(target=self._accept, args=(name, listener), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for listener in self._listeners.values():
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        self._drop_connections()

    def placed(self, value: Any) -> Any:
        """Return a value of a case, or the text of a description, with the ports that this server listens on."""
        if isinstance(value, str):
            for written, name in (("8089", "main"), ("8090", "other"), ("8099", "closed")):
                value = value.replace(f"127.0.0.1:{written}", f"127.0.0.1:{self.ports[name]}")
            return value
        if isinstance(value, Mapping):
            return {key: self.placed(item) for key, item in value.items()}
        return [self.placed(item) for item in value] if isinstance(value, list) else value

    @contextlib.contextmanager
    def play(self, case: Mapping[str, Any]) -> Iterator[Play]:
        """Answer requests as `case` says. Its findings are complete once the block has ended."""
        play = Play(self.placed(case["exchanges"]), is_concurrent=bool(case.get("concurrent")))
        self._play = play
        try:
            yield play
            play.findings += play.unseen()
            if still_open := self._open_after(CLOSE_SECONDS):
                play.findings.append(f"{still_open} sockets are still open")
        finally:
            self._play = None
            self._drop_connections()

    def open_connections(self) -> int:
        """Return how many connections clients hold open."""
        with self._lock:
            return len(self._connections)

    def _open_after(self, seconds: float) -> int:
        deadline = time.monotonic() + seconds
        while (count := self.open_connections()) and time.monotonic() < deadline:
            time.sleep(0.002)
        return count

    def _drop_connections(self) -> None:
        with self._lock:
            connections = list(self._connections)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._open_after(1.0)

    def _accept(self, name: str, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._connections.add(connection)
            threading.Thread(target=self._serve, args=(name, connection), daemon=True).start()

    def _serve(self, name: str, connection: socket.socket) -> None:
        try:
            while self._answer_one(name, connection):
                pass
        except (OSError, IncompleteRequestError):
            pass  # the client closed the connection, or `_reset` did
        finally:
            with self._lock:
                self._connections.discard(connection)
            connection.close()

    def _answer_one(self, name: str, connection: socket.socket) -> bool:
        """Read and answer one request; return whether the connection stays open."""
        if self._play is not None and (silent := self._play.silent_answer()) is not None:
            return write_answer(connection, silent, "GET", _ending(connection))
        request = read_request(connection, name)
        if request is None or self._play is None:
            return False
        answer = self._play.judge(request) or Answer(status=599, headers={"X-Served": "not expected"}, body=b"")
        return write_answer(connection, answer, request.method, _ending(connection))


@dataclass
class Ending:
    """The ways in which an answer ends early."""

    reset: Callable[[], None]
    stall: Callable[[], None]


def _ending(connection: socket.socket) -> Ending:
    """Return how to break a connection off, and how to say nothing until the client does."""

    def reset() -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def stall() -> None:
        deadline = time.monotonic() + STALL_SECONDS
        while time.monotonic() < deadline:
            readable, _, _ = select.select([connection], [], [], 0.5)
            if readable and not connection.recv(65536):
                return

    return Ending(reset, stall)
