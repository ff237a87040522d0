"""The module of the client class: its arguments, its constant description, its groups and its own methods."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from typewright.client.groups import Group
from typewright.client.retries import RetryPolicy
from typewright.client.servers import names_of_operations_servers, server_names, server_variables, variable_text
from typewright.ir import Field, ServerVariable, not_null
from typewright.naming.names import Package
from typewright.pages.methods import client_overview
from typewright.surface import SECURITY
from typewright.surface.requests import parameter_field
from typewright.surface.security import credential_requirements
from typewright.targets.python.client.annotations import ClientAnnotations
from typewright.targets.python.client.class_forms import ClassForm
from typewright.targets.python.client.credentials import Credentials, single_credential
from typewright.targets.python.client.modules import OWN_METHODS, RESPONSES, GroupModules
from typewright.targets.python.client.operations import security_alternatives
from typewright.targets.python.client.policies import client_timeout, retry_rule
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.client.servers import server_code
from typewright.targets.python.client.views import ClientClassView, ClientView
from typewright.targets.python.code_layout import method_parameter, wrapped
from typewright.targets.python.quoting import docstring, string_literal
from typewright.targets.python.words import attribute, attributes

_INDENT = "    "
_DEPTH = 3
"""The indentation of the arguments in a docstring: class, method, section."""
_RESERVED = frozenset(
    {"self", "security", "server", "server_idx", "server_url", "url_params", "client", "async_client"}
    | {"retry_config", "timeout_ms", "debug_logger"}
)
"""The arguments of every client, which global parameters and variables of servers must not use as names."""


class ClientClass(Struct, frozen=True):
    """Writes the module of the client class."""

    modules: GroupModules
    package: str
    distribution: str
    version: str
    prefix: str
    http_library: str
    retries: RetryPolicy | None
    """The retry policy of calls whose operation has none."""

    def view(self, group: Group) -> ClientView:
        """Return the view of the module; `group` contains the client's own methods."""
        scope = self.modules.scope(group)
        credentials = Credentials(self.modules.context.surface, scope, self.prefix)
        classes = tuple(self._class(group, scope, credentials, form) for form in self.modules.forms)
        description = self._description(group, scope, credentials)
        scope.runtime("options", "ClientOptions")
        scope.name("functools", "cached_property")
        imports, checked = scope.lines()
        return ClientView(
            docstring=docstring(f"The client of {self.modules.context.surface.api.title}."),
            imports=imports,
            checked_imports=checked,
            description=description,
            classes=classes,
        )

    def _class(self, group: Group, scope: ClientScope, credentials: Credentials, form: ClassForm) -> ClientClassView:
        """Return a class of the client."""
        arguments = _Arguments(self, scope, credentials, form)
        bases = [scope.runtime(*form.base)]
        if group.methods:
            methods = self.modules.own_methods(group).class_name
            bases.append(scope.name(f".{OWN_METHODS}", f"{form.prefix}{methods}"))
        groups = self.modules.subgroups(group, scope, form)
        rows = list(arguments.rows())
        words = "\n".join(["Make a client; no connection is opened yet.", "", "Args:"])
        argument_lines = "\n".join(f"    {line}" for line in wrapped((text for _, text in rows if text), _DEPTH))
        name = f"{form.prefix}{group.class_name}"
        for ending in ("WithRawResponse", "WithStreamingResponse"):
            scope.name(f".{RESPONSES}.sdk", f"{name}{ending}", checked=True)
        return ClientClassView(
            name=name,
            bases=", ".join(bases),
            docstring=docstring(client_overview(self.modules.context.surface.api), _INDENT),
            parameters=tuple(method_parameter(text) for text, _ in rows),
            init_docstring=docstring(f"{words}\n{argument_lines}", _INDENT * 2),
            options=tuple(arguments.options()),
            transports=tuple(f"{transport}={transport}" for transport in form.transports),
            groups=groups,
        )

    def _description(self, group: Group, scope: ClientScope, credentials: Credentials) -> str:
        """Return the constant with the facts that all clients of the package share."""
        api = self.modules.context.surface.api
        schemes = ", ".join(f"{string_literal(key)}: {text}" for key, text in credentials.rows())
        env = ", ".join(
            f"{string_literal(name)}: {string_literal(credentials.variable(field.name))}"
            for name, field in global_arguments(self.modules)
        )
        errors = scope.package(self.modules.error_module)
        own_servers = ", ".join(map(string_literal, names_of_operations_servers(api)))
        timeout, required = client_timeout(api), credential_requirements(api, api.security)
        rows = [
            f"name={string_literal(group.class_name)}",
            f"package={string_literal(self.distribution)}",
            f"version={string_literal(self.version)}",
            f"env_prefix={string_literal(self.prefix)}",
            f"http_library={string_literal(self.http_library)}",
            f"errors=lambda: {errors}.ERRORS",
            *([f"servers=({', '.join(self._servers(scope))},)"] if api.servers else []),
            *([f"operation_servers=({own_servers},)"] if own_servers else []),
            *([f"security_schemes={{{schemes}}}"] if schemes else []),
            *([f"security={security_alternatives(required)}"] if required else []),
            *([f"global_env={{{env}}}"] if env else []),
            *([f"retry={retry_rule(self.retries, scope)}"] if self.retries is not None else []),
            *([f"timeout_ms={timeout}"] if timeout is not None else []),
            f"register_hooks={scope.name('.hooks', 'register_hooks')}",
            f"tracing={scope.runtime('telemetry', 'open_telemetry')}",
        ]
        return f"{scope.runtime('description', 'ClientDescription')}({', '.join(rows)})"

    def _servers(self, scope: ClientScope) -> Iterator[str]:
        for server in self.modules.context.surface.api.servers:
            yield server_code(server, scope.runtime)


def global_arguments(modules: GroupModules) -> list[tuple[str, Field]]:
    """Return the global parameters with the names of the client's arguments for them."""
    fields = [parameter_field(parameter) for parameter in modules.context.surface.api.global_parameters]
    single = single_credential(modules.context.surface)
    taken = _RESERVED if single is None else _RESERVED | {attribute(single.name)}
    names = attributes(((field.name, field.preferred_name) for field in fields), taken)
    return list(zip(names, fields, strict=True))


class _Arguments(Struct, frozen=True):
    """The arguments of the client's class: their parameters, and the code that uses them."""

    owner: ClientClass
    scope: ClientScope
    credentials: Credentials
    form: ClassForm

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield each parameter of `__init__` with its line in the docstring."""
        scope, text = self.scope, self.scope.builtin("str")
        single = self.credentials.single
        if single is not None:
            name, variable = attribute(single.name), self.credentials.variable(single.name)
            kind = scope.name("._runtime.credentials", "Credential", checked=True)
            yield (
                f"{name}: {kind} | None = None",
                f"{name}: The credential, or a function that returns it; `{variable}` where it is not given.",
            )
        yield "*", ""
        if self.credentials.fields:
            yield (
                f"security: {self._security()} | None = None",
                "security: The credentials of the client, or a function that returns them, called for each attempt.",
            )
        annotations = ClientAnnotations(self.owner.modules.context, scope)
        for name, field in global_arguments(self.owner.modules):
            description = " ".join((field.annotations.description or "A global parameter.").split())
            yield f"{name}: {annotations.argument(not_null(field.type))} | None = None", f"{name}: {description}"
        names = ", ".join(f"`{name}`" for name in self._server_names())
        if names:
            yield f"server: {text} | None = None", f"server: The server to call, by name: {names}."
        yield f"server_idx: {scope.builtin('int')} | None = None", "server_idx: The server to call, by its index."
        yield f"server_url: {text} | None = None", "server_url: Another URL to call."
        mapping = scope.name("collections.abc", "Mapping", checked=True)
        yield (
            f"url_params: {mapping}[{text}, {text}] | None = None",
            "url_params: Values of the variables of `server_url`.",
        )
        for name, of_server in self.server_variables():
            yield f"{name}: {self._variable_type(of_server)} | None = None", f"{name}: {variable_text(of_server)}"
        yield from self._transports()
        yield from self._rules()

    def _transports(self) -> Iterator[tuple[str, str]]:
        scope, library = self.scope, self.owner.http_library
        for name, protocol, own in (
            ("client", "HTTPClient", "Client"),
            ("async_client", "AsyncHTTPClient", "AsyncClient"),
        ):
            if name not in self.form.transports:
                continue
            kind = scope.runtime("protocols", protocol, checked=True)
            yield f"{name}: {kind} | None = None", f"{name}: An `{library}.{own}` of your own; it is never closed."

    def _rules(self) -> Iterator[tuple[str, str]]:
        scope = self.scope
        retry = scope.runtime("retry_config", "RetryConfig", checked=True)
        unset = scope.name("._runtime.absence", "Unset", checked=True)
        default = scope.name("._runtime.absence", "UNSET")
        logger = scope.runtime("debugging", "DebugLogger", checked=True)
        yield (
            f"retry_config: {retry} | None | {unset} = {default}",
            "retry_config: Which failures are tried again, and when; `None` turns that off.",
        )
        yield (
            f"timeout_ms: {scope.builtin('int')} | None = None",
            "timeout_ms: How many milliseconds an attempt may take.",
        )
        yield (
            f"debug_logger: {logger} | None = None",
            "debug_logger: Where requests and answers are logged, without credentials; "
            f"`{self.credentials.variable('debug')}` turns it on, too.",
        )

    def _security(self) -> str:
        context = self.owner.modules.context
        symbol = context.names.symbols[Package.SHARED, SECURITY]
        key = (symbol.package, symbol.id)
        model = ClientAnnotations(context, self.scope).model(key, checked=True)
        dictionary = f"{self.scope.package('dicts', checked=True)}.{context.placement.names[key]}TypedDict"
        function = self.scope.name("collections.abc", "Callable", checked=True)
        awaitable = self.scope.name("collections.abc", "Awaitable", checked=True)
        return f"{model} | {dictionary} | {function}[[], {model} | {awaitable}[{model}]]"

    def _variable_type(self, variable: ServerVariable) -> str:
        """Return the type of a variable of a server's URL: its values, where it has some."""
        if not variable.values:
            return self.scope.builtin("str")
        literal = self.scope.name("typing", "Literal", checked=True)
        return f"{literal}[{', '.join(map(string_literal, variable.values))}]"

    def _server_names(self) -> tuple[str, ...]:
        api = self.owner.modules.context.surface.api
        return (*server_names(api), *names_of_operations_servers(api))

    def server_variables(self) -> list[tuple[str, ServerVariable]]:
        """Return the variables of all servers' URLs with the client's arguments for them."""
        variables = server_variables(self.owner.modules.context.surface.api)
        taken = {name for name, _ in global_arguments(self.owner.modules)} | _RESERVED
        if self.credentials.single is not None:
            taken |= {attribute(self.credentials.single.name)}
        names = attributes(((variable.name, None) for variable in variables), taken)
        return list(zip(names, variables, strict=True))

    def options(self) -> Iterator[str]:
        """Yield the arguments of the runtime's `ClientOptions`."""
        single = self.credentials.single
        schemes = dict(self.credentials.rows())
        if single is not None and single.name in schemes:
            yield f"credentials={{{string_literal(single.name)}: {attribute(single.name)}}}"
        if self.credentials.fields:
            yield "security=security"
        given = ", ".join(f"{string_literal(name)}: {name}" for name, _ in global_arguments(self.owner.modules))
        if given:
            yield f"globals={{{given}}}"
        variables = ", ".join(f"{string_literal(variable.name)}: {name}" for name, variable in self.server_variables())
        choice = [
            "server" if self._server_names() else "None",
            "server_idx",
            "server_url",
            "url_params",
            *([f"variables={{{variables}}}"] if variables else []),
        ]
        yield f"server={self.scope.runtime('options', 'ServerChoice')}({', '.join(choice)})"
        yield "retries=retry_config"
        yield "timeout_ms=timeout_ms"
        yield "debug_logger=debug_logger"
