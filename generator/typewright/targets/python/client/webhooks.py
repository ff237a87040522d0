"""The module of webhooks and callbacks: a function for each, which verifies and parses what the API sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.client.webhooks import PayloadForm, SignatureScheme, Webhook, WebhookSignature
from typewright.targets.contract import Project
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.methods import sentence
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.client.views import WebhooksView, WebhookView
from typewright.targets.python.models.context import make_context
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.quoting import docstring, string_literal
from typewright.targets.python.words import function

_RUNTIME = "webhooks"
_OFFERED = ("HMACSignature", "StandardWebhooks", "Verifier", "WebhookVerificationError")
"""The names of the runtime that the module exports."""
_INDENT = "    "
_ARGUMENTS = {
    "body": "The body of the request as it came; what is signed are its bytes.",
    "headers": "The header fields of the request.",
}
_SECRET = "The secret that the sender signs with; several during a change of secrets."  # noqa: S105
_VERIFIER = "What checks the message; without one, nothing is checked."


def webhook_functions(project: Project[PythonOptions]) -> Mapping[str, str]:
    """Return the name of the function for each webhook and callback, by the id of its operation."""
    preferred_names = {webhook.operation.id: function(webhook.words) for webhook in project.client.incoming}
    return project.names.ledger.names("webhook", preferred_names, stated=preferred_names)


def webhooks_view(project: Project[PythonOptions]) -> WebhooksView:
    """Return the view of the module."""
    names = project.once(webhook_functions)
    scope = ClientScope(frozenset(names.values()))
    writer = _Functions(project, ClientAnnotations(project.once(make_context), scope))
    functions = tuple(writer.view(webhook, names[webhook.operation.id]) for webhook in project.client.incoming)
    for name in _OFFERED:
        scope.runtime(_RUNTIME, name)
    title = " ".join(project.api.title.split())
    return WebhooksView(
        docstring=docstring(f"What {title} sends by itself: functions that verify and parse it."),
        imports=scope.lines()[0],
        names=tuple(map(string_literal, (*_OFFERED, *names.values()))),
        functions=functions,
    )


class _Functions(Struct, frozen=True):
    """Writes the functions of the module."""

    project: Project[PythonOptions]
    annotations: ClientAnnotations

    def view(self, webhook: Webhook, name: str) -> WebhookView:
        """Return the function of a webhook."""
        scope = self.annotations.scope
        signature = self.project.client.signature_of(webhook)
        text = scope.builtin("str")
        last = f"verifier: {scope.runtime(_RUNTIME, 'Verifier')} | None = None"
        parameters = (
            f"body: {scope.builtin('bytes')} | {text}",
            f"headers: {scope.name('collections.abc', 'Mapping')}[{text}, {text}]",
            "*",
            last if signature is None else f"secret: {text} | {scope.builtin('tuple')}[{text}, ...]",
        )
        constant, expression, returns, statements = self._body(webhook, name, self._verifier(signature))
        return WebhookView(
            has_constant=bool(constant),
            constant=constant,
            expression=expression,
            name=name,
            parameters=parameters,
            returns=returns,
            docstring=docstring(self._words(webhook, is_signed=signature is not None), _INDENT),
            statements=statements,
        )

    def _verifier(self, signature: WebhookSignature | None) -> str:
        """Return the expression that verifies a message, as an argument of the runtime's functions."""
        scope = self.annotations.scope
        if signature is None:
            return "verifier"
        if signature.scheme is SignatureScheme.STANDARD:
            return f"{scope.runtime(_RUNTIME, 'StandardWebhooks')}(secret)"
        how = {"header": signature.header or "", "algorithm": signature.algorithm, "encoding": signature.encoding}
        written = ", ".join(f"{key}={string_literal(value)}" for key, value in how.items())
        return f"{scope.runtime(_RUNTIME, 'HMACSignature')}(secret, {written})"

    def _body(self, webhook: Webhook, name: str, verifier: str) -> tuple[str, str, str, tuple[str, ...]]:
        """Return the constant with the type of the content, its value, the type's annotation, and the statements."""
        scope = self.annotations.scope
        if webhook.form is PayloadForm.TYPED:
            type_ = webhook.typed_payload(self.project.models)
            shown = scope.typing("Any") if type_ is None else self.annotations.result(type_, webhook.package)
            constant = f"_{name.strip('_').upper()}"
            parse, thunk = scope.runtime(_RUNTIME, "parse_webhook"), scope.runtime(_RUNTIME, "TypeThunk")
            call = f"content: {shown} = {parse}(body, headers, {constant}, {verifier})"
            return f"{constant}: {thunk}", f"lambda: {shown}", shown, (call, "return content")
        call = f"{scope.runtime(_RUNTIME, 'verified_content')}(body, headers, {verifier})"
        if webhook.form is PayloadForm.NOTHING:
            return "", "", "None", (call,)
        if webhook.form is PayloadForm.TEXT:
            return "", "", scope.builtin("str"), (f"return {call}.decode()",)
        return "", "", scope.builtin("bytes"), (f"return {call}",)

    def _words(self, webhook: Webhook, *, is_signed: bool) -> str:
        """Return the docstring of a function."""
        operation = webhook.operation
        usual = f"The {'webhook' if webhook.owner is None else 'callback'} `{webhook.name}`."
        summary = (operation.summary or operation.description or usual).strip().split("\n\n", 1)[0]
        parts = [sentence(summary.strip())]
        described = (operation.description or "").strip()
        if described and described != summary:
            parts.append(described)
        if operation.deprecated:
            parts.append(sentence(operation.deprecation_message or "Deprecated"))
        rows = _ARGUMENTS | ({"secret": _SECRET} if is_signed else {"verifier": _VERIFIER})
        parts.append("\n".join(["Args:", *(f"    {name}: {description}" for name, description in rows.items())]))
        parts.append("\n".join(["Raises:", *(f"    {line}" for line in self._raises(webhook))]))
        return "\n\n".join(parts)

    def _raises(self, webhook: Webhook) -> Iterator[str]:
        yield "WebhookVerificationError: The message is not genuine."
        if webhook.form is PayloadForm.TYPED:
            yield "ValueError: The content is not as described."
