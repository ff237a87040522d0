"""Calls that pass the parts of a request one by one, read back as a request."""

import pytest
from typewright.prove.nodes import to_json
from typewright.targets.typescript.prove.literals import passed_one_by_one

PROPERTIES = ("id", "isOpen", "pet")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('zoo.pets.put("p1", true, {name: "a"});', {"id": "p1", "isOpen": True, "pet": {"name": "a"}}),
        ('zoo.pets.put("p1", undefined, {});', {"id": "p1", "pet": {}}),
        ('zoo.pets.put("p1", undefined, undefined, {key: "k"});', {"id": "p1"}),
        ('zoo.pets.put(\n  "p1",\n  false,\n);', {"id": "p1", "isOpen": False}),
        ("zoo.pets.put();", {}),
    ],
)
def test_arguments_are_the_properties_of_a_request(code: str, expected: object) -> None:
    node = passed_one_by_one(code, "zoo.pets.put", PROPERTIES)
    assert node is not None
    assert to_json(node) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [('petsPut(zoo, "p1");', {"id": "p1"}), ("petsPut(zoo);", {}), ("petsPut(zoo, undefined, true)", {"isOpen": True})],
)
def test_a_function_takes_the_client_first(code: str, expected: object) -> None:
    node = passed_one_by_one(code, "petsPut", PROPERTIES)
    assert node is not None
    assert to_json(node) == expected


def test_code_without_the_call_has_no_request() -> None:
    assert passed_one_by_one('zoo.pets.get("p1");', "zoo.pets.put", PROPERTIES) is None
