"""The module of webhooks and callbacks: a function for each, which verifies and parses what the API sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.client.webhooks import PayloadForm, SignatureScheme, Webhook, WebhookSignature
from typewright.naming.words import member_identifier
from typewright.pages.page import Page
from typewright.targets.contract import Project
from typewright.targets.typescript.client.views import WebhooksView, WebhookView
from typewright.targets.typescript.models.checks import READ
from typewright.targets.typescript.models.conversions import Conversions
from typewright.targets.typescript.models.declarations import types_of
from typewright.targets.typescript.models.placement import RESERVED_WORDS, Module, placement_of
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.wire_form import has_bigints
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import comment_lines, doc_comment, string_literal

WEBHOOKS = Module("", "webhooks")
_RUNTIME = "webhooks"
_OFFERED = ("WebhookVerificationError", "hmacWebhooks", "standardWebhooks")
"""The names of the runtime that the module exports, besides types."""
_TYPES = ("HMACOptions", "SignedWebhookOptions", "WebhookOptions", "WebhookRequest", "WebhookScheme")
_SCHEME = "scheme"
"""The constant with the scheme by which webhooks are signed."""
_HASHES = {"sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


def webhook_functions(project: Project[TypeScriptOptions]) -> Mapping[str, str]:
    """Return the name of the function for each webhook and callback, by the id of its operation."""
    preferred_names = {webhook.operation.id: _name(webhook) for webhook in project.client.incoming}
    taken = {*project.once(placement_of).labels.values(), *_OFFERED, _SCHEME}
    return project.names.ledger.names("webhook", preferred_names, taken, stated=preferred_names)


def _name(webhook: Webhook) -> str:
    name = member_identifier(webhook.words) or "webhook"
    return f"{name}_" if name in RESERVED_WORDS else name


def webhook_files(project: Project[TypeScriptOptions]) -> Iterator[Page]:
    """Yield the module; nothing if the API makes no calls."""
    if project.client.incoming:
        names = project.once(webhook_functions)

        def make_view() -> WebhooksView:
            """Return the view of the module."""
            return _view(project, names)

        yield Page(WEBHOOKS.path, "typescript/client/webhooks.ts.jinja", make_view, "typescript")


def _view(project: Project[TypeScriptOptions], names: Mapping[str, str]) -> WebhooksView:
    types = types_of(project, WEBHOOKS, frozenset(names.values()))
    conversions = Conversions.of(project, types)
    writer = _Functions(project, types, conversions)
    functions = tuple(writer.view(webhook, names[webhook.operation.id]) for webhook in project.client.incoming)
    address = string_literal(f"./lib/{_RUNTIME}.js", double=True)
    return WebhooksView(
        imports=types.import_lines(),
        exports=(
            f"export {{ {', '.join(_OFFERED)} }} from {address};",
            f"export type {{ {', '.join(_TYPES)} }} from {address};",
        ),
        constants=tuple(f"const {name} = {value};" for name, value in conversions.constants.items()),
        functions=functions,
    )


class _Functions(Struct, frozen=True):
    """Writes the functions of the module."""

    project: Project[TypeScriptOptions]
    types: TypeText
    conversions: Conversions

    def view(self, webhook: Webhook, name: str) -> WebhookView:
        """Return the function of a webhook."""
        signature = self.project.client.signature_of(webhook)
        request = f"request: {self._lib('WebhookRequest', is_type=True)}"
        if signature is None:
            options, passed = f"options?: {self._lib('WebhookOptions', is_type=True)}", "options"
        else:
            options = f"options: {self._lib('SignedWebhookOptions', is_type=True)}"
            self.conversions.constants.setdefault(_SCHEME, self._scheme(signature))
            passed = f"{{ ...options, {_SCHEME} }}"
        result, statement = self._body(webhook, name, passed)
        return WebhookView(
            comment=doc_comment(self._words(webhook, is_signed=signature is not None)),
            name=name,
            parameters=(request, options),
            returns=f"{self.types.platform('Promise')}<{result}>",
            statement=statement,
        )

    def _lib(self, name: str, *, is_type: bool = False) -> str:
        return self.types.lib(_RUNTIME, name, is_type=is_type)

    def _scheme(self, signature: WebhookSignature) -> str:
        """Return the scheme by which requests are signed."""
        if signature.scheme is SignatureScheme.STANDARD:
            return f"/* @__PURE__ */ {self._lib('standardWebhooks')}()"
        how = {
            "header": signature.header or "",
            "algorithm": _HASHES[signature.algorithm],
            "encoding": signature.encoding,
        }
        written = ", ".join(f"{key}: {string_literal(value, double=True)}" for key, value in how.items())
        return f"/* @__PURE__ */ {self._lib('hmacWebhooks')}({{ {written} }})"

    def _body(self, webhook: Webhook, name: str, options: str) -> tuple[str, str]:
        """Return the return type, and the statement that returns the content."""
        if webhook.form is PayloadForm.TYPED:
            type_ = webhook.typed_payload(self.project.models)
            shown, read = "unknown", "(value) => value"
            if type_ is not None:
                shown = self.types.of(type_, webhook.package)
                checked = self.conversions.check(type_, webhook.package, READ, f"{name}Content")
                read = f"(value) => value as {shown}" if checked is None else checked.reference
            is_lossless = type_ is not None and has_bigints(type_, self.project)
            parse = [self.types.lib("bigint", "parseLossless")] if is_lossless else []
            passed = ", ".join(["request", read, options, *parse])
            return shown, f"return {self._lib('parseWebhook')}({passed});"
        call = f"await {self._lib('verifiedContent')}(request, {options})"
        if webhook.form is PayloadForm.NOTHING:
            return "void", f"{call};"
        if webhook.form is PayloadForm.TEXT:
            return "string", f"return new {self.types.platform('TextDecoder')}().decode({call});"
        return self.types.platform("Uint8Array"), f"return {call};"

    def _words(self, webhook: Webhook, *, is_signed: bool) -> list[str]:
        """Return the lines of a function's comment."""
        operation = webhook.operation
        parts = [operation.summary or "", operation.description or ""]
        lines = comment_lines("\n\n".join(part.strip() for part in dict.fromkeys(parts) if part.strip()))
        kind = "webhook" if webhook.owner is None else "callback"
        lines = lines or [f"The {kind} `{' '.join(comment_lines(webhook.name))}`."]
        if is_signed:
            lines += ["", "Throws {@link WebhookVerificationError} where the request is not genuine."]
        if operation.deprecated:
            message = " ".join(comment_lines(operation.deprecation_message or "Do not use it any more."))
            lines += ["", f"@deprecated {message}"]
        return lines
