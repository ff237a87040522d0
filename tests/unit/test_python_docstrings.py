"""What the docstrings of fields and types say: the description, what holds of the value, its unit, its default."""

import ast
from pathlib import Path
from typing import Any

import pytest

from tests.python_packages import described, package_of

FIELDS: list[tuple[dict[str, Any], str]] = [
    ({"type": "string", "description": "A name.", "minLength": 1}, "A name.\n\nAt least 1 character."),
    ({"type": "string", "minLength": 2, "maxLength": 5}, "At least 2 characters, at most 5 characters."),
    ({"type": "integer", "minimum": 1, "exclusiveMaximum": 9, "default": 3}, "At least 1, less than 9, default 3."),
    ({"type": "number", "maximum": 60, "x-unit": "seconds"}, "At most 60, in seconds."),
    ({"type": "array", "items": {}, "maxItems": 1, "uniqueItems": True}, "At most 1 item, no two items equal."),
    ({"type": "object", "additionalProperties": {}, "minProperties": 1}, "At least 1 property."),
    ({"type": "string", "format": "ulid"}, "Format ulid."),
]


@pytest.fixture(scope="module")
def docstrings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The docstrings of the fields of one class by attribute, and under `` that of the class."""
    properties = {f"field{number}": schema for number, (schema, _) in enumerate(FIELDS)}
    schema = {"type": "object", "description": "A thing.", "minProperties": 2, "properties": properties}
    models = package_of(described({"Thing": schema}), tmp_path_factory.mktemp("docs"), all_components=True).models
    source = Path(models.Thing.__module__.replace(".", "/") + ".py")
    (folder,) = [Path(models.__file__).parents[2]]
    (thing,) = [node for node in ast.parse((folder / source).read_text()).body if isinstance(node, ast.ClassDef)]
    found = {"": ast.get_docstring(thing) or ""}
    for node, below in zip(thing.body, thing.body[1:], strict=False):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(below, ast.Expr):
            found[node.target.id] = ast.literal_eval(below.value)
    return found


@pytest.mark.parametrize("number", range(len(FIELDS)))
def test_a_field_says_what_holds_of_it(docstrings: dict[str, str], number: int) -> None:
    lines = [line.strip() for line in docstrings[f"field{number}"].strip().splitlines()]
    assert "\n".join(lines) == FIELDS[number][1]


def test_a_class_says_what_it_is_and_where_it_is_described(docstrings: dict[str, str]) -> None:
    assert docstrings[""] == "A thing.\n\nAt least 2 properties.\n\nSource: `#/components/schemas/Thing`"
