"""The mock of a description: what it refuses, with which words, and what it answers."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from typewright.base.json_value import JsonObject
from typewright.mock.records import log_line, terminal_lines
from typewright.mock.routing import Routed, Router

from tests.mocks import faults, headers_of, mock, sent

SHOP = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers:
  - {url: "https://{region}.example.com/v1", variables: {region: {default: eu}}}
  - {url: "https://{host}", variables: {host: {default: shop.example.com/projects/one}}}
security: [{Key: []}, {Login: [], Cookie: []}]
paths:
  /items:
    get:
      operationId: listItems
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 50}}
        - {name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {price: {type: number}}}}
        - name: exploded
          in: query
          schema:
            type: object
            properties:
              lamps: {type: array, items: {$ref: "#/components/schemas/Item"}}
              sizes: {type: array, items: {type: integer}}
              rows: {type: array, items: {type: array, items: {type: integer}}}
              mixed: {oneOf: [{type: array, items: {type: string}}, {type: string}]}
      responses:
        "200":
          description: All.
          headers: {X-Total: {schema: {type: integer, example: 3}}}
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Item"}}
              examples: {one: {value: [{id: 1, name: One}]}, none: {value: []}}
            text/csv: {schema: {type: string, example: "id,name"}}
        "404": {description: Gone., content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
        4XX: {description: Wrong.}
    post:
      operationId: addItem
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Item"}}
          application/merge-patch+json: {schema: {$ref: "#/components/schemas/Made"}}
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                note: {type: string}
                sizes: {type: array, items: {type: integer}}
                labels: {oneOf: [{type: string}, {type: array, items: {type: string}, maxItems: 2}]}
      responses:
        "201": {description: Added., content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
  /items/{id}:
    get:
      operationId: getItem
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
  /items?draft=true:
    get: {operationId: listDrafts, security: [], responses: {"204": {description: None.}}}
  /items/latest:
    get: {operationId: latest, security: [], responses: {"204": {description: None.}}}
  /events:
    get:
      operationId: events
      security: []
      responses:
        "200":
          description: Events.
          content:
            text/event-stream:
              x-speakeasy-sse-sentinel: "[DONE]"
              schema: {$ref: "#/components/schemas/Item"}
  /shelves:
    post:
      operationId: addShelf
      security: []
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [id, room]
              properties: {id: {type: integer}, room: {type: object, properties: {id: {type: integer}}}}
      responses: {"204": {description: Added.}}
  /lines:
    get:
      operationId: lines
      security: []
      responses:
        "200": {description: Lines., content: {application/jsonl: {schema: {$ref: "#/components/schemas/Item"}}}}
components:
  securitySchemes:
    Key: {type: apiKey, in: query, name: key}
    Login: {type: http, scheme: basic}
    Cookie: {type: apiKey, in: cookie, name: session}
  schemas:
    Item:
      type: object
      required: [id, name]
      properties: {id: {type: integer, example: 7}, name: {type: string, example: Lamp}}
    Made:
      required: [made, id, name]
      allOf: [{$ref: "#/components/schemas/Item"}, {properties: {made: {type: string, readOnly: true}}}]
    Fault: {type: object, required: [code], properties: {code: {type: string, example: gone}}}
"""


def answer(line: str, body: bytes = b"", **headers: str) -> Any:
    exchange = sent(mock(SHOP), line, body, **headers)
    assert faults(exchange) == []
    return exchange


def refusals(line: str, body: bytes = b"", **headers: str) -> list[str]:
    return faults(sent(mock(SHOP), line, body, **headers))


FORMS = """
openapi: 3.1.0
info: {title: Forms, version: "1"}
paths:
  /pets:
    post:
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [id]
              properties:
                id: {type: integer}
                category: {type: object, properties: {id: {type: string}, name: {type: string}}}
      responses: {"204": {description: Done.}}
  /lists:
    post:
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [features, settings]
              properties:
                features: {type: array, items: {enum: [a, b]}}
                lines:
                  type: array
                  minItems: 2
                  items: {type: object, required: [price], properties: {price: {type: integer}}}
                settings: {type: object, properties: {on: {type: boolean}}}
            encoding:
              features: {style: deepObject, explode: true}
              lines: {style: deepObject, explode: true}
              settings: {style: deepObject, explode: true}
      responses: {"204": {description: Done.}}
"""
FORM = {"content_type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("path", "body", "fault"),
    [
        ("/pets", b"id=1&id=x&name=Dogs", []),
        ("/pets", b"id=x&name=Dogs", ['body: id: "x" is not of type "integer"']),
        ("/lists", b"features=a", []),
        ("/lists", b"features=a&features=b&settings%5Bon%5D=true", []),
        ("/lists", b"features=c", ['body: features.0: "c" is not one of "a" or "b"']),
        ("/lists", b"features=a&lines%5B0%5D%5Bprice%5D=1&lines%5B1%5D%5Bprice%5D=2", []),
        ("/lists", b"features=a&lines%5B0%5D%5Bprice%5D=1", ['body: lines: [{"price":1}] has less than 2 items']),
    ],
)
def test_forms_are_read_in_their_styles(path: str, body: bytes, fault: list[str]) -> None:
    assert faults(sent(mock(FORMS), f"POST {path}", body, **FORM)) == fault


def test_an_answer_is_the_example() -> None:
    exchange = answer("GET /items?key=x")
    assert exchange.response.status == 200
    assert json.loads(exchange.response.body) == [{"id": 1, "name": "One"}]
    assert headers_of(exchange)["content-type"] == "application/json"
    assert headers_of(exchange)["x-total"] == "3"


def test_an_answer_without_an_authored_example_has_those_of_its_properties() -> None:
    assert json.loads(answer("GET /items/7?key=x").response.body) == {"id": 7, "name": "Lamp"}


@pytest.mark.parametrize(
    ("prefer", "status", "body"),
    [
        ("code=404", 404, b'{"code": "gone"}'),
        ("code=409", 409, b""),
        ("example=none", 200, b"[]"),
        ('code="200", example=one', 200, b'[{"id": 1, "name": "One"}]'),
    ],
)
def test_prefer_chooses_an_answer(prefer: str, status: int, body: bytes) -> None:
    exchange = answer("GET /items?key=x", prefer=prefer)
    assert (exchange.response.status, exchange.response.body) == (status, body)


def test_a_status_that_is_not_described_is_refused() -> None:
    assert refusals("GET /items?key=x", prefer="code=500") == [
        "header Prefer: no answer 500 is described; there is 200, 404, 4XX"
    ]


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.1, application/json", "application/json"),
        ("*/*", "application/json"),
        ("image/png", "application/json"),
    ],
)
def test_accept_chooses_a_media_type(accept: str, content_type: str) -> None:
    assert headers_of(answer("GET /items?key=x", accept=accept))["content-type"] == content_type


@pytest.mark.parametrize("base", ["", "/v1", "/projects/one"])
def test_a_path_may_be_below_that_of_the_server(base: str) -> None:
    assert answer(f"GET {base}/items/7?key=x").operation == "getItem"


def test_a_concrete_path_comes_before_a_template() -> None:
    assert answer("GET /items/latest").operation == "latest"
    assert answer("GET /items/late%73t").operation == "latest"


def test_a_template_with_a_query_is_for_requests_with_it() -> None:
    assert answer("GET /items?draft=true").operation == "listDrafts"
    assert refusals("GET /items?draft=false&key=x") == ["query draft: the description has no such parameter"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("GET /things", "path: the description has no such path"),
        ("DELETE /items", "method: the path has GET, POST"),
        ("GET /items/seven?key=x", 'path id: "seven" is not of type "integer"'),
        ("GET /items?key=x&limit=51", "query limit: 51 is greater than the maximum of 50"),
        ("GET /items?key=x&limit=1&limit=2", "query limit: it is given more than once"),
        ("GET /items?key=x&filter%5Bprice%5D=much", 'query filter: price: "much" is not of type "number"'),
        ("GET /items?key=x&color=red", "query color: the description has no such parameter"),
        ("GET /items", "security: no credential for 'Key' or 'Login' and 'Cookie'"),
        ("GET /items?key=", "security: no credential for 'Key' or 'Login' and 'Cookie'"),
    ],
)
def test_what_is_not_described_is_refused(line: str, fault: str) -> None:
    assert refusals(line) == [fault]


def test_an_alternative_of_several_credentials_needs_all_of_them() -> None:
    assert refusals("GET /items", authorization="Basic eDp5") != []
    assert refusals("GET /items", authorization="Basic eDp5", cookie="session=1") == []
    assert refusals("GET /items", authorization="Bearer x", cookie="session=1") != []


def test_parameters_are_read_in_their_styles() -> None:
    assert refusals("GET /items?key=x&limit=5&tags=a,b%2Cc&filter%5Bprice%5D=1.5") == []


@pytest.mark.parametrize(
    "query",
    [
        'lamps={"id":1,"name":"One"}',
        'lamps={"id":1,"name":"One"}&lamps={"id":2,"name":"Two"}',
        'lamps=[{"id":1,"name":"One"}]',
        "sizes=1",
        "sizes=1&sizes=2",
        "rows=[1]",
        "rows=[[1]]",
        "mixed=a",
        "mixed=a&mixed=b",
    ],
)
def test_arrays_in_an_exploded_object_are_read_item_by_item_and_as_json(query: str) -> None:
    assert refusals(f"GET /items?key=x&{quote(query, safe='=&')}") == []


def test_an_item_of_an_array_in_an_exploded_object_is_held_against_its_schema() -> None:
    assert refusals("GET /items?key=x&sizes=a") == ['query exploded: sizes.0: "a" is not of type "integer"']


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b'{"id": 1, "name": "One"}', []),
        (b"", ["body: it is required"]),
        (b"{", ["body: it is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"]),
        (b'{"id": NaN, "name": "x"}', ["body: it is no JSON: NaN is no number of JSON"]),
        (b'{"id": "1"}', ['body: "name" is a required property', 'body: id: "1" is not of type "integer"']),
    ],
)
def test_a_body_is_held_against_its_schema(body: bytes, fault: list[str]) -> None:
    assert sorted(refusals("POST /items?key=x", body, content_type="application/json")) == fault


def test_a_media_type_that_is_not_described_is_refused() -> None:
    known = "application/json, application/merge-patch+json, multipart/form-data"
    assert refusals("POST /items?key=x", b"x", content_type="text/plain") == [
        f"header Content-Type: 'text/plain' is not described; there is {known}"
    ]
    assert refusals("POST /items?key=x", b"x") == ["header Content-Type: it is missing"]
    assert refusals("GET /items?key=x", b"x", content_type="text/plain") == ["body: the description has none"]


def test_what_is_only_read_need_not_be_sent() -> None:
    assert refusals("POST /items?key=x", b'{"id": 1, "name": "a"}', content_type="application/merge-patch+json") == []


PART = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ([(b"file", b'; filename="a.bin"', b"\x00\r\n\xff")], []),
        ([(b"file", b"", b"x"), (b"sizes", b"", b"1"), (b"sizes", b"", b"2")], []),
        ([(b"file", b"", b"x"), (b"labels", b"", b"a"), (b"labels", b"", b"b")], []),
        ([(b"note", b"", b"x")], ['body: "file" is a required property']),
        ([(b"file", b"", b"x"), (b"sizes", b"", b"big")], ['body: sizes.0: "big" is not of type "integer"']),
        (
            [(b"file", b"", b"x"), (b"note", b"", b"1"), (b"note", b"", b"2")],
            ["body: the part 'note' is given more than once"],
        ),
    ],
)
def test_parts_are_held_against_the_schema(parts: list[tuple[bytes, bytes, bytes]], fault: list[str]) -> None:
    body = b"".join(PART % part for part in parts) + b"--b--\r\n"
    assert refusals("POST /items?key=x", body, content_type="multipart/form-data; boundary=b") == fault


def test_a_multipart_body_without_its_last_boundary_is_refused() -> None:
    body = PART % (b"file", b"", b"x")
    assert refusals("POST /items?key=x", body, content_type="multipart/form-data; boundary=b") == [
        "body: the boundary at the end is missing"
    ]


def test_events_come_one_by_one_and_end_with_the_sentinel() -> None:
    event = b'data: {"id": 7, "name": "Lamp"}\n\n'
    assert answer("GET /events").response.pieces == (event, event, b"data: [DONE]\n\n")


def test_lines_come_one_by_one() -> None:
    line = b'{"id": 7, "name": "Lamp"}\n'
    assert answer("GET /lines").response.pieces == (line, line)


EVENTS = """
openapi: 3.1.0
info: {title: Events, version: "1"}
paths:
  /events:
    get:
      responses:
        "200":
          description: Events.
          content:
            text/event-stream:
              schema: {oneOf: [{$ref: "#/components/schemas/Added"}, {$ref: "#/components/schemas/Gone"}]}
components:
  schemas:
    Item: {type: object, required: [id, key], properties: {id: {type: integer, readOnly: true}, key: {writeOnly: true}}}
    Added: {type: object, required: [item], properties: {item: {$ref: "#/components/schemas/Item"}}}
    Gone: {type: object, required: [gone], properties: {gone: {type: integer}}}
"""


def test_events_of_each_variant_are_as_responses_are() -> None:
    events = [json.loads(piece.removeprefix(b"data:")) for piece in sent(mock(EVENTS), "GET /events").response.pieces]
    assert [list(event) for event in events] == [["item"], ["gone"]]
    assert list(events[0]["item"]) == ["id"]


def test_a_refusal_says_why() -> None:
    response = sent(mock(SHOP), "GET /items/x?key=x").response
    problem = json.loads(response.body)
    assert response.status == problem["status"] == 400
    assert problem["errors"] == [
        {
            "where": "path id",
            "message": '"x" is not of type "integer"',
            "schema": "#/paths/~1items~1{id}/get/parameters/0",
        }
    ]


def test_a_log_has_no_api_key_and_directs_no_terminal() -> None:
    exchange = sent(mock(SHOP), "GET /items?key=secret&limit=%1b\x1b", authorization="Basic c2VjcmV0")
    line, words = log_line(exchange, frozenset({"key"})), terminal_lines(exchange, frozenset({"key"}))
    entry: JsonObject = json.loads(line)
    assert entry["target"] == "/items?key=***&limit=%1b\x1b"
    assert "secret" not in line + words
    assert "\x1b" not in line + words


def test_a_page_of_a_browser_may_ask() -> None:
    exchange = sent(mock(SHOP), "OPTIONS /items", access_control_request_method="GET")
    assert exchange.response.status == 204
    assert headers_of(exchange)["access-control-allow-origin"] == "*"


PAGED = """
openapi: 3.1.0
info: {title: Paged, version: "1"}
paths:
  /offset:
    get:
      parameters:
        - {name: offset, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
      x-speakeasy-pagination:
        type: offsetLimit
        inputs: [{name: offset, in: parameters, type: offset}, {name: limit, in: parameters, type: limit}]
        outputs: {results: $.items}
      responses: &page
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: {type: array, items: {type: integer, example: 7}}
                  total: {type: integer}
                  next: {type: string}
  /number:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      x-speakeasy-pagination:
        type: offsetLimit
        inputs: [{name: page, in: parameters, type: page}]
        outputs: {results: $.items, numPages: $.total}
      responses: *page
  /cursor:
    post:
      requestBody:
        content: {application/json: {schema: {type: object, properties: {cursor: {type: [string, "null"]}}}}}
      x-speakeasy-pagination:
        type: cursor
        inputs: [{name: cursor, in: requestBody, type: cursor}]
        outputs: {results: $.items, nextCursor: $.next}
      responses: *page
  /url:
    get:
      x-speakeasy-pagination: {type: url, outputs: {results: $.items, nextUrl: $.next}}
      responses: *page
"""


def page(line: str, body: JsonObject | None = None, **headers: str) -> Any:
    content = b"" if body is None else json.dumps(body).encode()
    exchange = sent(mock(PAGED), line, content, content_type="application/json", **headers)
    assert faults(exchange) == []
    return json.loads(exchange.response.body)


def test_pages_by_offset_end() -> None:
    assert page("GET /offset?limit=3")["items"] == [7, 7, 7]
    assert page("GET /offset?limit=3&offset=3")["items"] == [7]
    assert page("GET /offset?limit=3&offset=4")["items"] == []


def test_pages_by_number_end() -> None:
    assert page("GET /number") == {"items": [7], "total": 2}
    assert page("GET /number?page=2") == {"items": [7], "total": 2}
    assert page("GET /number?page=3") == {"items": [], "total": 2}


def test_pages_by_cursor_end() -> None:
    first = page("POST /cursor", {"cursor": None})
    assert first["next"]
    assert "next" not in page("POST /cursor", {"cursor": first["next"]})


def test_pages_by_url_end() -> None:
    url = page("GET /url", host="api.example.com", x_forwarded_proto="https")["next"]
    assert url == "https://api.example.com/url?mock-page=2"
    assert "next" not in page("GET /url?mock-page=2")


SIGNED = """
openapi: 3.1.0
info: {title: Signed, version: "1"}
paths:
  /digest: {get: {operationId: digest, security: [{Digest: []}], responses: {"204": {description: Done.}}}}
  /token: {get: {operationId: token, security: [{OAuth: [read]}], responses: {"204": {description: Done.}}}}
  /free: {get: {operationId: free, security: [{OAuth: []}, {}], responses: {"204": {description: Done.}}}}
components:
  securitySchemes:
    Digest: {type: http, scheme: digest}
    OAuth:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: "https://id.example.com/oauth/token", scopes: {read: R}}}
"""


def test_a_digest_is_asked_for() -> None:
    first = sent(mock(SIGNED), "GET /digest")
    assert (first.response.status, faults(first)) == (401, [])
    assert headers_of(first)["www-authenticate"].startswith("Digest ")
    assert sent(mock(SIGNED), "GET /digest", authorization="Digest username=x").response.status == 204


def test_a_token_endpoint_gives_a_token() -> None:
    token = json.loads(sent(mock(SIGNED), "POST /oauth/token", b"grant_type=client_credentials").response.body)
    assert sent(mock(SIGNED), "GET /token", authorization=f"Bearer {token['access_token']}").response.status == 204
    assert faults(sent(mock(SIGNED), "GET /token")) == ["security: no credential for 'OAuth'"]


def test_optional_credentials_may_be_missing() -> None:
    assert faults(sent(mock(SIGNED), "GET /free")) == []


def test_members_of_an_object_in_a_form_come_after_the_property_of_the_same_name() -> None:
    form = "application/x-www-form-urlencoded"
    assert refusals("POST /shelves", b"id=1&id=2", content_type=form) == []
    assert refusals("POST /shelves", b"id=1", content_type=form) == []  # an empty object
    assert refusals("POST /shelves", b"id=1&id=b", content_type=form) == ['body: room.id: "b" is not of type "integer"']
    assert refusals("POST /shelves", b"id=a&id=2", content_type=form) == ['body: id: "a" is not of type "integer"']


SHARED = """
openapi: 3.1.0
info: {title: Shelves, version: "1"}
paths:
  /shelves:
    get:
      operationId: listShelves
      parameters:
        - {name: sort, in: query, schema: {type: integer}}
        - {name: page, in: query, required: true, schema: {type: integer}}
        - name: media
          in: query
          schema: {type: object, properties: {sort: {type: string, pattern: "^[a-z]+$"}, page: {type: string}}}
      responses: {"204": {description: None.}}
"""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("page=1&sort=title", []),
        ("page=1&sort=A", ['query media: sort: "A" does not match "^[a-z]+$"']),
        ("sort=title", ["query page: it is required"]),
    ],
)
def test_a_name_of_the_query_can_be_of_an_object(query: str, expected: list[str]) -> None:
    assert faults(sent(mock(SHARED), f"GET /shelves?{query}")) == expected


COMPOUND = """
openapi: 3.1.0
info: {title: Compound, version: "1"}
paths:
  /logs/{id}{extension}:
    get:
      operationId: log
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, maxLength: 8}}
        - {name: extension, in: path, required: true, style: label, schema: {enum: [json, tar.gz]}}
      responses: {"204": {description: It.}}
  /ranges/{from}-{to}:
    get:
      operationId: range
      parameters:
        - {name: from, in: path, required: true, schema: {type: integer}}
        - {name: to, in: path, required: true, schema: {type: integer, maximum: 0}}
      responses: {"204": {description: It.}}
  /jobs/{id}:{verb}:
    post:
      operationId: act
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, pattern: "^[a-z:]+$"}}
        - {name: verb, in: path, required: true, schema: {type: string, pattern: "^[a-z:]+$"}}
      responses: {"204": {description: Done.}}
  /jobs/{id}:stop:
    post:
      operationId: stop
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Done.}}
  /shops/{id}/{id}.{id}:
    get:
      operationId: again
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: It.}}
"""


@pytest.mark.parametrize(
    ("line", "operation"),
    [
        ("GET /logs/one.json", "log"),
        ("GET /logs/one.tar.gz", "log"),
        ("GET /logs/one%2Ejson", "log"),
        ("GET /ranges/3--5", "range"),
        ("GET /ranges/-3--5", "range"),
        ("POST /jobs/x:stop", "stop"),
        ("POST /jobs/x:start", "act"),
        ("POST /jobs/x%3Ay:start", "act"),
        ("POST /jobs/x:y%3Az", "act"),
        ("GET /shops/a.b/a.b.a.b", "again"),
    ],
)
def test_a_path_is_split_among_adjacent_parameters_as_their_schemas_allow(line: str, operation: str) -> None:
    exchange = sent(mock(COMPOUND), line)
    assert faults(exchange) == []
    assert exchange.operation == operation


def test_a_path_that_cannot_be_split_validly_is_refused_for_its_likeliest_reading() -> None:
    exchange = sent(mock(COMPOUND), "GET /logs/one.xml")
    assert [fault.partition(":")[0] for fault in faults(exchange)] == ["path extension"]


@pytest.mark.parametrize(("line", "verb"), [("x%3Ay:start", "start"), ("x:y%3Az", "y%3Az")])
def test_a_delimiter_of_the_template_is_the_one_that_is_not_encoded(line: str, verb: str) -> None:
    project = mock(COMPOUND)
    routed = Router(project.client).find("POST", f"/jobs/{line}")
    assert isinstance(routed, Routed)
    assert routed.splits[0]["verb"] == verb
