"""The digests of the parts of a description with all that they refer to."""

from typing import Any

import pytest
from typewright.base.last_build import Values, values_kept
from typewright.openapi.closures import closure_digests

PET, OWNER, TAG = (f"#/components/schemas/{name}" for name in ("Pet", "Owner", "Tag"))
PATH = "#/paths/~1pets"


def document(**schemas: Any) -> dict[str, Any]:
    pet = {"properties": {"owner": {"$ref": OWNER}}}
    owner = {"properties": {"pets": {"items": {"$ref": PET}}, "tag": {"$ref": TAG}}}
    found = {"Pet": pet, "Owner": owner, "Tag": {"type": "string"}, "Other": {"type": "string"}}
    paths = {"/pets": {"get": {"schema": {"$ref": PET}}}}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": found | schemas}}


def digests(root: dict[str, Any], values: Values | None = None) -> dict[str, Any]:
    with values_kept({} if values is None else values):
        of = closure_digests(root, is_alone=True)
        return {pointer: of(pointer) for pointer in (PET, OWNER, TAG, PATH, "#/components/schemas/Other")}


BEFORE = digests(document())


def test_the_digest_of_a_part_changes_with_all_that_it_refers_to() -> None:
    now = digests(document(Tag={"type": "integer"}))
    assert [pointer for pointer, known in BEFORE.items() if now[pointer] == known] == ["#/components/schemas/Other"]
    now = digests(document(Other={"type": "integer"}))
    assert [pointer for pointer, known in BEFORE.items() if now[pointer] != known] == ["#/components/schemas/Other"]


def test_a_digest_is_that_of_what_is_inside_the_part() -> None:
    with values_kept({}):
        of = closure_digests(document(), is_alone=True)
    assert of(f"{PET}/properties/owner") == of(PET) == of(OWNER)
    assert of(f"{PATH}/get/schema") == of(PATH) is not None
    assert of("#/info") is None


def test_an_edit_that_is_taken_back_leaves_the_digests() -> None:
    values: Values = {}
    digests(document(), values)
    digests(document(Tag={"type": "integer"}), values)
    assert digests(document(), values) == BEFORE


def test_what_is_no_part_belongs_to_all() -> None:
    now = digests(document() | {"openapi": "3.0.0"})
    assert all(now[pointer] != known for pointer, known in BEFORE.items())


@pytest.mark.parametrize("schema", [{"const": 1}, {"const": 1.0}, {"const": True}])
def test_values_that_are_equal_are_not_the_same(schema: dict[str, Any]) -> None:
    others = [{"const": value} for value in (1, 1.0, True) if type(value) is not type(schema["const"])]
    assert all(digests(document(Tag=schema))[TAG] != digests(document(Tag=other))[TAG] for other in others)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "other.yaml#/Tag"},
        {"$ref": "#/components/schemas/Missing"},
        {"$dynamicRef": "#tag"},
        {"$id": "https://example.org/tag"},
        {"discriminator": {"mapping": {"a": "Missing"}}},
    ],
)
def test_a_part_that_refers_elsewhere_has_none_nor_has_one_that_refers_to_it(schema: dict[str, Any]) -> None:
    now = digests(document(Tag=schema))
    assert [pointer for pointer, found in now.items() if found is not None] == ["#/components/schemas/Other"]


def test_nothing_is_known_where_a_reference_leads_inside_a_part() -> None:
    assert set(digests(document(Tag={"$ref": f"{PET}/properties/owner"})).values()) == {None}


def test_a_discriminator_refers_to_the_components_that_it_names() -> None:
    schema = {"discriminator": {"mapping": {"o": "Other"}}}
    before, now = (digests(document(Tag=schema, Other={"type": type_})) for type_ in ("string", "integer"))
    assert before[TAG] != now[TAG]


def test_nothing_is_known_of_several_files_nor_where_nothing_is_kept() -> None:
    assert closure_digests(document(), is_alone=True)(PET) is None
    with values_kept({}):
        assert closure_digests(document(), is_alone=False)(PET) is None
