"""Unions with a discriminator inside of other types: the validator of examples and both languages admit the same."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.schemas.validation import SchemaValidator, schema_validator

from tests.model_truth import RefusedError, python_comparison
from tests.typescript_truth import TypeScriptModels

TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
KIND = {"propertyName": "kind"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def craft(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": ["kind", *required], "properties": {"kind": TEXT, **properties}}


MEMBERS = {
    "Raft": craft(logs=NUMBER),
    "Yacht": craft("sails", sails=NUMBER),
    "Car": craft("wheels", wheels=NUMBER),
    "Cat": craft(kind={"const": "cat"}),
    "Dog": craft(kind={"const": "dog"}),
}
VESSELS, PETS = [ref("Raft"), ref("Yacht")], [ref("Cat"), ref("Dog")]
INNER = {
    "Named": {"oneOf": VESSELS, "discriminator": KIND},
    "Mapped": {"oneOf": VESSELS, "discriminator": {**KIND, "mapping": {"r": "Raft", "y": "Yacht"}}},
    "Partly": {"oneOf": VESSELS, "discriminator": {**KIND, "mapping": {"r": "Raft"}}},
    "Stated": {"oneOf": PETS, "discriminator": KIND},
}
MAPPED = {"car": "Car", "r": "", "y": "", "Raft": "", "cat": "", "dog": ""}
OUTER = {
    "Beside": lambda name: {"oneOf": [ref(name), ref("Car")]},
    "AnyBeside": lambda name: {"anyOf": [ref(name), ref("Car")]},
    "OrText": lambda name: {"oneOf": [ref(name), TEXT]},
    "NamedBeside": lambda name: {"oneOf": [ref(name), ref("Car")], "discriminator": KIND},
    "MappedBeside": lambda name: {
        "oneOf": [ref(name), ref("Car")],
        "discriminator": {**KIND, "mapping": {value: target or name for value, target in MAPPED.items()}},
    },
    "Included": lambda name: {"allOf": [ref(name), {"type": "object", "properties": {"z": NUMBER}}]},
}
UNIONS = {**INNER, **{f"{how}{name}": make(name) for name in INNER for how, make in OUTER.items()}}
HOLDER = {"type": "object", "properties": {name.lower(): ref(name) for name in UNIONS}}
TAGS = ("Raft", "Yacht", "Car", "r", "y", "car", "cat", "dog", "other")
REST = ({}, {"sails": 1}, {"wheels": 4}, {"logs": "many"}, {"sails": 1, "wheels": 4}, {"z": "no"})
VALUES = [{"kind": tag, **rest} for tag in TAGS for rest in REST] + ["text", {"sails": 1}]


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    body = {"required": True, "content": {"application/json": {"schema": ref("Holder")}}}
    operation = {"operationId": "put", "requestBody": body, "responses": {"204": {"description": ""}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Harbor", "version": "1"},
        "paths": {"/x": {"put": operation}},
        "components": {"schemas": {**MEMBERS, **UNIONS, "Holder": HOLDER}},
    }
    path = tmp_path_factory.mktemp("unions") / "spec.json"
    path.write_text(json.dumps(document))
    return path


@pytest.fixture(scope="module")
def validator(spec: Path) -> SchemaValidator:
    return schema_validator(lower(load_document(spec))[0])


def differences(names: dict[str, Callable[[Any], Any]], validator: SchemaValidator) -> Iterator[tuple[str, Any, bool]]:
    """Yield the values of which a language says otherwise than the validator, with what the validator says."""
    for name, round_trip in names.items():
        for value in VALUES:
            expected = validator.is_valid(f"#/components/schemas/{name}", value)
            try:
                round_trip(value)
            except RefusedError:
                if expected:
                    yield name, value, expected
            else:
                if not expected:
                    yield name, value, expected


def test_python_admits_what_the_validator_admits(spec: Path, validator: SchemaValidator, tmp_path: Path) -> None:
    made = python_comparison(spec, tmp_path)
    named = {pointer.rpartition("/")[2]: made.round_trip_of(class_name) for pointer, class_name, _ in made.types}
    assert not list(differences({name: named[name] for name in UNIONS}, validator))


def test_typescript_admits_what_the_validator_admits(
    spec: Path, validator: SchemaValidator, tmp_path: Path, tsc: Path
) -> None:
    models = TypeScriptModels(spec, tmp_path, tsc)
    try:
        named = {pointer.rpartition("/")[2]: models.round_trip_of(key) for pointer, key, _ in models.types}
        assert not list(differences({name: named[name] for name in UNIONS}, validator))
    finally:
        models.close()


def test_a_value_that_names_a_member_belongs_to_it(validator: SchemaValidator) -> None:
    def admitted(name: str, **value: Any) -> bool:
        return validator.is_valid(f"#/components/schemas/{name}", value)

    assert admitted("Named", kind="Raft", sails=1)
    assert admitted("Named", kind="other")
    assert not admitted("Named", kind="Yacht")
    assert not admitted("Mapped", kind="other")
    assert admitted("IncludedMapped", kind="r", sails=1)
    assert not admitted("IncludedMapped", kind="y")
