"""Separation of request and response types: requests lack `readOnly` properties, responses lack `writeOnly` ones.

A component that is used in both directions and contains such a property, at any depth, becomes two types (JSON Schema
2020-12 Validation, 9.4; OpenAPI 3.0, 4.7.24.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from typewright.base.json_pointer import last_token
from typewright.ir import Api, Direction, Field, Model, ObjectModel, Operation, Ref, TypeExpr
from typewright.ir.walking import model_types, reachable, references
from typewright.surface.rewriting import changed_model, changed_type


def split_by_direction(api: Api, input_suffix: str) -> Api:
    """Return `api` without properties of the other direction, with types that differ by direction split into two.

    The request form of a split type has an id of its own and a name that ends in `input_suffix`.
    """
    if not any(
        _dropped(field, direction)
        for model in api.models.values()
        for field in _fields(model)
        for direction in Direction
    ):
        return api
    splitter = _Splitter(api, input_suffix)
    return replace(
        api,
        models=splitter.models(),
        operations=tuple(map(splitter.operation, api.operations)),
        webhooks=tuple(map(splitter.operation, api.webhooks)),
    )


def _fields(model: Model) -> tuple[Field, ...]:
    return model.fields if isinstance(model, ObjectModel) else ()


def _dropped(field: Field, direction: Direction) -> bool:
    return field.note.read_only if direction is Direction.REQUEST else field.note.write_only


def _kept(model: Model, direction: Direction) -> Model:
    if not isinstance(model, ObjectModel):
        return model
    fields = tuple(field for field in model.fields if not _dropped(field, direction))
    return model if len(fields) == len(model.fields) else replace(model, fields=fields)


def _types_in(model: Model, direction: Direction) -> Iterator[TypeExpr]:
    """Yield the types inside the form that a model has in one direction."""
    return model_types(_kept(model, direction))


def _directions(operation: Operation) -> tuple[Direction, Direction]:
    """Return the directions of an operation's input and output, from the point of view of an API client."""
    if operation.kind == "path":
        return Direction.REQUEST, Direction.RESPONSE
    return Direction.RESPONSE, Direction.REQUEST


def _types_of(operation: Operation) -> Iterator[tuple[Direction, TypeExpr]]:
    taken, given = _directions(operation)
    for parameter in operation.parameters:
        yield taken, parameter.type
    for media in operation.body.media if operation.body else ():
        if media.type is not None:
            yield taken, media.type
    for response in operation.responses:
        for media in response.media:
            if media.type is not None:
                yield given, media.type


def types_in_direction(api: Api, direction: Direction) -> set[str]:
    """Return the ids of all models that are used in one direction."""
    starts = [type_ for operation in api.every_operation() for own, type_ in _types_of(operation) if own is direction]
    return reachable(
        (ref.id for type_ in starts for ref in references(type_, alternatives=True)),
        lambda id_: [
            ref.id for type_ in _types_in(api.models[id_], direction) for ref in references(type_, alternatives=True)
        ],
    )


_INPUT = "?input"
"""What the id of a split component has behind it in its request form."""


def response_form(id_: str) -> str:
    """Return the id of the form of a component that has its own name, given that of either form."""
    return id_.removesuffix(_INPUT)


class _Splitter:
    """Splits components: knows the directions of models, the components to split, and the owners of inline types."""

    def __init__(self, api: Api, input_suffix: str) -> None:
        self.api, self.input_suffix = api, input_suffix
        self.reached = {direction: types_in_direction(api, direction) for direction in Direction}
        self.differing = set().union(*(self._differing(direction) for direction in Direction))
        both = self.reached[Direction.REQUEST] & self.reached[Direction.RESPONSE]
        self.split = {id_ for id_ in self.differing & both if self.api.models[id_].shared}
        self.owners = self._owners()

    def _differing(self, direction: Direction) -> set[str]:
        """Return the ids of the models that lack properties in one direction, at any depth."""
        users: Mapping[str, set[str]] = defaultdict(set)
        starts = []
        for id_ in self.reached[direction]:
            model = self.api.models[id_]
            if any(_dropped(field, direction) for field in _fields(model)):
                starts.append(id_)
            for type_ in _types_in(model, direction):
                for ref in references(type_, alternatives=True):
                    users[ref.id].add(id_)
        return reachable(starts, lambda id_: users.get(id_, ()))

    def models(self) -> dict[str, Model]:
        """Return all models in their forms; the request form of a split one follows its response form."""
        models: dict[str, Model] = {}
        for id_, model in self.api.models.items():
            owner = self.owners.get(id_, "")
            if owner in self.split:
                models[id_] = _kept(model, Direction.RESPONSE)
                changed = changed_model(_kept(model, Direction.REQUEST), self._input_id(id_, owner), self._to_input)
                models[changed.id] = self._named_input(changed, id_) if id_ == owner else changed
                continue
            form = model
            for direction in Direction:
                if id_ in self.reached[direction]:
                    form = _kept(form, direction)
            is_taken = id_ in self.reached[Direction.REQUEST]
            models[id_] = changed_model(form, id_, self._to_input) if is_taken else form
        return models

    def _owners(self) -> dict[str, str]:
        """Map each model of a split component that differs by direction to the id of that component."""
        return {id_: owner for owner in self.split for id_ in reachable([owner], self._inline) & self.differing}

    def _inline(self, id_: str) -> Iterator[str]:
        """Yield the ids of the inline models that a model refers to."""
        for type_ in model_types(self.api.models[id_]):
            yield from (ref.id for ref in references(type_, alternatives=True) if not ref.by_reference)

    def _named_input(self, model: Model, id_: str) -> Model:
        name = f"{model.preferred_name or last_token(id_)} {self.input_suffix}"
        return replace(model, preferred_name=name)

    @staticmethod
    def _input_id(id_: str, owner: str) -> str:
        return f"{owner}{_INPUT}{id_.removeprefix(owner)}"

    def _to_input(self, ref: Ref) -> Ref:
        """Return the reference to the request form of a type."""
        if ref.by_reference:
            return replace(ref, id=f"{ref.id}{_INPUT}", via=None) if ref.id in self.split else ref
        owner = self.owners.get(ref.id)
        return ref if owner is None else replace(ref, id=self._input_id(ref.id, owner))

    def operation(self, operation: Operation) -> Operation:
        """Return an operation with each type in the form of its direction."""
        taken, given = _directions(operation)
        body = operation.body
        return replace(
            operation,
            parameters=tuple(
                replace(parameter, type=self._form(parameter.type, taken)) for parameter in operation.parameters
            ),
            body=body
            and replace(
                body,
                media=tuple(replace(media, type=media.type and self._form(media.type, taken)) for media in body.media),
            ),
            responses=tuple(
                replace(
                    response,
                    media=tuple(replace(one, type=one.type and self._form(one.type, given)) for one in response.media),
                )
                for response in operation.responses
            ),
            callbacks=tuple(map(self.operation, operation.callbacks)),
        )

    def _form(self, type_: TypeExpr, direction: Direction) -> TypeExpr:
        return changed_type(type_, self._to_input) if direction is Direction.REQUEST else type_
