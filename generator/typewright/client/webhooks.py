"""The calls that an API makes itself (OpenAPI 3.1, `webhooks`), and how their receiver knows them to be genuine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typewright.client.arguments import Argument, argument_of
from typewright.client.bodies import RequestBody, request_body
from typewright.ir import Api, Model, Operation
from typewright.surface.extensions import object_of, text_of

_WEBHOOKS = "x-speakeasy-webhooks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A call that the API makes."""

    name: str
    """The key below `webhooks`."""
    operation: Operation
    arguments: tuple[Argument, ...]
    """Headers and others that come with it."""
    body: RequestBody | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSignature:
    """How webhooks are signed (`x-speakeasy-webhooks` of the root, `security`)."""

    type: str
    """`signature`, `standard-webhooks` or another word of the description's."""
    header: str | None
    encoding: str
    """`base64` or `hex`."""
    algorithm: str
    """The hash below HMAC: `sha256` and the like."""


def webhooks_of(api: Api, models: Mapping[str, Model]) -> tuple[Webhook, ...]:
    """Return the webhooks in document order."""
    return tuple(
        Webhook(
            name=operation.path,
            operation=operation,
            arguments=tuple(argument_of(parameter, models) for parameter in operation.parameters),
            body=request_body(operation, models),
        )
        for operation in api.webhooks
    )


def webhook_signature(api: Api) -> WebhookSignature | None:
    """Return how webhooks are signed; None where the description doesn't say."""
    written = object_of(object_of(api.extensions.get(_WEBHOOKS)).get("security"))
    type_ = text_of(written.get("type"))
    if type_ is None:
        return None
    return WebhookSignature(
        type=type_,
        header=text_of(written.get("headerName")),
        encoding=text_of(written.get("signatureTextEncoding")) or "base64",
        algorithm=(text_of(written.get("algorithm")) or "hmac-sha256").removeprefix("hmac-"),
    )
