"""The transfer of one file over HTTP. Its libraries are imported by runs that read a URL, and by no others."""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

_CHUNK_BYTES = 1 << 16


class TransferError(Exception):
    """The content could not be read. The message is the reason."""


class _NoRedirects(HTTPRedirectHandler):
    """Refuses redirects, since their targets have not been allowed."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str) -> None:
        """Raise TransferError for every redirect."""
        raise TransferError(f"it redirects to '{newurl}'")


def transferred(url: str, *, seconds: float, max_bytes: int) -> bytes:
    """Return the content of `url`.

    Raises TransferError if it cannot be read, for redirects, for more than `max_bytes`, and at the first chunk that
    comes after `seconds`.
    """
    deadline = time.monotonic() + seconds
    try:
        with build_opener(_NoRedirects).open(url, timeout=seconds) as response:
            return _content(response, deadline, seconds, max_bytes)
    except HTTPError as fault:
        raise TransferError(f"the server says {fault.code} {fault.reason}") from fault
    except (HTTPException, OSError, ValueError) as fault:
        raise TransferError(str(getattr(fault, "reason", None) or fault)) from fault


def _content(response: HTTPResponse, deadline: float, seconds: float, max_bytes: int) -> bytes:
    content = bytearray()
    while chunk := response.read1(_CHUNK_BYTES):
        content += chunk
        if len(content) > max_bytes:
            raise TransferError(f"it has more than {max_bytes:,} bytes")
        if time.monotonic() > deadline:
            raise TransferError(f"it takes more than {seconds:g} seconds")
    return bytes(content)
