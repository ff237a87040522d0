"""Calls of methods as Python code."""

from __future__ import annotations

from dataclasses import dataclass

from typewright.client import Client, ClientMethod, Group
from typewright.client.operations import method_words
from typewright.ir import StreamOf
from typewright.naming.names import Package
from typewright.surface import EVENT_STREAM, Method
from typewright.targets.python.client.arguments import Arguments
from typewright.targets.python.client.construction import ClientOptions
from typewright.targets.python.client.literals import Literals
from typewright.targets.python.constructors import FieldAttributes
from typewright.targets.python.display import Display
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attribute, function

_INDENT = "    "
_TAKEN = frozenset({"event", "event_stream", "models", "open", "os", "parse_datetime", "print", "res"})
"""What examples use beside the client."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Writes the calls of a client."""

    client: Client
    target: PythonOptions
    display: Display
    arguments: Arguments
    options: ClientOptions

    @property
    def module(self) -> str:
        """The package that the client is imported from."""
        return package_folder(self.target)

    @property
    def variable(self) -> str:
        """The name of the variable with the client: its class in snake case, or its initials where that is in use."""
        name = function(self.client.class_name)
        if name not in {self.module, *_TAKEN}:
            return name
        return "".join(word[:1] for word in name.split("_")) + "_client"

    def usage(self, group: Group, method: ClientMethod) -> str:
        """Return a call of a method of the client, ending in a blank line."""
        literals = Literals(self.display, self.target.enum_format, FieldAttributes())
        options = self.options.lines(method)
        call = self._call(group, method, literals)
        body = [*call, *self._handled(method)]
        uses_models = literals.uses_models or any(" models." in f" {option}".replace("=", " ") for option in options)
        head = [f"from {self.module} import {self.client.class_name}{', models' if uses_models else ''}"]
        if literals.uses_moments:
            head.append(f"from {self.module}.utils import parse_datetime")
        if any("os.getenv(" in option for option in options):
            head.append("import os")
        opened = [f"with {self.client.class_name}() as {self.variable}:"]
        if options:
            opened = [
                f"with {self.client.class_name}(",
                *(_INDENT + line for line in options),
                f") as {self.variable}:",
            ]
        return "\n".join([*head, "", "", *opened, "", *(_INDENT + line if line else "" for line in body), ""])

    def _call(self, group: Group, method: ClientMethod, literals: Literals) -> list[str]:
        """Return the lines of the call, which has line breaks only in dicts and lists that are not empty."""
        path = ".".join((self.variable, *map(attribute, group.path), method_name(method)))
        lines = [f"{'' if method.source.response is None else 'res = '}{path}("]
        for index, passed in enumerate(self.arguments.of(method)):
            first, *further = literals.lines(passed.value, passed.argument.field.type, Package.OPERATIONS)
            lines[-1] += f"{', ' if index else ''}{passed.argument.keyword}={first}"
            lines += further
        lines[-1] += ")"
        return [*lines, ""]

    def _handled(self, method: ClientMethod) -> list[str]:
        """Return the code that handles the result."""
        if method.source.response is None:
            return ["# Use the SDK ..."]
        lines = [] if self._is_sure(method) else ["assert res is not None", ""]
        if self._streams(method):
            return [
                *lines,
                "with res as event_stream:",
                f"{_INDENT}for event in event_stream:",
                f"{_INDENT * 2}# handle event",
                f"{_INDENT * 2}print(event, flush=True)",
            ]
        if method.paging is not None:
            return [*lines, "while res is not None:", f"{_INDENT}# Handle items", "", f"{_INDENT}res = res.next()"]
        return [*lines, "# Handle response", "print(res)"]

    def _is_sure(self, method: ClientMethod) -> bool:
        """Whether a call never returns None: by configuration, and since all successful responses have bodies."""
        return self.target.response_required and not method.result.is_optional

    def _streams(self, method: ClientMethod) -> bool:
        if isinstance(method.source.response, StreamOf):
            return True
        return any(media.media_type == EVENT_STREAM for _, media in method.source.responses)


def method_name(method: ClientMethod | Method) -> str:
    """Return the name of a Python method: in snake case and no keyword."""
    return function(method_words(method.operation))
