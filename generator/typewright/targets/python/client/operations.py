"""Operations as tables for the engine: the constant that each method passes to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.client import ClientMethod
from typewright.client.arguments import Argument
from typewright.client.media_kinds import MediaKind, answer_kind
from typewright.client.serialization import Style
from typewright.client.streams import described_events, stream_of
from typewright.ir import (
    Field,
    Media,
    ParameterLocation,
    Ref,
    Response,
    Scalar,
    ScalarKind,
    SecurityRequirement,
    StreamOf,
    TypeExpr,
    not_null,
    unfold,
)
from typewright.ir.media_types import essence
from typewright.naming.names import Package
from typewright.surface import ErrorBody, is_json
from typewright.surface.security import credential_requirements
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.argument_types import argument_types
from typewright.targets.python.client.bodies import Bodies
from typewright.targets.python.client.envelopes import Envelopes
from typewright.targets.python.client.policies import Policies
from typewright.targets.python.client.servers import server_code
from typewright.targets.python.client.signatures import RequestObject, Signatures
from typewright.targets.python.client.views import OperationView
from typewright.targets.python.quoting import string_literal
from typewright.targets.python.words import attribute

_ARGUMENTS = {
    ParameterLocation.PATH: ("PathArgument", "simple"),
    ParameterLocation.QUERY: ("QueryArgument", "form"),
    ParameterLocation.HEADER: ("HeaderArgument", "simple"),
    ParameterLocation.COOKIE: ("CookieArgument", "form"),
    ParameterLocation.QUERYSTRING: ("QueryStringArgument", ""),
}
"""The class of the runtime for each location, and the default style there (OpenAPI 3.1, 4.8.12)."""
ACCEPT_ARGUMENT = "accept_header_override"
"""The argument by which a caller chooses among the media types of responses."""
STREAM_ARGUMENT = "stream"
"""The argument by which a caller chooses between a stream and a whole response."""


class Operations(Struct, frozen=True):
    """Writes the tables of one module's operations."""

    annotations: ClientAnnotations
    signatures: Signatures
    exceptions: Mapping[tuple[Package, str], str]
    """The exception of each error's type, with the package's module as a prefix."""

    def view(self, method: ClientMethod, constant: str, results: tuple[str, str]) -> OperationView:
        """Return the constant `constant` for `method`; `results` are what a call returns, awaited or not."""
        operation_class = self._runtime("operation", "Operation")
        rows = [
            f"id={string_literal(method.operation_id or constant.strip('_').lower())}",
            f"method={string_literal(method.http_method)}",
            f"path={string_literal(method.path)}",
            *self._row("arguments", self._arguments(method)),
            *self._request(method),
            *Bodies(self.annotations, self.signatures, argument_types(self.annotations)).row(method),
            *self._row("answers", self._answers(method)),
            *self._security(method.security),
            *self._servers(method),
            *self._stream_argument(method),
            *self._accept_argument(method),
            *self._deprecations(method),
            *Policies(self.annotations, self.signatures).rows(method),
        ]
        return OperationView(
            constant, f"{operation_class}[{', '.join(results)}]", f"{operation_class}({', '.join(rows)})"
        )

    def _runtime(self, module: str, name: str) -> str:
        return self.annotations.scope.runtime(module, name)

    def _row(self, name: str, entries: Iterator[str]) -> Iterator[str]:
        """Yield a keyword whose value is a tuple; nothing if the tuple is empty."""
        written = list(entries)
        if written:
            yield f"{name}=({', '.join(written)},)"

    def _thunk(self, type_: TypeExpr, owner: Package = Package.OPERATIONS) -> str:
        return f"lambda: {self.annotations.result(type_, owner)}"

    def _arguments(self, method: ClientMethod) -> Iterator[str]:
        """Yield the location of each parameter, in the order of the description, including global parameters."""
        named = {field.pointer: keyword for keyword, field, argument in self._named_arguments(method) if argument}
        hidden = (argument for argument in method.globals if argument.is_hidden)
        for argument in (*method.arguments, *hidden):
            field = argument.field
            yield self._argument(argument, named.get(field.pointer) or attribute(field.preferred_name or field.name))

    def _request_object(self, method: ClientMethod) -> RequestObject | None:
        return self.signatures.request_object(method, self.annotations.context.placement.class_names)

    def _request(self, method: ClientMethod) -> Iterator[str]:
        """Yield the argument that is a whole request."""
        request = self._request_object(method)
        if request is not None:
            made = self._runtime("request_object", "RequestObject")
            yield f"request={made}({string_literal(request.keyword)}, {self._thunk(request.type)})"

    def _argument(self, argument: Argument, name: str) -> str:
        kind, default_style = _ARGUMENTS[argument.location]
        is_whole_query = argument.location is ParameterLocation.QUERYSTRING
        parts = [string_literal(name)]
        if name != argument.name and not is_whole_query:
            parts.append(string_literal(argument.name))
        if argument.media_type is not None:
            parts.append(f"media_type={string_literal(argument.media_type)}")
        elif not is_whole_query:
            parts += self._style(argument.style, default_style)
        if argument.allow_reserved and argument.location in (ParameterLocation.PATH, ParameterLocation.QUERY):
            parts.append("allow_reserved=True")
        types = argument_types(self.annotations)
        if not types.is_any_text(argument.type):
            parts.append(f"type={types.thunk(not_null(argument.type))}")
        return f"{self._runtime('operation', kind)}({', '.join(parts)})"

    def _style(self, style: Style, default: str) -> Iterator[str]:
        """Yield the style of an argument if it is not the `default` of its location."""
        if style.name != default:
            yield f"style={string_literal(style.name)}"
        explode = style.explode or style.name == "deepObject"
        if explode != (default == "form"):
            yield f"explode={explode}"

    def _answers(self, method: ClientMethod) -> Iterator[str]:
        """Yield the responses by status; successful ones first, in the order of preference."""
        seen = set()
        answers = method.answers
        envelopes = Envelopes(self.annotations, method)
        for response, media in method.source.responses:
            seen.add(response.status)
            yield self._answer(response, media, envelopes.argument(media))
        errors = {(error.status, error.media_type): error for error in method.source.errors}
        for response in method.operation.responses:
            documented = [error for (status, _), error in errors.items() if status == response.status]
            for error in documented:
                yield self._error(error)
            if not documented and response.status not in seen:
                is_error = any(answer.is_error for answer in answers if answer.response is response)
                yield self._without_content(response, "" if is_error else envelopes.argument(), is_error=is_error)

    def _without_content(self, response: Response, envelope: str = "", *, is_error: bool) -> str:
        name = "ErrorAnswer" if is_error else "EmptyAnswer"
        return f"{self._runtime('answers', name)}({string_literal(response.status)}{envelope})"

    def _answer(self, response: Response, media: Media, envelope: str) -> str:
        status, type_ = string_literal(response.status), media.type
        name = essence(media.media_type)
        kind = answer_kind(media.media_type, type_)
        if isinstance(type_, StreamOf):
            if not type_.is_lines:
                return self._events(status, type_, media, envelope)
            is_sequence = kind is MediaKind.JSON_SEQUENCE
            module = ("json_sequence", "JSONSequenceAnswer") if is_sequence else ("json_lines", "JSONLinesAnswer")
            answer_class = self._runtime(*module)
            return f"{answer_class}({status}, {self._thunk(type_.item)}, {string_literal(name)}{envelope})"
        if kind is MediaKind.XML:
            return f"{self._runtime('answers', 'TextAnswer')}({status}, {string_literal(name)}{envelope})"
        if type_ is None and is_json(name):
            return self._without_content(response, envelope, is_error=False)
        if type_ is not None and kind is MediaKind.JSON:
            other = "" if name == "application/json" else f", {string_literal(name)}"
            return f"{self._runtime('answers', 'JSONAnswer')}({status}, {self._thunk(type_)}{other}{envelope})"
        if isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING and type_.format != "binary":
            return f"{self._runtime('answers', 'TextAnswer')}({status}, {string_literal(name)}{envelope})"
        return f"{self._runtime('binary', 'BinaryAnswer')}({status}, {string_literal(name)}{envelope})"

    def _events(self, status: str, type_: StreamOf, media: Media, envelope: str) -> str:
        models = self.annotations.context.models
        stream = stream_of(media, models)
        parts = [status, self._thunk(type_.item)]
        if stream is not None and stream.sentinel is not None:
            parts.append(f"sentinel={string_literal(stream.sentinel)}")
        if stream is not None and stream.data_is_text:
            parts.append('data="text"')
        events = described_events(type_.item, models)
        if not events:
            parts.append("flat=True")
        elif self.annotations.context.target.flat_events:
            parts.append(f"part={string_literal(attribute(events[0].data.preferred_name or 'data'))}")
        return f"{self._runtime('event_stream', 'EventsAnswer')}({', '.join(parts)}{envelope})"

    def _error(self, error: ErrorBody) -> str:
        bare = not_null(unfold(error.type, self.annotations.context.models))
        parts = [string_literal(error.status)]
        if isinstance(bare, Ref):
            symbol = self.annotations.context.names.of(bare, Package.ERRORS)
            exception = self.exceptions.get((symbol.package, symbol.id))
            if exception is not None:
                folder, _, name = exception.rpartition(".")
                parts.append(f"lambda: {self.annotations.scope.package(folder)}.{name}")
                if essence(error.media_type) != "application/json":
                    parts.append(f"media_type={string_literal(essence(error.media_type))}")
        return f"{self._runtime('answers', 'ErrorAnswer')}({', '.join(parts)})"

    def _security(self, requirements: tuple[SecurityRequirement, ...] | None) -> Iterator[str]:
        api = self.signatures.surface.api
        if requirements is not None and requirements != credential_requirements(api, api.security):
            yield f"security={security_alternatives(requirements)}"

    def _stream_argument(self, method: ClientMethod) -> Iterator[str]:
        """Yield the argument that chooses between a stream and a whole response, if there are both."""
        choice = method.stream_choice
        if choice is None:
            return
        class_names = self.annotations.context.placement.class_names
        path = self.signatures.path(method, choice.name, class_names, is_in_body=choice.origin == "body")
        if path is not None:
            yield f"stream_argument={string_literal(path)}"
            if choice.default:
                yield "streams_by_default=True"

    def _accept_argument(self, method: ClientMethod) -> Iterator[str]:
        if accept_choices(method):
            yield f"accept_argument={string_literal(ACCEPT_ARGUMENT)}"

    def _deprecations(self, method: ClientMethod) -> Iterator[str]:
        """Yield the warnings for the first call, and for the first use of each deprecated argument."""
        message = deprecation_text(method)
        if message:
            yield f"deprecated={string_literal(message)}"
        rows = [
            f"{string_literal(keyword)}: {string_literal(_argument_text(keyword, field, argument, method))}"
            for keyword, field, argument in self._named_arguments(method)
            if field.annotations.deprecated
        ]
        if rows:
            yield f"deprecated_arguments={{{', '.join(rows)}}}"

    def _named_arguments(self, method: ClientMethod) -> Iterator[tuple[str, Field, Argument | None]]:
        """Yield the arguments of a call: name, field, and location of the parameter."""
        request = self._request_object(method)
        if request is not None:
            for name, argument in zip(request.parameters, method.arguments, strict=True):
                yield name, argument.field, argument
            return
        for passed in self.signatures.arguments(method):
            yield passed.keyword, passed.field, passed.shape.argument

    def _servers(self, method: ClientMethod) -> Iterator[str]:
        servers = [server_code(server, self._runtime) for server in method.servers]
        if servers:
            yield f"servers=({', '.join(servers)},)"


def accept_choices(method: ClientMethod) -> tuple[str, ...]:
    """Return the media types among which the argument `ACCEPT_ARGUMENT` chooses; empty without a choice."""
    names = tuple(dict.fromkeys(essence(name) for name in method.accept))
    return names if len(names) > 1 and method.stream_choice is None else ()


def is_stream_default(method: ClientMethod) -> bool:
    """Return whether a call that does not choose gets a stream."""
    return method.stream_choice is not None and method.stream_choice.default


def deprecation_text(method: ClientMethod) -> str:
    """Return the message about a deprecated method, with its replacement; empty for any other method."""
    if method.deprecation is None:
        return ""
    instead = ".".join(method.deprecation.instead)
    advice = (method.deprecation.message, f"Use `{instead}` instead." if instead else "")
    return " ".join((f"`{method.name}` is deprecated.", *filter(None, advice)))


def _argument_text(keyword: str, field: Field, argument: Argument | None, method: ClientMethod) -> str:
    deprecation = None if argument is None else argument.deprecation
    own = field.annotations.deprecation_message if deprecation is None else deprecation.message
    return f"`{keyword}` of `{method.name}` is deprecated.{f' {own}' if own else ''}"


def security_alternatives(requirements: tuple[SecurityRequirement, ...]) -> str:
    """Return security alternatives as a tuple of dictionaries from schemes to scopes."""
    written = [
        "{" + ", ".join(f"{string_literal(key)}: {_texts(scopes)}" for key, scopes in requirement.items()) + "}"
        for requirement in requirements
    ]
    return f"({', '.join(written)},)" if written else "()"


def _texts(texts: Sequence[JsonValue]) -> str:
    written = [string_literal(str(text)) for text in texts]
    return f"({', '.join(written)},)" if written else "()"
