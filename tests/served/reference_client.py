"""Sends exactly what a case says that the server sees: proves the table and the server without any generated client."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from tests.served.answers import bytes_of
from tests.served.digest import digest_header

_BOUNDARY = "served-boundary"


def described_request(see: Mapping[str, Any]) -> tuple[str, str, dict[str, str], bytes]:
    """Return method, target, headers and body of the request that `see` describes."""
    method, target = _line(see["request"])
    kind, body = _body(see)
    headers = {
        name: _header(value, method, target, body)
        for name, value in see.get("headers", {}).items()
        if value is not None
    }
    if kind is not None:
        given = next((name for name in headers if name.lower() == "content-type"), None)
        headers[given or "Content-Type"] = _content_type(see, kind, headers.get(given or ""))
    return method, target, headers, body


def send(port: int, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
    """Send one request and read what comes back; faults of the answer are no matter here."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value.encode("latin-1"))
        if body or "Content-Type" in headers:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        connection.sock.settimeout(0.3)
        with contextlib.suppress(OSError, http.client.HTTPException, socket.timeout):
            response = connection.getresponse()
            response.read(1 << 16)
            response.close()


def _line(request: str | Mapping[str, str]) -> tuple[str, str]:
    text = request if isinstance(request, str) else _example(request["matches"])
    method, _, target = text.partition(" ")
    return method, target


def _example(pattern: str) -> str:
    """Return a text that a pattern of the table matches: optional groups are left out, of alternatives the first."""
    text = pattern.replace("\\", "").replace("(.0+)?", "").replace("(Z|%2B00%3A00)", "Z").replace("0*Z", "Z")
    text = (
        text.replace("(HOBA )?", "")
        .replace("(%20|+)", "%20")
        .replace("; ?", "; ")
        .replace("boundary=.+", f"boundary={_BOUNDARY}")
    )
    return text.replace("served.api", "served-api").replace(".*", ", ").strip(", ")


def _header(value: Any, method: str, target: str, body: bytes) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if "digest" in value:
        return digest_header(value["digest"], method, target, body)
    return f"captured-{value['capture']}" if "capture" in value else _example(value["matches"])


def _content_type(see: Mapping[str, Any], kind: str, given: str | None) -> str:
    return (
        given
        or {
            "json": "application/json",
            "form": "application/x-www-form-urlencoded",
            "text": "text/plain; charset=utf-8",
            "bytes": "application/octet-stream",
            "parts": f"multipart/form-data; boundary={_BOUNDARY}",
        }[kind]
    )


def _body(see: Mapping[str, Any]) -> tuple[str | None, bytes]:
    if "json" in see:
        return "json", json.dumps(see["json"]).encode()
    if "form" in see:
        name, secret = see.get("client", (None, None))
        pair = {"client_id": name, "client_secret": secret} if name else {}
        return "form", urlencode({**see["form"], **pair}, doseq=True).encode()
    if "parts" in see:
        return "parts", b"".join(map(_part, see["parts"])) + f"--{_BOUNDARY}--\r\n".encode()
    kind = next((kind for kind in ("text", "bytes") if kind in see), None)
    return kind, bytes_of(see[kind]) if kind else b""


def _part(part: Mapping[str, Any]) -> bytes:
    disposition = f'form-data; name="{part["name"]}"' if part["name"] else "attachment"
    if "file_name" in part:
        name = part["file_name"].replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        disposition += f'; filename="{name}"'
    lines = [f"--{_BOUNDARY}", f"Content-Disposition: {disposition}"]
    lines += [f"Content-Type: {part['type']}"] if "type" in part else []
    lines += [f"{name}: {value}" for name, value in part.get("headers", {}).items()]
    content = json.dumps(part["json"]).encode() if "json" in part else bytes_of(part["bytes"])
    return "\r\n".join([*lines, "", ""]).encode() + content + b"\r\n"
