"""`prove` makes the calls of pages against a mock of the description, and says what came of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run
from typewright.targets.python.prove import calling, prover

pytestmark = pytest.mark.xdist_group("prove-calls")

SPEC = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: "https://pets.example.com/v1"}]
security: [{Key: []}]
tags: [{name: pets}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: limit, in: query, required: true, schema: {type: integer, maximum: 50, example: 7}}
        - {name: cursor, in: query, schema: {type: string}}
      x-speakeasy-pagination:
        type: cursor
        inputs: [{name: cursor, in: parameters, type: cursor}]
        outputs: {results: $.pets, nextCursor: $.next}
      responses:
        "200":
          description: Some.
          content:
            application/json:
              schema:
                type: object
                required: [pets]
                properties: {pets: {type: array, items: {type: string}}, next: {type: string}}
  /pets/{id}/photo:
    put:
      operationId: uploadPhoto
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string, example: rex}}]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, required: [photo], properties: {photo: {type: string, format: binary}}}
      responses: {"204": {description: Done.}}
  /gone:
    get: {operationId: getGone, tags: [pets], responses: {"410": {description: Gone.}}}
components:
  securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}
"""
PAGE = "out/python/docs/sdks/pets/README.md"
OPTIONS = ["--spec", "pets.yaml", "--out", "out", "--target", "python", "--package", "pets_api"]
WITHOUT_KEY = 'limit=7, http_headers={"X-Key": ""}'
REFUSED = "the server refuses GET /v1/pets: security: no credential for 'Key'"
Prove = Callable[[], dict[str, Any]]


@pytest.fixture
def prove(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, capsys: pytest.CaptureFixture[str]) -> Prove:
    """Generates the description; the function proves what is in the output folder, and returns the report."""
    pytest.importorskip("uvicorn")
    (tmp_path / "pets.yaml").write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(prover, "missing", lambda module: "it takes long" if module == "mypy" else None)
    assert run(["generate", *OPTIONS]) == 0

    def report() -> dict[str, Any]:
        capsys.readouterr()
        run(["prove", *OPTIONS, "--format", "json"])
        proof: dict[str, Any] = json.loads(capsys.readouterr().out)
        return proof

    return report


def edit(old: str, new: str) -> int:
    """Replace a text of the page; return the line that it is on."""
    text = Path(PAGE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    Path(PAGE).write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def calls(proof: dict[str, Any]) -> list[tuple[int, int | None, str]]:
    """Return line, column and message of the calls that fail."""
    found = [failure for failure in proof["failures"] if failure["stage"] == "call"]
    return [(failure["line"], failure["column"], failure["message"]) for failure in found]


def test_calls_of_pages_hold(prove: Prove) -> None:
    proof = prove()
    assert calls(proof) == []
    assert proof["counts"]["python"]["called"] == 12  # two of pages, ten of README.md and USAGE.md
    assert proof["skipped"] == [
        "python: nothing is type-checked, because it takes long",
        "python: calls that are not made, because the description has no success for it: 1",
    ]


def test_the_mock_answers_with_the_examples_that_pages_show(
    prove: Prove, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An authored example that is refused is replaced once, for all of the many places of an answer that have it."""
    (tmp_path / "many").mkdir()
    monkeypatch.chdir(tmp_path / "many")
    tags = ", ".join(f"tag{number}: {{$ref: '#/components/schemas/Tag'}}" for number in range(50))
    refused = "{type: object, required: [id], properties: {id: {type: string}}, example: {name: x}}"
    text = SPEC.replace("next: {type: string}}", f"next: {{type: string}}, {tags}}}")
    Path("pets.yaml").write_text(f"{text}  schemas: {{Tag: {refused}}}\n", encoding="utf-8")
    assert run(["generate", *OPTIONS]) == 0
    assert calls(prove()) == []


def test_what_the_server_refuses_is_said_at_its_place(prove: Prove) -> None:
    line = edit("limit=7", WITHOUT_KEY)
    [(at, column, message)] = calls(prove())
    assert message == REFUSED
    assert abs(at - line) < 3
    assert column is None or column > 1


@pytest.mark.parametrize("call", ["pets.list_pets(limit=7)", "pets.list_pets_async(limit=7)"])
def test_calls_of_the_readme_are_made(prove: Prove, call: str) -> None:
    readme = Path("out/python/README.md")
    text = readme.read_text(encoding="utf-8")
    assert call in text
    readme.write_text(text.replace(call, call.replace("limit=7", WITHOUT_KEY)), encoding="utf-8")
    [(_, _, message), *_] = calls(prove())
    assert message == REFUSED


def test_code_of_the_user_beside_sections_is_not_run(prove: Prove) -> None:
    readme = Path("out/python/README.md")
    call = "from pets_api import Zoo\nopen('written', 'w')\nZoo().pets.list_pets(limit=70)"
    readme.write_text(f"{readme.read_text(encoding='utf-8')}\n```python\n{call}\n```\n", encoding="utf-8")
    assert calls(prove()) == []
    assert not Path("written").exists()


def test_arguments_that_do_not_fit_are_not_sent(prove: Prove) -> None:
    edit("limit=7", "limit=70")
    [(_, _, message)] = calls(prove())
    assert "ValidationError: 1 validation error for limit Input should be an integer, at most 50" in message


def test_what_the_code_raises_is_said_at_its_place(prove: Prove) -> None:
    line = edit("assert res is not None", "assert res is None")
    assert [(at, message) for at, _, message in calls(prove())] == [(line, "AssertionError:")]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import httpx2; httpx2.get('https://example.org/')", "a request to example.org, which is no server of the"),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "a connection to 127.0.0.1"),
        ("import urllib.request as r; r.urlopen('http://example.org/')", "a look-up of example.org"),
        ("import os; os._exit(3)", "its process ended with 3"),
    ],
)
def test_other_addresses_are_refused(code: str, message: str, prove: Prove) -> None:
    edit("assert res is not None", code)
    [(_, _, found)] = calls(prove())
    assert message in found


def test_a_call_has_a_time(prove: Prove, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "LIMIT_SECONDS", 3)
    edit("assert res is not None", "import time; time.sleep(30)")
    assert [message for _, _, message in calls(prove())] == ["it takes more than 3 seconds"]


def test_a_call_that_sends_nothing_is_none(prove: Prove) -> None:
    edit("    zoo.pets.upload_photo(", "    lambda: zoo.pets.upload_photo(")
    assert [message for _, _, message in calls(prove())] == ["nothing is sent"]


def test_without_a_client_no_call_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pets.yaml").write_text(SPEC, encoding="utf-8")
    (tmp_path / "typewright.yaml").write_text(
        "spec: pets.yaml\ntargets: {python: {package: pets_api, parts: [models, docs]}}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    run(["generate"])
    capsys.readouterr()
    assert run(["prove"]) == 0
    text = capsys.readouterr().out
    assert "skipped: python: no call is made, because no client is generated" in text
    assert "every example holds" not in text
