"""Retries, time limits, redirects and credentials over a real connection."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import signal
import threading
import time
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.runtime.python.loopback import LoopbackServer, Received, Reply, json_reply

ALBUM = {"id": "a1", "title": "Sea"}


def retrying(acme: ModuleType, elapsed: int = 2000, *, connections: bool = True) -> Any:
    return acme.utils.RetryConfig("backoff", acme.utils.BackoffStrategy(1, 5, 1.0, elapsed), connections)


def test_nothing_is_tried_again_unasked(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(503))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.APIError):
        client.albums.get(id="a")
    assert len(server.received) == 1


def test_a_call_turns_the_retries_of_the_client_off(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(503))
    with acme.AcmePhotos("k", server_url=server.url, retry_config=retrying(acme)) as client:
        with pytest.raises(acme.errors.APIError):
            client.albums.get(id="a", retries=None)
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "fault", [Reply(fault="reset"), Reply(200, {"Content-Type": "application/json"}, [b"{"], "cut", length=9)]
)
def test_reads_are_tried_again_after_faults(acme: ModuleType, server: LoopbackServer, fault: Reply) -> None:
    server.answers(fault, json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url, retry_config=retrying(acme)) as client:
        assert client.albums.get(id="a").id == "a1"
        server.answers(fault, json_reply(ALBUM))
        with pytest.raises(acme.errors.NoResponseError):
            client.albums.get(id="a", retries=retrying(acme, connections=False))


def test_a_write_without_a_key_is_not_sent_again(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(fault="reset"))
    with acme.AcmePhotos("k", server_url=server.url, retry_config=retrying(acme)) as client:
        with pytest.raises(acme.errors.NoResponseError):
            client.chat.ask(messages=[])
        assert len(server.received) == 1
        server.answers(Reply(fault="reset"), json_reply(ALBUM, 201))
        client.albums.create(title="t")
        assert len(server.received) == 2


def test_a_wait_past_the_deadline_gives_the_answer_at_hand(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(429, {"Retry-After": "3600"}))
    began = time.monotonic()
    with acme.AcmePhotos("k", server_url=server.url, retry_config=retrying(acme)) as client:
        with pytest.raises(acme.errors.APIError) as raised:
            client.albums.get(id="a")
    assert raised.value.status_code == 429
    assert time.monotonic() - began < 1.5


def test_retry_after_is_measured_against_the_date_of_the_answer(acme: ModuleType, server: LoopbackServer) -> None:
    dates = {"Date": "Thu, 01 Jan 2026 00:00:00 GMT", "Retry-After": "Thu, 01 Jan 2026 00:00:01 GMT"}
    server.answers(Reply(503, dates), json_reply(ALBUM))
    began = time.monotonic()
    with acme.AcmePhotos("k", server_url=server.url, retry_config=retrying(acme, 5000)) as client:
        client.albums.get(id="a")
    assert 0.9 < time.monotonic() - began < 2.5


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize(
    "reply",
    [
        Reply(fault="stall", pause=1.0),
        Reply(200, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}, [b" "] * 20, pause=0.05),
    ],
)
def test_an_attempt_ends_in_time(acme: ModuleType, server: LoopbackServer, reply: Reply, *, is_async: bool) -> None:
    server.answers(reply)

    async def main() -> None:
        async with acme.AcmePhotos("k", server_url=server.url, timeout_ms=200) as client:
            await client.albums.get_async(id="a")

    began = time.monotonic()
    with pytest.raises(acme.errors.NoResponseError) as raised:
        if is_async:
            asyncio.run(main())
        else:
            with acme.AcmePhotos("k", server_url=server.url, timeout_ms=200) as client:
                client.albums.get(id="a")
    assert time.monotonic() - began < 0.9
    assert raised.value.reason == "timeout"
    assert isinstance(raised.value, httpx2.TimeoutException)


def test_cancellation_leaves_nothing_open(acme: ModuleType, server: LoopbackServer) -> None:
    slow = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}

    async def main(after: float) -> None:
        async with acme.AcmePhotos("k", server_url=server.url, retry_config=retrying(acme)) as client:
            task = asyncio.create_task(client.albums.get_async(id="a"))
            await asyncio.sleep(after)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    for after in (0.0, 0.01, 0.08, 0.15):
        server.answers(Reply(200, slow, [b" "] * 10, pause=0.1))
        asyncio.run(main(after))


def test_cancellation_at_any_step_leaves_nothing_in_use(acme: ModuleType, server: LoopbackServer) -> None:
    tokens = TokenServer()
    tokens.valid = 1000
    server.answers(tokens)

    async def main() -> None:
        async with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
            client.hooks.after_error(hook)
            for steps in range(0, 240, 6):
                client._engine.shared.signing.tokens.clear()
                task = asyncio.create_task(client.albums.delete_async(id="a"))
                for _ in range(steps):
                    await asyncio.sleep(0.001 if steps % 4 else 0)
                task.cancel()
                with pytest.raises((asyncio.CancelledError, acme.errors.APIError)):
                    await task
            http, _ = client._engine.shared.pool.async_client()
            assert all(connection.is_idle() for connection in http._transport._pool.connections)

    async def hook(*_: object) -> None:
        await asyncio.sleep(0)

    asyncio.run(main())


def test_redirects_do_not_carry_credentials_away(acme: ModuleType, server: LoopbackServer) -> None:
    other = LoopbackServer()
    other.answers(json_reply(ALBUM))
    server.answers(Reply(307, {"Location": "/v2/albums/a"}), Reply(302, {"Location": f"{other.url}/x"}))
    with acme.AcmePhotos("k", server_url=server.url, tenant="t") as client:
        assert client.albums.get(id="a", http_headers={"X-Own": "secret"}).id == "a1"
    assert server.received[1].path == "/v2/albums/a"
    assert server.received[1].headers["x-api-key"] == "k"
    assert not {"x-api-key", "x-own", "x-tenant", "authorization"} & set(other.received[0].headers)
    other.stop()


def test_a_redirect_carries_no_credential_of_an_injected_client_away(acme: ModuleType, server: LoopbackServer) -> None:
    other = LoopbackServer()
    other.answers(json_reply(ALBUM))
    server.answers(Reply(302, {"Location": f"{other.url}/evil", "Content-Length": "0"}))
    own = {"X-Own-Key": "s3cret", "Authorization": "Bearer s3cret"}
    with httpx2.Client(headers=own, cookies={"session": "s3cret"}, auth=("ann", "s3cret")) as injected:
        with acme.AcmePhotos("k", server_url=server.url, client=injected) as client:
            client.albums.get(id="a")
    other.stop()
    assert "s3cret" in server.received[0].headers["x-own-key"]
    assert server.received[0].headers.keys() >= {"authorization", "cookie"}
    sent = {"host", "accept", "accept-encoding", "connection", "user-agent"}
    assert [request.headers.keys() - sent for request in other.received] == [set()]


def test_redirects_end(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(302, {"Location": "/again"}))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.APIError) as raised:
        client.albums.get(id="a")
    assert raised.value.status_code == 302
    assert len(server.received) == 6


def test_the_first_satisfied_alternative_signs(
    acme: ModuleType, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers(json_reply(ALBUM))
    monkeypatch.setenv("ACMEPHOTOS_TOKEN", "env-token")
    with acme.AcmePhotos(server_url=server.url) as client:
        client.albums.get(id="a")
    assert server.received[0].headers["authorization"] == "Bearer env-token"
    server.answers(Reply(204))
    login = acme.models.SchemeLogin(username="ü", password="p:w")
    with acme.AcmePhotos(server_url=server.url, security=acme.models.Security(login=login)) as client:
        client.albums.delete(id="a")
    basic = server.received[0].headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(basic).decode() == "ü:p:w"


def test_a_function_gives_a_credential_for_each_attempt(acme: ModuleType, server: LoopbackServer) -> None:
    keys = iter(["one", "two", "three"])
    server.answers(Reply(503), json_reply(ALBUM))
    with acme.AcmePhotos(lambda: next(keys), server_url=server.url, retry_config=retrying(acme)) as client:
        client.albums.get(id="a")
    assert [request.headers["x-api-key"] for request in server.received] == ["one", "two"]

    async def key() -> str:
        return "later"

    async def main() -> None:
        async with acme.AcmePhotos(key, server_url=server.url) as client:
            await client.albums.get_async(id="a")

    asyncio.run(main())
    assert server.received[-1].headers["x-api-key"] == "later"
    with acme.AcmePhotos(key, server_url=server.url) as client, pytest.raises(TypeError, match="asynchronous"):
        client.albums.get(id="a")


def slow_tokens(request: Received) -> Reply:
    """Answer a request for a token after a while, and any other at once."""
    if request.path != "/oauth/token":
        return Reply(204)
    time.sleep(0.3)
    return json_reply({"access_token": "t", "expires_in": 3600})


class TokenServer:
    """Answers token requests, and calls that bear the newest token."""

    def __init__(self, lifetime: int = 3600) -> None:
        self.tokens = 0
        self.calls = 0
        self.lifetime = lifetime
        self.valid = 1

    def __call__(self, request: Received) -> Reply:
        if request.path == "/oauth/token":
            time.sleep(0.05)
            self.tokens += 1
            form = b"grant_type=client_credentials&scope=albums%3Awrite&client_id=c&client_secret=s"
            assert request.body == form
            return json_reply({"access_token": f"t{self.tokens}", "expires_in": self.lifetime})
        self.calls += 1
        is_valid = request.headers["authorization"] == f"Bearer t{max(self.valid, 1)}"
        return Reply(204 if is_valid else 401)


OAUTH = {"oauth": {"client_id": "c", "client_secret": "s"}}


def test_a_token_endpoint_gets_parameters_of_its_own(
    acme: ModuleType, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(request: Received) -> Reply:
        return json_reply({"access_token": "t"}) if request.path == "/oauth/token" else Reply(204)

    server.answers(answer)
    scheme = import_module("acme_photos.sdk")._DESCRIPTION.security_schemes["OAuth"]
    monkeypatch.setattr(scheme, "additional", {"for_whom": "audience", "days": "days"})
    for whom in ("a b", "c", "c"):
        security = {"oauth": {**OAUTH["oauth"], "for_whom": whom, "days": 3}}
        with acme.AcmePhotos(server_url=server.url, security=security) as client:
            client.albums.delete(id="a")
            client.albums.delete(id="a")
    bodies = [request.body for request in server.received if request.path == "/oauth/token"]
    assert [body.partition(b"&audience=")[2].partition(b"&client")[0] for body in bodies] == [
        b"a+b&days=3&scope=albums%3Awrite",
        b"c&days=3&scope=albums%3Awrite",
        b"c&days=3&scope=albums%3Awrite",
    ]


def test_one_token_request_for_many_calls(acme: ModuleType, server: LoopbackServer) -> None:
    tokens = TokenServer()
    server.answers(tokens)
    with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
        threads = [threading.Thread(target=client.albums.delete, kwargs={"id": "a"}) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    async def main() -> None:
        async with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
            await asyncio.gather(*(client.albums.delete_async(id="a") for _ in range(5)))

    assert (tokens.tokens, tokens.calls) == (1, 5)
    tokens.valid = 2
    asyncio.run(main())
    assert (tokens.tokens, tokens.calls) == (2, 10)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_call_waits_no_longer_for_a_token_than_it_may_take(
    acme: ModuleType, server: LoopbackServer, *, is_async: bool
) -> None:
    server.answers(slow_tokens)

    async def calls(client: Any) -> float:
        first = asyncio.create_task(client.albums.delete_async(id="a"))
        await asyncio.sleep(0.05)
        began = time.monotonic()
        with pytest.raises(acme.errors.NoResponseError, match="in time"):
            await client.albums.delete_async(id="a", timeout_ms=100)
        elapsed = time.monotonic() - began
        await first
        await client.aclose()
        return elapsed

    with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
        if is_async:
            elapsed = asyncio.run(calls(client))
        else:
            first = threading.Thread(target=client.albums.delete, kwargs={"id": "a"})
            first.start()
            time.sleep(0.05)
            began = time.monotonic()
            with pytest.raises(acme.errors.NoResponseError, match="in time"):
                client.albums.delete(id="a", timeout_ms=100)
            elapsed = time.monotonic() - began
            first.join()
    assert 0.1 <= elapsed < 0.2


def test_a_fork_does_not_wait_for_a_token_that_its_parent_gets(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(slow_tokens)
    with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
        first = threading.Thread(target=client.albums.delete, kwargs={"id": "a"})
        first.start()
        time.sleep(0.1)
        pid = os.fork()
        if pid == 0:
            signal.alarm(5)
            with contextlib.suppress(BaseException):
                client.albums.delete(id="b")
                os._exit(0)
            os._exit(1)
        first.join()
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_requests_that_are_not_described_leave_no_choice_of_credentials_behind(
    acme: ModuleType, server: LoopbackServer
) -> None:
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        for _ in range(3):
            client.request("GET", "/free")
        assert client._engine.selections == {}


def test_a_refused_token_is_got_again_once(acme: ModuleType, server: LoopbackServer) -> None:
    tokens = TokenServer()
    server.answers(tokens)
    with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
        client.albums.delete(id="a")
        tokens.valid = 2
        client.albums.delete(id="a")
        assert (tokens.tokens, tokens.calls) == (2, 3)
        tokens.valid = 9
        with pytest.raises(acme.errors.APIError):
            client.albums.delete(id="a")
    assert tokens.tokens == 3


def test_a_token_endpoint_that_fails(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"error": "invalid_client", "secret": "s"}, 401))
    with acme.AcmePhotos(server_url=server.url, security=OAUTH) as client:
        with pytest.raises(acme.errors.AcmePhotosError, match=r"401 \(invalid_client\)"):
            client.albums.delete(id="a")


def test_no_credential_is_logged(
    acme: ModuleType, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    lines: list[str] = []

    class Logger:
        def debug(self, message: str, *args: object) -> None:
            lines.append(message % args)

    monkeypatch.setenv("ACMEPHOTOS_DEBUG_BODIES", "1")
    server.answers(json_reply({**ALBUM, "token": "s3cret"}))
    with acme.AcmePhotos("s3cret", server_url=server.url, debug_logger=Logger()) as client:
        client.albums.get(id="a", http_headers={"X-Session-Token": "s3cret"})
        assert "s3cret" not in repr(client)
    text = "\n".join(lines)
    assert [line.partition(":")[0] for line in lines] == ["request", "response", "response body"]
    assert "GET" in text
    assert "response body" in text
    assert "s3cret" not in text
    assert json.dumps(ALBUM)[1:-1] in text
