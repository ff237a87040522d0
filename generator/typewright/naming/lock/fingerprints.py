"""What a type looks like, in a few characters: enough to know it again when its schema was moved or renamed.

A sketch holds no name of a type and no id, so that a schema looks the same wherever it stands. It is a set of short
hashes, of which only the smallest are kept (a bottom-k sketch, Broder 1997): two sketches tell how alike the full sets
are. Beside what a type is made of stand the places where it is used, which is the better witness for small types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from zlib import crc32

from typewright.base.json_pointer import escape
from typewright.ir import (
    AliasModel,
    Api,
    EnumModel,
    FileModel,
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

_PARTS, _SITES = 12, 4
"""How many hashes are kept."""
_KINDS = {ObjectModel: "o", EnumModel: "e", UnionModel: "u", AliasModel: "a", FileModel: "f"}
OPERATION = "m"


@dataclass(frozen=True, slots=True)
class Sketch:
    """The likeness of a type or an operation. `count` is the number of parts, of which `parts` are some."""

    kind: str
    shared: bool
    count: int
    parts: frozenset[str]
    sites: frozenset[str]

    @property
    def owns(self) -> bool:
        """Whether it is an owner: a component or an operation, below whose id other ids stand."""
        return self.shared or self.kind == OPERATION

    def likeness(self, other: Sketch) -> float:
        """Return how alike the parts of both are, from 0 to 1."""
        if self.kind != other.kind:
            return 0.0
        if self.parts == other.parts:
            return min(self.count, other.count) / max(self.count, other.count, 1) if self.parts else 1.0
        union = sorted(self.parts | other.parts)[:_PARTS]
        common = self.parts & other.parts
        return sum(part in common for part in union) / len(union)

    def text(self) -> str:
        """Return the sketch as the lock holds it: `O3:03fa1b22c09d@77aa`."""
        kind = self.kind.upper() if self.shared else self.kind
        sites = f"@{''.join(sorted(self.sites))}" if self.sites else ""
        return f"{kind}{self.count}:{''.join(sorted(self.parts))}{sites}"


def parse_sketch(text: str) -> Sketch:
    """Return the sketch that `text` holds. Raises ValueError where it is none."""
    head, colon, rest = text.partition(":")
    parts, _, sites = rest.partition("@")
    if not colon or len(parts) % 4 or len(sites) % 4:
        raise ValueError(f"{text!r} is no sketch")
    return Sketch(head[:1].lower(), head[:1].isupper(), int(head[1:]), _split(parts), _split(sites))


def _split(hashes: str) -> frozenset[str]:
    return frozenset(hashes[start : start + 4] for start in range(0, len(hashes), 4))


def _hash(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def site_hash(id_: str) -> str:
    """Return what a sketch holds of the place `id_`."""
    return _hash(id_)


def sketches(api: Api) -> dict[str, Sketch]:
    """Return the sketch of every model and every operation by id."""
    sites = _sites(api)
    found = {id_: _sketch(model, sites.get(id_, ()), api.models) for id_, model in api.models.items()}
    for operation in api.every_operation():
        parts = frozenset(map(_hash, _operation_parts(operation)))
        found[operation.id] = Sketch(OPERATION, False, len(parts), _smallest(parts, _PARTS), frozenset())
    return found


def _sketch(model: Model, sites: Mapping[str, None] | tuple[()], models: Mapping[str, Model]) -> Sketch:
    parts = frozenset(map(_hash, _parts(model, models)))
    hashed = frozenset(map(_hash, sites)) if model.shared else frozenset({_hash(model.id)})
    kept = _smallest(hashed, _SITES) if model.shared else frozenset()
    return Sketch(_KINDS[type(model)], model.shared, len(parts), _smallest(parts, _PARTS), kept)


def _smallest(hashes: frozenset[str], count: int) -> frozenset[str]:
    return hashes if len(hashes) <= count else frozenset(sorted(hashes)[:count])


def _parts(model: Model, models: Mapping[str, Model]) -> Iterator[str]:
    match model:
        case ObjectModel():
            for each in model.fields:
                yield f"{each.name}={_make(each.type, models)}"
            if model.additional is not None:
                yield f"*{_make(model.additional, models)}"
        case EnumModel():
            yield from (f"{type(each.value).__name__}{each.value}" for each in model.values)
        case UnionModel():
            yield from (_make(member, models, deep=True) for member in model.members)
        case AliasModel():
            yield _make(model.type, models)
        case FileModel():
            yield "file"
        case _:
            assert_never(model)


def _make(type_: TypeExpr, models: Mapping[str, Model], *, deep: bool = False) -> str:
    """Return the make of a type in a word; of a model its kind, with `deep` its properties' names too."""
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
        case Ref(id=id_):
            model = models.get(id_)
            if model is None:
                return "?"
            names = [each.name for each in model.fields] if deep and isinstance(model, ObjectModel) else []
            return f"{_KINDS[type(model)]} {' '.join(sorted(names))}"
    assert_never(type_)


def _operation_parts(operation: Operation) -> Iterator[str]:
    yield f"method {operation.method}"
    yield f"id {operation.operation_id}"
    yield from (f"segment {segment}" for segment in operation.path.split("/") if segment)
    yield from (f"parameter {each.name}" for each in operation.parameters)
    yield from (f"status {each.status}" for each in operation.responses)
    yield from (f"tag {each}" for each in operation.tags)


def _sites(api: Api) -> dict[str, dict[str, None]]:
    """Return the places where each model is used by reference, as ids that an inline type there would have."""
    found: dict[str, dict[str, None]] = {}
    for place, type_ in _places(api):
        for id_, site in _references(type_, place):
            found.setdefault(id_, {})[site] = None
    return found


def _places(api: Api) -> Iterator[tuple[str, TypeExpr]]:
    for operation in api.every_operation():
        for parameter in operation.parameters:
            yield f"{parameter.id}/schema", parameter.type
        bodies = [("requestBody", operation.body.media)] if operation.body else []
        bodies += [(f"responses/{escape(each.status)}", each.media) for each in operation.responses]
        for place, contents in bodies:
            for media in contents:
                if media.type is not None:
                    yield f"{operation.id}/{place}/content/{escape(media.media_type)}/schema", media.type
    for id_, model in api.models.items():
        if isinstance(model, ObjectModel):
            for each in model.fields:
                yield f"{id_}/properties/{escape(each.name)}", each.type
        elif isinstance(model, AliasModel):
            yield id_, model.type


def _references(type_: TypeExpr, place: str) -> Iterator[tuple[str, str]]:
    match type_:
        case Nullable(of=inner):
            yield from _references(inner, place)
        case ListOf(item=item):
            yield from _references(item, f"{place}/items")
        case MapOf(value=value):
            yield from _references(value, f"{place}/additionalProperties")
        case Ref(id=id_, by_reference=True):
            yield id_, place
