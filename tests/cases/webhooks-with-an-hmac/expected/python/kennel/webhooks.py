"""What Kennel sends by itself: functions that verify and parse it."""

from __future__ import annotations

from collections.abc import Mapping

from . import models
from ._runtime.client.webhooks import (
    HMACSignature,
    StandardWebhooks,
    TypeThunk,
    Verifier,
    WebhookVerificationError,
    parse_webhook,
    verified_content,
)

__all__ = [
    "HMACSignature",
    "StandardWebhooks",
    "Verifier",
    "WebhookVerificationError",
    "counted",
    "barked",
    "fed",
    "walk_returned",
]

_COUNTED: TypeThunk = lambda: list[models.Count]

_WALK_RETURNED: TypeThunk = lambda: models.Count


def counted(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secret: str | tuple[str, ...],
) -> list[models.Count]:
    """The webhook `counted`.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        secret: The secret that the sender signs with; several during a change of secrets.

    Raises:
        WebhookVerificationError: The message is not genuine.
        ValueError: The content is not as described.
    """
    content: list[models.Count] = parse_webhook(
        body,
        headers,
        _COUNTED,
        HMACSignature(
            secret, header="X-Kennel-Signature", algorithm="sha512", encoding="hex"
        ),
    )
    return content


def barked(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secret: str | tuple[str, ...],
) -> str:
    """The webhook `barked`.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        secret: The secret that the sender signs with; several during a change of secrets.

    Raises:
        WebhookVerificationError: The message is not genuine.
    """
    return verified_content(
        body,
        headers,
        HMACSignature(
            secret, header="X-Kennel-Signature", algorithm="sha512", encoding="hex"
        ),
    ).decode()


def fed(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secret: str | tuple[str, ...],
) -> bytes:
    """The webhook `fed`.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        secret: The secret that the sender signs with; several during a change of secrets.

    Raises:
        WebhookVerificationError: The message is not genuine.
    """
    return verified_content(
        body,
        headers,
        HMACSignature(
            secret, header="X-Kennel-Signature", algorithm="sha512", encoding="hex"
        ),
    )


def walk_returned(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    verifier: Verifier | None = None,
) -> models.Count:
    """The dog is back.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        verifier: What checks the message; without one, nothing is checked.

    Raises:
        WebhookVerificationError: The message is not genuine.
        ValueError: The content is not as described.
    """
    content: models.Count = parse_webhook(body, headers, _WALK_RETURNED, verifier)
    return content
