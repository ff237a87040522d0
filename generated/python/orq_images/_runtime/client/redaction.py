# Typewright's runtime, copied as it is; its digest is f680b9ddf005ede5.
"""Redaction of credentials in logs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

HIDDEN = "***"

_SECRET_NAMES = re.compile(
    r"authorization|cookie|token|secret|password|passwd|credential|signature|session|api[-_]?key|apikey|"
    r"(^|[-_])(key|auth|sig|jwt|pwd)$|^x-amz-security",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(^|&)([^=&]+)=([^&]*)")
_MEMBER = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:\s*)("(?:[^"\\]|\\.)*"|[-\w.]+)')


def is_secret_name(name: str, known: Iterable[str] = ()) -> bool:
    """Return whether a field of this name holds a credential: by its words, or because a scheme declares it."""
    return _SECRET_NAMES.search(name) is not None or name.lower() in known


def redacted_headers(
    fields: Iterable[tuple[str, str]], known: Iterable[str] = ()
) -> dict[str, str]:
    """Return header fields with credentials hidden."""
    return {
        name: HIDDEN if is_secret_name(name, known) else value for name, value in fields
    }


def redacted_url(url: str, known: Iterable[str] = ()) -> str:
    """Return a URL without user information, with credentials in its query hidden."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    query = _PAIR.sub(
        lambda pair: (
            f"{pair[1]}{pair[2]}={HIDDEN if is_secret_name(pair[2], known) else pair[3]}"
        ),
        parts.query,
    )
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def redacted_body(text: str) -> str:
    """Return JSON or a form with the values of members hidden whose names are those of credentials."""
    if text.lstrip()[:1] in ("{", "["):
        return _MEMBER.sub(
            lambda member: (
                f'{member[1]}{member[2]}"{HIDDEN}"'
                if is_secret_name(member[1][1:-1])
                else member[0]
            ),
            text,
        )
    return _PAIR.sub(
        lambda pair: (
            f"{pair[1]}{pair[2]}={HIDDEN if is_secret_name(pair[2]) else pair[3]}"
        ),
        text,
    )
