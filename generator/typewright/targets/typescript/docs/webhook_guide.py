"""The guide to webhooks and callbacks: the functions that handle them, and code that receives one."""

from __future__ import annotations

from typewright.client.webhooks import PayloadForm, Webhook
from typewright.pages.guides import Guide, fenced, paragraphs
from typewright.pages.webhooks import signature_text, webhook_table
from typewright.targets.contract import Project
from typewright.targets.typescript.client.webhooks import WEBHOOKS, webhook_functions
from typewright.targets.typescript.display import display_of
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal

_TYPES = {PayloadForm.NOTHING: "", PayloadForm.TEXT: "string", PayloadForm.BYTES: "Uint8Array"}


def webhook_guide(project: Project[TypeScriptOptions]) -> Guide | None:
    """Return the guide; None if the API makes no calls."""
    incoming = project.client.incoming
    if not incoming:
        return None
    names = project.once(webhook_functions)
    signature = project.client.signature_of(incoming[0])
    address = f"{project.options.package}/{WEBHOOKS.stem}.js"
    introduction = (
        f"The API calls an endpoint of yours. For each message, `{address}` has a function that takes the headers and "
        "the body of the request as they came, checks that the message is genuine, and returns its content. "
    )
    unsigned = (
        "The API's description does not say how messages are signed. If they are, pass `standardWebhooks()` or "
        "`hmacWebhooks({ … })` as `scheme`, and the secret as `secret`."
    )
    rows = [(webhook, names[webhook.operation.id], _type(project, webhook)) for webhook in incoming]
    script = _handler(project, address, incoming[0], names[incoming[0].operation.id], is_signed=signature is not None)
    paragraph = introduction + (signature_text(signature) or unsigned)
    return Guide("Webhooks", "webhooks", paragraphs(paragraph, webhook_table(rows), script))


def _type(project: Project[TypeScriptOptions], webhook: Webhook) -> str:
    """Return the type of a message's content as pages show it; empty without content."""
    if webhook.form is not PayloadForm.TYPED:
        return _TYPES[webhook.form]
    type_ = webhook.typed_payload(project.models)
    return "unknown" if type_ is None else project.once(display_of).shown(type_, webhook.package)


def _handler(
    project: Project[TypeScriptOptions], address: str, webhook: Webhook, function: str, *, is_signed: bool
) -> str:
    """Return a function that receives a message as the Fetch API's handlers do."""
    variable = f"{project.client.environment_prefix}_WEBHOOK_SECRET".upper()
    options = f', {{ secret: process.env["{variable}"] ?? "" }}' if is_signed else ""
    call = f"await {function}(message{options});"
    has_content = webhook.form is not PayloadForm.NOTHING
    lines = [
        f"import {{ WebhookVerificationError, {function} }} from {string_literal(address)};",
        "",
        "export async function receive(request: Request): Promise<Response> {",
        "  const message = { headers: request.headers, body: await request.text() };",
        "  try {",
        *([f"    const content = {call}", "    console.log(content);"] if has_content else [f"    {call}"]),
        "  } catch (error) {",
        "    if (!WebhookVerificationError.is(error)) throw error;",
        "    return new Response(null, { status: 401 });",
        "  }",
        "  return new Response(null, { status: 204 });",
        "}",
    ]
    return fenced("typescript", "\n".join(lines))
