"""`prove` compiles the calls of TypeScript pages, and makes them against a mock of the description."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run
from typewright.targets.typescript.prove import calling

from tests.e2e.test_prove_calls import SPEC, calls

pytestmark = pytest.mark.xdist_group("prove-calls")

PAGE = "out/typescript/docs/sdks/pets/README.md"
OPTIONS = ["--spec", "pets.yaml", "--out", "out", "--target", "typescript", "--package", "pets-api"]
Prove = Callable[[], dict[str, Any]]


@pytest.fixture
def prove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, capsys: pytest.CaptureFixture[str], tsc: Path
) -> Prove:
    """Generates the description; the function proves what is in the output folder, and returns the report."""
    pytest.importorskip("uvicorn")
    (tmp_path / "pets.yaml").write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["generate", *OPTIONS]) == 0

    def report() -> dict[str, Any]:
        capsys.readouterr()
        run(["prove", *OPTIONS, "--tsc", str(tsc), "--format", "json"])
        proof: dict[str, Any] = json.loads(capsys.readouterr().out)
        return proof

    return report


def edit(old: str, new: str) -> int:
    """Replace the first of a text of the page, that of the class; return the line that it is on."""
    text = Path(PAGE).read_text(encoding="utf-8")
    assert old in text
    Path(PAGE).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_calls_of_classes_and_of_functions_hold(prove: Prove) -> None:
    proof = prove()
    assert proof["failures"] == []
    assert proof["counts"]["typescript"]["called"] == 12
    assert proof["skipped"] == ["typescript: calls that are not made, because the description has no success for it: 2"]


def test_calls_with_arguments_instead_of_a_request_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, capsys: pytest.CaptureFixture[str], tsc: Path
) -> None:
    pytest.importorskip("uvicorn")
    (tmp_path / "pets.yaml").write_text(SPEC, encoding="utf-8")
    options = "{package: pets-api, max_method_params: 4}"
    (tmp_path / "typewright.yaml").write_text(f"spec: pets.yaml\noutput: out\ntargets: {{typescript: {options}}}\n")
    monkeypatch.chdir(tmp_path)
    assert run(["generate"]) == 0
    assert 'uploadPhoto("rex", ' in (tmp_path / PAGE).read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["prove", "--tsc", str(tsc), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["failures"] == []


def test_what_the_server_refuses_is_said(prove: Prove) -> None:
    Path("pets.yaml").write_text(SPEC.replace("maximum: 50", "maximum: 5"), encoding="utf-8")
    messages = {message for _, _, message in calls(prove())}
    assert messages == {"the server refuses GET /v1/pets: query limit: 7 is greater than the maximum of 5"}


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ('throw new TypeError("no");', "TypeError: no"),
        ('Promise.reject(new RangeError("never awaited"));', "RangeError: never awaited"),
        ('console.log("failed:", new Error("printed"));', "Error: printed"),
        ('await fetch("https://example.org/");', "a request to example.org, which is no server of the description"),
        ("(process as any).exit(3);", "node ended with 3"),
    ],
)
def test_what_ends_a_call_is_said_at_its_place(code: str, message: str, prove: Prove) -> None:
    line = edit("async function run() {\n", "async function run() {\n" + code + "\n") + 1
    [(at, _, found)] = calls(prove())
    assert message in found
    assert at == line or "node ended" in found


def test_a_call_has_a_time_and_those_after_it_are_made(prove: Prove, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "LIMIT_SECONDS", 2)
    edit("async function run() {\n", "async function run() {\nawait new Promise((done) => setTimeout(done, 60_000));\n")
    proof = prove()
    assert [message for _, _, message in calls(proof)] == ["it takes more than 2 seconds"]
    assert proof["counts"]["typescript"]["called"] == 11
