"""Calls hold where a description is odd: `tests/odd_description.yaml` says what each operation has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run

pytestmark = pytest.mark.xdist_group("prove-calls")

SPEC = Path(__file__).parent.parent / "odd_description.yaml"
OPERATIONS = SPEC.read_text(encoding="utf-8").count("operationId:")
UNSENT = ["typescript: calls that are not made, because the platform sends no GET with a body: 2"]


Prove = Callable[[str], dict[str, Any]]


@pytest.fixture
def prove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, capsys: pytest.CaptureFixture[str], tsc: Path
) -> Prove:
    """The function generates a language and proves it, and returns the report."""
    pytest.importorskip("uvicorn")
    monkeypatch.chdir(tmp_path)

    def report(language: str) -> dict[str, Any]:
        options = ["--spec", str(SPEC), "--out", "out", "--target", language, "--package", "oddities"]
        assert run(["generate", *options]) == 0
        capsys.readouterr()
        run(["prove", *options, "--tsc", str(tsc), "--format", "json"])
        proof: dict[str, Any] = json.loads(capsys.readouterr().out)
        return proof

    return report


@pytest.mark.parametrize(
    ("language", "called", "skipped"),
    [("python", OPERATIONS + 7, []), ("typescript", 2 * (OPERATIONS - 1) + 5, UNSENT)],  # README.md has 7 and 5 calls
)
def test_calls_of_odd_operations_hold(language: str, called: int, skipped: list[str], prove: Prove) -> None:
    proof = prove(language)
    assert proof["failures"] == []
    assert proof["skipped"] == skipped
    assert proof["counts"][language]["called"] == called
