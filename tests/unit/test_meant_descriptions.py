"""What is read as it is meant, with a warning: misspelt references and those that lead nowhere, unions that lead
back to themselves, and parameters in the body."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from typewright.base.errors import Diagnostic
from typewright.ir import (
    AliasModel,
    Api,
    EnumModel,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    unfold,
)
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

PLANT = {"type": "object", "properties": {"height": {"type": "integer"}}}


def read(
    schemas: Mapping[str, Any], item: Mapping[str, Any] | None = None, version: str = "3.1.0", **root: Any
) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Return the API with a path item and schemas; all warnings, of references too."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/It"}}}
    usual = {"get": {"operationId": "it", "responses": {"200": {"description": "", "content": content}}}}
    described = {
        "openapi": version,
        "info": {"title": "Garden", "version": "1"},
        "paths": {"/it": item or usual},
        "components": {"schemas": schemas, **root.pop("components", {})},
        **root,
    }
    document = document_from_bytes(json.dumps(described, indent=1).encode(), "spec.json")
    api, found = lower(document, all_components=True)
    return api, (*document.diagnostics, *found)


def messages(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.severity.value} {each.code}: {each.message}" for each in found]


@pytest.mark.parametrize(
    ("ref", "code"),
    [
        ("#components/schemas/Plant", "E205"),
        ("#/components/schemas/Plant/", "E201"),
        ("#//components/schemas//Plant", "E201"),
        ("components/schemas/Plant", "E206"),
        ("/components/schemas/Plant", "E206"),
        ("#/definitions/Plant", "E201"),
        ("#/components/schema/Plant", "E201"),
        ("#Plant", "E201"),
        ("Plant", "E206"),
    ],
)
def test_a_misspelt_reference_leads_where_it_is_meant_to(ref: str, code: str) -> None:
    properties = {"a": {"$ref": ref}, "b": {"type": "array", "items": {"$ref": ref}}}
    api, found = read({"It": {"type": "object", "properties": properties}, "Plant": PLANT})
    it = api.models["#/components/schemas/It"]
    assert isinstance(it, ObjectModel)
    assert isinstance(type_ := it.fields[0].type, Ref)
    assert type_.id == "#/components/schemas/Plant"
    texts = messages(found)
    assert len(texts) == 2, "each reference is told"
    for text in texts:
        assert text.startswith(f"warning {code}: ")
        assert text.endswith("it is read as '#/components/schemas/Plant'")


@pytest.mark.parametrize("ref", ["#components/schemas/Weed", "weeds.yaml#/Plant", "Weed"])
def test_a_reference_to_a_file_that_cannot_be_read_is_an_error(ref: str) -> None:
    _, found = read({"It": {"type": "object", "properties": {"a": {"$ref": ref}}}, "Plant": PLANT})
    assert [each.severity.value for each in found] == ["error"]


@pytest.mark.parametrize("ref", ["#/components/schemas/plant", "#/components/responses/Plant", "#/", "#Weed"])
def test_a_schema_whose_reference_leads_nowhere_takes_any_value(ref: str) -> None:
    api, found = read({"It": {"properties": {"a": {"$ref": ref, "description": "An a."}}}, "Plant": PLANT})
    it = api.models["#/components/schemas/It"]
    assert isinstance(it, ObjectModel)
    assert isinstance(type_ := it.fields[0].type, Scalar)
    assert (type_.kind, type_.annotations.description) == (ScalarKind.ANY, "An a.")
    assert [text.partition(": ")[0] for text in messages(found)] == ["warning E201"]
    assert messages(found)[0].endswith("; any value is taken")


def test_of_a_chain_of_references_the_last_is_told() -> None:
    _, found = read({"It": {"$ref": "#/components/schemas/Its"}, "Its": {"$ref": "#/components/schemas/Weed"}})
    assert [each.pointer for each in found] == ["#/components/schemas/Its/$ref"]


def test_other_things_whose_reference_leads_nowhere_are_left_out() -> None:
    def gone(section: str) -> dict[str, str]:
        return {"$ref": f"#/components/{section}/Gone"}

    operation = {
        "parameters": [gone("parameters"), {"name": "q", "in": "query", "schema": {"type": "string"}}],
        "requestBody": gone("requestBodies"),
        "responses": {"200": gone("responses"), "404": {"description": "No.", "headers": {"X": gone("headers")}}},
        "callbacks": {"then": gone("callbacks")},
    }
    paths = {"/a": {**gone("pathItems"), "put": operation}, "/b": gone("pathItems")}
    api, found = read({}, paths=paths)
    (read_operation,) = api.operations
    assert [parameter.name for parameter in read_operation.parameters] == ["q"]
    assert read_operation.body is not None
    assert [media.media_type for media in read_operation.body.media] == ["application/json"]
    assert [(response.status, response.media, response.headers) for response in read_operation.responses] == [
        ("200", (), ()),
        ("404", (), ()),
    ]
    assert read_operation.callbacks == ()
    assert {(each.severity.value, each.code) for each in found} == {("warning", "E201")}
    assert len(found) == 7


def test_a_pointer_to_an_empty_name_is_no_mistake() -> None:
    _, found = read({"It": {"$ref": "#/x-more//Plant"}}, **{"x-more": {"": {"Plant": PLANT}}})
    assert found == ()


def members(api: Api, name: str) -> set[str]:
    """Return what a union consists of: kinds of scalars, and names of components."""
    model = api.models[f"#/components/schemas/{name}"]
    if isinstance(model, AliasModel):
        types: tuple[TypeExpr, ...] = (unfold(model.type, api.models),)
    else:
        assert isinstance(model, UnionModel)
        types = model.members
    found: set[str] = set()
    for type_ in types:
        bare = unfold(type_, api.models)
        if isinstance(bare, Nullable):
            found.add("null")
            bare = bare.of
        if isinstance(bare, Ref) and isinstance(api.models[bare.id], UnionModel):
            found |= members(api, bare.id.rpartition("/")[2])
        elif isinstance(bare, Ref):
            assert isinstance(api.models[bare.id], ObjectModel | EnumModel)
            found.add(bare.id.rpartition("/")[2])
        else:
            assert isinstance(bare, Scalar)
            found.add(bare.kind.value)
    return found


def component(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    "schemas",
    [
        {"It": {"oneOf": [{"type": "string"}, component("B")]}, "B": {"anyOf": [{"type": "integer"}, component("It")]}},
        {
            "It": {"oneOf": [component("B"), {"type": "string"}]},
            "B": {"oneOf": [{"allOf": [component("C")]}, {"type": "integer"}]},
            "C": {"description": "Another name.", "allOf": [component("It")]},
        },
        {"It": {"anyOf": [{"type": "string"}, {"anyOf": [component("It"), {"type": "integer"}]}]}},
        {"It": {"anyOf": [{"type": "string"}, {"type": "integer"}, component("B")]}, "B": {"oneOf": [component("It")]}},
    ],
    ids=["through a union", "through an alias of a union", "through an inline union", "and nothing else"],
)
def test_unions_that_lead_back_to_themselves_have_what_is_beside_that(schemas: dict[str, Any], version: str) -> None:
    api, found = read(schemas, version=version)
    assert members(api, "It") == {"string", "integer"}
    assert {each.code for each in found} == {"E306"}
    assert {each.severity.value for each in found} == {"warning"}


def test_a_member_with_parts_is_shared_with_the_union_in_between() -> None:
    inline = {"type": "object", "required": ["leaves"], "properties": {"leaves": {"type": "integer"}}}
    api, _ = read(
        {
            "It": {"oneOf": [component("Plant"), component("B")]},
            "B": {"oneOf": [inline, component("It")]},
            "Plant": PLANT,
        }
    )
    union = api.models["#/components/schemas/It"]
    assert isinstance(union, UnionModel)
    ids = [member.id for member in union.members if isinstance(member, Ref)]
    assert ids == ["#/components/schemas/Plant", "#/components/schemas/B/oneOf/0"]


def test_recursion_through_an_array_is_no_cycle_of_unions() -> None:
    tree = {"oneOf": [{"type": "string"}, {"type": "array", "items": component("It")}]}
    assert read({"It": tree})[1] == ()


BODY = {"name": "plant", "in": "body", "required": True, "description": "To plant.", "schema": component("Plant")}
DONE = {"responses": {"204": {"description": ""}}}
OTHER = {"name": "q", "in": "query", "schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("item", "components"),
    [
        ({"post": {"operationId": "it", "parameters": [OTHER, BODY], **DONE}}, {}),
        ({"post": {"operationId": "it", "parameters": [OTHER], **DONE}, "parameters": [BODY]}, {}),
        (
            {"post": {"operationId": "it", "parameters": [{"$ref": "#/components/parameters/Body"}, OTHER], **DONE}},
            {"parameters": {"Body": BODY}},
        ),
    ],
    ids=["own", "of the path", "of the components"],
)
def test_a_body_parameter_is_the_request_body(item: dict[str, Any], components: dict[str, Any]) -> None:
    api, found = read({"Plant": PLANT}, item, "3.0.3", components=components)
    (operation,) = api.operations
    assert [parameter.name for parameter in operation.parameters] == ["q"]
    assert operation.body is not None
    assert (operation.body.required, operation.body.description) == (True, "To plant.")
    (media,) = operation.body.media
    assert media.media_type == "application/json"
    assert isinstance(media.type, Ref)
    assert media.type.id == "#/components/schemas/Plant"
    assert messages(found) == ["warning E312: parameter 'plant' cannot be in 'body'; it is read as 'requestBody'"]


def test_form_parameters_are_the_properties_of_one_body() -> None:
    fields = [
        {"name": "title", "in": "formData", "required": True, "type": "string"},
        {"name": "picture", "in": "formData", "type": "file"},
        {"name": "size", "in": "formData", "schema": {"type": "integer"}},
    ]
    api, found = read({}, {"post": {"operationId": "it", "parameters": fields, **DONE}})
    body = api.operations[0].body
    assert body is not None
    (media,) = body.media
    assert media.media_type == "multipart/form-data"
    assert isinstance(media.type, Ref)
    model = api.models[media.type.id]
    assert isinstance(model, ObjectModel)
    assert [(field.name, field.required) for field in model.fields] == [
        ("title", True),
        ("picture", False),
        ("size", False),
    ]
    assert len(found) == 3


def test_a_body_parameter_beside_a_request_body_is_passed_over() -> None:
    request = {"content": {"application/json": {"schema": {"type": "string"}}}}
    item = {"post": {"operationId": "it", "parameters": [BODY], "requestBody": request, **DONE}}
    api, found = read({"Plant": PLANT}, item)
    body = api.operations[0].body
    assert body is not None
    assert isinstance(body.media[0].type, Scalar)
    assert messages(found) == ["warning E312: parameter 'plant' cannot be in 'body'; it is passed over"]
