"""What a client does, in no language: the facts of a description that has each of them."""

import json
from typing import Any

import pytest
from msgspec.structs import replace
from typewright.client import Client, build_client
from typewright.client.arguments import Argument, Deprecation
from typewright.client.bodies import BodyProperty
from typewright.client.json_paths import segments_of
from typewright.client.media_kinds import MediaKind, media_kind
from typewright.client.methods import UsageExample
from typewright.client.retries import RetryPolicy
from typewright.client.serialization import Style
from typewright.client.signatures import Flattening, Origin, request_fields, signature_fields
from typewright.client.webhooks import PayloadForm, SignatureScheme, WebhookSignature
from typewright.ir import ABSENT, ParameterLocation, PartHeader, Ref
from typewright.naming import Ledger
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.surface.error_rules import error_rule

from tests.clients import FACTS, NEWER, client_of, method, surface_of
from tests.naming_documents import STRING, description, lowered, operation

FILE_TYPE = "application/octet-stream"


@pytest.fixture(scope="module")
def newer() -> Client:
    return client_of(NEWER.read_bytes())


@pytest.fixture(scope="module")
def acme() -> Client:
    return client_of(FACTS.read_bytes())


def argument(client: Client, operation_id: str, name: str) -> Argument:
    return next(found for found in method(client, operation_id).arguments if found.name == name)


def answers(client: Client, operation_id: str) -> list[tuple[str, MediaKind, bool]]:
    return [(answer.status, answer.kind, answer.is_error) for answer in method(client, operation_id).answers]


def test_a_client_has_title_class_and_prefix(acme: Client) -> None:
    assert (acme.title, acme.version, acme.class_name) == ("Acme photos", "2.1.0", "AcmePhotos")
    assert acme.environment_prefix == "ACMEPHOTOS"
    named = build_client(surface_of(FACTS.read_bytes()), Ledger(), sdk_class="Other", environment_prefix="acme")
    assert (named.class_name, named.environment_prefix) == ("Other", "ACME")


def test_groups_come_from_tags_and_the_root_is_the_client(acme: Client) -> None:
    photos, root = acme.groups
    assert (photos.path, photos.class_name, photos.description) == (("photos",), "Photos", "All photos.")
    assert [found.operation_id for found in photos.methods] == [
        "getPhoto",
        "changePhoto",
        "changePhoto_raw",
        "addPhoto",
        "findPhoto",
    ]
    assert root is acme.root
    assert [found.operation_id for found in root.methods] == ["sendText", "sendXml"]


def test_a_client_without_methods_of_its_own_has_an_empty_root(newer: Client) -> None:
    assert newer.root.methods == ()
    assert newer.root.class_name == newer.class_name


def test_a_group_keeps_the_class_of_the_last_run() -> None:
    ledger = Ledger({("group", "photos"): "Pictures"})
    assert build_client(surface_of(FACTS.read_bytes()), ledger).groups[0].class_name == "Pictures"


def test_a_server_is_known_by_the_extension_or_its_name(acme: Client) -> None:
    assert [server.id for server in acme.servers] == ["main", "eu"]


def test_a_method_is_described(acme: Client) -> None:
    photo = method(acme, "getPhoto")
    assert (photo.http_method, photo.path, photo.group, photo.name) == (
        "GET",
        "/photos/{id}",
        ("photos",),
        "getPhoto",
    )
    assert (photo.summary, photo.description) == ("Get a photo", "All of it.")
    assert photo.deprecation is not None
    assert photo.deprecation.message == "Too slow."
    assert photo.deprecation.instead == method(acme, "findPhoto").access
    assert method(acme, "findPhoto").deprecation is None


def test_usage_examples_have_a_position(acme: Client) -> None:
    expected = UsageExample(title="A photo", description="How to get one", position=2)
    assert method(acme, "getPhoto").usage_example == expected
    assert method(acme, "findPhoto").usage_example == UsageExample()
    assert method(acme, "addPhoto").usage_example is None


@pytest.mark.parametrize(
    ("name", "location", "style", "media_type"),
    [
        ("id", ParameterLocation.PATH, Style("matrix", explode=True), None),
        ("filter", ParameterLocation.QUERY, Style("form", explode=True, as_json=True), "application/json"),
        ("tags", ParameterLocation.QUERY, Style("pipeDelimited", explode=False), None),
        ("X-A", ParameterLocation.HEADER, Style("simple", explode=False), None),
        ("sid", ParameterLocation.COOKIE, Style("form", explode=True), None),
    ],
)
def test_an_argument_goes_to_a_place_in_a_style(
    acme: Client, name: str, location: ParameterLocation, style: Style, media_type: str | None
) -> None:
    found = argument(acme, "getPhoto", name)
    assert (found.location, found.style, found.media_type) == (location, style, media_type)


def test_an_argument_may_be_null_have_a_default_and_be_deprecated(acme: Client) -> None:
    size = argument(acme, "getPhoto", "size")
    assert (size.required, size.nullable, size.default) == (False, True, 3)
    assert size.deprecation == Deprecation(message="Say width.")
    tags = argument(acme, "getPhoto", "tags")
    assert (tags.nullable, tags.default, tags.deprecation) == (False, ["a"], None)
    path = argument(acme, "getPhoto", "id")
    assert (path.required, path.default) == (True, ABSENT)


def test_an_extension_lets_reserved_characters_stay(acme: Client) -> None:
    assert argument(acme, "getPhoto", "raw").allow_reserved
    assert not argument(acme, "getPhoto", "filter").allow_reserved


def test_a_body_in_several_media_types_is_json_first(acme: Client) -> None:
    body = method(acme, "changePhoto").body
    assert body is not None
    assert [(found.media_type, found.kind) for found in body.alternatives] == [
        ("application/merge-patch+json", MediaKind.JSON),
        ("application/octet-stream", MediaKind.BYTES),
    ]
    assert (body.required, body.is_object, [field.name for field in body.fields]) == (False, True, ["id", "next"])
    raw = method(acme, "changePhoto_raw").body
    assert raw is not None
    assert [found.kind for found in raw.alternatives] == [MediaKind.BYTES]
    assert not raw.is_object


@pytest.mark.parametrize(("operation", "kind"), [("sendText", MediaKind.TEXT), ("sendXml", MediaKind.XML)])
def test_text_and_xml_are_kinds_of_bodies(acme: Client, operation: str, kind: MediaKind) -> None:
    body = method(acme, operation).body
    assert body is not None
    assert body.alternatives[0].kind is kind


def properties(client: Client, operation_id: str) -> dict[str, BodyProperty]:
    body = method(client, operation_id).body
    assert body is not None
    return {found.name: found for found in body.alternatives[0].properties}


def test_parts_of_multipart_have_media_types_headers_and_styles(acme: Client) -> None:
    parts = properties(acme, "addPhoto")
    file = parts["file"]
    assert (file.is_file, file.is_list, file.content_type) == (True, False, "image/png, image/jpeg")
    assert file.headers == (PartHeader("X-Kind", "photo", required=True), PartHeader("X-Size"))
    assert (parts["files"].is_file, parts["files"].is_list) == (True, True)
    assert (parts["files"].content_type, parts["files"].has_content_type) == ("application/octet-stream", False)
    assert [parts[name].content_type for name in ("about", "title", "meta")] == [
        "application/json",
        "text/plain",
        "application/json",
    ]
    assert parts["words"].style == Style("pipeDelimited", explode=False)
    assert parts["title"].style is None


def test_properties_of_forms_have_styles_or_media_types(acme: Client) -> None:
    form = properties(acme, "findPhoto")
    assert form["word"].style == Style("form", explode=True)
    assert form["deep"].style == Style("deepObject", explode=False, allow_reserved=True)
    assert form["deep"].allow_reserved
    assert (form["doc"].style, form["doc"].content_type) == (None, "application/json")
    assert (form["kinds"].is_list, form["kinds"].content_type) == (True, "text/plain")


def test_a_union_in_a_form_may_be_a_part_of_itself() -> None:
    basket = {"type": "array", "items": {"anyOf": [{"$ref": "#/components/schemas/Basket"}, {"type": "integer"}]}}
    body = {"type": "object", "properties": {"basket": {"$ref": "#/components/schemas/Basket"}}}
    post = operation("send") | {"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": body}}}}
    client = client_of(json.dumps(description(post, schemas={"Basket": basket})).encode())
    assert properties(client, "send")["basket"].content_type == "text/plain"


def test_answers_have_a_kind_for_each_media_type(acme: Client) -> None:
    assert answers(acme, "getPhoto") == [
        ("200", MediaKind.JSON, False),
        ("200", MediaKind.BYTES, False),
        ("200", MediaKind.XML, False),
        ("304", MediaKind.EMPTY, False),
        ("404", MediaKind.JSON, True),
        ("410", MediaKind.TEXT, False),
        ("default", MediaKind.JSON, True),
    ]
    photo = method(acme, "getPhoto")
    assert photo.accept == ("application/json", "image/png", "application/xml", "text/plain")
    assert [header.name for header in photo.answers[0].headers] == ["X-Total"]
    problem = photo.answers[4]
    assert isinstance(problem.type, Ref)
    assert problem.type.id == "#/components/schemas/Problem"


def test_a_result_says_its_envelope_and_whether_it_can_be_missing(acme: Client) -> None:
    photo = method(acme, "getPhoto").result
    assert (photo.has_headers, photo.is_optional, photo.type) == (True, False, photo.envelope)
    assert isinstance(photo.body, Ref)
    added = method(acme, "addPhoto").result
    assert (added.envelope, added.is_optional, added.type) == (None, False, added.body)
    changed = method(acme, "changePhoto").result
    assert (changed.type, changed.is_optional) == (None, True)


def test_a_default_that_stands_alone_is_a_result(acme: Client) -> None:
    assert answers(acme, "sendXml") == [("default", MediaKind.JSON, False)]


def test_a_default_that_is_listed_is_an_error() -> None:
    written = operation("get", None, rdefault=STRING)
    written["x-speakeasy-errors"] = {"statusCodes": ["default"]}
    client = client_of(json.dumps(description(written)).encode())
    assert answers(client, "get") == [("default", MediaKind.JSON, True)]


def test_a_rule_of_errors_stands_at_the_operation_its_path_or_the_root(acme: Client) -> None:
    written = method(acme, "addPhoto").operation
    root = lowered(description(operation("get"), **{"x-speakeasy-errors": {"statusCodes": ["3XX"]}}))
    rule = error_rule(written, root)
    assert [rule.is_error(status) for status in ("200", "304", "3XX", "404")] == [False, True, True, True]


def test_rules_of_paths_hold_for_their_operations(acme: Client) -> None:
    assert method(acme, "addPhoto").retries == RetryPolicy(strategy="none")
    own = method(acme, "changePhoto").retries
    assert own == RetryPolicy(status_codes=("503", "5XX"))
    assert (method(acme, "changePhoto").timeout_ms, method(acme, "addPhoto").timeout_ms) == (100, 9000)
    assert acme.timeout_ms == 9000
    assert method(acme, "addPhoto").max_method_params == 4


def test_an_extension_names_the_header_of_an_idempotency_key(acme: Client) -> None:
    names = ("changePhoto", "sendText", "getPhoto", "addPhoto")
    assert [method(acme, name).idempotency_header for name in names] == ["X-Once", "X-Once", None, None]


@pytest.mark.parametrize("responses", [{}, {"204": {"description": "Done."}}])
def test_an_operation_that_answers_nothing_has_no_pages(responses: Any) -> None:
    paged = operation("listEntries")
    paged["x-speakeasy-pagination"] = {
        "type": "offsetLimit",
        "inputs": [{"name": "offset", "in": "parameters", "type": "offset"}],
        "outputs": {"results": "$.entries"},
    }
    paged["parameters"] = [{"name": "offset", "in": "query", "schema": {"type": "integer"}}]
    paged["responses"] = responses
    client = client_of(json.dumps(description(paged)).encode())
    found = method(client, "listEntries")
    assert (found.paging, found.result.type) == (None, None)


def test_security_may_be_optional_and_own(acme: Client) -> None:
    assert method(acme, "sendText").security == ({}, {"key": ()})
    assert acme.security.alternatives_of(method(acme, "sendText")) == ({}, {"key": ()})
    own = method(acme, "sendXml")
    assert own.security_type is not None
    assert acme.security.alternatives_of(own) == ({"key": ()},)
    assert [scheme.key for scheme in acme.security.offered] == ["key"]
    assert acme.security.offered[0].example == "abc"


def test_events_of_a_union_have_no_single_data(acme: Client) -> None:
    found = next(answer.stream for answer in method(acme, "findPhoto").answers if answer.stream)
    assert found is not None
    assert (found.is_event, found.data, found.data_is_text) == (True, None, False)
    alone = method(acme, "sendText").answers[0].stream
    assert alone is not None
    assert (alone.is_event, alone.data, alone.sentinel) == (False, alone.item, None)
    assert method(acme, "sendText").has_stream


def test_a_query_parameter_may_choose_the_stream(acme: Client) -> None:
    choice = method(acme, "findPhoto").stream_choice
    assert choice is not None
    assert (choice.name, choice.origin, choice.field, choice.default) == ("stream", "parameter", None, True)


def test_webhooks_are_signed_as_described(acme: Client) -> None:
    (added,) = acme.webhooks
    assert [found.name for found in added.arguments] == ["X-Signature"]
    expected = WebhookSignature(type="signature", header="X-Signature", encoding="hex", algorithm="sha512")
    assert acme.webhook_signature == expected


def test_a_signature_takes_the_request_apart_or_not(acme: Client) -> None:
    methods = surface_of(FACTS.read_bytes())
    change = replace(build_client(methods, Ledger()).methods["#/paths/~1photos~1{id}/patch"], max_method_params=None)

    def origins(flattening: Flattening) -> list[tuple[Origin, str]]:
        return [(found.origin, found.field.name) for found in signature_fields(change, methods, flattening)]

    parameter, body = (Origin.PARAMETER, "id"), [(Origin.BODY_FIELD, "id"), (Origin.BODY_FIELD, "next")]
    assert origins(Flattening()) == [parameter, *body]
    assert origins(Flattening(body_first=True)) == [*body, parameter]
    assert origins(Flattening(always=False, max_params=2)) == [(Origin.REQUEST, "request")]
    assert origins(Flattening(always=False, max_params=3)) == [parameter, *body]
    own = replace(change, max_method_params=2)
    assert signature_fields(own, methods, Flattening(always=False, max_params=3))[0].origin is Origin.REQUEST


def test_a_request_is_taken_apart_to_parameters_and_body() -> None:
    methods = surface_of(FACTS.read_bytes())
    change = build_client(methods, Ledger()).methods["#/paths/~1photos~1{id}/patch"]

    def origins(flattening: Flattening, limit: int | None = None) -> list[Origin]:
        return [found.origin for found in request_fields(replace(change, max_method_params=limit), methods, flattening)]

    assert origins(Flattening(always=False, max_params=1)) == []
    assert origins(Flattening(always=False, max_params=2)) == [Origin.PARAMETER, Origin.BODY]
    assert origins(Flattening(always=False, max_params=2, body_first=True)) == [Origin.BODY, Origin.PARAMETER]
    assert origins(Flattening(always=False, max_params=2), limit=1) == []
    assert origins(Flattening(always=False), limit=2) == [Origin.PARAMETER, Origin.BODY]


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("Application/JSON; charset=utf-8", MediaKind.JSON),
        ("application/vnd.acme.v1+json", MediaKind.JSON),
        ("application/problem+json", MediaKind.JSON),
        ("application/jsonl", MediaKind.JSON_LINES),
        ("application/x-ndjson", MediaKind.JSON_LINES),
        ("text/event-stream; charset=utf-8", MediaKind.EVENTS),
        ("application/x-www-form-urlencoded", MediaKind.FORM),
        ("multipart/mixed", MediaKind.MULTIPART),
        ("application/atom+xml", MediaKind.XML),
        ("text/xml", MediaKind.XML),
        ("text/csv", MediaKind.TEXT),
        ("image/png", MediaKind.BYTES),
        ("*/*", MediaKind.BYTES),
    ],
)
def test_a_media_type_is_of_one_kind(media_type: str, kind: MediaKind) -> None:
    assert media_kind(media_type) is kind


@pytest.mark.parametrize(
    ("path", "segments"),
    [
        ("$", ()),
        ("$.data.items", ("data", "items")),
        ("data.items", ("data", "items")),
        ("$['a b'][\"c\"]", ("a b", "c")),
        ("$.items[-1].id", ("items", -1, "id")),
        ("$.items[*]", ("items", "*")),
        ("$..id", None),
        ("$.items[?(@.a)]", None),
    ],
)
def test_a_json_path_of_members_and_indices_is_read(path: str, segments: tuple[str | int, ...] | None) -> None:
    assert segments_of(path) == segments


@pytest.mark.parametrize("written", [None, 3, [], "x", {"type": 3}, {"inputs": 3}, {"inputs": [3], "outputs": []}])
def test_malformed_extensions_count_as_absent(written: Any) -> None:
    own = {
        **operation("get", None, r200=STRING),
        "x-speakeasy-pagination": written,
        "x-speakeasy-retries": written,
        "x-speakeasy-timeout": [written],
        "x-speakeasy-errors": written,
        "x-speakeasy-usage-example": written,
    }
    client = client_of(json.dumps(description(own, **{"x-speakeasy-webhooks": written})).encode())
    (found,) = client.methods.values()
    assert found.timeout_ms is None
    assert found.errors == ()
    assert found.paging is None


def test_the_whole_query_is_read_before_openapi_3_2_with_a_warning() -> None:
    written = operation("get", None, r200=STRING)
    written["parameters"] = [{"name": "q", "in": "querystring", "content": {"application/json": {"schema": {}}}}]
    for version, codes in (("3.1.0", ["W323"]), ("3.2.0", [])):
        text = json.dumps({**description(written), "openapi": version}).encode()
        assert [found.code for found in lower(document_from_bytes(text, "openapi.json"))[1]] == codes


@pytest.mark.parametrize(
    ("members", "content_type", "is_file"),
    [
        ("{type: string}, {enum: [a, b]}", "text/plain", False),
        ("{type: string}, {type: array, items: {type: string}}", "text/plain", False),
        ("{type: string, format: binary}, {type: array, items: {type: string, format: binary}}", FILE_TYPE, True),
        ("{type: string}, {type: object}", "application/json", False),
    ],
)
def test_a_part_of_a_union_is_written_as_all_its_members_are(members: str, content_type: str, is_file: bool) -> None:
    schema = f"{{type: object, properties: {{part: {{oneOf: [{members}]}}}}}}"
    text = f"""
openapi: 3.1.0
info: {{title: t, version: "1"}}
paths:
  /:
    post:
      operationId: send
      requestBody: {{content: {{multipart/form-data: {{schema: {schema}}}}}}}
      responses: {{"204": {{description: Done.}}}}
"""
    part = properties(client_of(text.encode()), "send")["part"]
    assert (part.content_type, part.is_file) == (content_type, is_file)


def test_incoming_calls_are_named_after_their_keys() -> None:
    hook = {"requestBody": {"content": {"application/xml": {}}}, "responses": {}}
    callback = {"{$request.body#/url}": {"post": {"responses": {}}}}
    own = operation("post", None, r200=STRING) | {"operationId": "subscribe", "callbacks": {"on/event": callback}}
    text = description(own, webhooks={"a": {"post": hook | {"operationId": "x"}}, "b": {"put": hook, "post": hook}})
    client = client_of(json.dumps(text).encode())
    assert [(found.name, found.words) for found in client.webhooks] == [("a", "a"), ("b", "put b"), ("b", "post b")]
    (found,) = client.callbacks
    assert (found.name, found.words, found.form) == ("on/event", "subscribe on/event", PayloadForm.NOTHING)
    assert client.webhooks[0].form is PayloadForm.TEXT
    assert found.owner is not None


@pytest.mark.parametrize(
    ("written", "scheme"),
    [
        ({"type": "standard-webhooks"}, SignatureScheme.STANDARD),
        ({"type": "signature", "headerName": "X"}, SignatureScheme.HMAC),
        (
            {"type": "signature", "headerName": "X", "algorithm": "HMAC-SHA1", "signatureTextEncoding": "HEX"},
            SignatureScheme.HMAC,
        ),
        ({"type": "signature"}, None),
        ({"type": "signature", "headerName": "X", "algorithm": "ed25519"}, None),
        ({"type": "signature", "headerName": "X", "signatureTextEncoding": "base32"}, None),
        ({"type": "custom"}, None),
    ],
)
def test_signatures_that_clients_cannot_verify_are_told_apart(written: Any, scheme: SignatureScheme | None) -> None:
    text = description(webhooks={"a": {"post": {"responses": {}}}}) | {"x-speakeasy-webhooks": {"security": written}}
    client = client_of(json.dumps(text).encode())
    assert client.webhook_signature is not None
    assert client.webhook_signature.scheme is scheme
    assert (client.signature_of(client.webhooks[0]) is None) == (scheme is None)


@pytest.mark.parametrize(
    ("schema", "kind"),
    [({"type": "string", "format": "binary"}, MediaKind.BYTES), ({"type": "string"}, MediaKind.JSON)],
)
def test_an_answer_that_is_a_file_is_bytes_whatever_its_media_type_says(schema: object, kind: MediaKind) -> None:
    responses = {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}}
    paths = {"/file": {"get": {"operationId": "getFile", "responses": responses}}}
    root = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths}
    answers = method(client_of(json.dumps(root).encode()), "getFile").answers
    assert [answer.kind for answer in answers] == [kind]


@pytest.mark.parametrize(
    ("schema", "kind", "media_type"),
    [
        ({"type": "object", "properties": {"a": STRING}}, MediaKind.JSON, "application/json"),
        ({"type": "array", "items": STRING}, MediaKind.JSON, "application/json"),
        ({"type": "object", "additionalProperties": STRING}, MediaKind.JSON, "application/json"),
        ({"type": "string", "format": "binary"}, MediaKind.BYTES, "*/*"),
        ({}, MediaKind.BYTES, "*/*"),
    ],
)
def test_objects_of_any_media_type_are_sent_as_json(schema: Any, kind: MediaKind, media_type: str) -> None:
    sent = {"content": {"*/*": {"schema": schema}}, "required": True}
    client = client_of(json.dumps(description({**operation("put", None, r200=STRING), "requestBody": sent})).encode())
    (method,) = client.methods.values()
    assert method.body is not None
    (alternative,) = method.body.alternatives
    assert (alternative.kind, alternative.media_type) == (kind, media_type)
