"""Calls of methods as TypeScript code: with a client, and with a standalone function."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from typewright.base.json_value import JsonValue
from typewright.client.groups import client_class
from typewright.examples.build import Examples
from typewright.examples.values import (
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Upload,
)
from typewright.ir import (
    ABSENT,
    Absent,
    ObjectModel,
    Ref,
    SecurityRequirement,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.naming.words import camel, pascal
from typewright.surface import EVENT_STREAM, Method, Surface
from typewright.targets.typescript.client.callables import function_name, method_path
from typewright.targets.typescript.literals import literal
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal
from typewright.targets.typescript.words import property_name


@dataclass(frozen=True)
class Calls:
    """Writes the calls of one client."""

    surface: Surface
    target: TypeScriptOptions
    examples: Examples

    @property
    def client(self) -> str:
        """The class of the client."""
        return client_class(self.surface.api, self.target.sdk_class)

    @property
    def variable(self) -> str:
        """The variable that holds the client."""
        return camel(self.client)

    def usage(self, method: Method) -> str:
        """Return a call of a method of the client."""
        argument, uploads = self._argument(method)
        name = f"{self.variable}.{method_path(method.operation)}"
        lines = [f"import {{ {self.client} }} from {string_literal(self.target.package)};"]
        if uploads:
            lines.append('import { openAsBlob } from "node:fs";')
        lines += ["", f"const {self.variable} = new {self.client}({self._options(method)});", ""]
        lines += ["async function run() {"]
        call = f"await {name}({argument});"
        if method.response is None:
            lines += [f"  {call}", "", ""]
        else:
            lines += [f"  const result = {call}", ""]
            lines += self._handled(method, "  ")
        return "\n".join([*lines, "}", "", "run();"])

    def standalone(self, method: Method) -> str:
        """Return a call of the function that does the same without the client's class."""
        argument, uploads = self._argument(method)
        function = function_name(method.operation)
        core, package = f"{self.client}Core", self.target.package
        arguments = f"{self.variable}, {argument}" if argument else self.variable
        lines = [f"import {{ {core} }} from {string_literal(f'{package}/core.js')};"]
        lines.append(f"import {{ {function} }} from {string_literal(f'{package}/funcs/{function}.js')};")
        if uploads:
            lines.append('import { openAsBlob } from "node:fs";')
        lines += [
            "",
            f"// Use `{core}` for best tree-shaking performance.",
            "// You can create one instance of it to use across an application.",
            f"const {self.variable} = new {core}({self._options(method)});",
            "",
            "async function run() {",
            f"  const res = await {function}({arguments});",
            "  if (res.ok) {",
            "    const { value: result } = res;",
            *(self._handled(method, "    ") if method.response is not None else ["    "]),
            "  } else {",
            f'    console.log("{function} failed:", res.error);',
            "  }",
            "}",
            "",
            "run();",
        ]
        return "\n".join(lines)

    def _handled(self, method: Method, indent: str) -> list[str]:
        if not self._streams(method):
            return [f"{indent}console.log(result);"]
        return [
            f"{indent}for await (const event of result) {{",
            "    // Handle the event",
            "    console.log(event);",
            "  }",
        ]

    def _streams(self, method: Method) -> bool:
        if isinstance(method.response, StreamOf):
            return True
        media_types = {media.media_type for _, media in method.responses}
        return EVENT_STREAM in media_types or len(media_types) > 1

    def _options(self, method: Method) -> str:
        """Return the options of the client's constructor, an object over several lines or nothing."""
        lines = self._globals(method) + self._security
        if not any("://" in server.url for server in self.surface.api.servers):
            lines.insert(0, 'serverURL: "https://api.example.com",')
        return "{\n" + "".join(f"  {line}\n" for line in lines) + "}" if lines else ""

    def _globals(self, method: Method) -> list[str]:
        if method.globals is None:
            return []
        model = self.surface.models[method.globals.id]
        if not isinstance(model, ObjectModel):
            return []
        names = [each.preferred_name or each.name for each in model.fields]
        ids = {name: "<id>" if name.lower().endswith("id") else "<value>" for name in names}
        return [f"{property_name(name)}: {string_literal(ids[name])}," for name in names]

    @cached_property
    def _security(self) -> list[str]:
        schemes = {scheme.key: scheme for scheme in self.surface.api.security_schemes}
        alternatives = self.surface.api.security or _operations_security(self.surface)
        keys = list(dict.fromkeys(key for requirement in alternatives for key in requirement if key in schemes))
        if not keys:
            return []
        prefix = self.target.env_prefix or pascal(self.client).upper()
        values = []
        for key in keys:
            example = schemes[key].extensions.get("x-speakeasy-example", ABSENT)
            name = "_".join(_snake(key))
            environment = f'process.env["{prefix}_{name.upper()}"] ?? ""'
            values.append((property_name(key), string_literal(example) if isinstance(example, str) else environment))
        if len(values) == 1:
            return [f"{values[0][0]}: {values[0][1]},"]
        first, value = values[0]
        return ["security: {", f"  {first}: {value},", "},"]

    def _argument(self, method: Method) -> tuple[str, bool]:
        """Return the argument of a call, indented for it, and whether it opens files."""
        value = self.argument(method)
        return ("", False) if value is None else (self._literal(value), _uploads(value))

    def _literal(self, value: ExampleValue) -> str:
        return literal(value, 2, double=self.target.docs.quotes == "double")

    def argument(self, method: Method) -> ExampleValue | None:
        """Return the value that a call passes, None where it passes nothing.

        An authored example of the body's media type comes first; a body that may be left out and has no example at
        all is left out.
        """
        if method.request is None or not self.passes_argument(method):
            return None
        return self.value(method, method.request)

    def value(self, method: Method, request: TypeExpr) -> ExampleValue:
        """Return a value of the request of a method."""
        authored = self._authored_body(method) if method.request_is_body else None
        if authored is not None:
            return authored
        return self._of_request(not_null(request), operation_name(method.operation), Package.OPERATIONS)

    def passes_argument(self, method: Method) -> bool:
        """Return whether a call passes anything, without drawing a value of it."""
        if method.request is None or not method.request_is_body or method.body_required:
            return method.request is not None
        return _authored_example(method) is not ABSENT or self.examples.is_exemplary(method.request)

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
            not each.required and self.examples.is_exemplary(each.type) for each in model.fields
        )

    def _authored_body(self, method: Method) -> ExampleValue | None:
        example = _authored_example(method)
        if isinstance(example, Absent) or method.body is None or method.body.type is None:
            return None
        return self.examples.authored(example, method.body.type, Package.OPERATIONS)


def _authored_example(method: Method) -> JsonValue | Absent:
    """Return the first authored example of a method's body; absent where its media type has none, or no schema."""
    body = method.body
    if body is None or body.type is None:
        return ABSENT
    return body.examples[0][1] if body.example is ABSENT and body.examples else body.example


def _operations_security(surface: Surface) -> tuple[SecurityRequirement, ...]:
    return tuple(each for operation in surface.api.operations for each in operation.security or ())


def _snake(key: str) -> list[str]:
    words, word = [], ""
    for char in key:
        if char.isupper() and word and not word[-1].isupper():
            words.append(word)
            word = ""
        word += char if char.isalnum() else "_"
    return [each.strip("_") for each in (*words, word) if each.strip("_")]


def _uploads(value: ExampleValue) -> bool:
    match value:
        case Upload():
            return True
        case Fields(members=members):
            return any(_uploads(each.value) for each in members)
        case Items(items=items):
            return any(map(_uploads, items))
        case Entries(entries=entries):
            return any(_uploads(each) for _, each in entries)
        case Choice(value=inner):
            return _uploads(inner)
    return False
