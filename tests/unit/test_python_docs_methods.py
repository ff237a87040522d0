"""Pages of Python methods: what a method takes, what it gives, and how it is called."""

from typing import Any

import pytest
from typewright.targets.python.options import PythonDocs

from tests.naming_documents import ENUM, STRING, Written, array, body, description, operation, record, ref
from tests.python_documents import call_on, code_blocks, pages, rows, symmetric

NUMBER = {"type": "integer"}
REQUEST_TEXT = "The request object to use for the request."


def parameter(name: str, schema: Any = STRING, *, required: bool = False, **more: Any) -> Written:
    return {"name": name, "in": "query", "required": required, "schema": schema, **more}


def method(**members: Any) -> Written:
    """Return an operation of the group `things` that gives a text."""
    return {**operation("doIt", None, r200=STRING), "x-speakeasy-group": "things", **members}


def sending(schema: Any, *, required: bool = True, **members: Any) -> Written:
    """Return such an operation with a request body."""
    return method(requestBody={**body(schema), "required": required}, **members)


def page(operation_: Written, *, schemas: Any = None, spec: Any = None, **options: Any) -> str:
    """Return the page of the group `things`."""
    written = description(operation_, schemas=schemas, **(spec or {}))
    return pages(written, **options)["sdks/things/README.md"]


def parameters(text: str) -> dict[str, list[str]]:
    return rows(text, "Parameters")


def test_the_frame_of_a_page() -> None:
    spec = {"tags": [{"name": "things", "description": "All things."}]}
    text = page(method(summary="Do it.", description="Does it."), spec=spec)
    head, section = text.split("\n\n## do_it\n\n")
    assert head == (
        "# Things\n(*things*)\n\n## Overview\n\nAll things.\n\n### Available Operations\n\n* [do_it](#do_it) - Do it."
    )
    assert section.startswith(
        "Does it.\n\n### Example Usage\n\n"
        '<!-- UsageSnippet language="python" operationID="doIt" method="post" path="/p0" -->\n```python\n'
    )
    assert text.endswith("|")


def test_later_trees_have_no_line_with_the_group() -> None:
    docs = PythonDocs(usage="reference", group_line=False)
    assert page(method(), docs=docs).startswith("# Things\n\n## Overview")


def test_groups_and_methods_are_in_snake_case() -> None:
    nested = {**method(), "x-speakeasy-group": "myThings.inBox", "x-speakeasy-name-override": "getAll"}
    text = pages(description(nested))["sdks/inbox/README.md"]
    assert text.startswith("# InBox\n(*my_things.in_box*)\n")
    assert "acme.my_things.in_box.get_all()" in text


def test_the_class_of_a_group_gives_way_to_a_component() -> None:
    found = pages(description(sending(ref("Things")), schemas={"Things": record(x=STRING)}))
    assert found["sdks/thingssdk/README.md"].startswith("# ThingsSDK\n(*things*)\n")
    assert "acme.things.do_it(" in found["sdks/thingssdk/README.md"]


def test_parameters_come_first_and_required_ones_before_all_others() -> None:
    schema = {**record(b=STRING, a=STRING), "required": ["a"]}
    made = sending(schema, parameters=[parameter("q"), parameter("p", required=True)])
    assert list(parameters(page(made))) == ["p", "a", "q", "b", "retries"]
    assert list(parameters(page(made, flattening_order="body-first"))) == ["a", "p", "b", "q", "retries"]


def test_a_body_alone_is_taken_apart_where_it_is_required() -> None:
    assert list(parameters(page(sending(record(a=STRING))))) == ["a", "retries"]
    found = parameters(page(sending(record(a=STRING), required=False)))
    link = "[models.DoItRequestBody](../../models/doitrequestbody.md)"
    assert found["request"] == [link, ":heavy_check_mark:", REQUEST_TEXT]


def test_an_optional_body_is_taken_apart_beside_a_required_parameter() -> None:
    made = sending(record(a=STRING), required=False, parameters=[parameter("q"), parameter("p", required=True)])
    assert list(parameters(page(made))) == ["p", "q", "a", "retries"]


def test_an_optional_body_is_one_argument_where_all_parameters_are_optional() -> None:
    made = sending(record(a=STRING), required=False, parameters=[parameter("q")])
    assert list(parameters(page(made))) == ["q", "request_body", "retries"]


def test_a_body_that_is_no_object_is_one_argument() -> None:
    alone = parameters(page(sending(array(STRING))))
    assert list(alone) == ["request", "retries"]
    beside = parameters(page(sending(array(STRING), parameters=[parameter("q")])))
    assert beside["request_body"][:2] == ["List[*str*]", ":heavy_check_mark:"]


def test_without_flattening_small_requests_alone_are_taken_apart() -> None:
    made = sending(record(a=STRING, b=STRING), parameters=[parameter("q")])
    whole = page(made, flatten_requests=False, max_method_params=2)
    assert list(parameters(whole)) == ["request", "retries"]
    assert 'acme.things.do_it(request={\n        "request_body": {},\n    })' in whole
    assert list(parameters(page(made, flatten_requests=False, max_method_params=3))) == ["q", "a", "b", "retries"]


def test_a_call_writes_builtins_with_an_underscore_and_tables_do_not() -> None:
    schema = {**record(type=STRING, id=STRING, input=STRING), "required": ["type", "id", "input"]}
    text = page(sending(schema), redefined_builtins=("id", "input"))
    assert list(parameters(text))[:3] == ["type", "id", "input"]
    assert 'do_it(type_="<value>", id="<id>", input="<value>")' in text


def test_what_a_method_gives() -> None:
    cases = {
        "**[models.Thing](../../models/thing.md)**": ref("Thing"),
        "**[List[models.Thing]](../../models/.md)**": array(ref("Thing")),
    }
    for shown, schema in cases.items():
        made = {**method(), "responses": {"200": body(schema)}}
        assert f"### Response\n\n{shown}\n\n### Errors" in page(made, schemas={"Thing": record(x=STRING)})
    made = {**method(), "responses": {"200": body(array(ref("Thing")))}}
    linked = page(made, schemas={"Thing": record(x=STRING)}, docs=PythonDocs(usage="reference"))
    assert "**[List[models.Thing]](../../models/thing.md)**" in linked


def test_a_method_without_a_response_has_no_such_section() -> None:
    text = call({**method(), "security": [], "responses": {"204": {"description": ""}}})
    assert "### Response" not in text
    assert call_on(text) == "with Acme() as acme:\n\n    acme.things.do_it()\n\n    # Use the SDK ...\n\n"


def test_errors_are_listed_with_the_rest_at_the_end() -> None:
    error = {**record(x=STRING), "title": "Bad"}
    made = {**method(), "responses": {"200": body(STRING), "400": body(error), "404": {"description": ""}}}
    found = rows(page(made, default_error_name="AcmeError", **symmetric()), "Errors")
    assert found == {
        "errors.Bad": ["400", "application/json"],
        "errors.AcmeError": ["4XX, 5XX", "\\*/\\*"],
    }


CLIENT = 'with Acme(\n    api_key=os.getenv("ACME_API_KEY", ""),\n) as acme:\n\n'
SCHEMES = {"securitySchemes": {"apiKey": {"type": "http", "scheme": "bearer"}}}
SERVERS = [{"url": "https://acme.example.com"}]


def call(operation_: Written, **options: Any) -> str:
    """Return the page of the group `things` of an API that has an address and asks for a key."""
    spec = description(operation_, security=[{"apiKey": []}], servers=SERVERS)
    spec["components"] |= SCHEMES
    return pages(spec, **options)["sdks/things/README.md"]


def test_a_call_with_credentials() -> None:
    code = next(code_blocks(call(method(parameters=[parameter("q", required=True)]))))
    assert code == (
        "from acme_pets import Acme\nimport os\n\n\n"
        f'{CLIENT}    res = acme.things.do_it(q="<value>")\n\n'
        "    assert res is not None\n\n    # Handle response\n    print(res)\n\n"
    )


def test_a_response_that_is_always_there_is_not_asserted() -> None:
    assert "assert" not in call(method(), response_required=True)
    sometimes = {**method(), "responses": {"200": body(STRING), "204": {"description": ""}}}
    code = next(code_blocks(call(sometimes, response_required=True)))
    assert "assert" not in code
    assert "print(res)" in code
    assert "assert res is not None" in call(sometimes, response_required=True, answers="reference")


def test_a_stream_is_read_event_by_event() -> None:
    made = {**method(), "responses": {"200": body(record(x=STRING), "text/event-stream")}}
    assert call_on(call(made)).endswith(
        "    with res as event_stream:\n        for event in event_stream:\n"
        "            # handle event\n            print(event, flush=True)\n\n"
    )


def test_pages_of_a_list_follow_each_other() -> None:
    rule = {"type": "cursor", "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}]}
    rule["outputs"] = {"nextCursor": "$.next"}
    after = {"name": "after", "in": "query", "schema": STRING}
    made = method(parameters=[after], **{"x-speakeasy-pagination": rule})
    assert call_on(call(made)).endswith(
        "    while res is not None:\n        # Handle items\n\n        res = res.next()\n\n"
    )


def test_objects_and_lists_are_broken_and_nothing_else() -> None:
    schema = record(
        deep={**record(inner=array(NUMBER), flag={"type": "boolean"}), "example": {"inner": [1, 2], "flag": True}},
        name={**STRING, "example": 'a "long" name'},
    )
    inner = '        "inner": [\n            1,\n            2,\n        ],\n        "flag": True,\n'
    assert f'do_it(deep={{\n{inner}    }}, name="a \\"long\\" name")' in call(sending(schema))


def test_scalar_defaults_are_passed_and_others_are_not() -> None:
    schema = record(
        limit={**NUMBER, "default": 10},
        order={**ENUM, "default": "a"},
        tags={**array(STRING), "default": ["x"]},
        plain=STRING,
    )
    assert 'do_it(limit=10, order="a")' in call(sending(schema))


def test_an_example_of_the_media_type_goes_first() -> None:
    made = sending({**record(a=STRING, b=NUMBER), "required": ["a"]})
    made["requestBody"]["content"]["application/json"]["example"] = {"a": "told", "b": 3}
    assert 'do_it(a="told", b=3)' in call(made)


def test_an_optional_body_without_an_example_is_left_out() -> None:
    assert "acme.things.do_it()\n" in call(sending(record(a=STRING), required=False))
    shown = sending(record(a={**STRING, "example": "x"}), required=False)
    assert 'do_it(request={\n        "a": "x",\n    })' in call(shown)


def test_a_file_is_opened() -> None:
    made = method()
    schema = {**record(file={"type": "string", "format": "binary"}), "required": ["file"]}
    made["requestBody"] = {**body(schema, "multipart/form-data"), "required": True}
    assert (
        'do_it(file={\n        "file_name": "example.file",\n        "content": open("example.file", "rb"),\n    })'
        in call(made)
    )


def test_members_of_enumeration_classes_are_imported() -> None:
    made = method(parameters=[parameter("kind", ENUM, required=True)])
    code = next(code_blocks(call(made, enum_format="enum")))
    assert code.startswith("from acme_pets import Acme, models\nimport os\n")
    assert "do_it(kind=models.Kind." in code


def test_moments_are_parsed() -> None:
    when = {"type": "string", "format": "date-time", "example": "2024-08-15T12:34:56Z"}
    code = next(code_blocks(call(method(parameters=[parameter("when", when)]))))
    assert "from acme_pets.utils import parse_datetime\n" in code
    assert 'do_it(when=parse_datetime("2024-08-15T12:34:56Z"))' in code


def test_a_client_gets_the_global_parameters_of_the_operation() -> None:
    tenant = parameter("tenantId")
    spec = description(method(parameters=[tenant, parameter("q")]))
    spec["x-speakeasy-globals"] = {"parameters": [tenant]}
    spec["servers"] = SERVERS
    text = pages(spec)["sdks/things/README.md"]
    assert call_on(text).startswith('with Acme(\n    tenant_id="<id>",\n) as acme:\n')


def test_a_client_named_like_its_package_is_called_by_its_initials() -> None:
    assert "as ap_client:" in call(method(), sdk_class="AcmePets")


def test_a_client_without_an_address_gets_one() -> None:
    assert 'with Acme(\n    server_url="https://api.example.com",\n)' in page(
        method(), spec={"servers": [{"url": "/v1"}]}
    )


@pytest.mark.parametrize("keep", [True, False])
def test_the_client_has_a_page_of_its_own(keep: bool) -> None:
    docs = PythonDocs(usage="reference", client_page=keep)
    found = pages(description(method()), docs=docs)
    assert ("sdks/acme/README.md" in found) is keep
    assert "sdks/acme/README.md" in pages(description(operation("free")), docs=docs)


def test_a_deprecated_method_is_struck_out() -> None:
    text = page(method(deprecated=True))
    assert "* [~~do_it~~](#do_it)" in text
    assert "## ~~do_it~~\n\n> :warning: **DEPRECATED**: " in text


def test_what_marks_a_call_cannot_end_its_comment() -> None:
    text = pages(description(operation('--> <b> "x"\n')))["sdks/acme/README.md"]
    (marker,) = (line for line in text.splitlines() if line.startswith("<!--"))
    assert 'operationID="--&gt; &lt;b&gt; &quot;x&quot;" ' in marker
    assert marker.count("-->") == 1
