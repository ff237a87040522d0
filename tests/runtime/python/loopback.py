"""A small HTTP/1.1 server on loopback that answers what a test scripts, faults included."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Received:
    """A request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """What precedes the query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """What follows the path."""
        return self.target.partition("?")[2]

    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


@dataclass
class Reply:
    """What is sent back. `chunks` are sent one by one, `fault` says what happens then."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    chunks: Iterable[bytes] = ()
    fault: str = ""
    pause: float = 0.0
    length: int | None = None


def json_reply(value: Any, status: int = 200, **headers: str) -> Reply:
    """An answer in JSON."""
    fields = {"Content-Type": "application/json", **{name.replace("_", "-"): text for name, text in headers.items()}}
    return Reply(status, fields, [json.dumps(value).encode()])


def chunked(chunks: Iterable[bytes], media_type: str, **rest: Any) -> Reply:
    """An answer whose length is not known."""
    return Reply(200, {"Content-Type": media_type, "Transfer-Encoding": "chunked"}, chunks, **rest)


Handler = Callable[[Received], "Reply"]


class LoopbackServer:
    """Answers each request by the next handler of `script`; the last one stays."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        if tls is not None:
            self._listener = tls.wrap_socket(self._listener, server_side=True)
            self.url = self.url.replace("http:", "https:")
        self.received: list[Received] = []
        self.script: list[Handler | Reply] = []
        self.connections = 0
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self._is_stopped = False
        threading.Thread(target=self._accept, daemon=True).start()

    def answers(self, *script: Handler | Reply) -> None:
        """Answer by `script` from now on."""
        self.script = list(script)
        self.received.clear()

    def stop(self) -> None:
        """Close everything."""
        self._is_stopped = True
        self._listener.close()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        while not self._is_stopped:
            try:
                connection, _ = self._listener.accept()
            except ssl.SSLError:  # a client without a certificate that is asked for
                continue
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        reader = connection.makefile("rb")
        try:
            while (request := _read(reader)) is not None and self._reply(connection, request):
                pass
        except OSError:
            pass
        finally:
            reader.close()
            connection.close()
            self._open.remove(connection)

    def _reply(self, connection: socket.socket, request: Received) -> bool:
        with self._lock:
            self.received.append(request)
            step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        reply = step if isinstance(step, Reply) else step(request)
        return _send(connection, request, reply)


def _read(reader: Any) -> Received | None:
    line = reader.readline().decode("latin-1").split()
    if len(line) != 3:
        return None
    headers: dict[str, str] = {}
    while (header := reader.readline().decode("utf-8").strip()) != "":
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    if headers.get("transfer-encoding") == "chunked":
        pieces = []
        while size := int(reader.readline(), 16):
            pieces.append(reader.read(size))
            reader.readline()
        reader.readline()
        body = b"".join(pieces)
    else:
        body = reader.read(int(headers.get("content-length", "0")))
    return Received(line[0], line[1], headers, body)


def _send(connection: socket.socket, request: Received, reply: Reply) -> bool:
    if reply.fault == "reset":
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()
        return False
    if reply.fault == "stall":
        time.sleep(reply.pause)
        return False
    is_chunked = reply.headers.get("Transfer-Encoding") == "chunked"
    chunks = reply.chunks if is_chunked else [b"".join(reply.chunks)]
    headers = dict(reply.headers)
    if not is_chunked and reply.status not in (204, 304):
        headers.setdefault("Content-Length", str(reply.length or len(chunks[0])))  # type: ignore[index]
    head = f"HTTP/1.1 {reply.status} Words\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    connection.sendall(f"{head}\r\n".encode("latin-1"))
    if request.method == "HEAD":
        return True
    for chunk in chunks:
        connection.sendall(b"%x\r\n%b\r\n" % (len(chunk), chunk) if is_chunked else chunk)
        if reply.pause:
            time.sleep(reply.pause)
    if reply.fault == "cut":
        return False
    if is_chunked:
        connection.sendall(b"0\r\n\r\n")
    return "close" not in headers.get("Connection", "")
