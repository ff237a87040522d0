"""The credentials in examples: those of the client, and those that a call takes itself."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from typewright.client import Client, ClientMethod
from typewright.client.security import Scheme
from typewright.ir import Field, ObjectModel, Ref, not_null
from typewright.surface import Surface
from typewright.targets.typescript.client.credentials import credential_variable, is_flat
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import property_key, string_literal
from typewright.targets.typescript.words import camel_name


class CredentialExamples(Struct, frozen=True):
    """Writes the credentials of calls, each as an example value or as the environment variable that holds it."""

    surface: Surface
    client: Client
    target: TypeScriptOptions

    def options(self, method: ClientMethod) -> list[str]:
        """Return the credentials of the client for a call of `method`, as lines."""
        security = self.client.security
        if not security.offered:
            return []
        if security.single is not None:
            return self._credential(security.single)
        if self.target.answers == "reference":
            first = security.offered[0]
            lines = [f"{property_key(camel_name(first.key))}: {self._secret(first.key, first.example)},"]
            return lines if len(security.offered) == 1 else _object("security", lines)
        if len(security.offered) == 1 and is_flat(security.offered[0]):
            lines = [line for field in security.offered[0].credentials for line in self._credential(field)]
            return _object("security", lines)
        fields = self._fields(security.type, [scheme.key for scheme in self._signing(method)])
        return _object("security", [line for field in fields for line in self._credential(field)])

    def own(self, method: ClientMethod) -> list[str]:
        """Return the credentials that a call of `method` takes itself as an object; without any, no lines.

        They are those of the first alternative that requires any. The pages of the reference show none.
        """
        if self.target.answers == "reference":
            return []
        keys = list(next((requirement for requirement in method.security or () if requirement), {}))
        fields = self._fields(method.security_type, keys)
        lines = [line for field in fields for line in self._credential(field)]
        return ["{", *(f"  {line}" for line in lines), "}"] if lines else []

    def _signing(self, method: ClientMethod) -> Iterator[Scheme]:
        """Yield the client's schemes for a call of `method`: those of the first alternative that has any."""
        security = self.client.security
        alternatives = [*security.alternatives_of(method), *security.alternatives]
        keys = next((keys for keys in alternatives if any(scheme.key in keys for scheme in security.offered)), None)
        if keys is None:
            yield security.offered[0]
        else:
            yield from (scheme for scheme in security.offered if scheme.key in keys)

    def _fields(self, type_: Ref | None, keys: list[str]) -> list[Field]:
        """Return the fields of an object of credentials for schemes; the first field if it has none of them."""
        model = None if type_ is None else self.surface.models[type_.id]
        if not isinstance(model, ObjectModel):
            return []
        return [field for field in model.fields if field.name in keys] or list(model.fields[:1])

    def _credential(self, field: Field) -> list[str]:
        """Return a credential as the lines of a property: a text, or an object of texts."""
        key, bare = property_key(camel_name(field.name)), not_null(field.type)
        model = self.surface.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(model, ObjectModel):
            return _object(key, [line for part in model.fields if part.required for line in self._credential(part)])
        example = field.annotations.example
        return [f"{key}: {self._secret(field.name, example if isinstance(example, str) else None)},"]

    def _secret(self, name: str, example: str | None) -> str:
        """Return the example of a credential, or the environment variable that holds it, as an expression."""
        if example is not None:
            return string_literal(example)
        variable = string_literal(credential_variable(self.client.environment_prefix, name), double=True)
        return f'process.env[{variable}] ?? ""'


def _object(key: str, lines: list[str]) -> list[str]:
    """Return a property that is an object of such lines."""
    return [f"{key}: {{", *(f"  {line}" for line in lines), "},"]
