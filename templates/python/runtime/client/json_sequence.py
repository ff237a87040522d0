"""JSON text sequences: JSON values, each after a record separator (`application/json-seq`, RFC 7464)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .json_lines import JSONLinesAnswer

if TYPE_CHECKING:
    from .stream import Decoder

_SEPARATOR = b"\x1e"


class JSONSequenceDecoder:
    """Cuts chunks of bytes into JSON texts.

    A text ends where the next one begins, or at the end of a line if it is complete there.
    """

    is_done = False

    def __init__(self) -> None:
        self._pending: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterable[bytes]:
        """Return the texts that end in `chunk`."""
        first, *others = chunk.split(_SEPARATOR)
        self._pending.append(first)
        texts: list[bytes] = []
        for other in others:
            texts.append(b"".join(self._pending))
            self._pending = [other]
        if chunk.endswith(b"\n") and _is_json(text := b"".join(self._pending)):
            texts.append(text)
            self._pending = []
        return [text for text in texts if text.strip()]

    def rest(self) -> Iterable[bytes]:
        """Return the last text, if nothing said that it ends."""
        text = b"".join(self._pending)
        self._pending = []
        return [text] if text.strip() else []


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


@dataclass(eq=False, repr=False)
class JSONSequenceAnswer(JSONLinesAnswer):
    """An answer that is a stream of JSON values: `Stream`, or `StreamAsync` of asynchronous methods."""

    media_type: str = "application/json-seq"

    def decoder(self) -> Decoder:
        """Return a decoder that cuts the content into JSON texts."""
        return JSONSequenceDecoder()
