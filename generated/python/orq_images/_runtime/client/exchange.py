# Typewright's runtime, copied as it is; its digest is 0b2240d94004ff7f.
"""Requests and answers of one call: attempts, redirects, signatures, hooks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from .answers import is_declared_status, matching_answer, media_type_of
from .call import alternatives, refused
from .draft import is_foreign, origin
from .errors import SigningError, connection_failure
from .hooks import HookContext
from .signing import (
    SigningContext,
    is_renewed,
    selected_schemes,
    sign,
)

if TYPE_CHECKING:
    from .answers import Answer
    from .call import Call
    from .draft import Draft
    from .engine import Engine
    from .protocols import HTTPRequest, HTTPResponse
    from .signing import Selected
    from .transport import Flow, Transport

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_TRANSPORT_FIELDS = frozenset(
    {"host", "accept-encoding", "connection", "content-length", "transfer-encoding"}
)
_DRAINED_BYTES = 64 * 1024
ERROR_BYTES = 1024 * 1024
"""The bytes of an error that are read, and those that its text has."""
_STREAM_IDLE_SECONDS = 600.0


def exchange(
    engine: Engine, call: Call, transport: Transport
) -> Flow[tuple[HTTPResponse, Answer | None]]:
    """Send the request of a call, with its retries.

    Returns:
        The answer, whose content is read unless it is a stream, and its description.

    Raises:
        ClientError: No answer came, or a credential is missing.

    """
    library = transport.library
    attempt = 0
    while True:
        context = _hook_context(call, attempt)
        try:
            response = yield from _sent(engine, call, transport, context)
            wait = call.retries.wait_after_answer(
                response, attempt, is_replayable=call.draft.is_replayable
            )
            if wait is None:
                answer = _described(call, response)
                yield from _received(engine, call, transport, response, answer)
                final = yield from _after(
                    engine, call, transport, context, response, answer
                )
                return final, answer if final is response else _described(call, final)
            yield from _drained(transport, response)
        except library.NETWORK_ERROR as error:
            is_unsent = library.is_unsent(error)
            wait = call.retries.wait_after_failure(
                attempt, is_unsent=is_unsent, is_replayable=call.draft.is_replayable
            )
            if wait is None:
                given = yield from _after_failure(
                    engine, call, transport, context, error
                )
                if given is not None:
                    return given, _described(call, given)
                raise no_response(engine, call, error) from error
        except SigningError as error:
            raise refused(engine, call.operation.id, error) from None
        yield transport.sleep(wait)
        attempt += 1


def _described(call: Call, response: HTTPResponse) -> Answer | None:
    """Return the description of an answer; None if it has none."""
    return matching_answer(
        call.operation.answers, response.status_code, media_type_of(response)
    )


def is_error(call: Call, answer: Answer | None, status: int) -> bool:
    """Return whether an answer is raised: because it is described so, or not described, or because of its status."""
    if answer is None:
        return status >= 400 or bool(call.operation.answers)
    return answer.is_error or (status >= 400 and answer.status.lower() == "default")


def _hook_context(call: Call, attempt: int) -> HookContext:
    operation = call.operation
    return HookContext(
        operation.id, operation.method, operation.path, call.server_url, attempt
    )


def _sent(
    engine: Engine, call: Call, transport: Transport, hook_context: HookContext
) -> Flow[HTTPResponse]:
    """Sign and send one attempt. Follow redirects, and sign once more after a 401 if that can help."""
    now = time.monotonic()
    deadline = call.deadline = min(now + call.timeout, call.retries.deadline)
    context = SigningContext(
        transport, engine.shared.signing, call.server_url, deadline
    )
    selected = yield from _selected(engine, call, transport)
    draft = call.draft
    draft.clear_credentials()
    yield from sign(draft, selected, context)
    redirects, renewals, is_own = 0, 0, True
    while True:
        request = yield from _built(
            engine, call, transport, draft, hook_context, deadline
        )
        response: HTTPResponse = yield transport.send(
            request, deadline, is_foreign=is_foreign(draft.url, call.server_url)
        )
        if engine.debug_log is not None:
            engine.debug_log.response(response)
        try:
            following = _redirected(call, draft, response, redirects)
            if following is not None:
                redirects += 1
                is_own = is_own and not is_foreign(following.url, call.server_url)
                if is_own:
                    yield from _signed_anew(following, selected, context)
            elif response.status_code == 401 and is_own and not renewals:
                following = yield from _renewed(draft, selected, context, response)
                renewals += 1
            if following is None:
                return response
            yield from _drained(transport, response)
        except BaseException as error:
            yield from _abandoned(transport, response, error)
            raise
        draft = following


def _renewed(
    draft: Draft, selected: Selected, context: SigningContext, response: HTTPResponse
) -> Flow[Draft | None]:
    """Return a request with new credentials for one that was answered 401; None if that can't help."""
    if not selected or not draft.is_replayable:
        return None
    if not (yield from is_renewed(response, selected, context)):
        return None
    draft.clear_credentials()
    yield from sign(draft, selected, context)
    return draft


def _signed_anew(
    draft: Draft, selected: Selected, context: SigningContext
) -> Flow[None]:
    """Sign a redirected request again, where a signature holds for one target alone."""
    if any(scheme.is_for_one_target for scheme, _, _ in selected):
        draft.clear_credentials()
        yield from sign(draft, selected, context)


def _abandoned(
    transport: Transport, response: HTTPResponse, error: BaseException
) -> Flow[None]:
    """Close an answer that is discarded. A flow that is being closed itself may not await anything."""
    if not isinstance(error, GeneratorExit):
        yield transport.close(response)


def _selected(engine: Engine, call: Call, transport: Transport) -> Flow[Selected]:
    """Return the schemes that sign the request: none where it goes to another server than the call's."""
    if call.url is not None and is_foreign(call.url, call.server_url):
        return ()
    if call.selected is not None:
        return call.selected
    security = yield transport.resolve(engine.options.security())
    required = alternatives(engine, call.operation)
    return selected_schemes(
        engine.description, required, engine.options.credentials, security
    )


def _redirected(
    call: Call, draft: Draft, response: HTTPResponse, redirects: int
) -> Draft | None:
    """Return the request that follows a redirect; None if the answer is for the caller."""
    status = response.status_code
    if (
        status not in _REDIRECTS
        or redirects == _MOST_REDIRECTS
        or "location" not in response.headers
    ):
        return None
    if is_declared_status(call.operation.answers, status):
        return None
    following = draft.redirected(status, response.headers["location"])
    if following is None or not following.is_replayable:
        return None
    return following


def _built(
    engine: Engine,
    call: Call,
    transport: Transport,
    draft: Draft,
    context: HookContext,
    deadline: float,
) -> Flow[HTTPRequest]:
    """Return the library's request, after the hooks have seen it."""
    payload = draft.payload
    content: Any = None
    if payload is not None:
        content = (
            payload.async_content() if transport.is_async else payload.sync_content()
        )
    left = max(deadline - time.monotonic(), 0.001)
    limits = {
        "connect": min(left, call.connect_timeout),
        "read": left,
        "write": left,
        "pool": min(left, 10.0),
    }
    request: HTTPRequest = transport.client.build_request(
        draft.method,
        draft.signed_url(),
        headers=_encoded(draft.all_headers()),
        content=content,
        extensions={"timeout": limits},
    )
    if is_foreign(draft.url, call.server_url):
        _without_defaults(request, draft)
    else:
        for hook in engine.shared.hooks.on_before_request:
            changed = yield transport.resolve(hook(context, request))
            request = request if changed is None else changed
    if engine.debug_log is not None:
        engine.debug_log.request(
            request, payload.content if payload is not None else None
        )
    return request


def _without_defaults(request: HTTPRequest, draft: Draft) -> None:
    """Take out the header fields that a client of the user adds: they may hold credentials of the API."""
    own = {name.lower() for name in draft.headers}
    for name in list(request.headers):
        if name.lower() not in own and name.lower() not in _TRANSPORT_FIELDS:
            del request.headers[name]


def _encoded(headers: dict[str, str]) -> Any:
    """Return header fields with values that are no ASCII in UTF-8."""
    return {
        name: value if value.isascii() else value.encode()
        for name, value in headers.items()
    }


def _received(
    engine: Engine,
    call: Call,
    transport: Transport,
    response: HTTPResponse,
    answer: Answer | None,
) -> Flow[None]:
    """Read the content of an answer, unless it is a stream."""
    failed = is_error(call, answer, response.status_code)
    if not failed and (call.is_streamed or (answer is not None and answer.is_stream)):
        timeouts = response.request.extensions.get("timeout", {})
        timeouts["read"] = max(call.timeout, _STREAM_IDLE_SECONDS)
        return
    limit = None
    if failed:
        limit = (
            _DRAINED_BYTES if "content-encoding" in response.headers else ERROR_BYTES
        )
    try:
        transport.library.bound_stream(response, call.deadline, limit)
        yield transport.read(response, call.deadline)
    except BaseException as error:
        yield from _abandoned(transport, response, error)
        if failed and isinstance(error, transport.library.NETWORK_ERROR):
            return
        raise
    if engine.debug_log is not None:
        engine.debug_log.content(response.content)


def _drained(transport: Transport, response: HTTPResponse) -> Flow[None]:
    """Free a connection for the next request: read the rest of an answer if that is little, else close it."""
    library = transport.library
    library.bound_stream(response, time.monotonic() + 1, _DRAINED_BYTES)
    try:
        yield transport.read(response, time.monotonic() + 1)
    except library.NETWORK_ERROR:
        return
    finally:
        yield transport.close(response)


def _after(
    engine: Engine,
    call: Call,
    transport: Transport,
    context: HookContext,
    response: HTTPResponse,
    answer: Answer | None,
) -> Flow[HTTPResponse]:
    """Return the answer after all hooks have seen it."""
    hooks = engine.shared.hooks
    failed = is_error(call, answer, response.status_code)
    try:
        for error_hook in hooks.on_after_error if failed else ():
            changed = yield transport.resolve(error_hook(context, response, None))
            response = response if changed is None else changed
        for hook in () if failed else hooks.on_after_success:
            changed = yield transport.resolve(hook(context, response))
            response = response if changed is None else changed
    except BaseException as error:
        yield from _abandoned(transport, response, error)
        raise
    return response


def _after_failure(
    engine: Engine,
    call: Call,
    transport: Transport,
    context: HookContext,
    error: Exception,
) -> Flow[HTTPResponse | None]:
    """Log that no answer came, and return the one that the hooks give instead; None without one."""
    if engine.debug_log is not None:
        engine.debug_log.failure(call.draft.method, call.draft.url, error)
    response: HTTPResponse | None = None
    for hook in engine.shared.hooks.on_after_error:
        given = yield transport.resolve(hook(context, response, error))
        response = response if given is None else given
    return response


def no_response(engine: Engine, call: Call, error: Exception) -> Exception:
    """Return the package's error for a failure of the connection."""
    from .redaction import redacted_url

    reason = engine.shared.pool.library.failure_reason(error)
    words = {
        "connect": "no connection",
        "timeout": "no answer in time",
        "closed": "the connection ended early",
    }
    url = redacted_url(_failed_url(call, error)).partition("?")[0]
    text = f"{call.draft.method} {url}: {words.get(reason, 'no answer')} ({type(error).__name__}: {error})"
    return connection_failure(engine.description.errors(), text, error, reason)


def _failed_url(call: Call, error: Exception) -> str:
    """Return the URL of the request that failed: after a redirect to another origin that of the redirect."""
    try:
        url = str(error.request.url)  # type: ignore[attr-defined]
    except (AttributeError, RuntimeError):
        return call.draft.url
    return url if origin(url) != origin(call.draft.url) else call.draft.url
