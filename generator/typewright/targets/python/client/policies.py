"""Retries, paging, timeouts and idempotency keys of the neutral client, as rows of an operation's table."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.paging import InputRole, Paging, PagingKind
from typewright.client.retries import RetryPolicy
from typewright.ir import Api
from typewright.surface.extensions import whole_number_of
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.client.signatures import Signatures
from typewright.targets.python.quoting import string_literal

_USUAL = RetryPolicy()


class Policies(Struct, frozen=True):
    """Writes the rows of one module's operations for retries, paging, timeouts and idempotency."""

    annotations: ClientAnnotations
    signatures: Signatures

    def rows(self, method: ClientMethod) -> Iterator[str]:
        """Yield the rows of a method's operation, each as a keyword and its value."""
        if method.retries is not None:
            yield f"retry={retry_rule(method.retries, self.annotations.scope)}"
        if method.paging is not None and (rule := self._paging(method, method.paging)):
            yield f"paging={rule}"
        if method.timeout_ms not in (None, client_timeout(self.signatures.surface.api)):
            yield f"timeout_ms={method.timeout_ms}"
        if method.idempotency_header is not None:
            yield f"idempotency_header={string_literal(method.idempotency_header)}"

    def _paging(self, method: ClientMethod, paging: Paging) -> str:
        """Return a paging rule; an empty text if it does not state how the next page is requested."""
        page = paging.input("page")
        if paging.kind is PagingKind.URL:
            name, parts = "URLPaging", {"next_url": paging.next_url}
        elif paging.kind is PagingKind.CURSOR:
            name = "CursorPaging"
            parts = {"argument": self._argument(method, paging, "cursor"), "next_cursor": paging.next_cursor}
        elif page is not None:
            name, parts = "PagePaging", {"page_argument": self._argument(method, paging, "page")}
        else:
            name, parts = "OffsetPaging", {"offset": self._argument(method, paging, "offset")}
        if None in parts.values():
            return ""
        if paging.kind is PagingKind.OFFSET_LIMIT:
            parts["limit"] = self._argument(method, paging, "limit")
            parts["results"] = paging.results
            parts["total_pages"] = paging.num_pages if page is not None else None
        parts["items"] = paging.results
        written = [f"{keyword}={string_literal(value)}" for keyword, value in parts.items() if value is not None]
        return f"{self.annotations.scope.runtime('paging', name)}({', '.join(written)})"

    def _argument(self, method: ClientMethod, paging: Paging, role: InputRole) -> str | None:
        """Return the location of an input in a call; None if the rule or the operation has no such input."""
        input_ = paging.input(role)
        if input_ is None:
            return None
        class_names = self.annotations.context.placement.class_names
        return self.signatures.path(method, input_.name, class_names, is_in_body=input_.is_in_body)


def client_timeout(api: Api) -> int | None:
    """Return the timeout of an attempt in milliseconds for all operations; None if it is not described."""
    return whole_number_of(api.extensions.get("x-speakeasy-timeout"))


def retry_rule(policy: RetryPolicy, scope: ClientScope) -> str:
    """Return a retry policy as an expression of the runtime's classes, without default values."""
    if policy.strategy == "none":
        return f"{scope.runtime('retry_config', 'RetryRule')}({scope.runtime('retry_config', 'RetryConfig')}('none'))"
    backoff = {
        "initial_interval": (policy.initial_interval_ms, _USUAL.initial_interval_ms),
        "max_interval": (policy.max_interval_ms, _USUAL.max_interval_ms),
        "exponent": (policy.exponent, _USUAL.exponent),
        "max_elapsed_time": (policy.max_elapsed_time_ms, _USUAL.max_elapsed_time_ms),
    }
    given = [f"{name}={value}" for name, (value, usual) in backoff.items() if value != usual]
    config = ['"backoff"']
    if given:
        config.append(f"{scope.runtime('retry_config', 'BackoffStrategy')}({', '.join(given)})")
    if not policy.retry_connection_errors:
        config.append("retry_connection_errors=False")
    parts = [f"{scope.runtime('retry_config', 'RetryConfig')}({', '.join(config)})"]
    if policy.status_codes != _USUAL.status_codes:
        parts.append(f"codes=({', '.join(map(string_literal, policy.status_codes))},)")
    return f"{scope.runtime('retry_config', 'RetryRule')}({', '.join(parts)})"
