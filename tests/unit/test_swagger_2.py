"""The conversion of Swagger 2.0: what each part becomes, and where it was written."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from typewright.openapi.document import Document, document_from_bytes, load_document
from typewright.openapi.lower import lower


def document(**members: Any) -> Document:
    head = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    return document_from_bytes(json.dumps({**head, **members}).encode(), "swagger.json")


def operation(shared: Any = (), root: Any = None, **members: Any) -> Any:
    """Return the converted operation of `members`, in a path item with the parameters `shared`."""
    item = {"post": {"responses": {}, **members}, **({"parameters": shared} if shared else {})}
    return document(paths={"/a": item}, **(root or {})).root["paths"]["/a"]["post"]  # type: ignore[index, call-overload]


def parameter(**members: Any) -> Any:
    return operation(parameters=[{"name": "p", "in": "query", **members}])["parameters"][0]


@pytest.mark.parametrize(
    ("root", "urls"),
    [
        ({"host": "a.example.com"}, ["https://a.example.com"]),
        ({"host": "a.example.com", "basePath": "/v1/"}, ["https://a.example.com/v1"]),
        (
            {"host": "a.example.com", "schemes": ["http", "https", "wss"]},
            ["http://a.example.com", "https://a.example.com"],
        ),
        ({"basePath": "/v1"}, ["/v1"]),
        ({"basePath": "/"}, []),
        ({}, []),
    ],
)
def test_servers(root: dict[str, Any], urls: list[str]) -> None:
    servers: Any = document(**root).root.get("servers", [])
    assert [server["url"] for server in servers] == urls


def test_an_operation_with_other_schemes_has_servers_of_its_own() -> None:
    root = {"host": "a.example.com", "schemes": ["https"]}
    assert operation(root=root, schemes=["http"])["servers"] == [{"url": "http://a.example.com"}]
    assert "servers" not in operation(root=root, schemes=["https"])


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ({}, {"explode": False}),
        ({"collectionFormat": "csv"}, {"explode": False}),
        ({"collectionFormat": "multi"}, {"explode": True}),
        ({"collectionFormat": "ssv"}, {"style": "spaceDelimited", "explode": False}),
        ({"collectionFormat": "pipes"}, {"style": "pipeDelimited", "explode": False}),
        ({"collectionFormat": "tsv"}, {"explode": False}),
        ({"collectionFormat": "multi", "in": "header"}, {}),
        ({"in": "path"}, {}),
    ],
)
def test_collection_formats_are_styles(written: dict[str, Any], style: dict[str, Any]) -> None:
    found = parameter(type="array", items={"type": "string"}, **written)
    assert {key: found[key] for key in ("style", "explode") if key in found} == style
    assert found["schema"] == {"type": "array", "items": {"type": "string"}}


def test_what_says_something_of_the_type_goes_into_the_schema() -> None:
    found = parameter(
        type="integer", minimum=1, default=2, required=True, description="D", **{"x-nullable": True, "x-a": 1}
    )
    assert found == {
        "name": "p",
        "in": "query",
        "required": True,
        "description": "D",
        "x-a": 1,
        "schema": {"type": "integer", "minimum": 1, "default": 2, "nullable": True},
    }


BODY = {"name": "b", "in": "body", "required": True, "description": "D", "schema": {"$ref": "#/definitions/It"}}
IT = {"schema": {"$ref": "#/components/schemas/It"}}


@pytest.mark.parametrize(
    ("members", "root", "media_types"),
    [
        ({}, {}, ["application/json"]),
        ({}, {"consumes": ["application/xml"]}, ["application/xml"]),
        ({"consumes": ["text/a", "text/b"]}, {"consumes": ["application/xml"]}, ["text/a", "text/b"]),
    ],
)
def test_a_body_is_one_in_each_media_type(members: Any, root: Any, media_types: list[str]) -> None:
    content = dict.fromkeys(media_types, IT)
    expected = {"description": "D", "required": True, "content": content}
    assert operation(parameters=[BODY], root=root, **members)["requestBody"] == expected
    assert operation(shared=[BODY], root=root, **members)["requestBody"] == expected
    shared = {**root, "parameters": {"b": BODY}}
    assert operation(parameters=[{"$ref": "#/parameters/b"}], root=shared, **members)["requestBody"] == expected


def test_form_parameters_are_one_body() -> None:
    fields = [
        {"name": "a", "in": "formData", "type": "string", "required": True, "description": "D"},
        {"name": "b", "in": "formData", "type": "array", "items": {"type": "integer"}},
    ]
    body = operation(parameters=fields)["requestBody"]
    properties = {"a": {"type": "string", "description": "D"}, "b": {"type": "array", "items": {"type": "integer"}}}
    form = {
        "schema": {"type": "object", "properties": properties, "required": ["a"]},
        "encoding": {"b": {"style": "form", "explode": False}},
    }
    assert body == {"required": True, "content": {"application/x-www-form-urlencoded": form}}
    both = ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"]
    assert list(operation(parameters=fields, consumes=both)["requestBody"]["content"]) == both[1:]


def test_a_name_that_is_no_text_is_no_traceback() -> None:
    fields = [{"name": {"a": 1}, "in": "formData", "type": "string"}, {"name": "b", "in": "formData", "type": "string"}]
    assert "b" in json.dumps(operation(parameters=fields)["requestBody"])


def test_a_form_with_a_file_is_multipart() -> None:
    fields = [{"name": "f", "in": "formData", "type": "file"}]
    for consumes in ([], ["application/x-www-form-urlencoded"], ["multipart/form-data"]):
        content = operation(parameters=fields, consumes=consumes)["requestBody"]["content"]
        assert list(content) == ["multipart/form-data"]
        property_ = content["multipart/form-data"]["schema"]["properties"]["f"]
        assert property_ == {"type": "string", "format": "binary"}


def response(root: Any = None, produces: Any = None, **members: Any) -> Any:
    told = {} if produces is None else {"produces": produces}
    return operation(root=root, responses={"200": {"description": "D", **members}}, **told)["responses"]["200"]


def test_responses_have_their_schema_in_each_media_type() -> None:
    it = {"$ref": "#/definitions/It"}
    assert response() == {"description": "D"}
    assert response(schema=it) == {"description": "D", "content": {"application/json": IT}}
    assert response(schema=it, root={"produces": ["text/a"]})["content"] == {"text/a": IT}
    assert response(schema=it, produces=["text/a", "text/b"])["content"] == {"text/a": IT, "text/b": IT}
    assert list(response(schema={"type": "file"})["content"]) == ["application/octet-stream"]
    shown = response(schema=it, examples={"application/json": 1, "text/c": 2})["content"]
    assert shown == {"application/json": {**IT, "example": 1}, "text/c": {**IT, "example": 2}}
    headers = response(headers={"X-It": {"type": "array", "items": {"type": "string"}, "description": "H"}})["headers"]
    assert headers == {"X-It": {"description": "H", "schema": {"type": "array", "items": {"type": "string"}}}}


@pytest.mark.parametrize(
    ("written", "scheme"),
    [
        ({"type": "basic", "description": "D"}, {"type": "http", "scheme": "basic", "description": "D"}),
        ({"type": "apiKey", "in": "query", "name": "k"}, {"type": "apiKey", "in": "query", "name": "k"}),
        (
            {"type": "oauth2", "flow": "application", "tokenUrl": "T", "scopes": {"a": "A"}},
            {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "T", "scopes": {"a": "A"}}}},
        ),
        (
            {"type": "oauth2", "flow": "accessCode", "tokenUrl": "T", "authorizationUrl": "A"},
            {
                "type": "oauth2",
                "flows": {"authorizationCode": {"tokenUrl": "T", "authorizationUrl": "A", "scopes": {}}},
            },
        ),
        ({"type": "oauth2", "flow": "unknown"}, {"type": "oauth2", "flows": {}}),
    ],
)
def test_security_definitions(written: Any, scheme: Any) -> None:
    components: Any = document(securityDefinitions={"s": written}).root["components"]
    assert components["securitySchemes"] == {"s": scheme}


def test_discriminators_name_a_property_and_map_values() -> None:
    definitions = {
        "Pet": {"type": "object", "discriminator": "kind", "properties": {"kind": {"type": "string"}}},
        "Cat": {"x-discriminator-value": "cat", "allOf": [{"$ref": "#/definitions/Pet"}, {"type": "object"}]},
    }
    components: Any = document(definitions=definitions).root["components"]
    mapping = {"cat": "#/components/schemas/Cat"}
    assert components["schemas"]["Pet"]["discriminator"] == {"propertyName": "kind", "mapping": mapping}
    assert components["schemas"]["Cat"]["allOf"][0] == {"$ref": "#/components/schemas/Pet"}


WRITTEN = """\
swagger: "2.0"
info: {title: T, version: "1"}
basePath: /v1
parameters:
  body: {name: b, in: body, schema: {type: object, properties: {a: {type: string, x-nullable: true}}}}
paths:
  /a:
    put:
      produces: [text/a, text/b]
      parameters:
        - {$ref: "#/parameters/body"}
        - {name: q, in: query, type: integer}
      responses:
        "200": {description: ok, schema: {$ref: "#/definitions/It"}}
definitions:
  It: {type: object}
"""
PUT = "#/paths/~1a/put"


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("#/openapi", 1),
        ("#/servers/0/url", 3),
        (f"{PUT}/requestBody", 5),
        (f"{PUT}/requestBody/content/application~1json/schema/properties/a/nullable", 5),
        (f"{PUT}/parameters/0/schema/type", 12),
        (f"{PUT}/responses/200/content/text~1b/schema/$ref", 14),
        ("#/components/schemas/It/type", 16),
    ],
)
def test_places_are_those_of_the_file(pointer: str, line: int) -> None:
    found = document_from_bytes(WRITTEN.encode(), "swagger.yaml")
    assert found.location(pointer).line == line


def test_the_conversion_is_told_once_with_what_is_lost() -> None:
    listed = [{"name": "a", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "tsv"}]
    found = document(paths={"/a": {"get": {"parameters": listed, "responses": {}}}}, **{"x-ms-paths": {}}).diagnostics
    assert [diagnostic.code for diagnostic in found] == ["W324"]
    assert "'x-ms-paths'" in found[0].message
    assert "'collectionFormat: tsv'" in found[0].message
    assert [diagnostic.message for diagnostic in document().diagnostics] == [
        "this is Swagger 2.0, and read as OpenAPI 3.0"
    ]


def test_other_files_are_converted_where_they_stand(tmp_path: Path) -> None:
    listed = [{"$ref": "shared.yaml#/parameters/limit"}]
    responses = {"200": {"description": "ok", "schema": {"$ref": "shared.yaml#/definitions/It"}}}
    root = {"swagger": "2.0", "info": {"title": "T", "version": "1"}}
    root |= {"paths": {"/a": {"get": {"parameters": listed, "responses": responses}}}}
    it = {"type": "object", "properties": {"a": {"type": "string", "x-nullable": True}}, "example": {"type": "file"}}
    shared = {"parameters": {"limit": {"name": "limit", "in": "query", "type": "integer"}}, "definitions": {"It": it}}
    (tmp_path / "swagger.yaml").write_text(yaml.safe_dump(root))
    (tmp_path / "shared.yaml").write_text(yaml.safe_dump(shared))
    read = load_document(tmp_path / "swagger.yaml")
    _, found = lower(read)
    assert found == ()
    convert_source = read.value_at("shared.yaml#/definitions/It/properties/a")
    assert convert_source == {"type": "string", "x-nullable": True, "nullable": True}
    assert read.value_at("shared.yaml#/definitions/It/example") == {"type": "file"}
    assert read.value_at("shared.yaml#/parameters/limit/schema") == {"type": "integer"}


def test_a_description_of_the_newer_kind_is_not_touched() -> None:
    assert document_from_bytes(b'{"openapi": "3.0.0", "definitions": {}}', "a.json").root == {
        "openapi": "3.0.0",
        "definitions": {},
    }
