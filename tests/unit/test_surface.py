"""The types that no schema states: requests, envelopes, credentials; and which properties travel which way."""

from typing import Any

import pytest
from typewright.config.options import NamingConfig
from typewright.ir import EnumModel, MapOf, ObjectModel, Ref, Scalar, ScalarKind, UnionModel
from typewright.surface import SECURITY, Method, RootKind, Surface, surface
from typewright.surface.error_rules import AnswerStyle

from tests.naming_documents import (
    ENUM,
    STRING,
    Written,
    array,
    body,
    description,
    either,
    lowered,
    operation,
    record,
    ref,
)

SYMMETRIC = NamingConfig(scheme="symmetric", shared_errors=True)


def made(spec: Written, naming: NamingConfig = SYMMETRIC, answers: AnswerStyle = "declared") -> Surface:
    return surface(lowered(spec), naming, answers)


def method(
    spec: Written, index: int = 0, naming: NamingConfig = SYMMETRIC, answers: AnswerStyle = "declared"
) -> Method:
    return made(spec, naming, answers).methods[index]


def fields(from_: Surface, id_: str) -> list[str]:
    model = from_.models[id_]
    assert isinstance(model, ObjectModel)
    return [each.name for each in model.fields]


def with_schemes(schemes: Written, *required: str, **own: Any) -> Written:
    spec = description({**operation("get", None, r200=STRING), **own}, security=[{key: []} for key in required])
    spec["components"] = {"securitySchemes": schemes}
    return spec


BEARER = {"type": "http", "scheme": "bearer"}
BASIC = {"type": "http", "scheme": "basic"}
CLIENT = {
    "type": "oauth2",
    "flows": {
        "clientCredentials": {
            "tokenUrl": "https://example.com/token",
            "scopes": {},
            "x-speakeasy-token-endpoint-additional-properties": {"audience": {"type": "string", "example": "all"}},
        }
    },
}


def test_each_scheme_is_a_text() -> None:
    assert fields(made(with_schemes({"token": BEARER, "other": BEARER}, "token")), SECURITY) == ["token"]


def test_the_basic_scheme_alone_is_a_user_and_a_password() -> None:
    assert fields(made(with_schemes({"basic": BASIC}, "basic")), SECURITY) == ["username", "password"]


def test_schemes_of_several_texts_are_types_of_their_own() -> None:
    spec = with_schemes({"basic": BASIC, "client": CLIENT}, "basic", "client")
    found = made(spec)
    assert fields(found, SECURITY) == ["basic", "client"]
    assert fields(found, "#/components/securitySchemes/basic?scheme") == ["username", "password"]
    client = fields(found, "#/components/securitySchemes/client?scheme")
    assert client == ["clientID", "clientSecret", "tokenURL", "audience"]


def test_an_operation_that_asks_for_another_scheme_has_a_type_for_it() -> None:
    spec = with_schemes({"token": BEARER, "admin": BEARER}, "token", security=[{"admin": []}])
    security = method(spec).security
    assert security is not None
    assert fields(made(spec), security.id) == ["admin"]
    assert method(with_schemes({"token": BEARER}, "token", security=[{"token": ["write"]}])).security is None


def test_default_beside_a_success_is_an_error() -> None:
    get = operation("get", None, r200=ref("T"), rdefault=ref("Fault"))
    found = method(description(get, schemas={"T": record(x=STRING), "Fault": record(y=STRING)}))
    assert isinstance(found.response, Ref)
    assert found.response.id == "#/components/schemas/T"
    assert [error.status for error in found.errors] == ["default"]


def test_default_beside_a_success_without_content_is_an_error() -> None:
    get = operation("get", None, rdefault=ref("Fault"))
    get["responses"]["202"] = {"description": ""}
    found = method(description(get, schemas={"Fault": record(y=STRING)}))
    assert found.response is None
    assert [error.status for error in found.errors] == ["default"]


def test_default_alone_is_a_response() -> None:
    get = operation("get", None, rdefault=ref("T"), r404=ref("Fault"))
    found = method(description(get, schemas={"T": record(x=STRING), "Fault": record(y=STRING)}))
    assert isinstance(found.response, Ref)
    assert found.response.id == "#/components/schemas/T"
    assert [error.status for error in found.errors] == ["404"]


def test_a_status_that_an_overriding_list_leaves_out_is_a_response() -> None:
    get = operation("get", None, r200=ref("T"), r404=ref("Fault"), r409=ref("Fault"))
    get["x-speakeasy-errors"] = {"override": True, "statusCodes": ["409"]}
    spec = description(get, schemas={"T": record(x=STRING), "Fault": record(y=STRING)})
    assert [response.status for response, _ in method(spec).responses] == ["200", "404"]
    assert [error.status for error in method(spec).errors] == ["409"]
    assert [error.status for error in method(spec, answers="reference").errors] == ["404", "409"]


def test_in_the_reference_default_is_a_response_unless_it_is_listed() -> None:
    get = operation("get", None, r200=ref("T"), rdefault=ref("Fault"))
    schemas = {"T": record(x=STRING), "Fault": record(y=STRING)}
    plain = made(description(get, schemas=schemas), answers="reference")
    response = plain.methods[0].response
    assert isinstance(response, Ref)
    assert isinstance(plain.models[response.id], UnionModel)
    errors = {"statusCodes": ["default"]}
    declared = method(description({**get, "x-speakeasy-errors": errors}, schemas=schemas), answers="reference")
    assert isinstance(declared.response, Ref)
    assert declared.response.id == "#/components/schemas/T"
    assert [each.status for each in declared.errors] == ["default"]


def test_an_envelope_holds_headers_and_result() -> None:
    get = operation("get", None, r200=ref("T"))
    get["responses"]["404"] = {"description": "", "headers": {"X-Limit": {"schema": STRING}}}
    found = made(description(get, schemas={"T": record(x=STRING)}))
    response = found.methods[0].response
    assert isinstance(response, Ref)
    assert fields(found, response.id) == ["headers", "result"]
    envelope = found.models[response.id]
    assert isinstance(envelope, ObjectModel)
    assert isinstance(envelope.fields[0].type, MapOf)
    assert [root.kind for root in found.roots] == [RootKind.RESPONSE, RootKind.ENVELOPE]


def test_an_error_has_a_type_in_every_media_type_of_json() -> None:
    get = operation("get", None, r200=STRING)
    get["responses"]["400"] = body(record(x=STRING), "application/problem+json")
    get["responses"]["404"] = body(record(x=STRING), "application/json; charset=utf-8")
    get["responses"]["409"] = body(STRING, "text/plain")
    assert [error.status for error in method(description(get)).errors] == ["400", "404"]
    assert [error.status for error in method(description(get), answers="reference").errors] == ["404"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (ref("T"), "T"),
        (ref("List"), "requestBody"),
        (record(x=STRING), "requestBody"),
    ],
)
def test_the_field_of_a_body_beside_parameters(schema: Written, expected: str) -> None:
    take = {**operation("take", schema), "parameters": [{"name": "q", "in": "query", "schema": STRING}]}
    spec = description(take, schemas={"T": record(x=STRING), "List": array(STRING)})
    assert fields(made(spec), "#/paths/~1p0/post?request") == ["q", expected]
    old = made(spec, NamingConfig())
    assert fields(old, "#/paths/~1p0/post?request") == ["q", "requestBody"]


def test_a_method_for_each_way_of_writing_a_body() -> None:
    take = operation("take", record(x=STRING))
    for media_type in ("application/xml", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"):
        take["requestBody"]["content"][media_type] = {"schema": record(x=STRING)}
    found = made(description(take))
    assert [each.operation.operation_id for each in found.methods] == [
        "take",
        "take_multipart",
        "take_form",
        "take_raw",
    ]
    assert [each.is_variant for each in found.methods] == [False, True, True, True]
    raw = found.methods[3].request
    assert isinstance(raw, Scalar)
    assert raw.format is None, "XML is passed as text"
    assert len({each.request.id for each in found.methods[:3] if isinstance(each.request, Ref)}) == 3


def test_a_method_all_of_whose_parameters_are_hidden_takes_an_empty_object() -> None:
    space = {"name": "space", "in": "header", "schema": STRING, "x-speakeasy-globals-hidden": True}
    get = {**operation("get", None, r200=STRING), "parameters": [space]}
    found = made(description(get, **{"x-speakeasy-globals": {"parameters": [space]}}))
    assert fields(found, "#/paths/~1p0/post?request") == []
    assert fields(found, "#/paths/~1p0/post?globals") == ["space"]


def test_a_global_parameter_that_is_not_hidden_stays_in_the_request() -> None:
    space = {"name": "space", "in": "header", "schema": STRING}
    get = {**operation("get", None, r200=STRING), "parameters": [space]}
    found = made(description(get, **{"x-speakeasy-globals": {"parameters": [space]}}))
    assert fields(found, "#/paths/~1p0/post?request") == ["space"]
    assert fields(found, "#/paths/~1p0/post?globals") == ["space"]


def test_inline_types_lose_the_properties_of_the_other_direction() -> None:
    both = record(id={**STRING, "readOnly": True}, secret={**STRING, "writeOnly": True}, name=STRING)
    found = made(description(operation("put", both, r200=both)))
    place = "#/paths/~1p0/post"
    assert fields(found, f"{place}/requestBody/content/application~1json/schema") == ["secret", "name"]
    assert fields(found, f"{place}/responses/200/content/application~1json/schema") == ["id", "name"]


def test_what_a_webhook_sends_is_a_response() -> None:
    both = record(id={**STRING, "readOnly": True}, secret={**STRING, "writeOnly": True})
    found = made(description(webhooks={"hook": {"post": {"requestBody": body(both), "responses": {}}}}))
    assert fields(found, "#/webhooks/hook/post/requestBody/content/application~1json/schema") == ["id"]


def test_recursive_components_split_by_direction() -> None:
    node = record(id={**STRING, "readOnly": True}, next=ref("Node"), inner=record(back=ref("Node")))
    found = made(description(operation("put", ref("Node"), r200=ref("Node")), schemas={"Node": node}))
    assert fields(found, "#/components/schemas/Node") == ["id", "next", "inner"]
    assert fields(found, "#/components/schemas/Node?input") == ["next", "inner"]
    inner = found.models["#/components/schemas/Node?input/properties/inner"]
    assert isinstance(inner, ObjectModel)
    assert isinstance(inner.fields[0].type, Ref)
    assert inner.fields[0].type.id == "#/components/schemas/Node?input"


# Kinds that the surface rests on


def test_branches_that_only_refine_are_merged_with_the_object_around_them() -> None:
    pack = {**record(id=STRING, source=STRING), "anyOf": [{"required": ["id"]}, {"required": ["source"]}]}
    found = made(description(operation("get", None, r200=ref("Pack")), schemas={"Pack": pack}))
    assert isinstance(found.models["#/components/schemas/Pack"], UnionModel)
    assert fields(found, "#/components/schemas/Pack/anyOf/0") == ["id", "source"]


def test_in_openapi_3_0_nothing_counts_beside_a_reference() -> None:
    schema = {**ref("T"), "allOf": [ref("T"), {"type": "object", "required": ["x"]}]}
    spec = {
        **description(operation("put", schema), schemas={"T": either(record(x=STRING), STRING)}),
        "openapi": "3.0.3",
    }
    request = method(spec).request
    assert isinstance(request, Ref)
    assert request.id == "#/components/schemas/T"
    assert request.by_reference


def test_an_untyped_enumeration_of_true_and_false_is_a_boolean() -> None:
    found = made(description(operation("get", None, r200=record(flag={"enum": [True, False]}, plain=ENUM))))
    assert not any(pointer.endswith("/flag") for pointer in found.models)


def test_an_untyped_enumeration_of_true_and_false_is_one_of_texts_by_the_habit() -> None:
    document = description(operation("get", None, r200=record(flag={"enum": [True, False]}, plain=ENUM)))
    found = surface(lowered(document, frozenset({"untyped-booleans-are-texts"})), SYMMETRIC)
    flag = found.models["#/paths/~1p0/post/responses/200/content/application~1json/schema/properties/flag"]
    assert isinstance(flag, EnumModel)
    assert flag.kind is ScalarKind.STRING
    assert [each.value for each in flag.values] == ["true", "false"]


@pytest.mark.parametrize(
    ("media_type", "kind", "format_"),
    [
        ("text/plain", ScalarKind.STRING, None),
        ("application/xml", ScalarKind.STRING, None),
        ("application/json", ScalarKind.ANY, None),
        ("application/octet-stream", ScalarKind.STRING, "binary"),
    ],
)
def test_a_body_without_a_schema_has_the_type_that_its_media_type_tells(
    media_type: str, kind: ScalarKind, format_: str | None
) -> None:
    post = {**operation("send", None, r200=STRING), "requestBody": {"content": {media_type: {}}}}
    request = method(description(post)).request
    assert isinstance(request, Scalar)
    assert (request.kind, request.format) == (kind, format_)


def test_a_form_without_a_schema_is_no_body() -> None:
    post = {**operation("send", None, r200=STRING), "requestBody": {"content": {"multipart/form-data": {}}}}
    assert method(description(post)).request is None
