# Typewright's runtime, copied as it is; its digest is 93f3639d16351bb9.
"""The result or error of a call, by its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .answers import (
    EmptyAnswer,
    ErrorAnswer,
    is_declared_status,
    media_type_of,
)
from .errors import described_status, shown
from .exchange import ERROR_BYTES, is_error, no_response
from .operation import PagedCall

if TYPE_CHECKING:
    from .answers import Answer
    from .call import Call
    from .engine import Engine
    from .protocols import HTTPResponse
    from .transport import Transport

_WITHOUT_CONTENT = frozenset({204, 205, 304})


def outcome(
    engine: Engine,
    call: Call,
    response: HTTPResponse,
    answer: Answer | None,
    transport: Transport,
) -> Any:
    """Return the result of a call: its parsed content, or the answer itself in the modes for raw answers.

    Raises:
        ClientError: The answer is an error, or is not as described.

    """
    if is_error(call, answer, response.status_code):
        raise _error(engine, call, response, answer)
    if engine.mode == "parsed":
        return _result(engine, call, response, answer, is_async=transport.is_async)
    from .raw import APIResponse, APIResponseAsync

    is_stream = answer is not None and answer.is_stream

    def parse() -> Any:
        return _result(engine, call, response, answer, is_async=transport.is_async)

    if transport.is_async and engine.mode == "streaming":
        return APIResponseAsync(response, parse, is_stream=is_stream, is_async=True)
    return APIResponse(
        response, parse, is_stream=is_stream, is_async=transport.is_async
    )


def _result(
    engine: Engine,
    call: Call,
    response: HTTPResponse,
    answer: Answer | None,
    *,
    is_async: bool,
) -> Any:
    """Return the result of an answer's content."""
    if answer is None:
        return response
    if answer.is_stream:
        result = answer.stream(
            response, _translation(engine, call, response), is_async=is_async
        )
    elif not response.content and _can_be_empty(call, response):
        result = None
    else:
        try:
            result = answer.parsed(response)
        except ValueError as error:
            raise _not_as_described(engine, call, response, error) from error
    paging = call.operation.paging
    if paging is not None and result is not None:
        paged = PagedCall(
            call.operation, call.arguments, call.options, response, call.url, call.seen
        )
        return paging.page(engine, paged, result)
    if answer.envelope is not None:
        return answer.envelope.around(result, response)
    return result


def _translation(
    engine: Engine, call: Call, response: HTTPResponse
) -> Callable[[Exception], Exception]:
    """Return the translation of errors that occur while a stream is read."""

    def translated(error: Exception) -> Exception:
        if isinstance(error, ValueError):
            return _not_as_described(engine, call, response, error)
        if isinstance(error, engine.shared.pool.library.NETWORK_ERROR):
            return no_response(engine, call, error)
        return error

    return translated


def _can_be_empty(call: Call, response: HTTPResponse) -> bool:
    """Return whether an answer without content is as described."""
    if call.operation.method == "HEAD" or response.status_code in _WITHOUT_CONTENT:
        return True
    return any(isinstance(answer, EmptyAnswer) for answer in call.operation.answers)


def _error(
    engine: Engine, call: Call, response: HTTPResponse, answer: Answer | None
) -> Exception:
    """Return the error of an answer: with its data if that is as described, else the package's error for any status."""
    body = _text(response)
    message = described_status(call.operation.method, call.operation.path, response)
    if answer is None and 200 <= response.status_code < 300:
        message += _undescribed(call, response)
    if body:
        message += f": {shown(body)}"
    if isinstance(answer, ErrorAnswer) and body:
        error = answer.raised(message, response, body)
        if error is not None:
            return error
    return engine.description.errors().status(message, response, body)


def _undescribed(call: Call, response: HTTPResponse) -> str:
    """Return what an answer that is a success has, but its description has not."""
    if not is_declared_status(call.operation.answers, response.status_code):
        return ", a status that is not described"
    return f", with content of a type that is not described: {media_type_of(response) or 'none'}"


def _text(response: HTTPResponse) -> str:
    """Return the content of an error as text, of huge content the beginning; empty if it could not be read."""
    try:
        if len(response.content) > ERROR_BYTES:  # little can unpack to much
            return response.content[:ERROR_BYTES].decode("utf-8", "replace")
        return response.text
    except Exception:  # noqa: BLE001, RUF100
        # What failed is told by the status already.
        return ""


def _not_as_described(
    engine: Engine, call: Call, response: HTTPResponse, cause: ValueError
) -> Exception:
    message = described_status(call.operation.method, call.operation.path, response)
    first = str(cause).splitlines()
    words = "; ".join(line.strip() for line in first[:3])
    return engine.description.errors().invalid_response(
        f"{message}, but its content is not as described: {words}",
        response,
        _text(response),
    )
