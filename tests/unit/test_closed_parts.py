"""Compositions with a part that refuses what other parts declare: they are closed as a whole."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from typewright.openapi.document import Document, load_document
from typewright.openapi.lower import lower

from tests.model_truth import RefusedError
from tests.python_packages import described, package_of, taking
from tests.typescript_truth import TypeScriptModels

TEXT = {"type": "string"}
COMPONENTS = "#/components/schemas/"
PET = {"type": "object", "required": ["name"], "properties": {"name": TEXT}, "additionalProperties": False}
MEOW = {"type": "object", "required": ["meow"], "properties": {"meow": TEXT}, "additionalProperties": False}
CAT = {"allOf": [{"$ref": f"{COMPONENTS}Pet"}, MEOW]}


def closed(*names: str, **keywords: Any) -> dict[str, Any]:
    return {"properties": dict.fromkeys(names, TEXT), "additionalProperties": False, **keywords}


def repaired(folder: Path, schemas: dict[str, Any], version: str = "3.1.0") -> tuple[Document, list[str]]:
    """Return the document with these components after its repairs, and where W332 is reported."""
    path = folder / "openapi.yaml"
    path.write_text(yaml.safe_dump({**described(schemas), "openapi": version}, sort_keys=False))
    document = load_document(path)
    _, diagnostics = lower(document, all_components=True)
    assert {found.code for found in diagnostics} <= {"W332", "E306"}
    return document, [str(found.pointer) for found in diagnostics if found.code == "W332"]


def schema(document: Document, name: str) -> Any:
    return document.value_at(f"{COMPONENTS}{name}")


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_parts_are_opened_in_the_composition_alone(tmp_path: Path, version: str) -> None:
    document, reported = repaired(tmp_path, {"Pet": PET, "Cat": CAT}, version)
    assert reported == [
        f"{COMPONENTS}Cat/allOf/0/$ref",
        f"{COMPONENTS}Cat/allOf/1/additionalProperties",
    ]
    assert schema(document, "Pet") == PET
    first, second = schema(document, "Cat")["allOf"]
    assert first["properties"] == PET["properties"]
    assert "additionalProperties" not in {**first, **second}
    assert schema(document, "Cat")["unevaluatedProperties"] is False


@pytest.mark.parametrize(
    "composition",
    [
        {"allOf": [closed("a"), {"properties": {"a": TEXT}}]},
        {"allOf": [closed("a"), {"properties": {"b": False}, "required": ["c"]}]},
        {"allOf": [closed("a", patternProperties={"^x-": {}}), {"properties": {"x-b": TEXT}}]},
        {"allOf": [{"$ref": f"{COMPONENTS}Pet"}], "description": "A wrapper."},
        {"allOf": [{"properties": {"a": TEXT}, "additionalProperties": True}, {"properties": {"b": TEXT}}]},
        {"allOf": [{"properties": {"a": TEXT}, "unevaluatedProperties": False}, {"properties": {"b": TEXT}}]},
        {"oneOf": [closed("a"), closed("b")]},
    ],
)
def test_nothing_else_is_changed(tmp_path: Path, composition: dict[str, Any]) -> None:
    document, reported = repaired(tmp_path, {"Pet": PET, "It": composition})
    assert reported == []
    assert schema(document, "It") == composition


@pytest.mark.parametrize(
    "composition",
    [
        {"allOf": [closed("a"), {"properties": {"b": TEXT}}]},
        {"allOf": [{"properties": {"b": TEXT}}], **closed("a")},
        {"allOf": [{"allOf": [closed("a"), {"properties": {"b": TEXT}}]}]},
        {"allOf": [closed("a"), {"oneOf": [{"properties": {"b": TEXT}}, {"properties": {"a": TEXT}}]}]},
        {"allOf": [{"$ref": f"{COMPONENTS}Pet", **closed("a", "name")}, {"properties": {"b": TEXT}}]},
    ],
)
def test_the_outermost_composition_is_closed(tmp_path: Path, composition: dict[str, Any]) -> None:
    document, reported = repaired(tmp_path, {"Pet": PET, "It": composition})
    assert reported != []
    assert "'additionalProperties'" not in str(schema(document, "It"))
    assert str(schema(document, "It")).count("unevaluatedProperties") == 1
    assert schema(document, "It")["unevaluatedProperties"] is False


def test_what_the_author_says_of_other_properties_stays(tmp_path: Path) -> None:
    document, _ = repaired(tmp_path, {"It": {**CAT, "allOf": [PET, MEOW], "unevaluatedProperties": TEXT}})
    assert schema(document, "It")["unevaluatedProperties"] == TEXT


def test_a_composition_is_opened_where_another_extends_it(tmp_path: Path) -> None:
    lion = {"allOf": [{"$ref": f"{COMPONENTS}Cat"}], "properties": {"mane": TEXT}}
    document, _ = repaired(tmp_path, {"Lion": lion, "Cat": CAT, "Pet": PET})
    inner = schema(document, "Lion")["allOf"][0]
    assert "unevaluatedProperties" not in inner
    assert [list(part["properties"]) for part in inner["allOf"]] == [["name"], ["meow"]]
    assert schema(document, "Cat")["unevaluatedProperties"] is False


def test_a_composition_that_includes_itself_ends(tmp_path: Path) -> None:
    one = {"allOf": [{"$ref": f"{COMPONENTS}Two"}, closed("a")]}
    two = {"allOf": [{"$ref": f"{COMPONENTS}One"}, closed("b")]}
    _, reported = repaired(tmp_path, {"One": one, "Two": two})
    assert f"{COMPONENTS}One/allOf/1/additionalProperties" in reported


def test_references_of_another_file_lead_where_they_did(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    shared = {**PET, "properties": {"name": {"$ref": "#/Name"}, "tags": {"type": "array", "items": {"$ref": "#/Name"}}}}
    other = {"Pet": shared, "Name": {"enum": ["Laika"], "type": "string"}}
    (tmp_path / "parts/my pet.yaml").write_text(yaml.safe_dump(other))
    cat = {"allOf": [{"$ref": "parts/my%20pet.yaml#/Pet"}, MEOW]}
    document, _ = repaired(tmp_path, {"Cat": cat})
    properties = schema(document, "Cat")["allOf"][0]["properties"]
    assert properties == {
        "name": {"$ref": "parts/my%20pet.yaml#/Name"},
        "tags": {"$ref": "parts/my%20pet.yaml#/Pet/properties/tags"},
    }


VALUES = [
    ({"name": "Tom", "meow": "loud"}, True),
    ({"name": "Tom", "meow": "loud", "bark": "loud"}, False),
    ({"name": "Tom"}, False),
]


def test_python_models_accept_what_is_composed(tmp_path: Path) -> None:
    cat = package_of(described({"Pet": PET, "Cat": CAT}), tmp_path, all_components=True).models.Cat

    def is_accepted(value: Any) -> bool:
        try:
            cat.model_validate(value)
        except ValidationError:
            return False
        return True

    assert [is_accepted(value) for value, _ in VALUES] == [is_valid for _, is_valid in VALUES]


def test_typescript_functions_accept_what_is_composed(tsc: Path, tmp_path: Path) -> None:
    spec, pointer = tmp_path / "openapi.yaml", f"{COMPONENTS}Cat"
    spec.write_text(yaml.safe_dump(described({"Pet": PET, "Cat": CAT}, taking({"$ref": pointer}))))
    models = TypeScriptModels(spec, tmp_path, tsc)
    round_trip = models.round_trip_of(next(key for found, key, _ in models.types if found == pointer))

    def is_accepted(value: Any) -> bool:
        try:
            return bool(round_trip(value) == value)
        except RefusedError:
            return False

    assert [is_accepted(value) for value, _ in VALUES] == [is_valid for _, is_valid in VALUES]
    models.close()
