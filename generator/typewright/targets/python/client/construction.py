"""The arguments with which examples create the client: server, global parameters, credentials."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from typewright.client import Client, ClientMethod
from typewright.client.environment import variable_name
from typewright.examples.build import Examples
from typewright.examples.placeholders import shown_global
from typewright.ir import Field, ObjectModel, Ref, not_null
from typewright.naming.names import Package
from typewright.naming.words import snake
from typewright.surface import SECURITY, Surface
from typewright.targets.python.display import Display, constant
from typewright.targets.python.words import attribute

_INDENT = "    "


class ClientOptions(Struct, frozen=True):
    """Writes the constructor arguments of a client."""

    surface: Surface
    client: Client
    display: Display
    examples: Examples

    def lines(self, method: ClientMethod) -> list[str]:
        """Return the arguments for a call of `method`, each on a line, nested ones indented."""
        return [*self._server(), *self._globals(method), *self._credentials(method)]

    def _server(self) -> Iterator[str]:
        """Yield a server URL if the description has no absolute one."""
        if not any(urlsplit(server.url).scheme for server in self.client.servers):
            yield 'server_url="https://api.example.com",'

    def _globals(self, method: ClientMethod) -> Iterator[str]:
        """Yield the global parameters that the operation takes, in its order."""
        for argument in method.globals:
            field = argument.field
            value = constant(shown_global(field, self.examples))
            yield f"{attribute(field.preferred_name or field.name)}={value},"

    def _credentials(self, method: ClientMethod) -> list[str]:
        """Return the argument for the client's credentials: those of the first alternative that requires any."""
        security = self.client.security
        model = self.surface.models.get(SECURITY)
        keys = next((requirement for requirement in security.alternatives_of(method) if requirement), None)
        if keys is None or not isinstance(model, ObjectModel):
            return []
        if security.single is not None:
            return [f"{attribute(security.single.name)}={self._secret(security.single)},"]
        schemes = [scheme for key in keys if (scheme := security.scheme(key))]
        pointers = [scheme.scheme.pointer for scheme in schemes]
        shown = [field for at in pointers for field in model.fields if field.pointer == at] or list(model.fields[:1])
        name = self.display.qualified(self.display.names.symbols[Package.SHARED, SECURITY])
        inner = [line for field in shown for line in self._credential(field)]
        return [f"security={name}(", *(_INDENT + line for line in inner), "),"]

    def own_security(self, method: ClientMethod) -> str:
        """Return the argument for credentials that a call of `method` takes itself, on one line; empty without any.

        They are those of the first alternative that requires any.
        """
        ref = method.security_type
        model = None if ref is None else self.surface.models[ref.id]
        if ref is None or not isinstance(model, ObjectModel):
            return ""
        keys = next((requirement for requirement in method.security or () if requirement), {})
        fields = [field for field in model.fields if field.name in keys] or list(model.fields[:1])
        name = self.display.qualified(self.display.names.of(ref, Package.OPERATIONS))
        return f"security={name}({', '.join(self._inline(field) for field in fields)})"

    def _inline(self, field: Field) -> str:
        """Return a credential as an argument on one line."""
        first, *inner = self._credential(field)
        if not inner:
            return first.rstrip(",")
        *lines, last = (line.strip() for line in inner)
        return first + " ".join(lines).rstrip(",") + last.rstrip(",")

    def _credential(self, field: Field) -> list[str]:
        """Return a credential as an argument: a text, or an object of texts."""
        bare = not_null(field.type)
        model = self.surface.models[bare.id] if isinstance(bare, Ref) else None
        if not isinstance(bare, Ref) or not isinstance(model, ObjectModel):
            return [f"{attribute(field.name)}={self._secret(field)},"]
        name = self.display.qualified(self.display.names.of(bare, Package.SHARED))
        lines = [f"{attribute(inner.name)}={self._secret(inner)}," for inner in model.fields if inner.required]
        return [f"{attribute(field.name)}={name}(", *(_INDENT + line for line in lines), "),"]

    def _secret(self, field: Field) -> str:
        """Return the example of a credential, or the environment variable that holds it."""
        if isinstance(field.annotations.example, str):
            return constant(field.annotations.example)
        variable = variable_name(self.client.environment_prefix, snake(field.name))
        return f'os.getenv({constant(variable)}, "")'
