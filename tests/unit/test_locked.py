"""Names that stay: what a schema is known again by, who gets which name, and `typewright lock`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typewright.base.errors import ExitCode, UsageError
from typewright.cli.shell import run_command
from typewright.ir import ObjectModel
from typewright.naming.ledger import Ledger
from typewright.naming.lock.fingerprints import fingerprints, parse_fingerprint
from typewright.naming.lock.locked import Locked, kept_names, kept_symbols
from typewright.naming.lock.matching import moves
from typewright.naming.names import Language, Package
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

from tests.naming_documents import ENUM, STRING, array, either, record, ref

Json = dict[str, object]
START = "#/components/schemas/"


def api_of(schemas: Json) -> object:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    api, _ = lower(document_from_bytes(json.dumps(document).encode(), "spec.json"))
    return api


def moved(old: Json, new: Json) -> dict[str, str]:
    first, second = fingerprints(api_of(old)), fingerprints(api_of(new))  # type: ignore[arg-type]
    pairs = moves(first, second).pairs
    return {before.removeprefix(START): after.removeprefix(START) for before, after in pairs.items()}


PET = record(name=STRING, age={"type": "integer"}, kind=ENUM)
PLANT = record(height={"type": "number"}, leaves={"type": "integer"}, pot=STRING)
SMALL = record(value=STRING)


def test_nothing_moves_where_every_id_is_still_there() -> None:
    assert moved({"A": SMALL, "B": PLANT}, {"B": SMALL, "A": PLANT}) == {}


def test_a_renamed_schema_is_known_by_its_similarity_and_what_lies_in_it_goes_along() -> None:
    assert moved({"Pet": PET, "B": PLANT}, {"Animal": PET, "B": PLANT}) == {
        "Pet": "Animal",
        "Pet/properties/kind": "Animal/properties/kind",
    }


def test_of_two_candidates_the_likest_is_chosen() -> None:
    nearly = record(name=STRING, age={"type": "integer"}, kind=ENUM, weight={"type": "number"})
    assert moved({"Pet": PET}, {"Beast": nearly, "Animal": PET})["Pet"] == "Animal"


def test_something_unlike_is_not_taken_for_what_is_gone() -> None:
    assert moved({"Pet": PET}, {"Plant": PLANT}) == {}


def test_a_small_type_is_known_by_its_place_not_by_its_looks() -> None:
    """Many types have one property; only the place of its use tells which one this is."""
    assert moved({"Alpha": SMALL}, {"Omega": SMALL}) == {}
    old = {"Holder": record(here=ref("Alpha"), x=STRING), "Alpha": SMALL}
    new = {"Holder": record(here=ref("Omega"), x=STRING), "Omega": SMALL}
    assert moved(old, new) == {"Alpha": "Omega"}


def test_a_schema_that_is_written_out_is_known_where_it_was_used() -> None:
    old = {"Holder": record(here=ref("Alpha"), x=STRING), "Alpha": SMALL}
    new = {"Holder": record(here=SMALL, x=STRING)}
    assert moved(old, new) == {"Alpha": "Holder/properties/here"}
    assert moved(new, old) == {"Holder/properties/here": "Alpha"}


def test_a_branch_in_front_does_not_give_its_number_to_the_others() -> None:
    cat, dog, eel = (record(**{name: STRING, "common": STRING}) for name in ("cat", "dog", "eel"))
    assert moved({"U": either(cat, dog)}, {"U": either(eel, cat, dog)}) == {
        "U/oneOf/0": "U/oneOf/1",
        "U/oneOf/1": "U/oneOf/2",
    }
    assert moved({"U": either(cat, dog, eel)}, {"U": either(dog, eel)}) == {
        "U/oneOf/1": "U/oneOf/0",
        "U/oneOf/2": "U/oneOf/1",
    }


def test_a_branch_that_changed_keeps_its_number() -> None:
    cat, dog = record(cat=STRING, a=STRING), record(dog=STRING, b=STRING)
    assert moved({"U": either(cat, dog)}, {"U": either(record(cat=STRING, a=STRING, c=STRING), dog)}) == {}


@pytest.mark.parametrize("schema", [PET, PLANT, SMALL, ENUM, either(PET, PLANT), record(), array(PET)])
def test_a_fingerprint_reads_back(schema: Json) -> None:
    for fingerprint in fingerprints(api_of({"A": schema})).values():  # type: ignore[arg-type]
        assert parse_fingerprint(fingerprint.text()) == fingerprint


@pytest.mark.parametrize("text", ["", "o3", "o:", "ox:1234", "o1:123", "o1:1234@1"])
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no fingerprint|invalid literal"):
        parse_fingerprint(text)
    with pytest.raises(UsageError, match="names of the lock are damaged"):
        kept_names(Locked({}, {"#/a": text}), api_of({}))  # type: ignore[arg-type]


def test_who_was_there_keeps_its_name_and_newcomers_are_numbered() -> None:
    ledger = Ledger({("module:m", "b"): "Pet", ("module:m", "gone"): "Dog", ("module:m", "c"): "index"})
    named = ledger.names("module:m", {"a": "pet", "b": "other", "c": "cat", "d": "Dog"}, {"Index"})
    assert named == {"a": "pet2", "b": "Pet", "c": "cat", "d": "Dog"}
    assert list(named) == ["a", "b", "c", "d"]
    assert ledger.given[("module:m", "a")] == "pet2"


def test_a_type_from_another_package_does_not_take_the_name_of_one_that_was_there() -> None:
    """A component that is written out takes its types from the shared ones to those of operations."""
    model = ObjectModel("#/a", "#/a", fields=())
    kept = {("symbol:operations", "#/z"): "TopK", ("symbol:shared", "#/a"): "TopK", ("symbol:shared", "#/b"): "Other"}
    symbols = {(Package.OPERATIONS, id_) for id_ in ("#/a", "#/b", "#/z")}
    found = kept_symbols(Ledger(kept), symbols, dict.fromkeys(("#/a", "#/b", "#/z"), model), Language())
    assert found == {(Package.OPERATIONS, "#/z"): "TopK", (Package.OPERATIONS, "#/b"): "Other"}


Scratch = Callable[[str], Path]
SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
components:
  schemas:
    Pet:
      type: object
      properties:
        owner: {$ref: "#/components/schemas/Owner"}
    Owner: {type: object, properties: {name: {type: string}, city: {type: string}, since: {type: integer}}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """A generated project whose schema Owner was renamed since."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {typescript: {}}\n")
    assert run_command(["generate"]) == ExitCode.CLEAN
    (tmp_path / "openapi.yaml").write_text(
        SPEC.replace("schemas/Owner", "schemas/Person").replace("  Owner:", "  Person:")
    )
    return tmp_path


def pages(project: Path) -> set[str]:
    return {path.name for path in (project / "generated/typescript/docs").rglob("*.md")}


def test_a_renamed_schema_keeps_its_pages_and_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = pages(project)
    assert run_command(["generate"]) == ExitCode.CLEAN
    said = capsys.readouterr().err
    assert "note[W330]: this was #/components/schemas/Owner in the last run" in said
    assert pages(project) == before
    assert run_command(["generate"]) == ExitCode.CLEAN
    assert "W330" not in capsys.readouterr().err
    assert run_command(["check"]) == ExitCode.CLEAN


def test_accepted_names_are_those_of_the_description_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_command(["generate"])
    capsys.readouterr()
    assert run_command(["lock"]) == ExitCode.CLEAN
    assert "Owner, not Person" in capsys.readouterr().out
    assert run_command(["lock", "--accept", "Owner"]) == ExitCode.CLEAN
    assert "typescript: Owner -> Person" in capsys.readouterr().out
    assert run_command(["check"]) == ExitCode.FINDINGS
    assert run_command(["generate"]) == ExitCode.CLEAN
    assert "person.md" in pages(project)
    assert "owner.md" not in pages(project)
    run_command(["lock"])
    assert "0 names are kept against the description" in capsys.readouterr().out


def test_pruning_forgets_what_is_gone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "openapi.yaml").write_text(
        SPEC.replace('        owner: {$ref: "#/components/schemas/Owner"}\n', "        name: {type: string}\n")
    )
    run_command(["generate"])
    lock = project / "typewright.lock"
    assert "Owner" in lock.read_text()
    capsys.readouterr()
    assert run_command(["lock", "--prune"]) == ExitCode.CLEAN
    assert "of what is gone are forgotten" in capsys.readouterr().out
    assert "Owner" not in lock.read_text()
    assert run_command(["check"]) == ExitCode.CLEAN


def test_a_name_that_is_not_kept_cannot_be_accepted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["lock", "--accept", "Nobody"]) == ExitCode.USAGE
    assert "no name is kept against the description: Nobody" in capsys.readouterr().err
    assert run_command(["lock", "Nobody"]) == ExitCode.USAGE


def test_without_a_lock_there_is_nothing_to_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.lock").unlink()
    assert run_command(["lock", "--prune"]) == ExitCode.USAGE
    assert "typewright generate" in capsys.readouterr().err


def test_a_name_that_the_description_asks_for_wins(project: Path) -> None:
    run_command(["generate"])
    spec = yaml.safe_load((project / "openapi.yaml").read_text())
    spec["components"]["schemas"]["Person"]["x-speakeasy-name-override"] = "Keeper"
    (project / "openapi.yaml").write_text(yaml.safe_dump(spec))
    run_command(["generate"])
    assert "keeper.md" in pages(project)
