"""Example values for all types of a surface.

`docs/examples.md` defines the rules: which optional fields are shown, how often and in which order random numbers are
drawn, and which values are created once and reused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.base.random_stream import RandomStream
from typewright.base.recorded_steps import Steps
from typewright.base.recording import RecordedMapping, Recorder
from typewright.base.value_digest import value_digest
from typewright.config.options import ExamplesConfig
from typewright.examples.authored import typed
from typewright.examples.conforming.values import SEARCHES, ValidValues
from typewright.examples.models_with_examples import has_own_example
from typewright.examples.object_counts import ObjectCounts
from typewright.examples.sample_digests import SampleDigests
from typewright.examples.sampling.scalars import PLACEHOLDER, as_answered, scalar_value
from typewright.examples.values import (
    Choice,
    Entries,
    ExampleValue,
    Exchanged,
    Fields,
    Items,
    Member,
    Plain,
    Stream,
    Upload,
)
from typewright.examples.walk import Walk
from typewright.ir import (
    ABSENT,
    AliasModel,
    EnumModel,
    Field,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    element_of,
    not_null,
)
from typewright.naming.names import Names, Package, Symbol
from typewright.surface import Surface

_DEEPEST = 2
"""The number of times that a type may be entered on one path."""

Shown = Callable[[TypeExpr, Package], str]
"""Returns the type as the pages of a target show it, which is the seed of the value of a union's member."""


class Examples(Struct):
    """The example values of a target. Call in page order, since shared values are sampled for the first caller."""

    surface: Surface
    names: Names
    config: ExamplesConfig
    shown: Shown
    exemplary: Set[str]
    """The ids of the types that have an authored example, themselves or inside."""
    defaults_are_optional: bool = False
    """Whether a required field with a default counts as optional."""
    has_answers_as_given: bool = False
    """Whether bodies of responses that are no JSON are shown as clients give them, and not as bytes."""
    shared: Steps = field(default_factory=lambda: Steps(Recorder(), value_digest))
    """The values of pages, and those of fields that are sampled once for each type and name."""
    digests: SampleDigests = field(default_factory=lambda: SampleDigests({}))
    """The digests of values."""
    _sizes: ObjectCounts = field(default_factory=ObjectCounts)
    _valid: ValidValues | None = None
    _unions: dict[int, str] = field(default_factory=dict)
    """The id of the union of each member, by the identity of the member."""

    def __post_init__(self) -> None:
        recorder = self.models.recorder if isinstance(self.models, RecordedMapping) else Recorder()
        self.digests = SampleDigests(self.models)
        self.shared = Steps(recorder, self.digests.of, SEARCHES)
        if self.config.style == "valid":
            self._valid = ValidValues(self.surface.api, self.models, recorder)
            unions = [model for model in self.models.values() if isinstance(model, UnionModel)]
            self._unions = {id(member): union.id for union in unions for member in union.members}

    @property
    def models(self) -> Mapping[str, Model]:
        """The models by id."""
        return self.surface.models

    def page(self, symbol: Symbol, seed: str | None = None) -> ExampleValue:
        """Return the value on the page of a type, sampled once, with `seed` or the name of the type as seed."""
        key = (symbol.package._name_, symbol.id)
        known: ExampleValue | None = self.shared.find(key)
        if known is not None:
            return known
        walk = Walk(RandomStream(seed or symbol.name), symbol.package)
        model = self.models[symbol.id]
        value = self._of_model(model, model.annotations.example, "", walk, body_hidden=True)
        value = self.conforming(value, Ref(model.id, model.pointer))
        self.shared.keep(key, value)
        return value

    def conforming(self, value: ExampleValue, type_: TypeExpr) -> ExampleValue:
        """Return a value of `type_`, corrected if the style asks for valid values; the sampling is the same."""
        return value if self._valid is None else self._valid.conforming(value, type_)

    def member(self, type_: TypeExpr, owner: Package) -> ExampleValue:
        """Return the value that the page of a union shows for one of its members."""
        seed = self.shown(type_, owner)
        bare = self._unfold(not_null(type_))
        if isinstance(bare, Ref) and isinstance(self.models[bare.id], ObjectModel):
            value = self.page(self.names.of(bare, owner), seed)
        else:
            value = self._value(type_, "", Walk(RandomStream(seed), owner), is_root=True)
        if self._valid is None:
            return value
        owner_id = self._unions.get(id(type_))
        union = None if owner_id is None else self.models[owner_id]
        return self._valid.conforming_member(value, type_, union if isinstance(union, UnionModel) else None)

    def shown_member(self, union: UnionModel, owner: Package) -> TypeExpr:
        """Return the member that the example of a union uses: the first with a valid value, preferably not a stream."""
        members: list[TypeExpr] = [member for member in union.members if not isinstance(member, StreamOf)]
        members = members or list(union.members)
        if self._valid is None or isinstance(members[0], StreamOf):
            return members[0]
        valid = self._valid
        return next((member for member in members if valid.is_valid(union, self.member(member, owner))), members[0])

    def call(self, type_: TypeExpr, seed: str, package: Package) -> ExampleValue:
        """Return a value for the argument of a call; optional bodies with examples are shown, unlike on pages."""
        bare = self._unfold(not_null(type_))
        walk = Walk(RandomStream(seed), package)
        if isinstance(bare, Ref):
            model = self.models[bare.id]
            walk.package = self.names.of(bare, package).package
            return self.conforming(self._of_model(model, type_.annotations.example, "", walk), type_)
        return self.conforming(self._value(type_, "", walk, is_root=True), type_)

    def authored(self, example: JsonValue, type_: TypeExpr, package: Package) -> ExampleValue:
        """Return an authored example of a type as an example value."""
        value = typed(self, example, type_, Walk(RandomStream(""), package))
        return value if self._valid is None else self._valid.conforming_authored(value, type_)

    def has_example(self, type_: TypeExpr) -> bool:
        """Return whether the type, or a type inside it, has an authored example."""
        inner = element_of(type_)
        return has_own_example(type_) or (isinstance(inner, Ref) and inner.id in self.exemplary)

    def is_optional(self, field_: Field) -> bool:
        """Return whether pages show the field as optional."""
        if not field_.required:
            return True
        if not self.defaults_are_optional or isinstance(self._unfold(not_null(field_.type)), ListOf):
            return False
        return self.default_of(field_) is not ABSENT

    def default_of(self, field_: Field) -> object:
        """Return the default of a field, or of the type that it refers to.

        ABSENT without one, for arrays, and for an invalid one where values have to be valid.
        """
        type_ = not_null(field_.type)
        default = field_.annotations.default
        if default is ABSENT and isinstance(type_, Ref):
            default = self.models[type_.id].annotations.default
        if default is ABSENT or isinstance(self._unfold(type_), ListOf):
            return ABSENT
        return default if self.is_presentable(default, field_.type) else ABSENT

    def is_presentable(self, value: JsonValue, type_: TypeExpr) -> bool:
        """Return whether a value of the description may be shown: it is valid, or the style shows invalid ones, too."""
        return self._valid is None or self._valid.is_admitted(type_, value)

    def _unfold(self, type_: TypeExpr) -> TypeExpr:
        while isinstance(type_, Ref) and isinstance(model := self.models[type_.id], AliasModel):
            type_ = not_null(model.type)
        return type_

    def _value(self, type_: TypeExpr, name: str, walk: Walk, *, is_root: bool = False) -> ExampleValue:
        """Return the value of a type that is not the type of a field."""
        example = type_.annotations.example
        if example is ABSENT and isinstance(type_, Ref):
            example = self.models[type_.id].annotations.example
        if example is not ABSENT and self._is_usable(example, type_):
            return self._authored(example, type_, walk)
        match type_:
            case Nullable(of=inner):
                if not is_root and self._is_sampled_as_null(type_, walk):
                    return self._null(type_, name, walk)
                return self._value(inner, name, walk)
            case Ref(id=id_):
                below = replace(walk, package=self.names.of(type_, walk.package).package)
                return self._of_model(self.models[id_], ABSENT, name, below)
            case Literal(value=value):
                return Plain(value)
            case ListOf():
                return self._items(type_, name, walk, optional=False)
            case MapOf():
                return self._entries(type_, name, walk, optional=False)
            case StreamOf():
                return Stream(empty=self._valid is not None)
            case HttpMessage(is_request=is_request):
                return Exchanged(is_request=is_request)
            case Scalar():
                scalar = scalar_value(type_, name, walk.rng, fits_description=self._valid is not None)
                return as_answered(type_, scalar) if self.has_answers_as_given and self._valid else scalar

    def _is_usable(self, example: JsonValue | object, type_: TypeExpr) -> bool:
        """Return whether an authored example can be shown: its value is not missing in a closed enumeration."""
        bare = self._unfold(not_null(type_))
        model = self.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(model, EnumModel) and not model.open:
            return example in [value.value for value in model.values]
        return True

    def _authored(self, example: JsonValue | object, type_: TypeExpr, walk: Walk) -> ExampleValue:
        return typed(self, example, type_, walk)  # type: ignore[arg-type]

    def _of_model(
        self, model: Model, example: object, name: str, walk: Walk, *, body_hidden: bool = False
    ) -> ExampleValue:
        match model:
            case ObjectModel():
                return self._object(model, example, walk, body_hidden=body_hidden)
            case EnumModel(values=values):
                if example is not ABSENT and example in [value.value for value in values]:
                    return Plain(example)
                return Plain(walk.rng.pick(values).value)
            case UnionModel(members=members):
                exemplary = next((member for member in members if member.annotations.example is not ABSENT), None)
                chosen = exemplary or walk.rng.pick(members)
                inner = replace(walk.into(model.id), in_union=True)
                return Choice(Plain(None) if walk.is_over else self._value(chosen, name, inner))
            case AliasModel(type=type_):
                return self._value(type_, name, walk.into(model.id))
            case FileModel():
                return Upload(model)

    def _object(self, model: ObjectModel, example: object, walk: Walk, *, body_hidden: bool = False) -> Fields:
        inner = walk.into(model.id)
        given = example if isinstance(example, dict) else {}
        members = []
        for field_ in model.fields:
            if field_.name in given:
                value = self._authored(given[field_.name], field_.type, inner)
                members.append(Member(field_, value, self._is_redundant(field_, value, given[field_.name])))
                continue
            completes = self.config.complete_authored or not given
            if not completes or not self._is_shown(field_, inner, body_hidden=body_hidden):
                continue
            members.append(self._member(model, field_, inner))
        return Fields(model, tuple(members))

    def completed(self, model: ObjectModel, value: dict[str, JsonValue], walk: Walk) -> Fields:
        """Return an authored object with its fields in the order of the model."""
        return self._object(model, value, walk)

    def _is_shown(self, field_: Field, walk: Walk, *, body_hidden: bool) -> bool:
        if self._is_recursive(field_.type, walk):
            return False
        if not self.is_optional(field_):
            return True
        if self.config.optional == "never":
            return False
        if self.config.optional == "always":
            return True
        if walk.in_union and self.default_of(field_) is not ABSENT:
            return True
        if body_hidden and field_.pointer.endswith("/requestBody"):
            return False
        return self.has_example(field_.type)

    def _is_recursive(self, type_: TypeExpr, walk: Walk) -> bool:
        """Return whether the type refers to a type at the nesting limit, or the example is at its limit."""
        if walk.is_over:
            return True
        followed: set[str] = set()
        while True:
            match type_:
                case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner):
                    type_ = inner
                case Ref(id=id_) if walk.entered.count(id_) >= _DEEPEST:
                    return True
                case Ref(id=id_) if id_ not in followed and isinstance(alias := self.models[id_], AliasModel):
                    followed.add(id_)
                    type_ = alias.type
                case _:
                    return False

    def _member(self, owner: ObjectModel, field_: Field, walk: Walk) -> Member:
        type_ = field_.type
        example = type_.annotations.example
        default = self.default_of(field_)
        if example is ABSENT and default is not ABSENT and self.is_optional(field_):
            value: ExampleValue = self._authored(default, type_, walk)
            return Member(field_, value, redundant=True)
        value = self._field_value(field_, walk)
        return Member(field_, value, self._is_redundant(field_, value, example))

    def _is_redundant(self, field_: Field, value: ExampleValue, example: object) -> bool:
        default = self.default_of(field_)
        return self.is_optional(field_) and default is not ABSENT and example is not ABSENT and example == default

    def _field_value(self, field_: Field, walk: Walk) -> ExampleValue:
        """Return the value of a field; objects are sampled once for each type and name, and then reused."""
        type_, name = field_.type, field_.preferred_name or field_.name
        bare = self._unfold(not_null(type_))
        is_shared = type_.annotations.example is ABSENT and isinstance(bare, ListOf | MapOf)
        example = self._shared_example(not_null(type_)) if is_shared else type_.annotations.example
        if example is not ABSENT and self._is_usable(example, type_):
            return self._authored(example, type_, walk)
        optional = self.is_optional(field_)
        if self._is_sampled_as_null(type_, walk):
            return self._null(type_, name, walk)
        if isinstance(bare, ListOf):
            return self._items(bare, name, walk, optional=optional)
        if isinstance(bare, MapOf):
            return self._entries(bare, name, walk, optional=optional)
        if isinstance(bare, Ref) and isinstance(self.models[bare.id], ObjectModel):
            return self._made_once(bare, name, walk)
        return self._value(bare, name, walk, is_root=True)

    def _is_sampled_as_null(self, type_: TypeExpr, walk: Walk) -> bool:
        """Return whether null is sampled for a nullable type; never for types that accept any value."""
        if not isinstance(type_, Nullable):
            return False
        bare = self._unfold(type_.of)
        return not (isinstance(bare, Scalar) and bare.kind is ScalarKind.ANY) and walk.rng.unit() < 0.1

    def _null(self, type_: TypeExpr, name: str, walk: Walk) -> ExampleValue:
        """Return null, or a value sampled with a separate seed if null may be invalid."""
        if self._valid is None or self._valid.is_null_allowed(type_):
            return Plain(None)
        with self.shared.discarding():
            return self._value(not_null(type_), name, replace(walk, rng=RandomStream(f"{type_.pointer} {name}")))

    def _made_once(self, ref: Ref, name: str, walk: Walk) -> ExampleValue:
        package = self.names.of(ref, walk.package).package
        key, is_nested = (package._name_, ref.id, name), ref.id in walk.entered
        known: ExampleValue | None = None if is_nested else self.shared.find(key)
        if known is not None:
            walk.charge(self._sizes.of(known))
            return known
        model = self.models[ref.id]
        value = self._of_model(model, model.annotations.example, name, replace(walk, package=package))
        if not is_nested:
            self.shared.keep(key, value)
        return value

    def _count(self, item: TypeExpr, walk: Walk, *, optional: bool) -> int:
        bare = self._unfold(not_null(item))
        composed = isinstance(bare, Ref) and isinstance(self.models[bare.id], ObjectModel | UnionModel)
        least = 1 if optional and (self.config.optional == "always" or self.has_example(item)) else 0
        return min(walk.rng.integer(least, 1 if composed else 3), walk.elements)

    def _items(self, type_: ListOf, name: str, walk: Walk, *, optional: bool) -> Items:
        item = type_.item
        bare = self._unfold(not_null(item))
        if self._is_recursive(item, walk):
            return Items(())
        own = item.annotations.example if item.annotations.example is not ABSENT else self._shared_example(bare)
        if own is not ABSENT and self._is_usable(own, item):
            return Items((self._authored(own, item, walk),))
        count = self._count(item, walk, optional=optional)
        if isinstance(bare, Ref) and isinstance(self.models[bare.id], ObjectModel):
            return Items(tuple(self._made_once(bare, name, walk) for _ in range(count)))
        values = [self._value(item, name, walk.into_container()) for _ in range(count)]
        if all(value == Plain(PLACEHOLDER) for value in values):
            values = [Plain(f"<value {index}>") for index in range(1, count + 1)]
        return Items(tuple(values))

    def _shared_example(self, bare: TypeExpr) -> object:
        return self.models[bare.id].annotations.example if isinstance(bare, Ref) else ABSENT

    def _entries(self, type_: MapOf, name: str, walk: Walk, *, optional: bool) -> Entries:
        if self._is_recursive(type_.value, walk):
            return Entries(())
        count = self._count(type_.value, walk, optional=optional)
        keys = ("key", *(f"key{index}" for index in range(1, count)))[:count]
        return Entries(tuple((key, self._value(type_.value, name, walk.into_container())) for key in keys))
