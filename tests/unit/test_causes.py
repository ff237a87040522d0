"""Why a file is stale, and the three ways in which `typewright check` says so."""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import typewright.writing.staleness
from typewright.base.errors import ExitCode
from typewright.cli import run
from typewright.cli.shell import run_command
from typewright.rendering.template_folder import find_templates
from typewright.writing.causes import Cause, changed_inputs, explained
from typewright.writing.compare import Drift, State
from typewright.writing.lock import Lock, read_lock
from typewright.writing.owned_files import verified_files
from typewright.writing.shared_files import is_shared
from typewright.writing.tree import make_tree

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, description: A pet., properties: {name: {type: string}}}
    Shop: {type: object, properties: {city: {type: string}}}
"""
CONFIGURATION = "spec: openapi.yaml\ntemplates: mine\ntargets: {python: {package: pets}}\n"
PAGE = "python/docs/models/pet.md"
MODULE = "python/pets/models/pet.py"
Edit = Callable[[Path], object]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(CONFIGURATION)
    assert run_command(["generate"]) == ExitCode.CLEAN
    return tmp_path


def verdict(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["check", *options])
    return code, capsys.readouterr().out


def causes(capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    _, out = verdict(capsys, "--format", "json")
    return {each["path"].removeprefix("generated/"): each["causes"] for each in json.loads(out)["files"]}


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def user_template(project: Path) -> None:
    ours = find_templates() / "python/docs/table.md.jinja"
    (project / "mine/python/docs").mkdir(parents=True)
    (project / "mine/python/docs" / ours.name).write_text(f"{ours.read_text()}\nmine\n")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda project: replaced(project / "openapi.yaml", "A pet.", "An animal."), ["spec"]),
        (lambda project: (project / "generated" / PAGE).write_text("mine"), ["edited by hand"]),
        (lambda project: (project / "generated" / PAGE).unlink(), ["deleted"]),
        (user_template, ["template"]),
    ],
    ids=["spec", "edited", "deleted", "template"],
)
def test_the_cause_of_a_stale_file(
    project: Path, capsys: pytest.CaptureFixture[str], edit: Edit, expected: list[str]
) -> None:
    edit(project)
    found = causes(capsys)
    assert found[PAGE] == expected
    assert all(each == expected for each in found.values())


def test_a_file_that_is_edited_and_stale_has_both_causes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(project / "openapi.yaml", "A pet.", "An animal.")
    (project / "generated" / PAGE).write_text("mine")
    assert causes(capsys)[PAGE] == ["edited by hand", "spec"]


def test_the_configuration_is_a_cause(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(project / "typewright.yaml", "package: pets", "package: pets, docs: {tables: compact}")
    found = causes(capsys)
    assert found
    assert {cause for each in found.values() for cause in each} == {"configuration"}


def as_another_wrote_it(project: Path, path: str, maker: str) -> None:
    """Leave a tree as another version of a maker would have written it: one file is different, and the lock knows."""
    lock, file = project / "typewright.lock", project / "generated" / path
    replaced(lock, maker, f"{maker}0.")
    file.write_text(file.read_text().replace("A pet.", "As another version wrote it."))
    held = read_lock(lock)
    assert held is not None
    replaced(lock, held.files[path], typewright.writing.staleness.digest(file.read_bytes()))


COMPACT = "package: pets, docs: {tables: compact}"
EVERY_CAUSE: dict[str, tuple[Edit, str, str]] = {
    "spec": (
        lambda project: replaced(project / "openapi.yaml", "A pet.", "An animal."),
        PAGE,
        "the description changed (openapi.yaml)",
    ),
    "configuration": (
        lambda project: replaced(
            project / "typewright.yaml", "package: pets", "package: pets, docs: {tables: compact}"
        ),
        PAGE,
        "the configuration changed",
    ),
    "template": (user_template, PAGE, "a template changed (mine)"),
    "generator version": (
        lambda project: as_another_wrote_it(project, PAGE, '"generator": "'),
        PAGE,
        "another version of typewright (0.",
    ),
    "edited by hand": (lambda project: (project / "generated" / PAGE).write_text("mine"), PAGE, "edited by hand"),
    "formatter": (
        lambda project: as_another_wrote_it(project, MODULE, '"formatter": "ruff '),
        MODULE,
        "another formatter (ruff 0.",
    ),
}


@pytest.mark.parametrize("cause", EVERY_CAUSE)
def test_every_cause_is_told_in_every_format(project: Path, capsys: pytest.CaptureFixture[str], cause: str) -> None:
    edit, path, words = EVERY_CAUSE[cause]
    edit(project)
    code, text = verdict(capsys, "--diff")
    assert code == ExitCode.FINDINGS
    assert f"{cause}: generated/{path}\n" in text or f"stale: generated/{path} ({cause})\n" in text
    assert words in text
    code, github = verdict(capsys, "--format", "github")
    assert code == ExitCode.FINDINGS
    state = cause if cause == "edited by hand" else "stale"
    short = words.partition(" (")[0]
    assert f"::error file=generated/{path},title={state}::{short}; run 'typewright generate'\n" in github
    assert words in github
    assert verdict(capsys, "--format", "json")[0] == ExitCode.FINDINGS
    assert causes(capsys)[path] == [cause]


def lock_of(**changes: object) -> Lock:
    return Lock("1", "ruff 1", "s", "out", "a.yaml", {"a.yaml": "1"})._replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "cause", "details"),
    [
        ({"inputs": {"a.yaml": "2"}}, Cause.SPEC, ("a.yaml",)),
        ({"inputs": {"a.yaml": "1", "b.yaml": "1"}}, Cause.SPEC, ("b.yaml",)),
        ({"settings": "t"}, Cause.CONFIGURATION, ()),
        ({"templates": {"mine": "1"}}, Cause.TEMPLATE, ("mine",)),
        ({"generator": "2"}, Cause.GENERATOR, ("1 -> 2",)),
        ({"formatter": "black 1"}, Cause.FORMATTER, ("ruff 1 -> black 1",)),
        ({"names": {"python symbol:shared #/a": "A"}}, Cause.NAMES, ()),
    ],
)
def test_what_has_changed_between_two_runs(change: dict[str, object], cause: Cause, details: tuple[str, ...]) -> None:
    assert changed_inputs(lock_of(), lock_of(**change), same_code=True) == {cause: details}


def test_another_formatter_is_no_cause_for_what_it_does_not_touch() -> None:
    lock = lock_of(files={"a.py": "1", "a.md": "1"})
    drifts = [Drift("a.py", State.STALE), Drift("a.md", State.STALE)]
    tree = make_tree([("a.py", "new"), ("a.md", "new")])
    found = explained(drifts, tree, lock, [Cause.FORMATTER], {})
    assert [each.causes for each in found] == [(Cause.FORMATTER,), (Cause.LIBRARY,)]


def test_names_follow_from_another_cause_where_there_is_one() -> None:
    current = lock_of(settings="t", names={"python symbol:shared #/a": "A"})
    assert list(changed_inputs(lock_of(), current, same_code=True)) == [Cause.CONFIGURATION]


def test_without_a_lock_nothing_is_known(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.lock").unlink()
    (project / "generated" / PAGE).write_text("mine")
    assert causes(capsys) == {PAGE: ["no lock"]}


def test_what_no_run_made_has_no_cause(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "generated/python/notes.md").write_text("mine")
    assert causes(capsys) == {"python/notes.md": []}


def test_text_says_how_many_files_are_stale_for_which_reason(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(project / "openapi.yaml", "A pet.", "An animal.")
    code, out = verdict(capsys)
    assert code == ExitCode.FINDINGS
    assert f"stale: generated/{PAGE} (spec)" in out
    assert "the description changed (openapi.yaml)" in out
    assert out.endswith("run 'typewright generate' to mend it\n")


def test_annotations_name_files_from_the_checkout_on(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project.parent))
    (project / "generated" / PAGE).write_text("mine")
    _, out = verdict(capsys, "--format", "github")
    assert f"::error file={project.name}/generated/{PAGE},title=edited by hand::" in out
    (project / "old.yaml").write_text(SPEC)
    replaced(project / "openapi.yaml", "name: {type: string}", "title: {type: string}")
    run(["diff", "old.yaml", "openapi.yaml", "--format", "github"])
    assert f"::warning file={project.name}/openapi.yaml,line=7,col=" in capsys.readouterr().out
    run(["lint", "--format", "github"])
    assert f" file={project.name}/openapi.yaml,line=" in capsys.readouterr().out


def test_nothing_mends_a_file_that_no_run_made(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "generated/python/notes.md").write_text("mine")
    assert json.loads(verdict(capsys, "--format", "json")[1])["mend"] is None
    github = verdict(capsys, "--format", "github")[1]
    assert "::warning file=generated/python/notes.md,title=not generated::no run has made it: move such files" in github
    assert "typewright generate" not in github


@pytest.mark.parametrize("options", [["--format", "json"], ["--format=json"], ["--diff", "--format", "json"]])
def test_a_quick_answer_is_the_same_as_a_slow_one(
    project: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    quick = verdict(capsys, *options)
    shutil.rmtree(os.environ["XDG_CACHE_HOME"])
    assert quick == verdict(capsys, *options)
    assert json.loads(quick[1])["up_to_date"] is True


@pytest.mark.parametrize("formatter", ["os.path 1", "0.1", "no-such 2", ". .", ""])
def test_a_lock_with_an_odd_formatter_is_another_formatters(
    project: Path, capsys: pytest.CaptureFixture[str], formatter: str
) -> None:
    held = read_lock(project / "typewright.lock")
    assert held is not None
    replaced(project / "typewright.lock", f'"{held.formatter}"', f'"{formatter}"')
    code, out = verdict(capsys, "--format", "json")
    assert code == ExitCode.CLEAN
    assert list(json.loads(out)["changed"]) == ["formatter"]


def test_an_unknown_format_is_a_fault_of_the_user(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict(capsys, "--format", "xml")[0] == ExitCode.USAGE
    assert run(["generate", "--format", "github"]) == ExitCode.USAGE


def test_files_that_were_found_right_are_not_read_again(project: Path) -> None:
    """Their status is trusted, their digest is the lock's; one that was touched since is read."""
    past = time.time() - 60
    for path in (project / "generated").rglob("*"):
        os.utime(path, (past, past))
    lock_path, root = project / "typewright.lock", project / "generated"
    lock = read_lock(lock_path)
    assert lock is not None
    assert verified_files(root, lock_path, lock).digests == {}
    time.sleep(2.1)
    typewright.writing.staleness.remember(lock_path, lock)
    known = verified_files(root, lock_path, lock)
    assert known.digests == {path: entry for path, entry in lock.files.items() if not is_shared(entry)}
    content = (root / PAGE).read_bytes()
    assert known.is_as_in(make_tree([(PAGE, content)]), PAGE)
    (root / PAGE).write_bytes(content + b"x")
    known = verified_files(root, lock_path, lock)
    assert PAGE not in known.digests
    assert not known.is_as_in(make_tree([(PAGE, content)]), PAGE)
    assert known.is_as_in(make_tree([(PAGE, content + b"x")]), PAGE)


def test_what_the_last_run_wrote_is_read_once(project: Path) -> None:
    """Its status was too fresh for the record; a file that has been edited since is not taken for what was written."""
    lock_path, root = project / "typewright.lock", project / "generated"
    lock = read_lock(lock_path)
    assert lock is not None
    time.sleep(2.1)
    content = (root / PAGE).read_bytes()
    (root / PAGE).write_bytes(content)
    typewright.writing.staleness.remember(lock_path, lock)
    time.sleep(2.1)
    known = verified_files(root, lock_path, lock)
    assert known.digests[PAGE] == lock.files[PAGE]
    assert known.contents == {lock.files[PAGE]: content}
    assert known.is_verified(PAGE)
    (root / PAGE).write_bytes(content + b"x")
    assert not known.is_verified(PAGE)
    assert PAGE not in verified_files(root, lock_path, lock).digests
