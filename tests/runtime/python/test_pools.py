"""Clients in threads, forks, event loops and pickles; what is open is closed."""

from __future__ import annotations

import asyncio
import gc
import io
import os
import pickle
import threading
import warnings
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.runtime.python.loopback import LoopbackServer, Reply, chunked, json_reply

ALBUM = {"id": "a1", "title": "Sea"}


def test_a_fork_has_connections_of_its_own(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        client.albums.get(id="a")
        pid = os.fork()
        if pid == 0:
            client.albums.get(id="a")
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        client.albums.get(id="a")
    assert server.connections == 2
    assert len(server.received) == 3


def test_threads_share_a_client(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    failures: list[BaseException] = []

    def call() -> None:
        try:
            for _ in range(10):
                client.albums.get(id="a")
        except BaseException as error:  # noqa: BLE001, RUF100
            failures.append(error)

    with acme.AcmePhotos("k", server_url=server.url) as client:
        threads = [threading.Thread(target=call) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures
    assert len(server.received) == 80
    assert server.connections <= 8


def test_a_pickled_client_calls_the_same_server(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    with acme.AcmePhotos("k", server_url=server.url, tenant="t", timeout_ms=900) as client:
        copy = pickle.loads(pickle.dumps(client))  # noqa: S301
    with copy:
        copy.albums.get(id="a")
    assert server.received[0].headers["x-tenant"] == "t"
    with httpx2.Client() as own, pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(acme.AcmePhotos("k", client=own))


def test_an_injected_client_is_used_and_stays_open(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    with httpx2.Client(headers={"X-Own": "1"}) as own:
        with acme.AcmePhotos("k", server_url=server.url, client=own) as client:
            client.albums.get(id="a")
        assert not own.is_closed
    assert server.received[0].headers["x-own"] == "1"


def test_an_error_can_be_pickled(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"message": "no"}, 404))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.NotFound) as raised:
        client.albums.get(id="a")
    copy = pickle.loads(pickle.dumps(raised.value))  # noqa: S301
    assert (str(copy), copy.status_code, copy.data.message) == (str(raised.value), 404, "no")


def test_a_failed_connection_can_be_pickled(acme: ModuleType) -> None:
    with acme.AcmePhotos("k", server_url="http://127.0.0.1:1") as client, pytest.raises(httpx2.ConnectError) as raised:
        client.albums.get(id="a")
    copy = pickle.loads(pickle.dumps(raised.value))  # noqa: S301
    assert isinstance(copy, acme.errors.NoResponseError)
    assert (str(copy), copy.reason) == (str(raised.value), "connect")


def test_no_credential_is_shown_by_what_a_client_is_made_of(acme: ModuleType) -> None:
    client = acme.AcmePhotos("s3cret", security={"token": "s3cret"}).with_options(http_headers={"X-Own": "s3cret"})
    engine = client._engine
    shown = [client, engine, engine.options, engine.shared, engine.description]
    assert not [one for one in map(repr, shown) if "s3cret" in one]


def test_a_forgotten_client_closes_itself(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM))
    client = acme.AcmePhotos("k", server_url=server.url)
    client.albums.get(id="a")
    del client
    gc.collect()


def test_a_forgotten_asynchronous_client_is_told(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM, Connection="close"))

    async def main() -> None:
        client = acme.AcmePhotos("k", server_url=server.url)
        await client.albums.get_async(id="a")

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(main())
        gc.collect()
    told = [str(warning.message) for warning in caught if warning.category is ResourceWarning]
    assert any("asynchronous client was not closed" in message for message in told)


def test_one_client_in_two_event_loops(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM, Connection="close"))
    client = acme.AcmePhotos("k", server_url=server.url)

    async def main() -> str:
        result: str = (await client.albums.get_async(id="a")).id
        return result

    assert [asyncio.run(main()), asyncio.run(main())] == ["a1", "a1"]

    async def end() -> None:
        await main()
        await client.aclose()

    asyncio.run(end())


def test_hooks_run_around_calls(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply(ALBUM), Reply(500))
    seen: list[str] = []

    async def before(context: object, request: httpx2.Request) -> None:
        request.headers["X-Hook"] = "1"

    with acme.AcmePhotos("k", server_url=server.url) as client:
        client.hooks.before_request(lambda context, request: seen.append(f"before {context.operation_id}"))
        client.hooks.after_success(lambda context, response: seen.append(f"after {response.status_code}"))
        client.hooks.after_error(lambda context, response, error: seen.append(f"error {response.status_code}"))
        client.albums.get(id="a")
        with pytest.raises(acme.errors.APIError):
            client.albums.get(id="a")

    async def main() -> None:
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            client.hooks.before_request(before)
            await client.albums.get_async(id="a")

    server.answers(json_reply(ALBUM))
    asyncio.run(main())
    assert seen == ["before getAlbum", "after 200", "before getAlbum", "error 500"]
    assert server.received[0].headers["x-hook"] == "1"


def test_an_answer_of_a_hook_is_taken_for_what_it_is(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({}, 404))
    with acme.AcmePhotos("k", server_url=server.url) as client:

        @client.hooks.after_error
        def replace(context: Any, response: Any, error: Any) -> httpx2.Response:
            return httpx2.Response(200, json=ALBUM, request=response.request)

        assert client.albums.get(id="a").id == "a1"

        @client.hooks.after_success
        def refuse(context: Any, response: Any) -> httpx2.Response:
            return httpx2.Response(418, text="tea", request=response.request)

        server.answers(json_reply(ALBUM))
        with pytest.raises(acme.errors.APIError, match="418"):
            client.albums.get(id="a")


def test_a_hook_can_give_an_answer_where_none_came(acme: ModuleType) -> None:
    with acme.AcmePhotos("k", server_url="http://127.0.0.1:1") as client:

        @client.hooks.after_error
        def replace(context: Any, response: Any, error: Any) -> httpx2.Response:
            assert isinstance(error, httpx2.ConnectError)
            return httpx2.Response(200, json=ALBUM)

        assert client.albums.get(id="a").id == "a1"


@pytest.mark.parametrize(
    "reply",
    [
        json_reply(ALBUM),
        Reply(fault="reset"),
        Reply(fault="stall", pause=0.6),
        Reply(200, {"Content-Type": "application/json"}, [b"{"], "cut", length=9),
    ],
)
def test_calls_over_aiohttp(acme: ModuleType, server: LoopbackServer, reply: Reply) -> None:
    pytest.importorskip("aiohttp")
    from runtime.client.aiohttp_client import aiohttp_client  # noqa: PLC0415

    server.answers(reply)

    async def main() -> str:
        own = aiohttp_client()
        try:
            client = acme.AcmePhotos("k", server_url=server.url, async_client=own, timeout_ms=300)
            result: str = (await client.albums.get_async(id="a", filter_={"camera": "é"})).id
            return result
        finally:
            await own.aclose()

    if reply.fault:
        with pytest.raises(acme.errors.NoResponseError) as raised:
            asyncio.run(main())
        assert raised.value.reason == ("timeout" if reply.fault == "stall" else "closed")
    else:
        assert asyncio.run(main()) == "a1"
        assert server.received[0].query == "filter%5Bcamera%5D=%C3%A9"


class Piped(io.BytesIO):
    """A file whose length nobody knows."""

    def seekable(self) -> bool:
        return False


def test_streams_and_uploads_over_aiohttp(acme: ModuleType, server: LoopbackServer) -> None:
    pytest.importorskip("aiohttp")
    from runtime.client.aiohttp_client import aiohttp_client  # noqa: PLC0415

    async def main() -> list[bytes]:
        async with aiohttp_client() as own:  # type: ignore[attr-defined]
            client = acme.AcmePhotos("k", server_url=server.url, async_client=own)
            server.answers(json_reply({"id": "p"}, 201))
            await client.photos.upload_async(file={"file_name": "a", "content": b"x" * 300_000})
            assert len(server.received[0].body) > 300_000
            piped = Piped(b"y" * 10)
            await client.photos.upload_async(file={"file_name": "a", "content": piped})
            assert b"y" * 10 in server.received[1].body
            server.answers(chunked([b"ab", b"cd"], "image/png"))
            return [chunk async for chunk in await client.photos.download_async(id="p")]

    assert b"".join(asyncio.run(main())) == b"abcd"
