"""Event streams are cut as WHATWG's section 9.2.6 says, wherever the network cuts them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.client.event_stream import EventDecoder
from runtime.client.json_lines import JSONLinesDecoder
from runtime.client.json_sequence import JSONSequenceDecoder
from runtime.client.lines import LineDecoder

Event = tuple[str, "str | None", "str | None", "int | None"]


def decoded(chunks: list[bytes], sentinel: str | None = None) -> list[Event]:
    decoder = EventDecoder(sentinel)
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    events += decoder.rest()
    return [(event.data.decode("utf-8", "replace"), event.event, event.id, event.retry) for event in events]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"data: YHOO\ndata: +2\ndata: 10\n\n", [("YHOO\n+2\n10", None, None, None)]),
        (
            b": test\n\ndata: a\nid: 1\n\ndata:b\nid\n\ndata:  c\n\n",
            [("a", None, "1", None), ("b", None, "", None), (" c", None, "", None)],
        ),
        (b"data\n\ndata\ndata\n\ndata:", [("", None, None, None), ("\n", None, None, None)]),
        (b"data:test\n\ndata: test\n\n", [("test", None, None, None)] * 2),
        (b"\xef\xbb\xbfdata: x\n\n\xef\xbb\xbfdata: y\n\n", [("x", None, None, None)]),
        (b"event: e\r\ndata: x\r\rdata: y\n\n", [("x", "e", None, None), ("y", None, None, None)]),
        (b"id: a\0b\nid: 7\nretry: 12\nretry: x\ndata: 1\n\n", [("1", None, "7", 12)]),
        (b"event: e\n\ndata: x\n\n", [("x", None, None, None)]),
        (b"data: x\nunknown: y\n:\n\n", [("x", None, None, None)]),
        (b"data: x\n", []),
    ],
)
def test_streams_of_the_standard(content: bytes, expected: list[Event]) -> None:
    assert decoded([content]) == expected
    assert decoded([content[index : index + 1] for index in range(len(content))]) == expected
    for cut in range(len(content)):
        assert decoded([content[:cut], content[cut:]]) == expected


def test_the_sentinel_ends_the_stream() -> None:
    decoder = EventDecoder("[DONE]")
    assert len(list(decoder.feed(b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n"))) == 1
    assert decoder.is_done


LINES = ["data: é", "data:", "data: 🙂x", "event: e", "id: 3", "id: \0", ": c", "retry: 5", "", "", "other"]
contents = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\r", "\r\n"])))


@given(contents, st.lists(st.integers(0, 200)), st.booleans())
def test_cuts_change_nothing(content: list[tuple[str, str]], cuts: list[int], bom: bool) -> None:
    whole = (b"\xef\xbb\xbf" if bom else b"") + "".join(line + end for line, end in content).encode()
    places = [0, *sorted(cuts), len(whole)]
    pieces = [whole[start:end] for start, end in pairwise(places)]
    assert decoded(pieces) == decoded([whole])


@given(st.lists(st.binary(max_size=5)))
def test_lines_are_the_same_wherever_chunks_end(chunks: list[bytes]) -> None:
    whole, cut = LineDecoder(), LineDecoder()
    expected = [*whole.feed(b"".join(chunks)), *whole.rest()]
    assert [*(line for chunk in chunks for line in cut.feed(chunk)), *cut.rest()] == expected


def test_json_lines_may_lack_their_last_end() -> None:
    decoder = JSONLinesDecoder()
    lines = [*decoder.feed(b'{"a":'), *decoder.feed(b'1}\r\n\n{"a":2}'), *decoder.rest()]
    assert [line.strip() for line in lines] == [b'{"a":1}', b'{"a":2}']


def test_a_text_of_a_sequence_ends_at_its_line_or_where_the_next_one_begins() -> None:
    decoder = JSONSequenceDecoder()
    chunks = (b"\x1e{\n", b'"a":1}\n', b"\x1e12", b"34\x1e\x1e[", b"]")
    texts = [[text.strip() for text in decoder.feed(chunk)] for chunk in chunks]
    assert texts == [[], [b'{\n"a":1}'], [], [b"1234"], []]
    assert list(decoder.rest()) == [b"[]"]
    assert list(decoder.rest()) == []


@pytest.mark.parametrize(
    "content", [b"data: " + b"x" * 4_000_000 + b"\n\n", b"data: x\n" * 500_000 + b"\n", b"\r" * 4_000_000]
)
def test_time_grows_with_length_alone(content: bytes) -> None:
    began = time.process_time()
    decoder = EventDecoder()
    for start in range(0, len(content), 64):
        decoder.feed(content[start : start + 64])
    assert time.process_time() - began < 3
