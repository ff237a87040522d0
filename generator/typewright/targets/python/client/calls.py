"""Calls of methods as Python code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from typewright.client import Client, ClientMethod
from typewright.client.signatures import Origin
from typewright.client.streams import StreamChoice
from typewright.examples.values import ExampleValue, Fields, Plain
from typewright.ir import Nullable, Scalar, ScalarKind, StreamOf, not_null, unfold
from typewright.naming.names import Package
from typewright.surface import EVENT_STREAM
from typewright.targets.python.client.arguments import Arguments, PassedArgument
from typewright.targets.python.client.class_forms import class_forms
from typewright.targets.python.client.construction import ClientOptions
from typewright.targets.python.client.literals import Literals
from typewright.targets.python.constructors import FieldAttributes
from typewright.targets.python.display import Display
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import folder_of
from typewright.targets.python.words import attribute, function

_INDENT = "    "
STREAM = "stream"
"""The argument that chooses between a stream and a whole response (`typewright.client.streams.stream_choice`)."""
_TAKEN = frozenset({"event", "event_stream", "models", "open", "os", "parse_datetime", "print", "res"})
"""The names that examples use besides the client."""


class CallCode(Struct, frozen=True):
    """The parts of a call as lines of code: imports, arguments of the client, the call, the use of its result."""

    imports: tuple[str, ...]
    options: tuple[str, ...]
    call: tuple[str, ...]
    handled: tuple[str, ...]


class Calls(Struct, frozen=True):
    """Writes the calls of a client."""

    client: Client
    target: PythonOptions
    display: Display
    arguments: Arguments
    options: ClientOptions
    is_brief: bool = False
    """Whether only the code is written that a call needs, unlike the reference's pages."""

    @property
    def module(self) -> str:
        """The package that the client is imported from."""
        return package_folder(self.target)

    @property
    def variable(self) -> str:
        """The name of the variable with the client: its class in snake case, or its initials if that is in use."""
        name = function(self.client.class_name)
        if name not in {self.module, *_TAKEN, *map(self.display.label, Package)}:
            return name
        return "".join(word[:1] for word in name.split("_")) + "_client"

    def class_name(self, *, is_async: bool) -> str:
        """Return the class of the client that has a method, or its asynchronous form."""
        return f"{class_forms(self.target)[-1 if is_async else 0].prefix}{self.client.class_name}"

    def usage(self, method: ClientMethod) -> str:
        """Return a call of a method of the client, ending in a blank line."""
        code = self.code(method)
        opened = [f"with {self.client.class_name}() as {self.variable}:"]
        if code.options:
            opened = [
                f"with {self.client.class_name}(",
                *(_INDENT + line for line in code.options),
                f") as {self.variable}:",
            ]
        body = [*code.call, "", *code.handled]
        return "\n".join([*code.imports, "", "", *opened, "", *(_INDENT + line if line else "" for line in body), ""])

    def code(
        self,
        method: ClientMethod,
        *,
        further: Sequence[str] = (),
        via: str = "",
        is_async: bool = False,
        stream: bool | None = None,
    ) -> CallCode:
        """Return the parts of a call, or of an asynchronous one.

        `further` are arguments besides those of the operation, `via` an attribute of the client through which the
        method is called. `stream` is the argument that chooses between a stream and a whole response; None for its
        example.
        """
        literals = Literals(self.display, self.target.enum_format, FieldAttributes())
        options = self.options.lines(method)
        suffix = class_forms(self.target)[-1].suffix if is_async else ""
        path = ".".join([self.variable, *([via] if via else []), *method.access]) + suffix
        given = list(self.arguments.of(method))
        is_stream = self._is_stream(method, given)
        if stream is not None and self.has_stream_argument(method):
            given = [passed for passed in given if passed.argument.name != STREAM]
            further = [f"{STREAM}={stream}", *further]
            is_stream = stream
        result = "" if method.source.response is None and not via else "res = "
        own = self.options.own_security(method)
        call = self._call(f"{result}{'await ' if is_async else ''}{path}", own, given, literals, further)
        written = [*options, own]
        imported = [self.class_name(is_async=is_async), *self._imported_packages(literals.packages, written)]
        head = [f"from {self.module} import {', '.join(imported)}"]
        if literals.uses_moments:
            head.append(f"from {self.module}.utils import parse_datetime")
        if any("os.getenv(" in text for text in written):
            head.append("import os")
        return CallCode(
            tuple(head),
            tuple(options),
            tuple(call),
            tuple(self._handled(method, is_async=is_async, is_stream=is_stream)),
        )

    def _imported_packages(self, packages: Set[Package], written: Sequence[str]) -> dict[str, None]:
        """Return what a call imports of `packages`, and of those whose types `written` code names, in order."""
        imported: dict[str, None] = {}
        for package in Package:
            label, folder = self.display.label(package), folder_of(package, self.target)
            if package in packages or any(re.search(rf"(?<![\w.]){label}\.[A-Z]", text) for text in written):
                imported[label if label == folder else f"{folder} as {label}"] = None
        return imported

    def _call(
        self, path: str, own: str, given: Sequence[PassedArgument], literals: Literals, further: Sequence[str]
    ) -> list[str]:
        """Return the lines of the call, which has line breaks only in dicts and lists that are not empty.

        `own` is the argument with its credentials, or empty.
        """
        lines = [f"{path}({own}"]
        for passed in given:
            first, *rest = literals.lines(passed.value, passed.argument.field.type, Package.OPERATIONS)
            lines[-1] += f"{'' if lines[-1].endswith('(') else ', '}{passed.argument.keyword}={first}"
            lines += rest
        lines[-1] += "".join(f"{'' if lines[-1].endswith('(') else ', '}{text}" for text in further)
        lines[-1] += ")"
        return lines

    def _handled(self, method: ClientMethod, *, is_async: bool, is_stream: bool) -> list[str]:
        """Return the code that uses the result."""
        if method.source.response is None:
            return [] if self.is_brief else ["# Use the SDK ..."]
        may_be_none = self.target.answers == "declared" and (method.result.is_optional or self._is_nullable(method))
        is_narrowed = not self._is_sure(method) and (is_stream or not may_be_none)
        if self.is_brief:
            is_narrowed = is_stream and may_be_none
        lines = ["assert res is not None", ""] if is_narrowed else []
        mark = "async " if is_async else ""
        if is_stream:
            stream, narrowed = self._stream(method)
            return [
                *lines,
                *narrowed,
                f"{mark}with {stream} as event_stream:",
                f"{_INDENT}{mark}for event in event_stream:",
                *([] if self.is_brief else [f"{_INDENT * 2}# handle event"]),
                f"{_INDENT * 2}print(event, flush=True)",
            ]
        if method.paging is not None:
            following = f"{_INDENT}res = {'await res.next_async()' if is_async else 'res.next()'}"
            opened = [*lines, "while res is not None:"]
            if self.is_brief:
                return [*opened, f"{_INDENT}print(res)", following]
            return [*opened, f"{_INDENT}# Handle items", "", following]
        return [*lines, *([] if self.is_brief else ["# Handle response"]), "print(res)"]

    def _stream(self, method: ClientMethod) -> tuple[str, list[str]]:
        """Return the expression of a result's stream, and the code that excludes its absence."""
        result = method.result
        if not result.is_enveloped:
            return "res", []
        if result.form == "headers":
            return "res.result", []
        streams = (media for _, media in method.source.responses if isinstance(media.type, StreamOf))
        field = next((result.content_fields[media.pointer] for media in streams), "result")
        return f"res.{attribute(field)}", [f"assert res.{attribute(field)} is not None", ""]

    def _is_sure(self, method: ClientMethod) -> bool:
        """Return whether a call never returns None: the option says so, and all successful responses have bodies."""
        return self.target.response_required and not method.result.is_optional

    def _is_nullable(self, method: ClientMethod) -> bool:
        """Return whether null is a result by the description."""
        type_ = method.result.type and unfold(method.result.type, self.arguments.surface.models)
        return isinstance(type_, Nullable) or (isinstance(type_, Scalar) and type_.kind is ScalarKind.NULL)

    def has_stream_argument(self, method: ClientMethod) -> bool:
        """Return whether a call has an argument that chooses between a stream and a whole response."""
        arguments = self.arguments.signatures.arguments(method)
        return method.stream_choice is not None and any(argument.name == STREAM for argument in arguments)

    def _is_stream(self, method: ClientMethod, given: Sequence[PassedArgument]) -> bool:
        """Return whether a call with the values `given` is shown as one that returns a stream."""
        is_reference = "loops-over-two-media-types" in self.arguments.surface.api.habits
        choice = method.stream_choice
        if is_reference:
            return self.can_stream(method)
        if choice is None:
            members = method.result.members
            return bool(members) and all(isinstance(not_null(member), StreamOf) for member in members)
        values = [passed.value for passed in given if passed.argument.name == choice.name]
        for passed in given:
            if passed.argument.origin in {Origin.REQUEST, Origin.BODY}:
                values += _values_of(choice, passed.value)
        return values[0] == Plain(value=True) if values else choice.default

    def can_stream(self, method: ClientMethod) -> bool:
        """Return whether a call can return a stream."""
        if isinstance(method.result.body, StreamOf):
            return True
        return any(media.media_type == EVENT_STREAM for _, media in method.source.responses)


def _values_of(choice: StreamChoice, request: ExampleValue) -> Iterator[ExampleValue]:
    """Yield the values of a request, or of the body inside it, that choose a stream."""
    pointer = None if choice.field is None else choice.field.pointer
    for member in request.members if isinstance(request, Fields) else ():
        if member.field.pointer == pointer or (pointer is None and member.field.name == choice.name):
            yield member.value
        else:
            yield from _values_of(choice, member.value)
