"""Validation of the presence of credentials in a request; the credentials themselves are not verified."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import unquote_plus, urlsplit

from typewright.client import Client, ClientMethod
from typewright.client.security import Scheme, SchemeKind
from typewright.ir import SecurityRequirement
from typewright.mock.requests import Fault, Request, Response
from typewright.mock.styles import Pairs

CHALLENGE = 'Digest realm="mock", nonce="6d6f636b", qop="auth", algorithm=SHA-256'
"""The challenge to a request for an operation with a digest scheme (RFC 7616, 3.3)."""
_WORDS = {
    SchemeKind.BASIC: "basic",
    SchemeKind.DIGEST: "digest",
}
_TOKEN_KINDS = frozenset({SchemeKind.CLIENT_CREDENTIALS, SchemeKind.RESOURCE_OWNER})


def requirements_of(client: Client, method: ClientMethod) -> tuple[SecurityRequirement, ...]:
    """Return the security alternatives of a request; without any, or with an empty one, it needs no credential."""
    return client.security.alternatives if method.security is None else method.security


def security_fault(request: Request, client: Client, method: ClientMethod) -> Fault | None:
    """Return the fault of a request that satisfies none of the security alternatives."""
    alternatives = requirements_of(client, method)
    if not alternatives or any(_is_satisfied(request, client, requirement) for requirement in alternatives):
        return None
    wanted = " or ".join(" and ".join(f"'{key}'" for key in requirement) for requirement in alternatives)
    return Fault("security", f"no credential for {wanted}", method.pointer)


def is_challenged(request: Request, client: Client, method: ClientMethod) -> bool:
    """Return whether to send a digest challenge: an alternative is a digest scheme, and no credential was sent."""
    schemes = (scheme for requirement in requirements_of(client, method) for scheme in _schemes(client, requirement))
    return request.header("authorization") is None and any(scheme.kind is SchemeKind.DIGEST for scheme in schemes)


def query_keys(client: Client) -> frozenset[str]:
    """Return the names of the API keys that are sent in the query."""
    return frozenset(scheme.name for scheme in client.security.schemes if scheme.location == "query")


def _schemes(client: Client, requirement: SecurityRequirement) -> Iterator[Scheme]:
    return (scheme for key in requirement if (scheme := client.security.scheme(key)) is not None)


def _is_satisfied(request: Request, client: Client, requirement: SecurityRequirement) -> bool:
    return all(_is_present(request, scheme) for scheme in _schemes(client, requirement))


def _is_present(request: Request, scheme: Scheme) -> bool:
    if scheme.kind is SchemeKind.API_KEY:
        if scheme.location == "query":
            return any(Pairs.of_query(request.query).named(scheme.name))
        if scheme.location == "cookie":
            return any(value for name, value in request.cookies() if unquote_plus(name) == scheme.name)
        return bool(request.header(scheme.name))
    written = request.header("authorization") or ""
    name, _, credential = written.partition(" ")
    if scheme.kind is SchemeKind.HTTP:
        return bool(written.strip())
    return name.lower() == _WORDS.get(scheme.kind, "bearer") and bool(credential.strip())


def token_response(request: Request, client: Client) -> Response | None:
    """Return a token if the request is for one of the description's token endpoints (RFC 6749, 5.1)."""
    if request.method != "POST" or not any(
        _is_endpoint(request.path, url)
        for scheme in client.security.schemes
        if scheme.kind in _TOKEN_KINDS
        for url in (scheme.token_url, scheme.refresh_url)
        if url
    ):
        return None
    token = {"access_token": "mock-access-token", "token_type": "bearer", "expires_in": 3600}
    headers = (("content-type", "application/json"), ("cache-control", "no-store"))
    return Response(status=200, headers=headers, pieces=(json.dumps(token).encode(),))


def _is_endpoint(path: str, url: str) -> bool:
    """Return whether a path is that of a token endpoint; a relative URL is below the path of a server."""
    wanted = urlsplit(url)
    end = "/" + wanted.path.removeprefix("./").lstrip("/")
    return path == end if wanted.scheme else path.endswith(end)
