"""What the `x-speakeasy-*` extensions of an operation say of retries, paging and timeouts, as rows of its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typewright.base.json_value import JsonValue
from typewright.surface import Method
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.quoting import string_literal
from typewright.targets.python.words import attribute

_BACKOFF = {
    "initialInterval": "initial_interval",
    "maxInterval": "max_interval",
    "exponent": "exponent",
    "maxElapsedTime": "max_elapsed_time",
}


@dataclass(frozen=True, slots=True)
class Extensions:
    """Writes the rows of one module's operations that come from extensions."""

    scope: ClientScope

    def rows(self, method: Method) -> Iterator[str]:
        """Yield the rows of a method's operation, each as a keyword and its value."""
        extensions = method.operation.extensions
        retry = self.retry(extensions.get("x-speakeasy-retries"))
        if retry:
            yield f"retry={retry}"
        paging = self.paging(extensions.get("x-speakeasy-pagination"))
        if paging:
            yield f"paging={paging}"
        timeout = extensions.get("x-speakeasy-timeout")
        if isinstance(timeout, int) and not isinstance(timeout, bool):
            yield f"timeout_ms={timeout}"
        for parameter in method.operation.parameters:
            if parameter.location.value == "header" and parameter.name.lower() == "idempotency-key":
                yield f"idempotency_header={string_literal(parameter.name)}"

    def retry(self, written: JsonValue) -> str:
        """Return the retry rule that `x-speakeasy-retries` describes; an empty text where there is none."""
        if not isinstance(written, dict):
            return ""
        config = [string_literal(str(written.get("strategy", "backoff")))]
        backoff = written.get("backoff")
        if isinstance(backoff, dict):
            given = [
                f"{name}={backoff[wire]}"
                for wire, name in _BACKOFF.items()
                if isinstance(backoff.get(wire), int | float)
            ]
            config.append(f"{self.scope.runtime('options', 'BackoffStrategy')}({', '.join(given)})")
        connection = written.get("retryConnectionErrors")
        if isinstance(connection, bool):
            config.append(f"retry_connection_errors={connection}")
        parts = [f"{self.scope.runtime('options', 'RetryConfig')}({', '.join(config)})"]
        codes = written.get("statusCodes")
        if isinstance(codes, list) and codes:
            parts.append(f"codes=({', '.join(string_literal(str(code).upper()) for code in codes)},)")
        return f"{self.scope.runtime('options', 'RetryRule')}({', '.join(parts)})"

    def paging(self, written: JsonValue) -> str:
        """Return the paging rule that `x-speakeasy-pagination` describes; an empty text where there is none."""
        if not isinstance(written, dict):
            return ""
        inputs, outputs = written.get("inputs"), written.get("outputs")
        arguments = {
            str(entry.get("type")): attribute(str(entry.get("name")))
            for entry in (inputs if isinstance(inputs, list) else [])
            if isinstance(entry, dict)
        }
        paths = outputs if isinstance(outputs, dict) else {}
        match written.get("type"):
            case "cursor":
                name, parts = (
                    "CursorPaging",
                    [*_text("argument", arguments.get("cursor")), *_path("next_cursor", paths, "nextCursor")],
                )
            case "url":
                name, parts = "URLPaging", [*_path("next_url", paths, "nextUrl")]
            case "offsetLimit" if "page" in arguments:
                name = "PagePaging"
                parts = [
                    *_text("page_argument", arguments["page"]),
                    *_path("results", paths, "results"),
                    *_path("total_pages", paths, "numPages"),
                ]
            case "offsetLimit":
                name = "OffsetPaging"
                parts = [
                    *_text("offset", arguments.get("offset")),
                    *_text("limit", arguments.get("limit")),
                    *_path("results", paths, "results"),
                ]
            case _:
                return ""
        return f"{self.scope.runtime('paging', name)}({', '.join([*parts, *_path('items', paths, 'results')])})"


def _text(name: str, value: str | None) -> Iterator[str]:
    if value is not None:
        yield f"{name}={string_literal(value)}"


def _path(name: str, paths: Mapping[str, JsonValue], key: str) -> Iterator[str]:
    path = paths.get(key)
    if isinstance(path, str):
        yield f"{name}={string_literal(path)}"
