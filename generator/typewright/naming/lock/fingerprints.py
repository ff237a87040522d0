"""Fingerprints of types: short texts by which a schema is recognised after it was moved or renamed.

A fingerprint contains neither the name nor the id of the type, so it does not depend on where the schema is defined.
It is a set of short hashes of the type's features, of which only the smallest are kept (a bottom-k sketch, Broder
1997), so that the similarity of two full sets can be estimated. It also holds hashes of the locations that use the
type, which identify small types better than their features do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, assert_never
from zlib import crc32

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.base.kept_results import KeptResults
from typewright.ir import (
    AliasModel,
    Api,
    EnumModel,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Operation,
    Ref,
    Scalar,
    StreamOf,
    TypeExpr,
    UnionModel,
)
from typewright.ir.model_references import references_of

_FEATURES, _USAGES = 12, 4
"""How many hashes of features and of usages a fingerprint keeps."""
_KINDS = {ObjectModel: "o", EnumModel: "e", UnionModel: "u", AliasModel: "a", FileModel: "f"}
OPERATION = "m"


class Fingerprint(Struct, frozen=True):
    """The fingerprint of a type or an operation: `features` are the smallest hashes of its `count` features.

    `kind` is a letter of `_KINDS` or OPERATION; `shared` states that the type is a component; `usages` are hashes of
    the locations that refer to it.
    """

    kind: str
    shared: bool
    count: int
    features: frozenset[str]
    usages: frozenset[str]
    fields: frozenset[str] | None = None
    """The hashes of the names of an object's properties; None for other types, and in locks of earlier versions."""

    @property
    def is_owner(self) -> bool:
        """Whether it is a component or an operation, so that inline schemas have ids below its own."""
        return self.shared or self.kind == OPERATION

    def similarity(self, other: Fingerprint) -> float:
        """Return the estimated Jaccard similarity of the features of both, from 0 to 1."""
        if self.kind != other.kind:
            return 0.0
        if self.features == other.features:
            return min(self.count, other.count) / max(self.count, other.count, 1) if self.features else 1.0
        union = sorted(self.features | other.features)[:_FEATURES]
        common = self.features & other.features
        return sum(feature in common for feature in union) / len(union)

    def text(self) -> str:
        """Return the fingerprint as the lock holds it: `O3:03fa1b22c09d@77aa~1f0c5d2e90ab`."""
        kind = self.kind.upper() if self.shared else self.kind
        usages = f"@{''.join(sorted(self.usages))}" if self.usages else ""
        fields = "" if self.fields is None else f"~{''.join(sorted(self.fields))}"
        return f"{kind}{self.count}:{''.join(sorted(self.features))}{usages}{fields}"


def parse_fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint in `text`. Raises ValueError if it is invalid."""
    head, colon, rest = text.partition(":")
    rest, has_fields, fields = rest.partition("~")
    features, _, usages = rest.partition("@")
    if not colon or any(len(hashes) % 4 for hashes in (features, usages, fields)):
        raise ValueError(f"{text!r} is no fingerprint")
    return Fingerprint(
        kind=head[:1].lower(),
        shared=head[:1].isupper(),
        count=int(head[1:]),
        features=_split(features),
        usages=_split(usages),
        fields=_split(fields) if has_fields else None,
    )


def _split(hashes: str) -> frozenset[str]:
    return frozenset(hashes[start : start + 4] for start in range(0, len(hashes), 4))


def _hash(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def field_hash(name: str) -> str:
    """Return the hash by which a fingerprint records a property."""
    return _hash(name)


def usage_hash(id_: str) -> str:
    """Return the hash by which a fingerprint records a use at `id_`."""
    return _hash(id_)


class _Shape(NamedTuple):
    """What a fingerprint shows of a type that another one refers to."""

    kind: str
    fields: tuple[str, ...]
    """The sorted names of an object's properties."""


def _shape(model: Model) -> _Shape:
    names = sorted(field.name for field in model.fields) if isinstance(model, ObjectModel) else ()
    return _Shape(_KINDS[type(model)], tuple(names))


def fingerprints(api: Api) -> dict[str, Fingerprint]:
    """Return the fingerprint of every model and every operation by id."""
    usages, models = _usages(api), api.models
    shapes = _SHAPES.of({id_: (model,) for id_, model in models.items()})
    used = {
        id_: {ref.id: shapes[ref.id] for ref in refs if ref.id in shapes}
        for id_, refs in references_of(models, "fingerprints").items()
    }
    found = _FINGERPRINTS.of(
        {id_: (model, tuple(usages.get(id_, ())), used[id_]) for id_, model in models.items()}, "models"
    )
    operations = {operation.id: (operation,) for operation in api.every_operation()}
    return found | _OF_OPERATIONS.of(operations, "operations")


def _of_operation(operation: Operation) -> Fingerprint:
    features = frozenset(map(_hash, _operation_features(operation)))
    return Fingerprint(
        kind=OPERATION,
        shared=False,
        count=len(features),
        features=_smallest(features, _FEATURES),
        usages=frozenset(),
    )


def _fingerprint(model: Model, usages: tuple[str, ...], used: Mapping[str, _Shape]) -> Fingerprint:
    """Return the fingerprint of a model; `used` has the shapes of the models that it refers to."""
    features = frozenset(map(_hash, _features(model, used)))
    hashed = frozenset(map(_hash, usages)) if model.shared else frozenset({_hash(model.id)})
    kept = _smallest(hashed, _USAGES) if model.shared else frozenset()
    return Fingerprint(
        kind=_KINDS[type(model)],
        shared=model.shared,
        count=len(features),
        features=_smallest(features, _FEATURES),
        usages=kept,
        fields=frozenset(field_hash(field.name) for field in model.fields) if isinstance(model, ObjectModel) else None,
    )


_SHAPES, _FINGERPRINTS, _OF_OPERATIONS = KeptResults(_shape), KeptResults(_fingerprint), KeptResults(_of_operation)


def _smallest(hashes: frozenset[str], count: int) -> frozenset[str]:
    return hashes if len(hashes) <= count else frozenset(sorted(hashes)[:count])


def _features(model: Model, models: Mapping[str, _Shape]) -> Iterator[str]:
    match model:
        case ObjectModel():
            for field in model.fields:
                yield f"{field.name}={_make(field.type, models)}"
            if model.additional is not None:
                yield f"*{_make(model.additional, models)}"
        case EnumModel():
            yield from (f"{type(value.value).__name__}{value.value}" for value in model.values)
        case UnionModel():
            yield from (_make(member, models, deep=True) for member in model.members)
        case AliasModel():
            yield _make(model.type, models)
        case FileModel():
            yield "file"
        case _:
            assert_never(model)


def _make(type_: TypeExpr, models: Mapping[str, _Shape], *, deep: bool = False) -> str:
    """Return a short text of a type's structure: for a model its kind and, with `deep`, the names of its properties."""
    match type_:
        case Nullable(of=inner):
            return _make(inner, models, deep=deep)
        case Scalar(kind=kind):
            return kind.value
        case Literal(value=value):
            return f"const {value}"
        case ListOf(item=item):
            return f"[{_make(item, models, deep=deep)}]"
        case MapOf(value=value):
            return f"{{{_make(value, models, deep=deep)}}}"
        case StreamOf(item=item):
            return f"stream {_make(item, models, deep=deep)}"
        case HttpMessage():
            return "request" if type_.is_request else "response"
        case Ref(id=id_):
            shape = models.get(id_)
            return "?" if shape is None else f"{shape.kind} {' '.join(shape.fields) if deep else ''}"
    assert_never(type_)


def _operation_features(operation: Operation) -> Iterator[str]:
    yield f"method {operation.method}"
    yield f"id {operation.operation_id}"
    yield from (f"segment {segment}" for segment in operation.path.split("/") if segment)
    yield from (f"parameter {parameter.name}" for parameter in operation.parameters)
    yield from (f"status {response.status}" for response in operation.responses)
    yield from (f"tag {tag}" for tag in operation.tags)


def _usages(api: Api) -> dict[str, dict[str, None]]:
    """Map each model to the locations that refer to it, given as the ids that inline types there would have."""
    found: dict[str, dict[str, None]] = {}
    for location, type_ in _usage_sites(api):
        for id_, usage in _references(type_, location):
            found.setdefault(id_, {})[usage] = None
    return found


def _usage_sites(api: Api) -> Iterator[tuple[str, TypeExpr]]:
    for operation in api.every_operation():
        for parameter in operation.parameters:
            yield f"{parameter.id}/schema", parameter.type
        bodies = [("requestBody", operation.body.media)] if operation.body else []
        bodies += [(f"responses/{escape(response.status)}", response.media) for response in operation.responses]
        for location, contents in bodies:
            for media in contents:
                if media.type is not None:
                    yield f"{operation.id}/{location}/content/{escape(media.media_type)}/schema", media.type
    for id_, model in api.models.items():
        if isinstance(model, ObjectModel):
            for field in model.fields:
                yield f"{id_}/properties/{escape(field.name)}", field.type
        elif isinstance(model, AliasModel):
            yield id_, model.type


def _references(type_: TypeExpr, location: str) -> Iterator[tuple[str, str]]:
    match type_:
        case Nullable(of=inner):
            yield from _references(inner, location)
        case ListOf(item=item):
            yield from _references(item, f"{location}/items")
        case MapOf(value=value):
            yield from _references(value, f"{location}/additionalProperties")
        case Ref(id=id_, by_reference=True):
            yield id_, location
