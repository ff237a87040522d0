"""The types of the credentials of the client, and of operations with other security requirements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    ABSENT,
    Annotations,
    Api,
    Field,
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

_ADDITIONAL_PROPERTIES = "x-speakeasy-token-endpoint-additional-properties"
_HABIT = "security-of-most-operations"
_URL_HABIT = "token-urls-are-required"
MUTUAL_TLS = "mutualTLS"
_KINDS = {kind.value: kind for kind in ScalarKind}
_OF_CREDENTIALS = (f"?{RootKind.SECURITY.value}", "?scheme")
"""The ends of the ids of objects that hold credentials."""


def add_client_security(draft: Draft) -> None:
    """Add the object model of the client's credentials, if the description requires any."""
    keys = {key for requirement in scheme_requirements(draft.api) for key in requirement}
    schemes = [scheme for scheme in draft.api.security_schemes if scheme.key in keys]
    if not schemes:
        return
    is_required = draft.required_credentials and len(scheme_requirements(draft.api)) == 1
    presence = Presence.REQUIRED if is_required else Presence.OPTIONAL
    if len(schemes) == 1 and _is_basic_or_digest(schemes[0]):
        fields = _user_fields(schemes[0], presence)
    else:
        fields = tuple(_scheme_field(draft, scheme, presence) for scheme in schemes)
    draft.models[SECURITY] = ObjectModel(SECURITY, "#/components/securitySchemes", fields)
    draft.roots.append(Root(RootKind.SECURITY, Ref(SECURITY, "#/components/securitySchemes")))


def operation_security(draft: Draft, operation: Operation) -> Ref | None:
    """Return the type of an operation's credentials if it requires a scheme that the API does not, else None.

    The schemes of the only requirement are all needed; of several requirements, none is. With the habit
    `security-of-most-operations`, it is enough that a requirement is none of the client's as a whole.
    """
    alternatives = credential_requirements(draft.api, operation.security or ())
    required = {key for requirement in alternatives for key in requirement}
    if not required or _has_client_credentials(draft.api, operation):
        return None
    schemes = [scheme for scheme in draft.api.security_schemes if scheme.key in required]
    presence = Presence.REQUIRED if len(alternatives) == 1 else Presence.OPTIONAL
    fields = tuple(_scheme_field(draft, scheme, presence) for scheme in schemes)
    return draft.add_object(RootKind.SECURITY, operation, fields)


def _has_client_credentials(api: Api, operation: Operation) -> bool:
    """Return whether the client's credentials are those of an operation."""
    requirements = [frozenset(keys) for keys in credential_requirements(api, operation.security or ())]
    if _HABIT in api.habits:
        of_client = {frozenset(requirement) for requirement in scheme_requirements(api)}
        return all(requirement in of_client for requirement in requirements if requirement)
    return not api.security or frozenset().union(*requirements) <= {key for keys in api.security for key in keys}


def is_credential(model: ObjectModel) -> bool:
    """Return whether an object holds credentials: those of a client, of a method or of one scheme."""
    return model.id.endswith(_OF_CREDENTIALS)


def credential_requirements(api: Api, requirements: tuple[SecurityRequirement, ...]) -> tuple[SecurityRequirement, ...]:
    """Return the requirements that credentials can satisfy, with the schemes that take one.

    Mutual TLS takes none: the transport has the certificate. An undeclared scheme cannot be satisfied.
    """
    types = {scheme.key: scheme.type for scheme in api.security_schemes}
    return tuple(
        {key: scopes for key, scopes in requirement.items() if types[key] != MUTUAL_TLS}
        for requirement in requirements
        if requirement.keys() <= types.keys()
    )


def scheme_requirements(api: Api) -> tuple[SecurityRequirement, ...]:
    """Return the requirements whose schemes the client has credentials for: of the API, else of all operations.

    With the habit `security-of-most-operations`, the latter are those that most operations have.
    """
    if api.security:
        return credential_requirements(api, api.security)
    own = [credential_requirements(api, operation.security) for operation in api.operations if operation.security]
    if _HABIT not in api.habits or not own:
        return tuple(requirement for requirements in own for requirement in requirements)
    keys = [tuple(frozenset(requirement) for requirement in requirements) for requirements in own]
    return own[keys.index(Counter(keys).most_common(1)[0][0])]


def _scheme_field(draft: Draft, scheme: SecurityScheme, presence: Presence) -> Field:
    """Return a scheme as a field: a string, or an object if the scheme has several credentials."""
    annotations = Annotations(example=scheme.extensions.get("x-speakeasy-example", ABSENT))
    fields: tuple[Field, ...] = ()
    if _is_basic_or_digest(scheme):
        fields = _user_fields(scheme, Presence.REQUIRED)
    elif isinstance(flow := scheme.flows.get("clientCredentials"), dict):
        fields = _client_credentials_fields(draft.api, scheme, flow)
    elif isinstance(scheme.flows.get("password"), dict):
        fields = _password_grant_fields(scheme)
    if not fields:
        return Field(scheme.key, Scalar(ScalarKind.STRING, scheme.pointer, annotations), presence, scheme.pointer)
    id_ = f"{scheme.pointer}?scheme"
    draft.models[id_] = ObjectModel(id_, scheme.pointer, fields, shared=True, preferred_name=f"Scheme {scheme.key}")
    return Field(scheme.key, Ref(id_, scheme.pointer, annotations, by_reference=True), presence, scheme.pointer)


def _is_basic_or_digest(scheme: SecurityScheme) -> bool:
    """Return whether a scheme is Basic (RFC 7617, 2) or Digest (RFC 7616, 3.4)."""
    return scheme.type == "http" and (scheme.scheme or "").lower() in ("basic", "digest")


def _user_fields(scheme: SecurityScheme, presence: Presence) -> tuple[Field, ...]:
    """Return the credentials of a scheme with a user name and a password."""
    return tuple(_text_field(scheme, name, presence) for name in ("username", "password"))


def _client_credentials_fields(api: Api, scheme: SecurityScheme, flow: JsonObject) -> tuple[Field, ...]:
    """Return the fields of the client credentials grant (RFC 6749, 4.4.2), with those that the extension adds.

    The token endpoint is required if the flow describes none, and always with the habit `token-urls-are-required`.
    """
    fields = [_text_field(scheme, name, Presence.REQUIRED) for name in ("clientID", "clientSecret")]
    url = flow.get("tokenUrl")
    if _URL_HABIT in api.habits or not isinstance(url, str) or url == "":
        fields.append(_text_field(scheme, "tokenURL", Presence.REQUIRED))
    else:
        words: JsonObject = {"description": f"The token endpoint, if it is another than `{url}`."}
        fields.append(_text_field(scheme, "tokenURL", Presence.OPTIONAL, words))
    for name, schema in additional_properties(flow).items():
        fields.append(_text_field(scheme, name, Presence.REQUIRED, schema))
    return tuple(fields)


def additional_properties(flow: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Return the further parameters that the token endpoint of a flow takes, by name."""
    additional = flow.get(_ADDITIONAL_PROPERTIES)
    return additional if isinstance(additional, dict) else {}


def _password_grant_fields(scheme: SecurityScheme) -> tuple[Field, ...]:
    """Return the fields of the password grant (RFC 6749, 4.3.2); those of the client are optional."""
    fields = [_text_field(scheme, name, Presence.REQUIRED) for name in ("username", "password")]
    fields += [_text_field(scheme, name, Presence.OPTIONAL) for name in ("clientID", "clientSecret", "tokenURL")]
    return tuple(fields)


def _text_field(scheme: SecurityScheme, name: str, presence: Presence, schema: JsonValue = None) -> Field:
    """Return a credential as a field. `schema` can have its type, description and example."""
    written = schema if isinstance(schema, dict) else {}
    description, type_ = written.get("description"), written.get("type")
    annotations = Annotations(
        description=description if isinstance(description, str) else None, example=written.get("example", ABSENT)
    )
    kind = _KINDS.get(type_, ScalarKind.STRING) if isinstance(type_, str) else ScalarKind.STRING
    return Field(name, Scalar(kind, scheme.pointer, annotations), presence, scheme.pointer)
