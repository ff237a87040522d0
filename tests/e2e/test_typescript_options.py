"""Options about properties and numbers, as a program sees them: compiled strictly, and run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run

from tests.e2e.typescript_package.packaging import said

PHOTO = {
    "type": "object",
    "required": ["kind", "takenAt"],
    "properties": {
        "kind": {"const": "photo"},
        "takenAt": {"type": "string", "format": "date-time"},
        "fileSize": {"type": "integer", "format": "int64"},
    },
    "additionalProperties": {"type": "integer"},
}
DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Photos", "version": "1.0.0"},
    "servers": [{"url": "https://api.example.com"}],
    "paths": {
        "/photos/{photoId}": {
            "put": {
                "operationId": "putPhoto",
                "parameters": [
                    {"name": "photoId", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "apiVersion", "in": "query", "required": True, "schema": {"const": 2}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Photo"}}},
                },
                "responses": {
                    "200": {
                        "description": "The photo.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Photo"}}},
                    }
                },
            }
        }
    },
    "components": {"schemas": {"Photo": PHOTO}},
}
PROGRAM = """
import { HTTPClient, Photos } from "./src/index.js";
const sent: unknown[] = [];
const httpClient = new HTTPClient({
  fetcher: async (input, init) => {
    sent.push(input, init?.body);
    const answer = `{"kind":"photo","takenAt":"2026-01-02T03:04:05Z","fileSize":9007199254740993,"likes":3}`;
    return new Response(answer, { headers: { "content-type": "application/json" } });
  },
});
const photos = new Photos({ httpClient });
const SENT = REQUEST;
const photo = await photos.putPhoto(SENT);
console.log(JSON.stringify([...sent, photo], (_, value) => typeof value === "bigint" ? `${value}n` : value));
"""
WIRE = ["https://api.example.com/photos/a?apiVersion=2"]
MOMENT = "2026-01-02T03:04:05.000Z"
BEYOND = 9007199254740993
"""An integer that no JavaScript number holds."""
CASES: dict[str, tuple[dict[str, Any], str, str, dict[str, Any]]] = {
    "snake case, flat, numbers that lose digits": (
        {"property_names": "snake", "additional_properties": "flat"},
        '{ photo_id: "a", api_version: 2 as const, request_body: '
        '{ kind: "photo" as const, taken_at: new Date(0), likes: 4 } }',
        '{"takenAt":"1970-01-01T00:00:00.000Z","kind":"photo","likes":4}',
        {"kind": "photo", "taken_at": MOMENT, "file_size": BEYOND - 1, "likes": 3},
    ),
    "as they are, constants left out, no digit lost": (
        {"property_names": "original", "optional_constants": True, "int64": "bigint"},
        '{ photoId: "a", requestBody: '
        "{ takenAt: new Date(0), fileSize: 9007199254740995n, additionalProperties: { likes: 4 } } }",
        '{"takenAt":"1970-01-01T00:00:00.000Z","kind":"photo","fileSize":9007199254740995,"likes":4}',
        {
            "kind": "photo",
            "takenAt": MOMENT,
            "fileSize": f"{BEYOND}n",
            "additionalProperties": {"likes": 3},
        },
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_properties_are_called_and_where_they_are(case: str, tsc: Path, tmp_path: Path) -> None:
    options, request, body, answer = CASES[case]
    description, configuration = tmp_path / "spec.json", tmp_path / "typewright.yaml"
    description.write_text(json.dumps(DESCRIPTION))
    target = {"package": "@example/photos", "parts": ["models", "client"], **options}
    configuration.write_text(json.dumps({"spec": "spec.json", "output": ".", "targets": {"typescript": target}}))
    assert run(["generate", "--config", str(configuration), "--quiet"]) == 0
    folder = tmp_path / "typescript"
    (folder / "main.ts").write_text(PROGRAM.replace("./src/", "./").replace("REQUEST", request))
    said(["node", tsc, "-p", "."], folder)
    sent = json.loads(said(["node", "dist/main.js"], folder))
    assert (sent[0], json.loads(sent[1]), sent[2]) == (*WIRE, json.loads(body), answer)
