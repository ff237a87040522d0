"""Properties that travel one way: two forms of a type with a common base, and what is sent all the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.python_packages import described, package_of, taking

Make = Callable[..., Any]
REF = {"$ref": "#/components/schemas/User"}


def user(**keywords: Any) -> dict[str, Any]:
    """Return the schema of an object with a property for either way and one for both."""
    properties = {
        "id": {"type": "string", "minLength": 2, "readOnly": True},
        "name": {"type": "string"},
        "password": {"type": "string", "minLength": 8, "writeOnly": True},
    }
    return {"type": "object", "required": [*properties], "properties": properties, **keywords}


@pytest.fixture
def models(tmp_path: Path) -> Make:
    """A function that generates the models of an operation that takes and returns a schema called `User`."""

    def make(schema: Any, returned: Any = REF, **options: Any) -> Any:
        return package_of(described({"User": schema}, taking(REF, returned)), tmp_path, **options).models

    return make


def refused(model: Any, value: Any) -> bool:
    adapter: Any = TypeAdapter(model)
    for read, given in ((adapter.validate_python, value), (adapter.validate_json, json.dumps(value))):
        try:
            read(given)
        except ValidationError:
            continue
        return False
    return True


def test_both_forms_have_their_own_fields_and_a_common_base(models: Make) -> None:
    found = models(user())
    assert list(found.User.model_fields) == ["name", "id"]
    assert list(found.UserInput.model_fields) == ["name", "password"]
    common = set(found.User.__mro__) & set(found.UserInput.__mro__)
    assert "_UserBase" in {each.__name__ for each in common}


def test_a_type_without_such_properties_is_one(models: Make) -> None:
    found = models({"type": "object", "properties": {"name": {"type": "string"}}})
    assert "UserInput" not in found.__all__


@pytest.mark.parametrize("further", [{}, {"additionalProperties": False}])
def test_what_travels_the_other_way_may_be_sent_as_its_schema_says(models: Make, further: Any) -> None:
    body = {"name": "Jane", "password": "long enough"}
    taken = models(user(**further)).UserInput
    assert taken.model_validate(body).model_dump() == body
    sent = {**body, "id": "u1"}
    assert taken.model_validate(sent).model_dump() == sent
    assert refused(taken, {**body, "id": "u"})
    assert refused(taken, {**body, "id": 5})
    assert refused(taken, {**body, "other": 5}) is bool(further)


def test_what_a_server_sends_all_the_same_is_kept(models: Make) -> None:
    answered = {"id": "u1", "name": "Jane", "password": "short"}
    assert models(user(additionalProperties=False)).User.model_validate(answered).model_dump() == answered


def test_a_strict_package_holds_what_a_server_sends_against_its_schema(models: Make) -> None:
    given = models(user(additionalProperties=False), validation="strict").User
    answered = {"id": "u1", "name": "Jane"}
    whole = {**answered, "password": "long enough"}
    assert given.model_validate(whole).model_dump() == whole
    assert refused(given, {**answered, "password": "short"})
    assert refused(given, {**answered, "other": 1})


def test_a_sum_of_schemas_knows_what_its_parts_leave_out(models: Make) -> None:
    taken = models({"allOf": [user(), {"type": "object", "properties": {"age": {"type": "integer"}}}]}).UserInput
    body = {"name": "Jane", "password": "long enough", "age": 5}
    assert not refused(taken, {**body, "id": "u1"})
    assert refused(taken, {**body, "id": 1})
