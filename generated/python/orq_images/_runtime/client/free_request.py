# Typewright's runtime, copied as it is; its digest is 62792784a0da9bc2.
"""Undeclared requests (`client.request`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..absence import UNSET
from .bodies import Payload
from .call import Call, prepared_call
from .draft import Draft
from .errors import described_status, shown
from .operation import Operation
from .options import CallOptions
from .request_plan import extra_query_text
from .transport import run, run_async
from .wire_values import json_text

if TYPE_CHECKING:
    from .engine import Engine
    from .protocols import HTTPResponse


def call_of(
    engine: Engine,
    method: str,
    path: str,
    options: CallOptions,
    *,
    query: Mapping[str, Any] | None,
    json: Any,
    content: bytes | None,
) -> Call:
    """Return the call of the arguments of `client.request`."""
    operation: Operation[Any, Any] = Operation(id="", method=method.upper(), path=path)
    call = prepared_call(engine, operation, {}, options)
    draft = call.draft
    url = draft.url
    if query:
        url = f"{url}{'&' if '?' in url else '?'}{extra_query_text(query)}"
    payload = _payload(json, content)
    headers = {**(payload.headers if payload is not None else {}), **draft.headers}
    call.draft = Draft(draft.method, url, headers, payload)
    return call


def sent(engine: Engine, call: Call) -> HTTPResponse:
    """Send a call and return the answer, read. Raise the package's error if its status is 400 or above."""
    with engine.span(call.operation, call.options) as span:
        response = run(engine.send(call, engine.sync_transport(), span))
        return _checked(engine, call, response)


async def sent_async(engine: Engine, call: Call) -> HTTPResponse:
    """Send a call and return the answer, read. Raise the package's error if its status is 400 or above."""
    with engine.span(call.operation, call.options) as span:
        response = await run_async(engine.send(call, engine.async_transport(), span))
        return _checked(engine, call, response)


def _checked(engine: Engine, call: Call, response: HTTPResponse) -> HTTPResponse:
    """Return an answer. Raise the package's error if its status is 400 or above."""
    if response.status_code < 400:
        return response
    text = response.text
    message = described_status(call.operation.method, call.operation.path, response)
    words = f"{message}: {shown(text)}" if text else message
    raise engine.description.errors().status(words, response, text)


def _payload(json: Any, content: bytes | None) -> Payload | None:
    """Return the content to send."""
    if content is not None:
        return Payload(content, "")
    return (
        None if json is UNSET else Payload(json_text(json).encode(), "application/json")
    )
