"""The options with which a page's example makes its client: server, global parameters, credentials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from typewright.client.groups import client_class
from typewright.ir import ABSENT, Field, ObjectModel, Ref, SecurityRequirement, TypeExpr, not_null
from typewright.naming.names import Package
from typewright.surface import SECURITY, Method, Surface
from typewright.surface.requests import parameter_field
from typewright.targets.python.display import Display, constant
from typewright.targets.python.docs.fields import FieldRows
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attribute, snake

_INDENT = "    "


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """Writes the options of one client."""

    surface: Surface
    target: PythonOptions
    display: Display
    rows: FieldRows

    def lines(self, method: Method) -> list[str]:
        """Return the options for a call of `method`, a line each, nested ones further in."""
        return [*self._server(), *self._globals(method), *self._credentials(method)]

    def _server(self) -> Iterator[str]:
        """Yield an address where the description has no absolute one."""
        if not any(urlsplit(server.url).scheme for server in self.surface.api.servers):
            yield 'server_url="https://api.example.com",'

    def _globals(self, method: Method) -> Iterator[str]:
        """Yield the global parameters that the operation takes, in its order."""
        for parameter in method.operation.parameters:
            if parameter.is_global:
                each = parameter_field(parameter)
                yield f"{attribute(each.preferred_name or each.name)}={self._given(each)},"

    def _given(self, each: Field) -> str:
        example = self.rows.example(each.type)
        if example is not ABSENT:
            return constant(example)
        return constant("<id>" if each.name.lower().endswith("id") else "<value>")

    def _credentials(self, method: Method) -> list[str]:
        requirements = self._requirements(method)
        model = self.surface.models.get(SECURITY)
        keys = [key for requirement in requirements for key in requirement]
        if not keys or not isinstance(model, ObjectModel):
            return []
        known = [each for each in model.fields if each.name in keys] or list(model.fields)
        if len(model.fields) == 1 and not self._is_object(known[0].type):
            return [f"{attribute(known[0].name)}={self._secret(known[0])},"]
        name = self.display.qualified(self.display.names.symbols[Package.SHARED, SECURITY])
        first = sorted(known, key=lambda each: keys.index(each.name) if each.name in keys else 0)[0]
        inner = self._credential(first)
        return [f"security={name}(", *(_INDENT + line for line in inner), "),"]

    def _credential(self, each: Field) -> list[str]:
        """Return a credential as an argument: a text, or an object of texts."""
        bare = not_null(each.type)
        model = self.surface.models[bare.id] if isinstance(bare, Ref) else None
        if not isinstance(bare, Ref) or not isinstance(model, ObjectModel):
            return [f"{attribute(each.name)}={self._secret(each)},"]
        name = self.display.qualified(self.display.names.of(bare, Package.SHARED))
        lines = [f"{attribute(inner.name)}={self._secret(inner)}," for inner in model.fields if inner.required]
        return [f"{attribute(each.name)}={name}(", *(_INDENT + line for line in lines), "),"]

    def _secret(self, each: Field) -> str:
        """Return the example of a credential, or the environment variable that holds it."""
        if isinstance(each.note.example, str):
            return constant(each.note.example)
        prefix = self.target.env_prefix or client_class(self.surface.api, self.target.sdk_class)
        variable = f"{prefix}_{snake(each.name)}".upper()
        return f'os.getenv({constant(variable)}, "")'

    def _is_object(self, type_: TypeExpr) -> bool:
        bare = not_null(type_)
        return isinstance(bare, Ref) and isinstance(self.surface.models[bare.id], ObjectModel)

    def _requirements(self, method: Method) -> tuple[SecurityRequirement, ...]:
        """Return what authenticates a call: the operation's own alternatives, else the API's."""
        own = method.operation.security
        if own is not None and method.security is None:
            return own
        return self.surface.api.security
