"""JSON lines: one JSON value a line (`application/jsonl`, `application/x-ndjson`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .answers import Answer, Envelope, Translation, TypeThunk
from .lines import LineDecoder
from .stream import Stream, StreamAsync

if TYPE_CHECKING:
    from .protocols import HTTPResponse
    from .stream import Decoder


class JSONLinesDecoder:
    """Cuts chunks of bytes into the lines that are not empty."""

    is_done = False

    def __init__(self) -> None:
        self._lines = LineDecoder(cr_ends=False)

    def feed(self, chunk: bytes) -> Iterable[bytes]:
        """Return the lines that end in `chunk`."""
        return [line for line in self._lines.feed(chunk) if line.strip(b" \t\r\x1e")]

    def rest(self) -> Iterable[bytes]:
        """Return the last line, if it has no end."""
        return [line for line in self._lines.rest() if line.strip(b" \t\r\x1e")]


@dataclass(eq=False, repr=False)
class JSONLinesAnswer(Answer):
    """An answer that is a stream of JSON values: `Stream`, or `StreamAsync` of asynchronous methods."""

    status: str
    type: TypeThunk
    media_type: str = "application/jsonl"
    envelope: Envelope | None = field(default=None, kw_only=True)
    is_stream: bool = field(default=True, init=False)

    def stream(
        self, response: HTTPResponse, translated: Translation, *, is_async: bool
    ) -> Any:
        """Return the values as a stream."""
        if is_async:
            return StreamAsync[Any](response, self.decoder(), self.read, translated)
        return Stream[Any](response, self.decoder(), self.read, translated)

    def decoder(self) -> Decoder:
        """Return a decoder that cuts the content into JSON texts."""
        return JSONLinesDecoder()

    def read(self, text: bytes) -> Any:
        """Return the typed value of a JSON text. Raise `ValueError` if it does not match the description."""
        from .codec import json_value

        return json_value(self.type, text.strip(b" \t\r\n\x1e"))
