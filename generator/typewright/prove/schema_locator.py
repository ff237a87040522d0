"""The schema that a part of an example belongs to, as precisely as its types determine it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.ir import AliasModel, ListOf, MapOf, Model, ObjectModel, Ref, StreamOf, TypeExpr, UnionModel, not_null
from typewright.prove.nodes import Path
from typewright.prove.wire import FieldNames

_MOST_ALIASES = 40
"""The number of aliases that are followed for one step."""


class SchemaLocator(Struct, frozen=True):
    """Maps types and paths to the canonical pointers of schemas; `names` returns the field names that paths use."""

    models: Mapping[str, Model]
    names: FieldNames

    def at(self, type_: TypeExpr, path: Path) -> str:
        """Return the pointer of the schema for the part at `path` of a value of `type_`.

        If the types do not determine it, return that of the innermost enclosing part with a schema.
        """
        pointer = self._pointer(type_)
        for token in path:
            below = self._below(type_, token)
            if below is None:
                break
            pointer, type_ = below
        return pointer

    def _pointer(self, type_: TypeExpr) -> str:
        bare = not_null(type_)
        return self.models[bare.id].pointer if isinstance(bare, Ref) else bare.pointer

    def _below(self, type_: TypeExpr, token: str | int, depth: int = 0) -> tuple[str, TypeExpr] | None:
        """Return pointer and type of the part under `token`; None if the type does not determine it."""
        bare = not_null(type_)
        match bare:
            case ListOf(item=item, prefix=prefix) if isinstance(token, int):
                item = prefix[token] if token < len(prefix) else item
                return self._pointer(item), item
            case StreamOf(item=item) | MapOf(value=item):
                return self._pointer(item), item
            case Ref(id=id_) if depth < _MOST_ALIASES:
                return self._below_model(self.models[id_], token, depth)
        return None

    def _below_model(self, model: Model, token: str | int, depth: int) -> tuple[str, TypeExpr] | None:
        match model:
            case AliasModel(type=type_):
                return self._below(type_, token, depth + 1)
            case UnionModel(members=members):
                found = (self._below(member, token, depth + 1) for member in members)
                return next((pointer for pointer in found if pointer is not None), None)
            case ObjectModel(additional=additional):
                field = self.names(model).get(str(token)) or next(
                    (field for field in model.fields if field.name == token), None
                )
                if field is not None:
                    own = self._pointer(field.type)
                    return own if own.startswith(f"{field.pointer}/") else field.pointer, field.type
                return None if additional is None else (self._pointer(additional), additional)
        return None
