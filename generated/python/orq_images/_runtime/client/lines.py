# Typewright's runtime, copied as it is; its digest is 0f0ee4613e4033ad.
"""Lines of a stream of bytes."""

from __future__ import annotations


class LineDecoder:
    r"""Cuts chunks into lines that end in LF, CR or CRLF, in linear time, wherever the chunks are cut."""

    def __init__(self, *, cr_ends: bool = True) -> None:
        """Make a decoder; without `cr_ends` only LF, perhaps after a CR, ends a line."""
        self._pending: list[bytes] = []
        self._after_cr = False
        self._cr_ends = cr_ends

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the lines that end in `chunk`, without their ends."""
        if self._after_cr and chunk:
            self._after_cr = False
            if chunk.startswith(b"\n"):
                chunk = chunk[1:]
        if not chunk:
            return []
        if self._cr_ends and b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = chunk.split(b"\n")
        if len(lines) > 1 and self._pending:
            self._pending.append(lines[0])
            lines[0] = b"".join(self._pending)
            self._pending = []
        last = lines.pop()
        if last:
            self._pending.append(last)
        return lines

    def rest(self) -> list[bytes]:
        """Return the last line, if it has no end."""
        rest = b"".join(self._pending)
        self._pending = []
        return [rest] if rest else []
