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
    "dog_born",
    "dog_left",
    "ping",
]

_DOG_BORN: TypeThunk = lambda: models.Dog

_DOG_LEFT: TypeThunk = lambda: models.DogLeftRequestBody


def dog_born(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secret: str | tuple[str, ...],
) -> models.Dog:
    """A dog was born.

    Sent once it is registered, *at most* a day later.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        secret: The secret that the sender signs with; several during a change of secrets.

    Raises:
        WebhookVerificationError: The message is not genuine.
        ValueError: The content is not as described.
    """
    content: models.Dog = parse_webhook(
        body, headers, _DOG_BORN, StandardWebhooks(secret)
    )
    return content


def dog_left(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secret: str | tuple[str, ...],
) -> models.DogLeftRequestBody:
    """The webhook `dog-left`.

    Deprecated.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        secret: The secret that the sender signs with; several during a change of secrets.

    Raises:
        WebhookVerificationError: The message is not genuine.
        ValueError: The content is not as described.
    """
    content: models.DogLeftRequestBody = parse_webhook(
        body, headers, _DOG_LEFT, StandardWebhooks(secret)
    )
    return content


def ping(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secret: str | tuple[str, ...],
) -> None:
    """The webhook `ping`.

    Args:
        body: The body of the request as it came; what is signed are its bytes.
        headers: The header fields of the request.
        secret: The secret that the sender signs with; several during a change of secrets.

    Raises:
        WebhookVerificationError: The message is not genuine.
    """
    verified_content(body, headers, StandardWebhooks(secret))
