"""The request types of methods: parameters, bodies, request objects with both, and uploaded files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from typewright.base.json_pointer import last_token
from typewright.ir import (
    ABSENT,
    AliasModel,
    Api,
    EnumModel,
    Field,
    FileModel,
    ListOf,
    MapOf,
    Media,
    Model,
    Nullable,
    ObjectModel,
    Operation,
    Parameter,
    ParameterLocation,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    is_binary,
    not_null,
    unfold,
)
from typewright.ir.media_types import essence, is_json_lines, is_range, is_yaml
from typewright.ir.walking import references
from typewright.surface.directions import response_form
from typewright.surface.draft import Draft
from typewright.surface.parts import FORM, Root, RootKind, is_json, is_xml

_SEPARATORS = re.compile(r"[\W_]+")


def ranked_media(operation: Operation, models: Mapping[str, Model]) -> list[Media]:
    """Return the media types of the body of an operation, in order of preference; its method sends the first.

    The type of a media type without a schema is any value for JSON, or else text or bytes. That of a form whose schema
    allows no object is text or bytes, too: the caller writes the form.
    """
    written = operation.body.media if operation.body else ()
    return sorted((_typed(media, models) for media in written), key=lambda media: _rank(media.media_type))


def _typed(media: Media, models: Mapping[str, Model]) -> Media:
    if media.type is None:
        return replace(media, type=_type_of_media_type(media))
    if not is_form(media.media_type) or can_be_object(media.type, models):
        return media
    bare = not_null(unfold(media.type, models))
    is_file = is_binary(bare)
    return _as_text(media, "binary" if is_file else None)


def is_form(media_type: str) -> bool:
    """Return whether a body of a media type consists of named values: a form, URL-encoded or multipart."""
    return essence(media_type) == FORM or essence(media_type) == "multipart/form-data"


def can_be_object(type_: TypeExpr, models: Mapping[str, Model], entered: frozenset[str] = frozenset()) -> bool:
    """Return whether an object can be a value of a type; `entered` are the unions that are looked into."""
    bare = not_null(unfold(type_, models))
    match bare:
        case Scalar(kind=kind):
            return kind is ScalarKind.ANY
        case Ref(id=id_) if isinstance(model := models[id_], UnionModel):
            return id_ not in entered and any(
                can_be_object(member, models, entered | {id_}) for member in model.members
            )
        case Ref(id=id_):
            return isinstance(models[id_], ObjectModel)
    return isinstance(bare, MapOf)


def _type_of_media_type(media: Media) -> TypeExpr | None:
    """Return the type of a body without a schema, by its media type; None for forms, whose fields are unknown."""
    name = essence(media.media_type)
    if name == FORM or name.startswith("multipart/"):
        return None
    if is_json(name) or is_json_lines(name):
        return Scalar(ScalarKind.ANY, media.pointer)
    is_text = name.startswith("text/") or is_xml(name)
    return Scalar(ScalarKind.STRING, media.pointer, format=None if is_text else "binary")


_RAW_RANK: Final = 3
"""The rank of bodies that are neither JSON nor a form."""


def _rank(media_type: str) -> int:
    if is_json(media_type):
        return 0
    if media_type.startswith("multipart/"):
        return 1
    return 2 if media_type == FORM else _RAW_RANK


def with_body_as_sent(draft: Draft, operation: Operation) -> Operation:
    """Return an operation whose body is text or bytes if no client writes its media type."""
    ranked = ranked_media(operation, draft.models)
    if operation.body is None or not ranked:
        return operation
    if _is_bytes(draft, ranked[0]):
        media = tuple(_as_text(media, "binary") for media in operation.body.media)
    else:
        media = tuple(_as_sent(draft, media) for media in operation.body.media)
    return replace(operation, body=replace(operation.body, media=media))


def _is_bytes(draft: Draft, media: Media) -> bool:
    """Return whether a body is bytes whatever its schema is, because of the habit `other-bodies-are-bytes`."""
    return "other-bodies-are-bytes" in draft.api.habits and _rank(media.media_type) == _RAW_RANK


def _as_sent(draft: Draft, media: Media) -> Media:
    """Return a body as clients take it: an object or a list in a media type that they can't write is text or bytes."""
    name = essence(media.media_type)
    is_written = _rank(media.media_type) != _RAW_RANK or is_json_lines(name) or is_yaml(name) or is_range(name)
    if draft.answers != "declared" or media.type is None or is_written or not is_structured(media.type, draft.models):
        return media
    return _as_text(media, None if name.startswith("text/") or is_xml(name) else "binary")


def is_structured(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether an object or a list can be a value of a type."""
    return isinstance(not_null(unfold(type_, models)), ListOf) or can_be_object(type_, models)


def body_of(draft: Draft, operation: Operation) -> Media | None:
    """Return the preferred media type of the body, and add its type to the roots; None if there is no typed body."""
    ranked = ranked_media(operation, draft.models)
    if not ranked or ranked[0].type is None or operation.body is None:
        return None
    media, type_ = ranked[0], ranked[0].type
    if _is_bytes(draft, media):
        media = _as_text(media, "binary")
        draft.roots.append(Root(RootKind.BODY, media.type or type_, operation, media_type=media.media_type))
        return media
    if media.media_type.startswith("multipart/"):
        _add_file_models(draft, type_)
    draft.describe(type_, operation.body.description)
    draft.roots.append(Root(RootKind.BODY, type_, operation, media_type=media.media_type))
    if draft.answers == "declared" and is_xml(media.media_type):
        return _as_text(media)
    return _as_sent(draft, media)


def _as_text(media: Media, format_: str | None = None) -> Media:
    """Return a body that is passed as text (such as XML) or bytes, with its example if that is a text."""
    example = media.example if isinstance(media.example, str) else ABSENT
    type_ = Scalar(ScalarKind.STRING, media.pointer, format=format_)
    return replace(media, type=type_, example=example, examples=())


def request_of(
    draft: Draft, operation: Operation, visible: tuple[Parameter, ...], body: Media | None
) -> TypeExpr | None:
    """Return the type of a method's argument: the request object, only the body, or None.

    `visible` are the parameters that are not hidden. If all parameters are hidden, the request object is empty.
    """
    if body is not None and not visible:
        return body.type
    if not operation.parameters:
        return None
    fields = [parameter_field(parameter) for parameter in visible]
    if body is not None and body.type is not None and operation.body is not None:
        annotations = body.type.annotations
        authored = body.example if body.example is not ABSENT or not body.examples else body.examples[0][1]
        is_example_ignored = authored is ABSENT or "body-examples-ignored" in draft.api.habits
        example = annotations.example if is_example_ignored else authored
        type_ = replace(
            body.type, annotations=replace(annotations, description=operation.body.description, example=example)
        )
        presence = Presence.REQUIRED if operation.body.required else Presence.OPTIONAL
        written = next((media.type for media in operation.body.media if media.pointer == body.pointer), None)
        name = _body_field_name(draft, written or body.type, operation.body.shared)
        fields.append(Field(name, type_, presence, operation.body.pointer))
    if "parameters-by-place" in draft.api.habits:
        beside = _arguments_of_body(draft, operation, visible, body)
        fields = list(_named_by_location(fields, visible, beside))
    return draft.add_object(RootKind.REQUEST, operation, tuple(_with_distinct_names(fields)))


def _arguments_of_body(
    draft: Draft, operation: Operation, visible: Sequence[Parameter], body: Media | None
) -> frozenset[str]:
    """Return the names, compared without separators and case, of a body's properties that are arguments of a method."""
    ref = None if body is None or body.type is None else not_null(body.type)
    model = draft.models.get(ref.id) if isinstance(ref, Ref) and draft.has_separate_arguments else None
    is_needed = operation.body is not None and operation.body.required
    if not isinstance(model, ObjectModel) or not (
        is_needed or any(parameter.presence is Presence.REQUIRED for parameter in visible)
    ):
        return frozenset()
    return frozenset(_compared(field) for field in model.fields)


def _compared(field: Field) -> str:
    return _SEPARATORS.sub("", field.preferred_name or field.name).lower()


def _named_by_location(
    fields: Sequence[Field], parameters: Sequence[Parameter], beside: Collection[str]
) -> Iterator[Field]:
    """Yield the fields of a request; those with equal names get names with the locations of their parameters.

    The fields of `parameters` come first, that of the body can follow. Fields with a preferred name keep it. `beside`
    are the properties of the body that are arguments beside them; a parameter of their name gets the suffix `param`.
    """
    keys = [_compared(field) for field in fields]
    for index, (field, key) in enumerate(zip(fields, keys, strict=True)):
        if keys.count(key) == 1 and index < len(parameters) and key in beside and not field.preferred_name:
            yield replace(field, preferred_name=f"{field.name} param")
        elif keys.count(key) == 1 or field.preferred_name:
            yield field
        elif index < len(parameters):
            yield replace(field, preferred_name=f"{field.name} {parameters[index].location.value} parameter")
        else:
            yield replace(field, preferred_name=f"{field.name}1")


def _with_distinct_names(fields: Iterable[Field]) -> Iterator[Field]:
    """Yield the fields of a request, with numbers appended to repeated names.

    Parameters are unique by name and location (OpenAPI 3.1, 4.8.12), fields of an object by name only.
    """
    fields = list(fields)
    names, used_names = {field.name for field in fields}, set[str]()
    for field in fields:
        name, number = field.name, 2
        while name in used_names or (name != field.name and name in names):
            name, number = f"{field.name}_{number}", number + 1
        used_names.add(name)
        yield field if name == field.name else replace(field, name=name)


def _body_field_name(draft: Draft, type_: TypeExpr, shared: str | None) -> str:
    """Return the name of the body's field: `request_body_field`, else `requestBody`.

    Some naming schemes use the name of a shared type or of the shared body `shared`.
    """
    if draft.naming.request_body_field is not None:
        return draft.naming.request_body_field
    ref = not_null(type_)
    if draft.naming.has_bodies_named_by_type and isinstance(ref, Ref) and ref.by_reference:
        base = response_form(ref.id)
        model = draft.models[base]
        if not isinstance(model, AliasModel):
            name = model.preferred_name or last_token(base)
            suffix = draft.naming.output_suffix
            return name if suffix is None else name.removesuffix(f" {suffix}")
    elif draft.naming.has_bodies_named_by_type and isinstance(ref, Ref) and shared is not None:
        return last_token(shared)
    return "requestBody"


def globals_of(draft: Draft, operation: Operation) -> Ref | None:
    """Add an object model of the global parameters of `operation`, and return a reference to it; None without any."""
    fields = tuple(parameter_field(parameter) for parameter in operation.parameters if parameter.is_global)
    if not fields:
        return None
    return draft.add_object(RootKind.GLOBALS, operation, tuple(_with_distinct_names(fields)))


def client_globals(api: Api) -> tuple[Parameter, ...]:
    """Return the global parameters of the client, each with its type in the first operation that has it.

    If no operation has it, a named type is replaced by a primitive type, since no model is generated for it.
    """
    types_in_operations: dict[tuple[str, ParameterLocation], TypeExpr] = {}
    for operation in api.every_operation():
        for parameter in operation.parameters:
            if parameter.is_global:
                types_in_operations.setdefault((parameter.name, parameter.location), parameter.type)
    return tuple(
        replace(
            parameter,
            type=types_in_operations.get((parameter.name, parameter.location))
            or _without_references(parameter.type, api),
        )
        for parameter in api.global_parameters
    )


def _without_references(type_: TypeExpr, api: Api) -> TypeExpr:
    """Return a type without references: an enumeration as its primitive type, other models as any value."""
    target = not_null(unfold(type_, api.models))
    if not any(references(type_)):
        return type_
    model = api.models[target.id] if isinstance(target, Ref) else None
    return Scalar(model.kind if isinstance(model, EnumModel) else ScalarKind.ANY, type_.pointer, type_.annotations)


def parameter_field(parameter: Parameter) -> Field:
    """Return a parameter as a field, with its own description and example instead of those of its schema.

    A global parameter is optional, since the client can provide it.
    """
    annotations = parameter.type.annotations
    example = parameter.example if parameter.example is not ABSENT else annotations.example
    annotations = replace(
        annotations, description=parameter.description, example=example, deprecated=parameter.deprecated
    )
    return Field(
        name=parameter.name,
        type=replace(parameter.type, annotations=annotations),
        presence=Presence.OPTIONAL if parameter.is_global else parameter.presence,
        pointer=parameter.pointer,
        preferred_name=parameter.preferred_name,
    )


def _add_file_models(draft: Draft, type_: TypeExpr) -> None:
    """Replace the types of the binary properties of a multipart body by file models (OpenAPI 3.1, 4.8.14.3)."""
    ref = not_null(type_)
    model = draft.models.get(ref.id) if isinstance(ref, Ref) else None
    if not isinstance(model, ObjectModel):
        return
    fields = tuple(replace(field, type=_upload_type(draft, field, model)) for field in model.fields)
    draft.models[model.id] = replace(model, fields=fields)


def _upload_type(draft: Draft, field: Field, owner: ObjectModel) -> TypeExpr:
    match field.type:
        case Scalar(kind=ScalarKind.STRING, format="binary") as scalar:
            return _add_file_model(draft, owner, field, scalar)
        case Nullable(of=Scalar(kind=ScalarKind.STRING, format="binary") as scalar):
            return replace(field.type, of=_add_file_model(draft, owner, field, scalar))
        case ListOf(item=Scalar(kind=ScalarKind.STRING, format="binary") as scalar):
            return replace(field.type, item=_add_file_model(draft, owner, field, scalar))
    return field.type


def _add_file_model(draft: Draft, owner: ObjectModel, field: Field, scalar: Scalar) -> Ref:
    id_ = f"{owner.id}/properties/{field.name}?file"
    draft.models[id_] = FileModel(id_, scalar.pointer, schema=scalar.schema)
    return Ref(id_, scalar.pointer, scalar.annotations)
