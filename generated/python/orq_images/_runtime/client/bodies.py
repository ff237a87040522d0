# Typewright's runtime, copied as it is; its digest is 7189b6d3fef22e0c.
"""Request bodies of JSON, text and bytes. Forms and multipart have modules of their own."""

from __future__ import annotations

from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from ..absence import UNSET
from .wire_values import is_absent, text_of

TypeThunk = Callable[[], Any]


def is_range(media_type: str) -> bool:
    """Return whether a media type is a range of several, which no content can have (RFC 9110, section 8.3)."""
    return "*" in media_type.partition(";")[0]


class Payload:
    """Content that is ready to be sent, all of it in memory."""

    is_replayable = True

    def __init__(self, content: bytes, media_type: str) -> None:
        self.content = content
        self.headers = {"Content-Type": media_type} if media_type else {}

    def in_memory(self) -> bytes | None:
        """Return the content if it is all in memory; None for files and streams."""
        return self.content

    def sync_content(self) -> bytes | Iterable[bytes]:
        """Return the content for one attempt."""
        return self.content

    def async_content(self) -> bytes | AsyncIterable[bytes]:
        """Return the content for one attempt of an asynchronous client."""
        return self.content


class BodyWriter:
    """Writes a body in one media type."""

    media_type: str

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the content for `value`, with the members `extra` added where it is an object.

        Raises:
            ValueError: The value is not of the described type.

        """
        raise TypeError(f"{type(self).__name__} writes nothing")


@dataclass(eq=False, repr=False)
class JSONBody(BodyWriter):
    """JSON, or a media type that ends in `+json`; of `application/*+json`, `application/json` is sent."""

    type: TypeThunk
    media_type: str = "application/json"

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the value as JSON."""
        from .codec import json_bytes, merged_json

        content = json_bytes(self.type, value)
        media_type = (
            "application/json" if is_range(self.media_type) else self.media_type
        )
        return Payload(merged_json(content, extra) if extra else content, media_type)


@dataclass(eq=False, repr=False)
class JSONLinesBody(BodyWriter):
    """JSON values, each on a line of its own."""

    type: TypeThunk
    media_type: str = "application/jsonl"

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the items as JSON."""
        from .codec import json_lines

        return Payload(json_lines(self.type, value), self.media_type)


@dataclass(eq=False, repr=False)
class TextBody(BodyWriter):
    """Text in UTF-8: plain, XML.

    Attributes:
        media_type: The media type, or a range such as `text/*`.
        fallback: The media type of a range that is sent.

    """

    media_type: str = "text/plain"
    fallback: str = "text/plain"

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the text in UTF-8."""
        media_type = self.fallback if is_range(self.media_type) else self.media_type
        if isinstance(value, bytes):
            return Payload(value, media_type)
        return Payload(text_of(value).encode(), media_type)


@dataclass(eq=False, repr=False)
class BytesBody(BodyWriter):
    """Bytes as they are: from memory, a file or its path, an upload, or an iterable, which may be asynchronous.

    Attributes:
        media_type: The media type, or a range such as `image/*`, of which a file has one by its name.
        fallback: The media type of a range that is sent for other content.

    """

    media_type: str = "application/octet-stream"
    fallback: str = "application/octet-stream"

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the bytes, or a stream of them."""
        if isinstance(value, (bytes, bytearray)):
            return Payload(bytes(value), self._media_type())
        if isinstance(value, str):
            return Payload(value.encode(), self._media_type())
        if hasattr(value, "file_name"):
            given = getattr(value, "content_type", None)
            written = self.written(value.content, extra)
            written.headers["Content-Type"] = (
                given if isinstance(given, str) else self._media_type(value.file_name)
            )
            return written
        if hasattr(value, "read") or hasattr(value, "__fspath__"):
            from ..values import file_name
            from .file_content import FileContent, SegmentedPayload

            media_type = self._media_type(file_name(value))
            return SegmentedPayload([FileContent(value)], media_type)
        return IterablePayload(value, self._media_type())

    def _media_type(self, file_name: str = "") -> str:
        """Return the media type of content, which no range can be (RFC 9110, section 8.3)."""
        if not is_range(self.media_type):
            return self.media_type
        from .file_content import type_of_file

        return type_of_file(file_name, f"{self.media_type}, {self.fallback}")


class IterablePayload(Payload):
    """Content that comes from an iterable of bytes. Lists and tuples can be sent again, iterators cannot."""

    def __init__(self, chunks: Any, media_type: str) -> None:
        super().__init__(b"", media_type)
        self._chunks = chunks
        self.is_replayable = isinstance(chunks, (list, tuple))

    def in_memory(self) -> bytes | None:
        """Return None: the content is a stream."""
        return None

    def sync_content(self) -> bytes | Iterable[bytes]:
        """Return the chunks."""
        if hasattr(self._chunks, "__aiter__"):
            raise TypeError(
                "an asynchronous iterable can be sent by an asynchronous method only"
            )
        chunks: Iterable[bytes] = self._chunks
        return iter(chunks)

    def async_content(self) -> bytes | AsyncIterable[bytes]:
        """Return the chunks."""
        chunks: AsyncIterable[bytes] | Iterable[bytes] = self._chunks
        if isinstance(chunks, AsyncIterable):
            return chunks
        return _asynchronous(iter(chunks))


def _width(writer: BodyWriter) -> tuple[int, int]:
    """Return how wide the range of a writer is: less is narrower."""
    return writer.media_type.count("*"), -len(writer.media_type)


async def _asynchronous(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Yield chunks of a synchronous iterable."""
    for chunk in chunks:
        yield chunk


@dataclass(eq=False, repr=False)
class Body:
    """The body of an operation.

    Attributes:
        media_types: The writers; the first is the default.
        argument: The argument that is the whole body.
        fields: The arguments that are members of the body; None if one argument is the whole.
        attributes: What the body's class calls members that the arguments are not called like.
        nullable: Arguments for which None is sent as null.
        required: Whether a body is sent even if no member is given.
        media_type_argument: The argument that chooses among the media types.

    """

    media_types: tuple[BodyWriter, ...]
    argument: str | None = field(default=None, kw_only=True)
    fields: tuple[str, ...] | None = field(default=None, kw_only=True)
    attributes: Mapping[str, str] = field(default_factory=dict[str, str], kw_only=True)
    nullable: tuple[str, ...] = field(default=(), kw_only=True)
    required: bool = field(default=True, kw_only=True)
    media_type_argument: str | None = field(default=None, kw_only=True)

    def payload(
        self, values: Mapping[str, Any], extra: Mapping[str, Any]
    ) -> Payload | None:
        """Return the content to send; None without a body."""
        value = self._value(values)
        if value is UNSET:
            if not extra:
                return None
            value = {}
        writer, media_type = self._writer(values)
        payload = writer.written(value, extra)
        if media_type is not None:
            payload.headers["Content-Type"] = media_type
        return payload

    def _value(self, values: Mapping[str, Any]) -> Any:
        if self.argument is not None:
            value = values.get(self.argument, UNSET)
            return (
                UNSET if value is None and self.argument not in self.nullable else value
            )
        members: dict[str, Any] = {}
        for name in self.fields or ():
            value = values.get(name, UNSET)
            if not is_absent(value) or (value is None and name in self.nullable):
                members[self.attributes.get(name, name)] = value
        return members if members or self.required else UNSET

    def _writer(self, values: Mapping[str, Any]) -> tuple[BodyWriter, str | None]:
        """Return the writer, and the media type that the caller chose of its range."""
        wanted = (
            values.get(self.media_type_argument)
            if self.media_type_argument is not None
            else None
        )
        if is_absent(wanted):
            return self.media_types[0], None
        text = text_of(wanted)
        for writer in self.media_types:
            if writer.media_type == text:
                return writer, None
        ranges = [writer for writer in self.media_types if is_range(writer.media_type)]
        for writer in sorted(ranges, key=_width):
            if fnmatchcase(text.partition(";")[0].strip().lower(), writer.media_type):
                return writer, text
        offered = ", ".join(writer.media_type for writer in self.media_types)
        raise ValueError(
            f"the body cannot be sent as {text!r}; it can be sent as {offered}"
        )
