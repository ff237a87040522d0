# Typewright's runtime, copied as it is; its digest is 7a266efed649c19a.
"""Server-sent events (WHATWG HTML, section 9.2.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from .answers import Answer, Envelope, Translation, TypeThunk
from .stream import Stream, StreamAsync
from .wire_values import is_object

if TYPE_CHECKING:
    from .protocols import HTTPResponse

T = TypeVar("T")

USUAL_SENTINEL = "[DONE]"
"""The data that ends streams of JSON by convention, if the description names none."""

_BOM = b"\xef\xbb\xbf"


class EventStream(Stream[T]):
    """Typed events, as they arrive. As a context manager, and at its end, it returns the connection to the pool."""

    def __enter__(self) -> EventStream[T]:
        return self


class EventStreamAsync(StreamAsync[T]):
    """Typed events, as they arrive. As a context manager, and at its end, it returns the connection to the pool."""

    async def __aenter__(self) -> EventStreamAsync[T]:
        return self


class ServerSentEvent:
    """An event as it was received.

    Attributes:
        data: Its data, in UTF-8; several lines are joined by line feeds.
        event: Its type; None if it names none.
        id: The last id that the stream gave; None before there was one.
        retry: Milliseconds to wait before connecting again; None if the event has none.

    """

    __slots__ = ("data", "event", "id", "retry")

    def __init__(
        self, data: bytes, event: str | None, last_id: str | None, retry: int | None
    ) -> None:
        self.data = data
        self.event = event
        self.id = last_id
        self.retry = retry


class EventDecoder:
    """Cuts chunks of bytes into events, in linear time, wherever the chunks are cut."""

    def __init__(self, sentinel: str | None = None) -> None:
        """Make a decoder; an event whose data is `sentinel` ends the stream and is not given out."""
        self.is_done = False
        self._sentinel = sentinel.encode() if sentinel is not None else None
        self._begin: bytes | None = b""
        self._after_cr = False
        self._pending: list[bytes] = []
        self._newline = b""
        self._id: str | None = None

    def feed(self, chunk: bytes) -> Iterable[ServerSentEvent]:
        """Return the events that end in `chunk`."""
        blocks = (self._newline + self._normalised(chunk)).split(b"\n\n")
        last = blocks.pop()
        self._newline = b"\n" if last.endswith(b"\n") else b""
        last = last.removesuffix(b"\n")
        if blocks and self._pending:
            blocks[0] = b"".join((*self._pending, blocks[0]))
            self._pending = []
        if last:
            self._pending.append(last)
        events: list[ServerSentEvent] = []
        for block in blocks:
            if block.startswith(b"data: ") and b"\n" not in block:
                event = ServerSentEvent(block[6:], None, self._id, None)
            else:
                parsed = self._parsed(block)
                if parsed is None:
                    continue
                event = parsed
            if event.data == self._sentinel:
                self.is_done = True
                break
            events.append(event)
        return events

    def rest(self) -> Iterable[ServerSentEvent]:
        """Return nothing: an event that was not finished is dropped."""
        return ()

    def _normalised(self, chunk: bytes) -> bytes:
        """Return a chunk with line feeds for all ends of lines, without the byte order mark at the beginning."""
        if self._begin is not None:
            chunk = self._begin + chunk
            if len(chunk) < len(_BOM) and _BOM.startswith(chunk):
                self._begin = chunk
                return b""
            self._begin = None
            chunk = chunk.removeprefix(_BOM)
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return chunk

    def _parsed(self, block: bytes) -> ServerSentEvent | None:
        """Return the event that the lines of a block make; None if they have no data."""
        data: list[bytes] = []
        event: bytes | None = None
        retry: int | None = None
        for line in block.split(b"\n"):
            name, _, value = line.partition(b":")
            value = value.removeprefix(b" ")
            if name == b"data":
                data.append(value)
            elif name == b"event":
                event = value
            elif name == b"id" and b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            elif name == b"retry" and value.isdigit():
                retry = int(value)
        if not data:
            return None
        kind = event.decode("utf-8", "replace") if event else None
        return ServerSentEvent(b"\n".join(data), kind, self._id, retry)


@dataclass(eq=False, repr=False)
class EventsAnswer(Answer):
    """An answer that is a stream of events: `EventStream`, or `EventStreamAsync` of asynchronous methods.

    Attributes:
        type: The model of an event (`data`, `event`, `id`, `retry`); with `flat` the type of the data.
        sentinel: The data that ends the stream; `[DONE]` ends a stream of JSON if it is None.
        data: `json`, or `text` where the schema of `data` is a string.
        flat: Whether the description has a type for the data alone, and none for an event.
        part: The attribute of an event that is given out instead of the whole.

    """

    status: str
    type: TypeThunk
    media_type: str = field(default="text/event-stream", kw_only=True)
    sentinel: str | None = field(default=None, kw_only=True)
    data: str = field(default="json", kw_only=True)
    flat: bool = field(default=False, kw_only=True)
    part: str | None = field(default=None, kw_only=True)
    envelope: Envelope | None = field(default=None, kw_only=True)
    is_stream: bool = field(default=True, init=False)

    def stream(
        self, response: HTTPResponse, translated: Translation, *, is_async: bool
    ) -> Any:
        """Return the events as a stream."""
        usual = USUAL_SENTINEL if self.data == "json" else None
        decoder = EventDecoder(usual if self.sentinel is None else self.sentinel)
        if is_async:
            return EventStreamAsync[Any](response, decoder, self.read, translated)
        return EventStream[Any](response, decoder, self.read, translated)

    def read(self, event: ServerSentEvent) -> Any:
        """Return the typed value of an event. Raise `ValueError` if it does not match the description."""
        from .codec import event_value, json_or_text, json_value, read_value

        if self.flat:
            if self.data == "text":
                return read_value(self.type, event.data.decode("utf-8", "replace"))
            try:
                return json_value(self.type, event.data)
            except ValueError:
                text = json_or_text(event.data)
                if not isinstance(text, str):
                    raise
                return read_value(self.type, text)
        value = event_value(self.type, event, is_text=self.data == "text")
        if self.part is None:
            return value
        whole = getattr(value, "root", None)  # of an event that is not described
        if is_object(whole):
            return whole.get(self.part, value)
        return getattr(value, self.part, value)
