"""Log records of exchanges: a line of JSON for programs, and one or more lines for a terminal."""

from __future__ import annotations

from datetime import datetime, timezone
from urllib.parse import quote_plus

from typewright.base.json_value import JsonObject
from typewright.base.printing import json_text, visible
from typewright.mock.requests import Exchange, Request
from typewright.mock.styles import Pairs

_HIDDEN = "***"


def log_line(exchange: Exchange, keys: frozenset[str]) -> str:
    """Return an exchange as one line of JSON: `time`, `method`, `target`, `operation`, `status`, `refused`.

    `keys` are the names of API keys in the query, whose values are left out.
    """
    entry: JsonObject = {
        "time": datetime.now(timezone.utc).isoformat(timespec="milliseconds"),
        "method": exchange.request.method,
        "target": shown_target(exchange.request, keys),
        "operation": exchange.operation,
        "status": exchange.response.status,
        "refused": [fault.entry() for fault in exchange.faults],
    }
    return json_text(entry, indent=None)


def terminal_lines(exchange: Exchange, keys: frozenset[str]) -> str:
    """Return an exchange for a terminal: the request with its status, and a line for each fault."""
    target = shown_target(exchange.request, keys)
    head = f"{exchange.request.method} {target} → {exchange.response.status}"
    return "\n".join(visible(line) for line in (head, *(f"  refused: {fault.text()}" for fault in exchange.faults)))


def shown_target(request: Request, keys: frozenset[str]) -> str:
    """Return the path and the query of a request without the values of API keys."""
    hidden = {quote_plus(name) for name in keys} & {name for name, _ in Pairs.of_query(request.query).pairs}
    if not hidden:
        return request.target
    parts = [part.partition("=") for part in request.query.split("&")]
    shown = (name + equals + (_HIDDEN if name in hidden else value) for name, equals, value in parts)
    return f"{request.path}?{'&'.join(shown)}"
