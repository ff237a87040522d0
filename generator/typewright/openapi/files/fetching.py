"""Download of files from URLs that the user has allowed."""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPResponse
from threading import Thread
from typing import IO
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from typewright.openapi.files.limits import MAX_BYTES

SECONDS: float = 30
"""The limit for a whole fetch, from looking up the host to the last byte."""
_CHUNK_BYTES = 1 << 16


class FetchError(Exception):
    """The URL could not be read. The message is the reason."""


class _NoRedirects(HTTPRedirectHandler):
    """Refuses redirects, since their targets have not been allowed."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str) -> None:
        """Raise FetchError for every redirect."""
        raise FetchError(f"it redirects to '{newurl}'")


def fetch_url(url: str) -> bytes:
    """Return the content of the `http` or `https` URL `url`.

    Raises FetchError if it cannot be read, for redirects, for more than MAX_BYTES, and after SECONDS in all: with a
    limit for each read only, a server that sends a byte a second could block the run forever.
    """
    if not url.startswith(("http://", "https://")):
        raise FetchError("only http and https can be read")
    outcome: list[bytes | FetchError] = []
    deadline = time.monotonic() + SECONDS
    thread = Thread(target=lambda: outcome.append(_outcome(url, deadline)), daemon=True)
    thread.start()
    thread.join(SECONDS)
    if not outcome:
        raise FetchError(f"it takes more than {SECONDS:g} seconds")
    if isinstance(outcome[0], FetchError):
        raise outcome[0]
    thread.join()
    return outcome[0]


def _outcome(url: str, deadline: float) -> bytes | FetchError:
    """Return the content of `url`, or the error; `deadline` is a time of `time.monotonic`."""
    try:
        with build_opener(_NoRedirects).open(url, timeout=SECONDS) as response:
            return _content(response, deadline)
    except FetchError as fault:
        return fault
    except HTTPError as fault:
        return FetchError(f"the server says {fault.code} {fault.reason}")
    except (HTTPException, OSError, ValueError) as fault:
        return FetchError(str(getattr(fault, "reason", None) or fault))


def _content(response: HTTPResponse, deadline: float) -> bytes:
    content = bytearray()
    while chunk := response.read1(_CHUNK_BYTES):
        content += chunk
        if len(content) > MAX_BYTES:
            raise FetchError(f"it has more than {MAX_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise FetchError(f"it takes more than {SECONDS:g} seconds")
    return bytes(content)
