"""What surrounds the comparison: shapes, the table of rules, and the four formats."""

import json
import subprocess
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.changes import Changes, Kind, NamedApi, Subject, compare
from typewright.changes.change import Bump
from typewright.changes.report import REPORTS, escape_markdown, github_report
from typewright.changes.rules import all_rules, rule_for
from typewright.changes.rules_page import rules_table
from typewright.changes.shapes import Shapes, value_key
from typewright.cli.shell import run_command
from typewright.ir import AliasModel, ListOf, Nullable, ObjectModel, Ref, Scalar, ScalarKind
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

ROOT = Path(__file__).parent.parent.parent
PAIRS = ROOT / "tests/diffs"


def described(text: str) -> NamedApi:
    api, diagnostics = lower(document_from_bytes(text.encode(), "spec.yaml"))
    assert [each for each in diagnostics if each.code.startswith("E")] == []
    return NamedApi(api)


def schemas(text: str) -> NamedApi:
    return described(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{text}")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_command(["diff", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_every_kind_of_change_has_a_verdict_on_every_subject() -> None:
    assert [(subject, kind) for subject in Subject for kind in Kind if rule_for(subject, kind) is None] == []


def test_no_rule_says_twice_the_same() -> None:
    """A rule of a subject's own that says what holds for all others anyway would only hide the latter."""
    general = {kind: rule for subject, kind, rule in all_rules() if subject is None}
    assert [(subject, kind) for subject, kind, rule in all_rules() if subject and rule == general[kind]] == []


def test_the_page_shows_the_table_of_rules(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs/diff.md"
    text = page.read_text()
    start, end = text.index("<!-- rules -->\n") + len("<!-- rules -->\n"), text.index("<!-- end of rules -->")
    if request.config.getoption("--update-golden"):
        page.write_text(f"{text[:start]}{rules_table()}\n{text[end:]}")
        return
    assert text[start:end] == f"{rules_table()}\n", "run 'make update-golden'"


@pytest.mark.parametrize(("one", "other"), [(1, 1.0), ({"a": 1, "b": [2]}, {"b": [2.0], "a": 1}), ("é", "\u00e9")])
def test_equal_json_values_have_one_key(one: object, other: object) -> None:
    assert value_key(one) == value_key(other)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [(1, True), (0, False), ("1", 1), (None, "null"), ([], {})])
def test_different_json_values_have_different_keys(one: object, other: object) -> None:
    assert value_key(one) != value_key(other)  # type: ignore[arg-type]


def test_cycles_of_other_lengths_have_one_shape() -> None:
    """A list of lists that leads back after one step is the same type as one that leads back after two."""
    one = schemas("    A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}\n")
    two = schemas(
        "    A: {type: object, properties: {next: {$ref: '#/components/schemas/B'}}}\n"
        "    B: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}\n"
    )
    shapes = Shapes((one.models, two.models))
    start = Ref("#/components/schemas/A", "", by_reference=True)
    assert shapes.shape_of(start, 0) == shapes.shape_of(start, 1)


def test_a_late_difference_in_a_chain_is_seen() -> None:
    def chain(last: str) -> NamedApi:
        links = "".join(
            f"    M{n}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/M{n + 1}'}}}}}}\n"
            for n in range(30)
        )
        return schemas(f"{links}    M30: {{type: object, properties: {{end: {{type: {last}}}}}}}\n")

    shapes = Shapes((chain("string").models, chain("integer").models))
    start = Ref("#/components/schemas/M0", "", by_reference=True)
    assert shapes.shape_of(start, 0) != shapes.shape_of(start, 1)


def test_an_alias_that_leads_back_to_itself_ends() -> None:
    text = ScalarKind.STRING
    models = {
        "A": AliasModel("A", "A", ListOf(Ref("A", "A/items", by_reference=True), "A")),
        "B": ObjectModel("B", "B", ()),
        "C": AliasModel("C", "C", Nullable(Ref("D", "C", by_reference=True), "C")),
        "D": AliasModel("D", "D", Nullable(Scalar(text, "D"), "D")),
    }
    shapes = Shapes((models, models))
    assert shapes.shape_of(Ref("A", ""), 0) == shapes.shape_of(Ref("A", ""), 1)
    assert shapes.shape_of(Ref("A", ""), 0) != shapes.shape_of(Ref("B", ""), 1)
    assert shapes.shape_of(Ref("C", ""), 0) == shapes.shape_of(Nullable(Scalar(text, "x"), "x"), 1)


def test_a_description_without_operations_is_a_list_of_types() -> None:
    old = schemas("    A: {type: object, properties: {a: {type: string}}}\n")
    new = schemas("    A: {type: object, properties: {a: {type: integer}}}\n")
    assert [(each.code, each.direction) for each in compare(old, new).all] == [("property-changed", "both")]


def test_nothing_changed_asks_for_no_version() -> None:
    assert Changes().bump is Bump.NONE
    assert "nothing" in REPORTS["text"](Changes())
    assert json.loads(REPORTS["json"](Changes())) == {"bump": "none", "breaking": 0, "changes": []}


def test_text_of_a_description_cannot_break_out_of_a_format() -> None:
    hostile = "a\n::error::x%0A|`<b>`"
    old = schemas(f"    A: {{type: object, properties: {{{json.dumps(hostile)}: {{type: string}}}}}}\n")
    changes = compare(old, schemas("    A: {type: object}\n"))
    assert len(changes.all) == 1
    github = github_report(changes).splitlines()
    assert len(github) == 2
    assert github[0].startswith("::error title=property-removed::A: property 'a%0A::error::x%250A|`<b>`' is gone")
    assert "<b>" not in REPORTS["markdown"](changes)
    assert "\n" not in escape_markdown(hostile)


@pytest.mark.parametrize(
    ("fail_on", "pair", "code"),
    [
        ("breaking", "property-removed", ExitCode.FINDINGS),
        ("breaking", "docs-only", ExitCode.CLEAN),
        ("any", "docs-only", ExitCode.FINDINGS),
        ("any", "reordering", ExitCode.CLEAN),
        ("never", "property-removed", ExitCode.CLEAN),
    ],
)
def test_which_changes_fail(capsys: pytest.CaptureFixture[str], fail_on: str, pair: str, code: int) -> None:
    files = [str(PAIRS / pair / name) for name in ("old.yaml", "new.yaml")]
    assert run(capsys, *files, "--fail-on", fail_on)[0] == code


def test_each_change_has_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(PAIRS / "property-removed" / name) for name in ("old.yaml", "new.yaml")]
    _, out, _ = run(capsys, *files, "--format", "json")
    for change in json.loads(out)["changes"]:
        lines = Path(change["file"]).read_text().splitlines()
        assert change["side"] == "old"
        assert lines[change["line"] - 1][change["column"] - 1 :].startswith("tag:")
        assert change["places"]["old"]["line"] == change["line"]
        assert change["places"]["new"]["pointer"] == change["pointer"].removesuffix("/tag"), "the nearest that is there"
        assert change["rule"] == "property-removed"


def test_rules_of_all_subjects_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(PAIRS / "constraint-tightened" / name) for name in ("old.yaml", "new.yaml")]
    _, out, _ = run(capsys, *files, "--format", "json")
    assert {change["rule"] for change in json.loads(out)["changes"]} == {"any-tightened"}


def test_both_places_of_a_schema_that_was_renamed_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(PAIRS / "schema-renamed" / name) for name in ("old.yaml", "new.yaml")]
    _, out, _ = run(capsys, *files, "--format", "json")
    (moved,) = [change for change in json.loads(out)["changes"] if change["code"] == "symbol-moved"]
    places = {side: place["pointer"] for side, place in moved["places"].items()}
    assert places["old"] != places["new"]
    assert all(pointer.startswith("#/components/schemas/") for pointer in places.values())


def test_revisions_of_git_are_compared_with_the_files_they_refer_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def git(*arguments: str) -> None:
        author = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
        subprocess.run(["git", *author, *arguments], check=True, capture_output=True)

    spec = (PAIRS / "property-removed/old.yaml").read_text()
    head, _, rest = spec.partition("components:\n")
    head = head.replace("#/components/schemas/Pet", "models/pet.yaml#/Pet").replace(
        "#/components/schemas/", "models/pet.yaml#/"
    )
    del rest
    (tmp_path / "api/models").mkdir(parents=True)
    (tmp_path / "api/openapi.yaml").write_text(head)
    pets = "{name}: {{type: object, properties: {{name: {{type: string}}{more}}}}}\n"
    tag = ", tag: {type: string}"
    (tmp_path / "api/models/pet.yaml").write_text("".join(pets.format(name=n, more=tag) for n in ("Pet", "NewPet")))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    (tmp_path / "api/models/pet.yaml").write_text("".join(pets.format(name=n, more="") for n in ("Pet", "NewPet")))
    code, out, _ = run(capsys, "HEAD:api/openapi.yaml", "api/openapi.yaml")
    assert code == ExitCode.FINDINGS
    assert "at HEAD:api/models/pet.yaml:1:" in out
    assert run(capsys, "HEAD:api/openapi.yaml", "HEAD:api/openapi.yaml")[0] == ExitCode.CLEAN
    monkeypatch.chdir(tmp_path / "api")
    assert run(capsys, "HEAD:./openapi.yaml", "openapi.yaml")[0] == ExitCode.FINDINGS


@pytest.mark.parametrize("name", ["missing.yaml", "HEAD:missing.yaml", "nowhere:x.yaml", "--output=x:y", "-x:y"])
def test_what_is_not_there_is_a_fault_of_the_user(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, _, err = run(capsys, "--", name, str(PAIRS / "docs-only/new.yaml"))
    assert code == ExitCode.USAGE
    assert "Traceback" not in err
    assert "= help:" in err
