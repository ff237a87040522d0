"""Where the reference reads a description otherwise than it is meant: what each habit changes, and what is right."""

from typing import Any, Literal

import pytest
from typewright.client.bodies import request_body
from typewright.client.media_kinds import MediaKind
from typewright.config.habits import Habit
from typewright.config.options import NamingConfig
from typewright.ir import (
    ABSENT,
    EnumModel,
    Field,
    ListOf,
    ObjectModel,
    Presence,
    Ref,
    Scalar,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.naming import Ledger, assign
from typewright.naming.names import Language, Package
from typewright.pages.descriptions import inherited_description
from typewright.surface import Surface, surface
from typewright.surface.open_enums import with_open_enums

from tests.naming_documents import LANGUAGE, STRING, Written, array, body, description, lowered, operation, record, ref

BASE = record(kind={"type": "string", "enum": ["a", "b"], "description": "Base.", "example": "a"})
NARROWER = {"kind": {"type": "string", "enum": ["b", "c"], "description": "Branch.", "example": "b"}}


def read(spec: Written, *habits: Habit) -> Surface:
    """Return the surface of a description under habits."""
    return surface(lowered(spec, frozenset(habits)), NamingConfig(scheme="symmetric"))


def property_of(schema: Written, *habits: Habit, of: str = "", **schemas: Any) -> tuple[Surface, Field]:
    """Return the first property of a component, or of what stands at `of` in it."""
    found = read(description(operation("get", None, r200=ref("T")), schemas={"T": schema, **schemas}), *habits)
    model = found.models[f"#/components/schemas/T{of}"]
    assert isinstance(model, ObjectModel)
    return found, model.fields[0]


def values(found: Surface, type_: TypeExpr) -> list[object]:
    """Return the values of an enumeration."""
    ref_ = not_null(type_)
    assert isinstance(ref_, Ref)
    model = found.models[ref_.id]
    assert isinstance(model, EnumModel)
    return [value.value for value in model.values]


@pytest.mark.parametrize(
    ("habits", "expected"),
    [((), (["b"], "Branch.", "b")), (("properties-replace-each-other",), (["a", "b"], "Base.", "a"))],
)
def test_a_property_of_an_object_and_of_its_branch(habits: tuple[Habit, ...], expected: object) -> None:
    found, made = property_of(
        {**BASE, "oneOf": [{"properties": NARROWER}, {"required": ["kind"]}]}, *habits, of="/oneOf/0"
    )
    assert (values(found, made.type), made.annotations.description, made.annotations.example) == expected


@pytest.mark.parametrize(
    ("habits", "expected"),
    [((), (["b"], "Branch.", "b")), (("properties-replace-each-other",), (["b", "c"], "Branch.", "b"))],
)
def test_a_property_that_all_of_declares_twice(habits: tuple[Habit, ...], expected: object) -> None:
    found, made = property_of({"allOf": [BASE, {"properties": NARROWER}]}, *habits)
    assert (values(found, made.type), made.annotations.description, made.annotations.example) == expected


def test_a_property_that_is_only_described_again_keeps_its_type() -> None:
    first = record(size={"type": "integer", "minimum": 1})
    _, made = property_of({"allOf": [first, {"properties": {"size": {"description": "How big."}}}]})
    assert isinstance(made.type, Scalar)
    assert (made.type.kind.value, made.type.constraints.minimum) == ("integer", 1)
    assert made.annotations.description == "How big."


def test_a_reference_that_is_only_described_again_stays_one() -> None:
    again = {"properties": {"size": {"description": "How big."}}}
    _, made = property_of({"allOf": [record(size=ref("Size")), again]}, Size=record(x=STRING))
    assert isinstance(made.type, Ref)
    assert made.type.id == "#/components/schemas/Size"


@pytest.mark.parametrize(
    ("habits", "null", "both"),
    [
        ((), [], "out"),
        ((), [{"type": "null"}], "out"),
        (("only-branches-count",), [], "in"),
        (("only-branches-count",), [{"type": "null"}], "out"),
    ],
)
def test_the_example_of_an_only_branch(habits: tuple[Habit, ...], null: list[Written], both: str) -> None:
    branches = [{"type": "string", "example": "in"}, *null]
    for outer, expected in (({}, "in"), ({"example": "out"}, both)):
        _, made = property_of(record(x={"anyOf": branches, **outer}), *habits)
        assert made.annotations.example == expected


def test_what_describes_a_part_does_not_describe_the_whole_by_the_habit() -> None:
    schema = record(at={"allOf": [ref("Time"), {"description": "When."}]})
    time = {"type": "integer", "description": "Seconds."}
    assert property_of(schema, Time=time)[1].annotations.description == "When."
    assert property_of(schema, "parts-describe-nothing", Time=time)[1].annotations.description is None


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (ref("Time"), "Seconds."),
        ({"allOf": [ref("Time")]}, None),
        ({"oneOf": [ref("Time"), {"type": "null"}]}, None),
    ],
)
def test_tables_show_the_description_of_what_is_referred_to_directly(schema: Written, expected: str | None) -> None:
    time = {"type": "integer", "description": "Seconds."}
    found, made = property_of(record(at=schema), "all-of-copies", "parts-describe-nothing", Time=time)
    target = not_null(made.type)
    assert isinstance(target, Ref)
    assert inherited_description(made, found.models[target.id]) == expected


def parameter(name: str, location: str, **more: Any) -> Written:
    return {"name": name, "in": location, "required": location == "path", "schema": STRING, **more}


@pytest.mark.parametrize(
    ("parameters", "body", "expected"),
    [
        ((("ids", "path", {}), ("ids", "query", {})), None, ["ids path parameter", "ids query parameter"]),
        (
            (("X-Device", "header", {"x-speakeasy-name-override": "Device"}), ("device", "query", {})),
            None,
            ["Device", "device query parameter"],
        ),
        ((("feedback", "query", {}),), "Feedback", ["feedback query parameter", "Feedback1"]),
        ((("id", "path", {}), ("name", "query", {})), None, [None, None]),
    ],
)
def test_parameters_are_told_by_their_place_by_the_habit(
    parameters: tuple[tuple[str, str, Written], ...], body: str | None, expected: list[str | None]
) -> None:
    post = operation("send", ref(body) if body else None, r200=STRING)
    post["parameters"] = [parameter(name, place, **more) for name, place, more in parameters]
    spec = description(post, schemas={"Feedback": record(x=STRING)})
    path = "".join(f"/{{{name}}}" for name, place, _ in parameters if place == "path")
    spec["paths"] = {path or "/": spec["paths"]["/p0"]}
    request = read(spec, "parameters-by-place").methods[0].request
    assert isinstance(request, Ref)
    model = read(spec, "parameters-by-place").models[request.id]
    assert isinstance(model, ObjectModel)
    assert [field.preferred_name for field in model.fields] == expected


BYTES = {"schema": {"type": "string", "format": "binary"}}


def answered(content: Written, *habits: Habit) -> tuple[Surface, TypeExpr | None]:
    """Return the surface, and what the only method returns."""
    get: Written = {"operationId": "get", "responses": {"200": {"description": "ok", "content": content}}}
    found = read(description(get), *habits)
    return found, found.methods[0].response


def test_an_answer_without_a_schema_gives_nothing_by_the_habit() -> None:
    assert isinstance(answered({"text/html": {}})[1], Scalar)
    assert answered({"text/html": {}}, "answers-need-schemas")[1] is None


def test_raw_answers_of_several_media_types_are_a_union_by_the_habit() -> None:
    content = {"image/png": BYTES, "image/jpeg": BYTES}
    assert isinstance(answered(content)[1], Scalar)
    found, type_ = answered(content, "raw-answers-are-a-union")
    assert isinstance(type_, Ref)
    model = found.models[type_.id]
    assert isinstance(model, UnionModel)
    assert len(model.members) == len(content)


def test_names_of_enumeration_values_can_be_other_than_texts() -> None:
    schema = {"type": "integer", "enum": [0, 1], "x-speakeasy-enums": [False, True]}
    found, made = property_of(record(flags={"type": "array", "items": schema}))
    assert isinstance(made.type, ListOf)
    assert isinstance(made.type.item, Ref)
    model = found.models[made.type.item.id]
    assert isinstance(model, EnumModel)
    assert [value.name for value in model.values] == ["false", "true"]
    assert made.annotations.example is ABSENT


def test_an_error_that_is_a_union_is_named_by_its_status_and_its_members_by_the_body() -> None:
    either_of = {"anyOf": [record(a=STRING), record(b=STRING)]}
    spec = description(operation("get", None, r200=STRING, r400=either_of, r404=record(c=STRING)))
    found = read(spec)
    names = assign(found, NamingConfig(scheme="symmetric", shared_errors=True), LANGUAGE)
    shown = sorted(symbol.name for symbol in names.symbols.values() if symbol.package is Package.ERRORS)
    assert shown == ["BadRequest", "NotFoundError", "ResponseBodyError1", "ResponseBodyError2"]


ONE_FOLDER = Language(folders=dict.fromkeys(Package, "models"))


@pytest.mark.parametrize(
    ("scheme", "habits", "kept", "expected"),
    [
        ("first-come", (), {}, ["Failure", "Place"]),
        ("first-come", ("errors-are-copies",), {}, ["Failure", "Failure1", "Place", "Place1"]),
        ("first-come", (), {"Failure": "Failure1"}, ["Failure", "Failure1", "Place"]),
        ("symmetric", (), {}, ["Failure", "Place"]),
    ],
)
def test_a_type_that_is_a_model_and_an_error_of_one_folder(
    scheme: Literal["first-come", "symmetric"],
    habits: tuple[Habit, ...],
    kept: dict[str, str],
    expected: list[str],
) -> None:
    schemas = {"Failure": record(at=ref("Place")), "Place": record(line=STRING)}
    spec = description(operation("get", None, r200=array(ref("Failure")), r400=ref("Failure")), schemas=schemas)
    ledger = Ledger({("symbol:errors", f"#/components/schemas/{id_}"): name for id_, name in kept.items()})
    names = assign(read(spec, *habits), NamingConfig(scheme=scheme), ONE_FOLDER, ledger)
    assert sorted(symbol.name for symbol in names.symbols.values()) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ["size", "label"]),
        ({"allOf": [{"required": ["weight", "label"]}]}, ["size", "weight", "label"]),
        ({"additionalProperties": STRING}, ["size"]),
        ({"additionalProperties": False}, ["size"]),
    ],
)
def test_required_names_without_a_property(more: Written, expected: list[str]) -> None:
    schema = {**record(size=STRING), "required": ["label"], **more}
    habits: list[tuple[tuple[Habit, ...], list[str]]] = [((), expected), (("undeclared-fields-left-out",), ["size"])]
    for chosen, names in habits:
        found, _ = property_of(schema, *chosen)
        model = found.models["#/components/schemas/T"]
        assert isinstance(model, ObjectModel)
        assert sorted(field.name for field in model.fields) == sorted(names)
        assert all(field.required for field in model.fields[1:])


@pytest.mark.parametrize(
    ("flow", "habits", "expected"),
    [
        ({"tokenUrl": "/token", "scopes": {}}, (), Presence.OPTIONAL),
        ({"tokenUrl": "/token", "scopes": {}}, ("token-urls-are-required",), Presence.REQUIRED),
        ({"scopes": {}}, (), Presence.REQUIRED),
    ],
)
def test_the_endpoint_of_tokens_that_the_description_names_is_optional(
    flow: Written, habits: tuple[Habit, ...], expected: Presence
) -> None:
    spec = description(operation("get", None, r200=STRING))
    schemes = {"machine": {"type": "oauth2", "flows": {"clientCredentials": flow}}}
    spec = {**spec, "security": [{"machine": []}], "components": {"securitySchemes": schemes}}
    model = read(spec, *habits).models["#/components/securitySchemes/machine?scheme"]
    assert isinstance(model, ObjectModel)
    presences = {field.name: field.presence for field in model.fields}
    required = {"clientID": Presence.REQUIRED, "clientSecret": Presence.REQUIRED}
    assert presences == {**required, "tokenURL": expected}


@pytest.mark.parametrize(
    ("habits", "expected"),
    [((), ["own", "deep", "last"]), (("compositions-come-first",), ["deep", "own", "last"])],
)
def test_the_order_of_what_an_all_of_has(habits: tuple[Habit, ...], expected: list[str]) -> None:
    schema = {"allOf": [record(own=STRING), ref("Nested"), record(last=STRING)]}
    found, _ = property_of(schema, *habits, Nested={"allOf": [record(deep=STRING)]})
    model = found.models["#/components/schemas/T"]
    assert isinstance(model, ObjectModel)
    assert [made.name for made in model.fields] == expected


@pytest.mark.parametrize(("habits", "expected"), [((), None), (("overrides-name-fields",), "Failure")])
def test_a_name_of_a_shared_schema_and_of_its_properties(habits: tuple[Habit, ...], expected: str | None) -> None:
    fault = {**record(code=STRING), "x-speakeasy-name-override": "Failure"}
    found, made = property_of(record(lastFault=ref("Fault"), own=ref("Fault")), *habits, Fault=fault)
    assert made.preferred_name == expected
    assert found.models["#/components/schemas/Fault"].preferred_name == "Failure"


@pytest.mark.parametrize(
    ("habits", "expected"), [((), [None, None]), (("empty-values-are-unknown",), [None, "unknown"])]
)
def test_the_name_of_the_empty_value(habits: tuple[Habit, ...], expected: list[str | None]) -> None:
    found, made = property_of(record(answer={"type": "string", "enum": ["yes", ""]}), *habits)
    ref_ = not_null(made.type)
    assert isinstance(ref_, Ref)
    model = found.models[ref_.id]
    assert isinstance(model, EnumModel)
    assert [value.name for value in model.values] == expected


@pytest.mark.parametrize(
    ("media_type", "habits", "expected", "kind"),
    [
        ("text/plain", (), [None, None], MediaKind.TEXT),
        ("application/yaml", (), ["object", None], MediaKind.JSON),
        ("application/cbor", (), ["binary", None], MediaKind.BYTES),
        ("text/plain", ("other-bodies-are-bytes",), ["binary", "binary"], MediaKind.BYTES),
        ("application/yaml", ("other-bodies-are-bytes",), ["binary", "binary"], MediaKind.BYTES),
    ],
)
def test_a_body_that_is_neither_json_nor_a_form(
    media_type: str, habits: tuple[Habit, ...], expected: list[str | None], kind: MediaKind
) -> None:
    sent: Written = {"operationId": "put", "responses": {}}
    parameter = {"name": "id", "in": "query", "schema": STRING}
    as_object = {**sent, "parameters": [parameter], "requestBody": body(ref("T"), media_type)}
    as_text = {**sent, "operationId": "say", "requestBody": body(STRING, media_type)}
    first, second = read(description(as_object, as_text, schemas={"T": record(x=STRING)}), *habits).methods
    assert first.body is not None
    assert second.body is not None
    found = [made.format if isinstance(made := media.type, Scalar) else "object" for media in (first.body, second.body)]
    assert found == expected
    sent_body = request_body(first.operation, {"#/components/schemas/T": ObjectModel("T", "#", ())})
    assert sent_body is not None
    assert (sent_body.is_object, sent_body.alternatives[0].kind) == (kind is MediaKind.JSON, kind)
    request = read(description(as_object, schemas={"T": record(x=STRING)}), *habits).models
    model = next(made for id_, made in request.items() if id_.endswith("?request"))
    assert isinstance(model, ObjectModel)
    assert [made.name for made in model.fields] == ["id", "T"]


@pytest.mark.parametrize(
    ("habits", "expected"),
    [((), [True, True, True, False]), (("single-values-stay-closed",), [True, False, True, False])],
)
def test_which_enumerations_of_responses_are_open(habits: tuple[Habit, ...], expected: list[bool]) -> None:
    one: Written = {"type": "string", "enum": ["a"]}
    opened, closed = ({**one, "x-speakeasy-unknown-values": rule} for rule in ("allow", "disallow"))
    two: Written = {"type": "string", "enum": ["a", "b"]}
    found, _ = property_of(record(two=two, one=one, opened=opened, closed=closed), *habits)
    enums = [model for model in with_open_enums(found).models.values() if isinstance(model, EnumModel)]
    assert [model.open for model in enums] == expected
