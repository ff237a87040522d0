"""The surface of an API: its methods, and the types that no schema states but every client handles.

Request objects, unions of several responses, uploaded files, security and global parameters become models like all
others here, so that naming, pages and code treat them alike. Their ids are an operation's pointer and a `?word`, which
no JSON pointer of a schema ends with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from generator.config import NamingConfig
from generator.ir import (
    ABSENT,
    NO_NOTE,
    Api,
    Field,
    FileModel,
    ListOf,
    Media,
    Model,
    Note,
    Nullable,
    ObjectModel,
    Operation,
    Parameter,
    Presence,
    Ref,
    Response,
    Scalar,
    ScalarKind,
    SecurityRequirement,
    SecurityScheme,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from generator.json_pointer import last_token

JSON = "application/json"
EVENT_STREAM = "text/event-stream"
SECURITY = "#/components/securitySchemes?security"


class RootKind(Enum):
    """What a root type is to its operation."""

    PARAMETER = "parameter"
    BODY = "body"
    REQUEST = "request"
    RESPONSE = "response"
    RESPONSES = "responses"
    """The union of several responses."""
    ERROR = "error"
    GLOBALS = "globals"
    SECURITY = "security"


@dataclass(frozen=True, slots=True)
class Root:
    """A type that an operation uses directly; `name` is a parameter's, `status` and `media_type` a response's."""

    kind: RootKind
    type: TypeExpr
    operation: Operation | None = None
    name: str = ""
    status: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """One documented error of a method."""

    status: str
    media_type: str
    type: TypeExpr


@dataclass(frozen=True, slots=True)
class Method:
    """An operation as a caller sees it. `request` is the one argument: the request object, the body, or nothing."""

    operation: Operation
    parameters: tuple[Parameter, ...]
    body: Media | None
    body_required: bool
    request: TypeExpr | None
    request_is_body: bool
    response: TypeExpr | None
    responses: tuple[tuple[Response, Media], ...]
    errors: tuple[ErrorBody, ...]
    security: Ref | None = None
    globals: Ref | None = None


@dataclass(frozen=True, slots=True)
class Surface:
    """An API with its methods. `models` holds those of the API and those made here; `roots` are in page order."""

    api: Api
    models: Mapping[str, Model]
    methods: tuple[Method, ...]
    roots: tuple[Root, ...]


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or built on it (RFC 6839, 3.1)."""
    essence = media_type.split(";", 1)[0].strip().lower()
    return essence == JSON or essence.endswith("+json")


def surface(api: Api, naming: NamingConfig) -> Surface:
    """Return the methods of `api` and all models, those included that the methods need."""
    builder = _Builder(api, naming, dict(api.models))
    methods = tuple(builder.method(operation) for operation in api.every_operation())
    builder.add_security()
    return Surface(api, builder.models, methods, tuple(builder.roots))


class _Builder:
    def __init__(self, api: Api, naming: NamingConfig, models: dict[str, Model]) -> None:
        self.api, self.naming, self.models = api, naming, models
        self.roots: list[Root] = []

    def method(self, operation: Operation) -> Method:
        """Return the method of an operation; its root types are added in the order of their pages."""
        visible = tuple(each for each in operation.parameters if not each.is_global)
        globals_ = self._globals(operation)
        for parameter in visible:
            self.roots.append(Root(RootKind.PARAMETER, parameter.type, operation, parameter.name))
        body = self._body(operation)
        request = body.type if body else None
        if visible:
            request = self._request_object(operation, visible, body)
        responses = tuple(self._responses(operation))
        response = self._response(operation, responses)
        errors = tuple(self._errors(operation))
        return Method(
            operation,
            visible,
            body,
            operation.body.required if operation.body else False,
            request,
            not visible,
            response,
            responses,
            errors,
            self._operation_security(operation),
            globals_,
        )

    def _body(self, operation: Operation) -> Media | None:
        if operation.body is None or not operation.body.media:
            return None
        ranked = sorted(operation.body.media, key=lambda media: _rank(media.media_type))
        media = ranked[0]
        if media.type is None:
            return None
        if media.media_type.startswith("multipart/"):
            self._upload_files(media.type)
        self._describe(media.type, operation.body.description)
        self.roots.append(Root(RootKind.BODY, media.type, operation, media_type=media.media_type))
        return media

    def _describe(self, type_: TypeExpr, description: str | None) -> None:
        """Give an inline root type the description of its body or response where it has none of its own."""
        ref = not_null(type_)
        if description is None or not isinstance(ref, Ref) or ref.by_reference:
            return
        model = self.models[ref.id]
        if model.note.description is None:
            self.models[ref.id] = replace(model, note=replace(model.note, description=description))

    def _upload_files(self, type_: TypeExpr) -> None:
        ref = not_null(type_)
        model = self.models.get(ref.id) if isinstance(ref, Ref) else None
        if not isinstance(model, ObjectModel):
            return
        fields = tuple(replace(each, type=self._upload(each, model)) for each in model.fields)
        self.models[model.id] = replace(model, fields=fields)

    def _upload(self, each: Field, owner: ObjectModel) -> TypeExpr:
        match each.type:
            case Scalar(kind=ScalarKind.STRING, format="binary") as scalar:
                return self._file(owner, each, scalar)
            case Nullable(of=Scalar(kind=ScalarKind.STRING, format="binary") as scalar):
                return replace(each.type, of=self._file(owner, each, scalar))
            case ListOf(item=Scalar(kind=ScalarKind.STRING, format="binary") as scalar):
                return replace(each.type, item=self._file(owner, each, scalar))
        return each.type

    def _file(self, owner: ObjectModel, each: Field, scalar: Scalar) -> Ref:
        id_ = f"{owner.id}/properties/{each.name}?file"
        self.models[id_] = FileModel(id_, scalar.pointer, schema=scalar.schema)
        return Ref(id_, scalar.pointer, scalar.note)

    def _request_object(self, operation: Operation, visible: tuple[Parameter, ...], body: Media | None) -> Ref:
        fields = [_parameter_field(parameter) for parameter in visible]
        if body is not None and body.type is not None and operation.body is not None:
            note = body.type.note
            example = note.example if body.example is ABSENT else body.example
            type_ = replace(body.type, note=replace(note, description=operation.body.description, example=example))
            presence = Presence.REQUIRED if operation.body.required else Presence.OPTIONAL
            fields.append(Field(self._body_field(body.type), type_, presence, operation.body.pointer))
        return self._add(RootKind.REQUEST, operation, tuple(fields))

    def _body_field(self, type_: TypeExpr) -> str:
        if self.naming.request_body_field is not None:
            return self.naming.request_body_field
        ref = not_null(type_)
        if self.naming.scheme == "symmetric" and isinstance(ref, Ref) and ref.by_reference:
            return last_token(ref.id)
        return "requestBody"

    def _add(self, kind: RootKind, operation: Operation, fields: tuple[Field, ...]) -> Ref:
        id_ = f"{operation.id}?{kind.value}"
        self.models[id_] = ObjectModel(id_, operation.pointer, fields)
        ref = Ref(id_, operation.pointer)
        self.roots.append(Root(kind, ref, operation))
        return ref

    def _globals(self, operation: Operation) -> Ref | None:
        hidden = tuple(_parameter_field(each) for each in operation.parameters if each.is_global)
        if not hidden:
            return None
        fields = tuple(replace(each, presence=Presence.OPTIONAL) for each in hidden)
        return self._add(RootKind.GLOBALS, operation, fields)

    def _responses(self, operation: Operation) -> Iterator[tuple[Response, Media]]:
        """Yield the successful bodies, their types among the roots."""
        for response in operation.responses:
            if not response.status.startswith("2"):
                continue
            for media in response.media:
                type_ = _payload(media)
                if media.type is not None and (is_json(media.media_type) or media.media_type == EVENT_STREAM):
                    self._describe(media.type, response.description)
                    root = Root(RootKind.RESPONSE, media.type, operation, "", response.status, media.media_type)
                    self.roots.append(root)
                yield response, replace(media, type=type_)

    def _response(self, operation: Operation, responses: tuple[tuple[Response, Media], ...]) -> TypeExpr | None:
        """Return the type of what comes back: the only body, or the union of several."""
        types: dict[object, TypeExpr] = {}
        for _, media in responses:
            if media.type is not None:
                types.setdefault(_identity(media.type), media.type)
        if len(types) < 2:
            return next(iter(types.values()), None)
        id_ = f"{operation.id}?{RootKind.RESPONSES.value}"
        self.models[id_] = UnionModel(id_, operation.pointer, tuple(types.values()))
        ref = Ref(id_, operation.pointer)
        self.roots.append(Root(RootKind.RESPONSES, ref, operation))
        return ref

    def _errors(self, operation: Operation) -> Iterator[ErrorBody]:
        for response in operation.responses:
            for media in response.media:
                if response.is_error and media.media_type == JSON and media.type is not None:
                    self._describe(media.type, response.description)
                    root = Root(RootKind.ERROR, media.type, operation, "", response.status, media.media_type)
                    self.roots.append(root)
                    yield ErrorBody(response.status, media.media_type, media.type)

    def _operation_security(self, operation: Operation) -> Ref | None:
        """Return the security of an operation that names a scheme which the whole API doesn't."""
        if operation.security is None:
            return None
        known = {key for requirement in self.api.security for key in requirement}
        own = list(dict.fromkeys(key for requirement in operation.security for key in requirement))
        if not self.api.security or set(own) <= known:
            return None
        schemes = [scheme for scheme in self.api.security_schemes if scheme.key in own]
        presence = Presence.REQUIRED if len(schemes) == 1 else Presence.OPTIONAL
        return self._add(RootKind.SECURITY, operation, tuple(_scheme_field(each, presence) for each in schemes))

    def add_security(self) -> None:
        """Add the type that holds the client's credentials, where the description asks for any."""
        keys = _scheme_keys(self.api)
        schemes = [scheme for scheme in self.api.security_schemes if scheme.key in keys]
        if schemes:
            fields = tuple(_scheme_field(scheme, Presence.OPTIONAL) for scheme in schemes)
            self.models[SECURITY] = ObjectModel(SECURITY, "#/components/securitySchemes", fields)
            self.roots.append(Root(RootKind.SECURITY, Ref(SECURITY, "#/components/securitySchemes")))


def _scheme_keys(api: Api) -> set[str]:
    """Return the schemes of the API's own requirement; without one, those of all operations."""
    requirements: list[SecurityRequirement] = list(api.security)
    if not requirements:
        requirements = [each for operation in api.operations for each in operation.security or ()]
    return {key for requirement in requirements for key in requirement}


def _scheme_field(scheme: SecurityScheme, presence: Presence) -> Field:
    example = scheme.extensions.get("x-speakeasy-example", ABSENT)
    note = Note(description=None, example=example)
    return Field(scheme.key, Scalar(ScalarKind.STRING, scheme.pointer, note), presence, scheme.pointer)


def _parameter_field(parameter: Parameter) -> Field:
    """Return a parameter as a field: its own description and example stand before those of its schema."""
    note = parameter.type.note
    example = parameter.example if parameter.example is not ABSENT else note.example
    note = replace(note, description=parameter.description, example=example, deprecated=parameter.deprecated)
    return Field(
        parameter.name,
        replace(parameter.type, note=note),
        parameter.presence,
        parameter.pointer,
        parameter.preferred_name,
    )


def _payload(media: Media) -> TypeExpr | None:
    """Return what a caller gets for a media type: the decoded value, a stream of events, or bytes."""
    if media.media_type == EVENT_STREAM:
        return StreamOf(media.type or Scalar(ScalarKind.ANY, media.pointer), media.pointer)
    if is_json(media.media_type):
        return media.type
    if media.media_type.startswith("text/"):
        return Scalar(ScalarKind.STRING, media.pointer, NO_NOTE)
    return Scalar(ScalarKind.STRING, media.pointer, NO_NOTE, "binary")


def _identity(type_: TypeExpr) -> object:
    """Return what tells one response type from another: a shared type is one, wherever it is used."""
    match type_:
        case Ref(id=id_):
            return id_
        case StreamOf(item=item):
            return ("stream", _identity(item))
        case ListOf(item=item):
            return ("list", _identity(item))
        case Scalar(kind=kind, format=format_):
            return (kind, format_)
    return type_.pointer


def _rank(media_type: str) -> int:
    if is_json(media_type):
        return 0
    if media_type.startswith("multipart/"):
        return 1
    return 2 if media_type == "application/x-www-form-urlencoded" else 3
