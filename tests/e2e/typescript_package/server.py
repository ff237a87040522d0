"""A server of the gallery that packages are tried with: it answers as its description says, and notes what it saw."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PHOTO = {"photo_id": "p1", "taken_at": "2026-01-02T03:04:05Z", "title": "Sea", "caption": "The sea", "width": 640}
WORDS = "".join(
    f"data: {json.dumps({'spoken_at': PHOTO['taken_at'], 'text': text})}\n\n" for text in ("a", "wide", "sea")
)


@dataclass
class Gallery:
    """A server that runs, and the requests that it saw: method, target, headers by names in lower case, body."""

    url: str
    seen: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


def answer_to(method: str, target: str) -> tuple[int, str, str]:
    """Return status, media type and body of the answer to a request."""
    path, _, query = target.partition("?")
    kind = "application/json"
    if path == "/v1/chat":
        return 200, "text/event-stream", WORDS
    if path == "/v1/photos/lost":
        return 404, kind, json.dumps({"message": "No such photo"})
    if path == "/v1/photos" and method == "GET":
        page: dict[str, Any] = {"photos": [PHOTO | {"photo_id": "p2"}]} if query else {"photos": [PHOTO], "next": "2"}
        return 200, kind, json.dumps(page)
    return 200, kind, json.dumps(PHOTO)


@contextmanager
def serving() -> Iterator[Gallery]:
    """Run the server on a free port while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            gallery.seen.append((self.command, self.path, headers, body))
            status, kind, text = answer_to(self.command, self.path)
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_POST = do_PATCH = answer  # noqa: N815 - the names that the library looks for

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        gallery = Gallery(f"http://127.0.0.1:{server.server_port}/v1")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield gallery
        server.shutdown()
