"""The classes of groups, of the client and of its core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.client import ClientMethod, Group
from typewright.client.operations import GroupPath
from typewright.client.servers import server_variables, variable_text
from typewright.naming.names import Package
from typewright.pages.methods import client_overview
from typewright.surface import SECURITY
from typewright.surface.requests import parameter_field
from typewright.targets.contract import Project
from typewright.targets.typescript.client.callables import function_names
from typewright.targets.typescript.client.credentials import Credentials
from typewright.targets.typescript.client.functions import CORE, Signatures, function_module, method_words_of
from typewright.targets.typescript.client.option_names import OptionNames, option_names
from typewright.targets.typescript.client.servers import server_entries
from typewright.targets.typescript.client.thrown_errors import throws_lines
from typewright.targets.typescript.client.views import (
    AccessorView,
    ClassMethodView,
    ClientView,
    CoreView,
    GroupView,
    OptionView,
)
from typewright.targets.typescript.code_layout import WIDTH, Code, layout, listed
from typewright.targets.typescript.models.declarations import types_of
from typewright.targets.typescript.models.package import npm_version
from typewright.targets.typescript.models.placement import Module
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import comment_lines, doc_comment, property_key, string_literal
from typewright.targets.typescript.words import camel_name

SDK = "sdk"
"""The folder of the classes, and the module of the client's own."""
_INDENT = "  "


def _text(value: str) -> str:
    return string_literal(value, double=True)


class Classes(Struct, frozen=True):
    """Writes the classes of one client; `modules` are those of its groups."""

    project: Project[TypeScriptOptions]
    groups: tuple[Group, ...]
    modules: Mapping[GroupPath, Module]

    @property
    def client(self) -> str:
        """The client's class."""
        return self.project.client.class_name

    @property
    def core(self) -> str:
        """The class of the small client."""
        return f"{self.client}Core"

    def outline(self, group: Group) -> tuple[object, ...]:
        """Return what the module of a group's class depends on besides its methods and the recorded tables."""
        children = tuple((child.outline, self.modules[child.path]) for child in self._children(group))
        return self.core, self.modules[group.path], group.outline, children

    def group(self, group: Group) -> GroupView:
        """Return the module of a group's class."""
        self.project.note_methods(method.operation.id for method in group.methods)
        types = types_of(self.project, self.modules[group.path], frozenset({group.class_name}))
        methods = tuple(self._method(method, types, "this.#client") for method in group.methods)
        accessors = tuple(self._accessors(group, types))
        core = types.named(CORE, self.core, is_type=True)
        description = group.description or f"The methods of `{'.'.join(group.access)}`."
        return GroupView(
            imports=types.import_lines(),
            comment=_comment(description),
            class_name=group.class_name,
            core=core,
            accessors=accessors,
            methods=methods,
        )

    def sdk(self, group: Group) -> ClientView:
        """Return the module of the client's class; `group` holds its own methods."""
        types = types_of(self.project, Module(SDK, SDK), frozenset({self.client}))
        return ClientView(
            comment=_comment(client_overview(self.project.api)),
            class_name=self.client,
            core=types.named(CORE, self.core),
            options=types.named(CORE, "SDKOptions", is_type=True),
            debug_log=types.lib("debug-log", "debugLog"),
            promise=types.lib("api-promise", "APIPromise", is_type=True),
            request=types.lib("request", "request"),
            custom_request=types.lib("request", "CustomRequest", is_type=True),
            accessors=tuple(self._accessors(group, types)),
            methods=tuple(self._method(method, types, "this") for method in group.methods),
            imports=types.import_lines(),
        )

    def _accessors(self, group: Group, types: TypeText) -> Iterator[AccessorView]:
        for child in self._children(group):
            name = types.named(self.modules[child.path], child.class_name)
            description = child.description or f"The methods of `{'.'.join(child.access)}`."
            yield AccessorView(_comment(description, _INDENT), child.access[-1], name)

    def _children(self, group: Group) -> Iterator[Group]:
        return (child for child in self.groups if child.path and child.path[:-1] == group.path)

    def _words(self, method: ClientMethod, types: TypeText) -> list[str]:
        """Return the lines of the comment on a method."""
        words, thrown = method_words_of(method), [*throws_lines(self.project, types.placement, method)]
        return [*words, *([""] if thrown else []), *thrown]

    def _method(self, method: ClientMethod, types: TypeText, client: str) -> ClassMethodView:
        signatures = Signatures(self.project, types)
        promise = types.lib("api-promise", "APIPromise", is_type=True)
        function = types.named(
            function_module(self.project, method), self.project.once(function_names)[method.operation.id]
        )
        start, parameters = f"{method.name}(", signatures.parameters(method)
        overloads = [
            listed(start, chosen, _returned(promise, result), _INDENT, after=1)
            for chosen, result in signatures.chosen(method)
        ]
        signature = listed(start, parameters, _returned(promise, signatures.result(method)), _INDENT, after=2)
        if overloads:
            overloads.append(signature)
        names = [parameter.split(":", 1)[0].rstrip("?") for parameter in parameters]
        # Functions take the options after the credentials, in the order of their parameters, as methods do.
        arguments = ", ".join([client, *names])
        unwrap = types.lib("api-promise", "unwrap")
        return ClassMethodView(
            comment=doc_comment(self._words(method, types), _INDENT),
            overloads=tuple(overloads),
            signature=signature,
            call=f"{unwrap}({function}({arguments}))",
        )

    def core_view(self) -> CoreView:
        """Return the module of the small client."""
        types = types_of(self.project, CORE, frozenset({self.core}))
        options = tuple(self._options(types))
        names = self.project.once(option_names)
        description: dict[str, Code] = {
            "package": _text(self.project.options.package),
            "version": _text(npm_version(self.project.version)),
            "variablePrefix": _text(self.project.client.environment_prefix),
            "servers": [*server_entries(self.project.api.servers, names.variables, types)],
        }
        if others := self._operation_servers():
            choice = types.lib("servers", "serverURLBeside")
            description["serverURL"] = f"{choice}([{', '.join(map(_text, others))}])"
        credentials = self._credentials
        schemes: dict[str, Code] = {**dict(credentials.rows(types))}
        if schemes:
            description["schemes"] = schemes
        variables = dict(self._globals(names))
        if variables:
            description["globals"] = variables
        described = types.lib("client", "ClientDescription", is_type=True)
        types.named(Module("hooks", "registration"), "hooks")
        head = f"const description: {described} = "
        return CoreView(
            base=types.lib("client", "ClientCore"),
            base_options=types.lib("client", "ClientOptions", is_type=True),
            modules=types.lib("client", "ClientModules", is_type=True),
            imports=types.import_lines(),
            options=options,
            description=f"{head}{layout(description, 0, len(head))};",
            client=self.client,
            core=self.core,
            modules_argument=_modules_argument(credentials.expression()),
        )

    def _globals(self, names: OptionNames) -> Iterator[tuple[str, Code]]:
        """Yield the source of each global parameter's value: its variable, with its option if that differs."""
        for parameter in self.project.api.global_parameters:
            name = camel_name(parameter.preferred_name or parameter.name)
            property_ = spelling_of(self.project.options).of_field(parameter_field(parameter))
            variable, option = _text(self._credentials.variable(parameter.name)), names.globals[name]
            yield property_, variable if option == property_ else [_text(option), variable]

    def _operation_servers(self) -> list[str]:
        """Return the names of servers that only operations have."""
        own = {server.id for server in self.project.api.servers}
        named = [server.id for method in self.project.client.methods.values() for server in method.servers]
        return list(dict.fromkeys(name for name in named if name is not None and name not in own))

    @property
    def _credentials(self) -> Credentials:
        return Credentials(self.project, self.project.client.environment_prefix)

    def _options(self, types: TypeText) -> Iterator[OptionView]:
        single, names = self._credentials.single, self.project.once(option_names)
        if single is not None and names.credential is not None:
            credential = types.lib("security", "Credential", is_type=True)
            variable = self._credentials.variable(single.name)
            description = f"The credential, or a function that returns it; `{variable}` where it is not given."
            yield self._option(names.credential, credential, description)
        if SECURITY in self.project.models:
            symbol = self.project.names.symbols.get((Package.SHARED, SECURITY))
            if symbol is not None:
                module = types.placement.modules[symbol.package, symbol.id]
                name = types.named(module, symbol.name, is_type=True)
                # A single one has an option of its own, which may be a function.
                kind = "Credentials" if single is None else "CredentialsByName"
                credentials = types.lib("security", kind, is_type=True)
                description = "The credentials of the client, or functions that return them."
                yield self._option("security", f"{credentials}<{name}>", description)
        for parameter in self.project.api.global_parameters:
            field = parameter_field(parameter)
            description = " ".join(
                (field.annotations.description or "The value in all requests that take one.").split()
            )
            name = names.globals[camel_name(parameter.preferred_name or parameter.name)]
            yield self._option(name, types.of(field.type, Package.OPERATIONS), description)
        for of_server in server_variables(self.project.api):
            kind = " | ".join(map(_text, of_server.values)) or "string"
            yield self._option(names.variables[of_server.name], kind, variable_text(of_server))

    def _option(self, name: str, type_: str, description: str) -> OptionView:
        return OptionView(_comment(description, _INDENT), f"readonly {property_key(name)}?: {type_} | undefined;")


def _returned(promise: str, result: str) -> str:
    """Return the end of a signature, whose result is on a line of its own where it is long."""
    line = f"): {promise}<{result}>"
    return line if len(_INDENT) + len(line) + 2 <= WIDTH else f"): {promise}<\n{_INDENT * 2}{result}\n{_INDENT}>"


def _modules_argument(credentials: str) -> str:
    """Return what a small client passes to its base behind the options."""
    entries = (f"credentials: {credentials}", "hooks", "...modules")
    line = f"{{ {', '.join(entries)} }}"
    if len(f"    super(description, options, {line});") <= WIDTH:
        return line
    return "\n".join(["{", *(f"{_INDENT * 3}{entry}," for entry in entries), f"{_INDENT * 2}}}"])


def _comment(text: str, indent: str = "") -> str:
    return doc_comment(comment_lines(text), indent)
