"""The objects of OpenAPI 3.0, 3.1 and 3.2 and their fixed fields (OpenAPI 3.1.1, section 4.8), as a table.

A field's type is written as in the specification: `string`, `Schema`, `[Server]` for a list, `{MediaType}` for a map.
A `!` at its end marks a required field. `size` is a non-negative integer.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from typewright.openapi.path_items import METHODS

PRIMITIVES = frozenset({"any", "string", "boolean", "number", "size"})


class Member(Struct, frozen=True):
    """A fixed field of an object: a primitive type or kind of object, and whether the field is a list or map of it."""

    kind: str
    container: Literal["one", "list", "map"] = "one"
    required: bool = False


class ObjectKind(Struct, frozen=True, dict=True):
    """A kind of object of the specification.

    `label` is its name in messages, with an article; `entries` is the type of the values of user-defined keys.
    """

    name: str
    label: str
    members: Mapping[str, Member]
    entries: Member | None = None
    can_be_reference: bool = False
    """Whether a Reference Object is allowed in its place."""

    @cached_property
    def object_members(self) -> Mapping[str, Member]:
        """The fixed fields whose values are objects, lists of objects or maps of objects."""
        return {key: member for key, member in self.members.items() if member.kind not in PRIMITIVES}

    @cached_property
    def structural_fields(self) -> frozenset[str]:
        """The fixed fields whose values are not any JSON that a description shows, such as an example."""
        return frozenset(key for key, member in self.members.items() if member.kind != "any")


def _member(written: str) -> Member:
    text = written.removesuffix("!")
    container: Literal["one", "list", "map"] = "list" if text[0] == "[" else "map" if text[0] == "{" else "one"
    return Member(text.strip("[]{}"), container, written.endswith("!"))


def _members(**written: str) -> dict[str, str]:
    """Return field types by field name. A leading `_` stands for `$`; a trailing one avoids a Python keyword."""
    return {("$" + key[1:] if key[0] == "_" else key.rstrip("_")): value for key, value in written.items()}


_TYPED = _members(
    description="string",
    required="boolean",
    deprecated="boolean",
    allowEmptyValue="boolean",
    style="string",
    explode="boolean",
    allowReserved="boolean",
    schema="Schema",
    example="any",
    examples="{Example}",
    content="{MediaType}",
)
"""The fixed fields that parameters and headers share."""

_SCHEMA = {
    **dict.fromkeys(("$ref", "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$comment"), "string"),
    **dict.fromkeys(("title", "description", "format", "pattern", "contentEncoding", "contentMediaType"), "string"),
    **dict.fromkeys(("multipleOf", "maximum", "minimum"), "number"),
    **dict.fromkeys(("maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"), "size"),
    **dict.fromkeys(("maxContains", "minContains"), "size"),
    **dict.fromkeys(("uniqueItems", "deprecated", "readOnly", "writeOnly", "nullable"), "boolean"),
    **dict.fromkeys(("type", "exclusiveMaximum", "exclusiveMinimum", "default", "const", "example"), "any"),
    **dict.fromkeys(("$vocabulary", "$recursiveRef", "$recursiveAnchor", "dependencies", "additionalItems"), "any"),
    **dict.fromkeys(("items", "additionalProperties", "not", "if", "then", "else", "contains"), "Schema"),
    **dict.fromkeys(("propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"), "Schema"),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "[Schema]"),
    **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"), "{Schema}"),
    **dict.fromkeys(("enum", "examples"), "[any]"),
    "required": "[string]",
    "dependentRequired": "{any}",
    "discriminator": "Discriminator",
    "xml": "XML",
    "externalDocs": "ExternalDocumentation",
}

_OBJECTS: dict[str, tuple[str, dict[str, str]]] = {
    "OpenAPI": (
        "the description",
        _members(
            openapi="any",
            _self="string",
            info="Info!",
            jsonSchemaDialect="string",
            servers="[Server]",
            paths="Paths",
            webhooks="{PathItem}",
            components="Components",
            security="[SecurityRequirement]",
            tags="[Tag]",
            externalDocs="ExternalDocumentation",
        )
        | {"x-speakeasy-globals": "Globals"},
    ),
    "Globals": ("'x-speakeasy-globals'", _members(parameters="[Parameter]")),
    "Info": (
        "'info'",
        _members(
            title="string!",
            summary="string",
            description="string",
            termsOfService="string",
            contact="Contact",
            license="License",
            version="string!",
        ),
    ),
    "Contact": ("a contact", _members(name="string", url="string", email="string")),
    "License": ("a license", _members(name="string!", identifier="string", url="string")),
    "Server": (
        "a server",
        _members(url="string!", description="string", name="string", variables="{ServerVariable}"),
    ),
    "ServerVariable": ("a server variable", _members(enum="[string]", default="string!", description="string")),
    "Components": (
        "'components'",
        _members(
            schemas="{Schema}",
            responses="{Response}",
            parameters="{Parameter}",
            examples="{Example}",
            requestBodies="{RequestBody}",
            headers="{Header}",
            securitySchemes="{SecurityScheme}",
            links="{Link}",
            callbacks="{Callback}",
            pathItems="{PathItem}",
            mediaTypes="{MediaType}",
        ),
    ),
    "Paths": ("'paths'", {}),
    "PathItem": (
        "a path",
        _members(
            _ref="string",
            summary="string",
            description="string",
            servers="[Server]",
            parameters="[Parameter]",
            additionalOperations="{Operation}",
            **dict.fromkeys(METHODS, "Operation"),
        ),
    ),
    "Operation": (
        "an operation",
        _members(
            tags="[string]",
            summary="string",
            description="string",
            externalDocs="ExternalDocumentation",
            operationId="string",
            parameters="[Parameter]",
            requestBody="RequestBody",
            responses="Responses",
            callbacks="{Callback}",
            deprecated="boolean",
            security="[SecurityRequirement]",
            servers="[Server]",
        ),
    ),
    "ExternalDocumentation": ("'externalDocs'", _members(description="string", url="string!")),
    "Parameter": ("a parameter", {**_members(name="string!", in_="string!"), **_TYPED}),
    "Header": ("a header", _TYPED),
    "RequestBody": (
        "a request body",
        _members(description="string", content="{MediaType}!", required="boolean"),
    ),
    "MediaType": (
        "a media type",
        _members(
            schema="Schema",
            itemSchema="Schema",
            example="any",
            examples="{Example}",
            encoding="{Encoding}",
            prefixEncoding="[Encoding]",
            itemEncoding="Encoding",
        ),
    ),
    "Encoding": (
        "an encoding",
        _members(
            contentType="string",
            headers="{Header}",
            style="string",
            explode="boolean",
            allowReserved="boolean",
            encoding="{Encoding}",
            prefixEncoding="[Encoding]",
            itemEncoding="Encoding",
        ),
    ),
    "Response": (
        "a response",
        _members(
            summary="string",
            description="string!",
            headers="{Header}",
            content="{MediaType}",
            links="{Link}",
        ),
    ),
    "Responses": ("'responses'", {}),
    "Callback": ("a callback", {}),
    "Example": (
        "an example",
        _members(
            summary="string",
            description="string",
            value="any",
            dataValue="any",
            serializedValue="string",
            externalValue="string",
        ),
    ),
    "Link": (
        "a link",
        _members(
            operationRef="string",
            operationId="string",
            parameters="{any}",
            requestBody="any",
            description="string",
            server="Server",
        ),
    ),
    "Tag": (
        "a tag",
        _members(
            name="string!",
            summary="string",
            description="string",
            externalDocs="ExternalDocumentation",
            parent="string",
            kind="string",
        ),
    ),
    "SecurityScheme": (
        "a security scheme",
        _members(
            type="string!",
            description="string",
            name="string",
            in_="string",
            scheme="string",
            bearerFormat="string",
            flows="OAuthFlows",
            openIdConnectUrl="string",
            oauth2MetadataUrl="string",
            deprecated="boolean",
        ),
    ),
    "OAuthFlows": (
        "'flows'",
        dict.fromkeys(
            ("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"), "OAuthFlow"
        ),
    ),
    "OAuthFlow": (
        "an OAuth flow",
        _members(
            authorizationUrl="string",
            tokenUrl="string",
            refreshUrl="string",
            deviceAuthorizationUrl="string",
            scopes="{string}!",
        ),
    ),
    "SecurityRequirement": ("a security requirement", {}),
    "Schema": ("a schema", _SCHEMA),
    "Discriminator": (
        "a discriminator",
        _members(propertyName="string!", mapping="{string}", defaultMapping="string"),
    ),
    "XML": (
        "'xml'",
        _members(
            name="string",
            namespace="string",
            prefix="string",
            attribute="boolean",
            wrapped="boolean",
            nodeType="string",
        ),
    ),
}

_ENTRIES = {
    "Paths": "PathItem",
    "Responses": "Response",
    "Callback": "PathItem",
    "SecurityRequirement": "[string]",
}
"""The type of the values of user-defined keys, by kind of object. Keys that begin with `x-` are extensions."""
_REFERABLE = frozenset(
    ("Response", "Parameter", "Example", "RequestBody", "Header", "SecurityScheme", "Link", "Callback", "MediaType")
)

KINDS: Mapping[str, ObjectKind] = MappingProxyType(
    {
        name: ObjectKind(
            name=name,
            label=label,
            members=MappingProxyType({key: _member(type_) for key, type_ in members.items()}),
            entries=_member(_ENTRIES[name]) if name in _ENTRIES else None,
            can_be_reference=name in _REFERABLE,
        )
        for name, (label, members) in _OBJECTS.items()
    }
)
"""Every kind of object by its name in the specification, without ` Object`."""

NEW_IN_32: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "OpenAPI": frozenset({"$self"}),
        "Components": frozenset({"mediaTypes"}),
        "Server": frozenset({"name"}),
        "PathItem": frozenset({"query", "additionalOperations"}),
        "MediaType": frozenset({"itemSchema", "prefixEncoding", "itemEncoding"}),
        "Encoding": frozenset({"encoding", "prefixEncoding", "itemEncoding"}),
        "Response": frozenset({"summary"}),
        "Example": frozenset({"dataValue", "serializedValue"}),
        "Tag": frozenset({"summary", "parent", "kind"}),
        "SecurityScheme": frozenset({"oauth2MetadataUrl", "deprecated"}),
        "OAuthFlows": frozenset({"deviceAuthorization"}),
        "OAuthFlow": frozenset({"deviceAuthorizationUrl"}),
        "Discriminator": frozenset({"defaultMapping"}),
        "XML": frozenset({"nodeType"}),
    }
)
"""The fixed fields that OpenAPI 3.2 added, by kind of object."""
