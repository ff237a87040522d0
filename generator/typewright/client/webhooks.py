"""The calls that an API makes itself, and how their receiver verifies them.

OpenAPI 3.1: `webhooks` of the root (4.8.1), and `callbacks` of an operation (4.8.18).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from typewright.base.json_pointer import unescape
from typewright.client.arguments import Argument, argument_of
from typewright.client.bodies import BodyAlternative, RequestBody, request_body
from typewright.client.media_kinds import MediaKind
from typewright.client.operations import method_words
from typewright.ir import Api, Model, Operation, TypeExpr, is_binary, not_null, unfold
from typewright.naming.names import Package
from typewright.surface.extensions import object_of, text_of

_WEBHOOKS = "x-speakeasy-webhooks"
_ALGORITHMS = frozenset({"sha1", "sha256", "sha384", "sha512"})
_ENCODINGS = frozenset({"base64", "hex"})


class PayloadForm(Enum):
    """The form in which the receiver of a call gets its content."""

    NOTHING = "nothing"
    TYPED = "typed"
    """A value of the described type, read from JSON."""
    TEXT = "text"
    BYTES = "bytes"
    """The bytes as they were sent: forms, multipart bodies and all content that is not text."""


_TEXTS = frozenset({MediaKind.TEXT, MediaKind.XML})


class Webhook(Struct, frozen=True, kw_only=True):
    """A call that the API makes: a webhook, or a callback of an operation."""

    name: str
    """The key below `webhooks` or `callbacks`."""
    words: str
    """The words that a function that handles the call is named after."""
    operation: Operation
    owner: Operation | None = None
    """The operation that a callback belongs to; None for a webhook."""
    arguments: tuple[Argument, ...]
    """The headers and other parameters that the call has."""
    body: RequestBody | None

    @property
    def payload(self) -> BodyAlternative | None:
        """The body in the media type that is read; None without a body."""
        return None if self.body is None else self.body.alternatives[0]

    @property
    def form(self) -> PayloadForm:
        """The form of the content for the receiver."""
        payload = self.payload
        if payload is None:
            return PayloadForm.NOTHING
        if payload.kind is MediaKind.JSON:
            return PayloadForm.TYPED
        return PayloadForm.TEXT if payload.kind in _TEXTS else PayloadForm.BYTES

    @property
    def package(self) -> Package:
        """The package of the inline types of the call."""
        return Package.WEBHOOKS if self.owner is None else Package.CALLBACKS

    def typed_payload(self, models: Mapping[str, Model]) -> TypeExpr | None:
        """Return the type that the content is read as; None without a type, or if the content is not typed."""
        payload = self.payload
        if self.form is not PayloadForm.TYPED or payload is None or payload.type is None:
            return None
        bare = not_null(unfold(payload.type, models))
        is_file = is_binary(bare)
        return None if is_file else payload.type


class SignatureScheme(Enum):
    """A scheme for signing messages that clients can verify."""

    STANDARD = "standard-webhooks"
    """Version 1 of standardwebhooks.com, with a shared secret."""
    HMAC = "signature"
    """A header with an HMAC of the body (RFC 2104)."""


class WebhookSignature(Struct, frozen=True, kw_only=True):
    """The signature of webhooks (`x-speakeasy-webhooks` of the root, `security`)."""

    type: str
    """`signature`, `standard-webhooks`, or another word of the description."""
    header: str | None
    encoding: str
    """`base64` or `hex`."""
    algorithm: str
    """The hash function of the HMAC, such as `sha256`."""

    @property
    def scheme(self) -> SignatureScheme | None:
        """The scheme; None if clients cannot verify it by themselves."""
        if self.type == SignatureScheme.STANDARD.value:
            return SignatureScheme.STANDARD
        is_known = self.header is not None and self.encoding in _ENCODINGS and self.algorithm in _ALGORITHMS
        return SignatureScheme.HMAC if self.type == SignatureScheme.HMAC.value and is_known else None


def webhooks_of(api: Api, models: Mapping[str, Model]) -> tuple[Webhook, ...]:
    """Return the webhooks in document order.

    Each is named after its key, several of one key after their operation ids.
    """
    counts = Counter(operation.path for operation in api.webhooks)
    return tuple(
        _webhook(operation, models, name=operation.path, words=_words(operation, is_alone=counts[operation.path] == 1))
        for operation in api.webhooks
    )


def callbacks_of(api: Api, models: Mapping[str, Model]) -> tuple[Webhook, ...]:
    """Return the callbacks in document order, named after their operation ids, else after their operations and keys."""
    return tuple(
        _webhook(
            callback,
            models,
            name=key,
            words=callback.preferred_name or callback.name or f"{method_words(owner)} {key}",
            owner=owner,
        )
        for owner in (*api.operations, *api.webhooks)
        for callback, key in _with_keys(owner)
    )


def _with_keys(owner: Operation) -> Iterator[tuple[Operation, str]]:
    """Yield the callbacks of an operation with their keys, which follow the id of the operation in their ids."""
    for callback in owner.callbacks:
        _, key, *_ = callback.id.removeprefix(owner.id).lstrip("/").split("/")
        yield callback, unescape(key)


def _words(operation: Operation, *, is_alone: bool) -> str:
    usual = operation.path if is_alone else operation.name or f"{operation.method} {operation.path}"
    return operation.preferred_name or usual


def _webhook(
    operation: Operation, models: Mapping[str, Model], *, name: str, words: str, owner: Operation | None = None
) -> Webhook:
    return Webhook(
        name=name,
        words=words,
        operation=operation,
        owner=owner,
        arguments=tuple(argument_of(parameter, models) for parameter in operation.parameters),
        body=request_body(operation, models),
    )


def webhook_signature(api: Api) -> WebhookSignature | None:
    """Return the signature of webhooks; None if the description does not state it."""
    written = object_of(object_of(api.extensions.get(_WEBHOOKS)).get("security"))
    type_ = text_of(written.get("type"))
    if type_ is None:
        return None
    return WebhookSignature(
        type=type_,
        header=text_of(written.get("headerName")),
        encoding=(text_of(written.get("signatureTextEncoding")) or "base64").lower(),
        algorithm=(text_of(written.get("algorithm")) or "hmac-sha256").lower().removeprefix("hmac-"),
    )
