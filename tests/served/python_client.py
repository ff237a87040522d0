"""Calls a generated Python client by what a case says: names on the wire, plain values. It reads the client's tables.

Every module of a group holds its operations as constants; the methods that name such a constant are the operation's.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tests.served.answers import bytes_of

_PLACES = {"Path": "path", "Query": "query", "Header": "header", "Cookie": "cookie", "QueryString": "querystring"}


@dataclass(frozen=True)
class BoundMethod:
    """A method of the client: where it is, the name of its asynchronous form, and the table of its operation."""

    path: tuple[str, ...]
    name: str
    async_name: str
    function: FunctionType
    operation: Any

    def of(self, client: Any, extra_body: Mapping[str, Any], *, is_async: bool) -> Callable[..., Any]:
        """Return the method of a client, or its asynchronous twin; `extra_body` is sent beside its arguments."""
        if extra_body:
            client = client.with_options(extra_body=extra_body)
        for attribute in self.path:
            client = getattr(client, attribute)
        return getattr(client, self.async_name if is_async else self.name)

    @cached_property
    def names(self) -> dict[str, Any]:
        """The names that annotations may use, those that only type checkers import among them."""
        module = sys.modules[self.function.__module__]
        return {**vars(module), **_names_for_type_checkers(module)}

    def type_of(self, argument: str) -> Any:
        """Return the type of an argument; of aliases of the dictionaries, which are texts, no more than `Any`."""
        annotation = self.function.__annotations__.get(argument, "Any")
        try:
            return eval(annotation, self.names)  # noqa: S307
        except (TypeError, NameError):
            return Any


def _media_types(method: BoundMethod) -> list[str]:
    body = method.operation.body
    return [] if body is None else [writer.media_type for writer in body.media_types]


class PythonClient:
    """A generated package. Raises ValueError where it is no client."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.sdk = importlib.import_module(f"{package}.sdk")
        self.runtime = importlib.import_module(f"{package}._runtime.client")
        self.errors = self._module("errors")
        self.retry_config = self._module("retry_config")
        self.description = self.sdk._DESCRIPTION
        base = self._module("base_client").ClientBase
        classes = [
            value
            for value in vars(self.sdk).values()
            if isinstance(value, type) and issubclass(value, base) and value.__module__ == self.sdk.__name__
        ]
        self.client_class, self.async_client_class = classes[0], classes[-1]
        self.async_suffix = "_async" if len(classes) == 1 else ""
        self.methods: dict[str, list[BoundMethod]] = {}
        for method in self._methods(self.client_class, ()):
            self.methods.setdefault(method.operation.id, []).append(method)

    def forget_warnings(self) -> None:
        """Let deprecations be warned of again, as in a new process."""
        self._module("engine").WARNED.clear()

    def _module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package}._runtime.client.{name}")

    def _methods(self, owner: type, path: tuple[str, ...]) -> Iterator[BoundMethod]:
        kind = self._module("operation").Operation
        members = {name: member for base in reversed(owner.__mro__) for name, member in vars(base).items()}
        for name, member in members.items():
            function = getattr(member, "__wrapped__", member)
            is_twin = name.endswith("_async") and name.removesuffix("_async") in members
            if isinstance(function, FunctionType) and not is_twin:
                named = (function.__globals__.get(constant) for constant in function.__code__.co_names)
                twin = f"{name}{self.async_suffix}"
                yield from (
                    BoundMethod(path, name, twin, function, value) for value in named if isinstance(value, kind)
                )
            if isinstance(member, cached_property) and not name.startswith("with_"):
                class_name = _returned_class(member.func)
                submodule = next(_imported_modules(member.func, self.package), None)
                if submodule is not None and hasattr(submodule, class_name):
                    yield from self._methods(getattr(submodule, class_name), (*path, name))

    def method(self, case: Mapping[str, Any]) -> BoundMethod:
        """Return the method that a case calls: of several for one operation, the one for the media type."""
        id_, media = case["operation"], case.get("media")
        found = [method for each, methods in self.methods.items() if each == id_ for method in methods]
        found += [method for each, methods in self.methods.items() if each.startswith(f"{id_}_") for method in methods]
        types = {id(method): _media_types(method) for method in found}
        fitting = [method for method in found if types[id(method)][:1] == [media]]
        fitting += [method for method in found if media in types[id(method)]]
        return (fitting or found)[0]

    def access(self, operation: str) -> str:
        """Return the attributes that lead from the client to the method of an operation."""
        method = self.methods[operation][0]
        return ".".join([*method.path, method.name])

    def arguments(self, case: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keywords of the call that a case describes."""
        method = self.method(case)
        given = {tuple(key.split(".", 1)): value for key, value in case.get("arguments", {}).items()}
        arguments: dict[str, Any] = {}
        is_whole = method.operation.request is not None
        for row in method.operation.arguments:
            place = _PLACES[type(row).__name__.removesuffix("Argument")]
            name = (place, getattr(row, "wire", "") or row.name)
            if place == "querystring":
                name = next((key for key in given if key[0] == place), name)
            if name in given:
                value = given.pop(name)
                arguments[row.name] = value if is_whole else self._argument(method, row, value)
        if given:
            raise LookupError(f"{case['operation']} has no arguments for {sorted(given)}")
        if "body" in case:
            arguments.update(self._body(method, case["body"], case.get("media")))
        if is_whole:
            chosen = method.operation.body.media_type_argument if method.operation.body is not None else None
            beside = {name: arguments.pop(name) for name in list(arguments) if name == chosen}
            arguments = {method.operation.request.argument: arguments, **beside}
        return {**arguments, **self._call_options(method, case.get("call", {}))}

    def extra_body(self, case: Mapping[str, Any]) -> dict[str, Any]:
        """Return the members of a body for which a method that takes it apart has no arguments."""
        body = self.method(case).operation.body
        if body is None or not body.fields or not isinstance(case.get("body"), Mapping):
            return {}
        type_ = getattr(body.media_types[0], "type", None)
        fields = getattr(type_() if type_ is not None else None, "model_fields", {})
        known = {field.alias or name for name, field in fields.items()}
        return {name: value for name, value in case["body"].items() if fields and name not in known}

    def _argument(self, method: BoundMethod, row: Any, value: Any) -> Any:
        type_ = row.type() if row.type is not None else method.type_of(row.name)
        try:
            return TypeAdapter(type_).validate_json(json.dumps(value))
        except ValidationError:  # it is the client that has to refuse it
            return value

    def _body(self, method: BoundMethod, value: Any, media: str | None) -> dict[str, Any]:
        body = method.operation.body
        writers = [writer for writer in body.media_types if media in (None, writer.media_type)] or body.media_types
        chosen = {body.media_type_argument: media} if media and body.media_type_argument else {}
        type_ = getattr(writers[0], "type", None)
        if type_ is None:
            content = python_content(value)
            return {body.argument: content, **chosen}
        adapter = TypeAdapter(type_())
        has_files = "$" in json.dumps(value)
        try:
            model = (
                adapter.validate_python(python_content(value))
                if has_files
                else adapter.validate_json(json.dumps(value))
            )
        except ValidationError:  # it is the client that has to refuse it
            return {body.argument: value, **chosen}
        if body.argument is not None:
            return {body.argument: model, **chosen}
        pairs = ((name, body.attributes.get(name, name)) for name in body.fields)
        names = {name: attribute for name, attribute in pairs if attribute in model.model_fields_set}
        return {name: getattr(model, attribute) for name, attribute in names.items()} | chosen

    def _call_options(self, method: BoundMethod, call: Mapping[str, Any]) -> dict[str, Any]:
        options: dict[str, Any] = {}
        if "retries" in call:
            options["retries"] = self.retries(call["retries"])
        if "headers" in call:
            options["http_headers"] = call["headers"]
        if "accept" in call:
            options[method.operation.accept_argument or "accept_header_override"] = call["accept"]
        return options | {name: call[name] for name in ("timeout_ms", "server_url") if name in call}

    def retries(self, written: Any) -> Any:
        """Return the retry rule that a case writes: `none` or the numbers of a backoff."""
        if written == "none":
            return None
        names = {"initialInterval": "initial_interval", "maxInterval": "max_interval", "exponent": "exponent"}
        names["maxElapsedTime"] = "max_elapsed_time"
        backoff = self.retry_config.BackoffStrategy(**{names[name]: value for name, value in written.items()})
        return self.retry_config.RetryConfig("backoff", backoff)

    def client_options(self, case: Mapping[str, Any], *, is_async: bool) -> dict[str, Any]:
        """Return the keywords that the client of a case is made with."""
        written = case.get("client", {})
        options: dict[str, Any] = {name: written[name] for name in ("timeout_ms", "server_url") if name in written}
        if "retries" in written:
            options["retry_config"] = self.retries(written["retries"])
        if "server" in written:
            options["server_idx" if isinstance(written["server"], int) else "server"] = written["server"]
        options.update(written.get("variables", {}))
        options.update({self._global(name): value for name, value in written.get("globals", {}).items()})
        if "security" in written:
            options.update(self._security(written["security"], is_async=is_async))
        return options

    def _global(self, wire: str) -> str:
        rows = (row for methods in self.methods.values() for method in methods for row in method.operation.arguments)
        return next(row.name for row in rows if (getattr(row, "wire", "") or row.name) == wire)

    def _security(self, written: Mapping[str, Any], *, is_async: bool) -> dict[str, Any]:
        fields = {key: scheme.field for key, scheme in self.description.security_schemes.items()}
        values = {fields[key]: _credential(value) for key, value in written.items()}
        if "security" not in self.client_class.__init__.__annotations__:
            return values
        turns = {
            key: iter(value["$each"]) for key, value in values.items() if isinstance(value, dict) and "$each" in value
        }
        if not turns:
            return {"security": values}

        def given() -> dict[str, Any]:
            return {key: next(turns[key]) if key in turns else value for key, value in values.items()}

        async def given_async() -> dict[str, Any]:
            return given()

        return {"security": given_async if is_async else given}

    def environment(self, case: Mapping[str, Any]) -> dict[str, str]:
        """Return the environment variables that a case writes by scheme."""
        schemes, prefix = self.description.security_schemes, self.description.env_prefix
        return {
            f"{prefix}_SERVER_URL" if name == "server_url" else schemes[name].env[""]: value
            for name, value in case.get("environment", {}).items()
        }


class _File(dict[str, Any]):
    """A file as a dictionary that models take, and as an object that a property of any type keeps as it is."""

    def __getattr__(self, name: str) -> Any:
        if name not in self:
            raise AttributeError(name)
        return self[name]


def python_content(value: Any) -> Any:
    """Return the Python form of what a case writes, tagged values inside included."""
    if isinstance(value, list):
        return [python_content(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if "$stream" in value:
        return (text.encode() for text in value["$stream"])
    if "$file" in value:
        file = value["$file"]
        content = _File(file_name=file["name"], content=io.BytesIO(bytes_of(file["content"])))
        return _File(content, content_type=file["type"]) if "type" in file else content
    if value.keys() & {"$base64", "$repeat", "$join"}:
        return bytes_of(value)
    return {name: python_content(item) for name, item in value.items()}


def _credential(value: Any) -> Any:
    names = {"clientID": "client_id", "clientSecret": "client_secret", "tokenURL": "token_url"}
    return {names.get(key, key): item for key, item in value.items()} if isinstance(value, Mapping) else value


def _returned_class(function: Callable[..., Any]) -> str:
    """Return the text of a function's return annotation."""
    return str(function.__annotations__.get("return", ""))


def _imported_modules(function: FunctionType, package: str) -> Iterator[ModuleType]:
    """Yield the modules of a package that a function imports from."""
    for name in function.__code__.co_names:
        if importlib.util.find_spec(f"{package}.{name}") is not None:
            yield importlib.import_module(f"{package}.{name}")


def _names_for_type_checkers(module: ModuleType) -> dict[str, Any]:
    """Return what a module imports below `if TYPE_CHECKING:`."""
    names: dict[str, Any] = {"__package__": module.__package__, "__name__": module.__name__}
    for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.If):
            exec(compile(ast.Module(node.body, []), str(module.__file__), "exec"), names)  # noqa: S102
    return names
