# Typewright's runtime, copied as it is; its digest is a78865a5c07fa29e.
"""Spans of OpenTelemetry around calls, by the semantic conventions of HTTP clients, where it is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .description import ClientDescription
    from .draft import Draft
    from .protocols import HTTPResponse

_PROVIDER = "OTEL_PYTHON_TRACER_PROVIDER"
"""The environment variable with the name of the provider that OpenTelemetry loads by itself."""


def open_telemetry(description: ClientDescription) -> OpenTelemetry | None:
    """Return the tracing of a package's calls; None if OpenTelemetry is not installed."""
    from importlib.util import find_spec

    if find_spec("opentelemetry") is None:
        return None
    return OpenTelemetry(description.package, description.version)


class CallSpan:
    """The span of one call; without a span of OpenTelemetry it does nothing."""

    def __init__(self, span: Any) -> None:
        self._span = span
        self._has_failed = False

    def started(self, draft: Draft, *, is_foreign: bool) -> None:
        """Record the URL of a request, without credentials, and add the headers that continue the trace.

        A request to another origin than the API's gets no such headers: their baggage may hold anything.
        """
        if self._span is None:
            return
        from .redaction import redacted_url

        self._span.set_attribute("url.full", redacted_url(draft.url))
        if is_foreign:
            return
        fields: dict[str, str] = {}
        import_module("opentelemetry.propagate").inject(fields)
        given = {name.lower() for name in draft.headers}
        for name, value in fields.items():
            if name.lower() not in given:
                draft.headers[name] = value

    def answered(self, response: HTTPResponse) -> None:
        """Record the status of the answer."""
        if self._span is None:
            return
        self._span.set_attribute("http.response.status_code", response.status_code)
        if response.status_code >= 400:
            self._fail(str(response.status_code))

    def failed(self, error: Exception) -> None:
        """Record an error, if it is not the one that the status of the answer tells already."""
        if self._span is not None and not self._has_failed:
            self._fail(type(error).__qualname__)

    def _fail(self, error_type: str) -> None:
        # The text of the error is left out: it may show what was sent.
        self._has_failed = True
        self._span.set_attribute("error.type", error_type)
        self._span.set_status(import_module("opentelemetry.trace").StatusCode.ERROR)


class OpenTelemetry:
    """Makes a span around each call, named by method and path template."""

    def __init__(self, name: str, version: str) -> None:
        self._name = name
        self._version = version
        self._tracer: Any = None

    def _used_tracer(self) -> Any:
        """Return the tracer; None while nothing can record its spans, as in most programs.

        A program that records spans has loaded OpenTelemetry, or names a provider in its environment.
        """
        is_used = "opentelemetry.trace" in sys.modules or _PROVIDER in os.environ
        if self._tracer is None and is_used:
            trace = import_module("opentelemetry.trace")
            self._tracer = trace.get_tracer(self._name, self._version)
        return self._tracer

    @contextmanager
    def span(
        self, operation_id: str, method: str, path: str, server_url: str
    ) -> Generator[CallSpan, None, None]:
        """Make the current span of a call; errors that are raised inside are recorded."""
        tracer = self._used_tracer()
        if tracer is None:
            yield CallSpan(None)
            return
        kind = import_module("opentelemetry.trace").SpanKind.CLIENT
        with tracer.start_as_current_span(
            f"{method} {path}" if operation_id else method,
            kind=kind,
            attributes=_attributes(operation_id, method, path, server_url),
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            call = CallSpan(span)
            try:
                yield call
            except Exception as error:
                call.failed(error)
                raise


def _attributes(
    operation_id: str, method: str, path: str, server_url: str
) -> dict[str, Any]:
    """Return the attributes that are known before the call."""
    from urllib.parse import urlsplit

    server = urlsplit(server_url)
    attributes: dict[str, Any] = {
        "http.request.method": method,
        "server.address": server.hostname or "",
        "server.port": server.port or (443 if server.scheme == "https" else 80),
    }
    if operation_id:
        attributes["url.template"] = path
        attributes["code.function.name"] = operation_id
    return attributes
