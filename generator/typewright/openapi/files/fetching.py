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
"""How long a fetch may take in all, from looking up the host to the last byte."""
_PART = 1 << 16


class FetchError(Exception):
    """The URL could not be read; the message says why."""


class _NoRedirects(HTTPRedirectHandler):
    """Refuses redirects, since their targets have not been allowed."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str) -> None:
        """Refuse to follow a redirect. Raises FetchError, always."""
        raise FetchError(f"it redirects to '{newurl}'")


def fetch_url(url: str) -> bytes:
    """Return the content of the `http` or `https` address `url`.

    Raises FetchError where there is none, for redirects, for more than MAX_BYTES, and after SECONDS in all: a limit for
    each read alone would let a server that sends a byte a second hold the run for as long as it likes.
    """
    if not url.startswith(("http://", "https://")):
        raise FetchError("only http and https can be read")
    outcome: list[bytes | FetchError] = []
    ends = time.monotonic() + SECONDS
    reader = Thread(target=lambda: outcome.append(_outcome(url, ends)), daemon=True)
    reader.start()
    reader.join(SECONDS)
    if not outcome:
        raise FetchError(f"it takes more than {SECONDS:g} seconds")
    if isinstance(outcome[0], FetchError):
        raise outcome[0]
    reader.join()
    return outcome[0]


def _outcome(url: str, ends: float) -> bytes | FetchError:
    """Return the content of `url`, or the reason why there is none; `ends` is the deadline."""
    try:
        with build_opener(_NoRedirects).open(url, timeout=SECONDS) as response:
            return _content(response, ends)
    except FetchError as fault:
        return fault
    except HTTPError as fault:
        return FetchError(f"the server says {fault.code} {fault.reason}")
    except (HTTPException, OSError, ValueError) as fault:
        return FetchError(str(getattr(fault, "reason", None) or fault))


def _content(response: HTTPResponse, ends: float) -> bytes:
    content = bytearray()
    while part := response.read1(_PART):
        content += part
        if len(content) > MAX_BYTES:
            raise FetchError(f"it has more than {MAX_BYTES:,} bytes")
        if time.monotonic() > ends:
            raise FetchError(f"it takes more than {SECONDS:g} seconds")
    return bytes(content)
