"""What a run keeps of the last one's files, and when it believes nothing of what was noted of them."""

import marshal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import typewright.cli.running
from typewright.base.digest import digest
from typewright.cli.checking import checked
from typewright.cli.invocation import Invocation
from typewright.cli.running import generate
from typewright.pipeline import build
from typewright.writing import kept_files
from typewright.writing.disk import content_of

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /toys:
    get:
      operationId: listToys
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Toy"}}}}}
components:
  schemas:
    Toy: {type: object, properties: {shape: {type: string}}}
    Pet: {type: object, description: A pet., properties: {owner: {$ref: "#/components/schemas/Owner"}}}
    Owner: {type: object, description: An owner., properties: {name: {type: string}}}
"""


@pytest.fixture
def invocation(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Invocation:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    Path("openapi.yaml").write_text(SPEC)
    Path("typewright.yaml").write_text("spec: openapi.yaml\nformatter: none\ntargets: {typescript: {}, python: {}}\n")
    made = Invocation(quiet=True)
    generate(made)
    Path("openapi.yaml").write_text(f"{SPEC}    Spare: {{type: string}}\n")
    return made


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that runs have kept."""
    found: list[str] = []

    def noted(*arguments: object) -> object:
        made = build(*arguments)  # type: ignore[arg-type]
        texts = arguments[-1].texts  # type: ignore[attr-defined]
        found.extend(filter(made.tree.is_stored, texts))
        return made

    monkeypatch.setattr(typewright.cli.running, "build", noted)
    return found


def notes(cache: Path) -> Path:
    return next(cache.rglob("*.traces"))


def test_files_are_kept_that_read_what_is_the_same(invocation: Invocation, kept: list[str]) -> None:
    assert not checked(invocation).files
    assert "typescript/docs/models/components/pet.md" in kept
    assert "typescript/models/components/pet.ts" in kept
    assert "python/docs/models/pet.md" in kept


def test_a_change_reaches_the_files_that_read_it(invocation: Invocation, kept: list[str]) -> None:
    Path("openapi.yaml").write_text(SPEC.replace("An owner.", "Who owns a pet."))
    found = {file.drift.path for file in checked(invocation).files}
    assert {"typescript/docs/models/components/pet.md", "typescript/docs/models/components/owner.md"} <= found
    assert "typescript/docs/models/components/toy.md" in kept


def test_what_was_edited_by_hand_is_made_again(invocation: Invocation, kept: list[str]) -> None:
    path = Path("generated/typescript/models/components/pet.ts")
    before = path.read_text()
    path.write_text("// mine\n")
    generate(invocation)
    assert path.read_text() == before
    assert path.relative_to("generated").as_posix() not in kept
    assert kept


def test_a_gate_believes_nothing(invocation: Invocation, kept: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert not checked(invocation).files
    assert not kept


def test_the_option_believes_nothing(invocation: Invocation, kept: list[str]) -> None:
    generate(invocation._replace(uses_cache=False))
    assert not kept


def test_another_version_believes_nothing(
    invocation: Invocation, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typewright.cli.running, "__version__", "0.0.0")
    generate(invocation)
    assert not kept


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def turned(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def of_another_form(content: bytes) -> bytes:
    """Return notes whose digest is right, and which say something else."""
    head = content.partition(b"\n")[0].rpartition(b" ")[0]
    text = marshal.dumps([("typescript", "", [("models", "x")], {"a": ("b", (0, 7))})])
    return head + b" " + digest(text).encode() + b"\n" + text


@pytest.mark.parametrize("damage", [cut, turned, of_another_form, lambda _: b"", lambda _: b"\xff" * 100])
def test_damaged_notes_are_as_good_as_none(
    invocation: Invocation, kept: list[str], cache: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = notes(cache)
    path.write_bytes(damage(path.read_bytes()))
    generate(invocation)
    assert not kept
    Path("openapi.yaml").write_text(f"{SPEC}# another comment\n")
    generate(invocation)
    assert kept


def test_a_file_whose_status_is_known_is_not_read_and_one_that_was_edited_is_found(
    invocation: Invocation, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Path("typewright.yaml")
    config.write_text(f"{config.read_text()}docs: {{navigation: false}}\n")  # llms-full.txt has the texts of all pages
    generate(invocation)
    time.sleep(0.2)  # until the times of the files are old enough to be trusted
    Path("openapi.yaml").write_text(SPEC)
    generate(invocation)
    read: list[str] = []
    monkeypatch.setattr(kept_files, "content_of", lambda path: read.append(path) or content_of(path))
    Path("openapi.yaml").write_text(f"{SPEC}# another comment\n")
    page = Path("generated/typescript/docs/models/components/pet.md")
    written = page.read_text()
    page.write_text(written.upper())
    kept.clear()
    generate(invocation)
    assert {Path(path).absolute() for path in read} == {page.absolute()}
    assert kept
    assert page.read_text() == written


def test_pages_that_are_kept_are_quoted_from_the_list_of_the_last_run(
    invocation: Invocation, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(invocation)
    time.sleep(0.2)  # until the times of the files are old enough to be trusted
    Path("openapi.yaml").write_text(f"{SPEC}# a comment, so that they are looked at\n")
    generate(invocation)
    read: list[str] = []
    monkeypatch.setattr(kept_files, "content_of", lambda path: read.append(path) or content_of(path))
    Path("openapi.yaml").write_text(SPEC.replace("An owner.", "Who owns a pet."))
    generate(invocation)
    assert sorted(Path(path).name for path in read if path.endswith((".md", ".txt"))) == ["llms-full.txt"] * 2
    written = Path("generated/typescript/docs/llms-full.txt").read_text()
    generate(invocation._replace(uses_cache=False))
    assert Path("generated/typescript/docs/llms-full.txt").read_text() == written
    assert "Who owns a pet." in written


def test_a_list_that_was_edited_by_hand_is_not_quoted(invocation: Invocation) -> None:
    path = Path("generated/typescript/docs/llms-full.txt")
    generate(invocation)
    path.write_text(path.read_text().upper())
    Path("openapi.yaml").write_text(SPEC)
    generate(invocation)
    made = path.read_text()
    generate(invocation._replace(uses_cache=False))
    assert path.read_text() == made
