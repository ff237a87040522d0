"""Separation of request and response types: requests have no `readOnly` properties, responses no `writeOnly` ones.

A component that is used in both directions and has such a property, at any depth, is split into two types (JSON Schema
2020-12 Validation, 9.4; OpenAPI 3.0, 4.7.24.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.json_pointer import last_token
from typewright.base.kept_results import KeptResult, KeptResults
from typewright.ir import Api, Direction, Field, Model, ObjectModel, Operation, Ref, TypeExpr
from typewright.ir.walking import model_types, reachable, references
from typewright.surface.rewriting import rewrite_model, rewrite_type


def split_by_direction(api: Api, input_suffix: str, output_suffix: str | None = None) -> Api:
    """Return `api` with the types of each direction: without properties that the direction excludes.

    The request form of a split type has its own id, and a name that ends in `input_suffix`. With an `output_suffix`,
    the name of each form that lacks properties has the suffix of its direction, and the other form has none.
    """
    suffixes = (input_suffix, output_suffix)
    uses = _USES.of({id_: (model,) for id_, model in api.models.items()}, suffixes)
    if not any(found.lacking for found in uses.values()):
        return api
    reached = _REACHED.of(uses, _starts(api), key=suffixes)
    splitter = _SPLITTER.of(uses, reached, *suffixes, key=suffixes)
    return replace(
        api,
        models=splitter.models(api.models, reached),
        operations=splitter.operations(api.operations, "operations"),
        webhooks=splitter.operations(api.webhooks, "webhooks"),
    )


def _fields(model: Model) -> tuple[Field, ...]:
    return model.fields if isinstance(model, ObjectModel) else ()


def _is_excluded(field: Field, direction: Direction) -> bool:
    return field.annotations.read_only if direction is Direction.REQUEST else field.annotations.write_only


def _in_direction(model: Model, direction: Direction) -> Model:
    if not isinstance(model, ObjectModel):
        return model
    fields = tuple(field for field in model.fields if not _is_excluded(field, direction))
    return model if len(fields) == len(model.fields) else replace(model, fields=fields)


def _types_in(model: Model, direction: Direction) -> Iterator[TypeExpr]:
    """Yield the types inside a model, without the properties that the direction excludes."""
    return model_types(_in_direction(model, direction))


def _directions(operation: Operation) -> tuple[Direction, Direction]:
    """Return the directions of the input and the output of an operation, as seen by an API client."""
    if operation.kind == "path":
        return Direction.REQUEST, Direction.RESPONSE
    return Direction.RESPONSE, Direction.REQUEST


def _types_by_direction(operation: Operation) -> Iterator[tuple[Direction, TypeExpr]]:
    input_direction, output_direction = _directions(operation)
    for parameter in operation.parameters:
        yield input_direction, parameter.type
    for media in operation.body.media if operation.body else ():
        if media.type is not None:
            yield input_direction, media.type
    for response in operation.responses:
        for media in response.media:
            if media.type is not None:
                yield output_direction, media.type


class _Uses(Struct, frozen=True):
    """What is used in a model: the ids of models by direction, and those of inline ones.

    `lacking` are the directions in which it lacks properties; `shared` states that it is a component.
    """

    ids: Mapping[Direction, tuple[str, ...]]
    inline: tuple[str, ...]
    lacking: tuple[Direction, ...]
    shared: bool


def _uses(model: Model) -> _Uses:
    refs = [ref for type_ in model_types(model) for ref in references(type_, alternatives=True)]
    every_id = tuple(ref.id for ref in refs)
    lacking = tuple(way for way in Direction if any(_is_excluded(field, way) for field in _fields(model)))
    return _Uses(
        ids={way: tuple(_ids(_types_in(model, way))) if way in lacking else every_id for way in Direction},
        inline=tuple(ref.id for ref in refs if not ref.by_reference),
        lacking=lacking,
        shared=model.shared,
    )


def _ids(types: Iterable[TypeExpr]) -> Iterator[str]:
    for type_ in types:
        yield from (ref.id for ref in references(type_, alternatives=True))


def _starts(api: Api) -> dict[Direction, tuple[str, ...]]:
    """Return the ids of the models that operations refer to in each direction."""
    found: dict[Direction, list[TypeExpr]] = {direction: [] for direction in Direction}
    for operation in api.every_operation():
        for direction, type_ in _types_by_direction(operation):
            found[direction].append(type_)
    return {direction: tuple(dict.fromkeys(_ids(types))) for direction, types in found.items()}


def _reached(uses: Mapping[str, _Uses], starts: Mapping[Direction, Iterable[str]]) -> dict[Direction, frozenset[str]]:
    """Return the ids of the models that are used in each direction, directly or inside others."""
    return {direction: _reached_in(uses, found, direction) for direction, found in starts.items()}


def _reached_in(uses: Mapping[str, _Uses], starts: Iterable[str], direction: Direction) -> frozenset[str]:
    return frozenset(reachable(starts, lambda id_: uses[id_].ids[direction]))


def types_in_direction(api: Api, direction: Direction, name: str = "") -> frozenset[str]:
    """Return the ids of the models that are used in one direction, directly or inside others.

    `name` identifies the models among those of a build.
    """
    uses = _USES.of({id_: (model,) for id_, model in api.models.items()}, (name, direction))
    return _REACHED.of(uses, _starts(api), key=(name, direction))[direction]


_REQUEST_FORM_SUFFIX = "?input"
"""The suffix of the id of a split component in its request form."""


def response_form(id_: str) -> str:
    """Return the id of the response form of a component, given the id of either form."""
    return id_.removesuffix(_REQUEST_FORM_SUFFIX)


def described_id(id_: str) -> str:
    """Return the id that a type has in the description, given that of either form."""
    return id_.replace(_REQUEST_FORM_SUFFIX, "")


def is_synthesised(id_: str) -> bool:
    """Return whether a model, by its id, was made for a method and has no schema of its own.

    The request form of a component and the inline types of a variant of an operation have one.
    """
    _, mark, kind = described_id(id_).rpartition("?")
    return bool(mark) and "/" not in kind


class _Splitter(Struct, frozen=True):
    """Splits components by direction. It stays the same where only other components become used or unused."""

    input_suffix: str
    output_suffix: str | None
    lacking: Mapping[Direction, frozenset[str]]
    """The ids of the models that lack properties in each direction, at any depth."""
    split: frozenset[str]
    """The components to split."""
    owners: Mapping[str, str]
    """The split component that contains each inline type that differs by direction."""

    def models(self, models: Mapping[str, Model], reached: Mapping[Direction, frozenset[str]]) -> dict[str, Model]:
        """Return all models in the forms of their directions; a request form follows the response form.

        `reached` are the ids of the models that are used in each direction.
        """
        requests, responses = reached[Direction.REQUEST], reached[Direction.RESPONSE]
        facts = {id_: (id_, model, id_ in requests, id_ in responses) for id_, model in models.items()}
        forms = _FORMS.of(facts, self.input_suffix, common=(self,))
        return {id_: form for found in forms.values() for id_, form in found.items()}

    def forms(self, id_: str, model: Model, is_in_requests: bool, is_in_responses: bool) -> dict[str, Model]:
        """Return the forms of a model by their ids, given whether it is used in each direction."""
        owner = self.owners.get(id_, "")
        if owner in self.split:
            response = _in_direction(model, Direction.RESPONSE)
            changed = rewrite_model(
                _in_direction(model, Direction.REQUEST), self._request_form_id(id_, owner), self._to_request_form
            )
            return {
                id_: self._with_output_name(response, id_) if id_ == owner else response,
                changed.id: self._with_input_name(changed, id_) if id_ == owner else changed,
            }
        form = _in_direction(model, Direction.REQUEST) if is_in_requests else model
        form = _in_direction(form, Direction.RESPONSE) if is_in_responses else form
        return {id_: rewrite_model(form, id_, self._to_request_form) if is_in_requests else form}

    def _with_input_name(self, model: Model, id_: str) -> Model:
        name = model.preferred_name or last_token(id_)
        if self.output_suffix is None or id_ in self.lacking[Direction.REQUEST]:
            name = f"{name} {self.input_suffix}"
        return replace(model, preferred_name=name)

    def _with_output_name(self, model: Model, id_: str) -> Model:
        if self.output_suffix is None or id_ not in self.lacking[Direction.RESPONSE]:
            return model
        return replace(model, preferred_name=f"{model.preferred_name or last_token(id_)} {self.output_suffix}")

    @staticmethod
    def _request_form_id(id_: str, owner: str) -> str:
        return f"{owner}{_REQUEST_FORM_SUFFIX}{id_.removeprefix(owner)}"

    def _to_request_form(self, ref: Ref) -> Ref:
        """Return a reference to the request form of the target, or `ref` if there is only one form."""
        if ref.by_reference:
            return replace(ref, id=f"{ref.id}{_REQUEST_FORM_SUFFIX}", via=None) if ref.id in self.split else ref
        owner = self.owners.get(ref.id)
        return ref if owner is None else replace(ref, id=self._request_form_id(ref.id, owner))

    def operations(self, operations: Sequence[Operation], name: str) -> tuple[Operation, ...]:
        """Return operations with references to the forms of their directions; `name` identifies them in a build."""
        found = ((operation.id, (operation,)) for operation in operations)
        return tuple(_OPERATIONS.of_sequence(found, (name, self.input_suffix), common=(self,)))

    def operation(self, operation: Operation) -> Operation:
        """Return `operation` with references to the forms of their directions."""
        input_direction, output_direction = _directions(operation)
        body = operation.body
        return replace(
            operation,
            parameters=tuple(
                replace(parameter, type=self._form(parameter.type, input_direction))
                for parameter in operation.parameters
            ),
            body=body
            and replace(
                body,
                media=tuple(
                    replace(media, type=media.type and self._form(media.type, input_direction)) for media in body.media
                ),
            ),
            responses=tuple(
                replace(
                    response,
                    media=tuple(
                        replace(media, type=media.type and self._form(media.type, output_direction))
                        for media in response.media
                    ),
                )
                for response in operation.responses
            ),
            callbacks=tuple(map(self.operation, operation.callbacks)),
        )

    def _form(self, type_: TypeExpr, direction: Direction) -> TypeExpr:
        return rewrite_type(type_, self._to_request_form) if direction is Direction.REQUEST else type_


def _splitter(
    uses: Mapping[str, _Uses],
    reached: Mapping[Direction, frozenset[str]],
    input_suffix: str,
    output_suffix: str | None,
) -> _Splitter:
    """Return what splits the components of models with these uses."""
    lacking = {direction: _differing(uses, reached[direction], direction) for direction in Direction}
    differing = frozenset().union(*lacking.values())
    both = reached[Direction.REQUEST] & reached[Direction.RESPONSE]
    split = frozenset(id_ for id_ in differing & both if uses[id_].shared)
    return _Splitter(
        input_suffix=input_suffix,
        output_suffix=output_suffix,
        lacking=lacking,
        split=split,
        owners={
            id_: owner
            for owner in sorted(split)
            for id_ in sorted(reachable([owner], lambda id_: uses[id_].inline) & differing)
        },
    )


def _differing(uses: Mapping[str, _Uses], reached: Iterable[str], direction: Direction) -> frozenset[str]:
    """Return the ids of the models that exclude properties in one direction, at any depth."""
    users: Mapping[str, set[str]] = defaultdict(set)
    for id_ in reached:
        for used in uses[id_].ids[direction]:
            users[used].add(id_)
    starts = [id_ for id_ in reached if direction in uses[id_].lacking]
    return frozenset(reachable(starts, lambda id_: users.get(id_, ())))


_USES, _REACHED, _SPLITTER = KeptResults(_uses), KeptResult(_reached), KeptResult(_splitter)
_FORMS, _OPERATIONS = KeptResults(_Splitter.forms), KeptResults(_Splitter.operation)
