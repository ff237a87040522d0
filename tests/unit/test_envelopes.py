"""The names of an envelope's fields for content, by the type of the content."""

from typing import Any

import pytest
from typewright.config.options import NamingConfig
from typewright.ir import ObjectModel
from typewright.surface import surface

from tests.naming_documents import STRING, array, body, description, lowered, operation, record, ref

SCHEMAS = {"Pet": record(name=STRING), "Category": record(name=STRING), "PetList": array(ref("Pet"))}


def content_names(responses: dict[str, Any]) -> list[str]:
    """Return the fields of the envelope around responses, without those beside the content."""
    spec = description({**operation("get", None, r200=STRING), "responses": responses})
    spec["components"] = {"schemas": SCHEMAS, "responses": {"ListOfPets": body(array(ref("Pet")))}}
    made = surface(lowered(spec), NamingConfig(scheme="symmetric"), response_format="envelope")
    [envelope] = [model for id_, model in made.models.items() if id_.endswith("?envelope")]
    assert isinstance(envelope, ObjectModel)
    return [field.name for field in envelope.fields][3:]


@pytest.mark.parametrize(
    ("response", "name"),
    [
        (body(ref("Pet")), "pet"),
        (body(ref("PetList")), "petList"),
        (body(array(ref("Pet"))), "pets"),
        (body(array(ref("Category"))), "categories"),
        ({"$ref": "#/components/responses/ListOfPets"}, "listOfPets"),
        (body(record(id=STRING)), "object"),
        (body({"oneOf": [ref("Pet"), ref("Category")]}), "oneOf"),
        (body(array(record(id=STRING))), "responseBodies"),
        (body(array(STRING)), "strings"),
        (body({"type": "object", "additionalProperties": STRING}), "object"),
        (body({"type": "boolean"}), "boolean"),
        (body(STRING, "text/plain"), "res"),
        (body(STRING, "application/xml"), "body"),
        (body(STRING, "application/pdf"), "responseStream"),
        (body(record(data=STRING), "text/event-stream"), "eventStream"),
    ],
)
def test_a_field_is_called_after_the_type_of_its_content(response: Any, name: str) -> None:
    assert content_names({"200": response}) == [name]


def test_without_content_there_is_no_field_for_it() -> None:
    assert content_names({"204": {"description": "Done."}}) == []


def test_content_of_one_type_is_in_one_field() -> None:
    assert content_names({"200": body(ref("Pet")), "201": body(ref("Pet"))}) == ["pet"]


def test_types_of_one_name_are_told_apart_by_status_and_media_type() -> None:
    found = content_names({"200": body(record(id=STRING)), "201": body(record(job=STRING))})
    assert found == ["twoHundredApplicationJsonObject", "twoHundredAndOneApplicationJsonObject"]


def test_content_called_like_a_fact_has_its_place_in_front() -> None:
    schema = {"$ref": "#/components/responses/ListOfPets"}
    spec = description({**operation("get", None, r200=STRING), "responses": {"200": schema}})
    spec["components"] = {"schemas": SCHEMAS, "responses": {"ListOfPets": body(ref("StatusCode"))}}
    spec["components"]["schemas"] = {**SCHEMAS, "StatusCode": record(id=STRING)}
    made = surface(lowered(spec), NamingConfig(scheme="symmetric"), response_format="envelope")
    [envelope] = [model for id_, model in made.models.items() if id_.endswith("?envelope")]
    assert isinstance(envelope, ObjectModel)
    assert [field.name for field in envelope.fields] == [
        "contentType",
        "statusCode",
        "rawResponse",
        "twoHundredApplicationJsonStatusCode",
    ]
