"""What a package or a user chooses: the HTTP library, credentials by a function, deprecations, answers left unread."""

from __future__ import annotations

import asyncio
import base64
import warnings
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from tests.runtime.python.loopback import LoopbackServer, Reply, chunked, json_reply

ALBUM = {"id": "a1", "title": "Sea"}
RUNTIME = "acme_photos._runtime.client."


def client_of(server: LoopbackServer, changes: dict[str, Any], **given: Any) -> Any:
    """Return a client whose description is changed."""
    description = import_module("acme_photos.sdk")._DESCRIPTION._replace(**changes)
    options = import_module(f"{RUNTIME}options")
    chosen = options.ClientOptions(server=options.ServerChoice(server_url=server.url), **given)
    return import_module(f"{RUNTIME}base_client").BaseClient(description, chosen)


def operation_of(**changes: Any) -> Any:
    """Return the operation that reads an album, changed."""
    return replace(import_module("acme_photos.albums")._GET, **changes)


def call_options() -> Any:
    return import_module(f"{RUNTIME}options").CallOptions()


@pytest.mark.parametrize("is_async", [False, True])
def test_httpx_is_the_other_choice(acme: ModuleType, server: LoopbackServer, *, is_async: bool) -> None:
    given = {"credentials": {"ApiKey": "k"}, "timeout_ms": 200}
    with client_of(server, {"http_library": "httpx"}, **given) as client:

        def get() -> Any:
            if not is_async:
                return client._engine.call(operation_of(), {"id": "a"}, call_options())

            async def main() -> Any:
                async with client_of(server, {"http_library": "httpx"}, **given) as other:
                    return await other._engine.call_async(operation_of(), {"id": "a"}, call_options())

            return asyncio.run(main())

        server.answers(json_reply(ALBUM))
        assert get().title == "Sea"
        assert server.received[0].headers["user-agent"].endswith(" httpx")
        server.answers(Reply(fault="stall", pause=0.5))
        with pytest.raises(acme.errors.NoResponseError) as raised:
            get()
        assert isinstance(raised.value, httpx.ReadTimeout)
        server.answers(Reply(404, {"Content-Type": "application/json"}, [b"[" * 3_000_000]))
        with pytest.raises(acme.errors.APIError) as failed:
            get()
        assert len(failed.value.body) == 1024 * 1024


def test_a_function_gives_all_credentials(acme: ModuleType, server: LoopbackServer) -> None:
    tokens = iter(["one", "two"])
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos(server_url=server.url, security=lambda: {"token": next(tokens)}) as client:
        client.albums.get(id="a")
        client.albums.get(id="a")
    assert [request.headers["authorization"] for request in server.received] == ["Bearer one", "Bearer two"]


def test_a_copy_of_a_client_has_credentials_of_its_own(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("one", server_url=server.url) as client:
        other = client.with_options(security={"api_key": "two"})
        assert other._engine.shared is client._engine.shared
        for used in (client, other, other.with_options(timeout_ms=1000), client.with_options(security=lambda: None)):
            with suppress(acme.errors.AcmePhotosError):
                used.albums.get(id="a")
    assert [request.headers["x-api-key"] for request in server.received] == ["one", "two", "two"]


def test_each_part_of_a_credential_is_a_text_a_secret_or_a_function(acme: ModuleType, server: LoopbackServer) -> None:
    async def later() -> SecretStr:
        return SecretStr("later")

    server.answers(Reply(204))
    passwords = iter([SecretStr("p1"), "p2"])
    login = acme.models.SchemeLogin(username=SecretStr("u"), password=lambda: next(passwords))
    client = acme.AcmePhotos(server_url=server.url, security=acme.models.Security(login=login))
    with client:
        client.albums.delete(id="a")
        client.albums.delete(id="a")

    async def main() -> None:
        async with acme.AcmePhotos(
            server_url=server.url, security={"login": {"username": "u", "password": later}}
        ) as client:
            await client.albums.delete_async(id="a")

    asyncio.run(main())
    sent = [request.headers["authorization"].removeprefix("Basic ") for request in server.received]
    assert [base64.b64decode(text) for text in sent] == [b"u:p1", b"u:p2", b"u:later"]


def test_a_secret_is_a_credential_unless_it_is_empty(
    acme: ModuleType, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers(json_reply(ALBUM))
    monkeypatch.setenv("ACMEPHOTOS_API_KEY", "from outside")
    for key in (SecretStr("s3cret"), SecretStr(""), lambda: ""):
        with acme.AcmePhotos(key, server_url=server.url) as client:
            client.albums.get(id="a")
    assert [request.headers["x-api-key"] for request in server.received] == ["s3cret", "from outside", "from outside"]


def test_deprecations_are_told_once_in_a_process_where_the_call_is(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    old = operation_of(deprecated="get is deprecated: use find", deprecated_arguments={"fields": "fields goes"})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(2):
            with client_of(server, {}, credentials={"ApiKey": "k"}) as client:

                class Albums:
                    def get(self, engine: Any = client._engine, **arguments: Any) -> Any:
                        return engine.call(old, arguments, call_options())

                for _ in range(2):
                    Albums().get(id="a", fields=["x"])
    assert [str(warning.message) for warning in caught] == ["get is deprecated: use find", "fields goes"]
    assert {warning.filename for warning in caught} == {__file__}


def test_problems_have_data(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(422, {"Content-Type": "Application/Problem+JSON"}, [b'{"title":"too long","new":1}']))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.Problem) as raised:
        client.albums.create(title="t")
    assert raised.value.data.title == "too long"
    assert server.received[0].headers["accept"] == "application/json, application/problem+json;q=0.9"


def test_a_stream_can_be_had_from_an_answer_that_is_left_unread(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(chunked([b'data: {"delta": "a"}\n\n'] * 2, "text/event-stream"))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with client.with_streaming_response.chat.ask(messages=[], stream=True) as response:
            assert [event.data.delta for event in response.parse()] == ["a", "a"]
        raw = client.with_raw_response.chat.ask(messages=[], stream=True)
        assert raw.status_code == 200
        with raw.parse() as events:
            assert next(events).data.delta == "a"

    async def main() -> list[str]:
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            async with client.with_streaming_response.chat.ask_async(messages=[], stream=True) as response:
                return [line async for line in response.iter_lines()]

    assert asyncio.run(main()) == ['data: {"delta": "a"}', "", 'data: {"delta": "a"}', ""]


def test_a_stream_that_is_forgotten_is_closed(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(chunked([b'data: {"delta": "a"}\n\n'] * 3, "text/event-stream", pause=0.01))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        client.chat.ask(messages=[], stream=True)
        for event in client.chat.ask(messages=[], stream=True):
            assert event.data.delta == "a"
            break
        assert client.with_raw_response.chat.ask(messages=[], stream=True).status_code == 200
        connections = client._engine.shared.pool.sync_client()._transport._pool.connections
        assert all(connection.is_idle() or connection.is_closed() for connection in connections)


def test_a_paged_call_without_content_is_none(acme: ModuleType, server: LoopbackServer) -> None:
    answers = import_module(f"{RUNTIME}answers")
    paging = import_module(f"{RUNTIME}paging")
    rule = paging.CursorPaging(argument="cursor", next_cursor="$.next")
    operation = operation_of(answers=(answers.EmptyAnswer("204"),), paging=rule)
    server.answers(Reply(204))
    with client_of(server, {}, credentials={"ApiKey": "k"}) as client:
        assert client._engine.call(operation, {"id": "a"}, call_options()) is None


def test_a_server_that_does_not_exist(acme: ModuleType) -> None:
    with pytest.raises(acme.errors.AcmePhotosError, match="there is no server 'x'; there is 'production', 'staging'"):
        acme.AcmePhotos("k", server="x")
    with pytest.raises(acme.errors.AcmePhotosError, match="there are 2"):
        acme.AcmePhotos("k", server_idx=2)
    assert acme.AcmePhotos("k", region="us").server_url == "https://us.photos.example.com/v1"
    assert acme.AcmePhotos("k", server="staging").server_url == "https://staging.photos.example.com/v1"


def test_a_server_that_operations_alone_have(acme: ModuleType, server: LoopbackServer) -> None:
    described = import_module(f"{RUNTIME}description")
    own = (described.Server(f"{server.url}/own"), described.Server(f"{server.url}/second", "second"))
    changes = {"servers": (described.Server(server.url),), "operation_servers": ("second",)}
    description = import_module("acme_photos.sdk")._DESCRIPTION._replace(**changes)
    options = import_module(f"{RUNTIME}options")
    server.answers(json_reply(ALBUM))
    chosen = options.ClientOptions(server=options.ServerChoice("second"), credentials={"ApiKey": "k"})
    with import_module(f"{RUNTIME}base_client").BaseClient(description, chosen) as client:
        client._engine.call(operation_of(servers=own), {"id": "a"}, call_options())
        client._engine.call(operation_of(), {"id": "a"}, call_options())
    assert [request.path for request in server.received] == ["/second/albums/a", "/albums/a"]
    with pytest.raises(acme.errors.AcmePhotosError, match="there is 'second'"):
        chosen = options.ClientOptions(server=options.ServerChoice("third"))
        import_module(f"{RUNTIME}base_client").BaseClient(description, chosen)


@pytest.mark.parametrize(
    ("by_default", "given", "accepted"),
    [
        (False, {}, "application/json"),
        (False, {"stream": True}, "text/event-stream"),
        (True, {}, "text/event-stream"),
        (True, {"stream": None}, "text/event-stream"),
        (True, {"stream": False}, "application/json"),
    ],
)
def test_a_call_asks_for_a_stream_where_it_chooses_so_or_by_default(
    acme: ModuleType, server: LoopbackServer, given: dict[str, Any], accepted: str, *, by_default: bool
) -> None:
    body = replace(import_module("acme_photos.chat")._ASK, streams_by_default=by_default)
    server.answers(Reply(500))
    error = import_module("acme_photos._runtime.client.errors").ClientError
    with client_of(server, {}, credentials={"ApiKey": "k"}) as client, pytest.raises(error):
        client._engine.call(body, {"messages": [], **given}, call_options())
    (request,) = server.received
    assert request.headers["accept"] == accepted
