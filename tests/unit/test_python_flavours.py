"""The other flavours of models: the same names, fields and docstrings, and the same examples come back."""

import ast
import dataclasses
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import pytest

from tests.python_packages import described, import_package, package_of, write_package_of

ROOT = Path(__file__).parent.parent.parent
FLAVOURS = ("dataclass", "typeddict", "msgspec")
SCRIPTS = ("createchatcompletion", "postv2proxyimagesgenerations")
ODD = {
    "Odd": {
        "type": "object",
        "description": "Odd names.",
        "required": ["class", "fileName"],
        "properties": {
            "class": {"type": "string", "description": "A keyword."},
            "fileName": {"type": "integer", "default": 3},
            "format": {"$ref": "#/components/schemas/Kind"},
            "field": {"type": "string"},
            "+1": {"type": "number"},
            "list": {"type": "array", "items": {"type": "string"}},
            "next": {"$ref": "#/components/schemas/Odd"},
        },
    },
    "Kind": {"type": "string", "enum": ["a", "b-c"]},
    "HTTPThing": {"type": "object", "properties": {"odd": {"$ref": "#/components/schemas/Odd"}}},
    "None": {"type": "object", "properties": {"a": {"type": ["string", "null"]}}},
}
ATTRIBUTES = {"class_", "file_name", "format_", "plus_1", "list", "next"}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The models of the repository's description in every flavour."""
    found = {}
    for flavour in ("pydantic", *FLAVOURS):
        folder = tmp_path_factory.mktemp(flavour)
        parts = ("models", "examples") if flavour == "pydantic" else ("models",)
        name = write_package_of(ROOT / "spec/openapi.yaml", folder, models=flavour, parts=parts)
        found[flavour] = import_package(name, folder).models
    return found


@pytest.fixture(scope="module")
def requests(generated: dict[str, Any]) -> dict[str, Any]:
    """The requests of the example scripts, by class, in the form of the wire."""
    folder = str(Path(generated["pydantic"].__file__).parent.parent.parent)
    sys.path.insert(0, folder)
    try:
        made = [importlib.import_module(f"examples.{name}").request for name in SCRIPTS]
    finally:
        sys.path.remove(folder)
        for name in [name for name in sys.modules if name.partition(".")[0] == "examples"]:
            del sys.modules[name]
    return {type(each).__name__: each.model_dump(mode="json") for each in made}


def source_of(module: Any) -> str:
    return Path(module.__file__).read_text()


def classes(module: Any) -> dict[str, list[str]]:
    """Return the fields of every class of a module, by name."""
    found = {}
    for node in ast.parse(source_of(module)).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = list(fields(node))
    return found


def fields(node: ast.ClassDef) -> Iterator[str]:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            yield each.target.id


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_type_has_the_name_that_it_has_in_pydantic(generated: dict[str, Any], flavour: str) -> None:
    missing = [name for name in generated["pydantic"].__all__ if not hasattr(generated[flavour], name)]
    assert missing == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_class_has_the_same_fields(generated: dict[str, Any], flavour: str) -> None:
    tags = {"role", "type"} if flavour == "msgspec" else set()
    for name, found in classes(generated[flavour]).items():
        ours = set(getattr(generated["pydantic"], name).model_fields)
        theirs = {"field" if each == "field_2" else each for each in found}  # msgspec calls `field` in its classes
        assert ours - tags <= theirs <= ours, name


@pytest.mark.parametrize("flavour", ["dataclass", "msgspec"])
def test_every_class_has_its_docstring(generated: dict[str, Any], flavour: str) -> None:
    contact = generated[flavour].PublicContact
    expected = generated["pydantic"].PublicContact.__doc__.partition("\n")[0]
    assert contact.__doc__.strip() == expected
    assert "The name that is shown." in source_of(generated[flavour])


def test_typed_dictionaries_are_those_of_the_wire(generated: dict[str, Any], requests: dict[str, Any]) -> None:
    for name, body in requests.items():
        typed = getattr(generated["typeddict"], name)
        assert set(body) <= set(get_type_hints(typed))
        assert set(get_type_hints(typed)) == {
            field.alias or own for own, field in getattr(generated["pydantic"], name).model_fields.items()
        }


def test_structs_take_the_examples(generated: dict[str, Any], requests: dict[str, Any]) -> None:
    for name, body in requests.items():
        made = msgspec.json.decode(json.dumps(body), type=getattr(generated["msgspec"], name))
        assert without_defaults(json.loads(msgspec.json.encode(made)), body) == body


def test_dataclasses_take_the_examples(generated: dict[str, Any], requests: dict[str, Any]) -> None:
    package = sys.modules[generated["dataclass"].__name__.removesuffix(".models")]
    for name, body in requests.items():
        made = package.from_dict(getattr(generated["dataclass"], name), body)
        assert dataclasses.is_dataclass(made)
        assert without_defaults(package.to_dict(made), body) == body


def without_defaults(value: Any, model: Any) -> Any:
    """Return a value without what the model of it does not have."""
    if isinstance(value, dict) and isinstance(model, dict):
        return {key: without_defaults(each, model[key]) for key, each in value.items() if key in model}
    if isinstance(value, list) and isinstance(model, list):
        return [without_defaults(each, other) for each, other in zip(value, model, strict=True)]
    return value


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_odd_names_are_ours(tmp_path: Path, flavour: str) -> None:
    models = package_of(described(ODD), tmp_path, all_components=True, models=flavour).models
    assert {"Odd", "Kind", "HTTPThing", "None_"} <= set(dir(models))
    if flavour == "typeddict":
        assert set(models.Odd.__annotations__) == set(ODD["Odd"]["properties"])  # type: ignore[call-overload]
    else:
        assert set(classes(models)["Odd"]) - {"field", "field_2"} == ATTRIBUTES
        assert models.Odd.__doc__.strip() == "Odd names."


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_aliases_of_null_alone_take_no_exponential_time(tmp_path: Path, flavour: str) -> None:
    """Each of them refers to the next, the last one to the first; 2^100 steps would never end."""
    links = {
        f"Link{n}": {"anyOf": [{"$ref": f"#/components/schemas/Link{(n + 1) % 100}"}, {"type": "null"}]}
        for n in range(100)
    }
    models = package_of(described(links), tmp_path, all_components=True, models=flavour).models
    assert len([name for name in dir(models) if name.startswith("Link")]) >= len(links)


def test_a_struct_has_the_names_of_the_wire(tmp_path: Path) -> None:
    models = package_of(described(ODD), tmp_path, all_components=True, models="msgspec").models
    text = b'{"class":"a","fileName":1,"format":"b-c","field":"x","+1":2.5}'
    made = msgspec.json.decode(text, type=models.Odd)
    assert (made.class_, made.file_name, made.format_, made.field_2, made.plus_1) == ("a", 1, "b-c", "x", 2.5)
    assert json.loads(msgspec.json.encode(made)) == json.loads(text)


UNION = {
    **ODD,
    "Cat": {
        "type": "object",
        "required": ["petType"],
        "properties": {"petType": {"const": "cat"}, "odd": {"$ref": "#/components/schemas/Odd"}},
    },
    "Dog": {
        "type": "object",
        "required": ["petType", "barksAt"],
        "properties": {
            "petType": {"const": "dog"},
            "barksAt": {"type": ["string", "null"]},
            "pups": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
            "byName": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Pet"}},
        },
    },
    "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}, {"type": "string"}]},
}
LITTER = {
    "petType": "dog",
    "barksAt": None,
    "pups": [{"petType": "cat", "odd": {"class": "a", "fileName": 1, "format": "b-c", "+1": 2.5}}, "none"],
    "byName": {"petType": {"petType": "dog", "barksAt": "x"}},
}


@pytest.mark.filterwarnings("error")
def test_a_dataclass_has_the_names_of_the_wire(tmp_path: Path) -> None:
    package = package_of(described(UNION), tmp_path, all_components=True, models="dataclass")
    made = package.from_dict(package.Dog, {**LITTER, "unknown": 1})
    assert [type(each).__name__ for each in made.pups] == ["Cat", "str"]
    assert (made.pups[0].odd.class_, made.pups[0].odd.plus_1, made.by_name["petType"].barks_at) == ("a", 2.5, "x")
    assert package.to_dict(made) == LITTER
    with pytest.raises(TypeError):
        package.from_dict(package.Dog, {"petType": "dog"})
