"""A method of a client, independent of any target language."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonValue
from typewright.client.answers import Answer, Result, accepted, answers_of, result_of
from typewright.client.arguments import Argument, Deprecation, argument_of
from typewright.client.bodies import RequestBody, request_body
from typewright.client.member_names import MemberNames
from typewright.client.operations import GroupPath, group_path, replacement_of, summary_of
from typewright.client.paging import Paging, paging_of
from typewright.client.retries import RetryPolicy, operation_retries
from typewright.client.streams import StreamChoice, stream_choice
from typewright.ir import Api, Model, Operation, ParameterLocation, Ref, SecurityRequirement, Server
from typewright.surface import Method, Surface
from typewright.surface.extensions import extension_of, number_of, text_of, whole_number_of
from typewright.surface.security import credential_requirements

_IDEMPOTENCY = "x-typewright-idempotency-key"
_IDEMPOTENCY_HEADERS = frozenset({"idempotency-key", "x-idempotency-key"})


class UsageExample(EncodedRecord, frozen=True, kw_only=True):
    """A method that the README shows as an example (`x-speakeasy-usage-example`)."""

    title: str | None = None
    description: str | None = None
    position: float | None = None
    """Examples with lower positions come first; examples without a position come last."""


class ClientMethod(EncodedRecord, frozen=True, kw_only=True):
    """A method of the client. `source` is the method of the surface: request object, response and error types."""

    source: Method
    operation_id: str | None
    pointer: str
    http_method: str
    """The HTTP method in upper case."""
    path: str
    """The path template."""
    group: GroupPath
    name: str
    """The name of the method in code, without its group."""
    access: tuple[str, ...]
    """The attributes that lead from the client to the method, ending with its name."""
    summary: str
    description: str | None
    deprecation: Deprecation | None
    arguments: tuple[Argument, ...]
    """The arguments besides the body, in the order of the fields of the request object."""
    globals: tuple[Argument, ...]
    """The global parameters of the operation, in its order; those that are not hidden are in `arguments` too."""
    body: RequestBody | None
    answers: tuple[Answer, ...]
    result: Result
    accept: tuple[str, ...]
    """The media types for `Accept`, in order of preference; empty if no successful response has content."""
    security: tuple[SecurityRequirement, ...] | None
    """The security alternatives of the operation: `()` for none; an empty one makes the others optional; None for those
    of the client."""
    security_type: Ref | None
    """The object of credentials that the method takes itself, for schemes that the client does not have."""
    servers: tuple[Server, ...]
    """The servers of the operation; empty if it uses those of the client."""
    retries: RetryPolicy | None
    """The retry policy of the operation; None if that of the client applies."""
    paging: Paging | None
    stream_choice: StreamChoice | None
    timeout_ms: int | None
    idempotency_header: str | None
    """The header with a key that is the same for all attempts of a call."""
    usage_example: UsageExample | None
    max_method_params: int | None
    """`x-speakeasy-max-method-params`: the number of parameters up to which a method takes them as separate arguments.
    """

    @property
    def operation(self) -> Operation:
        """The operation that the method calls."""
        return self.source.operation

    @property
    def errors(self) -> tuple[Answer, ...]:
        """The answers that are errors."""
        return tuple(answer for answer in self.answers if answer.is_error)

    @property
    def successes(self) -> tuple[Answer, ...]:
        """The answers that a call returns."""
        return tuple(answer for answer in self.answers if not answer.is_error)

    @property
    def body_note(self) -> str:
        """The sentence of markdown by which a variant for other media types of the body differs; empty for others."""
        if "?" not in self.operation.id or self.body is None:
            return ""
        return f"Sends the body as {' or '.join(f'`{choice.media_type}`' for choice in self.body.choices)}."

    @property
    def has_optional_security(self) -> bool:
        """Whether a call can be made without credentials, since an alternative is empty."""
        return any(not requirement for requirement in self.security or ())

    @property
    def has_stream(self) -> bool:
        """Whether a call can return a stream."""
        return any(answer.stream is not None for answer in self.successes)


def client_method(method: Method, surface: Surface, names: MemberNames) -> ClientMethod:
    """Return the client method of a method of the surface; `names` has the names of all methods."""
    api, models, operation = surface.api, surface.models, method.operation
    body = request_body(operation, models)
    answers = answers_of(operation, api, models)
    result = result_of(method, answers, models, described_content="results-have-content" in api.habits)
    path, name = group_path(operation), names.methods[operation.id]
    return ClientMethod(
        source=method,
        operation_id=operation.operation_id,
        pointer=operation.pointer,
        http_method=operation.http_method,
        path=operation.path,
        group=path,
        name=name,
        access=(*names.access(path), name),
        summary=summary_of(operation),
        description=operation.description or operation.summary,
        deprecation=_deprecation(operation, api, names),
        arguments=tuple(argument_of(parameter, models) for parameter in method.parameters),
        globals=_globals(operation, models),
        body=body,
        answers=answers,
        result=result,
        accept=accepted(answers),
        security=None if operation.security is None else credential_requirements(api, operation.security),
        security_type=method.security,
        servers=operation.servers,
        retries=operation_retries(operation),
        paging=paging_of(operation, result.body, models) if method.responses else None,
        stream_choice=_stream_choice(method, body, answers, models),
        timeout_ms=whole_number_of(extension_of(operation, api, "x-speakeasy-timeout")),
        idempotency_header=_idempotency_header(operation, api),
        usage_example=_usage_example(operation.extensions.get("x-speakeasy-usage-example")),
        max_method_params=whole_number_of(extension_of(operation, api, "x-speakeasy-max-method-params")),
    )


def _globals(operation: Operation, models: Mapping[str, Model]) -> tuple[Argument, ...]:
    return tuple(argument_of(parameter, models) for parameter in operation.parameters if parameter.is_global)


def _deprecation(operation: Operation, api: Api, names: MemberNames) -> Deprecation | None:
    if not operation.deprecated:
        return None
    replacement = replacement_of(operation, api)
    instead = () if replacement is None else (*names.access(group_path(replacement)), names.methods[replacement.id])
    return Deprecation(message=operation.deprecation_message, instead=instead)


def _stream_choice(
    method: Method, body: RequestBody | None, answers: tuple[Answer, ...], models: Mapping[str, Model]
) -> StreamChoice | None:
    kinds = {answer.kind for answer in answers if not answer.is_error}
    return stream_choice(method.parameters, body, kinds, models)


def _idempotency_header(operation: Operation, api: Api) -> str | None:
    """Return the header of the idempotency key: a described header with a usual name, else that of the extension.

    GET, HEAD, PUT, DELETE, OPTIONS and TRACE are idempotent without it (RFC 9110, 9.2.2).
    """
    for parameter in operation.parameters:
        if parameter.location is ParameterLocation.HEADER and parameter.name.lower() in _IDEMPOTENCY_HEADERS:
            return parameter.name
    own = operation.extensions.get(_IDEMPOTENCY)
    if own is None and operation.method not in {"post", "patch"}:
        return None
    return text_of(extension_of(operation, api, _IDEMPOTENCY))


def _usage_example(written: JsonValue) -> UsageExample | None:
    if written is True:
        return UsageExample()
    if not isinstance(written, dict):
        return None
    return UsageExample(
        title=text_of(written.get("title")),
        description=text_of(written.get("description")),
        position=number_of(written.get("position")),
    )
