"""The text of guides about webhooks and callbacks, for all targets."""

from __future__ import annotations

from collections.abc import Iterable

from typewright.client.webhooks import SignatureScheme, Webhook, WebhookSignature
from typewright.pages.cells import code_cell, plain_cell
from typewright.pages.constraints import code
from typewright.pages.guides import table_text
from typewright.pages.prose import one_line


def webhook_table(rows: Iterable[tuple[Webhook, str, str]]) -> str:
    """Return the table of webhooks and callbacks, each with its handler function and the type of its content."""
    cells = [(code(function), _sent(webhook), code(type_) if type_ else "") for webhook, function, type_ in rows]
    return table_text(("Function", "Message", "Content"), cells)


def signature_text(signature: WebhookSignature | None) -> str:
    """Return a sentence of markdown on how a message is verified; empty if the description does not state it."""
    if signature is None:
        return ""
    if signature.scheme is SignatureScheme.STANDARD:
        return "Messages are signed with a secret, as [Standard Webhooks](https://www.standardwebhooks.com) are."
    header = code(signature.header or "")
    return (
        f"The header {header} contains the HMAC of the body ({signature.algorithm}, encoded as {signature.encoding})."
    )


def _sent(webhook: Webhook) -> str:
    """Return on one line when a message is sent."""
    operation, owner = webhook.operation, webhook.owner
    summary = (operation.summary or operation.description or "").strip().split("\n\n", 1)[0]
    whose = f" (callback of {code_cell(f'{owner.http_method} {owner.path}')})" if owner is not None else ""
    return f"{plain_cell(one_line(summary)) or code_cell(webhook.name)}{whose}"
