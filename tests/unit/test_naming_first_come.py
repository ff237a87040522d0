"""The scheme in which the first one to come keeps a short name, a rule a test."""

from typewright.naming import Language, Package

from tests.naming_documents import (
    ENUM,
    STRING,
    Written,
    array,
    body,
    description,
    either,
    name_at,
    names_in,
    operation,
    record,
    ref,
)

FIRST_COME = "first-come"
OPERATIONS, SHARED, ERRORS = Package.OPERATIONS, Package.SHARED, Package.ERRORS


def name(spec: Written, ending: str) -> str:
    return name_at(spec, ending, FIRST_COME)


def in_operations(spec: Written) -> set[str]:
    return names_in(spec, OPERATIONS, FIRST_COME)


def test_the_leaf_alone_is_the_first_candidate() -> None:
    spec = description(operation("get thing", record(kind=ENUM)))
    assert in_operations(spec) == {"GetThingRequestBody", "Kind"}


def test_an_operation_without_an_id_is_called_by_method_and_path() -> None:
    spec = description(operation(None, record(x=STRING)))
    assert in_operations(spec) == {"PostP0RequestBody"}


def test_a_title_is_the_leaf() -> None:
    spec = description(operation("get", record(kind={**ENUM, "title": "My kind"})))
    assert name(spec, "/kind") == "MyKind"


def test_a_branch_without_a_title_is_called_by_its_number_in_words() -> None:
    spec = description(operation("get", record(u=either(record(a=STRING), record(b=STRING)))))
    assert {"U", "One", "Two", "GetRequestBody"} == in_operations(spec)


def test_reserved_words_get_a_t_as_a_complete_name() -> None:
    spec = description(operation("get", record(file=ENUM, error=record(x=STRING), my_file=ENUM)))
    assert in_operations(spec) == {"GetRequestBody", "FileT", "ErrorT", "MyFile"}


def test_the_second_to_come_is_prefixed_with_the_union_around_it() -> None:
    branches = (record(type=ENUM), record(type=ENUM))
    spec = description(operation("get", None, r200=record(u=either(*branches))))
    assert name(spec, "/oneOf/0/properties/type") == "Type"
    assert name(spec, "/oneOf/1/properties/type") == "UType"


def test_without_a_union_the_second_to_come_is_prefixed_with_the_operation() -> None:
    spec = description(operation("one", record(kind=ENUM)), operation("two", record(kind=ENUM)))
    assert name(spec, "p0/post/requestBody/content/application~1json/schema/properties/kind") == "Kind"
    assert name(spec, "p1/post/requestBody/content/application~1json/schema/properties/kind") == "TwoKind"


def test_behind_the_operation_come_the_other_names_on_the_way() -> None:
    plain = {"tags": ["Things"]}
    spec = description(
        {**operation("get", record(kind=ENUM)), **plain}, {**operation("get ", None, r200=record(kind=ENUM)), **plain}
    )
    assert name(spec, "p1/post/responses/200/content/application~1json/schema/properties/kind") == "GetKind"
    third = description(
        {**operation("get", record(a=record(kind=ENUM), b=record(kind=ENUM), kind=ENUM)), **plain},
    )
    assert in_operations(third) == {"GetRequestBody", "A", "B", "Kind", "GetKind", "GetThingsKind"}


def test_a_request_body_goes_before_a_response() -> None:
    spec = description(
        operation("read", None, r200=record(kind=ENUM)),
        operation("write", record(kind=ENUM)),
    )
    assert name(spec, "requestBody/content/application~1json/schema/properties/kind") == "Kind"
    assert name(spec, "responses/200/content/application~1json/schema/properties/kind") == "ReadKind"


def test_the_shallower_one_takes_a_name_over() -> None:
    spec = description(
        operation("deep", None, r200=record(a=record(kind=ENUM))),
        operation("flat", None, r200=record(kind=ENUM)),
    )
    assert name(spec, "p1/post/responses/200/content/application~1json/schema/properties/kind") == "Kind"
    assert (
        name(spec, "p0/post/responses/200/content/application~1json/schema/properties/a/properties/kind") == "DeepKind"
    )


def test_among_equals_the_first_keeps_the_name() -> None:
    same = record(kind=ENUM)
    spec = description(operation("one", None, r200=same), operation("two", None, r200=same))
    assert name(spec, "p0/post/responses/200/content/application~1json/schema/properties/kind") == "Kind"
    assert name(spec, "p1/post/responses/200/content/application~1json/schema/properties/kind") == "TwoKind"


def test_children_come_before_their_parent() -> None:
    spec = description(
        operation("get", None, r200=ref("T")), schemas={"T": record(eq=either(record(eq=STRING), STRING))}
    )
    assert names_in(spec, SHARED, FIRST_COME) == {"T", "Eq", "One"}
    assert name(spec, "T/properties/eq") == "Eq"


def test_inline_object_bodies_come_before_their_children() -> None:
    spec = description(operation("get", record(eq=record(eq=record(x=STRING)))))
    assert name(spec, "schema/properties/eq") == "Eq"
    assert name(spec, "schema/properties/eq/properties/eq") == "GetEq"


def test_roots_have_no_bare_form_but_elements_have() -> None:
    spec = description(
        operation("plain", record(x=STRING)),
        operation("many", array(record(x=STRING))),
        operation("give", None, r200=array(record(x=STRING))),
    )
    assert in_operations(spec) == {"PlainRequestBody", "RequestBody", "ResponseBody"}


def test_several_successful_bodies_are_a_union_called_response() -> None:
    both = {**operation("get", None, r200=record(a=STRING), r201=record(b=STRING)), "tags": ["Things"]}
    assert in_operations(description(both)) == {"GetResponse", "GetResponseBody", "GetThingsResponseBody"}


def test_parameters_and_body_make_a_request_object() -> None:
    take = {
        **operation("take", record(x=STRING)),
        "parameters": [{"name": "kind", "in": "query", "schema": ENUM}],
    }
    assert in_operations(description(take)) == {"TakeRequest", "Kind", "TakeRequestBody"}


def test_files_carry_their_operation() -> None:
    upload = {
        "operationId": "upload",
        "requestBody": body(record(file={"type": "string", "format": "binary"}), "multipart/form-data"),
    }
    names = in_operations(description({**upload, "responses": {}}))
    assert "UploadRequestBody" in names
    assert len(names) == 2


def test_the_tree_of_an_error_is_in_the_package_of_errors() -> None:
    spec = description(
        operation("get", None, r200=ref("Fault"), r404=ref("Fault")),
        schemas={"Fault": record(kind=ENUM, of=ref("Of")), "Of": record(x=STRING)},
    )
    assert names_in(spec, ERRORS, FIRST_COME) == {"Fault", "Kind", "Of"}
    assert names_in(spec, SHARED, FIRST_COME) == {"Fault", "Kind", "Of"}


def test_packages_have_names_of_their_own() -> None:
    spec = description(operation("get", record(kind=ENUM), r200=ref("T")), schemas={"T": record(kind=ENUM)})
    assert "Kind" in names_in(spec, OPERATIONS, FIRST_COME)
    assert "Kind" in names_in(spec, SHARED, FIRST_COME)


ONE_TABLE = Language(one_table=True, taken=frozenset({"things"}))


def test_in_one_table_components_go_before_operations() -> None:
    spec = description(operation("get", record(kind=ENUM), r200=ref("T")), schemas={"T": record(kind=ENUM)})
    assert names_in(spec, SHARED, FIRST_COME, language=ONE_TABLE) == {"T", "Kind"}
    assert names_in(spec, OPERATIONS, FIRST_COME, language=ONE_TABLE) == {"GetRequestBody", "GetKind"}


def test_names_that_are_taken_go_to_components_only() -> None:
    spec = description(operation("get", record(things=ENUM)))
    assert "GetThings" in names_in(spec, OPERATIONS, FIRST_COME, language=ONE_TABLE)
    component = description(operation("get", None, r200=ref("Things")), schemas={"Things": record(x=STRING)})
    assert names_in(component, SHARED, FIRST_COME, language=ONE_TABLE) == {"Things"}


def test_behind_the_chain_come_numbers() -> None:
    schemas = {"ab-c": record(x=STRING), "ab_c": record(x=STRING), "Ab.C": record(x=STRING)}
    spec = description(operation("get", None, r200=record(**{key: ref(key) for key in schemas})), schemas=schemas)
    assert names_in(spec, SHARED, FIRST_COME) == {"AbC", "AbC1", "AbC2"}


def test_a_component_spelled_as_the_name_has_it_before_one_in_other_letters() -> None:
    both = record(a=ref("userPage"), b=ref("UserPage"))
    schemas = {"userPage": record(x=STRING), "UserPage": record(y=STRING)}
    for order in (schemas, dict(reversed(schemas.items()))):
        spec = description(operation("get", None, r200=both), schemas=order)
        assert name(spec, "/schemas/UserPage") == "UserPage"
        assert name(spec, "/schemas/userPage") == "UserPage1"
