"""Credentials: the security schemes of a description, and those that the client or an operation requires."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from typewright.base.json_value import JsonObject
from typewright.client.methods import ClientMethod
from typewright.ir import Api, Field, Model, ObjectModel, Ref, SecurityRequirement, SecurityScheme, not_null
from typewright.surface import SECURITY, Surface
from typewright.surface.extensions import object_of, text_of
from typewright.surface.security import MUTUAL_TLS, credential_requirements, scheme_requirements


class SchemeKind(Enum):
    """How a credential is sent (OpenAPI 3.1, 4.8.27)."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"
    DIGEST = "digest"
    HTTP = "http"
    """Any other HTTP authentication scheme: the credential follows its name in `Authorization`."""
    CLIENT_CREDENTIALS = "clientCredentials"
    RESOURCE_OWNER = "resourceOwner"
    """The OAuth 2 flow that OpenAPI calls `password`."""
    OAUTH2 = "oauth2"
    """An OAuth 2 flow that needs a browser: the caller passes the access token, which is sent as a bearer token."""
    OPENID_CONNECT = "openIdConnect"
    """OpenID Connect: the token is sent as a bearer token."""
    MUTUAL_TLS = MUTUAL_TLS
    """Mutual TLS: nothing is sent, as the transport has the certificate."""


class Scheme(Struct, frozen=True, kw_only=True):
    """A security scheme."""

    key: str
    """The name in the description, which security requirements refer to."""
    kind: SchemeKind
    name: str
    """The name of the header, query parameter or cookie of an API key; otherwise that of the HTTP authentication
    scheme."""
    location: str
    """`header`, `query` or `cookie`."""
    token_url: str | None
    refresh_url: str | None
    scopes: tuple[str, ...]
    """The scopes that the OAuth 2 flow offers."""
    credentials: tuple[Field, ...]
    """What a caller passes: one field with the name of the scheme, or the parts of the credential."""
    is_compound: bool
    """Whether `credentials` are parts, such as user name and password."""
    example: str | None
    """The example credential (`x-speakeasy-example`)."""
    scheme: SecurityScheme


class ClientSecurity(Struct, frozen=True, kw_only=True):
    """The credentials of a client."""

    alternatives: tuple[SecurityRequirement, ...]
    """The security alternatives of operations without their own; an empty one allows unauthenticated calls."""
    schemes: tuple[Scheme, ...]
    """All schemes of the description, in its order."""
    offered: tuple[Scheme, ...]
    """The schemes that the client takes credentials for, in the order in which requirements name them."""
    type: Ref | None
    """The object of all credentials; None if no operation requires any."""
    single: Field | None
    """The only credential if it is a string, which a client takes directly instead of the object."""
    has_mutual_tls: bool
    """Whether a call may need a client certificate (mutual TLS), which the transport has."""

    def scheme(self, key: str) -> Scheme | None:
        """Return the scheme with a key."""
        return next((scheme for scheme in self.schemes if scheme.key == key), None)

    def alternatives_of(self, method: ClientMethod) -> tuple[SecurityRequirement, ...]:
        """Return the alternatives of which the client's credentials have to satisfy one for a call of `method`.

        These are those of the operation, unless the method takes credentials of its own, else those of the API.
        """
        own = method.security
        return own if own is not None and method.security_type is None else self.alternatives


def client_security(surface: Surface) -> ClientSecurity:
    """Return the credentials of an API's client."""
    model = surface.models.get(SECURITY)
    fields = model.fields if isinstance(model, ObjectModel) else ()
    single = fields[0] if len(fields) == 1 and not is_compound(fields[0], surface.models) else None
    schemes = {scheme.key: _scheme(scheme, fields, surface.models) for scheme in surface.api.security_schemes}
    requirements = scheme_requirements(surface.api)
    keys = dict.fromkeys(key for requirement in requirements for key in requirement)
    return ClientSecurity(
        alternatives=credential_requirements(surface.api, surface.api.security),
        schemes=tuple(schemes.values()),
        offered=tuple(schemes[key] for key in keys if key in schemes),
        type=Ref(SECURITY, model.pointer) if isinstance(model, ObjectModel) else None,
        single=single,
        has_mutual_tls=_has_mutual_tls(surface.api),
    )


def _has_mutual_tls(api: Api) -> bool:
    written = (api.security, *(operation.security or () for operation in api.operations))
    keys = {key for requirements in written for requirement in requirements for key in requirement}
    return any(scheme.type == MUTUAL_TLS and scheme.key in keys for scheme in api.security_schemes)


def is_compound(field: Field, models: Mapping[str, Model]) -> bool:
    """Return whether a credential is an object of several strings."""
    bare = not_null(field.type)
    return isinstance(bare, Ref) and isinstance(models.get(bare.id), ObjectModel)


def _scheme(scheme: SecurityScheme, fields: tuple[Field, ...], models: Mapping[str, Model]) -> Scheme:
    kind, flow = _kind(scheme)
    credentials = tuple(field for field in fields if field.pointer == scheme.pointer)
    example = scheme.extensions.get("x-speakeasy-example")
    parts = next((model.fields for model in _models_of(credentials, models)), None)
    return Scheme(
        key=scheme.key,
        kind=kind,
        name=(scheme.parameter if kind is SchemeKind.API_KEY else scheme.scheme) or "",
        location=(scheme.location or "header") if kind is SchemeKind.API_KEY else "header",
        token_url=text_of(flow.get("tokenUrl")),
        refresh_url=text_of(flow.get("refreshUrl")),
        scopes=tuple(object_of(flow.get("scopes"))),
        credentials=credentials if parts is None else parts,
        is_compound=parts is not None or len(credentials) > 1,
        example=example if isinstance(example, str) else None,
        scheme=scheme,
    )


def _models_of(fields: tuple[Field, ...], models: Mapping[str, Model]) -> list[ObjectModel]:
    """Return the object models among the types of `fields`."""
    bare = (not_null(field.type) for field in fields)
    found = (models.get(type_.id) for type_ in bare if isinstance(type_, Ref))
    return [model for model in found if isinstance(model, ObjectModel)]


def _kind(scheme: SecurityScheme) -> tuple[SchemeKind, JsonObject]:
    """Return the kind of a scheme, and the OAuth 2 flow that is used for it."""
    if scheme.type == "http":
        kinds = {"basic": SchemeKind.BASIC, "bearer": SchemeKind.BEARER, "digest": SchemeKind.DIGEST}
        return kinds.get((scheme.scheme or "").lower(), SchemeKind.HTTP), {}
    if scheme.type == "oauth2":
        flows = {"clientCredentials": SchemeKind.CLIENT_CREDENTIALS, "password": SchemeKind.RESOURCE_OWNER}
        for key, kind in flows.items():
            if isinstance(flow := scheme.flows.get(key), dict):
                return kind, flow
        return SchemeKind.OAUTH2, next((flow for flow in scheme.flows.values() if isinstance(flow, dict)), {})
    by_type = {kind.value: kind for kind in (SchemeKind.API_KEY, SchemeKind.OPENID_CONNECT, SchemeKind.MUTUAL_TLS)}
    return by_type.get(scheme.type, SchemeKind.HTTP), {}
