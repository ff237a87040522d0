"""The two descriptions that are compared, with the public names of their types."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from typewright.base.json_pointer import last_token
from typewright.changes.assertions import AssertionComparison
from typewright.changes.shapes import Shape, Shapes, value_text
from typewright.ir import (
    Api,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
)

OLD, NEW = 0, 1


class NamedApi(Struct, frozen=True):
    """A description with the public names of its models: `symbols` maps their ids to names."""

    api: Api
    symbols: Mapping[str, str] = field(default_factory=dict)

    @property
    def models(self) -> Mapping[str, Model]:
        """The models by id."""
        return self.api.models

    def symbol(self, id_: str) -> str:
        """Return the public name of a model, or the last token of its id if it has none."""
        return self.symbols.get(id_) or last_token(id_)


class ComparedApis(Struct, frozen=True):
    """The old and the new description, with the comparisons of their types by shape and by assertions."""

    old: NamedApi
    new: NamedApi
    shapes: Shapes
    assertions: AssertionComparison
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old id → new id of the schemas that were moved or renamed."""

    def is_same_type(self, old: str, new: str) -> bool:
        """Return whether two ids identify the same type: equal ids, a moved one, or the successor of a removed one."""
        if old == new or self.moved.get(old) == new:
            return True
        return old not in self.new.models and new not in self.old.models and old not in self.moved

    def has_same_shape(self, old: TypeExpr, new: TypeExpr) -> bool:
        """Return whether an old and a new type have the same structure."""
        return self.shapes.shape_of(old, OLD) == self.shapes.shape_of(new, NEW)

    def shape(self, type_: TypeExpr, side: int) -> Shape:
        """Return the shape of a type of the description `side` (OLD or NEW)."""
        return self.shapes.shape_of(type_, side)

    def type_text(self, type_: TypeExpr, side: int) -> str:
        """Return the text of a type for messages: `list of Pet`, `string (date)`, `integer or null`."""
        inner, nullable = self.shapes.resolve_aliases(type_, side)
        return f"{self._type_text(inner, side)} or null" if nullable else self._type_text(inner, side)

    def _type_text(self, type_: TypeExpr, side: int) -> str:
        match type_:
            case Scalar(kind=ScalarKind.ANY, alternatives=alternatives):
                return " or ".join(self.type_text(member, side) for member in alternatives) or "any value"
            case Scalar(kind=kind, format=format_):
                return f"{kind.value} ({format_})" if format_ else kind.value
            case Literal(value=value):
                return f"the constant {value_text(value)}"
            case ListOf(item=item, prefix=prefix):
                items = [self.type_text(element, side) for element in prefix] or [self.type_text(item, side)]
                return f"tuple of {', '.join(items)}" if prefix else f"list of {items[0]}"
            case MapOf(value=value):
                return f"map of {self.type_text(value, side)}"
            case StreamOf(item=item):
                return f"stream of {self.type_text(item, side)}"
            case HttpMessage(is_request=is_request):
                return "HTTP request" if is_request else "HTTP response"
            case Nullable():
                return self.type_text(type_, side)
            case Ref(id=id_):
                return (self.old if side == OLD else self.new).symbol(id_)
