"""Methods of groups: signatures, docstrings, and calls of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.answers import is_streamed
from typewright.client.media_kinds import MediaKind
from typewright.client.signatures import Origin
from typewright.ir import ABSENT, Ref, StreamOf, TypeExpr, not_null, unfold
from typewright.ir.media_types import is_range
from typewright.naming.names import Package
from typewright.naming.words import snake
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.class_forms import ClassForm
from typewright.targets.python.client.operations import (
    ACCEPT_ARGUMENT,
    STREAM_ARGUMENT,
    Operations,
    accept_choices,
    deprecation_text,
    is_stream_default,
)
from typewright.targets.python.client.signatures import CONTENT_TYPE, Argument, Signatures
from typewright.targets.python.client.views import MethodView, SignatureView
from typewright.targets.python.code_layout import layout, method_parameter, wrapped
from typewright.targets.python.quoting import docstring, string_literal, value_literal

_INDENT = " " * 8
_EXAMPLE_DEPTH = 3
"""The indentation of an example: class, method, section."""
_OPTIONS = "retries, server_url, timeout_ms, http_headers"
_OPTION_WORDS = (
    "retries: Which failures are tried again; else the client's rule.",
    "server_url: The URL to call, instead of the client's.",
    "timeout_ms: How many milliseconds an attempt may take.",
    "http_headers: Headers to send on top.",
)
_CHOICE_WORDS = {
    CONTENT_TYPE: f"{CONTENT_TYPE}: The media type of the body; else the first of these.",
    ACCEPT_ARGUMENT: f"{ACCEPT_ARGUMENT}: The media type to ask for; else all of these.",
}


class Methods(Struct, frozen=True):
    """Writes the methods of a module's class."""

    annotations: ClientAnnotations
    signatures: Signatures
    operations: Operations
    error_module: str
    default_error: str
    call: Callable[[ClientMethod], str]
    """Returns the call on a method's page."""

    def views(self, method: ClientMethod, constant: str, form: ClassForm) -> Iterator[MethodView]:
        """Yield the views of a method in a class of a form."""
        for is_async in form.modes:
            yield self._view(method, constant, form, is_async=is_async)

    def result(self, method: ClientMethod, *, is_async: bool) -> str:
        """Return the annotation of a call's result; `None` included if a successful response can have no content."""
        if method.source.response is None:
            return "None"
        shown = self._result(method, method.source.response, is_async=is_async)
        return shown if self._is_sure(method) else f"{shown} | None"

    def _result(self, method: ClientMethod, type_: TypeExpr, *, is_async: bool) -> str:
        if method.paging is not None:
            return self._page(method)
        successes = [answer for answer in method.successes if answer.media_type is not None]
        if method.result.envelope is None and any(answer.kind is MediaKind.XML for answer in successes):
            texts = [self.annotations.answer(answer, is_async=is_async) for answer in successes]
            return " | ".join(dict.fromkeys(texts))
        return self._one_of(method, type_, method.result.members, is_async=is_async)

    def _one_of(self, method: ClientMethod, type_: TypeExpr, members: Sequence[TypeExpr], *, is_async: bool) -> str:
        """Return the annotation of a result whose body is one of `members`, in its envelope if it has one."""
        if not method.result.is_streamed:
            return self.annotations.result(type_, is_async=is_async)
        result = method.result
        if result.form != "headers":
            members = [member for member in members if is_streamed(member, self.annotations.context.models)]
        texts = dict.fromkeys(self.annotations.result(member, is_async=is_async) for member in members)
        if result.is_enveloped:
            envelope = self.annotations.result(type_)
            texts = {f"{envelope}[{text}]": None for text in texts} or {envelope: None}
        return " | ".join(texts)

    def _page(self, method: ClientMethod) -> str:
        """Return the type of a page: that of the body, with the type of its items if the description locates them."""
        _, media = method.source.responses[0]
        scope = self.annotations.scope
        body = self.annotations.result(media.type) if media.type is not None else scope.typing("Any")
        paging = method.paging
        if paging is None or paging.results is None:
            return f"{scope.runtime('paging', 'Page')}[{body}]"
        item = self.annotations.result(paging.item) if paging.item is not None else scope.typing("Any")
        return f"{scope.runtime('paging', 'ItemPage')}[{body}, {item}]"

    def _is_sure(self, method: ClientMethod) -> bool:
        """Return whether a call never returns None."""
        return method.paging is None and not method.result.is_optional

    def _view(self, method: ClientMethod, constant: str, form: ClassForm, *, is_async: bool) -> MethodView:
        name = method.name
        arguments = self.signatures.arguments(method)
        passed = [*(argument.keyword for argument in arguments), *self._choices(method)]
        entries = ", ".join(f"{string_literal(keyword)}: {keyword}" for keyword in passed)
        options = f"{_OPTIONS}{', security' if method.security_type is not None else ''}"
        signature = self._signature(method, arguments, self.result(method, is_async=is_async), is_async=is_async)
        return MethodView(
            head=f"async def {name}{form.suffix}" if is_async else f"def {name}",
            is_deprecated=method.operation.deprecated,
            decorator=self._decorator(method),
            overloads=tuple(self._overloads(method, arguments, is_async=is_async)),
            signature=signature,
            docstring=docstring(self._words(method, arguments, has_example=not is_async), _INDENT),
            call="await self._engine.call_async" if is_async else "self._engine.call",
            operation=constant,
            arguments=f"{{{entries}}}",
            options=f"{self.annotations.scope.runtime('options', 'CallOptions')}({options})",
        )

    def _decorator(self, method: ClientMethod) -> str:
        """Return the decorator of a deprecated method, which is for editors only, since the engine warns."""
        text = deprecation_text(method)
        if not text:
            return ""
        deprecated = self.annotations.scope.name("typing_extensions", "deprecated")
        return f"@{deprecated}({string_literal(text)}, category=None)"

    def _choices(self, method: ClientMethod) -> dict[str, tuple[str, ...]]:
        """Return the arguments by which a call chooses a media type, with the media types."""
        media_types = () if method.body is None else method.body.chosen_types
        choices = {CONTENT_TYPE: media_types, ACCEPT_ARGUMENT: accept_choices(method)}
        return {name: offered for name, offered in choices.items() if offered}

    def _signature(
        self, method: ClientMethod, arguments: Sequence[Argument], returns: str, stream: str = "", *, is_async: bool
    ) -> SignatureView:
        scope = self.annotations.scope
        text = scope.builtin("str")
        retry = scope.runtime("retry_config", "RetryConfig", checked=True)
        unset = scope.name(f"{scope.dots}_runtime.absence", "Unset", checked=True)
        default = scope.name(f"{scope.dots}_runtime.absence", "UNSET")
        mapping = scope.name("collections.abc", "Mapping", checked=True)
        own = [self._parameter(argument, stream, is_async=is_async) for argument in arguments]
        if method.security_type is not None:
            optional = " | None = None" if method.has_optional_security else ""
            own.insert(0, f"security: {self.annotations.argument(method.security_type)}{optional}")
        for name, media_types in self._choices(method).items():
            listed = f"{scope.typing('Literal')}[{', '.join(map(string_literal, media_types))}]"
            own.append(f"{name}: {text if _has_unlisted_values(name, media_types) else listed} | None = None")
        parameters = (
            *own,
            f"retries: {retry} | None | {unset} = {default}",
            f"server_url: {text} | None = None",
            f"timeout_ms: {scope.builtin('int')} | None = None",
            f"http_headers: {mapping}[{text}, {text}] | None = None",
        )
        return SignatureView(has_parameters=True, parameters=tuple(map(method_parameter, parameters)), returns=returns)

    def _parameter(self, argument: Argument, stream: str, *, is_async: bool) -> str:
        if stream and argument.keyword == STREAM_ARGUMENT:
            return f"{argument.keyword}: {stream}"
        is_body = argument.origin in (Origin.BODY, Origin.REQUEST)
        text = (
            self.annotations.body(argument.field.type, is_async=is_async)
            if is_body
            else self.annotations.argument(argument.field.type)
        )
        if argument.is_needed:
            return f"{argument.keyword}: {text}"
        if argument.origin is Origin.BODY_FIELD and argument.field.type is not not_null(argument.field.type):
            scope = self.annotations.scope
            unset = scope.name(f"{scope.dots}_runtime.absence", "Unset", checked=True)
            return f"{argument.keyword}: {text} | {unset} = {scope.name(f'{scope.dots}_runtime.absence', 'UNSET')}"
        is_optional = text.endswith(("None", "Any"))
        return f"{argument.keyword}: {text}{'' if is_optional else ' | None'} = None"

    def _overloads(
        self, method: ClientMethod, arguments: Sequence[Argument], *, is_async: bool
    ) -> Iterator[SignatureView]:
        """Yield the overloads for the argument `stream`, which determines whether the result is a stream."""
        members, type_ = method.result.members, method.source.response
        streams = [member for member in members if isinstance(not_null(member), StreamOf)]
        is_chosen = is_stream_chosen(method, arguments) and 0 < len(streams) < len(members)
        if type_ is None or not is_chosen:
            return
        scope = self.annotations.scope
        scope.typing("overload")
        literal = scope.typing("Literal")
        chosen = next(argument for argument in arguments if argument.keyword == STREAM_ARGUMENT)
        no_default = "" if chosen.required else " | None = None"
        others = [member for member in members if member not in streams]
        forms = [(f"{literal}[False]", others), (f"{literal}[True]", streams)]
        if is_stream_default(method):
            forms.reverse()
        forms[0] = (f"{forms[0][0]}{no_default}", forms[0][1])
        for stream, kept in forms:
            returns = self._one_of(method, type_, kept, is_async=is_async)
            yield self._signature(method, arguments, returns, stream, is_async=is_async)
        boolean = scope.builtin("bool")
        both = self.result(method, is_async=is_async)
        yield self._signature(method, arguments, both, f"{boolean}{no_default}", is_async=is_async)

    def _summary(self, method: ClientMethod) -> str:
        text = (method.operation.summary or method.operation.description or "").strip()
        first = text.split("\n\n", 1)[0].strip() or f"{method.operation.http_method} {method.operation.path}"
        return sentence(first)

    def _words(self, method: ClientMethod, arguments: Sequence[Argument], *, has_example: bool) -> str:
        """Return the docstring of a method: its purpose, its arguments, its exceptions, and a synchronous call."""
        operation = method.operation
        parts = [self._summary(method)]
        if operation.description and operation.description.strip() not in (operation.summary or "", parts[0]):
            parts.append(operation.description.strip())
        parts += [method.body_note] if method.body_note else []
        rows = [] if method.security_type is None else ["security: The credentials of this call."]
        rows += [self._argument_words(argument) for argument in arguments]
        rows += [_choice_words(*choice) for choice in self._choices(method).items()]
        parts.append(_section("Args", wrapped((*filter(None, rows), *_OPTION_WORDS), _EXAMPLE_DEPTH)))
        parts.append(_section("Raises", wrapped(self._raises(method), _EXAMPLE_DEPTH)))
        if has_example:
            parts.append(_section("Example", layout(self.call(method), _EXAMPLE_DEPTH)))
        return "\n\n".join(dict.fromkeys(parts))

    def _argument_words(self, argument: Argument) -> str:
        """Return the line of an argument; empty without a description."""
        annotations = argument.field.annotations
        title = annotations.title or ""
        repeated = snake(title) == snake(argument.keyword)  # FastAPI's title of a parameter without one
        text = " ".join((annotations.description or ("" if repeated else title)).split())
        if not argument.required and annotations.default is not ABSENT:
            text = f"{sentence(text)} Default {value_literal(annotations.default)}.".strip()
        return f"{argument.keyword}: {text}".rstrip(": ") if text else ""

    def _raises(self, method: ClientMethod) -> Iterator[str]:
        statuses_by_exception: dict[str, list[str]] = {}
        for error in method.source.errors:
            bare = not_null(unfold(error.type, self.annotations.context.models))
            if isinstance(bare, Ref):
                symbol = self.annotations.context.names.of(bare, Package.ERRORS)
                exception = self.operations.exceptions.get((symbol.package, symbol.id))
                if exception is not None:
                    statuses_by_exception.setdefault(exception, []).append(error.status)
        for exception, statuses in statuses_by_exception.items():
            *codes, last = ["that of any other error" if status == "default" else status for status in statuses]
            yield f"{exception}: The status is {', '.join(codes)}{' or ' if codes else ''}{last}."
        is_complete = any("default" in statuses for statuses in statuses_by_exception.values())
        which = "an error that is not as described" if is_complete else "any other error"
        which = which if statuses_by_exception else "an error"
        yield f"{self.error_module}.{self.default_error}: The answer is {which}."


def _choice_words(name: str, media_types: tuple[str, ...]) -> str:
    """Return the line of an argument that chooses a media type."""
    if not _has_unlisted_values(name, media_types):
        return _CHOICE_WORDS[name]
    return f"{name}: The media type of the body, of {' or '.join(media_types)}."


def _has_unlisted_values(name: str, media_types: tuple[str, ...]) -> bool:
    """Return whether an argument takes media types besides those that are listed: of a body, those of a range."""
    return name == CONTENT_TYPE and any(map(is_range, media_types))


def _section(title: str, lines: Iterable[str]) -> str:
    """Return a section of a docstring."""
    return "\n".join([f"{title}:", *(f"    {line}" if line else "" for line in lines)])


def sentence(text: str) -> str:
    """Return `text` with a full stop at its end, unless it is empty or ends like a sentence."""
    return f"{text}." if text and not text.endswith((".", "!", "?")) else text


def is_stream_chosen(method: ClientMethod, arguments: Sequence[Argument]) -> bool:
    """Return whether an argument of a method determines whether the result is a stream."""
    return method.source.response is not None and any(argument.keyword == STREAM_ARGUMENT for argument in arguments)
