"""Examples in the flavours of models other than pydantic: every one parses, is typed, runs, and holds."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typewright.cli.shell import run_command

ROOT = Path(__file__).parent.parent.parent
FLAVOURS = pytest.mark.parametrize("flavour", ["dataclass", "typeddict", "msgspec"])
ODD = """
openapi: 3.1.0
info: {title: Odd things, version: "1"}
paths:
  /one:
    post:
      operationId: sendOne
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Odd"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Literal"}}}}
  /several:
    post:
      operationId: sendSeveral
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Odd"}}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Odd:
      type: object
      required: [class, fileName, at]
      additionalProperties: true
      properties:
        class: {type: string}
        fileName: {type: integer}
        format: {$ref: "#/components/schemas/Kind"}
        field: {type: string}
        "+1": {type: number}
        at: {type: string, format: date-time}
        "on": {type: string, format: date}
        nothing: {type: [string, "null"]}
        pet: {$ref: "#/components/schemas/Pet"}
        next: {$ref: "#/components/schemas/Odd"}
      example:
        {class: a, fileName: 3, at: "2024-01-02T03:04:05Z", zzz: 1, "+1": 2.5, format: b-c, field: x, pet: {kind: dog}}
    Kind: {type: string, enum: [a, b-c]}
    Literal:
      type: object
      properties: {a: {type: string, enum: [x, y]}, optional: {$ref: "#/components/schemas/Optional"}}
    Optional: {type: object, properties: {any: {$ref: "#/components/schemas/Any"}}}
    Any: {type: object, properties: {a: {type: integer}}}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
      discriminator:
        propertyName: kind
        mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}
    Cat: {type: object, required: [kind], properties: {kind: {type: string, const: cat}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string, const: dog}, bark: {type: boolean}}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flavour: str) -> Path:
    monkeypatch.chdir(tmp_path)
    options = f"package: things, models: {flavour}, parts: [models, docs, examples]"
    (tmp_path / "typewright.yaml").write_text(f"spec: spec.yaml\noutput: out\ntargets:\n  python: {{{options}}}\n")
    return tmp_path


@FLAVOURS
def test_every_example_of_the_repository_s_description_holds(
    project: Path, capsys: pytest.CaptureFixture[str], flavour: str
) -> None:
    shutil.copy(ROOT / "spec/openapi.yaml", project / "spec.yaml")
    assert run_command(["generate"]) == 0
    assert run_command(["prove", "--all"]) == 0, capsys.readouterr().out


@FLAVOURS
def test_every_example_of_odd_names_holds_and_scripts_print_json(
    project: Path, capsys: pytest.CaptureFixture[str], flavour: str
) -> None:
    """Among the types are `Literal`, `Optional` and `Any`, which modules of types import."""
    (project / "spec.yaml").write_text(ODD)
    assert run_command(["generate"]) == 0
    assert run_command(["prove", "--all"]) == 0, capsys.readouterr().out
    command = [sys.executable, "-c", "import runpy; runpy.run_path('examples/sendone.py', run_name='__main__')"]
    run = subprocess.run(command, cwd=project / "out/python", capture_output=True, text=True, check=True)
    assert {"class", "fileName", "at"} <= json.loads(run.stdout).keys()
