"""A description that has a text in every place where OpenAPI allows one, each of which can be swapped for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

Fill = Callable[[str, str], str]
"""Gets the name of a place and the text that is there usually; returns the text to put there."""


def description(fill: Fill) -> dict[str, Any]:
    """Return the description, every text of which went through `fill`."""
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": _about(fill),
        "servers": _servers(fill),
        "externalDocs": {
            "url": fill("external docs: url", "https://example.com/docs"),
            "description": fill("external docs: description", "More of it."),
        },
        "tags": [
            {
                "name": fill("tag: name", "pets"),
                "description": fill("tag: description", "All about pets."),
                "externalDocs": {"url": fill("tag: docs url", "https://example.com/pets")},
            }
        ],
        "security": [{fill("security scheme: key", "api_key"): []}],
        "x-speakeasy-globals": {"parameters": [_parameter(fill, "global", "query", name="tenant")]},
        "paths": _paths(fill),
        "webhooks": {fill("webhook: key", "petBorn"): {"post": _webhook(fill)}},
        "components": {
            "schemas": _schemas(fill),
            "securitySchemes": {
                fill("security scheme: key", "api_key"): {
                    "type": "apiKey",
                    "in": "header",
                    "name": fill("security scheme: parameter", "X-Key"),
                    "description": fill("security scheme: description", "The key."),
                    "x-speakeasy-example": fill("security scheme: example", "abc"),
                }
            },
        },
        fill("extension: key", "x-owner"): fill("extension: value", "somebody"),
        "x-speakeasy-extension-rewrite": {fill("rewrite: ours", "x-named"): "x-speakeasy-name-override"},
    }
    return made


def _about(fill: Fill) -> dict[str, Any]:
    return {
        "title": fill("info: title", "Pet Shop"),
        "version": fill("info: version", "1.0.0"),
        "summary": fill("info: summary", "A shop of pets."),
        "description": fill("info: description", "Sells pets.\n\nAnd more."),
        "termsOfService": fill("info: terms", "https://example.com/terms"),
        "contact": {"name": fill("contact: name", "Ann"), "url": fill("contact: url", "https://example.com")},
        "license": {"name": fill("license: name", "MIT"), "identifier": fill("license: identifier", "MIT")},
    }


def _servers(fill: Fill) -> list[Any]:
    return [
        {
            "url": fill("server: url", "https://{region}.example.com/v1"),
            "description": fill("server: description", "The server."),
            "x-speakeasy-server-id": fill("server: id", "main"),
            "variables": {
                fill("server variable: name", "region"): {
                    "default": fill("server variable: default", "eu"),
                    "enum": [fill("server variable: default", "eu"), fill("server variable: enum", "us")],
                    "description": fill("server variable: description", "Where."),
                }
            },
        }
    ]


def _parameter(fill: Fill, kind: str, place: str, *, name: str) -> dict[str, Any]:
    return {
        "name": fill(f"{kind}: name", name),
        "in": place,
        "required": place == "path",
        "description": fill(f"{kind}: description", "Which one."),
        "schema": {"type": "string"},
        "example": fill(f"{kind}: example", "one"),
    }


def _paths(fill: Fill) -> dict[str, Any]:
    path = fill("path", "/pets/{petId}")
    return {
        path: {
            "parameters": [_parameter(fill, "path parameter", "path", name="petId")],
            "post": {
                "operationId": fill("operation: id", "replacePet"),
                "summary": fill("operation: summary", "Replace a pet."),
                "description": fill("operation: description", "Replaces a pet.\n\nWholly."),
                "tags": [fill("tag: name", "pets")],
                "parameters": [
                    _parameter(fill, "query parameter", "query", name="limit"),
                    _parameter(fill, "header parameter", "header", name="X-Trace"),
                    _parameter(fill, "cookie parameter", "cookie", name="session"),
                ],
                "requestBody": {
                    "description": fill("request body: description", "The pet."),
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Pet"},
                        }
                    },
                },
                "responses": _responses(fill),
            },
            "get": {
                "operationId": fill("second operation: id", "oldPet"),
                "description": fill("second operation: description", "Gets a pet."),
                "deprecated": True,
                "x-speakeasy-deprecation-message": fill("operation: deprecation message", "Use the other."),
                "x-speakeasy-deprecation-replacement": fill("operation: id", "replacePet"),
                "x-speakeasy-name-override": fill("operation: name override", "fetch"),
                "x-speakeasy-group": fill("operation: group", "pets.old"),
                "security": [{fill("security scheme: key", "api_key"): []}],
                "responses": {
                    "200": {"description": "Fine.", "content": {"application/json": {"schema": _inline(fill)}}}
                },
            },
        },
        "/form": {
            "put": {
                "operationId": "sendForm",
                "tags": [fill("tag: name", "pets")],
                "requestBody": {
                    "content": {
                        fill("request body: media type", "multipart/form-data"): {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    fill("form: property name", "note"): {
                                        "type": "string",
                                        "example": fill("form: example", "hello"),
                                    },
                                    "file": {"type": "string", "format": "binary"},
                                },
                            }
                        }
                    }
                },
                "responses": {"204": {"description": "Fine."}},
            }
        },
    }


def _responses(fill: Fill) -> dict[str, Any]:
    return {
        "200": {
            "description": fill("response: description", "The pet."),
            "headers": {
                fill("response header: name", "X-Rate"): {
                    "description": fill("response header: description", "How many."),
                    "schema": {"type": "string"},
                }
            },
            "content": {
                fill("response: media type", "application/json"): {
                    "schema": {"$ref": "#/components/schemas/Pet"},
                    "examples": {
                        fill("response example: key", "usual"): {
                            "summary": fill("response example: summary", "A usual pet."),
                            "value": {"kind": "cat", "name": fill("response example: value", "Tom")},
                        }
                    },
                }
            },
            "links": {fill("link: key", "next"): {"description": fill("link: description", "The next.")}},
        },
        fill("response: status", "4XX"): {
            "description": "Wrong.",
            "content": {
                fill("error: media type", "application/json"): {
                    "schema": {
                        "type": "object",
                        "title": fill("error: title", "Refusal"),
                        "properties": {"message": {"type": "string", "default": fill("error: default", "no")}},
                    }
                }
            },
        },
    }


def _inline(fill: Fill) -> dict[str, Any]:
    return {
        "type": "object",
        "title": fill("inline schema: title", "Old Pet"),
        "description": fill("inline schema: description", "A pet of old.\n\nStill a pet."),
        "properties": {"age": {"type": "integer", "description": fill("inline property: description", "Years.")}},
        "patternProperties": {fill("pattern property: key", "^x-"): {"type": "string"}},
        "additionalProperties": {"type": "string"},
    }


def _webhook(fill: Fill) -> dict[str, Any]:
    return {
        "operationId": fill("webhook: operation id", "petBorn"),
        "description": fill("webhook: description", "A pet is born."),
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Cat"}}}},
        "responses": {"204": {"description": "Fine."}},
    }


def _schemas(fill: Fill) -> dict[str, Any]:
    shape = fill("component: key", "Shape")
    return {
        "Pet": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
            "description": fill("union: description", "A cat or a dog."),
            "discriminator": {
                "propertyName": "kind",
                "mapping": {
                    fill("discriminator: key", "cat"): "#/components/schemas/Cat",
                    "dog": fill("discriminator: value", "#/components/schemas/Dog"),
                },
            },
        },
        "Cat": {
            "type": "object",
            "required": ["kind", "name"],
            "description": fill("object: description", "A cat.\n\n- purrs\n- `eats`"),
            "properties": _cat(fill, shape),
        },
        "Dog": {
            "type": "object",
            "required": ["kind"],
            "title": fill("object: title", "Dog"),
            "deprecated": True,
            "x-speakeasy-deprecation-message": fill("object: deprecation message", "No more dogs."),
            "properties": {"kind": {"const": "dog"}, "tone": {"const": fill("const", "deep")}},
            "example": {"kind": "dog", "tone": fill("object: example", "deep")},
        },
        shape: {
            "type": "object",
            "description": "A shape.",
            "properties": {"sides": {"type": "integer"}},
            "externalDocs": {
                "url": fill("schema docs: url", "https://example.com/shape"),
                "description": fill("schema docs: description", "On shapes."),
            },
        },
        "Mood": {
            "type": "string",
            "enum": [fill("enum: value", "glad"), "sad"],
            "description": fill("enum: description", "How it feels."),
            "x-speakeasy-enums": [fill("enum: name", "GLAD"), "SAD"],
            "x-speakeasy-enum-descriptions": [fill("enum: value description", "Glad."), "Sad."],
        },
        "Plain": {
            "type": "string",
            "enum": [fill("plain enum: value", "calm"), "wild"],
            "x-speakeasy-unknown-values": "allow",
        },
        "Word": {"type": "string", "description": fill("alias: description", "A word."), "pattern": "^a"},
    }


def _cat(fill: Fill, shape: str) -> dict[str, Any]:
    pointer = shape.replace("~", "~0").replace("/", "~1")
    return {
        "kind": {"type": "string", "const": fill("discriminator: key", "cat")},
        "name": {
            "type": "string",
            "description": fill("property: description", "What it is called."),
            "title": fill("property: title", "Name"),
            "example": fill("property: example", "Tom"),
        },
        fill("property: name", "favourite-food"): {"type": "string", "default": fill("property: default", "fish")},
        "shape": {"$ref": f"#/components/schemas/{_uri(pointer)}"},
        "mood": {"$ref": "#/components/schemas/Mood", "description": fill("reference: description", "Its mood.")},
        "calm": {"$ref": "#/components/schemas/Plain"},
        "word": {"$ref": "#/components/schemas/Word"},
        "code": {"type": "string", "pattern": fill("pattern", "^[a-z]+$"), "example": "abc"},
        "size": {"type": "string", "format": fill("format", "sizes")},
        "nick": {"type": "string", "x-speakeasy-name-override": fill("property: name override", "nickname")},
        "alias": {"type": "string", "x-named": fill("rewritten extension: value", "other")},
        "old": {
            "type": "string",
            "deprecated": True,
            "x-speakeasy-deprecation-message": fill("property: deprecation message", "Not any more."),
        },
        "tags": {"type": "array", "items": {"type": "string"}, "example": [fill("list: example", "soft")]},
        "notes": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "example": {fill("map: example key", "colour"): fill("map: example value", "grey")},
        },
        "either": {"oneOf": [{"type": "string", "examples": [fill("schema: examples", "one")]}, {"type": "integer"}]},
        "free": {"default": {fill("free default: key", "a"): fill("free default: value", "b")}},
        "comment": {"type": "string", "$comment": fill("schema: comment", "Nothing.")},
    }


def _uri(text: str) -> str:
    return quote(text, safe="/~")


def places() -> dict[str, str]:
    """Return every place by name, with the text that is there usually."""
    found: dict[str, str] = {}

    def noted(place: str, text: str) -> str:
        found[place] = text
        return text

    description(noted)
    return found


def with_text(text: str, *chosen: str) -> dict[str, Any]:
    """Return the description with `text` in the chosen places."""
    return description(lambda name, usual: text if name in chosen else usual)
