"""What the names of types and the order of pages depend on, and that it is all that they see."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from typewright.base.last_build import Values, values_kept
from typewright.config.options import NamingConfig
from typewright.examples.order import page_order
from typewright.naming import Ledger, assign
from typewright.openapi.description import describe
from typewright.openapi.document import load_document
from typewright.surface import Surface, surface
from typewright.surface.structure import structure_of
from typewright.targets.typescript.language import LANGUAGE

from tests.properties.test_incremental import DOCUMENTS

SCHEMAS: dict[str, Any] = {
    "Pet": {
        "type": "object",
        "title": "A pet",
        "properties": {
            "name": {"type": "string"},
            "owners": {"type": "array", "items": {"$ref": "#/components/schemas/Owner"}},
            "size": {"oneOf": [{"type": "object", "properties": {"cm": {"type": "integer"}}}, {"type": "string"}]},
        },
    },
    "Owner": {"type": "object", "properties": {"pets": {"$ref": "#/components/schemas/Pets"}}},
    "Pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
}


def of(schemas: dict[str, Any], folder: Path) -> Surface:
    content = {"schema": {"$ref": "#/components/schemas/Pet"}}
    answer = {"200": {"description": "", "content": {"application/json": content}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/pets": {"get": {"operationId": "listPets", "responses": answer}}},
        "components": {"schemas": schemas},
    }
    return read(yaml.safe_dump(document, sort_keys=False), folder)


def read(text: str, folder: Path) -> Surface:
    path = folder / "openapi.yaml"
    path.write_text(text)
    return surface(describe(load_document(path)).without_errors().api, NamingConfig())


def edited(**pet: Any) -> dict[str, Any]:
    return {**SCHEMAS, "Pet": {**SCHEMAS["Pet"], **pet}}


def with_property(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return edited(properties={**SCHEMAS["Pet"]["properties"], name: schema})


@pytest.mark.parametrize("name", DOCUMENTS)
def test_names_and_orders_of_the_structure_are_those_of_all(name: str, tmp_path: Path) -> None:
    whole = read(DOCUMENTS[name], tmp_path)
    bare = structure_of(whole, "typescript")
    names = [assign(found, NamingConfig(), LANGUAGE, Ledger()) for found in (whole, bare)]
    assert list(names[0].symbols.items()) == list(names[1].symbols.items())
    assert page_order(whole, names[0]) == page_order(bare, names[0])


@pytest.mark.parametrize(
    "schemas",
    [
        edited(description="Says more."),
        edited(required=["name"]),
        with_property("age", {"type": "integer", "maximum": 9}),
        with_property("name", {"type": "integer"}),
        {name: {**schema, "description": "Other."} for name, schema in SCHEMAS.items()},
    ],
)
def test_it_is_the_same_where_nothing_refers_to_something_else(schemas: dict[str, Any], tmp_path: Path) -> None:
    values: Values = {}
    with values_kept(values):
        before = structure_of(of(SCHEMAS, tmp_path), "typescript")
        assert structure_of(of(schemas, tmp_path), "typescript") is before


@pytest.mark.parametrize(
    "schemas",
    [
        edited(title="An animal"),
        edited(**{"x-speakeasy-name-override": "Animal"}),
        with_property("other", {"$ref": "#/components/schemas/Owner"}),
        with_property("inner", {"type": "object", "properties": {"a": {"type": "string"}}}),
        with_property("owners", {"$ref": "#/components/schemas/Owner"}),
        edited(properties=dict(reversed(SCHEMAS["Pet"]["properties"].items()))),
        dict(reversed(SCHEMAS.items())) | {"Owner": {"type": "object", "properties": {}}},
    ],
)
def test_it_is_another_where_names_can_be_others(schemas: dict[str, Any], tmp_path: Path) -> None:
    values: Values = {}
    with values_kept(values):
        before = structure_of(of(SCHEMAS, tmp_path), "typescript")
        assert structure_of(of(schemas, tmp_path), "typescript") is not before
