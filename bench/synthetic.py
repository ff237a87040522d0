"""OpenAPI descriptions of any size, made up: `python -m bench.synthetic OPERATIONS FILE`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

WORDS = (
    *("account", "batch", "card", "device", "event", "file", "group", "host"),
    *("invoice", "job", "key", "label", "member", "node", "order", "plan"),
)


def description(operations: int) -> dict[str, object]:
    """Return a description with that many operations, five a resource.

    Its types are inline and shared, and their names contest each other as they do in real descriptions.
    """
    resources = -(-operations // 5)
    paths: dict[str, dict[str, object]] = {}
    schemas: dict[str, object] = {}
    for number in range(resources):
        word = WORDS[number % len(WORDS)]
        name = f"{word.capitalize()}{number}"
        schemas[name] = _schema(number, resources)
        paths[f"/{word}s{number}"] = {"get": _list(name, word), "post": _create(name, word)}
        paths[f"/{word}s{number}/{{id}}"] = {
            "get": _one("get", name, word),
            "patch": _create(name, word, "update", required=False),
            "delete": _one("delete", name, word),
        }
    trimmed: dict[str, dict[str, object]] = {}
    left = operations
    for path, item in paths.items():
        kept = dict(list(item.items())[:left])
        left -= len(kept)
        if kept:
            trimmed[path] = kept
    head = {"openapi": "3.1.0", "info": {"title": f"{operations} operations", "version": "1"}}
    return {**head, "paths": trimmed, "components": {"schemas": schemas}}


def _schema(number: int, resources: int) -> dict[str, object]:
    other = f"{WORDS[(number + 1) % resources % len(WORDS)].capitalize()}{(number + 1) % resources}"
    return {
        "type": "object",
        "description": f"Resource number {number}.",
        "required": ["id", "status", "created_at"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "status": {"type": "string", "enum": ["active", "paused", f"state_{number % 7}"]},
            "created_at": {"type": "string", "format": "date-time"},
            "related": {"$ref": f"#/components/schemas/{other}"},
            "config": {
                "type": "object",
                "properties": {
                    "mode": {"type": "string", "enum": ["fast", "safe"]},
                    "limit": {"type": "integer", "minimum": 0, "maximum": 100, "default": 10},
                },
            },
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 20},
        },
    }


def _create(name: str, word: str, verb: str = "create", *, required: bool = True) -> dict[str, object]:
    body = {
        "type": "object",
        "required": ["name", "type"] if required else [],
        "properties": {
            "name": {"type": "string", "minLength": 1, "example": f"My {word}"},
            "type": {"type": "string", "enum": ["basic", "extended"]},
            "options": {
                "oneOf": [
                    {"type": "object", "title": "Manual", "properties": {"steps": {"type": "integer"}}},
                    {"type": "object", "title": "Automatic", "properties": {"every": {"type": "string"}}},
                ]
            },
        },
    }
    content = {"application/json": {"schema": body}}
    parameters = [] if verb == "create" else [_id_parameter()]
    return {
        "operationId": f"{verb}{name}",
        "tags": [word],
        "summary": f"{verb.capitalize()} one {word}",
        "parameters": parameters,
        "requestBody": {"required": required, "content": content},
        "responses": _responses({"$ref": f"#/components/schemas/{name}"}),
    }


def _list(name: str, word: str) -> dict[str, object]:
    page = {
        "type": "object",
        "required": ["data"],
        "properties": {
            "data": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
            "next": {"type": ["string", "null"]},
        },
    }
    sort = {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["asc", "desc"]}}
    return {
        "operationId": f"list{name}",
        "tags": [word],
        "summary": f"List all of {word}",
        "parameters": [sort, {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 25}}],
        "responses": _responses(page),
    }


def _one(verb: str, name: str, word: str) -> dict[str, object]:
    responses = (
        _responses({"$ref": f"#/components/schemas/{name}"}) if verb == "get" else {"204": {"description": "Gone."}}
    )
    return {
        "operationId": f"{verb}{name}",
        "tags": [word],
        "summary": f"{verb.capitalize()} one {word}",
        "parameters": [_id_parameter()],
        "responses": responses,
    }


def _id_parameter() -> dict[str, object]:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _responses(schema: dict[str, object]) -> dict[str, object]:
    return {"200": {"description": "Fine.", "content": {"application/json": {"schema": schema}}}}


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(description(int(sys.argv[1])), indent=1))
