"""Calls return objects with the content and facts of HTTP where `response_format` asks for these."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typewright.cli import run

CASE = Path(__file__).parent.parent / "cases" / "option-response-format"
PYTHON = {
    "envelope": "assert res.status_code == 200 and res.content_type == 'application/json' and res.raw_response",
    "envelope-http": "assert res.http_meta.response.status_code == 200 and res.http_meta.request.method == 'GET'",
}
TYPESCRIPT = {
    "envelope": "result.statusCode === 200 && result.contentType === 'application/json' && result.rawResponse.ok",
    "envelope-http": "result.httpMeta.response.status === 200 && result.httpMeta.request.method === 'GET'",
}
pytestmark = pytest.mark.xdist_group("prove-calls")


@pytest.mark.parametrize("form", ["envelope", pytest.param("envelope-http", marks=pytest.mark.nightly)])
def test_calls_return_the_content_with_facts_of_http(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tsc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages' calls of `listPets`, made against a mock, check what they return; one check more fails."""
    pytest.importorskip("uvicorn")
    monkeypatch.chdir(tmp_path)
    Path("spec.yaml").write_text((CASE / "spec.yaml").read_text())
    text = (CASE / "typewright.yaml").read_text().replace("format: envelope", f"format: {form}")
    Path("typewright.yaml").write_text(text.replace("output: expected", "output: out"))
    assert run(["generate"]) == 0
    failed = "throw new Error('unlike');"
    python = f"{PYTHON[form]}\n    assert isinstance(res.pets, list) and res.headers['content-type']"
    typescript = f"if (!({TYPESCRIPT[form]} && Array.isArray(result.pets) && result.headers['content-type'])) {failed}"
    edit("out/python/docs/sdks/pets/README.md", "print(res)", python)
    edit("out/typescript/docs/sdks/pets/README.md", "console.log(result);", typescript)
    assert proof(tsc, capsys) == []
    edit("out/python/docs/sdks/pets/README.md", "assert isinstance(res.pets", "assert not isinstance(res.pets")
    edit("out/typescript/docs/sdks/pets/README.md", "&& Array", "&& !Array")
    assert [failure.split(":")[0] for failure in proof(tsc, capsys)] == ["AssertionError", "Error"]


def edit(page: str, old: str, new: str) -> None:
    text = Path(page).read_text()
    assert old in text
    Path(page).write_text(text.replace(old, new, 1))


def proof(tsc: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the messages of what fails."""
    capsys.readouterr()
    run(["prove", "--tsc", str(tsc), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    return [failure["message"] for failure in found["failures"]]
