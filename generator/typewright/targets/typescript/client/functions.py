"""Standalone functions: each is an operation as a constant, and one call of the engine."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.media_kinds import MediaKind
from typewright.ir import ObjectModel, Ref, StreamOf, TypeExpr, not_null, unfold
from typewright.naming.names import Package
from typewright.targets.contract import Project
from typewright.targets.typescript.client.accepting import Accepting
from typewright.targets.typescript.client.arguments import TakenArgument, request_literal, taken_arguments
from typewright.targets.typescript.client.callables import function_names
from typewright.targets.typescript.client.deprecations import deprecation_text
from typewright.targets.typescript.client.operations import Operations
from typewright.targets.typescript.client.paging import PagingRule, PagingRules
from typewright.targets.typescript.client.views import FunctionView
from typewright.targets.typescript.code_layout import WIDTH, layout, listed
from typewright.targets.typescript.models.checks import property_access
from typewright.targets.typescript.models.conversions import Conversions
from typewright.targets.typescript.models.declarations import types_of
from typewright.targets.typescript.models.placement import Module
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import comment_lines, doc_comment, property_key, string_literal

CORE = Module("", "core")
FUNCTIONS = "funcs"
"""The folder of standalone functions."""


class Signatures(Struct, frozen=True):
    """Writes the parameters and the result of a method, for its function and for its class alike."""

    project: Project[TypeScriptOptions]
    types: TypeText

    def parameters(self, method: ClientMethod, request: str = "", *, required: bool = False) -> tuple[str, ...]:
        """Return the parameters after the client.

        `request` replaces the type of the request; `required` states that it has to be passed in any case.
        """
        options = self.types.lib("operation", "RequestOptions", is_type=True)
        own = [f"options?: {options}"]
        if method.security_type is not None:
            name = "security?" if method.has_optional_security else "security"
            own.insert(0, f"{name}: {self.types.of(method.security_type, Package.OPERATIONS)}")
        if taken := self.taken(method):
            own[:0] = (self._argument(method, argument) for argument in taken)
        elif method.source.request is not None:
            shown = request or self.types.of(method.source.request, Package.OPERATIONS)
            own.insert(0, f"request: {shown}" if required else self._request(method, shown))
        return tuple(own)

    def taken(self, method: ClientMethod) -> tuple[TakenArgument, ...]:
        """Return the arguments that a method takes instead of its request."""
        return taken_arguments(self.project.surface, self.project.options, method)

    def _argument(self, method: ClientMethod, argument: TakenArgument) -> str:
        """Return the parameter for an argument. It is not optional before a required parameter."""
        type_ = self.types.of(argument.field.type, Package.OPERATIONS)
        if argument.is_required:
            return f"{argument.name}: {type_}"
        is_last = method.security_type is None or method.has_optional_security
        return f"{argument.name}?: {type_}" if is_last else f"{argument.name}: {type_} | undefined"

    def _request(self, method: ClientMethod, type_: str) -> str:
        """Return the parameter for the request. It is not optional before a required parameter."""
        if is_request_required(self.project, method):
            return f"request: {type_}"
        is_last = method.security_type is None or method.has_optional_security
        if not method.source.request_is_body:
            return f"request: {type_} = {{}}" if is_last else f"request: {type_} | undefined = {{}}"
        return f"request?: {type_}" if is_last else f"request: {type_} | undefined"

    def result(self, method: ClientMethod) -> str:
        """Return the result type of a call."""
        rule = PagingRules(self.project, self.types).rule(method)
        if rule is not None:
            return f"{self.types.lib('paging', 'PageIterator', is_type=True)}<{rule.page}, {rule.item}>"
        if method.result.type is None:
            return "void"
        shown = " | ".join(self._texts(method)) or self.value(method.result.type)
        return f"{shown} | undefined" if method.result.is_optional else shown

    def _texts(self, method: ClientMethod) -> Iterator[str]:
        """Yield the types of a method's responses; XML is returned as a string."""
        successes = [answer for answer in method.successes if answer.media_type is not None]
        if method.result.is_enveloped or not any(answer.kind is MediaKind.XML for answer in successes):
            return
        types = ("string" if answer.kind is MediaKind.XML else self.value(answer.type) for answer in successes)
        yield from dict.fromkeys(types)

    def value(self, type_: TypeExpr | None) -> str:
        """Return the type of a response; bytes are returned as a stream."""
        if type_ is None:
            return "unknown"
        return self.types.answer(type_, Package.OPERATIONS)

    def chosen(self, method: ClientMethod) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield parameters and results of overloads: a property of the body chooses between a stream and a value.

        A stream is never chosen by omitting the request.
        """
        members = method.result.members
        streams = [member for member in members if isinstance(not_null(member), StreamOf)]
        if (
            not streams
            or len(streams) == len(members)
            or not self.is_stream_chosen(method)
            or method.source.request is None
        ):
            return
        request = self.types.of(method.source.request, Package.OPERATIONS)
        others = [member for member in members if member not in streams]
        name = property_key(choice_property(self.project, method))
        for wanted, kept in ((f"{name}: true", streams), (f"{name}?: false", others)):
            own = self.parameters(method, f"{request} & {{ {wanted} }}", required=kept is streams)
            returns = " | ".join(map(self.value, kept))
            yield own, self._enveloped(method, returns)

    def _enveloped(self, method: ClientMethod, returns: str) -> str:
        """Return the type of a result whose content is of the type `returns`."""
        result = method.result
        if not result.is_enveloped or result.type is None:
            return returns
        shown = self.value(result.type)
        return f"{shown} & {{ result: {returns} }}" if result.form == "headers" else shown

    def is_stream_chosen(self, method: ClientMethod) -> bool:
        """Return whether a property of the body, which is the request, chooses between a stream and a value."""
        choice = method.stream_choice
        return choice is not None and choice.origin == "body" and method.source.request_is_body


def choice_property(project: Project[TypeScriptOptions], method: ClientMethod) -> str:
    """Return the property that chooses between a stream and a value."""
    return "stream" if method.stream_choice is None else spelling_of(project.options).of_name(method.stream_choice.name)


def is_request_required(project: Project[TypeScriptOptions], method: ClientMethod) -> bool:
    """Return whether a call has to pass a request: one without required properties is optional."""
    if method.source.request_is_body:
        return method.body is not None and method.body.required
    request = not_null(unfold(method.source.request, project.models)) if method.source.request is not None else None
    model = project.models[request.id] if isinstance(request, Ref) else None
    presence = PresenceRules.of(project.models, project.options)
    return not isinstance(model, ObjectModel) or not all(map(presence.is_optional, model.fields))


def function_view(project: Project[TypeScriptOptions], method: ClientMethod, core: str) -> FunctionView:
    """Return the module of a method's function; `core` is the class of the small client."""
    project.note_methods([method.operation.id])
    name = project.once(function_names)[method.operation.id]
    types = types_of(project, function_module(project, method), frozenset({name}))
    conversions = Conversions.of(project, types)
    operations, signatures = Operations(project, conversions), Signatures(project, types)
    operation = f"const operation: {types.lib('operation', 'Operation', is_type=True)} = "
    rule = PagingRules(project, types).rule(method)
    text = operation + layout(operations.constant(method, is_paged=rule is not None), 0, len(operation)) + ";"
    named = (operations.error_class(method, answer) for answer in method.errors)
    errors = dict.fromkeys(name for name in named if name is not None)
    failure = " | ".join([*errors, types.lib("result", "CallError", is_type=True)])
    head = (f"client: {types.named(CORE, core, is_type=True)}",)
    promise = types.lib("api-promise", "ResultPromise", is_type=True)
    start = f"export function {name}("
    overloads = [
        listed(start, (*head, *parameters), _returned(promise, result, failure), after=1)
        for parameters, result in signatures.chosen(method)
    ]
    returns = _returned(promise, signatures.result(method), failure)
    signature = listed(start, (*head, *signatures.parameters(method)), returns, after=2)
    if overloads:
        overloads.append(signature)
    statements = tuple(_statements(method, types, rule, signatures))
    paging = tuple(_paging(method, types, rule))
    return FunctionView(
        imports=types.import_lines(),
        constants=(*(f"const {name} = {value};" for name, value in conversions.constants.items()), *paging),
        operation=text,
        comment=doc_comment(method_words_of(method)),
        overloads=tuple(overloads),
        signature=signature,
        statements=statements,
    )


def _returned(promise: str, result: str, failure: str) -> str:
    """Return the end of a signature: the promise of a result, on separate lines if they are long."""
    line = f"): {promise}<{result}, {failure}>"
    return line if len(line) + 2 <= WIDTH else f"): {promise}<\n  {result},\n  {failure}\n>"


def _statements(
    method: ClientMethod, types: TypeText, rule: PagingRule | None, signatures: Signatures
) -> Iterator[str]:
    request = _request_expression(method, types, signatures, is_typed=rule is not None)
    security = ", security" if method.security_type is not None else ""
    options = "options"
    if signatures.is_stream_chosen(method):
        name = choice_property(signatures.project, method)
        accepting = Accepting(signatures.project, types.placement, method)
        is_there = is_request_required(signatures.project, method)
        access = property_access(name) if is_there else f"?.{property_access(name).removeprefix('.')}"
        chosen = f"{request}{access} === true ? {_text(accepting.stream)} : {_text(accepting.whole)}"
        yield f"const accept = {chosen};"
        options = "{ acceptHeaderOverride: accept, ...options }"
    if rule is not None:
        yield f"return {types.lib('paging', 'paginate')}(client, operation, paging, {request}, {options}{security});"
    else:
        yield f"return {types.lib('call', 'call')}(client, operation, {request}, {options}{security});"


def _request_expression(method: ClientMethod, types: TypeText, signatures: Signatures, *, is_typed: bool) -> str:
    """Return the expression of the request that a function passes on; `is_typed` requires its exact type."""
    if taken := signatures.taken(method):
        made, request = request_literal(taken), method.source.request
        is_exact = all(argument.is_required for argument in taken)
        return (
            made
            if is_exact or not is_typed or request is None
            else f"{made} as {types.of(request, Package.OPERATIONS)}"
        )
    return "request" if method.source.request is not None else "undefined"


def _paging(method: ClientMethod, types: TypeText, rule: PagingRule | None) -> Iterator[str]:
    if rule is None:
        return
    request = types.of(method.source.request, Package.OPERATIONS) if method.source.request is not None else "undefined"
    entries = "".join(f"  {name}: {value},\n" for name, value in rule.entries)
    function = types.lib("paging", rule.function)
    yield f"const paging = {function}<{request}, {rule.page}, {rule.item}>({{\n{entries}}});"


def _text(text: str) -> str:
    return string_literal(text, double=True)


def method_words_of(method: ClientMethod) -> list[str]:
    """Return the lines of the comment on a method: its summary, its description, whether it is deprecated."""
    parts = [method.operation.summary or "", method.operation.description or "", method.body_note]
    lines = comment_lines("\n\n".join(part.strip() for part in dict.fromkeys(parts) if part.strip()))
    if method.deprecation is not None:
        message = " ".join(comment_lines(deprecation_text(method.deprecation)))
        lines += [*([""] if lines else []), f"@deprecated {message}"]
    return lines or [f"{method.http_method} {' '.join(comment_lines(method.path))}"]


def function_module(project: Project[TypeScriptOptions], method: ClientMethod) -> Module:
    """Return the module of a method's function."""
    return Module(FUNCTIONS, project.once(function_names)[method.operation.id])
