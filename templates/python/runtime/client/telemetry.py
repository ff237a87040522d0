"""Spans of OpenTelemetry around calls, by the semantic conventions of HTTP clients, where it is installed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .description import ClientDescription
    from .protocols import HTTPResponse


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

    def answered(self, response: HTTPResponse) -> None:
        """Record the status of the answer."""
        if self._span is None:
            return
        self._span.set_attribute("http.response.status_code", response.status_code)
        if response.status_code >= 400:
            self._span.set_attribute("error.type", str(response.status_code))


class OpenTelemetry:
    """Makes a span around each call, named by method and path template."""

    def __init__(self, name: str, version: str) -> None:
        self._name = name
        self._version = version

    @cached_property
    def _tracer(self) -> Any:
        """The tracer; None if OpenTelemetry is not installed."""
        try:
            trace = import_module("opentelemetry.trace")
        except ImportError:
            return None
        return trace.get_tracer(self._name, self._version)

    @contextmanager
    def span(
        self, operation_id: str, method: str, path: str, server_url: str
    ) -> Generator[CallSpan, None, None]:
        """Make the current span of a call; errors that are raised inside are recorded."""
        tracer = self._tracer
        if tracer is None:
            yield CallSpan(None)
            return
        kind = import_module("opentelemetry.trace").SpanKind.CLIENT
        with tracer.start_as_current_span(
            f"{method} {path}", kind=kind, record_exception=False
        ) as span:
            for name, value in _attributes(
                operation_id, method, path, server_url
            ).items():
                span.set_attribute(name, value)
            try:
                yield CallSpan(span)
            except Exception as error:
                span.set_attribute("error.type", type(error).__qualname__)
                raise


def _attributes(
    operation_id: str, method: str, path: str, server_url: str
) -> dict[str, Any]:
    """Return the attributes that are known before the call."""
    from urllib.parse import urlsplit

    server = urlsplit(server_url)
    attributes: dict[str, Any] = {
        "http.request.method": method,
        "url.template": path,
        "server.address": server.hostname or "",
        "server.port": server.port or (443 if server.scheme == "https" else 80),
    }
    if operation_id:
        attributes["code.function.name"] = operation_id
    return attributes
