"""The parts of a multipart body (RFC 7578; RFC 2046, 5.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import Message
from urllib.parse import unquote

from msgspec import Struct


class MultipartError(ValueError):
    """The body does not have the form that its content type states."""


class Part(Struct, frozen=True, kw_only=True):
    """One part; names of headers are in lower case. `name` is None if the part has none (`multipart/mixed`)."""

    name: str | None
    file_name: str | None
    headers: Mapping[str, str]
    content: bytes

    @property
    def content_type(self) -> str | None:
        """The media type that the part states."""
        return self.headers.get("content-type")


def parts_of(body: bytes, content_type: str) -> list[Part]:
    """Return the parts of a body in order. Raises MultipartError if it is malformed."""
    message = Message()
    message["content-type"] = content_type
    boundary = message.get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        raise MultipartError("the content type has no boundary")
    delimiter = b"--" + boundary.encode("utf-8", "replace")
    first, *rest = (b"\r\n" + body).split(b"\r\n" + delimiter)
    if not rest:
        raise MultipartError("the boundary of the content type does not begin a part")
    if first.strip():
        raise MultipartError("there is content before the first part")
    *pieces, last = rest
    if not last.startswith(b"--"):
        raise MultipartError("the boundary at the end is missing")
    return [_part(piece) for piece in pieces]


def _part(piece: bytes) -> Part:
    head, separator, content = piece.lstrip(b" \t").partition(b"\r\n\r\n")
    head = head.removeprefix(b"\r\n")
    if not separator:
        raise MultipartError("a part has no empty line after its headers")
    pairs = (line.partition(":") for line in head.decode("utf-8", "replace").split("\r\n"))
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    disposition = headers.get("content-disposition", "")
    return Part(
        name=_parameter(disposition, "name"),
        file_name=_parameter(disposition, "filename"),
        headers=headers,
        content=content,
    )


def _parameter(disposition: str, name: str) -> str | None:
    """Return a parameter of a disposition; browsers percent-encode quotes and line breaks in it (RFC 7578, 4.2)."""
    found = re.search(rf';\s*{name}=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))', disposition, re.IGNORECASE)
    if found is None:
        return None
    text = found[2] or re.sub(r"\\(.)", r"\1", found[1])
    return re.sub("%(22|0D|0A)", lambda match: unquote(match[0]), text)
