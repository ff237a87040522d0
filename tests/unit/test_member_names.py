"""Names of methods, groups and arguments: no two members of a class have one, and names of the last run stay."""

from pathlib import Path

import pytest
import yaml
from typewright.cli.shell import run_command
from typewright.client import build_client
from typewright.naming import Ledger
from typewright.naming.names import Members

from tests.clients import surface_of

Paths = dict[str, dict[str, object]]
DONE = {"204": {"description": "Done."}}
MEMBERS = Members(suffixes=("Async",), of_client=frozenset({"close"}), of_groups=frozenset({"then"}))


def described(*operations: tuple[str, str, str | None]) -> bytes:
    """Return a description of operations, each given by its path, its tag and its id."""
    paths: Paths = {}
    for path, tag, operation_id in operations:
        operation: dict[str, object] = {"responses": DONE}
        if tag:
            operation["tags"] = [tag]
        if operation_id is not None:
            operation["operationId"] = operation_id
        paths[path] = {"get": operation}
    return yaml.safe_dump(
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}, sort_keys=False
    ).encode()


def accesses(description: bytes, ledger: Ledger | None = None, members: Members = MEMBERS) -> list[str]:
    client = build_client(surface_of(description), ledger or Ledger(), members)
    return [".".join(method.access) for method in client.methods.values()]


SPELLINGS = (("/a", "birds", "getBird"), ("/b", "birds", "get_bird"), ("/c", "birds", "get-bird"))


def test_the_first_method_keeps_its_name_and_the_others_are_numbered() -> None:
    assert accesses(described(*SPELLINGS)) == ["birds.getBird", "birds.getBird2", "birds.getBird3"]


def test_names_differ_in_lower_case() -> None:
    assert accesses(described(("/a", "", "getBird"), ("/b", "", "GetBIRD"))) == ["getBird", "getBIRD2"]


def test_methods_of_two_groups_may_have_one_name() -> None:
    assert accesses(described(("/a", "birds", "list"), ("/b", "trees", "list"))) == ["birds.list", "trees.list"]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ((("/a", "", "find"), ("/b", "find", "history")), ["find", "find2.history"]),
        ((("/b", "find", "history"), ("/a", "", "find")), ["find.history", "find2"]),
        ((("/a", "repos", "diff"), ("/b", "repos.diff", "lines")), ["repos.diff", "repos.diff2.lines"]),
    ],
)
def test_a_group_and_a_method_beside_it_have_two_names(
    operations: tuple[tuple[str, str, str]], expected: list[str]
) -> None:
    assert accesses(described(*operations)) == expected


def test_forms_of_a_method_count() -> None:
    assert accesses(described(("/a", "", "list"), ("/b", "", "listAsync"))) == ["list", "listAsync2"]
    assert accesses(described(("/b", "", "listAsync"), ("/a", "", "list"))) == ["listAsync", "list2"]


def test_members_of_every_client_are_reserved_there_alone() -> None:
    assert accesses(described(("/a", "", "close"), ("/b", "doors", "close"), ("/c", "doors", "then"))) == [
        "close2",
        "doors.close",
        "doors.then2",
    ]


def test_names_stay_when_another_operation_is_written_in_front() -> None:
    ledger = Ledger()
    accesses(described(*SPELLINGS[:2]), ledger)
    again = Ledger(kept=ledger.given)
    newcomer = ("/0", "birds", "GetBird")
    assert accesses(described(newcomer, *SPELLINGS[:2]), again) == ["birds.getBird3", "birds.getBird", "birds.getBird2"]
    assert accesses(described(SPELLINGS[1]), again) == ["birds.getBird2"], "it keeps its number without the first"


def test_a_name_that_the_description_states_anew_is_taken() -> None:
    ledger = Ledger()
    accesses(described(("/a", "birds", "getBird"), ("/b", "birds", None)), ledger)
    renamed = described(("/a", "birds", "readBird"), ("/b", "birds", None))
    assert accesses(renamed, Ledger(kept=ledger.given)) == ["birds.readBird", "birds.getB"]


def test_every_level_of_a_group_is_there() -> None:
    client = build_client(surface_of(described(("/a", "one.two.three", "list"))), Ledger(), MEMBERS)
    assert [group.access for group in client.groups] == [("one",), ("one", "two"), ("one", "two", "three")]


def test_clashes_tell_what_has_the_name() -> None:
    description = described(*SPELLINGS[:2], ("/d", "", "close"))
    collisions = build_client(surface_of(description), Ledger(), MEMBERS).collisions
    assert {
        (collision.preferred_name, collision.name, collision.other and collision.other.path) for collision in collisions
    } == {
        ("getBird", "getBird2", "/a"),
        ("close", "close2", None),
    }


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    configured = {"spec": "spec.yaml", "targets": {"python": {"package": "acme"}, "typescript": {"package": "acme"}}}
    (tmp_path / "typewright.yaml").write_text(yaml.safe_dump(configured))
    return tmp_path


def test_a_clash_is_one_warning_for_all_languages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "spec.yaml").write_bytes(described(*SPELLINGS[:2]))
    assert run_command(["generate"]) == 0
    said = capsys.readouterr().err
    assert said.count("warning[W331]") == 1
    assert "the method is called 'get_bird2' in Python, 'getBird2' in TypeScript" in said
    assert "'get_bird' is GET /a" in said


PARAMETER = {"name": "shelf", "in": "query", "schema": {"type": "string"}}


def with_parameters(*parameters: dict[str, object]) -> str:
    operation = {"operationId": "find", "parameters": [*parameters], "responses": DONE}
    info = {"title": "T", "version": "1"}
    return yaml.safe_dump({"openapi": "3.1.0", "info": info, "paths": {"/find": {"get": operation}}})


def test_arguments_of_one_name_stay_apart(project: Path) -> None:
    header, cookie = {**PARAMETER, "in": "header"}, {**PARAMETER, "in": "cookie"}
    module = project / "generated" / "python" / "acme" / "_methods.py"
    (project / "spec.yaml").write_text(with_parameters(PARAMETER, header))
    assert run_command(["generate"]) == 0
    assert 'QueryArgument("shelf"), HeaderArgument("shelf_2", "shelf")' in " ".join(module.read_text().split())
    (project / "spec.yaml").write_text(with_parameters(cookie, header, PARAMETER))
    assert run_command(["generate"]) == 0
    written = " ".join(module.read_text().split())
    assert 'HeaderArgument("shelf_2", "shelf"), QueryArgument("shelf")' in written
    assert 'CookieArgument("shelf2", "shelf")' in written


def test_a_numbered_name_is_never_one_that_another_method_states() -> None:
    named = Ledger().names(
        "member:", {"a": "get", "b": "get", "c": "get2", "d": "get_async"}, suffixes={"a": ("_async",)}
    )
    assert named == {"a": "get", "b": "get3", "c": "get2", "d": "get_async2"}


def test_numbered_names_of_the_last_run_stay() -> None:
    kept = {("member:", "a"): "get", ("member:", "b"): "get2", ("member:", "c"): "get22"}
    preferred = {"a": "get", "b": "get", "c": "get2"}
    assert Ledger(kept=kept).names("member:", preferred, stated=preferred) == {"a": "get", "b": "get2", "c": "get22"}
