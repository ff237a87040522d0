"""The kinds of media types, which determine how a body is written and a response is read."""

from __future__ import annotations

from enum import Enum

from typewright.ir import TypeExpr, is_binary
from typewright.ir.media_types import essence, is_json_lines, is_json_sequence
from typewright.surface.parts import EVENT_STREAM, FORM, is_json, is_xml


class MediaKind(Enum):
    """The way in which content of a media type is written or read."""

    JSON = "json"
    FORM = "form"
    """`application/x-www-form-urlencoded`."""
    MULTIPART = "multipart"
    TEXT = "text"
    XML = "xml"
    """Sent and received as text."""
    BYTES = "bytes"
    EVENTS = "events"
    """Server-sent events, `text/event-stream`."""
    JSON_LINES = "json lines"
    JSON_SEQUENCE = "json sequence"
    """JSON values, each after a record separator (RFC 7464)."""
    EMPTY = "empty"
    """No content at all."""

    @property
    def is_stream(self) -> bool:
        """Whether the content is a sequence of items that are read one by one."""
        return self in {MediaKind.EVENTS, MediaKind.JSON_LINES, MediaKind.JSON_SEQUENCE}


def media_kind(media_type: str) -> MediaKind:
    """Return the kind of a media type; its parameters and its letter case don't count (RFC 9110, 8.3.1)."""
    name = essence(media_type)
    if name == EVENT_STREAM:
        return MediaKind.EVENTS
    if is_json_lines(name):
        return MediaKind.JSON_LINES
    if is_json_sequence(name):
        return MediaKind.JSON_SEQUENCE
    if is_json(name):
        return MediaKind.JSON
    if name == FORM:
        return MediaKind.FORM
    if name.startswith("multipart/"):
        return MediaKind.MULTIPART
    if is_xml(name):
        return MediaKind.XML
    return MediaKind.TEXT if name.startswith("text/") else MediaKind.BYTES


def answer_kind(media_type: str, type_: TypeExpr | None) -> MediaKind:
    """Return the kind of a response: bytes for a file, whatever its media type, else the kind of its media type.

    Swagger 2.0 declares files by `type: file`, beside media types of the whole API.
    """
    kind = media_kind(media_type)
    is_file = is_binary(type_)
    return MediaKind.BYTES if is_file and kind is MediaKind.JSON else kind
