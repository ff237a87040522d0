"""Each name that means something to Python, to pydantic or to a generated module works as the name of a property."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.python_packages import described, package_of

HAZARDS: dict[str, list[str]] = {
    "members of pydantic's classes": [
        *("model_config", "model_fields", "model_dump", "model_validate", "model_extra", "model_fields_set"),
        *("copy", "json", "dict", "schema", "validate", "construct", "parse_obj", "__pydantic_extra__"),
    ],
    "keywords": ["class", "import", "from", "None", "True", "async", "match", "type"],
    "builtins and types of fields": [
        "date",
        "datetime",
        "float",
        "int",
        "str",
        "bool",
        "list",
        "bytes",
        "object",
        "id",
    ],
    "what a class is made with": [
        "self",
        "cls",
        "super",
        "property",
        "classmethod",
        "__init__",
        "__class__",
        "__slots__",
    ],
    "imports of the module": ["Field", "Any", "Annotated", "Literal", "TypeAlias", "ClassVar", "TYPE_CHECKING"],
    "the runtime module": [
        "Model",
        "UNSET",
        "Unset",
        "OptionalNullable",
        "Optional",
        "Asserts",
        "Format",
        "__asserts__",
        "__open__",
        "__names__",
        "__absent__",
        "__one_way__",
    ],
    "members of our own": ["additional_properties", "additionalProperties", "additional_properties_"],
    "no identifiers": ["", " ", "1st", "24h", "+1", "-1", "a-b", "$ref", "größe", "日本", "ﬁ", 'quo"ted', "new\nline"],
    "underscores": ["_", "__", "_private", "__dunder__", "trailing_", "_abc_impl"],
}
TOGETHER = ["fileName", "file_name", "FileName", "file-name", "file_name_2"]
KINDS: list[tuple[Any, Any]] = [
    ({"type": "string", "format": "date"}, "2024-01-01"),
    ({"type": "number", "maximum": 5}, 1.5),
    ({"type": "object", "additionalProperties": {"type": "string"}}, {"a": "b"}),
    ({"type": "array", "items": {"type": "string", "minLength": 1}}, ["a"]),
]
ALL = [name for names in HAZARDS.values() for name in names]


def thing(names: list[str], kind: Any, **keywords: Any) -> dict[str, Any]:
    return {"type": "object", "properties": dict.fromkeys(names, kind), **keywords}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The models of a package that has, for each name and each kind of type, an object with such a property."""
    schemas = {}
    for number, name in enumerate(ALL):
        for index, (kind, _) in enumerate(KINDS):
            keywords = {"required": [name]} if index % 2 else {"additionalProperties": {"type": "integer"}}
            schemas[f"Thing{number}Of{index}"] = thing([name], kind, **keywords)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return package_of(described(schemas), tmp_path_factory.mktemp("names"), all_components=True).models


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ALL)
def test_a_property_of_this_name_works(models: Any, name: str) -> None:
    for index, (_, value) in enumerate(KINDS):
        model, body = getattr(models, f"Thing{ALL.index(name)}Of{index}"), {name: value}
        made = model.model_validate(body)
        assert json.loads(made.model_dump_json()) == made.model_dump(mode="json") == body
        attribute = next(iter(model.model_fields))
        assert model(**{attribute: getattr(made, attribute)}) == made
        assert made.model_copy(deep=True) == made
        assert type(made).__name__ in repr(made)
        if not index % 2:
            further = model.model_validate({**body, "further": 1})
            assert json.loads(further.model_dump_json()) == {**body, "further": 1}
            assert {"further": 1} in [getattr(further, f"additional_properties{end}", None) for end in ("", "_", "__")]


@pytest.mark.filterwarnings("error")
def test_names_that_collide_after_casing_stay_apart(tmp_path: Path) -> None:
    schema = thing(TOGETHER, {"type": "string"}, additionalProperties=False)
    model = package_of(described({"Thing": schema}), tmp_path, all_components=True).models.Thing
    body = {name: name for name in TOGETHER}
    made = model.model_validate(body)
    assert made.model_dump() == body
    assert len({getattr(made, attribute) for attribute in model.model_fields}) == len(TOGETHER)
    assert made.file_name == "file_name"
