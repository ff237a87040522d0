"""What a run does after an edit that changes no value of the description, and when it makes the tree all the same."""

import json
from pathlib import Path

import pytest
import typewright.cli.running
from typewright.cli.checking import checked
from typewright.cli.invocation import Invocation
from typewright.cli.running import TraceUse, built, generate
from typewright.pipeline import build
from typewright.writing.staleness import up_to_date_file_count

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components:
  schemas:
    Pet: {type: object, properties: {age: {type: integer, example: three}, owner: {type: string}}}
"""
REWRITTEN = f"# a comment\n\n{SPEC}".replace("{title: Pets, version: '1'}", '{version: "1", title: Pets}')
PARTS = "parts: [models, client, docs, examples]"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A member for each time that a tree was made."""
    found: list[str] = []

    def noted(*arguments: object) -> object:
        found.append("made")
        return build(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(typewright.cli.running, "build", noted)
    return found


@pytest.fixture
def invocation(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]) -> Invocation:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    Path("openapi.yaml").write_text(SPEC)
    Path("typewright.yaml").write_text(
        f"spec: openapi.yaml\nformatter: none\ntargets: {{typescript: {{{PARTS}}}, python: {{{PARTS}}}}}\n"
    )
    found = Invocation(quiet=True)
    generate(found)
    made.clear()
    Path("openapi.yaml").write_text(REWRITTEN)
    return found


def record(cache: Path) -> Path:
    return next(path for path in cache.rglob("*.json") if not path.name.endswith(".layouts.json"))


def contents() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("generated").rglob("*") if path.is_file()}


def test_the_tree_stands_where_no_value_has_changed(invocation: Invocation, made: list[str]) -> None:
    before, lock = contents(), Path("typewright.lock").read_text()
    assert up_to_date_file_count(invocation.inputs()) is None
    assert not checked(invocation).files
    generate(invocation)
    assert not made
    assert contents() == before
    assert up_to_date_file_count(invocation.inputs()) == len(before)
    assert json.loads(lock).keys() == json.loads(Path("typewright.lock").read_text()).keys()


def test_the_lock_is_the_one_of_a_run_that_makes_the_tree(invocation: Invocation, made: list[str]) -> None:
    generate(invocation)
    standing = Path("typewright.lock").read_text()
    generate(invocation._replace(uses_cache=False))
    assert made
    assert Path("typewright.lock").read_text() == standing


def test_a_second_edit_of_comments_stands_as_well(invocation: Invocation, made: list[str]) -> None:
    generate(invocation)
    Path("openapi.yaml").write_text(f"{REWRITTEN}# another\n")
    generate(invocation)
    checked(invocation)
    Path("openapi.yaml").write_text(SPEC)
    generate(invocation)
    assert not made


def test_warnings_are_told_again_where_they_are_now(invocation: Invocation, made: list[str]) -> None:
    standing = built(invocation, traced=TraceUse.READ).build
    assert not made
    whole = built(invocation).build
    assert [found.code for found in whole.diagnostics] == ["W501"]
    assert standing.diagnostics == whole.diagnostics


def test_the_order_of_members_is_a_value(invocation: Invocation, made: list[str]) -> None:
    Path("openapi.yaml").write_text(SPEC.replace('{title: Pets, version: "1"}', '{version: "1", title: Pets}'))
    generate(invocation)
    assert made


@pytest.mark.parametrize("text", [SPEC.replace("Pets", "Toys"), SPEC.replace("integer", "number")])
def test_a_value_makes_the_tree(invocation: Invocation, made: list[str], text: str) -> None:
    Path("openapi.yaml").write_text(text)
    generate(invocation)
    assert made


def test_a_file_that_was_edited_by_hand_is_made_again(invocation: Invocation, made: list[str]) -> None:
    path = Path("generated/typescript/models/components/pet.ts")
    before = path.read_text()
    path.write_text("// mine\n")
    assert [file.drift.path for file in checked(invocation).files] == ["typescript/models/components/pet.ts"]
    generate(invocation)
    assert made
    assert path.read_text() == before


def test_text_of_the_user_stays(invocation: Invocation, made: list[str]) -> None:
    path = Path("generated/python/README.md")
    path.write_text(f"Mine.\n\n{path.read_text()}")
    before = contents()
    generate(invocation)
    assert not made
    assert contents() == before


@pytest.mark.parametrize(
    ("option", "instead"), [("formatter: none\n", ""), ("python: {", "python: {open_enums: false, ")]
)
def test_other_options_make_the_tree(invocation: Invocation, made: list[str], option: str, instead: str) -> None:
    path = Path("typewright.yaml")
    path.write_text(path.read_text().replace(option, instead))
    generate(invocation)
    assert made


def test_a_lock_that_was_changed_makes_the_tree(invocation: Invocation, made: list[str]) -> None:
    path = Path("typewright.lock")
    path.write_text(path.read_text().replace('"Pet"', '"Beast"'))
    generate(invocation)
    assert made


def test_a_gate_believes_nothing(invocation: Invocation, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert not checked(invocation).files
    assert made


def test_the_option_believes_nothing(invocation: Invocation, made: list[str]) -> None:
    generate(invocation._replace(uses_cache=False))
    assert made


@pytest.mark.parametrize("version", ["python", "library"])
def test_other_programs_believe_nothing(
    invocation: Invocation, made: list[str], monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    if version == "python":
        monkeypatch.setattr("sys.version", "4.0")
    else:
        monkeypatch.setattr("typewright.writing.traces.formatter_version", lambda name: f"{name} 0")
    generate(invocation)
    assert made


@pytest.mark.parametrize("made_of", [[], "text", ["", []], [1, 2], ["x", [["W501"]]], {"values": []}, None])
def test_a_damaged_record_is_as_good_as_none(
    invocation: Invocation, made: list[str], cache: Path, made_of: object
) -> None:
    summary, entries = record(cache).read_text().split("\n")
    record(cache).write_text(f"{summary}\n{json.dumps(json.loads(entries) | {'made of': made_of})}")
    before = contents()
    generate(invocation)
    assert made
    assert contents() == before
