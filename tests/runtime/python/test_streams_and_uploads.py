"""Uploads, downloads, event streams and pages over a real connection."""

from __future__ import annotations

import asyncio
import gc
import io
import warnings
from collections.abc import AsyncIterator
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.runtime.python.loopback import LoopbackServer, Received, Reply, chunked, json_reply


def parts_of(request: Received) -> dict[str, Any]:
    """Return the parts of a multipart body by their names, parsed by Python's own library."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.body)
    return {part.get_param("name", header="content-disposition"): part for part in message.iter_parts()}  # type: ignore[union-attr, misc]


def test_an_upload_has_parts_with_types(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"id": "p1"}, 201))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        client.photos.upload(
            file={"file_name": 'sé"a.png', "content": io.BytesIO(b"\x89PNG")}, title="Sea", details={"camera": "X"}
        )
    [request] = server.received
    parts = parts_of(request)
    assert parts["file"].get_content_type() == "image/png"
    assert parts["file"].get_payload(decode=True) == b"\x89PNG"
    assert 'filename="sé%22a.png"'.encode() in request.body
    assert parts["title"].get_payload(decode=True) == b"Sea"
    assert parts["details"].get_content_type() == "application/json"
    assert parts["details"].get_payload(decode=True) == b'{"camera":"X"}'
    assert int(request.headers["content-length"]) == len(request.body)


def test_the_content_of_a_file_that_cannot_be_read_is_refused(acme: ModuleType, server: LoopbackServer) -> None:
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with pytest.raises(ValueError, match="an open file or a path, not list_iterator"):
            client.photos.upload(file={"file_name": "a", "content": iter([b"x"])})


def test_a_file_is_sent_again_from_where_it_stood(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(Reply(503), json_reply({"id": "p1"}, 201))
    file = io.BytesIO(b"headBODY")
    file.seek(4)
    retries = acme.utils.RetryConfig("backoff", acme.utils.BackoffStrategy(1, 2, 1, 1000))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        client.photos.upload(file={"file_name": "a", "content": file}, retries=retries)
    assert [parts_of(request)["file"].get_payload(decode=True) for request in server.received] == [b"BODY", b"BODY"]


def test_an_iterator_that_cannot_be_rewound_is_not_sent_again(acme: ModuleType, server: LoopbackServer) -> None:
    class Pipe(io.RawIOBase):
        left = b"once"

        def read(self, size: int = -1) -> bytes:
            given, self.left = self.left, b""
            return given

    server.answers(Reply(503))
    retries = acme.utils.RetryConfig("backoff", acme.utils.BackoffStrategy(1, 2, 1, 1000))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.APIError):
        client.photos.upload(file={"file_name": "a", "content": Pipe()}, retries=retries)
    assert len(server.received) == 1
    assert server.received[0].headers["transfer-encoding"] == "chunked"


def test_an_asynchronous_upload(acme: ModuleType, server: LoopbackServer, tmp_path: Path) -> None:
    server.answers(json_reply({"id": "p1"}, 201))
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x" * 700_000)

    async def main() -> None:
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            await client.photos.upload_async(file={"file_name": "a.jpg", "content": path})

    asyncio.run(main())
    assert len(parts_of(server.received[0])["file"].get_payload(decode=True)) == 700_000


def test_a_download_is_a_stream(acme: ModuleType, server: LoopbackServer, tmp_path: Path) -> None:
    server.answers(chunked([b"ab", b"cd"], "image/png"))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with client.photos.download(id="p") as stream:
            assert list(stream.iter_bytes()) == [b"ab", b"cd"]
        client.photos.download(id="p").save(tmp_path / "f")
        assert (tmp_path / "f").read_bytes() == b"abcd"
        assert client.photos.download(id="p").read() == b"abcd"
        stream = client.photos.download(id="p")
        next(stream.iter_bytes())
        stream.close()


def test_a_download_that_is_cut(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(chunked([b"ab"], "image/png", fault="cut"))
    with acme.AcmePhotos("k", server_url=server.url) as client, pytest.raises(acme.errors.NoResponseError) as raised:
        client.photos.download(id="p").read()
    assert raised.value.reason == "closed"


EVENTS = [
    b"\xef\xbb\xbf: hi\r\n\r\nevent: m\r",
    b'\nid: 7\r\ndata: {"delta":\r\ndata: "a"}\r\n\r',
    b"\ndata: [DONE]\n\n",
]


def test_events_are_typed_and_end_at_the_sentinel(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(chunked([*EVENTS, b"data: x\n\n"], "text/event-stream; charset=utf-8"))
    messages = [{"role": "user", "content": "hi"}]
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with client.chat.ask(messages=messages, stream=True) as events:
            [event] = list(events)
    assert (event.data.delta, event.event, event.id) == ("a", "m", "7")
    assert server.received[0].headers["accept"] == "text/event-stream"
    assert server.received[0].json() == {"messages": messages, "stream": True}


def test_events_asynchronously_and_left_early(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(chunked([b'data: {"delta": "a"}\n\n'] * 3, "text/event-stream"))

    async def main() -> list[str]:
        seen = []
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            events = await client.chat.ask_async(messages=[], stream=True)
            async with events:
                async for event in events:
                    seen.append(event.data.delta)
                    break
        return seen

    assert asyncio.run(main()) == ["a"]


def abandoned_streams(acme: ModuleType, url: str, is_read: bool) -> list[str]:
    """Forget streams of both kinds within a client, unread or left early, and return the warnings."""

    async def main() -> None:
        async with acme.AcmePhotos("k", server_url=url) as client:
            for method, arguments in (
                (client.photos.download_async, {"id": "p"}),
                (client.chat.ask_async, {"messages": [], "stream": True}),
            ):
                stream = await method(**arguments)
                async for _ in stream if is_read else _nothing():
                    break
                del stream
                gc.collect()
                await asyncio.sleep(0.05)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(main())
    return [str(warning.message) for warning in caught if warning.category is ResourceWarning]


async def _nothing() -> AsyncIterator[None]:
    for _ in ():
        yield


@pytest.mark.parametrize("is_read", [False, True], ids=["unread", "left early"])
def test_a_forgotten_asynchronous_stream(acme: ModuleType, server: LoopbackServer, *, is_read: bool) -> None:
    events = chunked([b'data: {"delta": "a"}\n\n'] * 3, "text/event-stream")
    server.answers(chunked([b"ab"] * 3, "image/png"), events)
    told = abandoned_streams(acme, server.url, is_read)
    assert [message.partition(":")[0] for message in told] == ([] if is_read else ["an answer was never read"] * 2)


@pytest.mark.parametrize("use", ["parse", "aiter_bytes", "aclose", "status_code"])
def test_a_raw_asynchronous_stream_that_is_forgotten(acme: ModuleType, server: LoopbackServer, use: str) -> None:
    server.answers(chunked([b"ab", b"cd"], "image/png"))

    async def main() -> bytes:
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            used = getattr(await client.with_raw_response.photos.download_async(id="p"), use)
            gc.collect()
            if use == "parse":
                return bytes(await used().read())
            if use == "aiter_bytes":
                return b"".join([chunk async for chunk in used()])
            await (used() if use == "aclose" else asyncio.sleep(0))
            return b""

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        content = asyncio.run(main())
        gc.collect()
    assert content == (b"abcd" if use in ("parse", "aiter_bytes") else b"")
    told = [str(warning.message).partition(":")[0] for warning in caught if warning.category is ResourceWarning]
    assert told == (["an answer was never read"] if use == "status_code" else [])


def test_raw_asynchronous_answers_are_read_whole(acme: ModuleType, server: LoopbackServer, tmp_path: Path) -> None:
    server.answers(chunked([b"ab", b"cd"], "image/png"))

    async def main() -> list[bytes]:
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            download = client.with_raw_response.photos.download_async
            whole = await (await download(id="p")).aread()
            pieces = b"".join([chunk async for chunk in (await download(id="p")).aiter_bytes()])
            parsed = await (await download(id="p")).parse().read()
            await (await download(id="p")).asave(tmp_path / "f")
            async with await download(id="p") as unread:
                assert unread.status_code == 200
            return [whole, pieces, parsed, (tmp_path / "f").read_bytes()]

    assert asyncio.run(main()) == [b"abcd"] * 4


def test_an_event_that_is_not_as_described(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(chunked([b"data: {}\n\n"], "text/event-stream"))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with pytest.raises(acme.errors.ResponseValidationError), client.chat.ask(messages=[], stream=True) as events:
            next(events)


def test_the_whole_answer_of_an_operation_that_can_stream(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"text": "all"}))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        assert client.chat.ask(messages=[]).text == "all"
    assert server.received[0].headers["accept"] == "application/json"


def albums(request: Received) -> Reply:
    """Three pages of albums."""
    cursor = request.query.partition("cursor=")[2].partition("&")[0] or "1"
    page = {"albums": [{"id": cursor, "title": "t"}], "next_cursor": str(int(cursor) + 1) if cursor < "3" else None}
    return json_reply(page)


def test_pages_follow_with_the_same_options(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(albums)
    with acme.AcmePhotos("k") as client:
        page = client.albums.list(limit=1, server_url=server.url, http_headers={"X-A": "1"})
        assert page.result.albums[0].id == "1"
        numbers = []
        while page is not None:
            numbers.append(page.result.albums[0].id)
            page = page.next()
        assert numbers == ["1", "2", "3"]
        assert [request.query for request in server.received] == ["limit=1", "cursor=2&limit=1", "cursor=3&limit=1"]
        assert {request.headers["x-a"] for request in server.received} == {"1"}
        first = client.albums.list(server_url=server.url)
        assert [album.id for album in first.items()] == ["1", "2", "3"]
        assert len(list(first)) == 3


def test_pages_asynchronously(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(albums)

    async def main() -> list[str]:
        async with acme.AcmePhotos("k", server_url=server.url) as client:
            page = await client.albums.list_async()
            return [album.id async for album in page.items_async()]

    assert asyncio.run(main()) == ["1", "2", "3"]


def test_a_cursor_that_comes_back_ends_with_an_error(acme: ModuleType, server: LoopbackServer) -> None:
    server.answers(json_reply({"albums": [], "next_cursor": "x"}))
    with acme.AcmePhotos("k", server_url=server.url) as client:
        with pytest.raises(acme.errors.AcmePhotosError, match="asked for before"):
            list(client.albums.list())
    assert len(server.received) == 2
