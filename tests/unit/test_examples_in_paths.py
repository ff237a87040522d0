"""Examples of path parameters: a segment of a path is never empty, whatever its schema allows."""

import json
from pathlib import Path
from typing import Any

import pytest
from typewright.cli.invocation import Invocation
from typewright.cli.sampling import example

SCHEMAS: dict[str, dict[str, Any]] = {
    "array": {"type": "array", "items": {"type": "string"}},
    "map": {"type": "object", "additionalProperties": {"type": "integer"}},
    "object": {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}},
    "text": {"type": "string", "maxLength": 5},
    "referenced array": {"$ref": "#/components/schemas/Ids"},
}


@pytest.mark.parametrize("kind", SCHEMAS)
@pytest.mark.parametrize("name", ["id", "value", "keys", "x"])
def test_a_path_parameter_is_not_empty(kind: str, name: str, tmp_path: Path) -> None:
    parameter = {"name": name, "in": "path", "required": True, "schema": SCHEMAS[kind]}
    operation = {"operationId": "get", "parameters": [parameter], "responses": {"204": {"description": "Done"}}}
    description = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {f"/a/{{{name}}}": {"get": operation}},
        "components": {"schemas": {"Ids": {"type": "array", "items": {"type": "integer"}}}},
    }
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(description))
    request = json.loads(example(Invocation(spec=spec), "get", None, "json"))
    assert request["path"][name]
