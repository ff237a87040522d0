"""What the two styles of examples have in common, and where `valid` departs from `reference`."""

import json
from pathlib import Path
from typing import Any

import pytest
from typewright.base.errors import Diagnostic
from typewright.config.options import ExamplesConfig, ExampleStyle, NamingConfig
from typewright.examples.build import Examples
from typewright.examples.invalid import invalid_examples, warnings_about
from typewright.examples.models_with_examples import models_with_examples
from typewright.examples.replacement import with_valid_examples
from typewright.examples.values import to_wire
from typewright.ir import Api, Field, ObjectModel
from typewright.naming import assign
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.schemas.validation import SchemaValidator
from typewright.surface import surface
from typewright.targets.typescript.language import LANGUAGE

IT = "#/components/schemas/It"


def api_of(folder: Path, schemas: dict[str, Any], version: str = "3.1.0") -> tuple[Api, tuple[Diagnostic, ...]]:
    """Return a description with `schemas`, of which `It` is what the one operation gives back; and its warnings."""
    response = {"description": "", "content": {"application/json": {"schema": {"$ref": IT}}}}
    root = {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {"/": {"get": {"operationId": "it", "responses": {"200": response}}}},
        "components": {"schemas": schemas},
    }
    path = folder / "spec.json"
    path.write_text(json.dumps(root, indent=1))
    document = load_document(path)
    api, _ = lower(document)
    refused = invalid_examples(api)
    return with_valid_examples(api, refused), warnings_about(refused, document.location)


def an_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def page(api: Api, style: ExampleStyle, name: str = "It") -> Any:
    """Return the value on the page of a component, as it goes over the wire."""
    methods = surface(api, NamingConfig())
    names = assign(methods, NamingConfig(), LANGUAGE)
    examples = Examples(
        methods,
        names,
        ExamplesConfig(style=style),
        lambda type_, package: type_.pointer,
        models_with_examples(methods.models),
    )
    symbol = next(each for each in names.symbols.values() if each.id == f"#/components/schemas/{name}")
    return to_wire(examples.page(symbol))


def test_only_what_is_refused_differs(tmp_path: Path) -> None:
    schema = an_object(
        url={"type": "string"},
        temperature={"type": "number", "maximum": 2},
        description={"type": "string"},
        size={"type": "integer"},
    )
    api, _ = api_of(tmp_path, {"It": schema})
    reference, valid = page(api, "reference"), page(api, "valid")
    assert {name for name in valid if valid[name] != reference[name]} == {"temperature"}
    assert reference["temperature"] > 2 >= valid["temperature"]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "^[A-Z]{2}[0-9]{4}$"},
        {"type": "string", "minLength": 30, "maxLength": 31},
        {"type": "integer", "multipleOf": 7, "minimum": 8, "maximum": 20},
        {"type": "number", "exclusiveMinimum": 0.1, "exclusiveMaximum": 0.2},
        *({"type": "string", "format": name} for name in ("time", "duration", "ipv4", "ipv6", "byte", "uuid")),
        *({"type": "string", "format": name} for name in ("uri-reference", "json-pointer", "regex", "idn-email")),
        {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"enum": ["a", "b", "c"]}},
        {"type": "array", "prefixItems": [{"type": "string"}, {"const": 3}], "minItems": 2},
        {"type": "array", "contains": {"const": "needed"}, "items": {"type": "string"}},
        {"type": "object", "additionalProperties": {"type": "integer", "maximum": 3}, "minProperties": 2},
        {"type": "object", "additionalProperties": True, "propertyNames": {"pattern": "^x-"}, "minProperties": 1},
        {"type": "object", "properties": {"a": {"type": "string"}}, "minProperties": 1},
        {"type": "object", "required": ["undeclared"]},
        {"type": "object", "properties": {"a": {}, "b": {}}, "required": ["a"], "dependentRequired": {"a": ["b"]}},
        {"allOf": [{"type": "string"}, {"maxLength": 3}, {"pattern": "^[0-9]+$"}]},
        {"oneOf": [{"type": "integer"}, {"type": "integer", "minimum": 0}]},
        {"type": "string", "not": {"enum": ["<value>"]}},
        {"type": "object", "properties": {"id": {"type": "string"}}, "if": {"required": ["id"]}, "else": False},
        {"type": ["string", "null"], "minLength": 12},
        {"type": "string", "enum": ["a", "bb"], "minLength": 2},
        {"type": "object", "properties": {"a": {"maxLength": 2}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"oneOf": [an_object(a={"type": "integer"}), an_object(b={})], "unevaluatedProperties": False},
    ],
    ids=lambda schema: json.dumps(schema)[:40],
)
def test_a_field_of_any_schema_gets_a_value_that_it_admits(tmp_path: Path, schema: dict[str, Any]) -> None:
    api, warnings = api_of(tmp_path, {"It": an_object(part=schema)})
    value = page(api, "valid")
    assert list(SchemaValidator(api).validation_errors(IT, value)) == []
    assert "part" in value
    assert warnings == ()


@pytest.mark.parametrize("least", [2, 5])
def test_texts_that_say_nothing_are_numbered(tmp_path: Path, least: int) -> None:
    texts = {"type": "array", "items": {"type": "string"}, "minItems": least, "uniqueItems": True}
    api, _ = api_of(tmp_path, {"It": an_object(part=texts)})
    assert page(api, "valid")["part"] == [f"<value {number}>" for number in range(1, least + 1)]


def test_an_id_has_the_shape_that_an_example_shows(tmp_path: Path) -> None:
    schemas = {
        "It": an_object(user_id={"type": "string", "minLength": 8}, other={"$ref": "#/components/schemas/Other"}),
        "Other": an_object(user_id={"type": "string", "example": "usr_4f00aa91"}),
    }
    api, _ = api_of(tmp_path, schemas)
    drawn = page(api, "valid")["user_id"]
    assert drawn.startswith("usr_")
    assert len(drawn) == 12
    assert drawn != "usr_4f00aa91"


def test_an_example_that_its_schema_refuses_is_replaced_and_told(tmp_path: Path) -> None:
    schema = an_object(
        level={"type": "integer", "maximum": 9, "example": 90}, name={"type": "string", "example": "Ada"}
    )
    api, warnings = api_of(tmp_path, {"It": schema})
    assert page(api, "valid")["name"] == "Ada"
    assert page(api, "valid")["level"] <= 9
    assert [(each.code, each.pointer) for each in warnings] == [("W501", f"{IT}/properties/level/example")]
    assert warnings[0].location is not None
    assert warnings[0].location.line > 1
    model = api.models[IT]
    assert isinstance(model, ObjectModel)
    assert example_of(model.fields[0]) == page(api, "valid")["level"]


def example_of(field: Field) -> Any:
    return field.annotations.example


def test_an_object_that_was_authored_keeps_what_is_right_in_it(tmp_path: Path) -> None:
    schema = {
        **an_object(name={"type": "string"}, size={"type": "integer"}, kind={"enum": ["a", "b"]}),
        "example": {"name": "Ada", "size": "large", "kind": "a"},
    }
    api, warnings = api_of(tmp_path, {"It": schema})
    value = page(api, "valid")
    assert (value["name"], value["kind"]) == ("Ada", "a")
    assert isinstance(value["size"], int)
    assert [each.pointer for each in warnings] == [f"{IT}/example/size"]


def test_a_union_tells_its_members_apart(tmp_path: Path) -> None:
    schemas = {
        "It": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
            "discriminator": {"propertyName": "kind", "mapping": {"meow": "Cat", "woof": "#/components/schemas/Dog"}},
        },
        "Cat": an_object(kind={"type": "string"}),
        "Dog": an_object(kind={"type": "string"}),
    }
    api, _ = api_of(tmp_path, {"It": an_object(pet=schemas["It"]), "Cat": schemas["Cat"], "Dog": schemas["Dog"]})
    assert page(api, "valid")["pet"]["kind"] in ("meow", "woof")


def test_a_drawn_value_does_not_depend_on_what_else_there_is(tmp_path: Path) -> None:
    part = {"type": "string", "pattern": "^[a-f0-9]{12}$"}
    alone, _ = api_of(tmp_path, {"It": an_object(part=part)})
    before = page(alone, "valid")["part"]
    more, _ = api_of(tmp_path, {"It": an_object(first={"type": "integer", "maximum": 3}, part=part, last={})})
    assert page(more, "valid")["part"] == before


@pytest.mark.parametrize("wrapped", [{"allOf": [{"$ref": "#/components/schemas/Part"}]}, {"enum": ["a", "b"]}])
def test_in_openapi_3_0_null_is_drawn_beside_a_type_alone(tmp_path: Path, wrapped: dict[str, Any]) -> None:
    names = [f"part{index}" for index in range(60)]
    plain = an_object(**{name: {"type": "string", "nullable": True} for name in names})
    other = an_object(**{name: {**wrapped, "nullable": True} for name in names})
    api, _ = api_of(tmp_path, {"It": plain, "Part": {"type": "object"}}, "3.0.3")
    assert None in page(api, "valid").values()
    api, _ = api_of(tmp_path, {"It": other, "Part": {"type": "object"}}, "3.0.3")
    assert None in page(api, "reference").values()
    assert None not in page(api, "valid").values()


def test_in_openapi_3_0_null_may_be_authored_beside_anything(tmp_path: Path) -> None:
    part = {"allOf": [{"$ref": "#/components/schemas/Part"}], "nullable": True, "example": None}
    api, warnings = api_of(tmp_path, {"It": an_object(part=part), "Part": {"type": "object"}}, "3.0.3")
    assert page(api, "valid") == {"part": None}
    assert warnings == ()


def test_what_is_unsatisfiable_stays_as_it_was_drawn(tmp_path: Path) -> None:
    api, _ = api_of(tmp_path, {"It": an_object(part={"type": "integer", "minimum": 3, "maximum": 2})})
    assert page(api, "valid") == page(api, "reference")
