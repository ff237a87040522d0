"""TypeScript declarations under the real compiler, at its strictest."""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from typewright.config.options import ExamplesConfig, NamingConfig, Paths
from typewright.targets.typescript.quoting import json_literal, property_key, string_literal

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests/cases"
SPECS = ROOT.parent / "shared/corpus/specs"
PICKY = ("--noUnusedLocals", "--verbatimModuleSyntax", "--erasableSyntaxOnly", "--noPropertyAccessFromIndexSignature")
"""What a user may ask for beyond `strict`."""
HOSTILE = (
    *"\\'\"`$*/@{}<>! \n\r\t\v\x00\x0b\x7f\x85",
    *"\u2028\u2029\u202e\ufeff\U0001f600é01x",
    *("*/", "//", "</script>", "<!--", "@ts-ignore", "@ts-expect-error", "${1}", "__proto__"),
)
Declare = Callable[..., Any]


def hostile(count: int) -> list[str]:
    """Return texts that try to break out of wherever they are put, the same every time."""
    dice = random.Random(7)  # noqa: S311 - the same texts every time
    texts = ["".join(dice.choices(HOSTILE, k=dice.randrange(1, 9))) for _ in range(count)]
    return [*HOSTILE, *texts]


def written(folder: Path, schemas: dict[str, Any], version: str = "3.1.0") -> Path:
    """Write a description with one operation, which takes an object with a property for each of the schemas."""
    properties = {name: {"$ref": f"#/components/schemas/{name}"} for name in schemas}
    body = {"type": "object", "properties": properties}
    operation = {
        "operationId": "send",
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": body}}}},
    }
    path = folder / "spec.json"
    head = {"openapi": version, "info": {"title": "t", "version": "v1.2-beta"}}
    path.write_text(json.dumps(head | {"paths": {"/": {"post": operation}}, "components": {"schemas": schemas}}))
    return path


def an_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def test_the_description_of_this_repository_compiles(declare: Declare) -> None:
    program = declare(ROOT / "spec/openapi.yaml")
    probe = """
    import type { PostV2ProxyImagesGenerationsRequestBody } from "@example/api/models/operations";
    import type { operations } from "@example/api";
    export const value: PostV2ProxyImagesGenerationsRequestBody = { prompt: "a cat", model: "m", outputFormat: "png" };
    export const again: operations.PostV2ProxyImagesGenerationsRequestBody = value;
    """
    assert program.faults({"probe.ts": probe}, *PICKY) == []
    assert len(list((program.folder / "examples").iterdir())) == 4


def test_the_other_scheme_of_names_compiles(declare: Declare) -> None:
    assert declare(ROOT / "spec/openapi.yaml", naming=NamingConfig(scheme="symmetric")).faults(None, *PICKY) == []


def test_the_package_resolves_as_node_does_it(declare: Declare) -> None:
    program = declare(ROOT / "spec/openapi.yaml")
    probe = 'import type { Background } from "@example/api/models/operations";\nexport type It = Background;\n'
    assert program.faults({"probe.ts": probe}, "--module", "nodenext", "--moduleResolution", "nodenext") == []


def test_types_that_are_nested_deeper_than_the_compiler_compares(declare: Declare, tmp_path: Path) -> None:
    lists: Any = {"type": "string"}
    maps: Any = {"type": "integer"}
    negated: Any = {"required": ["a"]}
    for _ in range(120):
        lists = {"type": "array", "items": lists}
        maps = {"type": "object", "additionalProperties": maps}
    for _ in range(30):
        negated = {"type": "object", "properties": {"inner": {"not": {"anyOf": [negated, {"minProperties": 3}]}}}}
    schemas = {"Lists": lists, "Maps": maps, "Not": {"not": negated}, "Both": {"anyOf": [lists, {"type": "string"}]}}
    assert declare(written(tmp_path, schemas)).faults(None, *PICKY) == []


def test_types_mean_what_the_schemas_say(declare: Declare, tmp_path: Path) -> None:
    cat = an_object(kind={"const": "cat"}, lives={"type": "integer"})
    dog = an_object(kind={"const": "dog"}, name={"type": "string"})
    schemas = {
        "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
        "Cat": cat,
        "Dog": dog,
        "Colour": {"type": "string", "enum": ["red", "green"], "x-speakeasy-unknown-values": "allow"},
        "Level": {"enum": [1, 2.5, -3, None]},
        "Json": {"type": "array", "items": {"$ref": "#/components/schemas/Json"}},
        "Pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 1},
        "Date": an_object(at={"type": "string", "format": "date-time"}),
        "Free": {"type": "object", "properties": {"a_b": {"type": "string"}}, "additionalProperties": {"type": "null"}},
        "Maybe": {"type": ["array", "null"], "items": {"type": ["string", "null"]}},
        "Deep": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": True}},
    }
    probe = """
    import type { Cat, Colour, Date as Day, Dog, Free, Level, Pet } from "@example/api/models/components";
    import type { SendRequestBody } from "@example/api/models/operations";

    export function narrow(pet: Pet): string {
      if (pet.kind === "cat") {
        return String((pet satisfies Cat).lives);
      }
      return (pet satisfies Dog).name;
    }
    export const known: Colour = "red";
    declare const other: string;
    export const unknown: Colour = other;
    export const level: Level[] = [1, 2.5, -3];
    export const day: Day = { at: new Date(0) };
    export const free: Free = { aB: "x", additionalProperties: { y: null } };
    export const all: SendRequestBody = {
      json: [[], [[]]],
      pair: ["a", 1, "anything"],
      date: day,
      maybe: [null, "a"],
      deep: { a: { b: 1 } },
    };
    export const bare: SendRequestBody = { maybe: null, pair: ["a"] };
    // @ts-expect-error: not one of the values
    export const four: Level = 4;
    // @ts-expect-error: an optional property is left out, not undefined
    export const undef: SendRequestBody = { maybe: undefined };
    // @ts-expect-error: not nullable
    export const never: SendRequestBody = { pair: null };
    // @ts-expect-error: the first element is needed
    export const short: SendRequestBody = { pair: [] };
    // @ts-expect-error: a moment is a Date
    export const text: Day = { at: "2020-01-01" };
    // @ts-expect-error: arrays of arrays alone
    export const flat: SendRequestBody = { json: ["a"] };
    """
    assert declare(written(tmp_path, schemas)).faults({"probe.ts": probe}, *PICKY) == []


def test_a_required_property_with_a_default_may_be_left_out_in_the_symmetric_scheme(
    declare: Declare, tmp_path: Path
) -> None:
    level = {"type": "integer", "default": 1}
    schemas = {
        "Level": level,
        "Options": an_object(
            own=level, named={"$ref": "#/components/schemas/Level"}, list={"type": "array", "items": {}, "default": []}
        ),
    }
    program = declare(written(tmp_path, schemas), naming=NamingConfig(scheme="symmetric"))
    probe = """
    import type { Options } from "@example/api/models/components";
    export const short: Options = { list: [] };
    // @ts-expect-error: the default of an array does not count
    export const empty: Options = {};
    """
    assert program.faults({"probe.ts": probe}) == []


def test_folders_may_be_nested_and_oddly_named(declare: Declare) -> None:
    paths = Paths(operations="models/class/2nd", shared="models/class", errors="")
    probe = """
    import type { ProxyError, typesClass, types2nd } from "@example/api";
    import type { TokenUsage } from "@example/api/models/class";
    import type { Background } from "@example/api/models/class/2nd";
    export type All = [ProxyError, typesClass.TokenUsage, TokenUsage, types2nd.Background, Background];
    """
    assert declare(ROOT / "spec/openapi.yaml", paths=paths).faults({"probe.ts": probe}, *PICKY) == []


def test_two_packages_may_share_a_folder(declare: Declare) -> None:
    paths = Paths(operations="models", shared="models")
    probe = """
    import type { Background, TokenUsage } from "@example/api/models";
    export type Both = [Background, TokenUsage];
    """
    assert declare(ROOT / "spec/openapi.yaml", paths=paths).faults({"probe.ts": probe}, *PICKY) == []


def test_whatever_a_description_holds_stays_text(declare: Declare, tmp_path: Path) -> None:
    texts = [text for text in hostile(150) if text.strip()]
    words = {"type": "string", "enum": sorted(set(texts))}
    loud = {
        text: {"type": "string", "description": text, "default": text, "pattern": text, "format": text, "example": text}
        for text in texts
    }
    schemas = {
        "Words": words | {"description": texts[0]},
        "Loud": {"type": "object", "properties": loud, "description": "\n".join(texts)},
        "Last": {"const": {text: text for text in texts}},
    }
    program = declare(written(tmp_path, schemas))
    probe = 'export type { Loud, Words } from "@example/api/models/components";\n'
    assert program.faults({"probe.ts": probe}, *PICKY) == []


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_literals_and_keys_say_the_same_to_node() -> None:
    texts = hostile(1500)
    source = f"""
    const literals = [{", ".join(map(string_literal, texts))}];
    const objects = [{", ".join(f"{{ {property_key(text)}: 1 }}" for text in texts)}];
    const keys = objects.map((each) => Object.keys(each)[0]);
    const whole = {json_literal({text: text for text in texts})};
    process.stdout.write(JSON.stringify([literals, keys, Object.entries(whole)]));
    """
    run = subprocess.run(["node", "-"], input=source, capture_output=True, text=True, check=True, timeout=60)
    literals, keys, whole = json.loads(run.stdout)
    assert literals == texts
    assert keys == texts
    assert dict(whole) == {text: text for text in texts}


def test_enumerations_as_objects_of_constants(declare: Declare, tmp_path: Path) -> None:
    schemas = {
        "Kind": {"type": "string", "enum": ["a-b", "a b", "1st", "", "*/"], "x-enum-descriptions": ["one", "*/"]},
        "Open": {"type": "string", "enum": ["x"], "x-speakeasy-unknown-values": "allow"},
        "Level": {"type": "integer", "enum": [1, 2]},
    }
    probe = """
    import { Kind, Open } from "@example/api/models/components";
    import type { Level } from "@example/api/models/components";
    import type { SendRequestBody } from "@example/api/models/operations";
    export const kinds: Kind[] = [Kind.AB, Kind.AB2, Kind["1st"], Kind.Empty, "a-b"];
    export const open: Open[] = [Open.X, "x", "another" as string];
    export const level: Level = 2;
    export const body: SendRequestBody = { kind: Kind.AB, open: Open.X, level };
    // @ts-expect-error: not one of the values
    export const none: Kind = "c";
    """
    program = declare(written(tmp_path, schemas), enum_format="enum")
    assert program.faults({"probe.ts": probe}, *PICKY) == []


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["orq/openapi.yaml", *(f"specs/{path.name}" for path in sorted(SPECS.glob("*.*")))])
def test_a_real_description_compiles(declare: Declare, corpus: Path, name: str) -> None:
    """Types, clients and examples; two examples of one description are refused by their own schemas."""
    faults = declare(corpus / "corpus" / name).faults(None, *PICKY)
    assert [fault for fault in faults if name != "specs/openai.yaml" or not fault.startswith("examples/")] == []


@pytest.mark.parametrize("case", sorted(CASES.glob("typescript-*")), ids=lambda case: case.name)
def test_a_golden_case_compiles(declare: Declare, case: Path) -> None:
    assert declare(case / "spec.yaml").faults(None, *PICKY) == []


MISFITS: dict[str, tuple[dict[str, Any], Any]] = {
    "object for a text": ({"type": "string"}, {"a": 1}),
    "short tuple": ({"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "minItems": 2}, ["a"]),
    "text for a date": ({"type": "string", "format": "date-time"}, "yesterday"),
    "number for a date": ({"type": "string", "format": "date-time"}, 1),
    "text for an object": ({"type": "object", "properties": {"a": {"type": "string"}}}, "a"),
    "list for a map": ({"type": "object", "additionalProperties": {"type": "number"}}, [1]),
    "map of texts for numbers": ({"type": "object", "additionalProperties": {"type": "number"}}, {"a": "b"}),
    "null": ({"type": "integer"}, None),
    "value of no enumeration": ({"enum": ["a", "b"]}, "c"),
    "another constant": ({"const": 1}, True),
    "mixture of members": (
        {
            "oneOf": [
                {"type": "object", "properties": {name: {"type": "string"}}, "required": [name]} for name in "abcdefg"
            ]
        },
        {"a-x": 1, "b": "b", "c": 2, "g": [1]},
    ),
}


@pytest.mark.parametrize("style", ["valid", "reference"])
@pytest.mark.parametrize("misfit", MISFITS)
@pytest.mark.nightly
def test_an_example_that_does_not_fit_its_type_is_no_code(
    declare: Declare, tmp_path: Path, misfit: str, style: Literal["valid", "reference"]
) -> None:
    schema, example = MISFITS[misfit]
    inner = an_object(value={**schema, "example": example})
    media = {"application/json": {"schema": schema, "example": example}}
    header = {"name": "x-a", "in": "header", "required": True, "schema": {"type": "string"}}
    responses = {"204": {"description": ""}}
    paths = {
        "/whole": {"post": {"operationId": "whole", "requestBody": {"content": media}, "responses": responses}},
        "/beside": {
            "post": {
                "operationId": "beside",
                "parameters": [header],
                "requestBody": {"required": True, "content": media},
                "responses": responses,
            }
        },
        "/inside": {
            "post": {
                "operationId": "inside",
                "requestBody": {"content": {"application/json": {"schema": inner}}},
                "responses": responses,
            }
        },
    }
    spec = tmp_path / "api.json"
    spec.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}))
    assert declare(spec, examples=ExamplesConfig(style=style)).faults(None, *PICKY) == []


@pytest.mark.parametrize("name", ["AdditionalProperties", "additional_properties", "additionalProperties"])
def test_a_property_that_is_called_as_further_properties_are(declare: Declare, tmp_path: Path, name: str) -> None:
    schema = an_object(**{name: {"type": "string"}}) | {"additionalProperties": {"type": "integer"}}
    schema["example"] = {name: "a", "further": 1}
    assert declare(written(tmp_path, {"A": schema})).faults(None, *PICKY) == []
