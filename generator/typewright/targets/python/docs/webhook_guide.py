"""The guide to webhooks and callbacks: the functions that handle them, and code that receives one."""

from __future__ import annotations

from typewright.client.webhooks import PayloadForm, Webhook
from typewright.pages.guides import Guide, fenced, paragraphs
from typewright.pages.webhooks import signature_text, webhook_table
from typewright.targets.contract import Project
from typewright.targets.python.client.webhooks import webhook_functions
from typewright.targets.python.display import display_of
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import webhooks_module

_TYPES = {PayloadForm.NOTHING: "", PayloadForm.TEXT: "str", PayloadForm.BYTES: "bytes"}


def webhook_guide(project: Project[PythonOptions]) -> Guide | None:
    """Return the guide; None if the API makes no calls."""
    incoming, module = project.client.incoming, webhooks_module(project)
    if not incoming or module is None:
        return None
    names = project.once(webhook_functions)
    signature = project.client.signature_of(incoming[0])
    introduction = (
        f"The API calls an endpoint of yours. For each message, `{package_folder(project.options)}.{module}` has a "
        "function that takes the body and the headers of the request as they came, checks that the message is genuine, "
        "and returns its content. "
    )
    unsigned = (
        "The API's description does not say how messages are signed. If they are, pass a `StandardWebhooks` or an "
        "`HMACSignature` as `verifier`."
    )
    rows = [(webhook, names[webhook.operation.id], _type(project, webhook)) for webhook in incoming]
    script = _handler(project, module, incoming[0], names[incoming[0].operation.id], is_signed=signature is not None)
    paragraph = introduction + (signature_text(signature) or unsigned)
    return Guide("Webhooks", "webhooks", paragraphs(paragraph, webhook_table(rows), script))


def _type(project: Project[PythonOptions], webhook: Webhook) -> str:
    """Return the type of a message's content as pages show it; empty without content."""
    if webhook.form is not PayloadForm.TYPED:
        return _TYPES[webhook.form]
    type_ = webhook.typed_payload(project.models)
    return "Any" if type_ is None else project.once(display_of).shown(type_, webhook.package)


def _handler(project: Project[PythonOptions], module: str, webhook: Webhook, function: str, *, is_signed: bool) -> str:
    """Return a function that receives a message, whatever the web framework around it is."""
    variable = f"{project.client.environment_prefix}_WEBHOOK_SECRET".upper()
    secret = f', secret=os.environ["{variable}"]' if is_signed else ""
    call = f"{module}.{function}(body, headers{secret})"
    has_content = webhook.form is not PayloadForm.NOTHING
    lines = [
        *(["import os", ""] if is_signed else []),
        f"from {package_folder(project.options)} import {module}",
        "",
        "",
        "def receive(body: bytes, headers: dict[str, str]) -> int:",
        '    """Return the status to answer a message with."""',
        "    try:",
        f"        {'content = ' if has_content else ''}{call}",
        f"    except {module}.WebhookVerificationError:",
        "        return 401",
        *(["    except ValueError:", "        return 400", "    print(content)"] if has_content else []),
        "    return 204",
    ]
    return fenced("python", "\n".join(lines))
