"""The security schemes of a client, and the environment variables of their credentials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.client.environment import variable_name
from typewright.client.security import Scheme
from typewright.ir import Field, ObjectModel, SecurityScheme, not_null, unfold
from typewright.ir.types import Ref
from typewright.naming.words import snake
from typewright.surface import SECURITY, Surface
from typewright.surface.security import additional_properties
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.quoting import string_literal
from typewright.targets.python.words import attribute

_CLIENT = {"client_id": "clientID", "client_secret": "clientSecret", "token_url": "tokenURL"}
_OWNER = {"username": "username", "password": "password"}
"""The parts of a credential, by their names in the runtime and in the description."""


def credential_variables(scheme: Scheme, prefix: str) -> list[str]:
    """Return the environment variables of a scheme's credential, or of its parts; `prefix` begins their names."""
    parts = {*_CLIENT.values(), *_OWNER.values()}
    names = [part.name for part in scheme.credentials if part.name in parts] if scheme.is_compound else [scheme.key]
    return [_variable(prefix, name) for name in names]


def _variable(prefix: str, name: str) -> str:
    return variable_name(prefix, snake(name))


def _fields(surface: Surface) -> tuple[Field, ...]:
    model = surface.models.get(SECURITY)
    return model.fields if isinstance(model, ObjectModel) else ()


def single_credential(surface: Surface) -> Field | None:
    """Return the only credential of a client, which is then a separate argument; None for any other client."""
    fields = _fields(surface)
    if len(fields) != 1 or isinstance(not_null(unfold(fields[0].type, surface.models)), Ref):
        return None
    return fields[0]


class Credentials(Struct, frozen=True):
    """Writes the security schemes of one client; `prefix` begins the names of its environment variables."""

    surface: Surface
    scope: ClientScope
    prefix: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the client's `Security`; empty if no operation requires credentials."""
        return _fields(self.surface)

    @property
    def single(self) -> Field | None:
        """The only credential of a client, which is then a separate argument; None for any other client."""
        return single_credential(self.surface)

    def variable(self, name: str) -> str:
        """Return the environment variable of a credential, a global parameter or an option."""
        return _variable(self.prefix, name)

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield each scheme by its name in the description, with the expression that makes it."""
        named = {key for requirement in self._requirements() for key in requirement}
        for scheme in self.surface.api.security_schemes:
            if scheme.key in named and (text := self._scheme(scheme)):
                yield scheme.key, text

    def _requirements(self) -> Iterator[Mapping[str, tuple[str, ...]]]:
        yield from self.surface.api.security
        for method in self.surface.methods:
            yield from method.operation.security or ()

    def _scheme(self, scheme: SecurityScheme) -> str:
        """Return the expression for a scheme; empty for mutual TLS, which the transport handles."""
        kind = (scheme.scheme or "").lower()
        simple = self._options(scheme, {"": scheme.key})
        match scheme.type:
            case "apiKey":
                location, name = string_literal(scheme.location or "header"), string_literal(scheme.parameter or "")
                return f"{self._runtime('security', 'APIKey')}({location}, {name}, {simple})"
            case "http" if kind == "basic":
                return f"{self._runtime('security', 'Basic')}({self._pair(scheme)})"
            case "http" if kind == "digest":
                return f"{self._runtime('digest', 'Digest')}({self._pair(scheme)})"
            case "http" if kind not in ("", "bearer"):
                return f"{self._runtime('security', 'HTTPScheme')}({string_literal(scheme.scheme or '')}, {simple})"
            case "oauth2" if isinstance(flow := scheme.flows.get("clientCredentials"), dict):
                return self._granted(scheme, flow, "ClientCredentials", _CLIENT)
            case "oauth2" if isinstance(flow := scheme.flows.get("password"), dict):
                return self._granted(scheme, flow, "Password", {**_OWNER, **_CLIENT})
            case "http" | "oauth2" | "openIdConnect":
                return f"{self._runtime('security', 'Bearer')}({simple})"
        return ""

    def _runtime(self, module: str, name: str) -> str:
        return self.scope.runtime(module, name)

    def _pair(self, scheme: SecurityScheme) -> str:
        """Return the options of a scheme with a user name and a password."""
        names = {field.name for field in self.fields}
        alone = names == {"username", "password"} and scheme.key not in names
        return self._options(scheme, {"username": "username", "password": "password"}, field="" if alone else None)

    def _granted(
        self, scheme: SecurityScheme, flow: Mapping[str, JsonValue], grant: str, parts: Mapping[str, str]
    ) -> str:
        """Return the expression for a scheme whose tokens come from the endpoint of `flow`."""
        options = [self._options(scheme, parts), f"token_url={string_literal(str(flow.get('tokenUrl', '')))}"]
        if isinstance(refresh_url := flow.get("refreshUrl"), str) and refresh_url:
            options.append(f"refresh_url={string_literal(refresh_url)}")
        additional = ", ".join(
            f"{string_literal(attribute(name))}: {string_literal(name)}" for name in additional_properties(flow)
        )
        options += [f"additional={{{additional}}}"] if additional and grant == "ClientCredentials" else []
        return f"{self._runtime('oauth2', grant)}({', '.join(options)})"

    def _options(self, scheme: SecurityScheme, parts: Mapping[str, str], field: str | None = None) -> str:
        own = attribute(scheme.key) if field is None else field
        variables = ", ".join(
            f"{string_literal(part)}: {string_literal(self.variable(name))}" for part, name in parts.items()
        )
        return f"field={string_literal(own)}, env={{{variables}}}"
