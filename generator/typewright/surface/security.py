"""The types of credentials: those of the client, and of operations with other requirements."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    ABSENT,
    Api,
    Field,
    Note,
    ObjectModel,
    Operation,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    SecurityRequirement,
    SecurityScheme,
)
from typewright.surface.draft import Draft
from typewright.surface.parts import SECURITY, Root, RootKind

_FURTHER_PROPERTIES = "x-speakeasy-token-endpoint-additional-properties"
_KINDS = {kind.value: kind for kind in ScalarKind}


def add_security(draft: Draft) -> None:
    """Add the type that holds the client's credentials, where the description asks for any."""
    keys = {key for requirement in scheme_requirements(draft.api) for key in requirement}
    schemes = [scheme for scheme in draft.api.security_schemes if scheme.key in keys]
    if not schemes:
        return
    if len(schemes) == 1 and _has_user_and_password(schemes[0]):
        fields = _user_and_password(schemes[0], Presence.OPTIONAL)
    else:
        fields = tuple(_scheme_field(draft, scheme, Presence.OPTIONAL) for scheme in schemes)
    draft.models[SECURITY] = ObjectModel(SECURITY, "#/components/securitySchemes", fields)
    draft.roots.append(Root(RootKind.SECURITY, Ref(SECURITY, "#/components/securitySchemes")))


def operation_security(draft: Draft, operation: Operation) -> Ref | None:
    """Return the type of an operation's own credentials; None unless it requires a scheme that the API does not."""
    if operation.security is None:
        return None
    known = {key for requirement in draft.api.security for key in requirement}
    own = {key for requirement in operation.security for key in requirement}
    if not draft.api.security or own <= known:
        return None
    schemes = [scheme for scheme in draft.api.security_schemes if scheme.key in own]
    presence = Presence.REQUIRED if len(schemes) == 1 else Presence.OPTIONAL
    fields = tuple(_scheme_field(draft, scheme, presence) for scheme in schemes)
    return draft.add_object(RootKind.SECURITY, operation, fields)


def scheme_requirements(api: Api) -> tuple[SecurityRequirement, ...]:
    """Return the API's own requirements, whose schemes the client has credentials for; without any, all operations'."""
    own = (requirement for operation in api.operations for requirement in operation.security or ())
    return api.security or tuple(own)


def _scheme_field(draft: Draft, scheme: SecurityScheme, presence: Presence) -> Field:
    """Return a scheme as a field: a string, or an object where it has several credentials."""
    note = Note(example=scheme.extensions.get("x-speakeasy-example", ABSENT))
    fields: tuple[Field, ...] = ()
    if _has_user_and_password(scheme):
        fields = _user_and_password(scheme, Presence.REQUIRED)
    elif isinstance(flow := scheme.flows.get("clientCredentials"), dict):
        fields = _client_credentials(scheme, flow)
    elif isinstance(scheme.flows.get("password"), dict):
        fields = _owner_password(scheme)
    if not fields:
        return Field(scheme.key, Scalar(ScalarKind.STRING, scheme.pointer, note), presence, scheme.pointer)
    id_ = f"{scheme.pointer}?scheme"
    draft.models[id_] = ObjectModel(id_, scheme.pointer, fields, shared=True, preferred_name=f"Scheme {scheme.key}")
    return Field(scheme.key, Ref(id_, scheme.pointer, note, by_reference=True), presence, scheme.pointer)


def _has_user_and_password(scheme: SecurityScheme) -> bool:
    """Whether a scheme is Basic (RFC 7617, 2) or Digest (RFC 7616, 3.4)."""
    return scheme.type == "http" and (scheme.scheme or "").lower() in ("basic", "digest")


def _user_and_password(scheme: SecurityScheme, presence: Presence) -> tuple[Field, ...]:
    """Return the credentials of a scheme with a user name and a password."""
    return tuple(_text_field(scheme, name, presence) for name in ("username", "password"))


def _client_credentials(scheme: SecurityScheme, flow: JsonObject) -> tuple[Field, ...]:
    """Return the credentials of the client credentials grant (RFC 6749, 4.4.2), with those of the token endpoint."""
    fields = [_text_field(scheme, name, Presence.REQUIRED) for name in ("clientID", "clientSecret", "tokenURL")]
    further = flow.get(_FURTHER_PROPERTIES)
    for name, schema in (further if isinstance(further, dict) else {}).items():
        fields.append(_text_field(scheme, name, Presence.REQUIRED, schema))
    return tuple(fields)


def _owner_password(scheme: SecurityScheme) -> tuple[Field, ...]:
    """Return those of the resource owner's password grant (RFC 6749, 4.3.2), the client's being optional."""
    fields = [_text_field(scheme, name, Presence.REQUIRED) for name in ("username", "password")]
    fields += [_text_field(scheme, name, Presence.OPTIONAL) for name in ("clientID", "clientSecret", "tokenURL")]
    return tuple(fields)


def _text_field(scheme: SecurityScheme, name: str, presence: Presence, schema: JsonValue = None) -> Field:
    """Return a credential as a field; `schema` may have its type, its description and an example."""
    written = schema if isinstance(schema, dict) else {}
    description, type_ = written.get("description"), written.get("type")
    note = Note(
        description=description if isinstance(description, str) else None, example=written.get("example", ABSENT)
    )
    kind = _KINDS.get(type_, ScalarKind.STRING) if isinstance(type_, str) else ScalarKind.STRING
    return Field(name, Scalar(kind, scheme.pointer, note), presence, scheme.pointer)
