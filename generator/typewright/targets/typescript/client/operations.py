"""Operations as constants for the engine: the constant that each function passes to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.answers import Answer
from typewright.client.arguments import Argument, Deprecation
from typewright.client.bodies import BodyAlternative, BodyProperty, part_types
from typewright.client.media_kinds import MediaKind
from typewright.client.retries import RetryPolicy
from typewright.client.security import SchemeKind
from typewright.ir import (
    Field,
    ListOf,
    ObjectModel,
    ParameterLocation,
    Ref,
    Scalar,
    ScalarKind,
    SecurityRequirement,
    StreamOf,
    TypeExpr,
    not_null,
    unfold,
)
from typewright.ir.media_types import OCTETS, concrete_type, essence, is_range, with_concrete_type
from typewright.naming.names import Package
from typewright.naming.words import camel
from typewright.targets.contract import Project
from typewright.targets.typescript.client.accepting import Accepting
from typewright.targets.typescript.client.deprecations import body_model, deprecated_members, deprecation_text
from typewright.targets.typescript.client.envelopes import envelope_code
from typewright.targets.typescript.client.option_names import option_names
from typewright.targets.typescript.client.servers import server_entries
from typewright.targets.typescript.client.styles import field_style, parameter_style
from typewright.targets.typescript.client.thrown_errors import error_class_of
from typewright.targets.typescript.code_layout import Code
from typewright.targets.typescript.models.checks import READ, WRITE
from typewright.targets.typescript.models.conversions import Conversions
from typewright.targets.typescript.models.wire_form import has_bigints
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import json_literal, property_key, string_literal
from typewright.targets.typescript.words import Spelling

_GRANTS = (SchemeKind.CLIENT_CREDENTIALS, SchemeKind.RESOURCE_OWNER)
_ENCODERS = {
    MediaKind.JSON: ("json-body", "jsonBody"),
    MediaKind.FORM: ("form-body", "formBody"),
    MediaKind.MULTIPART: ("multipart-body", "multipartBody"),
    MediaKind.JSON_LINES: ("json-lines-body", "jsonLinesBody"),
}
_RAW = ("raw-body", "rawBody")
_TYPED = (MediaKind.JSON, MediaKind.JSON_LINES)
_DECODERS = {
    MediaKind.JSON: ("answers", "json"),
    MediaKind.TEXT: ("answers", "text"),
    MediaKind.XML: ("answers", "text"),
    MediaKind.EMPTY: ("answers", "noContent"),
    MediaKind.EVENTS: ("event-stream", "eventStream"),
    MediaKind.JSON_LINES: ("json-lines", "jsonLines"),
    MediaKind.JSON_SEQUENCE: ("json-sequence", "jsonSequence"),
}


def text(value: str) -> str:
    """Return a text as a string literal in double quotes."""
    return string_literal(value, double=True)


class Operations(Struct, frozen=True):
    """Writes the constant of one function's module."""

    project: Project[TypeScriptOptions]
    conversions: Conversions

    def constant(self, method: ClientMethod, *, is_paged: bool) -> dict[str, Code]:
        """Return the metadata of a method's operation that the engine of the runtime reads.

        With `is_paged` the content of an answer is not put into an envelope: the page has its headers.
        """
        written: dict[str, Code] = {
            "id": text(method.operation_id or f"{method.http_method.lower()}_{method.path}"),
            "method": text(method.http_method),
            "path": text(method.path),
        }
        parameters = list(self._parameters(method))
        if parameters:
            written["parameters"] = [*parameters]
        if method.body is not None:
            written["body"] = self._bodies(method)
        requirements = self.project.client.security.alternatives if method.security is None else method.security
        if requirements:
            written["security"] = [[text(key) for key in requirement] for requirement in requirements]
            scopes = [text(scope) for scope in self._scopes(requirements)]
            if scopes:
                written["scopes"] = [*scopes]
        accept = Accepting(self.project, self.conversions.types.placement, method).any
        if accept:
            written["accept"] = text(accept)
        written["answers"] = [*self._answers(method, is_paged=is_paged)] if method.answers else [self._any_success()]
        if method.servers:
            names = self.project.once(option_names).variables
            written["servers"] = [*server_entries(method.servers, names, self.conversions.types)]
            written["serverURL"] = self._lib("servers", "operationServerURL")
        return written | self._rules(method)

    @property
    def _spelling(self) -> Spelling:
        return self.conversions.spelling

    def _lib(self, module: str, name: str) -> str:
        return self.conversions.types.lib(module, name)

    def _any_success(self) -> dict[str, Code]:
        """Return the response of an operation without `responses`: any success, without a type."""
        return {"status": text("2XX"), "decode": self._lib("answers", "noContent")}

    def _scopes(self, requirements: Iterable[SecurityRequirement]) -> Iterable[str]:
        """Return the scopes of a token that the client requests by itself (RFC 6749, 3.3)."""
        security = self.project.client.security
        grants = {scheme.key for scheme in security.schemes if scheme.kind in _GRANTS}
        return dict.fromkeys(
            scope
            for requirement in requirements
            for key, scopes in requirement.items()
            if key in grants
            for scope in scopes
        )

    def _parameters(self, method: ClientMethod) -> Iterator[dict[str, Code]]:
        """Yield the parameters, including hidden global ones."""
        properties = request_properties(self.project, method)
        hidden = tuple(argument for argument in method.globals if argument.is_hidden)
        key = method.idempotency_header
        for argument in (*method.arguments, *hidden):
            name = properties.get(argument.pointer) or self._spelling.of_field(argument.field)
            entry = self._parameter(argument, name)
            if argument.location is ParameterLocation.HEADER and argument.name == key:
                entry.setdefault("global", self._lib("parameters", "randomKey"))
                key = None
            yield entry
        if key is not None:
            key_value = self._lib("parameters", "randomKey")
            yield {"name": text(key), "in": self._lib("parameters", "header"), "global": key_value}

    def _parameter(self, argument: Argument, name: str) -> dict[str, Code]:
        written: dict[str, Code] = {
            "name": text(argument.name),
            "in": self._lib("parameters", argument.location.value),
        }
        if name != argument.name:
            written["property"] = text(name)
        written |= parameter_style(argument, self.project.models, self._lib)
        is_path = argument.location is ParameterLocation.PATH
        if is_path or (argument.required and not argument.is_global):
            written["required"] = "true"
        write = self._write(argument.type, name)
        if write:
            written["write"] = write
        if argument.is_global:
            written["global"] = self._lib("client", "globalValue")
        elif (constant := self._constant(argument.field)) is not None:
            written["global"] = f"() => {constant}"
        if argument.deprecation is not None:
            written["deprecated"] = self._deprecated(argument.deprecation)
        return written

    def _constant(self, field: Field) -> str | None:
        """Return the literal that is sent for a field that a caller may omit; None without one."""
        constant = self.conversions.presence.constant_of(field)
        return None if constant is None else json_literal(constant.value)

    def _deprecated(self, deprecation: Deprecation) -> str:
        """Return the function that warns of an operation or a parameter."""
        return f"{self._lib('deprecation', 'deprecated')}({text(deprecation_text(deprecation))})"

    def _write(self, type_: TypeExpr, hint: str) -> str:
        """Return the function that checks and writes a value; an empty text if any value is valid."""
        checked = self.conversions.check(type_, Package.OPERATIONS, WRITE, camel(hint))
        return checked.reference if checked is not None else ""

    def _bodies(self, method: ClientMethod) -> dict[str, Code]:
        """Return the body, or the choice between bodies of several media types."""
        first, *others = [self._body(method, alternative) for alternative in written_alternatives(method)]
        if not others:
            return first
        return {"type": first["type"], "encode": self._lib("body-choice", "bodyChoice"), "bodies": [first, *others]}

    def _body(self, method: ClientMethod, alternative: BodyAlternative) -> dict[str, Code]:
        written: dict[str, Code] = {"type": text(alternative.media_type)}
        if is_range(alternative.media_type) and (fallback := concrete_type(alternative.media_type)) != OCTETS:
            written["fallback"] = text(fallback)
        encoder = _RAW if alternative.is_raw else _ENCODERS.get(alternative.kind, _RAW)
        written["encode"] = self._lib(*encoder)
        if not method.source.request_is_body:
            written["property"] = text(body_property(self.project, method))
        if method.body is not None and method.body.required:
            written["required"] = "true"
        if alternative.type is not None and has_bigints(alternative.type, self.project):
            written["stringify"] = self._lib("bigint", "stringifyLossless")
        if alternative.properties:
            written["fields"] = [*self._fields(alternative)]
        elif alternative.item is not None:
            if alternative.prefix:
                written["prefix"] = [self._field(entry, "", is_multipart=True) for entry in alternative.prefix]
            written["item"] = self._field(alternative.item, "", is_multipart=True)
        elif alternative.kind in _TYPED and not alternative.is_raw and alternative.type is not None:
            checked = self.conversions.check(alternative.type, Package.OPERATIONS, WRITE, "body")
            if checked is not None:
                written["write"] = checked.reference
        if members := dict(deprecated_members(self.project, alternative)):
            advice = ", ".join(f"{property_key(name)}: {text(advice)}" for name, advice in members.items())
            written["deprecated"] = f"{self._lib('deprecation', 'deprecatedMembers')}({{ {advice} }})"
        return written

    def _fields(self, alternative: BodyAlternative) -> Iterator[dict[str, Code]]:
        """Yield the fields of a form or the parts of a multipart body (OpenAPI 3.1, 4.8.15)."""
        model = body_model(self.project, alternative)
        if model is None:
            return
        names = self._spelling.of_model(model)
        spelled = {id(field): name for field, name in zip(model.fields, names, strict=False)}
        for entry in alternative.properties:
            name = spelled.get(id(entry.field), self._spelling.of_name(entry.name))
            yield self._field(entry, name, is_multipart=alternative.kind is MediaKind.MULTIPART)

    def _field(self, entry: BodyProperty, name: str, *, is_multipart: bool) -> dict[str, Code]:
        has_brackets = is_multipart and self.project.options.multipart_arrays == "brackets"
        suffix = "[]" if has_brackets and self._is_array(entry) else ""
        written: dict[str, Code] = {"name": text(entry.name + suffix)}
        if name != entry.name + suffix:
            written["property"] = text(name)
        is_json = is_multipart and entry.content_type == "application/json" and not self._can_be_file(entry)
        if entry.has_content_type or is_json:
            written["contentType"] = text(with_concrete_type(entry.content_type))
        written |= field_style(entry, self._lib)
        fixed = {header.name: header.value for header in entry.headers if isinstance(header.value, str)}
        if fixed:
            written["headers"] = json_literal({**fixed})
        if (constant := self._constant(entry.field)) is not None:
            written["constant"] = constant
        if not entry.is_file:
            write = self._write(not_null(unfold(entry.field.type, self.project.models)), name)
            if write:
                written["write"] = write
        return written

    def _is_array(self, entry: BodyProperty) -> bool:
        return isinstance(not_null(unfold(entry.field.type, self.project.models)), ListOf)

    def _can_be_file(self, entry: BodyProperty) -> bool:
        """Return whether a part can be bytes: its media type then depends on the value (OpenAPI 3.1.1, 4.8.15)."""
        return entry.is_file or any(map(_is_bytes, part_types(entry.field.type, self.project.models)))

    def _answers(self, method: ClientMethod, *, is_paged: bool) -> Iterator[dict[str, Code]]:
        for answer in method.answers:
            if answer.is_error:
                # An error without a class is one like any status that is not declared.
                yield from self._error(method, answer)
            else:
                wrap = "" if is_paged else envelope_code(self.project, self.conversions, method, answer)
                yield self._answer(answer) | ({"wrap": wrap} if wrap else {})

    def _answer(self, answer: Answer) -> dict[str, Code]:
        written = self._head(answer)
        written["decode"] = self._lib(*_DECODERS.get(answer.kind, ("answers", "stream")))
        if answer.stream is not None:
            if answer.stream.sentinel is not None:
                written["sentinel"] = text(answer.stream.sentinel)
            if not answer.stream.is_event and answer.stream.kind is MediaKind.EVENTS:
                written["isData"] = "true"
            if answer.stream.data_is_text:
                written["text"] = "true"
            return written | self._reader(answer.stream.item)
        return written | self._reader(answer.type) if answer.kind is MediaKind.JSON else written

    def _head(self, answer: Answer) -> dict[str, Code]:
        written: dict[str, Code] = {"status": answer.status if answer.status.isdigit() else text(answer.status)}
        if answer.media_type is not None:
            written["type"] = text(essence(answer.media_type))
        return written

    def _reader(self, type_: TypeExpr | None, owner: Package = Package.OPERATIONS) -> dict[str, Code]:
        if type_ is None or isinstance(type_, StreamOf):
            return {}
        checked = self.conversions.check(type_, owner, READ, "result")
        written: dict[str, Code] = {"read": checked.reference} if checked is not None else {}
        if has_bigints(type_, self.project):
            written["parse"] = self._lib("bigint", "parseLossless")
        return written

    def _error(self, method: ClientMethod, answer: Answer) -> Iterator[dict[str, Code]]:
        name = self.error_class(method, answer)
        if name is not None:
            decode = {"decode": self._lib("answers", "json")}
            yield self._head(answer) | decode | self._reader(answer.type, Package.ERRORS) | {"error": name}

    def error_class(self, method: ClientMethod, answer: Answer) -> str | None:
        """Return the local name of the class of a documented error; None without a class."""
        types = self.conversions.types
        found = error_class_of(self.project, types.placement, method, answer)
        return None if found is None else types.value(*found)

    def _rules(self, method: ClientMethod) -> dict[str, Code]:
        """Return the rules of retries and timeouts, and the replacement of a deprecated operation."""
        written: dict[str, Code] = {}
        policy = method.retries or self.project.client.retries
        if policy is not None:
            written |= retry_entries(policy)
        if method.timeout_ms is not None:
            written["timeoutMs"] = str(method.timeout_ms)
        if method.idempotency_header is not None:
            written["idempotencyKey"] = text(method.idempotency_header)
        if method.deprecation is not None:
            written["deprecated"] = self._deprecated(method.deprecation)
        return written


def retry_entries(policy: RetryPolicy) -> dict[str, Code]:
    """Return a retry policy in the form of the runtime."""
    written: dict[str, Code] = {"strategy": text(policy.strategy)}
    if policy.strategy == "backoff":
        written["backoff"] = {
            "initialInterval": json_literal(policy.initial_interval_ms),
            "maxInterval": json_literal(policy.max_interval_ms),
            "exponent": json_literal(policy.exponent),
            "maxElapsedTime": json_literal(policy.max_elapsed_time_ms),
        }
    if not policy.retry_connection_errors:
        written["retryConnectionErrors"] = "false"
    codes = [text(code) for code in policy.status_codes]
    entries: dict[str, Code] = {"retries": written}
    if codes:
        entries["retryCodes"] = [*codes]
    return entries


def written_alternatives(method: ClientMethod) -> tuple[BodyAlternative, ...]:
    """Return the media types in which a method sends its body: the first, and others for the same values."""
    if method.body is None:
        return ()
    first, *others = method.body.choices
    return (first, *(other for other in others if other.kind is first.kind))


def request_properties(project: Project[TypeScriptOptions], method: ClientMethod) -> dict[str, str]:
    """Return the properties of a method's request that hold its parameters, by the parameters' pointers."""
    names = _names(project, method)
    return {argument.pointer: name for argument, name in zip(method.arguments, names, strict=False)}


def body_property(project: Project[TypeScriptOptions], method: ClientMethod) -> str:
    """Return the property of a method's request that holds its body."""
    names = _names(project, method)
    return names[len(method.arguments)] if len(names) > len(method.arguments) else "requestBody"


def _names(project: Project[TypeScriptOptions], method: ClientMethod) -> tuple[str, ...]:
    request = method.source.request
    model = project.models[request.id] if isinstance(request, Ref) and not method.source.request_is_body else None
    return spelling_of(project.options).of_model(model) if isinstance(model, ObjectModel) else ()


def _is_bytes(part: TypeExpr) -> bool:
    if not isinstance(part, Scalar):
        return False
    is_any = part.kind is ScalarKind.ANY and not part.alternatives
    return is_any or (part.kind is ScalarKind.STRING and part.format == "binary")
