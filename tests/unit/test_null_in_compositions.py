"""Null in compositions: a type admits it exactly where a validator of JSON Schema does."""

from pathlib import Path

import pytest
import yaml
from jsonschema_rs import Draft202012Validator
from typewright.config.habits import Habit
from typewright.ir import Nullable, ObjectModel, Ref, Scalar, ScalarKind, TypeExpr, UnionModel, unfold
from typewright.ir.models import Model
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower

FORMS = (
    "$ref: '#/components/schemas/Text'\nmaxLength: 4",
    "$ref: '#/components/schemas/Text'\ntype: string",
    "$ref: '#/components/schemas/Text'\ntype: [string, 'null']\nmaxLength: 4",
    "$ref: '#/components/schemas/Plain'\ntype: [string, 'null']",
    "$ref: '#/components/schemas/Chain'",
    "$ref: '#/components/schemas/Chain'\npattern: a",
    "$ref: '#/components/schemas/Merged'",
    "$ref: '#/components/schemas/Merged'\nminLength: 1",
    "allOf: [{$ref: '#/components/schemas/Text'}, {maxLength: 4}]",
    "allOf: [{maxLength: 4}, {$ref: '#/components/schemas/Text'}]",
    "allOf: [{$ref: '#/components/schemas/Text'}, {type: string}]",
    "allOf: [{$ref: '#/components/schemas/Text'}, {type: [string, 'null']}]",
    "allOf: [{$ref: '#/components/schemas/Plain'}, {type: [string, 'null']}]",
    "allOf: [{$ref: '#/components/schemas/Text'}, {enum: [a, b]}]",
    "allOf: [{$ref: '#/components/schemas/Text'}, {enum: [a, null]}]",
    "allOf: [{type: [string, 'null']}, {description: text}]",
    "allOf: [{type: [object, 'null'], properties: {a: {}}}, {properties: {b: {}}}]",
    "allOf: [{type: [object, 'null'], properties: {a: {}}}, {type: object, properties: {b: {}}}]",
    "type: [object, 'null']\nallOf: [{$ref: '#/components/schemas/Thing'}]",
    "type: [object, 'null']\nallOf: [{properties: {a: {}}}]",
    "type: object\nallOf: [{type: [object, 'null'], properties: {a: {}}}]",
    "allOf: [{allOf: [{$ref: '#/components/schemas/Text'}]}, {maxLength: 2}]",
    "oneOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]",
    "type: object\noneOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]",
    "anyOf: [{$ref: '#/components/schemas/Thing'}, {$ref: '#/components/schemas/Text'}]",
    "allOf: [{anyOf: [{type: string}, {type: 'null'}]}, {maxLength: 3}]",
    "allOf: [{anyOf: [{type: string}, {type: 'null'}]}, {type: string}]",
    "allOf: [{$ref: '#/components/schemas/Text'}, {not: {type: 'null'}}]",
    "type: [string, 'null']\nenum: [a, null]",
    "type: [string, 'null']\nenum: [a, b]",
    "type: [string, integer, 'null']\nenum: [a, 7]",
    "type: [string, 'null']\nconst: a",
    "allOf: [{type: [string, 'null']}, {type: [string, 'null'], enum: [a]}]",
    "anyOf: [{type: [string, 'null'], enum: [a]}, {type: integer}]",
    "type: string\nenum: [a, null]",
    "enum: [a, null]",
)
COMPONENTS = """
Text: {type: [string, "null"]}
Plain: {type: string}
Thing: {type: object, properties: {a: {type: string}}}
Chain: {$ref: "#/components/schemas/Text"}
Merged: {allOf: [{$ref: "#/components/schemas/Text"}, {maxLength: 9}]}
"""


def field_of(
    schema: object, tmp_path: Path, habits: frozenset[Habit] = frozenset(), version: str = "3.1.0"
) -> tuple[TypeExpr, dict[str, Model]]:
    """Return the type of a property with `schema`, and all models."""
    holder = {"type": "object", "properties": {"value": schema}}
    root = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": {**yaml.safe_load(COMPONENTS), "Holder": holder}},
    }
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(root, sort_keys=False))
    api, _ = lower(load_document(tmp_path / "spec.yaml"), habits=habits)
    model = api.models["#/components/schemas/Holder"]
    assert isinstance(model, ObjectModel)
    return model.fields[0].type, dict(api.models)


def is_nullable_type(type_: TypeExpr, models: dict[str, Model]) -> bool:
    """Whether a type is nullable, any value, or a union with such a member."""
    whole = unfold(type_, models)
    if isinstance(whole, Ref) and isinstance(union := models[whole.id], UnionModel):
        return any(is_nullable_type(member, models) for member in union.members)
    if isinstance(whole, Scalar):
        return whole.kind in (ScalarKind.ANY, ScalarKind.NULL)
    return isinstance(whole, Nullable)


@pytest.mark.parametrize("form", FORMS)
def test_null_is_admitted_exactly_where_a_validator_admits_it(form: str, tmp_path: Path) -> None:
    schema = yaml.safe_load(form)
    root = {"components": {"schemas": yaml.safe_load(COMPONENTS)}, **schema}
    assert is_nullable_type(*field_of(schema, tmp_path)) is Draft202012Validator(root).is_valid(None)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("type: string\nnullable: true", True),
        ("allOf: [{$ref: '#/components/schemas/Thing'}]\nnullable: true", True),
        ("allOf: [{type: string, nullable: true}, {maxLength: 3}]", True),
        ("allOf: [{type: string, nullable: true}, {type: string}]", False),
        ("type: string\nnullable: true\nenum: [a, b]", True),
        ("type: string\nenum: [a, null]", False),
    ],
)
def test_nullable_of_openapi_3_0(form: str, expected: bool, tmp_path: Path) -> None:
    assert is_nullable_type(*field_of(yaml.safe_load(form), tmp_path, version="3.0.3")) is expected


def test_null_in_a_type_list_can_be_taken_back(tmp_path: Path) -> None:
    schema = yaml.safe_load("type: [string, 'null']\nnot: {type: 'null'}")
    assert not is_nullable_type(*field_of(schema, tmp_path))


@pytest.mark.parametrize("values", ["enum: [a, b]", "const: a"])
def test_null_in_a_type_list_counts_beside_values_without_it_by_the_habit(values: str, tmp_path: Path) -> None:
    schema = yaml.safe_load(f"type: [string, 'null']\n{values}")
    assert not is_nullable_type(*field_of(schema, tmp_path))
    assert is_nullable_type(*field_of(schema, tmp_path, frozenset({"null-beside-enums"})))


def test_an_enumeration_of_constants_has_titles_and_descriptions(tmp_path: Path) -> None:
    form = "oneOf: [{const: 1, title: Low, description: Sleep.}, {const: 2, title: High}, {type: 'null'}]"
    type_, models = field_of(yaml.safe_load(form), tmp_path)
    assert isinstance(type_, Nullable)
    assert isinstance(type_.of, Ref)
    values = [(value.value, value.name, value.description) for value in models[type_.of.id].values]  # type: ignore[union-attr]
    assert values == [(1, "Low", "Sleep."), (2, "High", "High")]
    kept, _ = field_of(yaml.safe_load(form), tmp_path, frozenset({"constants-are-a-union"}))
    assert isinstance(kept, Nullable)
    assert isinstance(kept.of, Scalar)
