"""Download of files from URLs that the user has allowed."""

from __future__ import annotations

from threading import Thread

from typewright.openapi.files.limits import MAX_BYTES

SECONDS: float = 30
"""The limit for a whole fetch, from looking up the host to the last byte."""


class FetchError(Exception):
    """The URL could not be read. The message is the reason."""


def fetch_url(url: str) -> bytes:
    """Return the content of the `http` or `https` URL `url`.

    Raises FetchError if it cannot be read, for redirects, for more than MAX_BYTES, and after SECONDS in all: with a
    limit for each read only, a server that sends a byte a second could block the run forever.
    """
    if not url.startswith(("http://", "https://")):
        raise FetchError("only http and https can be read")
    outcome: list[bytes | FetchError] = []
    thread = Thread(target=lambda: outcome.append(_outcome(url)), daemon=True)
    thread.start()
    thread.join(SECONDS)
    if not outcome:
        raise FetchError(f"it takes more than {SECONDS:g} seconds")
    if isinstance(outcome[0], FetchError):
        raise outcome[0]
    thread.join()
    return outcome[0]


def _outcome(url: str) -> bytes | FetchError:
    """Return the content of `url`, or the error."""
    from typewright.openapi.files.http_transfer import (  # noqa: PLC0415 - 20 modules, and few descriptions need them
        TransferError,
        transferred,
    )

    try:
        return transferred(url, seconds=SECONDS, max_bytes=MAX_BYTES)
    except TransferError as fault:
        return FetchError(str(fault))
