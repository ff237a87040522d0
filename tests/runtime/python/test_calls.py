"""Calls over a real connection: what is sent, what comes back, what is raised."""

from __future__ import annotations

import asyncio
import gzip
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.runtime.python.loopback import LoopbackServer, Reply, json_reply

ALBUM = {"id": "a1", "title": "Sea", "tags": ["blue"], "created_at": "2026-01-02T03:04:05Z", "new": 1}


def test_a_call_sends_its_arguments_and_returns_the_model(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k1", server_url=server.url + "/v1", tenant="t 1") as client:
        album = client.albums.get(id="a/b c", fields=["x", "y,z"], filter_={"taken_after": "2026-01-01", "camera": "É"})
    assert album.title == "Sea"
    assert album.created_at.year == 2026
    [request] = server.received
    assert request.path == "/v1/albums/a%2Fb%20c"
    assert request.query == "fields=x,y%2Cz&filter%5BtakenAfter%5D=2026-01-01&filter%5Bcamera%5D=%C3%89"
    assert request.headers["x-api-key"] == "k1"
    assert request.headers["x-tenant"] == "t 1"
    assert request.headers["accept"] == "application/json"
    assert request.headers["user-agent"].startswith("acme-photos/1.4.0 Python/")


def test_the_same_call_asynchronously(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))

    async def main() -> Any:
        async with acme.AcmePhotos("k1", server_url=server.url) as client:
            return await client.albums.get_async(id="a1")

    assert asyncio.run(main()).id == "a1"
    assert asyncio.run(main()).id == "a1"
    assert len(server.received) == 2


def test_a_body_is_made_of_arguments_and_keeps_one_idempotency_key(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(503, {"Retry-After": "0"}), json_reply(ALBUM, 201))
    retries = acme.utils.RetryConfig("backoff", acme.utils.BackoffStrategy(1, 5, 1.0, 1000))
    with acme.AcmePhotos("k", server_url=server.url, retry_config=retries) as client:
        client.albums.create(title="Sea", filter_=acme.models.AlbumFilter(camera="X"))
    first, second = server.received
    assert first.json() == {"title": "Sea", "filter": {"camera": "X"}}
    assert first.headers["content-type"] == "application/json"
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]


def test_errors_have_data(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(
        Reply(404, {"Content-Type": "application/json; charset=utf-8", "X-Request-Id": "r7"}, [b'{"message":"no"}'])
    )
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.NotFound) as raised:
        client.albums.get(id="a1")
    assert raised.value.data.message == "no"
    assert raised.value.status_code == 404
    assert isinstance(raised.value, acme.errors.AcmePhotosError)
    assert str(raised.value) == 'GET /albums/{id} answered 404 Words (request id r7): {"message":"no"}'


@pytest.mark.parametrize("content", [b'{"message":', b"<html>no</html>", b"", b"[" * 3_000_000])
def test_errors_whose_body_is_no_json_fall_back(acme: ModuleType, server: LoopbackServer, content: bytes) -> None:
    server.answers(Reply(404, {"Content-Type": "application/json"}, [content]))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.APIError) as raised:
        client.albums.get(id="a1")
    assert len(raised.value.body) <= 1024 * 1024
    assert raised.value.http_meta.response is raised.value.raw_response
    assert raised.value.http_meta.request.method == "GET"
    assert len(str(raised.value)) < 2300


def test_an_answer_that_is_not_as_described(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"id": 5}))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with pytest.raises(acme.errors.ResponseValidationError) as raised:
            client.albums.get(id="a1")
        assert raised.value.raw_response.json() == {"id": 5}
        server.answers(Reply(202, {"Content-Type": "application/json"}, [b"{}"]))
        with pytest.raises(acme.errors.APIError, match="a status that is not described"):
            client.albums.get(id="a1")


def test_nobody_answers(acme: ModuleType) -> None:
    with acme.AcmePhotos("k", server_url="http://127.0.0.1:1") as client:
        with pytest.raises(acme.errors.NoResponseError) as raised:
            client.albums.get(id="a1")
        assert raised.value.reason == "connect"
        with pytest.raises(httpx2.ConnectError):
            client.albums.get(id="a1")


def test_a_missing_credential_is_named(acme: ModuleType, server: LoopbackServer) -> None:
    with (
        acme.AcmePhotos("", server_url=server.url) as client,
        pytest.raises(acme.errors.AcmePhotosError, match="ACMEPHOTOS_API_KEY"),
    ):
        client.albums.get(id="a1")


def test_a_closed_client_says_so(acme: ModuleType, server: LoopbackServer) -> None:
    client = acme.AcmePhotos("k", server_url=server.url)
    client.close()
    with pytest.raises(acme.errors.AcmePhotosError, match="closed"):
        client.albums.get(id="a1")


@pytest.mark.parametrize("milliseconds", [0, -1])
def test_a_time_limit_is_above_0(acme: ModuleType, server: LoopbackServer, milliseconds: int) -> None:
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with pytest.raises(acme.errors.AcmePhotosError, match=f"`timeout_ms` is {milliseconds}"):
            client.albums.get(id="a", timeout_ms=milliseconds)
    assert server.received == []


def test_a_packed_error_is_cut(acme: ModuleType, server: LoopbackServer) -> None:
    packed = gzip.compress(b"x" * 3_000_000)
    server.answers(Reply(500, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, [packed]))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.APIError) as raised:
        client.albums.get(id="a")
    assert raised.value.body == "x" * 1024 * 1024


def test_a_redirect_to_nowhere_is_named(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(302, {"Location": "http://127.0.0.1:1/x?secret=s"}))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with pytest.raises(acme.errors.NoResponseError, match=r"GET http://127\.0\.0\.1:1/x: no connection"):
            client.albums.get(id="a")


def test_raw_and_streaming_answers(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        response = client.with_raw_response.albums.get(id="a1")
        assert response.status_code == 200
        assert response.parse().title == "Sea"
        with client.with_streaming_response.albums.get(id="a1") as streamed:
            assert b"".join(streamed.iter_bytes(3)).startswith(b'{"id"')
        with client.with_streaming_response.albums.get(id="a1") as streamed:
            assert streamed.parse().title == "Sea"


def test_requests_that_no_operation_describes(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"ok": True}))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        answer = client.request("post", "/other/{x}?a=1", query={"b": [1, 2]}, json={"n": 1})
        assert answer.json() == {"ok": True}
        assert server.received[0].target == "/other/%7Bx%7D?a=1&b=1&b=2"
        assert server.received[0].headers["x-api-key"] == "k"
        server.answers(json_reply({"no": 1}, 500))
        with pytest.raises(acme.errors.APIError):
            client.request("GET", "/other")


def test_options_of_a_copy(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM, 201))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        copy = client.with_options(http_headers={"X-A": "1"}, extra_query={"debug": True}, extra_body={"more": [1]})
        copy.albums.create(title="t")
        client.albums.create(title="t")
    first, second = server.received
    assert (first.headers["x-a"], first.query, first.json()["more"]) == ("1", "debug=true", [1])
    assert ("x-a" in second.headers, second.query) == (False, "")
    assert server.connections == 1


def test_a_server_without_a_host_is_refused(acme: ModuleType) -> None:
    with acme.AcmePhotos("k", server_url="/v1") as client:
        with pytest.raises(acme.errors.AcmePhotosError, match=r"'/v1' is not absolute: give `server_url`"):
            client.albums.get(id="a1")
