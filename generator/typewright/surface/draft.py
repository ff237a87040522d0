"""The builder of a surface, to which models and root types are added."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.config.options import NamingConfig, ResponseFormat
from typewright.ir import Api, Field, Model, ObjectModel, Operation, Ref, TypeExpr, UnionModel, not_null
from typewright.ir.walking import model_types, references
from typewright.surface.error_rules import AnswerStyle
from typewright.surface.parts import Root, RootKind


class Draft(Struct):
    """The models and root types so far. `models` begins with those of the API, `roots` is in page order."""

    api: Api
    naming: NamingConfig
    models: dict[str, Model]
    answers: AnswerStyle = "declared"
    response_format: ResponseFormat = "flat"
    required_credentials: bool = False
    has_separate_arguments: bool = False
    roots: list[Root] = field(default_factory=list)
    _referenced_ids: set[str] | None = None

    def add_object(self, kind: RootKind, operation: Operation, fields: tuple[Field, ...]) -> Ref:
        """Add an object model for `operation` as a root type, and return a reference to it."""
        id_ = f"{operation.id}?{kind.value}"
        self.models[id_] = ObjectModel(id_, operation.pointer, fields)
        return self._add_root(kind, operation, id_)

    def add_union(self, kind: RootKind, operation: Operation, members: tuple[TypeExpr, ...]) -> Ref:
        """Add a union model for `operation` as a root type, and return a reference to it."""
        id_ = f"{operation.id}?{kind.value}"
        self.models[id_] = UnionModel(id_, operation.pointer, members)
        return self._add_root(kind, operation, id_)

    def _add_root(self, kind: RootKind, operation: Operation, id_: str) -> Ref:
        ref = Ref(id_, operation.pointer)
        self.roots.append(Root(kind, ref, operation))
        return ref

    def describe(self, type_: TypeExpr, description: str | None, *, by_shared: bool = False) -> None:
        """Set the description of an inline type that has none to `description`, that of its body or response.

        `by_shared`: the description is that of a shared response. With the habit `described-by-use`, it also applies to
        a component that no other model refers to.
        """
        ref = not_null(type_)
        if description is None or not isinstance(ref, Ref):
            return
        if ref.by_reference and not (
            by_shared and "described-by-use" in self.api.habits and self._is_unreferenced(ref.id)
        ):
            return
        model = self.models[ref.id]
        if model.annotations.description is None:
            self.models[ref.id] = replace(model, annotations=replace(model.annotations, description=description))

    def _is_unreferenced(self, id_: str) -> bool:
        """Return whether no model of the API refers to the model `id_`."""
        if self._referenced_ids is None:
            self._referenced_ids = {
                ref.id
                for model in self.api.models.values()
                for type_ in model_types(model)
                for ref in references(type_, alternatives=True)
            }
        return id_ not in self._referenced_ids
