"""Separation of request and response types: requests have no `readOnly` properties, responses no `writeOnly` ones.

A component that is used in both directions and has such a property, at any depth, is split into two types (JSON Schema
2020-12 Validation, 9.4; OpenAPI 3.0, 4.7.24.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from typewright.base.json_pointer import last_token
from typewright.ir import Api, Direction, Field, Model, ObjectModel, Operation, Ref, TypeExpr
from typewright.ir.walking import model_types, reachable, references
from typewright.surface.rewriting import rewrite_model, rewrite_type


def split_by_direction(api: Api, input_suffix: str, output_suffix: str | None = None) -> Api:
    """Return `api` with the types of each direction: without properties that the direction excludes.

    The request form of a split type has its own id, and a name that ends in `input_suffix`. With an `output_suffix`,
    the name of each form that lacks properties has the suffix of its direction, and the other form has none.
    """
    if not any(
        _is_excluded(field, direction)
        for model in api.models.values()
        for field in _fields(model)
        for direction in Direction
    ):
        return api
    splitter = _Splitter(api, input_suffix, output_suffix)
    return replace(
        api,
        models=splitter.models(),
        operations=tuple(map(splitter.operation, api.operations)),
        webhooks=tuple(map(splitter.operation, api.webhooks)),
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


def types_in_direction(api: Api, direction: Direction) -> set[str]:
    """Return the ids of the models that are used in one direction, directly or inside others."""
    starts = [
        type_
        for operation in api.every_operation()
        for used_in, type_ in _types_by_direction(operation)
        if used_in is direction
    ]
    return reachable(
        (ref.id for type_ in starts for ref in references(type_, alternatives=True)),
        lambda id_: [
            ref.id for type_ in _types_in(api.models[id_], direction) for ref in references(type_, alternatives=True)
        ],
    )


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


class _Splitter:
    """Splits components by direction.

    `reached` are the ids of the models used in each direction, `lacking` those that lack properties in it, `differing`
    those that do in one of them, `split` the components to split; `owners` maps inline types to the split component
    that contains them.
    """

    def __init__(self, api: Api, input_suffix: str, output_suffix: str | None) -> None:
        self.api, self.input_suffix, self.output_suffix = api, input_suffix, output_suffix
        self.reached = {direction: types_in_direction(api, direction) for direction in Direction}
        self.lacking = {direction: self._differing(direction) for direction in Direction}
        self.differing = set().union(*self.lacking.values())
        both = self.reached[Direction.REQUEST] & self.reached[Direction.RESPONSE]
        self.split = {id_ for id_ in self.differing & both if self.api.models[id_].shared}
        self.owners = self._owners()

    def _differing(self, direction: Direction) -> set[str]:
        """Return the ids of the models that exclude properties in one direction, at any depth."""
        users: Mapping[str, set[str]] = defaultdict(set)
        starts = []
        for id_ in self.reached[direction]:
            model = self.api.models[id_]
            if any(_is_excluded(field, direction) for field in _fields(model)):
                starts.append(id_)
            for type_ in _types_in(model, direction):
                for ref in references(type_, alternatives=True):
                    users[ref.id].add(id_)
        return reachable(starts, lambda id_: users.get(id_, ()))

    def models(self) -> dict[str, Model]:
        """Return all models in the forms of their directions; a request form follows the response form."""
        models: dict[str, Model] = {}
        for id_, model in self.api.models.items():
            owner = self.owners.get(id_, "")
            if owner in self.split:
                response = _in_direction(model, Direction.RESPONSE)
                models[id_] = self._with_output_name(response, id_) if id_ == owner else response
                changed = rewrite_model(
                    _in_direction(model, Direction.REQUEST), self._request_form_id(id_, owner), self._to_request_form
                )
                models[changed.id] = self._with_input_name(changed, id_) if id_ == owner else changed
                continue
            form = model
            for direction in Direction:
                if id_ in self.reached[direction]:
                    form = _in_direction(form, direction)
            is_in_requests = id_ in self.reached[Direction.REQUEST]
            models[id_] = rewrite_model(form, id_, self._to_request_form) if is_in_requests else form
        return models

    def _owners(self) -> dict[str, str]:
        """Map each model inside a split component that differs by direction to the id of the component."""
        return {id_: owner for owner in self.split for id_ in reachable([owner], self._inline) & self.differing}

    def _inline(self, id_: str) -> Iterator[str]:
        """Yield the ids of the inline models that a model refers to."""
        for type_ in model_types(self.api.models[id_]):
            yield from (ref.id for ref in references(type_, alternatives=True) if not ref.by_reference)

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
