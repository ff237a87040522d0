"""What OpenAPI 3.2 adds, as the intermediate representation has it."""

import json
from typing import Any

import pytest
from typewright.base.errors import Diagnostic
from typewright.client.bodies import request_body
from typewright.ir import ABSENT, Api, ListOf, ObjectModel, Ref, Scalar
from typewright.naming.operations import group_of
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.openapi.path_items import operations_of
from typewright.schemas.validation import schema_validator
from typewright.targets.calls.code_samples import code_samples

OK = {"204": {"description": "Done"}}


def lowered(version: str = "3.2.0", **members: Any) -> tuple[Api, tuple[Diagnostic, ...]]:
    head = {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": {}}
    return lower(document_from_bytes(json.dumps({**head, **members}).encode(), "openapi.json"))


def tagged(*tags: dict[str, str], of: list[str]) -> tuple[str, list[str]]:
    """Return the group of an operation with the tags `of`, and the codes of what is said."""
    api, found = lowered(tags=list(tags), paths={"/a": {"get": {"tags": of, "responses": OK}}})
    return group_of(api.operations[0]), [diagnostic.code for diagnostic in found]


def answering(media_type: str, media: dict[str, Any], **components: Any) -> Api:
    response = {"200": {"description": "ok", "content": {media_type: media}}}
    return lowered(paths={"/a": {"get": {"responses": response}}}, components=components)[0]


def test_operations_of_every_method_are_read_in_document_order() -> None:
    item = {"query": {}, "parameters": [], "additionalOperations": {"Copy": {}, "x-own": {}}, "GET": {}}
    found = [(written.method, written.pointer, written.is_additional) for written in operations_of(item)]
    assert found == [
        ("query", "/query", False),
        ("Copy", "/additionalOperations/Copy", True),
        ("get", "/GET", False),
    ]


def test_an_additional_method_is_sent_as_it_is_written() -> None:
    item = {"query": {"responses": OK}, "additionalOperations": {"Copy": {"responses": OK}}}
    api, found = lowered(paths={"/a": item})
    assert found == ()
    assert [(operation.http_method, operation.method) for operation in api.operations] == [
        ("QUERY", "query"),
        ("Copy", "copy"),
    ]
    assert api.operations[1].id == "#/paths/~1a/additionalOperations/Copy"


class _Shown:
    name = label = "one"

    def call(self, project: object, operation: object) -> str:
        return "call()"


def test_code_samples_point_to_additional_operations() -> None:
    api, _ = lowered(paths={"/a": {"additionalOperations": {"Copy": {"responses": OK}}}})
    overlay: Any = code_samples(api, [(_Shown(), None)])  # type: ignore[list-item]
    assert overlay["actions"][0]["target"] == "$.paths['/a'].additionalOperations['Copy']"


def test_code_samples_point_to_paths_as_they_are_written() -> None:
    api, _ = lowered(paths={"a/{id?}/{b~c}": {"get": {"responses": OK}}})
    assert api.operations[0].path == "/a/{id}/{b~c}"
    overlay: Any = code_samples(api, [(_Shown(), None)])  # type: ignore[list-item]
    assert overlay["actions"][0]["target"] == "$.paths['a/{id?}/{b~c}'].get"


@pytest.mark.parametrize(
    ("tags", "of", "group", "codes"),
    [
        ([{"name": "b", "parent": "a"}, {"name": "a"}], ["b"], "a.b", []),
        ([{"name": "c", "parent": "b"}, {"name": "b", "parent": "a"}, {"name": "a"}], ["c"], "a.b.c", []),
        ([{"name": "slow", "kind": "badge"}, {"name": "a", "kind": "nav"}], ["slow", "a"], "a", []),
        ([{"name": "slow", "kind": "audience"}], ["slow"], "", []),
        ([{"name": "a", "kind": "of-our-own"}], ["a"], "a", []),
        ([], ["undeclared"], "undeclared", []),
        ([{"name": "a", "parent": "b"}, {"name": "b", "parent": "a"}], ["a"], "b.a", ["W310", "W310"]),
        ([{"name": "a", "parent": "none"}], ["a"], "a", ["W310"]),
    ],
)
def test_tags_group_below_their_parents(
    tags: list[dict[str, str]], of: list[str], group: str, codes: list[str]
) -> None:
    assert tagged(*tags, of=of) == (group, codes)


def test_examples_show_their_data() -> None:
    examples = {
        "data": {"dataValue": {"a": 1}, "serializedValue": "<ignored>"},
        "text": {"serializedValue": '{"a": 2}'},
        "old": {"value": 3},
        "none": {"serializedValue": "a=1"},
    }
    media = answering("application/json", {"schema": {}, "examples": examples}).operations[0].responses[0].media[0]
    assert media.examples == (("data", {"a": 1}), ("text", {"a": 2}), ("old", 3))
    assert media.example is ABSENT


def test_media_types_are_shared() -> None:
    shared = {"schema": {"type": "array", "items": {"type": "object", "properties": {"a": {}}}}}
    api = answering("application/json", {"$ref": "#/components/mediaTypes/List"}, mediaTypes={"List": shared})
    type_ = api.operations[0].responses[0].media[0].type
    assert isinstance(type_, ListOf)
    assert isinstance(type_.item, Ref)
    assert type_.item.id == "#/components/mediaTypes/List/schema/items"


EVENT = {
    "type": "object",
    "properties": {
        "data": {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/components/schemas/Thing"},
        }
    },
}
SCHEMAS = {
    "Thing": {"type": "object"},
    "Event": EVENT,
    "Either": {"oneOf": [{"$ref": "#/components/schemas/Event"}]},
    "All": {"allOf": [{"$ref": "#/components/schemas/Event"}, {"type": "object", "properties": {"id": {}}}]},
}


@pytest.mark.parametrize(
    "schema", [EVENT, *({"$ref": f"#/components/schemas/{name}"} for name in SCHEMAS if name != "Thing")]
)
def test_data_of_events_has_the_type_of_its_content(schema: dict[str, Any]) -> None:
    api = answering("text/event-stream; charset=utf-8", {"itemSchema": schema}, schemas=SCHEMAS)
    models = [model for model in api.models.values() if isinstance(model, ObjectModel)]
    data = [field.type for model in models for field in model.fields if field.name == "data"]
    assert data
    assert all(isinstance(type_, Ref) and type_.id == "#/components/schemas/Thing" for type_ in data)


def test_a_text_with_a_content_schema_stays_a_text_elsewhere() -> None:
    api = answering("application/json", {"schema": EVENT}, schemas=SCHEMAS)
    assert "#/components/schemas/Thing" not in api.models


@pytest.mark.parametrize("reference", ["https://example.com/b/api.yaml", "api.yaml", "../b/api.yaml", "/b/api.yaml"])
def test_a_description_is_known_by_its_own_uri(reference: str) -> None:
    schemas = {"Thing": {"type": "object"}, "Other": {"$ref": f"{reference}#/components/schemas/Thing"}}
    api, found = lowered(**{"$self": "https://example.com/b/api.yaml"}, components={"schemas": schemas})
    assert found == ()
    assert "#/components/schemas/Thing" in api.models


def test_a_uri_that_no_file_has_is_no_file() -> None:
    schemas = {"Other": {"$ref": "https://example.com/c/api.yaml#/components/schemas/Thing"}}
    _, found = lowered(**{"$self": "https://example.com/b/api.yaml"}, components={"schemas": schemas})
    assert [diagnostic.code for diagnostic in found] == ["E203"]


def test_what_is_new_is_read_in_older_descriptions_with_a_warning() -> None:
    paths = {"/a": {"query": {"responses": OK}}}
    api, found = lowered("3.1.1", paths=paths, tags=[{"name": "a", "summary": "A"}])
    assert [operation.http_method for operation in api.operations] == ["QUERY"]
    assert [(diagnostic.code, diagnostic.pointer) for diagnostic in found] == [
        ("W323", "#/paths/~1a/query"),
        ("W323", "#/tags/0/summary"),
    ]


def test_the_metadata_of_an_authorization_server_is_kept() -> None:
    url = "https://auth.example.com/.well-known/oauth-authorization-server"
    flow = {
        "deviceAuthorizationUrl": "https://auth.example.com/device",
        "tokenUrl": "https://auth.example.com/token",
        "scopes": {},
    }
    scheme = {"type": "oauth2", "oauth2MetadataUrl": url, "flows": {"deviceAuthorization": flow}}
    api, found = lowered(components={"securitySchemes": {"device": scheme}})
    assert found == ()
    assert api.security_schemes[0].metadata_url == url
    assert api.security_schemes[0].flows["deviceAuthorization"] == flow


def sending(content: dict[str, Any], **components: Any) -> tuple[Api, tuple[Diagnostic, ...]]:
    item = {"post": {"requestBody": {"content": content}, "responses": OK}}
    return lowered(paths={"/a": item}, components=components)


PARTS = {"itemSchema": {"type": "string"}, "itemEncoding": {"contentType": "text/plain"}, "prefixEncoding": []}


def test_parts_by_position_are_told_where_parts_have_names() -> None:
    _, found = sending({"multipart/form-data": PARTS})
    assert sorted(diagnostic.code for diagnostic in found) == ["W328", "W328", "W329"]
    response = {"200": {"description": "ok", "content": {"multipart/mixed": PARTS}}}
    _, found = lowered(paths={"/a": {"get": {"responses": response}}})
    assert [diagnostic.code for diagnostic in found] == ["W328", "W328"]


def test_parts_by_position_have_their_encoding() -> None:
    schema = {"type": "array", "prefixItems": [{"type": "object"}], "items": {"type": "string", "format": "binary"}}
    first = {"contentType": "application/x+json", "headers": {"X-A": {"schema": {"const": "b"}}}}
    media = {"schema": schema, "prefixEncoding": [first], "itemEncoding": {"contentType": "image/png"}}
    api, found = sending({"multipart/mixed": media})
    assert found == ()
    body = request_body(api.operations[0], api.models)
    assert body is not None
    (alternative,) = body.alternatives
    assert alternative.item is not None
    assert (alternative.item.content_type, alternative.item.is_file) == ("image/png", True)
    (part,) = alternative.prefix
    assert (part.content_type, [(header.name, header.value) for header in part.headers]) == (
        "application/x+json",
        [("X-A", "b")],
    )


@pytest.mark.parametrize(
    ("media_type", "media"),
    [
        ("application/jsonl", {"itemSchema": {"$ref": "#/components/schemas/Thing"}}),
        ("application/x-ndjson", {"schema": {"$ref": "#/components/schemas/Thing"}}),
        ("application/jsonl", {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}),
        ("multipart/mixed", {"itemSchema": {"$ref": "#/components/schemas/Thing"}}),
        ("application/jsonl", {"$ref": "#/components/mediaTypes/Lines"}),
    ],
)
def test_a_request_of_items_is_an_array_of_them(media_type: str, media: dict[str, Any]) -> None:
    shared = {"Lines": {"itemSchema": {"$ref": "#/components/schemas/Thing"}}}
    api, _ = sending({media_type: media}, schemas={"Thing": {"type": "object"}}, mediaTypes=shared)
    body = api.operations[0].body
    assert body is not None
    type_ = body.media[0].type
    assert isinstance(type_, ListOf)
    assert isinstance(type_.item, Ref)
    assert type_.item.id == "#/components/schemas/Thing"


def test_a_request_of_lines_that_is_described_as_a_text_is_one() -> None:
    api, _ = sending({"application/x-ndjson": {"schema": {"type": "string"}}})
    body = request_body(api.operations[0], api.models)
    assert body is not None
    assert isinstance(body.alternatives[0].type, Scalar)
    assert body.alternatives[0].is_raw


def test_the_data_of_an_event_is_valid_decoded_and_as_it_is_sent() -> None:
    thing = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}
    api = answering("text/event-stream", {"itemSchema": EVENT}, schemas={"Thing": thing})
    validator, pointer = schema_validator(api), "#/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema"
    assert validator.is_valid(pointer, {"data": {"n": 3}})
    assert validator.is_valid(pointer, {"data": '{"n": 3}'})
    assert not validator.is_valid(pointer, {"data": {"n": "3"}})
    assert not validator.is_valid(pointer, {"data": 3})
