"""Reading a file from a URL that the user has allowed."""

from __future__ import annotations

from http.client import HTTPException
from typing import IO
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from typewright.openapi.files.limits import MAX_BYTES

SECONDS = 30


class FetchError(Exception):
    """The URL could not be read; the text says why."""


class _NoRedirects(HTTPRedirectHandler):
    """Stops at a redirect: its target has not been allowed."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str) -> None:
        """Refuse to follow a redirect. Raises FetchError, always."""
        raise FetchError(f"it redirects to '{newurl}'")


def fetch_url(url: str) -> bytes:
    """Return the content of the `http` or `https` address `url`.

    Raises FetchError where there is none, for redirects, and for more than MAX_BYTES.
    """
    if not url.startswith(("http://", "https://")):
        raise FetchError("only http and https can be read")
    try:
        with build_opener(_NoRedirects).open(url, timeout=SECONDS) as response:
            content: bytes = response.read(MAX_BYTES + 1)
    except HTTPError as fault:
        raise FetchError(f"the server says {fault.code} {fault.reason}") from fault
    except (HTTPException, OSError, ValueError) as fault:
        raise FetchError(str(getattr(fault, "reason", None) or fault)) from fault
    if len(content) > MAX_BYTES:
        raise FetchError(f"it has more than {MAX_BYTES:,} bytes")
    return content
