# Typewright's runtime, copied as it is; its digest is aeb9a3516122262b.
"""Bodies of several parts (RFC 7578; RFC 2046, 5.1), in constant memory for files of any size."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..values import file_name as name_of_file
from .bodies import BodyWriter, Payload, TypeThunk
from .file_content import FileContent, SegmentedPayload, type_of_file
from .wire_values import is_absent, is_array, is_object, json_text, text_of, wire_value

_ESCAPES = {ord('"'): "%22", ord("\r"): "%0D", ord("\n"): "%0A"}
"""Escapes of characters that a name in `Content-Disposition` cannot contain (WHATWG HTML, section 4.10.21.8)."""


@dataclass(eq=False, repr=False)
class Part:
    """How a part is written, as its `encoding` says.

    Attributes:
        media_type: The type of the part; by its value where it is empty.
        is_file: Whether the part is a file.
        is_whole: Whether an array is one part instead of one part for each member.
        headers: Further header fields.
        style: The style in which arrays and objects become pairs, each a part.
        explode: Whether members of arrays and objects stand apart.

    """

    media_type: str = ""
    is_file: bool = field(default=False, kw_only=True)
    is_whole: bool = field(default=False, kw_only=True)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], kw_only=True)
    style: str | None = field(default=None, kw_only=True)
    explode: bool = field(default=True, kw_only=True)


_PLAIN = Part()


@dataclass(eq=False, repr=False)
class MultipartBody(BodyWriter):
    """Parts: one for each member of an object, and one for each member of an array.

    Attributes:
        type: The type of the object.
        parts: How members are written, by their names.
        media_type: The media type, without the boundary.
        array_suffix: What follows the names of arrays: `[]` for servers that ask for it.

    """

    type: TypeThunk
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part])
    media_type: str = field(default="multipart/form-data", kw_only=True)
    array_suffix: str = field(default="", kw_only=True)

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the parts; files are read when they are sent."""
        from .codec import typed_value

        members = (*_members(typed_value(self.type, value)), *extra.items())
        parts = (
            part
            for name, member in members
            if not is_absent(member)
            for part in self._written_parts(name, member, self.parts.get(name, _PLAIN))
        )
        return _payload(parts, self.media_type)

    def _written_parts(
        self, name: str, member: Any, part: Part
    ) -> Iterator[tuple[str, bytes | FileContent]]:
        """Return head and content of the parts of a member."""
        if part.style is not None:
            from . import parameter_styles as styles

            pairs = (
                styles.deep_object(name, wire_value(member), escape=styles.unescaped)
                if part.style == "deepObject"
                else styles.form(
                    name,
                    wire_value(member),
                    style=part.style,
                    explode=part.explode,
                    escape=styles.unescaped,
                )
            )
            for key, text in pairs:
                yield _head(key, part, part.media_type), text.encode()
        elif is_array(member) and not part.is_whole:
            for item in member:
                if not is_absent(item):
                    yield _written(f"{name}{self.array_suffix}", item, part)
        else:
            yield _written(name, member, part)


@dataclass(eq=False, repr=False)
class MultipartSequence(BodyWriter):
    """Parts without names: one for each item of an array (RFC 2046, 5.1.3; OpenAPI 3.2, "Encoding By Position").

    Attributes:
        type: The type of the array.
        prefix: How the first items are written.
        item: How the other items are written.
        media_type: The media type, without the boundary.

    """

    type: TypeThunk
    prefix: tuple[Part, ...] = ()
    item: Part = _PLAIN
    media_type: str = "multipart/mixed"

    def written(self, value: Any, extra: Mapping[str, Any]) -> Payload:
        """Return the parts; files are read when they are sent."""
        from .codec import typed_value

        items: Iterable[Any] = typed_value(self.type, value)
        parts = (
            _written(
                "",
                item,
                self.prefix[index] if index < len(self.prefix) else self.item,
            )
            for index, item in enumerate(items)
        )
        return _payload(parts, self.media_type)


def _payload(
    parts: Iterable[tuple[str, bytes | FileContent]], media_type: str
) -> Payload:
    """Return the content of parts, of which each has a head and content."""
    boundary = os.urandom(16).hex()
    segments: list[bytes | FileContent] = []
    for head, content in parts:
        segments += [
            f"--{boundary}\r\n{head}\r\n".encode(),
            content,
            b"\r\n",
        ]
    segments.append(f"--{boundary}--\r\n".encode())
    return SegmentedPayload(_joined(segments), f"{media_type}; boundary={boundary}")


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    """Return the members of a model or a dictionary that are set, by their names on the wire."""
    if is_object(value):
        yield from value.items()
        return
    fields: Mapping[str, Any] = value.__class__.model_fields
    for name, described in fields.items():
        if name in value.model_fields_set:
            yield (
                described.serialization_alias or described.alias or name,
                getattr(value, name),
            )
    yield from (value.model_extra or {}).items()


def _written(name: str, value: Any, part: Part) -> tuple[str, bytes | FileContent]:
    """Return head and content of a part."""
    if _is_file(value) or (part.is_file and not isinstance(value, str)):
        return _written_file(name, value, part)
    is_object = isinstance(value, (Mapping, list, tuple)) or hasattr(
        value, "model_dump"
    )
    media_type = type_of_file("", part.media_type) if part.media_type else ""
    if is_object or "json" in media_type:
        head = _head(name, part, media_type or "application/json")
        return head, json_text(value).encode()
    return _head(name, part, media_type), text_of(value).encode()


def _is_file(value: Any) -> bool:
    """Return whether a value is a file: bytes, an open one, a path, or an object with a name and content."""
    return (
        isinstance(value, (bytes, bytearray))
        or hasattr(value, "read")
        or hasattr(value, "__fspath__")
        or hasattr(value, "file_name")
    )


def _written_file(name: str, value: Any, part: Part) -> tuple[str, bytes | FileContent]:
    """Return head and content of a part that is a file."""
    content = getattr(value, "content", value)
    given = getattr(value, "content_type", None)
    file_name = getattr(value, "file_name", None) or name_of_file(content)
    media_type = (
        given
        if isinstance(given, str) and given
        else type_of_file(file_name, part.media_type)
    )
    head = _head(name, part, media_type, file_name)
    if isinstance(content, (bytes, bytearray)):
        return head, bytes(content)
    if isinstance(content, str):
        return head, content.encode()
    return head, FileContent(content)


def _head(name: str, part: Part, media_type: str, file_name: str | None = None) -> str:
    """Return the header fields of a part; one without a name has a disposition only if it is a file."""
    fields: list[str] = []
    if name or file_name is not None:
        disposition = (
            f'form-data; name="{name.translate(_ESCAPES)}"' if name else "attachment"
        )
        if file_name is not None:
            disposition += f'; filename="{file_name.translate(_ESCAPES)}"'
        fields.append(f"Content-Disposition: {disposition}")
    elif not media_type:
        media_type = "text/plain"
    if media_type:
        fields.append(f"Content-Type: {media_type.translate(_ESCAPES)}")
    fields += [
        f"{key}: {value.translate(_ESCAPES)}" for key, value in part.headers.items()
    ]
    return "".join(f"{line}\r\n" for line in fields)


def _joined(segments: list[bytes | FileContent]) -> list[bytes | FileContent]:
    """Join adjacent segments that are in memory."""
    joined: list[bytes | FileContent] = []
    pending: list[bytes] = []
    for segment in segments:
        if isinstance(segment, bytes):
            pending.append(segment)
            continue
        joined += [b"".join(pending), segment]
        pending = []
    joined.append(b"".join(pending))
    return joined
