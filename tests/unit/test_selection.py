"""Filters of operations: which rule matches what, and what is said of those that match nothing."""

import json
from typing import Any

import pytest
from typewright.config.options import FilterConfig
from typewright.openapi.description import describe
from typewright.openapi.document import document_from_bytes
from typewright.openapi.selection import Selection, is_path_match


def operation(name: str, *tags: str, **members: Any) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    responses = {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}}
    return {"operationId": name, "tags": list(tags), "responses": responses, **members}


ID = {"parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]}
PATHS: dict[str, dict[str, Any]] = {
    "/pets": {"get": operation("listPets", "pets"), "post": operation("addPet", "pets", "admin")},
    "/pets/{id}": {**ID, "x-internal": True, "get": operation("getPet", "pets")},
    "/v1/users": {"get": operation("listUsers", "users", **{"x-audience": ["staff", "partners"]})},
    "/v1/users/{id}/keys": {**ID, "get": operation("listKeys", "users", **{"x-internal": False, "x-level": 2})},
}
IDS = [item["operationId"] for members in PATHS.values() for key, item in members.items() if key in ("get", "post")]


def chosen(include: Any = None, exclude: Any = None) -> tuple[list[str | None], list[str], set[str]]:
    """Return the ids of the chosen operations, the messages, and the names of the types that there are."""
    root = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": PATHS}
    root |= {"components": {"schemas": {name: {"type": "object"} for name in IDS}}}
    sides = (FilterConfig(**(rules or {})) for rules in (include, exclude))
    found = describe(document_from_bytes(json.dumps(root).encode(), "a.json"), selection=Selection(*sides))
    messages = [diagnostic.message for diagnostic in found.diagnostics]
    models = {id_.rpartition("/")[2] for id_ in found.api.models}
    return [operation.operation_id for operation in found.api.operations], messages, models


@pytest.mark.parametrize(
    ("include", "exclude", "ids"),
    [
        ({}, {}, IDS),
        ({"tags": ("pets",)}, {}, ["listPets", "addPet", "getPet"]),
        ({"tags": ("p*", "users")}, {"tags": ("admin",)}, ["listPets", "getPet", "listUsers", "listKeys"]),
        ({"paths": ("/v1/**",)}, {}, ["listUsers", "listKeys"]),
        ({"paths": ("/pets/*",)}, {}, ["getPet"]),
        ({"operations": ("list*",)}, {"operations": ("GET /v1/**",)}, ["listPets"]),
        ({"operations": ("post /pets", "* /v1/users")}, {}, ["addPet", "listUsers"]),
        ({}, {"extensions": ("x-internal",)}, ["listPets", "addPet", "listUsers", "listKeys"]),
        ({"extensions": ("x-audience=partners", "x-level=2")}, {}, ["listUsers", "listKeys"]),
        ({"extensions": ("x-internal=true",)}, {}, ["getPet"]),
        ({"tags": ("admin",), "paths": ("/v1/users",)}, {}, ["addPet", "listUsers"]),
        ({"tags": ("admin",)}, {"tags": ("admin",)}, []),
    ],
)
def test_rules(include: Any, exclude: Any, ids: list[str]) -> None:
    found, messages, models = chosen(include, exclude)
    assert found == ids
    assert messages == []
    assert models == set(ids), "types that no chosen operation needs are left out"


def test_a_rule_without_a_match_is_told() -> None:
    found, messages, _ = chosen({"tags": ("pet",), "operations": ("listPets",)}, {"paths": ("/none",)})
    assert found == ["listPets"]
    assert messages == [
        "'pet' in 'include: tags' matches no operation",
        "'/none' in 'exclude: paths' matches no operation",
    ]


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("/pets", "/pets", True),
        ("/pets", "/pets/1", False),
        ("/pets/*", "/pets/{id}", True),
        ("/pets/*", "/pets/{id}/toys", False),
        ("/pets/**", "/pets/{id}/toys", True),
        ("/pets/**", "/pets", True),
        ("/pets/**", "/petshop", False),
        ("/**/toys", "/pets/{id}/toys", True),
        ("/p?ts", "/pits", True),
        ("/a.b", "/axb", False),
        ("**", "/any/thing", True),
    ],
)
def test_globs_of_paths(glob: str, path: str, fits: bool) -> None:
    assert is_path_match(glob, path) is fits
