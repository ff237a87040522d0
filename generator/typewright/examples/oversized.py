"""Types whose smallest value exceeds the size limit of examples, so that their examples are truncated."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

from typewright.base.errors import Diagnostic, Location, Severity
from typewright.examples.walk import MAX_TYPES, TEXT_PER_TYPE
from typewright.ir import (
    AliasModel,
    ListOf,
    Model,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
)


def warnings_about_cuts(models: Mapping[str, Model], locate: Callable[[str], Location]) -> tuple[Diagnostic, ...]:
    """Return a warning for each type that is too large but whose parts are not; `locate` returns source locations."""
    sizes = _SmallestSizes(models)
    return tuple(
        Diagnostic(
            code="W502",
            message=f"its smallest value has {sizes.of(id_):,} parts, and examples have {MAX_TYPES:,} at most",
            severity=Severity.WARNING,
            location=locate(model.pointer),
            pointer=model.pointer,
            help="let some of the properties be optional",
        )
        for id_, model in models.items()
        if MAX_TYPES < sizes.of(id_) < math.inf and all(sizes.of(part) <= MAX_TYPES for part in _required_parts(model))
    )


class _SmallestSizes(Struct):
    """The number of parts of the smallest value of each type, infinite for a type that requires itself."""

    models: Mapping[str, Model]
    _known: dict[str, float] = field(default_factory=dict)

    def of(self, id_: str) -> float:
        """Return the size of the model `id_`."""
        if id_ not in self._known:
            self._known[id_] = math.inf  # until it is computed: a type that refers back to this one requires itself
            self._known[id_] = self._of_model(self.models[id_])
        return self._known[id_]

    def _of_model(self, model: Model) -> float:
        match model:
            case ObjectModel(fields=fields):
                return 1 + sum(self._of_type(field_.type) for field_ in fields if field_.required)
            case UnionModel(members=members):
                return min(map(self._of_type, members), default=1)
            case AliasModel(type=type_):
                return self._of_type(type_)
        return 1

    def _of_type(self, type_: TypeExpr) -> float:
        match not_null(type_):
            case Ref(id=id_):
                return 1 if type_ is not not_null(type_) else self.of(id_)
            case Scalar(kind=ScalarKind.STRING, constraints=constraints) if constraints.min_length:
                return 1 + constraints.min_length // TEXT_PER_TYPE
            case ListOf(item=item, constraints=constraints) if constraints.min_items:
                return 1 + constraints.min_items * self._of_type(item)
        return 1


def _required_parts(model: Model) -> Iterator[str]:
    """Yield the ids of the models that the required properties of an object refer to."""
    for field_ in model.fields if isinstance(model, ObjectModel) else ():
        if field_.required and isinstance(bare := not_null(field_.type), Ref):
            yield bare.id
