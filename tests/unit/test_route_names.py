"""Ids that FastAPI makes of function, path and method: the function names the operation where it can."""

import json
import re
from typing import Any, Literal

import pytest
from typewright.ir import Api
from typewright.naming.lock.locked import FUNCTION, NOTHING_LOCKED, Locked, kept_names
from typewright.naming.route_names import function_of, named_by_routes
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower


def fastapi_id(function: str, path: str, method: str) -> str:
    """Return the id as `fastapi.utils.generate_unique_id` defines it."""
    return f"{re.sub(r'[^0-9a-zA-Z_]', '_', f'{function}{path}')}_{method}"


def api(*routes: tuple[str, str, str], own: tuple[str, ...] = ()) -> Api:
    """Return an API with a route for each (function, path, method), and operations with ids of their `own`."""
    paths: dict[str, Any] = {}
    for function, path, method in routes:
        operation = {"operationId": fastapi_id(function, path, method), "responses": {}}
        paths.setdefault(path, {})[method] = operation
    for name in own:
        paths[f"/{name.lower()}"] = {"get": {"operationId": name, "responses": {}}}
    root = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    return lower(document_from_bytes(json.dumps(root).encode(), "a.json"))[0]


PHOTOS = (("list_photos", "/photos/", "get"), ("get_photo", "/photos/{photo-id}", "get"))


def names(
    written: Api, choice: Literal["auto", "always", "never"] = "auto", locked: Locked = NOTHING_LOCKED
) -> list[str | None]:
    return [operation.name for operation in named_by_routes(written, choice, locked).operations]


def test_functions_are_found() -> None:
    assert [function_of(operation) for operation in api(*PHOTOS, own=("other",)).operations] == [
        "list_photos",
        "get_photo",
        None,
    ]


@pytest.mark.parametrize(
    ("choice", "own", "expected"),
    [
        ("auto", (), ["list_photos", "get_photo"]),
        ("auto", ("other",), ["list_photos", "get_photo", "other"]),
        ("auto", ("a", "b", "c"), ["list_photos_photos__get", "get_photo_photos__photo_id__get", "a", "b", "c"]),
        ("always", ("a", "b", "c"), ["list_photos", "get_photo", "a", "b", "c"]),
        ("never", (), ["list_photos_photos__get", "get_photo_photos__photo_id__get"]),
        ("auto", ("get_photo",), ["list_photos", "get_photo_photos__photo_id__get", "get_photo"]),
    ],
)
def test_names(choice: Literal["auto", "always", "never"], own: tuple[str, ...], expected: list[str]) -> None:
    assert names(api(*PHOTOS, own=own), choice) == expected


def test_a_function_of_two_routes_names_neither() -> None:
    twice = api(("show", "/a", "get"), ("show", "/b", "get"), ("add", "/b", "post"))
    assert names(twice) == ["show_a_get", "show_b_get", "add"]


def test_what_the_lock_knows_stays() -> None:
    before = api(*PHOTOS)
    old = kept_names(NOTHING_LOCKED, before).closed({})
    assert names(before, locked=old) == ["list_photos_photos__get", "get_photo_photos__photo_id__get"]
    more = api(*PHOTOS, ("drop_photo", "/photos/{photo-id}", "delete"))
    assert names(more, locked=old)[2] == "drop_photo"
    renamed = named_by_routes(before, "auto", NOTHING_LOCKED)
    new = kept_names(NOTHING_LOCKED, renamed).closed({})
    assert new.names == {f"{FUNCTION}{operation.id}": operation.name for operation in renamed.operations}
    twice = api(*PHOTOS, ("list_photos", "/albums", "get"))
    assert names(twice, locked=new) == ["list_photos", "get_photo", "list_photos_albums_get"]


def test_other_names_than_that_of_the_method_stay() -> None:
    operation = named_by_routes(api(*PHOTOS), "auto", NOTHING_LOCKED).operations[0]
    assert operation.operation_id == "list_photos_photos__get"
