# Typewright's runtime, copied as it is; its digest is 2a368f334b9e4741.
"""A request before the HTTP library builds it, which security schemes and redirects change."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

if TYPE_CHECKING:
    from .bodies import Payload

_SWITCHES_TO_GET = {
    301: ("POST",),
    302: ("POST",),
    303: ("POST", "PUT", "PATCH", "DELETE"),
}
_CONTENT_FIELDS = (
    "content-type",
    "content-length",
    "content-encoding",
    "transfer-encoding",
)


_FOREIGN_FIELDS = ("accept", "user-agent", *_CONTENT_FIELDS)


class Draft:
    """A request that is still to be signed.

    Attributes:
        method: The HTTP method.
        url: The whole URL, without credentials.
        headers: The header fields, without credentials.
        payload: The content.
        signed_headers: Header fields that hold credentials.
        signed_query: Query parameters that hold credentials.
        signed_cookies: Cookies that hold credentials.

    """

    __slots__ = (
        "headers",
        "method",
        "payload",
        "signed_cookies",
        "signed_headers",
        "signed_query",
        "url",
    )

    def __init__(
        self, method: str, url: str, headers: dict[str, str], payload: Payload | None
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.payload = payload
        self.signed_headers: dict[str, str] = {}
        self.signed_query: dict[str, str] = {}
        self.signed_cookies: dict[str, str] = {}

    @property
    def is_replayable(self) -> bool:
        """Whether the content can be sent again."""
        return self.payload is None or self.payload.is_replayable

    def clear_credentials(self) -> None:
        """Forget all credentials."""
        self.signed_headers.clear()
        self.signed_query.clear()
        self.signed_cookies.clear()

    def signed_url(self) -> str:
        """Return the URL with the credentials that belong in the query."""
        if not self.signed_query:
            return self.url
        pairs = "&".join(
            f"{quote(name, safe='')}={quote(value, safe='')}"
            for name, value in self.signed_query.items()
        )
        return f"{self.url}{'&' if '?' in self.url else '?'}{pairs}"

    def all_headers(self) -> dict[str, str]:
        """Return the header fields with credentials; fields that the caller gave win."""
        if not self.signed_headers and not self.signed_cookies:
            return self.headers
        given = {name.lower() for name in self.headers}
        fields = {
            name: value
            for name, value in self.signed_headers.items()
            if name.lower() not in given
        }
        fields.update(self.headers)
        if self.signed_cookies:
            cookies = [f"{name}={value}" for name, value in self.signed_cookies.items()]
            held = next((name for name in fields if name.lower() == "cookie"), "Cookie")
            fields[held] = "; ".join(
                [*([fields[held]] if held in fields else []), *cookies]
            )
        return fields

    def redirected(self, status: int, location: str) -> Draft | None:
        """Return the request that a redirect leads to (RFC 9110, section 15.4); None if `location` is no HTTP URL.

        To the same origin, credentials go along. To any other, they do not, and neither do the caller's own header
        fields, of which nobody knows what they hold.
        """
        url = joined_url(self.url, location)
        if url is None:
            return None
        headers = dict(self.headers)
        method, payload = self.method, self.payload
        if method in _SWITCHES_TO_GET.get(status, ()):
            method, payload = "GET", None
            headers = {
                name: value
                for name, value in headers.items()
                if name.lower() not in _CONTENT_FIELDS
            }
        following = Draft(method, url, headers, payload)
        if origin(url) == origin(self.url):
            following.signed_headers = dict(self.signed_headers)
            following.signed_cookies = dict(self.signed_cookies)
            following.signed_query = (
                {} if urlsplit(url).query else dict(self.signed_query)
            )
            return following
        following.headers = foreign_fields(headers)
        return following


def foreign_fields(headers: dict[str, str]) -> dict[str, str]:
    """Return the header fields that may be sent to another origin: those that describe the content and the client."""
    return {
        name: value
        for name, value in headers.items()
        if name.lower() in _FOREIGN_FIELDS
    }


def joined_url(base: str, reference: str) -> str | None:
    """Return the URL that a server refers to; None if that is no URL of HTTP."""
    try:
        url = urljoin(base, reference)
        scheme, host, _ = origin(url)
    except ValueError:
        return None
    is_http = scheme in _PORTS and host != ""
    return url if is_http and url.isprintable() else None


_PORTS = {"http": 80, "https": 443}


def origin(url: str) -> tuple[str, str, int | None]:
    """Return scheme, host and port of a URL (RFC 6454, section 4)."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


def is_foreign(url: str, server_url: str) -> bool:
    """Return whether a URL is of another origin than a server; credentials for the server do not go there."""
    if url.startswith(server_url) and url[len(server_url) :][:1] in ("/", "?", ""):
        return False
    return origin(url) != origin(server_url)
