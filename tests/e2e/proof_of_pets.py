"""A description in which each schema and operation stands on a line that can be found, for tests of `prove`."""

from __future__ import annotations

import re

ANIMALS = ("Ant", "Bee", "Cow", "Dog", "Elk", "Fox", "Gnu")

_HEAD = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
"""
_OPERATION = """\
  /NAME/{case_id}:
    put: {operationId: putNAME, tags: [Cases],
      parameters: [
        {name: case_id, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 99}},
        {name: sort, in: query, required: true, schema: {type: string, enum: [up, down]}}],
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NAME"}}}},
      responses: {"200": {description: It, content: {
        application/json: {schema: {$ref: "#/components/schemas/NAME"}}}}}}
"""
_SCHEMAS = """\
  /holder:
    get:
      operationId: getHolder
      tags: [Cases]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Holder"}}}}
components:
  schemas:
    Holder:
      type: object
      properties:
        mood: {$ref: "#/components/schemas/Mood"}
        anything: {$ref: "#/components/schemas/Anything"}
    Mood: {type: string, enum: [calm, wild]}
    Anything: {oneOf: [{$ref: "#/components/schemas/Owner"}, {type: integer, maximum: 9}]}
    Owner:
      type: object
      required: [id, email]
      properties:
        id: {type: string, format: uuid}
        email: {type: string, format: email}
"""
_ANIMAL = """\
    NAME:
      {type: object, required: [name, kind, age, born, tags, owner, pet_code], properties: {
        name: {type: string, minLength: 2, maxLength: 40},
        kind: {type: string, enum: [cat, dog]},
        age: {type: integer, minimum: 0, maximum: 30},
        born: {type: string, format: date},
        tags: {type: array, items: {type: string}, minItems: 2, maxItems: 2, uniqueItems: true},
        owner: {$ref: "#/components/schemas/Owner"},
        pet_code: {type: string, pattern: "^[A-Z]{3}-[0-9]{2}$"},
        weight: {type: number, multipleOf: 0.5, example: 2.5}}}
"""


def pets() -> str:
    """Return the description as YAML."""
    operations = "".join(_OPERATION.replace("NAME", name) for name in ANIMALS)
    return _HEAD + operations + _SCHEMAS + "".join(_ANIMAL.replace("NAME", name) for name in ANIMALS)


_SCHEMA = re.compile(r"#/components/schemas/(\w+)(?:/properties/(\w+))?")
_PARAMETER = re.compile(r"#/paths/~1(\w+)~1\{case_id\}/put(?:/parameters/(\d))?")


def line_of(pointer: str) -> int:
    """Return the line of `pets` where what `pointer` leads to begins; what is below it stands on the same line."""
    lines = pets().split("\n")
    schema, operation = _SCHEMA.match(pointer), _PARAMETER.match(pointer)
    if operation is not None:
        start = _index(lines, f"  /{operation[1]}/")
        return start + (2 if operation[2] is None else 4 + int(operation[2]))
    assert schema is not None
    start = _index(lines, f"    {schema[1]}:")
    if schema[2] is None:
        return start + (1 if lines[start].endswith("}") else 2)
    return _index(lines, f"        {schema[2]}: ", start) + 1


def _index(lines: list[str], beginning: str, start: int = 0) -> int:
    return next(index for index in range(start, len(lines)) if lines[index].startswith(beginning))
