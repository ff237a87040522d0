"""Generated models inside of somebody's FastAPI application: its document and its answers keep what they say."""

import asyncio
import json
import warnings
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from tests.python_packages import described, package_of, taking


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS = {
    "Photo": {
        "type": "object",
        "description": "A photo.",
        "required": ["id", "medium"],
        "properties": {
            "id": {"type": "string", "format": "uuid", "description": "Its number."},
            "fileName": {"type": "string", "maxLength": 40, "description": "How it is called."},
            "rating": {"type": "integer", "minimum": 1, "maximum": 5},
            "note": {"type": ["string", "null"]},
            "taken": {"type": "string", "format": "date-time"},
            "score": {"type": "number", "exclusiveMinimum": 0},
            "tags": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
            "labels": {"type": "object", "maxProperties": 3, "additionalProperties": {"type": "string"}},
            "medium": {"oneOf": [ref("Film"), ref("Sensor")], "discriminator": {"propertyName": "kind"}},
            "parent": ref("Photo"),
        },
    },
    "Film": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"const": "Film"}, "iso": {"enum": [100, 200]}},
    },
    "Sensor": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "Sensor"}}},
}


@pytest.fixture(params=["strict", "lenient", None])
def application(request: pytest.FixtureRequest, tmp_path: Path) -> FastAPI:
    document = described(SCHEMAS, taking(ref("Photo"), ref("Photo")))
    models = package_of(document, tmp_path, validation=request.param).models
    made = FastAPI()

    def create(photo: Any) -> Any:
        return photo

    create.__annotations__ = {"photo": models.Photo, "return": models.Photo}
    made.post("/photos")(create)
    return made


def test_its_document_says_what_the_description_says(application: FastAPI) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        components = application.openapi()["components"]["schemas"]
    photo = next(schema for name, schema in components.items() if name.startswith("Photo"))
    properties = photo["properties"]
    assert not any("Unset" in name for name in components)
    assert photo["description"].startswith("A photo.")
    assert properties["id"]["format"] == "uuid"
    assert properties["id"]["description"].startswith("Its number.")
    assert properties["fileName"]["maxLength"] == 40
    assert properties["rating"].items() >= {"type": "integer", "minimum": 1, "maximum": 5}.items()
    assert properties["score"].items() >= {"type": "number", "exclusiveMinimum": 0}.items()
    assert properties["taken"].items() >= {"type": "string", "format": "date-time"}.items()
    assert properties["tags"]["uniqueItems"] is True
    assert properties["labels"]["maxProperties"] == 3
    assert properties["note"]["anyOf"] == [{"type": "string"}, {"type": "null"}]
    assert len(properties["medium"]["oneOf"]) == 2
    assert not any("default" in schema for schema in properties.values())
    assert set(photo["required"]) == {"id", "medium"}


def test_its_answers_leave_out_what_is_absent(application: FastAPI) -> None:
    photo = {"id": "00000000-0000-0000-0000-000000000001", "medium": {"kind": "Film", "iso": 100}}
    assert answer(application, photo) == (200, photo)
    status, problem = answer(application, {**photo, "rating": 9})
    assert status == 422
    assert problem["detail"][0]["loc"] == ["body", "rating"]


def answer(application: FastAPI, body: Any) -> tuple[int, Any]:
    """Return status and body of what the application answers to a POST."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": json.dumps(body).encode()}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/photos",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }
    asyncio.run(application(scope, receive, send))
    return sent[0]["status"], json.loads(b"".join(message.get("body", b"") for message in sent[1:]))
