"""The references of models, found again only in models that have changed since the last build of this process."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.kept_results import KeptResults
from typewright.ir.models import Model
from typewright.ir.types import Ref
from typewright.ir.walking import model_types, references


def references_of(models: Mapping[str, Model], name: str = "") -> dict[str, tuple[Ref, ...]]:
    """Return the references in each model, by the ids of the models; `name` identifies them among those of a build."""
    return _REFERENCES.of({id_: (model,) for id_, model in models.items()}, name)


def _references(model: Model) -> tuple[Ref, ...]:
    return tuple(ref for type_ in model_types(model) for ref in references(type_))


_REFERENCES = KeptResults(_references)
