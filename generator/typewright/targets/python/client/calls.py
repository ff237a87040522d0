"""Calls of methods as Python code."""

from __future__ import annotations

import keyword
from dataclasses import dataclass

from typewright.client.groups import Group, client_class, method_words
from typewright.ir import StreamOf
from typewright.naming.names import Package
from typewright.surface import EVENT_STREAM, Method, Surface
from typewright.targets.python.client.arguments import Arguments
from typewright.targets.python.client.construction import ClientOptions
from typewright.targets.python.client.literals import Literals
from typewright.targets.python.constructors import FieldAttributes
from typewright.targets.python.display import Display
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attribute, snake

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Calls:
    """Writes the calls of one client."""

    surface: Surface
    target: PythonOptions
    display: Display
    arguments: Arguments
    options: ClientOptions

    @property
    def client(self) -> str:
        """The class of the client."""
        return client_class(self.surface.api, self.target.sdk_class)

    @property
    def module(self) -> str:
        """The package that the client is imported from."""
        return package_folder(self.target)

    @property
    def variable(self) -> str:
        """The variable that holds the client: its class in snake case, its initials where that is taken."""
        name = snake(self.client)
        if name != self.module and not keyword.iskeyword(name):
            return name
        return "".join(word[:1] for word in name.split("_")) + "_client"

    def usage(self, group: Group, method: Method) -> str:
        """Return a call of a method of the client, with a blank line at its end."""
        literals = Literals(self.display, self.target.enum_format, FieldAttributes())
        options = self.options.lines(method)
        call = self._call(group, method, literals)
        body = [*call, *self._handled(method)]
        uses_models = literals.uses_models or any(" models." in f" {option}".replace("=", " ") for option in options)
        head = [f"from {self.module} import {self.client}{', models' if uses_models else ''}"]
        if literals.uses_moments:
            head.append(f"from {self.module}.utils import parse_datetime")
        if any("os.getenv(" in option for option in options):
            head.append("import os")
        opened = [f"with {self.client}() as {self.variable}:"]
        if options:
            opened = [f"with {self.client}(", *(_INDENT + line for line in options), f") as {self.variable}:"]
        return "\n".join([*head, "", "", *opened, "", *(_INDENT + line if line else "" for line in body), ""])

    def _call(self, group: Group, method: Method, literals: Literals) -> list[str]:
        """Return the lines of the call itself: all on one line but for dicts and lists that hold anything."""
        path = ".".join((self.variable, *map(attribute, group.path), method_name(method)))
        lines = [f"{'' if method.response is None else 'res = '}{path}("]
        for index, passed in enumerate(self.arguments.of(method)):
            first, *further = literals.lines(passed.value, passed.argument.field.type, Package.OPERATIONS)
            lines[-1] += f"{', ' if index else ''}{passed.argument.keyword}={first}"
            lines += further
        lines[-1] += ")"
        return [*lines, ""]

    def _handled(self, method: Method) -> list[str]:
        """Return what is done with the result, to its last line."""
        if method.response is None:
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
        if isinstance(method.operation.extensions.get("x-speakeasy-pagination"), dict):
            return [*lines, "while res is not None:", f"{_INDENT}# Handle items", "", f"{_INDENT}res = res.next()"]
        return [*lines, "# Handle response", "print(res)"]

    def _is_sure(self, method: Method) -> bool:
        """Whether a call never returns None: it is configured so, and no successful response is without a body."""
        if not self.target.response_required:
            return False
        return all(response.media for response in method.operation.responses if response.status[:1] in "23")

    def _streams(self, method: Method) -> bool:
        if isinstance(method.response, StreamOf):
            return True
        return any(media.media_type == EVENT_STREAM for _, media in method.responses)


def method_name(method: Method) -> str:
    """Return the name of a Python method: snake case, no keyword."""
    return escape_keyword(snake(method_words(method.operation)) or "call")


def escape_keyword(name: str) -> str:
    """Return `name` with an underscore behind it where it is a keyword (Python language reference, 2.3.1)."""
    return f"{name}_" if keyword.iskeyword(name) else name
