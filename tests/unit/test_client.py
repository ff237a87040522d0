"""What a client does, in no language: the facts of the descriptions that the served table is about."""

import json

import pytest
from typewright.client import Client
from typewright.client.media_kinds import MediaKind
from typewright.client.paging import PagingInput, PagingKind
from typewright.client.retries import RetryPolicy
from typewright.client.security import SchemeKind
from typewright.ir import ParameterLocation, Ref, StreamOf

from tests.clients import NEWER, SERVED, client_of, method


@pytest.fixture(scope="module")
def served() -> Client:
    return client_of(SERVED.read_bytes())


@pytest.fixture(scope="module")
def newer() -> Client:
    return client_of(NEWER.read_bytes())


def test_servers_have_ids_and_variables(served: Client) -> None:
    assert [server.id for server in served.servers][1:] == ["eu", "regional"]
    region, version = served.servers[2].variables
    assert (region.name, region.default, region.values) == ("region", "north", ("north", "south"))
    assert (version.default, version.values) == ("v1", ())


def test_an_operation_has_the_servers_of_its_path(served: Client) -> None:
    assert [server.url[-6:] for server in method(served, "getAtOwnServer").servers] == ["89/own", "second"]
    assert method(served, "getAtUsualServer").servers == ()


def test_retries_are_typed(served: Client, newer: Client) -> None:
    assert method(served, "putRetriedOnStatusAlone").retries == RetryPolicy(
        initial_interval_ms=20,
        max_interval_ms=100,
        exponent=1.5,
        max_elapsed_time_ms=2000,
        status_codes=("503",),
        retry_connection_errors=False,
    )
    assert served.retries is None
    assert newer.retries is not None
    assert method(newer, "listThings").retries is None


def test_a_timeout_is_in_milliseconds(served: Client) -> None:
    assert method(served, "getQuickly").timeout_ms == 300
    assert method(served, "getOnce").timeout_ms is None


def test_a_header_parameter_of_the_usual_name_holds_the_idempotency_key(served: Client) -> None:
    assert method(served, "postOnce").idempotency_header == "Idempotency-Key"
    assert method(served, "getOnce").idempotency_header is None


def test_pages_are_asked_for_by_offset_page_cursor_or_url(served: Client) -> None:
    by_offset = method(served, "listByOffset").paging
    assert by_offset is not None
    assert by_offset.kind is PagingKind.OFFSET_LIMIT
    assert by_offset.input("offset") == PagingInput(role="offset", name="offset", is_in_body=False)
    assert by_offset.results == "$.items"
    by_page = method(served, "listByPage").paging
    assert by_page is not None
    assert by_page.num_pages == "$.pages"
    assert by_page.input("page") is not None
    in_body = method(served, "searchByCursor").paging
    assert in_body is not None
    assert in_body.input("cursor") == PagingInput(role="cursor", name="cursor", is_in_body=True)
    assert in_body.next_cursor == "$.next"
    by_url = method(served, "listByUrl").paging
    assert by_url is not None
    assert (by_url.kind, by_url.next_url) == (PagingKind.URL, "$.next")


def test_the_item_of_a_page_is_that_of_its_results(served: Client) -> None:
    for name in ("listByOffset", "listByLastId", "listByUrl"):
        paging = method(served, name).paging
        assert paging is not None
        assert isinstance(paging.item, Ref)
        assert paging.item.id == "#/components/schemas/Pet"


def test_security_is_none_own_or_the_clients(served: Client, newer: Client) -> None:
    assert method(newer, "getPublic").security == ()
    assert method(newer, "listThings").security is None
    assert newer.security.alternatives == ({"apiKey": ()},)
    assert method(served, "withBasic").security == ({"basic": ()},)


def test_schemes_say_what_is_done_with_a_credential(served: Client) -> None:
    kinds = {scheme.key: scheme.kind for scheme in served.security.schemes}
    assert kinds == {
        "headerKey": SchemeKind.API_KEY,
        "queryKey": SchemeKind.API_KEY,
        "cookieKey": SchemeKind.API_KEY,
        "basic": SchemeKind.BASIC,
        "bearer": SchemeKind.BEARER,
        "digest": SchemeKind.DIGEST,
        "certificate": SchemeKind.MUTUAL_TLS,
        "hoba": SchemeKind.HTTP,
        "openid": SchemeKind.OPENID_CONNECT,
        "machine": SchemeKind.CLIENT_CREDENTIALS,
        "person": SchemeKind.RESOURCE_OWNER,
    }
    query = served.security.scheme("queryKey")
    assert query is not None
    assert (query.location, query.name) == ("query", "api_key")
    machine = served.security.scheme("machine")
    assert machine is not None
    assert machine.token_url == "http://127.0.0.1:8089/token"  # noqa: S105
    assert machine.scopes == ("read", "write")
    assert [field.name for field in machine.credentials] == ["clientID", "clientSecret", "tokenURL"]
    basic = served.security.scheme("basic")
    assert basic is not None
    assert basic.is_compound
    assert [field.name for field in basic.credentials] == ["username", "password"]


def test_a_single_text_is_taken_without_an_object(newer: Client, served: Client) -> None:
    assert newer.security.single is not None
    assert newer.security.single.name == "apiKey"
    assert served.security.single is None


def test_events_have_a_model_data_and_a_sentinel(served: Client) -> None:
    answer = next(answer for answer in method(served, "chatEither").successes if answer.stream)
    assert answer.kind is MediaKind.EVENTS
    assert isinstance(answer.type, StreamOf)
    stream = answer.stream
    assert stream is not None
    assert stream.is_event
    assert stream.sentinel == "[DONE]"
    assert isinstance(stream.data, Ref)
    assert stream.data.id == "#/components/schemas/Word"
    assert not stream.data_is_text
    texts = method(served, "textEvents").successes[0].stream
    assert texts is not None
    assert texts.data_is_text


def test_lines_of_json_are_a_stream_of_items(served: Client, newer: Client) -> None:
    for client, name, item in (
        (served, "petLines", "Pet"),
        (served, "petNdjson", "Pet"),
        (newer, "readLines", "Thing"),
    ):
        stream = method(client, name).successes[0].stream
        assert stream is not None
        assert stream.kind is MediaKind.JSON_LINES
        assert isinstance(stream.item, Ref)
        assert stream.item.id == f"#/components/schemas/{item}"


def test_an_argument_chooses_between_the_answer_and_its_stream(served: Client) -> None:
    choice = method(served, "chatEither").stream_choice
    assert choice is not None
    assert (choice.name, choice.origin, choice.default) == ("stream", "body", False)
    assert method(served, "textEvents").stream_choice is None


def test_default_beside_a_declared_success_is_an_error(served: Client) -> None:
    retried = method(served, "getRetried")
    assert [answer.status for answer in retried.errors] == ["default"]
    assert [answer.status for answer in retried.successes] == ["200"]
    assert retried.accept == ("application/json",)


def test_an_override_of_errors_makes_values_of_the_others(served: Client) -> None:
    overridden = next(found for found in served.methods.values() if "x-speakeasy-errors" in found.operation.extensions)
    assert {answer.status for answer in overridden.errors} == {"409"}
    assert {answer.status for answer in overridden.successes} == {"200", "404"}


def test_the_whole_query_is_one_argument(newer: Client) -> None:
    (criteria,) = method(newer, "searchWhole").arguments
    assert criteria.location is ParameterLocation.QUERYSTRING
    assert criteria.media_type == "application/x-www-form-urlencoded"


def test_global_parameters_are_the_clients(newer: Client) -> None:
    assert [argument.name for argument in newer.globals] == ["tenant", "X-Region", "project"]
    things = method(newer, "listThings")
    assert [argument.name for argument in things.globals] == ["project", "tenant", "X-Region"]
    assert [argument.name for argument in things.arguments if not argument.is_global] == ["limit"]


def test_reserved_characters_may_stay(newer: Client) -> None:
    (path,) = method(newer, "getFile").arguments
    assert path.allow_reserved


def test_webhooks_have_their_bodies(served: Client) -> None:
    (adopted,) = served.webhooks
    assert adopted.name == "petAdopted"
    assert adopted.body is not None
    assert adopted.body.alternatives[0].kind is MediaKind.JSON


def test_a_body_in_no_media_type_is_none() -> None:
    operation = {"operationId": "send", "requestBody": {"required": True, "content": {}}, "responses": {}}
    described = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {"post": operation}}}
    assert method(client_of(json.dumps(described).encode()), "send").body is None
