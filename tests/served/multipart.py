"""The parts of a multipart body (RFC 7578; RFC 2046, 5.1), read by hand so that nothing is made good that is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from urllib.parse import unquote


class NotMultipartError(ValueError):
    """The body does not have the form that its content type says."""


@dataclass(frozen=True)
class Part:
    """One part; `headers` have lower-case names. Only parts of `multipart/form-data` have a name."""

    name: str
    file_name: str | None
    content_type: str | None
    headers: dict[str, str]
    content: bytes


def parts_of(body: bytes, content_type: str) -> list[Part]:
    """Return the parts in order. Raises NotMultipartError where the body is malformed."""
    message = Message()
    message["content-type"] = content_type
    boundary = message.get_param("boundary")
    if not isinstance(boundary, str) or not re.fullmatch(
        r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]", boundary
    ):
        raise NotMultipartError(f"no boundary in {content_type!r}")
    start, mark = b"--" + boundary.encode() + b"\r\n", b"\r\n--" + boundary.encode()
    if body == b"--" + boundary.encode() + b"--\r\n":
        return []
    if not body.startswith(start):
        raise NotMultipartError(f"the body begins with {body[:80]!r}")
    *pieces, last = (b"\r\n" + body[len(start) :]).split(mark)
    if last.strip(b"\r\n") != b"--":
        raise NotMultipartError(f"the body ends with {last[-80:]!r}")
    return [_part(piece, named=message.get_content_type() == "multipart/form-data") for piece in pieces]


def _part(piece: bytes, *, named: bool) -> Part:
    head, separator, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    if not separator:
        raise NotMultipartError("a part has no header")
    pairs = (line.partition(":") for line in head.decode("utf-8").split("\r\n"))
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs if name}
    disposition = headers.get("content-disposition", "")
    if not named:
        return Part("", _parameter(disposition, "filename"), headers.get("content-type"), headers, content)
    if not disposition.startswith("form-data"):
        raise NotMultipartError(f"a part has the disposition {disposition!r}")
    name, file_name = _parameter(disposition, "name"), _parameter(disposition, "filename")
    if name is None:
        raise NotMultipartError("a part has no name")
    return Part(name, file_name, headers.get("content-type"), headers, content)


def _parameter(disposition: str, name: str) -> str | None:
    """Return a parameter of a disposition; quotes and line breaks in it are percent-encoded (RFC 7578, 2 and 4.2)."""
    found = re.search(rf';\s*{name}="((?:[^"\\]|\\.)*)"', disposition)
    if found is None:
        return None
    text = found[1].replace('\\"', '"').replace("\\\\", "\\")
    return re.sub("%(22|0D|0A)", lambda match: unquote(match[0]), text)
