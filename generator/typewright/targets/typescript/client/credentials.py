"""The security schemes of a client in the form of the runtime, and the sources of their credentials."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from typewright.base.json_value import JsonObject
from typewright.client.environment import variable_name
from typewright.client.security import Scheme, SchemeKind
from typewright.ir import Field
from typewright.surface.extensions import object_of
from typewright.surface.security import additional_properties
from typewright.targets.contract import Project
from typewright.targets.typescript.client.option_names import option_names
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import json_literal, property_key, string_literal
from typewright.targets.typescript.words import camel_name

_PAIRS = {SchemeKind.BASIC: ("security", "basic"), SchemeKind.DIGEST: ("digest", "digest")}
_GRANTS = {
    SchemeKind.CLIENT_CREDENTIALS: ("clientCredentials", ("clientID", "clientSecret")),
    SchemeKind.RESOURCE_OWNER: ("resourceOwnerPassword", ("username", "password", "clientID", "clientSecret")),
}


def _text(value: str) -> str:
    return string_literal(value, double=True)


class Credentials(Struct, frozen=True):
    """Writes the schemes of one client; `prefix` begins the names of its environment variables."""

    project: Project[TypeScriptOptions]
    prefix: str

    def variable(self, name: str) -> str:
        """Return the environment variable of a credential or an option."""
        return credential_variable(self.prefix, name)

    @property
    def single(self) -> Field | None:
        """The only credential of a client, if it is a string."""
        return self.project.client.security.single

    def expression(self) -> str:
        """Return the source of the client's credentials, as an expression over `options`."""
        security = self.project.client.security
        if security.type is None:
            return "undefined"
        if self.single is not None:
            option = self.project.once(option_names).credential or ""
            access = f".{option}" if option.isidentifier() else f"[{_text(option)}]"
            return f"{{ {property_key(camel_name(self.single.name))}: options{access}, ...options.security }}"
        if len(security.offered) == 1 and is_flat(security.offered[0]):
            return f"{{ {property_key(camel_name(security.offered[0].key))}: options.security }}"
        return "options.security"

    def rows(self, types: TypeText) -> Iterator[tuple[str, str]]:
        """Yield the required schemes by their keys, each with the expression that makes it."""
        client = self.project.client
        named = {key for requirement in client.security.alternatives for key in requirement}
        for method in client.methods.values():
            named |= {key for requirement in method.security or () for key in requirement}
        for scheme in client.security.schemes:
            if scheme.key in named:
                yield scheme.key, self._scheme(scheme, types)

    def _scheme(self, scheme: Scheme, types: TypeText) -> str:
        name, variable = _text(camel_name(scheme.key)), _text(self.variable(scheme.key))
        match scheme.kind:
            case SchemeKind.API_KEY:
                location, parameter = _text(scheme.location), _text(scheme.name)
                return f"{types.lib('security', 'apiKey')}({name}, {location}, {parameter}, {variable})"
            case SchemeKind.BASIC | SchemeKind.DIGEST:
                return f"{types.lib(*_PAIRS[scheme.kind])}({name}, {self._variables(('username', 'password'))})"
            case SchemeKind.CLIENT_CREDENTIALS | SchemeKind.RESOURCE_OWNER:
                function, members = _GRANTS[scheme.kind]
                url = _text(scheme.token_url or "")
                flow = object_of(scheme.scheme.flows.get("clientCredentials"))
                additional: JsonObject = {camel_name(member): member for member in additional_properties(flow)}
                last = f", {json_literal(additional)}" if additional else ""
                if scheme.refresh_url:
                    skipped = ", undefined" if scheme.kind is SchemeKind.CLIENT_CREDENTIALS and not additional else ""
                    last += f"{skipped}, {_text(scheme.refresh_url)}"
                return f"{types.lib('oauth2', function)}({name}, {url}, {self._variables(members)}{last})"
            case SchemeKind.HTTP:
                return f"{types.lib('security', 'authorization')}({name}, {_text(scheme.name)}, {variable})"
        return f"{types.lib('security', 'bearer')}({name}, {variable})"

    def _variables(self, members: tuple[str, ...]) -> str:
        return json_literal({member: self.variable(member) for member in members})


def is_flat(scheme: Scheme) -> bool:
    """Return whether the parts of a client's only scheme are the properties of its credentials themselves."""
    names = {part.name for part in scheme.credentials}
    return scheme.is_compound and scheme.key not in names and scheme.kind in _PAIRS


def credential_variables(scheme: Scheme, prefix: str) -> list[str]:
    """Return the environment variables of a scheme's credential, or of its parts; `prefix` begins their names."""
    parts = ("clientID", "clientSecret", "username", "password")
    names = [part.name for part in scheme.credentials if part.name in parts] if scheme.is_compound else [scheme.key]
    return [credential_variable(prefix, name) for name in names]


def credential_variable(prefix: str, name: str) -> str:
    """Return the environment variable of a credential or an option, whose names all begin with `prefix`."""
    return variable_name(prefix, "_".join(_name_words(name)))


def _name_words(name: str) -> list[str]:
    """Return the words of a name for environment variables: split before capitals and at other characters."""
    words, word = [], ""
    for char in name:
        if char.isupper() and word and not word[-1].isupper():
            words.append(word)
            word = ""
        word += char if char.isalnum() else "_"
    return [part.strip("_") for part in (*words, word) if part.strip("_")]
