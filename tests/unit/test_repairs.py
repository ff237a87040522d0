"""Repairs: what each writes instead, and what it says of that."""

import json
import textwrap
from pathlib import Path

import pytest
from typewright.base.errors import Severity
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.document import Document, load_document
from typewright.openapi.lower import lower

SCHEMAS = {
    "a type in capitals": ("type: STRING", {"type": "string"}, "it is read as 'string'"),
    "a type of a language": ("type: int64", {"type": "integer", "format": "int64"}, "it is read as 'integer'"),
    "a format as type, beside a format": (
        "type: uuid\nformat: own",
        {"type": "string", "format": "own"},
        "it is read as 'string'",
    ),
    "any type": ("type: any\nmaxLength: 3", {"maxLength": 3}, "it is passed over"),
    "YAML's null": ("type: [string, null]", {"type": ["string", "null"]}, "it is read as 'null'"),
    "YAML's null, alone": ("type: ~", {"type": "null"}, "it is read as 'null'"),
    "an unknown type among others": ("type: [string, wat]", {"type": ["string"]}, "it is passed over"),
    "no types": ("type: []", {}, "it is passed over"),
    "an empty oneOf": ("type: string\noneOf: []", {"type": "string"}, "it is passed over"),
    "an empty anyOf beside a oneOf": (
        "anyOf: []\noneOf: [{type: string}]",
        {"oneOf": [{"type": "string"}]},
        "it is passed over",
    ),
    "an empty allOf": ("allOf: []\ntitle: T", {"title": "T"}, "it is passed over"),
    "a tuple of a draft before 2020-12": (
        "items: [{type: string}]\nadditionalItems: false",
        {"prefixItems": [{"type": "string"}], "items": False},
        "it is read as 'prefixItems'",
    ),
    "'required' below 'properties'": (
        "properties:\n  a: {}\n  required: [a]",
        {"properties": {"a": {}}, "required": ["a"]},
        "it is read as 'required' of the object",
    ),
    "'required' at both places": (
        "required: [b]\nproperties:\n  a: {}\n  required: [a]",
        {"properties": {"a": {}}, "required": ["b"]},
        "it is passed over",
    ),
    "a discriminator of Swagger 2": (
        "discriminator: kind",
        {"discriminator": {"propertyName": "kind"}},
        "it is read as its 'propertyName'",
    ),
    "a discriminator of no property": ("discriminator: {mapping: {}}", {}, "it is passed over"),
    "an extension in a mapping": (
        "discriminator: {propertyName: k, mapping: {x-order: first, a: B}}",
        {"discriminator": {"propertyName": "k", "mapping": {"a": "B"}}},
        "it is read as an extension",
    ),
    "a mapping to nothing": (
        "discriminator: {propertyName: k, mapping: {a: '#/components/schemas/C'}}",
        {"discriminator": {"propertyName": "k", "mapping": {}}},
        "it is passed over",
    ),
    "numbers for texts": (
        "type: string\nenum: [1.10, 007, 1e3, 2.0]",
        {"type": "string", "enum": ["1.10", "007", "1e3", "2.0"]},
        "(and 3 more); its text is taken",
    ),
    "numbers for texts, one a line": (
        "type: string\nenum:\n- 1.10 # the first\n- !!str 2\n- +5\n- 0x1F",
        {"type": "string", "enum": ["1.10", "2", "+5", "0x1F"]},
        "its text is taken",
    ),
    "a number for a text or null": (
        "type: ['null', string]\nenum: [1.0, null]",
        {"type": ["null", "string"], "enum": ["1.0", None]},
        "its text is taken",
    ),
    "an example and a default of digits": (
        "type: string\nexample: 01234\ndefault: 007",
        {"type": "string", "example": "01234", "default": "007"},
        "the example 1234 is a number, but the type is string; its text is taken",
    ),
    "a truth value for a text, or null": (
        "anyOf: [{type: string}, {type: 'null'}]\nexamples: [true, null, 1.10]",
        {"anyOf": [{"type": "string"}, {"type": "null"}], "examples": ["true", None, "1.10"]},
        "the example true is a boolean, but the type is string; its text is taken",
    ),
    "a default and an example in quotes": (
        "type: [integer, 'null']\ndefault: '10'\nexample: '-7'",
        {"type": ["integer", "null"], "default": 10, "example": -7},
        'the default "10" is a string, but the type is integer; it is read without quotes',
    ),
    "a truth value in quotes within a default": (
        "properties: {on: {type: boolean}, n: {type: integer}}\ndefault: {on: 'true', n: '1.5'}",
        {"properties": {"on": {"type": "boolean"}, "n": {"type": "integer"}}, "default": {"on": True, "n": "1.5"}},
        '"true" in the default is a string, but the type is boolean; it is read without quotes',
    ),
    "numbers for texts within an example": (
        "properties: {zip: {type: string}, n: {type: integer}}\n"
        "additionalProperties: {items: {allOf: [{type: string}]}}\n"
        "example: {zip: 00010, n: 1, more: [010, a]}",
        {
            "properties": {"zip": {"type": "string"}, "n": {"type": "integer"}},
            "additionalProperties": {"items": {"allOf": [{"type": "string"}]}},
            "example": {"zip": "00010", "n": 1, "more": ["010", "a"]},
        },
        "10 in the example is a number, but the type is string (and 1 more); its text is taken",
    ),
    "a fraction among texts and integers": (
        "type: [string, integer]\nenum: [1, 1.50, a]",
        {"type": ["string", "integer"], "enum": [1, "1.50", "a"]},
        "its text is taken",
    ),
    "a truth for a text": ("type: string\nconst: True", {"type": "string", "const": "True"}, "its text is taken"),
    "a constant": ("type: string\nconst: 3.10", {"type": "string", "const": "3.10"}, "its text is taken"),
    "a default": ("type: string\ndefault: 1.20", {"type": "string", "default": "1.20"}, "its text is taken"),
    "a number behind an alias": (
        "x-a: &a 1.50\ntype: string\nconst: *a",
        {"x-a": 1.5, "type": "string", "const": "1.5"},
        "its text is taken",
    ),
    "texts for numbers": (
        "type: integer\nenum: ['1', '-2']",
        {"type": "integer", "enum": [1, -2]},
        "they are read without quotes",
    ),
    "booleans in quotes": (
        'nullable: "true"\nadditionalProperties: " false "',
        {"nullable": True, "additionalProperties": False},
        "it is read as true",
    ),
    "a size in quotes": ("minItems: '2'\nmaximum: '1.5'", {"minItems": 2, "maximum": 1.5}, "it is read as 2"),
    "an exclusive limit in quotes": ('exclusiveMinimum: "true"', {"exclusiveMinimum": True}, "it is read as true"),
    "one required name": (
        "properties: {a: {type: string}}\nrequired: a",
        {"properties": {"a": {"type": "string"}}, "required": ["a"]},
        "it is read as a list of this name",
    ),
    "a union with itself as a variant": (
        "anyOf: [{type: string}, {$ref: '#/components/schemas/A'}, {type: integer}]",
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        "the variant adds nothing",
    ),
    "words for numbers": ("type: integer\nenum: [a, b]", {"enum": ["a", "b"]}, "the type is passed over"),
}
OPERATIONS: dict[str, tuple[str, JsonObject, str]] = {
    "a range in small letters": (
        "responses: {4xx: {description: a}}",
        {"responses": {"4XX": {"description": "a"}}},
        "it is read as '4XX'",
    ),
    "a range in both spellings": (
        "responses: {4xx: {description: a}, 4XX: {description: b}}",
        {"responses": {"4XX": {"description": "b"}}},
        "it is passed over",
    ),
    "default in capitals": (
        "responses: {DEFAULT: {description: a}}",
        {"responses": {"default": {"description": "a"}}},
        "it is read as 'default'",
    ),
    "no status": ("responses: {ok: {description: a}}", {"responses": {}}, "it is passed over"),
    "a status of which nothing is said": (
        "responses: {204: }",
        {"responses": {"204": {}}},
        "a response without content",
    ),
    "a parameter of Swagger 2": (
        "parameters: [{name: a, in: query, type: string, maxLength: 3}]",
        {"parameters": [{"name": "a", "in": "query", "schema": {"type": "string", "maxLength": 3}}]},
        "it is read as part of 'schema'",
    ),
}
HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


def described(tmp_path: Path, text: str) -> tuple[Document, list[str]]:
    """Return a description after lowering, and the messages of it; none of them is an error."""
    (tmp_path / "spec.yaml").write_text(HEAD + text)
    document = load_document(tmp_path / "spec.yaml")
    found = (*lower(document)[1], *document.diagnostics)
    assert {diagnostic.severity for diagnostic in found} <= {Severity.WARNING}
    return document, [diagnostic.message for diagnostic in found]


@pytest.mark.parametrize("case", SCHEMAS)
def test_schemas(case: str, tmp_path: Path) -> None:
    written, expected, said = SCHEMAS[case]
    below = textwrap.indent(written, "      ")
    document, messages = described(tmp_path, f"components:\n  schemas:\n    B: {{}}\n    A:\n{below}\n")
    assert document.value_at("#/components/schemas/A") == expected
    assert said in messages[0], messages


@pytest.mark.parametrize("case", OPERATIONS)
def test_operations(case: str, tmp_path: Path) -> None:
    written, expected, said = OPERATIONS[case]
    document, messages = described(tmp_path, f"paths:\n  /a:\n    get:\n      {written}\n")
    assert document.value_at("#/paths/~1a/get") == expected
    assert said in messages[0], messages


def test_texts_of_json_are_those_of_the_source(tmp_path: Path) -> None:
    schema: JsonValue = {"type": "string", "enum": ["a"]}
    root = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": {"schemas": {"A": schema}}}
    (tmp_path / "spec.json").write_text(json.dumps(root).replace('"a"', "1.10, 2.50"))
    document = load_document(tmp_path / "spec.json")
    lower(document)
    assert document.value_at("#/components/schemas/A/enum") == ["1.10", "2.50"]


NUMBERS_IN_EXAMPLES = """
paths:
  /a:
    put:
      parameters: [{name: p, in: query, schema: {type: string}, example: 010}]
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/A"}, example: {zip: 011}}}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema: {$ref: "#/components/schemas/A"}
              examples: {own: {value: {zip: 012}}, shared: {$ref: "#/components/examples/E"}}
components:
  schemas: {A: {properties: {zip: {type: string}}}}
  examples: {E: {value: {zip: 013}}}
"""


def test_numbers_for_texts_in_examples_of_parameters_and_media_types(tmp_path: Path) -> None:
    document, messages = described(tmp_path, NUMBERS_IN_EXAMPLES)
    content = "content/application~1json"
    assert document.value_at("#/paths/~1a/put/parameters/0/example") == "010"
    assert document.value_at(f"#/paths/~1a/put/requestBody/{content}/example/zip") == "011"
    assert document.value_at(f"#/paths/~1a/put/responses/200/{content}/examples/own/value/zip") == "012"
    assert document.value_at("#/components/examples/E/value/zip") == "013"
    assert len(messages) == 4


def test_a_habit_keeps_numbers_in_examples_of_texts(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(HEAD + NUMBERS_IN_EXAMPLES)
    document = load_document(tmp_path / "spec.yaml")
    assert not lower(document, habits=frozenset({"example-numbers-stay"}))[1]
    assert document.value_at("#/paths/~1a/put/parameters/0/example") == 10


def test_a_correct_description_is_left_alone(tmp_path: Path) -> None:
    schema = "{type: [string, integer], enum: [auto, 1, 2], default: 1}"
    either = "{oneOf: [{type: string}, {type: integer}], example: 7}"
    anything = "{properties: {a: {type: string}}, example: {a: x, b: 7}}"
    document, messages = described(tmp_path, f"components: {{schemas: {{A: {schema}, B: {either}, C: {anything}}}}}\n")
    assert messages == []
    assert document.value_at("#/components/schemas/A/enum") == ["auto", 1, 2]


def test_a_pointer_through_a_reference_is_followed_and_told(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        get:
          responses:
            "200": {description: ok, content: {text/plain: {schema: {$ref: "#/components/schemas/A/properties/b"}}}}
    components:
      schemas:
        A: {$ref: "#/components/schemas/B"}
        B: {properties: {b: {type: string}}}
    """
    _, messages = described(tmp_path, textwrap.dedent(text))
    assert messages == ["there is no '#/components/schemas/A/properties/b'; the reference before it is followed"]


def test_a_response_that_refers_to_a_request_body_has_its_content(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        get:
          responses: {"200": {$ref: "#/components/requestBodies/B"}}
    components:
      requestBodies: {B: {content: {application/json: {schema: {type: string}}}}}
    """
    (tmp_path / "spec.yaml").write_text(HEAD + textwrap.dedent(text))
    api, found = lower(load_document(tmp_path / "spec.yaml"))
    assert [(each.code, each.severity) for each in found] == [("E209", Severity.WARNING)]
    assert [media.media_type for media in api.operations[0].responses[0].media] == ["application/json"]


def test_of_a_parameter_declared_twice_the_first_counts(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        parameters: [{name: p, in: query, schema: {type: integer}}]
        get:
          parameters:
          - {name: p, in: query, schema: {type: string}, description: first}
          - {name: p, in: query, schema: {type: boolean}, description: second}
          responses: {}
    """
    (tmp_path / "spec.yaml").write_text(HEAD + textwrap.dedent(text))
    api, found = lower(load_document(tmp_path / "spec.yaml"))
    assert [each.code for each in found] == ["E314"]
    assert [parameter.description for parameter in api.operations[0].parameters] == ["first"]


def test_references_that_are_comments_have_the_targets_that_these_name(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        get:
          parameters:
            - $ref: #/components/parameters/P
          responses:
            "200":
              description: ok
              content:
                text/plain:
                  schema:
                    $ref:   #/components/schemas/A   # the answer
    components:
      parameters:
        P: {name: p, in: query, schema: {type: string}}
      schemas:
        A: {type: string}
    """
    document, messages = described(tmp_path, textwrap.dedent(text))
    assert messages == [
        "'$ref' must be a string, not null; it is read as the comment, '#/components/parameters/P'",
        "'$ref' must be a string, not null; it is read as the comment, '#/components/schemas/A'",
    ]
    get = document.value_at("#/paths/~1a/get")
    assert isinstance(get, dict)
    assert get["parameters"] == [{"$ref": "#/components/parameters/P"}]
