"""Decoding of YAML and JSON files (YAML 1.2.2, section 5.2)."""

from __future__ import annotations

import codecs

from typewright.base.errors import SpecError
from typewright.openapi.files.lines import Lines, Span

_MARKS = (
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF8, "utf-8"),
)


def decode(content: bytes, file: str) -> str:
    """Return the text of `content` without a byte order mark. Raises SpecError (E102) if it is no valid Unicode."""
    encoding, start = _encoding(content)
    try:
        return content[start:].decode(encoding)
    except UnicodeDecodeError as fault:
        before = content[start : start + fault.start].decode(encoding)
        byte = content[start + fault.start]
        message = f"the byte 0x{byte:02X} is not valid {encoding.upper()}"
        lines = Lines(file, before + content[start + fault.start :].decode(encoding, "replace"))
        span = Span(len(before), len(before) + 1)
        raise SpecError([lines.diagnostic("E102", message, span)]) from fault


def decode_leniently(content: bytes) -> str:
    """Return the text of `content`, with replacement characters for invalid bytes."""
    encoding, start = _encoding(content)
    return content[start:].decode(encoding, "replace")


def _encoding(content: bytes) -> tuple[str, int]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, len(mark)
    head = content[:4]
    if head[:3] == b"\0\0\0" and len(head) == 4:
        return "utf-32-be", 0
    if head[1:4] == b"\0\0\0":
        return "utf-32-le", 0
    if head[:1] == b"\0":
        return "utf-16-be", 0
    if head[1:2] == b"\0":
        return "utf-16-le", 0
    return "utf-8", 0
