"""Webhooks: verifying the signature of a message, and parsing it."""

from __future__ import annotations

import hashlib
import hmac
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

TypeThunk = Callable[[], Any]

_TOLERANCE_SECONDS = 300


class WebhookVerificationError(ValueError):
    """A message whose signature is missing, wrong, or too old."""


class Verifier(Protocol):
    """Checks messages."""

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Raise `WebhookVerificationError` unless the message is genuine. Names of headers are in lower case."""
        ...


@dataclass(frozen=True)
class StandardWebhooks:
    """The scheme of standardwebhooks.com, version 1, with secrets (`v1`).

    Attributes:
        secret: The secret in Base64, perhaps with the prefix `whsec_`; several during a change of secrets.
        tolerance: How many seconds the time of a message may differ from now.
        prefix: The prefix of the headers' names.

    """

    secret: str | tuple[str, ...] = field(repr=False)
    tolerance: int = field(default=_TOLERANCE_SECONDS, kw_only=True)
    prefix: str = field(default="webhook", kw_only=True)

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check id, time and signature."""
        message_id = _header(headers, f"{self.prefix}-id")
        timestamp = _header(headers, f"{self.prefix}-timestamp")
        signatures = _header(headers, f"{self.prefix}-signature")
        _check_time(timestamp, self.tolerance)
        content = f"{message_id}.{timestamp}.".encode() + body
        given = [text[3:] for text in signatures.split() if text.startswith("v1,")]
        for secret in _all(self.secret):
            key = _decoded(secret.removeprefix("whsec_"))
            expected = b64encode(
                hmac.new(key, content, hashlib.sha256).digest()
            ).decode()
            if any(_is_equal(text, expected) for text in given):
                return
        raise WebhookVerificationError("the signature of the message is wrong")


@dataclass(frozen=True)
class HMACSignature:
    """A header that holds the HMAC of the body.

    Attributes:
        secret: The secret; several during a change of secrets.
        header: The header of the signature.
        algorithm: The hash, as `hashlib` names it.
        encoding: `hex` or `base64`.
        prefix: What precedes the signature, such as `sha256=`.
        timestamp_header: The header of the time, which then is signed as `<time>.<body>`.
        tolerance: How many seconds that time may differ from now.

    """

    secret: str | tuple[str, ...] = field(repr=False)
    header: str = field(kw_only=True)
    algorithm: str = field(default="sha256", kw_only=True)
    encoding: str = field(default="hex", kw_only=True)
    prefix: str = field(default="", kw_only=True)
    timestamp_header: str | None = field(default=None, kw_only=True)
    tolerance: int = field(default=_TOLERANCE_SECONDS, kw_only=True)

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check the signature, and the time where there is one."""
        content = body
        if self.timestamp_header is not None:
            timestamp = _header(headers, self.timestamp_header)
            _check_time(timestamp, self.tolerance)
            content = f"{timestamp}.".encode() + body
        given = _header(headers, self.header)
        for secret in _all(self.secret):
            key = _checked_key(secret.encode())
            digest = hmac.new(key, content, self.algorithm).digest()
            expected = (
                digest.hex() if self.encoding == "hex" else b64encode(digest).decode()
            )
            if _is_equal(given, self.prefix + expected):
                return
        raise WebhookVerificationError("the signature of the message is wrong")


def verified_content(
    body: bytes | str, headers: Mapping[str, str], verifier: Verifier | None
) -> bytes:
    """Return the bytes of a message that is genuine.

    Args:
        body: The body as it was received: its bytes are signed.
        headers: The header fields.
        verifier: Checks the message; None for messages without a signature.

    Raises:
        WebhookVerificationError: The message is not genuine.

    """
    content = body.encode() if isinstance(body, str) else bytes(body)
    if verifier is not None:
        verifier.verify(
            content, {name.lower(): value for name, value in headers.items()}
        )
    return content


def parse_webhook(
    body: bytes | str,
    headers: Mapping[str, str],
    content_type: TypeThunk,
    verifier: Verifier | None,
) -> Any:
    """Return the typed content of a message in JSON.

    Args:
        body: The body as it was received: its bytes are signed.
        headers: The header fields.
        content_type: Returns the type of the content.
        verifier: Checks the message; None for messages without a signature.

    Raises:
        WebhookVerificationError: The message is not genuine.
        ValueError: The content is not as described.

    """
    from .codec import json_value

    return json_value(content_type, verified_content(body, headers, verifier))


def _all(secret: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return one secret, or several, as several."""
    return (secret,) if isinstance(secret, str) else secret


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name.lower())
    if not value:
        raise WebhookVerificationError(f"the message has no header {name!r}")
    return value


def _check_time(timestamp: str, tolerance: int) -> None:
    """Raise `WebhookVerificationError` unless a time in seconds since 1970 is about now."""
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > tolerance:
        raise WebhookVerificationError("the time of the message is too far from now")


def _decoded(secret: str) -> bytes:
    try:
        key = b64decode(secret, validate=True)
    except ValueError:
        raise WebhookVerificationError("the secret is not Base64") from None
    return _checked_key(key)


def _checked_key(key: bytes) -> bytes:
    """Return a key; raise `WebhookVerificationError` for an empty one, with which anybody can sign."""
    if not key:
        raise WebhookVerificationError("the secret is missing")
    return key


def _is_equal(given: str, expected: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(given.encode(), expected.encode())
