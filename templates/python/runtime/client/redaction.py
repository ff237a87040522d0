"""Redaction of credentials in logs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from .wire_values import is_array, is_object

HIDDEN = "***"

_SECRET_NAMES = re.compile(
    r"authorization|cookie|token|secret|passw|passphrase|credential|signature|session|api[-_]?key|"
    r"(^|[-_])(key|auth|sig|jwt|pwd|otp|pin)$|(?-i:[a-z0-9]Key$)|^x-amz-security",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(^|&)([^=&]+)=([^&]*)")
_PAIR_OF_URL = re.compile(r"([?&])([^=&?\s]+)=([^&\s<>\"',;]*)")
_NAME = r'"((?:[^"\\]|\\.)*)"(\s*:\s*)'
_MEMBER = re.compile(_NAME + r'("(?:[^"\\]|\\.)*(?:"|$)|[-\w.]+)')
_CONTAINER = re.compile(_NAME + r"[\[{]")


def is_secret_name(name: str, known: Iterable[str] = ()) -> bool:
    """Return whether a field of this name holds a credential: by its words, or because a scheme declares it."""
    return _SECRET_NAMES.search(name) is not None or name.lower() in known


def redacted_headers(
    fields: Iterable[tuple[str, str]], known: Iterable[str] = ()
) -> dict[str, str]:
    """Return header fields with credentials hidden, those in URLs among them."""
    return {name: _redacted_field(name, value, known) for name, value in fields}


def _redacted_field(name: str, value: str, known: Iterable[str]) -> str:
    if is_secret_name(name, known):
        return HIDDEN
    return _redacted_pairs(_PAIR_OF_URL, value, known)


def _redacted_pairs(
    pairs: re.Pattern[str], text: str, known: Iterable[str] = ()
) -> str:
    """Return a text with the values of those pairs hidden whose names are those of credentials."""
    return pairs.sub(
        lambda pair: (
            f"{pair[1]}{pair[2]}={HIDDEN if is_secret_name(pair[2], known) else pair[3]}"
        ),
        text,
    )


def redacted_url(url: str, known: Iterable[str] = ()) -> str:
    """Return a URL without user information, with credentials in its query hidden."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    query = _redacted_pairs(_PAIR, parts.query, known)
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def redacted_body(text: str) -> str:
    """Return JSON or a form with the values of members hidden whose names are those of credentials."""
    if text.lstrip()[:1] not in ("{", "["):
        return _redacted_pairs(_PAIR, text)
    try:
        value = json.loads(text)
        redacted = _redacted_value(value)
    except (ValueError, RecursionError):
        return _redacted_part(text)
    return text if redacted == value else json.dumps(redacted, ensure_ascii=False)


def _redacted_part(text: str) -> str:
    """Return JSON that cannot be parsed, such as a part; after an array or object of credentials it ends."""
    for member in _CONTAINER.finditer(text):
        if is_secret_name(member[1]):
            text = f'{text[: member.end() - 1]}"{HIDDEN}"'
            break
    return _MEMBER.sub(
        lambda member: (
            f'"{member[1]}"{member[2]}"{HIDDEN}"'
            if is_secret_name(member[1])
            else member[0]
        ),
        text,
    )


def _redacted_value(value: Any) -> Any:
    """Return parsed JSON with the values of members hidden whose names are those of credentials."""
    if is_object(value):
        return {
            name: HIDDEN if is_secret_name(name) else _redacted_value(member)
            for name, member in value.items()
        }
    return [_redacted_value(item) for item in value] if is_array(value) else value
