# Typewright's runtime, copied as it is; its digest is aa24714c75b6d314.
"""A call, prepared for its first attempt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..absence import UNSET
from .argument_paths import argument_at
from .draft import Draft, foreign_fields, is_foreign
from .options import CallOptions
from .request_plan import ArgumentError, checked_field, extra_query_text
from .retry_config import RetryConfig, RetryRule
from .retrying import IDEMPOTENT_METHODS, Retries
from .signing import MissingCredentialError, Selected, selected_schemes
from .wire_values import is_absent, text_of

if TYPE_CHECKING:
    from .engine import Engine
    from .operation import Operation, PagedCall

DEFAULT_TIMEOUT_MS = 600_000
"""The default timeout of an attempt, in milliseconds."""

CONNECT_TIMEOUT = 5.0
"""The default timeout of connecting, in seconds."""

_NO_RETRIES = RetryRule()


@dataclass(repr=False)
class Call:
    """A call that is ready for its first attempt.

    Attributes:
        operation: What is called.
        arguments: With which arguments.
        options: With which options.
        server_url: The server that is called.
        draft: The request, not signed yet.
        retries: Whether it is tried again.
        selected: The security schemes that sign it; None if they are chosen when the credentials are known.
        timeout: Seconds that an attempt may take.
        connect_timeout: Seconds that a connection may take.
        url: The URL that was asked for instead of the operation's own.
        seen: The cursors and URLs that pages before this one were asked with.
        is_streamed: Whether the content of any answer is left to the caller.
        deadline: When the attempt under way ends, in monotonic seconds.

    """

    operation: Operation[Any, Any]
    arguments: Mapping[str, Any]
    options: CallOptions
    server_url: str
    draft: Draft
    retries: Retries
    selected: Selected | None
    timeout: float
    connect_timeout: float
    url: str | None = None
    seen: frozenset[str] = frozenset()
    is_streamed: bool = False
    deadline: float = 0.0


def prepared_call(
    engine: Engine,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    options: CallOptions,
    page: PagedCall | None = None,
) -> Call:
    """Return the prepared call of arguments and options, or the one for another page of results.

    Raises:
        ClientError: An argument cannot be sent, or a credential is missing.
        ValueError: An argument is not of its type.

    """
    values = _values(engine, operation, arguments)
    url = page.url if page is not None else None
    server_url = _server_url(engine, operation, options)
    try:
        draft = _draft(
            engine,
            operation,
            values,
            options,
            url or server_url + _target(engine, operation, values),
        )
        if url is not None and is_foreign(url, server_url):
            draft.headers = foreign_fields(draft.headers)
        selected = _selected(engine, operation, options)
    except (ArgumentError, MissingCredentialError) as error:
        raise refused(engine, operation.id, error) from None
    timeout, connect_timeout = _timeouts(engine, operation, options)
    return Call(
        operation=operation,
        arguments=values,
        options=options,
        server_url=server_url,
        draft=draft,
        retries=_retries(engine, operation, options, draft),
        selected=selected,
        timeout=timeout,
        connect_timeout=connect_timeout,
        url=url,
        seen=page.seen if page is not None else frozenset(),
        is_streamed=engine.mode == "streaming",
    )


def refused(engine: Engine, operation_id: str, error: Exception) -> Exception:
    """Return the package's error for a call that cannot be made."""
    words = (
        f"a credential is missing: {error}"
        if isinstance(error, MissingCredentialError)
        else str(error)
    )
    return engine.description.errors().base(
        f"{operation_id or engine.description.name}: {words}"
    )


def _timeouts(
    engine: Engine, operation: Operation[Any, Any], options: CallOptions
) -> tuple[float, float]:
    """Return the seconds that an attempt may take, and those that a connection may take."""
    given = (
        options.timeout_ms,
        engine.options.timeout_ms,
        operation.timeout_ms,
        engine.description.timeout_ms,
    )
    chosen = next((value for value in given if value is not None), None)
    if chosen is None:
        return DEFAULT_TIMEOUT_MS / 1000, CONNECT_TIMEOUT
    if chosen <= 0:
        words = f"`timeout_ms` is {chosen}: give milliseconds above 0"
        raise refused(engine, operation.id, ValueError(words))
    return chosen / 1000, chosen / 1000


def _values(
    engine: Engine, operation: Operation[Any, Any], arguments: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return the arguments one by one, with the values of global parameters for those that are absent."""
    if operation.request is not None:
        arguments = operation.request.taken_apart(arguments)
    if not engine.globals:
        return arguments
    given = {name: value for name, value in arguments.items() if not is_absent(value)}
    return {**arguments, **engine.globals, **given}


def _server_url(
    engine: Engine, operation: Operation[Any, Any], options: CallOptions
) -> str:
    """Return the server: the call's, else the URL given to the client, else the operation's, else the client's."""
    if options.server_url:
        url = options.server_url.rstrip("/")
    elif operation.servers and not engine.other_url:
        from .servers import operation_server_url

        try:
            url = operation_server_url(operation.servers, engine.options.server)
        except ValueError as error:
            raise refused(engine, operation.id, error) from None
    else:
        url = engine.server_url
    if "://" not in url and not engine.shared.pool.is_injected:
        words = f"the server's URL {url!r} is not absolute: give `server_url`"
        raise refused(engine, operation.id, ValueError(words))
    return url


def _target(
    engine: Engine, operation: Operation[Any, Any], values: Mapping[str, Any]
) -> str:
    """Return path and query."""
    path = operation.plan.path(values)
    query = operation.plan.query_text(values)
    if engine.options.extra_query:
        query = "&".join(
            filter(None, (query, extra_query_text(engine.options.extra_query)))
        )
    return f"{path}{'&' if '?' in path else '?'}{query}" if query else path


def _draft(
    engine: Engine,
    operation: Operation[Any, Any],
    values: Mapping[str, Any],
    options: CallOptions,
    url: str,
) -> Draft:
    payload = (
        operation.body.payload(values, engine.options.extra_body)
        if operation.body is not None
        else None
    )
    headers = {"User-Agent": engine.user_agent, "Accept": _accept(operation, values)}
    if payload is not None:
        headers.update(payload.headers)
    if operation.idempotency_header is not None:
        import uuid

        headers[operation.idempotency_header] = str(uuid.uuid4())
    headers.update(operation.plan.header_fields(values))
    for given in (engine.options.http_headers, options.http_headers):
        if given:
            headers = with_fields(headers, given)
    return Draft(operation.method, url, headers, payload)


def with_fields(headers: dict[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return header fields, replaced by those of the caller that have the same name."""
    names = {name.lower() for name in given}
    kept = {name: value for name, value in headers.items() if name.lower() not in names}
    return {
        **kept,
        **{name: checked_field(name, str(value)) for name, value in given.items()},
    }


def _accept(operation: Operation[Any, Any], values: Mapping[str, Any]) -> str:
    """Return `Accept`: what the caller chose, else what the operation answers, best first."""
    if operation.accept_argument is not None and not is_absent(
        chosen := values.get(operation.accept_argument)
    ):
        return text_of(chosen)
    whole, streams, errors = operation.plan.accept
    if operation.stream_argument is not None and streams:
        chosen = argument_at(values, operation.stream_argument)
        is_streamed = operation.streams_by_default if is_absent(chosen) else chosen
        accepted = streams if is_streamed else (*whole, *errors)
    else:
        accepted = (*whole, *streams, *errors)
    accepted = tuple(dict.fromkeys(accepted))
    if len(accepted) < 2:
        return accepted[0] if accepted else "*/*"
    return ", ".join(
        name if index == 0 else f"{name};q={max(1 - index / 10, 0.1):.1f}"
        for index, name in enumerate(accepted)
    )


def _retries(
    engine: Engine, operation: Operation[Any, Any], options: CallOptions, draft: Draft
) -> Retries:
    """Return the retry rule of a call: its own, else the client's, else the description's."""
    rule = operation.retry or engine.description.retry or _NO_RETRIES
    config = rule.config
    for given in (engine.options.retries, options.retries):
        if given is None or isinstance(given, RetryConfig):
            config = given
        elif given is not UNSET:
            raise TypeError(
                f"`retries` is a RetryConfig or None, not {type(given).__name__}"
            )
    if config is None:
        return Retries(None)
    keyed = operation.idempotency_header is not None
    return Retries(
        config, rule.codes, is_repeatable=keyed or draft.method in IDEMPOTENT_METHODS
    )


def _selected(
    engine: Engine, operation: Operation[Any, Any], options: CallOptions
) -> Selected | None:
    """Return the schemes that sign the call; None if a function gives the credentials."""
    given = options.security
    if is_absent(given):
        selected = engine.selections.get(operation)
        if selected is None:
            if callable(engine.options.security):
                return None
            selected = selected_schemes(
                engine.description,
                alternatives(engine, operation),
                engine.options.credentials,
                engine.options.security,
            )
            if operation.id:
                engine.selections[operation] = selected
        return selected
    return selected_schemes(
        engine.description, alternatives(engine, operation), {}, given
    )


def alternatives(engine: Engine, operation: Operation[Any, Any]) -> Any:
    """Return the security alternatives of an operation."""
    return (
        engine.description.security
        if operation.security is None
        else operation.security
    )
