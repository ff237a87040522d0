"""Calls of methods as TypeScript code: with a client, and with a standalone function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from msgspec import Struct, field

from typewright.base.json_value import JsonValue
from typewright.client import Client, ClientMethod
from typewright.client.streams import StreamChoice
from typewright.examples.build import Examples
from typewright.examples.placeholders import shown_global
from typewright.examples.values import (
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Plain,
    Upload,
)
from typewright.ir import (
    ABSENT,
    Absent,
    ObjectModel,
    Ref,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.surface import EVENT_STREAM, Method, Surface
from typewright.targets.typescript.client.arguments import TakenArgument, taken_arguments
from typewright.targets.typescript.client.callables import variable_name
from typewright.targets.typescript.client.credential_examples import CredentialExamples
from typewright.targets.typescript.literals import LiteralStyle, literal
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import json_literal, property_key, string_literal
from typewright.targets.typescript.words import camel_name


class CallCode(Struct, frozen=True):
    """The parts of a call: its imports, the options of the client as lines, and the call as an expression."""

    imports: tuple[str, ...]
    options: tuple[str, ...]
    call: str


class Calls(Struct, frozen=True, dict=True):
    """Writes the calls of a client."""

    surface: Surface
    client: Client
    target: TypeScriptOptions
    examples: Examples
    functions: Mapping[str, str]
    """The names of functions by the ids of their operations."""
    paged: Set[str]
    """The ids of the operations whose calls return pages."""
    sampled: Mapping[str, ExampleValue | None] = field(default_factory=dict)
    """The argument that each call passes, by the ids of the operations."""

    @property
    def variable(self) -> str:
        """The variable with the client."""
        return variable_name(self.client.class_name)

    def usage(self, method: ClientMethod) -> str:
        """Return a call of a method of the client."""
        code = self.code(method)
        made = f"const {self.variable} = new {self.client.class_name}({_object(code.options)});"
        lines = [*code.imports, "", made, "", "async function run() {"]
        if method.result.type is None:
            lines += [f"  await {code.call};", *([] if self.target.docs.is_plain else ["", ""])]
        else:
            lines += [f"  const result = await {code.call};", ""]
            lines += self._handled(method, "  ")
        return "\n".join([*lines, "}", "", "run();"])

    def code(self, method: ClientMethod) -> CallCode:
        """Return the parts of a call of a method of the client."""
        argument, uploads = self._arguments(method)
        imports = [f"import {{ {self.client.class_name} }} from {string_literal(self.target.package)};"]
        if uploads:
            imports.append('import { openAsBlob } from "node:fs";')
        call = f"{'.'.join((self.variable, *method.access))}({argument})"
        return CallCode(tuple(imports), tuple(self._options(method)), call)

    def standalone(self, method: ClientMethod) -> str:
        """Return a call of the standalone function."""
        argument, uploads = self._arguments(method)
        function = self.functions[method.operation.id]
        core, package = f"{self.client.class_name}Core", self.target.package
        arguments = f"{self.variable}, {argument}" if argument else self.variable
        lines = [f"import {{ {core} }} from {string_literal(f'{package}/core.js')};"]
        lines.append(f"import {{ {function} }} from {string_literal(f'{package}/funcs/{function}.js')};")
        if uploads:
            lines.append('import { openAsBlob } from "node:fs";')
        lines += [
            "",
            f"// Use `{core}` for best tree-shaking performance.",
            "// You can create one instance of it to use across an application.",
            f"const {self.variable} = new {core}({_object(self._options(method))});",
            "",
            "async function run() {",
            f"  const res = await {function}({arguments});",
            "  if (res.ok) {",
            "    const { value: result } = res;",
            *(self._handled(method, "    ") if method.result.type is not None else ["    "]),
            "  } else {",
            f'    console.log("{function} failed:", res.error);',
            "  }",
            "}",
            "",
            "run();",
        ]
        return "\n".join(lines)

    def _handled(self, method: ClientMethod, indent: str) -> list[str]:
        if method.operation.id in self.paged and self.target.answers == "declared":
            return [
                f"{indent}for await (const page of result) {{",
                f"{indent}  console.log(page.result);",
                f"{indent}}}",
            ]
        if not self.is_streaming(method):
            return [f"{indent}console.log(result);"]
        return [
            f"{indent}for await (const event of {self.stream(method)}) {{",
            "    // Handle the event",
            "    console.log(event);",
            "  }",
        ]

    def stream(self, method: ClientMethod) -> str:
        """Return the expression of the stream in a result."""
        result = method.result
        model = None if result.envelope is None else self.surface.models[result.envelope.id]
        if result.form == "headers" or not isinstance(model, ObjectModel):
            return "result.result" if result.is_enveloped else "result"
        streams = [media.pointer for _, media in method.source.responses if isinstance(media.type, StreamOf)]
        if not streams:
            return "result"
        named = dict(zip((field.name for field in model.fields), spelling_of(self.target).of_model(model), strict=True))
        return f"result.{named[result.content_fields[streams[0]]]} ?? []"

    def is_streaming(self, method: ClientMethod) -> bool:
        """Return whether the call on a page returns a stream: always, or because its argument requests one."""
        if isinstance(method.result.body, StreamOf):
            return True
        if "loops-over-two-media-types" in self.surface.api.habits:
            media_types = {media.media_type for _, media in method.source.responses}
            return EVENT_STREAM in media_types or len(media_types) > 1
        choice, argument = method.stream_choice, self.argument(method.source)
        return choice is not None and isinstance(argument, Fields) and _has_asked_for(choice, argument)

    def _options(self, method: ClientMethod) -> list[str]:
        """Return the options of the client's constructor, as lines."""
        lines = self._globals(method) + self._credentials.options(method)
        if not any("://" in server.url for server in self.client.servers):
            lines.insert(0, 'serverURL: "https://api.example.com",')
        return lines

    def _globals(self, method: ClientMethod) -> list[str]:
        fields = [argument.field for argument in method.globals]
        names = [property_key(camel_name(field.preferred_name or field.name)) for field in fields]
        return [
            f"{name}: {json_literal(shown_global(field, self.examples))},"
            for name, field in zip(names, fields, strict=True)
        ]

    @cached_property
    def _credentials(self) -> CredentialExamples:
        return CredentialExamples(self.surface, self.client, self.target)

    def _arguments(self, method: ClientMethod) -> tuple[str, bool]:
        """Return the arguments of a call, indented for it, and whether one opens files."""
        value = self.argument(method.source)
        taken = taken_arguments(self.surface, self.target, method)
        arguments = list(self._taken(taken, value)) if taken else [] if value is None else [self._literal(value)]
        if own := "\n  ".join(self._credentials.own(method)):
            expected = len(taken) or int(method.source.request is not None)
            arguments += ["undefined"] * (expected - len(arguments))
            arguments.append(own)
        return ", ".join(arguments), value is not None and _is_upload(value)

    def _taken(self, taken: Sequence[TakenArgument], value: ExampleValue | None) -> Iterator[str]:
        """Yield the arguments of a method that takes parts of its request; those at the end can be left out."""
        members = value.members if isinstance(value, Fields) else ()
        values = {member.field.name: member.value for member in members}
        while taken and taken[-1].field.name not in values and not taken[-1].is_required:
            taken = taken[:-1]
        for argument in taken:
            passed = values.get(argument.field.name)
            yield "undefined" if passed is None else self._literal(passed)

    def _literal(self, value: ExampleValue) -> str:
        return literal(value, LiteralStyle.of(self.target, self.surface.models), 2)

    def argument(self, method: Method) -> ExampleValue | None:
        """Return the argument of a call; None without one.

        An authored example of the body's media type takes precedence; an optional body without an example is omitted.
        """
        return self.sampled[method.operation.id]

    def new_argument(self, method: Method) -> ExampleValue | None:
        """Return a value for the argument of a call, sampled now; `argument` has that of each call."""
        if method.request is None or not self.has_argument(method):
            return None
        return self._value(method, method.request)

    def _value(self, method: Method, request: TypeExpr) -> ExampleValue:
        authored = self._authored_body(method) if method.request_is_body else None
        if authored is not None:
            return authored
        return self._of_request(not_null(request), operation_name(method.operation), Package.OPERATIONS)

    def has_argument(self, method: Method) -> bool:
        """Return whether a call passes an argument, without sampling a value for it."""
        if method.request is None or not method.request_is_body or method.body_required:
            return method.request is not None
        return _authored_example(method) is not ABSENT or self.examples.has_example(method.request)

    def _of_request(self, type_: TypeExpr, seed: str, package: Package) -> ExampleValue:
        if isinstance(type_, Ref):
            symbol = self.examples.names.of(type_, None if type_.by_reference else package)
            model = self.surface.models[type_.id]
            if isinstance(model, ObjectModel) and not self._has_optional_body(model):
                return self.examples.page(symbol)
            if isinstance(model, ObjectModel | UnionModel):
                return self.examples.call(type_, symbol.name, package)
        return self.examples.call(type_, seed, package)

    def _has_optional_body(self, model: ObjectModel) -> bool:
        return model.id.endswith("?request") and any(
            not field.required and self.examples.has_example(field.type) for field in model.fields
        )

    def _authored_body(self, method: Method) -> ExampleValue | None:
        example = _authored_example(method)
        if isinstance(example, Absent) or method.body is None or method.body.type is None:
            return None
        return self.examples.authored(example, method.body.type, Package.OPERATIONS)


def _object(lines: Iterable[str]) -> str:
    """Return an object of such lines, or an empty text without lines."""
    inner = "".join(f"  {line}\n" for line in lines)
    return f"{{\n{inner}}}" if inner else ""


def _authored_example(method: Method) -> JsonValue | Absent:
    """Return the first authored example of a method's body; ABSENT if its media type has none, or no schema."""
    body = method.body
    if body is None or body.type is None:
        return ABSENT
    return body.examples[0][1] if body.example is ABSENT and body.examples else body.example


def _has_asked_for(choice: StreamChoice, argument: Fields) -> bool:
    """Return whether the argument of a call requests a stream."""
    values = (member.value for member in argument.members if member.field.name == choice.name)
    return any(value == Plain(value=True) for value in values)


def _is_upload(value: ExampleValue) -> bool:
    match value:
        case Upload():
            return True
        case Fields(members=members):
            return any(_is_upload(member.value) for member in members)
        case Items(items=items):
            return any(map(_is_upload, items))
        case Entries(entries=entries):
            return any(_is_upload(entry) for _, entry in entries)
        case Choice(value=inner):
            return _is_upload(inner)
    return False
