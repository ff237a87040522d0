"""The scheme in which nobody keeps a contested short name, a rule a test."""

import pytest
from typewright.naming import Language, Package
from typewright.naming.words import capitalise_whole

from tests.naming_documents import (
    ENUM,
    STRING,
    Written,
    array,
    body,
    description,
    either,
    name_at,
    named,
    names_in,
    operation,
    record,
    ref,
    single,
)

OPERATIONS, SHARED, ERRORS, WEBHOOKS = Package.OPERATIONS, Package.SHARED, Package.ERRORS, Package.WEBHOOKS
QUERY: Written = {"name": "kind", "in": "query", "schema": ENUM}


def components(**schemas: Written) -> Written:
    """Return a description whose one operation gives all the components."""
    uses = {key: ref(key) for key in schemas}
    return description(operation("all", None, r200=record(**uses)), schemas=schemas)


def shared(**schemas: Written) -> set[str]:
    return names_in(components(**schemas), SHARED) - set(schemas)


# Fixed names


def test_the_request_object_the_body_beside_parameters_and_the_response() -> None:
    take = {**operation("take-it", record(x=STRING), r200=record(y=STRING)), "parameters": [QUERY]}
    assert names_in(description(take), OPERATIONS) == {"TakeItRequest", "TakeItRequestBody", "TakeItResponse", "Kind"}


def test_a_body_that_is_the_request_is_called_so() -> None:
    assert names_in(description(operation("take", record(x=STRING))), OPERATIONS) == {"TakeRequest"}


def test_the_body_of_a_response_in_a_union_is_called_response_body() -> None:
    spec = description(operation("get", None, r200=record(x=STRING), r201=ref("T")), schemas={"T": record(y=STRING)})
    assert names_in(spec, OPERATIONS) == {"GetResponse", "GetResponseBody"}


def test_headers_put_an_envelope_around_the_response() -> None:
    get = operation("get", None, r200=record(x=STRING))
    get["responses"]["404"] = {"description": "", "headers": {"X-Limit": {"schema": STRING}}}
    assert names_in(description(get), OPERATIONS) == {"GetResponse", "GetResponseBody"}
    get["responses"]["201"] = body(record(y=STRING), "application/xml")
    expected = {"GetResponse", "GetResponseResult", "GetResponseBody", "GetXMLResponseBody"}
    assert names_in(description(get), OPERATIONS) == expected


def test_pages_put_an_envelope_around_the_response() -> None:
    get = {**operation("get", None, r200=record(x=STRING)), "x-speakeasy-pagination": {"type": "cursor"}}
    assert names_in(description(get), OPERATIONS) == {"GetResponse", "GetResponseBody"}


def test_types_below_an_xml_body_belong_to_a_root_of_their_own() -> None:
    get = operation("get", None, r200=record(links=record(x=STRING)))
    get["responses"]["200"]["content"]["application/xml"] = {"schema": record(links=record(x=STRING))}
    assert {"GetLinks", "GetXMLLinks"} <= names_in(description(get), OPERATIONS)


def test_a_second_media_type_makes_a_method_with_types_of_its_own() -> None:
    take = operation("take", ref("T"), r200=record(kind=ENUM))
    take["requestBody"]["content"]["application/xml"] = {"schema": ref("T")}
    spec = description(take, schemas={"T": record(x=STRING)})
    assert names_in(spec, OPERATIONS) == {"TakeResponse", "TakeRawResponse", "TakeKind", "TakeRawKind"}


def test_a_webhook_is_called_by_its_name() -> None:
    hook = {"newBooking": {"post": {"requestBody": body(record(links=record(x=STRING))), "responses": {}}}}
    assert names_in(description(webhooks=hook), WEBHOOKS) == {"NewBookingRequest", "Links"}


def test_components_are_in_pascal_case() -> None:
    assert names_in(components(**{"a & b": record(x=STRING), "links-self": record(x=STRING)}), SHARED) == {
        "AAndB",
        "LinksSelf",
    }


def test_reserved_words_get_a_t_as_a_complete_name() -> None:
    assert names_in(components(Object=record(x=STRING), ObjectOf=record(x=STRING)), SHARED) == {"ObjectT", "ObjectOf"}


def test_a_name_wholly_in_capitals_is_capitalised() -> None:
    assert names_in(components(DNS=record(x=STRING)), SHARED) == {"Dns"}


def test_an_override_stands_in_the_place_of_a_component_s_name() -> None:
    assert names_in(components(T={**record(x=STRING), "x-speakeasy-name-override": "better name"}), SHARED) == {
        "BetterName"
    }


def test_hidden_global_parameters_leave_an_empty_request() -> None:
    space: Written = {"name": "space", "in": "header", "schema": STRING, "x-speakeasy-globals-hidden": True}
    get = {**operation("get", None, r200=ref("T")), "parameters": [space]}
    spec = description(get, schemas={"T": record(x=STRING)}, **{"x-speakeasy-globals": {"parameters": [space]}})
    assert names_in(spec, OPERATIONS) == {"GetRequest", "GetGlobals"}


# Errors


def test_only_the_root_of_an_error_is_in_the_package_of_errors() -> None:
    schemas = {"BadRequest": record(kind=ENUM, of=ref("Of")), "Of": record(x=STRING), "OldError": record(y=STRING)}
    spec = description(operation("get", None, r400=ref("BadRequest"), r404=ref("OldError")), schemas=schemas)
    assert names_in(spec, ERRORS) == {"BadRequestError", "OldError"}
    assert names_in(spec, SHARED) == {"Kind", "Of"}


def test_a_component_used_both_ways_has_two_pages_with_the_same_children() -> None:
    spec = description(
        operation("get", None, r200=ref("Status"), r420=ref("Status")), schemas={"Status": record(kind=ENUM)}
    )
    assert names_in(spec, ERRORS) == {"StatusError"}
    assert names_in(spec, SHARED) == {"Status", "Kind"}


def test_a_shared_response_is_called_by_its_component() -> None:
    responses = {
        "not-found": body(record(code=ENUM)),
        "gone": body({**record(code=ENUM), "x-speakeasy-name-override": "Away"}),
    }
    get: Written = {
        "operationId": "get",
        "responses": {
            "404": {"$ref": "#/components/responses/not-found"},
            "410": {"$ref": "#/components/responses/gone"},
        },
    }
    other = {**get, "operationId": "other"}
    spec = description(get, other)
    spec["components"] = {"responses": responses}
    assert names_in(spec, ERRORS) == {"NotFoundError", "AwayError"}
    assert names_in(spec, SHARED) == {"NotFoundCode", "AwayCode"}


def test_an_inline_error_is_called_by_its_status() -> None:
    one = description(operation("get", None, r404=record(x=STRING)))
    assert names_in(one, ERRORS) == {"NotFoundError"}
    two = description(operation("get", None, r404=record(x=STRING)), operation("put", None, r404=record(x=STRING)))
    assert names_in(two, ERRORS) == {"GetNotFoundError", "PutNotFoundError"}


# Leaves


def test_a_leaf_used_once_stands_alone() -> None:
    assert shared(A=record(mode=ENUM), B=record(kind={**ENUM, "title": "The kind"})) == {"Mode", "TheKind"}


def test_an_array_s_element_is_in_the_singular_whatever_title_the_array_has() -> None:
    tokens = {**array(record(x=STRING)), "title": "Authentication keys"}
    assert shared(A=record(authTokens=tokens, metadata=array(record(y=STRING)))) == {"AuthToken", "Metadatum"}


def test_the_value_of_a_map_has_the_property_s_name() -> None:
    assert shared(A=record(labels={"type": "object", "additionalProperties": record(x=STRING)})) == {"Labels"}


def test_the_element_of_a_component_has_the_component_s_name() -> None:
    assert names_in(components(DiffFiles=array(record(x=STRING))), SHARED) == {"DiffFiles"}


def test_a_branch_is_called_after_its_union() -> None:
    source = either(record(type=single("TEXT")), record(type=single("managed_file"), key=STRING))
    names = shared(A=record(source=source))
    assert {"Source", "SourceText", "SourceManagedFile"} <= names


def upload(id_: str, name: str) -> Written:
    """Return an operation that takes a file."""
    binary = {"type": "string", "format": "binary"}
    return {
        "operationId": id_,
        "requestBody": body(record(**{name: array(binary)}), "multipart/form-data"),
        "responses": {},
    }


def test_a_file_is_called_after_its_property() -> None:
    assert names_in(description(upload("send", "photos")), Package.OPERATIONS) == {"SendRequest", "Photo"}
    assert names_in(description(upload("send", "files")), Package.OPERATIONS) == {"SendRequest", "FileT"}


# Contests


def test_files_of_several_operations_are_told_apart() -> None:
    spec = description(upload("send", "photos"), upload("post", "photos"))
    assert names_in(spec, Package.OPERATIONS) == {"SendRequest", "SendPhoto", "PostRequest", "PostPhoto"}


def test_a_leaf_of_several_roots_gets_the_root_before_it_everywhere() -> None:
    assert shared(A=record(mode=ENUM), B=record(mode=ENUM)) == {"AMode", "BMode"}


def test_a_component_keeps_its_name_against_a_property() -> None:
    names = names_in(components(Input=record(x=STRING), Job=record(input=record(y=STRING))), SHARED)
    assert names == {"Input", "Job", "JobInput"}


def test_one_enum_and_one_union_beside_other_types() -> None:
    code = either(STRING, {"type": "integer"})
    names = shared(A=record(code=ENUM), B=record(code=code), C=record(code=record(x=STRING)))
    assert names == {"CodeEnum", "Code", "CCode"}


def shared_bodies(**bodies: Written) -> set[str]:
    """Return the shared names of a description with two components that have a `mode`, and shared bodies."""
    uses = record(a=ref("A"), b=ref("B"))
    sent = [
        {"operationId": f"take{name}", "requestBody": {"$ref": f"#/components/requestBodies/{name}"}, "responses": {}}
        for name in bodies
    ]
    spec = description(operation("all", None, r200=uses), *sent)
    spec["components"] = {
        "schemas": {"A": record(mode=ENUM), "B": record(mode=ENUM)},
        "requestBodies": {name: body(schema) for name, schema in bodies.items()},
    }
    return names_in(spec, SHARED) - {"A", "B", *bodies}


def test_types_of_the_only_shared_body_are_told_apart_by_its_role() -> None:
    assert shared_bodies(Find=record(mode=ENUM)) == {"AMode", "BMode", "ModeRequestBody"}
    both = record(equals=record(mode=ENUM), other=record(mode=ENUM))
    expected = {"AMode", "BMode", "Equals", "Other", "EqualsMode", "OtherMode"}
    assert shared_bodies(Find=both) == expected


def test_types_of_several_shared_bodies_have_the_root_before_them() -> None:
    names = shared_bodies(Find=record(mode=ENUM), Seek=record(mode=ENUM))
    assert names == {"AMode", "BMode", "FindMode", "SeekMode"}


def test_a_word_on_the_way_that_others_have_too_is_not_enough() -> None:
    both = record(equals=record(mode=ENUM), other=record(mode=ENUM))
    uses = description(
        operation("all", None, r200=ref("A")),
        {
            "operationId": "take",
            "requestBody": {"$ref": "#/components/requestBodies/Find"},
            "responses": {},
        },
    )
    uses["components"] = {"schemas": {"A": both}, "requestBodies": {"Find": body(both)}}
    names = names_in(uses, SHARED)
    assert {"AEqualsMode", "AOtherMode", "EqualsModeRequestBody", "OtherModeRequestBody"} <= names


def test_one_enum_and_one_union_of_different_roots() -> None:
    code = either(STRING, {"type": "integer"})
    assert shared(A=record(code=ENUM), B=record(code=code)) == {"CodeEnum", "Code"}


def test_within_a_root_the_nearest_word_that_not_all_share_goes_before() -> None:
    tls = record(tls=record(min=ENUM))
    names = shared(A=record(left=record(auth=tls), right=record(auth=tls)))
    assert {"LeftMin", "RightMin", "LeftTls", "RightTls", "LeftAuth", "RightAuth", "Left", "Right"} == names


def test_the_one_in_the_fewest_words_keeps_its_leaf() -> None:
    job = record(input=record(type=ENUM), schedule=record(run=record(type=ENUM)))
    assert shared(A=job) == {"Type", "RunType", "Input", "Schedule", "Run"}


def test_a_title_makes_a_word_of_the_property_s_own_name() -> None:
    titled = {**ENUM, "title": "Compression"}
    assert shared(A=record(compress=titled, pqCompress=titled)) == {"CompressCompression", "PqCompressCompression"}


def test_a_lengthened_name_stands_without_root_where_no_other_root_could_use_it() -> None:
    a = record(target=record(protocol=ENUM), scrape=record(protocol=ENUM))
    names = shared(A=a, B=record(protocol=ENUM))
    assert {"TargetProtocol", "ScrapeProtocol", "BProtocol"} <= names


def test_a_lengthened_name_that_another_root_could_use_gets_the_root_or_one_more_word() -> None:
    token = record(method=ENUM)
    a = record(config=record(token=token, method=ENUM), method=ENUM)
    names = shared(A=a, B=record(token=token))
    assert {"AMethod", "ConfigMethod", "ConfigTokenMethod", "BMethod"} <= names


def test_a_constant_tells_equals_apart() -> None:
    configs = either(
        record(type=single("text"), analyzers=STRING),
        record(type=single("json_object")),
        record(type={"type": "string", "enum": ["keyword", "long"]}),
    )
    names = names_in(components(Configs={"type": "object", "additionalProperties": configs}), SHARED)
    assert names == {
        "ConfigsUnion",
        "ConfigsText",
        "ConfigsJSONObject",
        "Configs",
        "TypeText",
        "TypeJSONObject",
        "Type",
    }


def test_equal_constants_tell_nothing_apart() -> None:
    branch = record(type=single("grafana"))
    names = names_in(components(In=either({**branch, "required": ["a"]}, {**branch, "required": ["b"]})), SHARED)
    assert names == {"In", "InGrafana1", "InGrafana2", "Type1", "Type2"}


def test_an_enumeration_of_one_value_goes_before_a_const() -> None:
    branch = record(provider={"const": "MANAGED"}, model=single("embedding-3-large"))
    assert "ModelConfigEmbedding3Large" in names_in(components(ModelConfig=either(branch, STRING)), SHARED)


def test_a_union_whose_leaf_others_use_is_marked() -> None:
    item = array(either(record(type=single("TEXT")), record(type=single("FILE"))))
    names = shared(Batch=record(items=item), BatchOut=record(items=item))
    assert {"BatchItemUnion", "BatchItemText", "BatchItemFile", "BatchOutItemUnion", "BatchOutItemText"} <= names


def test_the_mark_is_dropped_where_the_bare_name_is_free() -> None:
    os = either(record(a=STRING), record(a=STRING, b=STRING))
    assert shared(Node=record(os=os), Heartbeat=record(os=record(c=STRING))) == {
        "Os",
        "NodeOs1",
        "NodeOs2",
        "HeartbeatOs",
    }


def test_a_union_gives_its_name_to_unnamed_branches() -> None:
    lines = array(either(record(a=STRING), record(b=STRING), record(c=STRING)))
    assert shared(Diff=record(lines=lines)) == {"LineUnion", "Line1", "Line2", "Line3"}


def test_even_a_component_gives_its_name_to_unnamed_branches() -> None:
    pack = {**record(id=STRING, tags=record(x=STRING)), "anyOf": [{"required": ["id"]}, {"required": ["tags"]}]}
    assert names_in(components(Pack=pack), SHARED) == {"PackUnion", "Pack1", "Pack2", "Tags1", "Tags2"}


def test_two_unions_of_one_name_whose_branches_left_through_constants() -> None:
    inner = array(either(record(type=single("a")), record(type=single("b"))))
    names = names_in(components(Input=either(STRING, inner)), SHARED)
    assert {"InputUnion", "InputUnion1", "InputA", "InputB"} <= names


def test_a_component_keeps_its_name_unnumbered() -> None:
    inner = array(either(ref("A"), ref("B")))
    names = names_in(components(Input=either(STRING, inner), A=record(x=STRING), B=record(x=STRING)), SHARED)
    assert names == {"Input", "Input1", "A", "B"}


def test_numbers_follow_the_document_children_first() -> None:
    branch = record(pq=record(mode=ENUM))
    spec = components(A=either({**branch, "title": "One"}, {**branch, "title": "Two"}))
    assert name_at(spec, "/oneOf/0/properties/pq/properties/mode") == "Mode1"
    assert name_at(spec, "/oneOf/1/properties/pq") == "Pq2"


def test_an_initialism_of_the_leaf_is_one_in_the_root() -> None:
    version = record(v={**ENUM, "title": "OTLP version"})
    assert shared(OutOtlp=version, InTelemetry=version) == {"OutOTLPOTLPVersion", "InTelemetryOTLPVersion"}


# Aliases and tables


def test_an_alias_gives_its_name_where_it_is_nearest() -> None:
    schemas = {
        "job": record(payload=ref("payload"), config={"anyOf": [ref("config"), {"type": "null"}]}),
        "payload": record(config=ref("document-config")),
        "document-config": ref("config"),
        "config": record(x=STRING),
    }
    spec = description(operation("get", None, r200=ref("job")), schemas=schemas)
    assert names_in(spec, SHARED) == {"Job", "Payload", "DocumentConfig"}
    schemas["job"] = record(payload=ref("payload"), config=ref("config"))
    assert names_in(spec, SHARED) == {"Job", "Payload", "DocumentConfig"}
    spec = description(operation("get", None, r200=ref("job")), schemas=schemas)
    assert names_in(spec, SHARED) == {"Job", "Payload", "Config"}


PYTHON = Language(finish=capitalise_whole, one_table=True, taken=frozenset({"search"}), apart=frozenset({ERRORS}))


def test_in_one_table_operations_and_components_contest() -> None:
    spec = description(operation("get", record(kind=ENUM), r200=ref("T")), schemas={"T": record(kind=ENUM)})
    assert names_in(spec, OPERATIONS, language=PYTHON) | names_in(spec, SHARED, language=PYTHON) == {
        "GetRequest",
        "GetKind",
        "T",
        "TKind",
    }


def test_a_package_apart_has_a_table_of_its_own() -> None:
    spec = description(
        operation("get", None, r400=ref("Bad")), schemas={"Bad": record(error=record(x=STRING), bad_error=ENUM)}
    )
    assert names_in(spec, ERRORS, language=PYTHON) == {"BadError"}
    assert names_in(spec, SHARED, language=PYTHON) == {"Error", "BadError"}


def test_names_that_are_taken_get_the_root() -> None:
    spec = description(operation("get", record(search=ENUM)))
    assert names_in(spec, OPERATIONS, language=PYTHON) == {"GetRequest", "GetSearch"}


# Directions


@pytest.mark.parametrize("scheme", ["symmetric", "first-come"])
def test_a_component_that_differs_by_direction_is_two_types(scheme: str) -> None:
    schemas = {
        "Booking": record(id={**STRING, "readOnly": True}, trip=ref("Trip")),
        "Trip": record(at=ENUM),
        "Holder": record(of=ref("Booking")),
        "Only": record(status={**ENUM, "readOnly": True}, name=STRING),
    }
    spec = description(operation("put", record(a=ref("Holder"), b=ref("Only")), r200=ref("Holder")), schemas=schemas)
    made, names = named(spec, scheme)
    assert names_in(spec, SHARED, scheme) == {"Booking", "BookingInput", "Holder", "HolderInput", "Trip", "At", "Only"}
    fields = {
        each.name: {f.name for f in getattr(made.models[each.id], "fields", ())} for each in names.symbols.values()
    }
    assert fields["Booking"] == {"id", "trip"}
    assert fields["BookingInput"] == {"trip"}
    assert fields["Only"] == {"name"}
