"""What is known of schemas and examples from the last process, and makes no answer wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typewright.writing.stored_values
from typewright.base.errors import ExitCode
from typewright.base.last_build import StoredValues
from typewright.cli import run
from typewright.schemas.validation import SchemaValidator
from typewright.writing.stored_values import stored_values_of

VALUES = StoredValues("values of a test")
FOUND = {"key": ("one", "two")}
SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: Pets.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {$ref: "#/components/schemas/Name"}}, example: {name: Rex}}
    Name: {type: string, maxLength: 9}
"""


def kept(lock: Path, *, is_kept: bool = True) -> None:
    with stored_values_of(lock, is_kept=is_kept):
        VALUES.keep(FOUND, "kind")


def found(lock: Path) -> object:
    with stored_values_of(lock, is_kept=False):
        return VALUES.find("kind")


def test_the_next_process_finds_what_was_kept(tmp_path: Path, cache: Path) -> None:
    lock = tmp_path / "typewright.lock"
    kept(lock, is_kept=False)
    assert found(lock) is None
    kept(lock)
    assert found(lock) == FOUND
    assert found(tmp_path / "another.lock") is None
    assert VALUES.find("kind") is None


def test_what_a_run_does_not_keep_anew_stays(tmp_path: Path, cache: Path) -> None:
    lock = tmp_path / "typewright.lock"
    kept(lock)
    with stored_values_of(lock, is_kept=True):
        VALUES.keep({}, "other kind")
    assert found(lock) == FOUND


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: b"\n" + content,
    ],
)
def test_a_damaged_file_is_none(tmp_path: Path, cache: Path, damage: Callable[[bytes], bytes]) -> None:
    lock = tmp_path / "typewright.lock"
    kept(lock)
    (file,) = cache.rglob("*.values")
    file.write_bytes(damage(file.read_bytes()))
    assert found(lock) is None


def test_values_of_another_validator_are_none(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "typewright.lock"
    kept(lock)
    monkeypatch.setattr(typewright.writing.stored_values, "formatter_version", lambda name: f"{name} 0")
    assert found(lock) is None


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pointers of the schemas that are compiled, in all runs."""
    pointers: list[str] = []
    compiled = SchemaValidator.compile

    def noted(validator: SchemaValidator, named: object) -> None:
        known = list(named)  # type: ignore[call-overload]
        pointers.extend(known)
        compiled(validator, known)

    monkeypatch.setattr(SchemaValidator, "compile", noted)
    return pointers


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    targets = "targets: {python: {package: pets, parts: [models, client, docs]}}\n"
    (tmp_path / "typewright.yaml").write_text(f"spec: openapi.yaml\n{targets}")
    assert run(["generate"]) == ExitCode.CLEAN
    return tmp_path


def generated(project: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[dict[str, bytes], str]:
    assert run(["generate", *options]) == ExitCode.CLEAN
    files = (path for path in (project / "generated").rglob("*") if path.is_file())
    return {path.as_posix(): path.read_bytes() for path in files}, capsys.readouterr().err


def test_no_schema_of_an_unchanged_part_is_compiled(project: Path, validated: list[str]) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("paths:", "paths: # of pets"))
    validated.clear()
    assert run(["generate"]) == ExitCode.CLEAN
    assert not validated
    (project / "openapi.yaml").write_text(f"{SPEC}    Other: {{type: string}}\n")
    assert run(["generate"]) == ExitCode.CLEAN
    assert not validated


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("maxLength: 9", "maxLength: 2"),
        lambda text: text.replace("name: Rex", "name: Rex the very first"),
        lambda text: text.replace('name: {$ref: "#/components/schemas/Name"}', "name: {type: integer}"),
    ],
)
def test_an_example_that_became_invalid_is_told_and_replaced(
    project: Path, capsys: pytest.CaptureFixture[str], edit: Callable[[str], str]
) -> None:
    (project / "openapi.yaml").write_text(edit(SPEC))
    capsys.readouterr()
    files, told = generated(project, capsys)
    assert "W501" in told
    assert generated(project, capsys, "--no-cache", "--overwrite")[0] == files
