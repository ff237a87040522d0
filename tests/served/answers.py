"""Answers of served cases, and the faults that break them off (README.md, "answer")."""

from __future__ import annotations

import base64
import gzip
import json
import socket
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

_REASONS = {200: "OK", 201: "Created", 204: "No Content", 302: "Found", 304: "Not Modified", 404: "Not Found"}
_WITHOUT_BODY = {204, 304}
_KINDS = {
    "json": "application/json",
    "text": "text/plain; charset=utf-8",
    "sse": "text/event-stream",
    "lines": "application/jsonl",
    "bytes": "application/octet-stream",
}
DRIP_SECONDS = 0.02


class EarlyEnd(Protocol):
    """How a connection is broken off, and how it stalls."""

    reset: Any
    stall: Any


@dataclass(frozen=True)
class Answer:
    """What the server sends. `pieces` are the parts in which the body goes out; without them it goes at once."""

    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    pieces: tuple[bytes, ...] = ()
    is_chunked: bool = False
    has_length: bool = True
    closes: bool = False
    delay: float = 0.0
    pause: float = 0.0
    fault: str | None = None

    @classmethod
    def of(cls, written: Any) -> Answer:
        """Return the answer that a case writes: a status alone, or a mapping."""
        if isinstance(written, int):
            return cls(status=written)
        headers = {str(name): str(value) for name, value in written.get("headers", {}).items()}
        kind = next((kind for kind in _KINDS if kind in written), None)
        body = body_of(kind, written[kind]) if kind else b""
        if kind and not any(name.lower() == "content-type" for name in headers):
            headers["Content-Type"] = _KINDS[kind]
        if encoding := written.get("encode"):
            body = gzip.compress(body) if encoding == "gzip" else zlib.compress(body)
            headers["Content-Encoding"] = encoding
        cut = int(written.get("cut", 0))
        return cls(
            status=int(written.get("status", 200 if kind else 204)),
            headers=headers,
            body=body,
            pieces=tuple(body[start : start + cut] for start in range(0, len(body), cut)) if cut else (),
            is_chunked=bool(written.get("chunked", kind in ("sse", "lines"))),
            has_length=bool(written.get("length", True)),
            closes=bool(written.get("close", False)),
            delay=float(written.get("delay", 0)),
            pause=float(written.get("pause", 0)),
            fault=written.get("fault"),
        )


def body_of(kind: str, written: Any) -> bytes:
    """Return the bytes that a case writes for a body of a kind (a key of `_KINDS`)."""
    if kind == "json":
        return json.dumps(written, ensure_ascii=False).encode()
    if kind == "lines":
        return b"".join(json.dumps(item, ensure_ascii=False).encode() + b"\n" for item in written)
    return bytes_of(written)


def bytes_of(written: Any) -> bytes:
    """Return a text as UTF-8, or a tagged value: `$base64`, `$repeat: [text, times]`, `$join: [...]`."""
    if not isinstance(written, Mapping):
        return str(written).encode()
    if "$base64" in written:
        return base64.b64decode(written["$base64"])
    if "$join" in written:
        return b"".join(bytes_of(part) for part in written["$join"])
    text, times = written["$repeat"]
    return str(text).encode() * int(times)


def write_answer(connection: socket.socket, answer: Answer, method: str, ending: EarlyEnd) -> bool:
    """Write an answer, broken where it says so; return whether the connection stays open."""
    if answer.delay:
        time.sleep(answer.delay)
    if answer.fault in ("close before answer", "reset before answer", "stall before answer"):
        _end_before(answer.fault, ending)
        return False
    head = b"SSH-2.0-nonsense\r\n\r\n" if answer.fault == "no HTTP" else _head(answer)
    if answer.fault == "reset in head":
        connection.sendall(head[: len(head) // 2])
        time.sleep(DRIP_SECONDS)
        ending.reset()
        return False
    for piece in (head[start : start + 1] for start in range(len(head))) if answer.fault == "slow head" else (head,):
        connection.sendall(piece)
        if answer.fault == "slow head":
            time.sleep(DRIP_SECONDS)
    if method != "HEAD" and answer.status not in _WITHOUT_BODY and not _write_body(connection, answer, ending):
        return False
    return answer.fault in (None, "slow head") and not answer.closes and (answer.has_length or answer.is_chunked)


def _end_before(fault: str, ending: EarlyEnd) -> None:
    if fault == "reset before answer":
        ending.reset()
    if fault == "stall before answer":
        ending.stall()


def _head(answer: Answer) -> bytes:
    headers = dict(answer.headers)
    if answer.is_chunked:
        headers.setdefault("Transfer-Encoding", "chunked")
    elif answer.has_length and answer.status not in _WITHOUT_BODY:
        headers.setdefault("Content-Length", str(len(answer.body)))
    if answer.closes or not (answer.has_length or answer.is_chunked):
        headers.setdefault("Connection", "close")
    lines = [f"HTTP/1.1 {answer.status} {_REASONS.get(answer.status, 'Status')}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def _write_body(connection: socket.socket, answer: Answer, ending: EarlyEnd) -> bool:
    """Write the body in its pieces; return whether it was written whole."""
    half = len(answer.body) // 2
    is_broken = answer.fault in ("half body", "reset in body", "stall in body", "bad chunk")
    pieces = (answer.body[:half],) if is_broken else answer.pieces or (answer.body,)
    for piece in _framed(pieces, is_chunked=answer.is_chunked):
        connection.sendall(piece)
        if answer.pause:
            time.sleep(answer.pause)
    if answer.fault == "bad chunk":
        connection.sendall(b"no number\r\n")
    if answer.fault == "reset in body":
        time.sleep(DRIP_SECONDS)
        ending.reset()
    if answer.fault in ("stall in body", "stall after body"):
        ending.stall()
    if is_broken or answer.fault == "stall after body":
        return False
    if answer.is_chunked:
        connection.sendall(b"0\r\n\r\n")
    return True


def _framed(pieces: tuple[bytes, ...], *, is_chunked: bool) -> Iterator[bytes]:
    """Yield the pieces of a body as they travel (RFC 9112, 7.1)."""
    for piece in pieces:
        if piece:
            yield b"%x\r\n%s\r\n" % (len(piece), piece) if is_chunked else piece
