"""Tokens of OAuth2 that are renewed with a refresh token (RFC 6749, section 6)."""

from __future__ import annotations

import asyncio
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.runtime.python.loopback import LoopbackServer, Received, Reply, json_reply

OAUTH = {"oauth": {"client_id": "c", "client_secret": "s"}}
GRANT = {"grant_type": "client_credentials", "scope": "albums:write", "client_id": "c", "client_secret": "s"}


def refresh_by(token: str) -> dict[str, str]:
    return {"grant_type": "refresh_token", "refresh_token": token, "client_id": "c", "client_secret": "s"}


class TokenServer:
    """Answers token requests with the next of `tokens`, and calls with the next of `statuses`, at last 204."""

    def __init__(self, tokens: list[Any], statuses: list[int] | None = None) -> None:
        self.tokens = tokens
        self.statuses = statuses or []
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.used: list[str] = []

    def __call__(self, request: Received) -> Reply:
        if not request.path.startswith("/oauth/"):
            self.used.append(request.headers["authorization"])
            return Reply(self.statuses.pop(0) if self.statuses else 204)
        self.requests.append((request.path, dict(parse_qsl(request.body.decode()))))
        answer = self.tokens.pop(0)
        return json_reply(answer, 400 if "error" in answer else 200)


@pytest.fixture
def refreshed(acme: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = import_module("acme_photos.sdk")._DESCRIPTION.security_schemes["OAuth"]
    monkeypatch.setattr(scheme, "refresh_url", "/oauth/refresh")


def token(name: str, **others: Any) -> dict[str, Any]:
    return {"access_token": name, **others}


@pytest.mark.usefixtures("refreshed")
@pytest.mark.parametrize("is_async", [False, True])
def test_a_token_that_ends_is_refreshed(acme: ModuleType, server: LoopbackServer, *, is_async: bool) -> None:
    tokens = TokenServer(
        [
            token("a", refresh_token="r1", expires_in=0),
            token("b", refresh_token="r2", expires_in=0),
            token("c", expires_in=0),
            {"error": "invalid_grant"},
            token("d"),
        ]
    )
    server.answers(tokens)

    async def calls() -> None:
        async with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
            for _ in range(5):
                await client.albums.delete_async(id="a")

    if is_async:
        asyncio.run(calls())
    else:
        with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
            for _ in range(5):
                client.albums.delete(id="a")
    refreshes = [("/oauth/refresh", refresh_by(name)) for name in ("r1", "r2", "r2")]
    assert tokens.requests == [("/oauth/token", GRANT), *refreshes, ("/oauth/token", GRANT)]
    assert tokens.used == ["Bearer a", "Bearer b", "Bearer c", "Bearer d", "Bearer d"]


def test_a_refused_token_is_refreshed_once(acme: ModuleType, server: LoopbackServer) -> None:
    tokens = TokenServer(
        [token("a", refresh_token="r1"), token("b", refresh_token="r2"), token("c")], [401, 204, 401, 204]
    )
    server.answers(tokens)
    with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
        client.albums.delete(id="a")
        client.albums.delete(id="a")
    assert [form["grant_type"] for _, form in tokens.requests] == [
        "client_credentials",
        "refresh_token",
        "client_credentials",
    ]
    assert {path for path, _ in tokens.requests} == {"/oauth/token"}
    assert tokens.used == ["Bearer a", "Bearer b", "Bearer b", "Bearer c"]


@pytest.mark.usefixtures("refreshed")
def test_a_token_url_of_the_caller_refreshes_too(acme: ModuleType, server: LoopbackServer) -> None:
    tokens = TokenServer([token("a", refresh_token="r1", expires_in=0), token("b")])
    server.answers(tokens)
    given = {"oauth": {**OAUTH["oauth"], "token_url": "/oauth/other"}}
    with acme.AcmePhotos(server_url=server.url, security=given) as client:
        client.albums.delete(id="a")
        client.albums.delete(id="a")
    assert [path for path, _ in tokens.requests] == ["/oauth/other", "/oauth/other"]
