"""The preferences of a request: `Prefer` (RFC 7240) and `Accept` (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re

from msgspec import Struct

from typewright.ir.media_types import essence
from typewright.mock.requests import Request

_PREFERENCE = re.compile(r"""\b(code|example)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))""", re.IGNORECASE)
_QUALITY = re.compile(r";\s*q\s*=\s*([\d.]+)", re.IGNORECASE)


class Preferences(Struct, frozen=True):
    """The preferences of a request.

    `code` and `example` are those of `Prefer: code=404, example=name`; None if absent.
    """

    code: str | None
    example: str | None
    accepted: tuple[tuple[str, float], ...]
    """Ranges of media types in lower case with their qualities; empty if everything is accepted."""

    def quality(self, media_type: str) -> float:
        """Return how well a media type, or a range of them, is accepted: from 0 (not at all) to 1."""
        if not self.accepted:
            return 1
        name = essence(media_type)
        kind = name.partition("/")[0]
        found = [
            (3 if pattern == name else 2 if pattern == f"{kind}/*" else 1, quality)
            for pattern, quality in self.accepted
            if pattern in (name, f"{kind}/*", "*/*") or _is_in(pattern, name)
        ]
        return max(found)[1] if found else 0


def _is_in(name: str, pattern: str) -> bool:
    """Return whether a media type is in a described range of media types (`image/*`)."""
    return pattern == "*/*" or (pattern.endswith("/*") and name.startswith(pattern[:-1]))


def preferences_of(request: Request) -> Preferences:
    """Return the preferences of a request."""
    found = _PREFERENCE.findall(request.header("prefer") or "")
    written = {name.lower(): quoted or bare for name, quoted, bare in found}
    accepted = tuple(_accepted(part) for part in (request.header("accept") or "").split(",") if part.strip())
    return Preferences(written.get("code"), written.get("example"), accepted)


def _accepted(part: str) -> tuple[str, float]:
    quality = _QUALITY.search(part)
    try:
        return essence(part), 1 if quality is None else float(quality[1])
    except ValueError:
        return essence(part), 1
