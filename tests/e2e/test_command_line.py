"""`generate` and `check` from the outside: what they write, print and return. The target is a fake one."""

import json
import os
import re
import time
from pathlib import Path

import pytest
from typewright.cli import quick, run
from typewright.writing import staleness
from typewright.writing import verified_tree as stamp

from tests.conftest import write_fake_target

SPEC = {
    "openapi": "3.1.0",
    "info": {"title": "My API", "version": "1"},
    "paths": {},
    "components": {"schemas": {"Pet": {"type": "object"}, "Toy": {"type": "string"}}},
}
CONFIGURATION = "spec: api.json\noutput: out\ntargets:\n  fake: {package: shop}\n"


@pytest.fixture
def project(tmp_path: Path, fake_target: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "api.json").write_text(json.dumps(SPEC))
    (folder / "typewright.yaml").write_text(CONFIGURATION)
    monkeypatch.chdir(folder)
    return folder


def describe(project: Path, *schemas: str) -> None:
    """Let the description have just these schemas."""
    components = {"schemas": {name: {"type": "object"} for name in schemas}}
    (project / "api.json").write_text(json.dumps({**SPEC, "components": components}))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_generate_writes_the_tree_and_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate"]) == 0
    assert contents(project / "out") == {
        "fake/__init__.py": b'TITLE = "My API"\n',
        "fake/pages/Pet.md": b"# Pet of shop\n",
        "fake/pages/Toy.md": b"# Toy of shop\n",
    }
    assert capsys.readouterr().out.startswith("3 written, 0 unchanged, 0 removed in ")


def test_the_lock_lies_beside_the_configuration_and_knows_no_machine(project: Path) -> None:
    run(["generate"])
    lock = json.loads((project / "typewright.lock").read_text())
    assert (lock["output"], lock["spec"], list(lock["inputs"])) == ("out", "api.json", ["api.json"])
    assert sorted(lock["files"]) == ["fake/__init__.py", "fake/pages/Pet.md", "fake/pages/Toy.md"]
    assert str(project) not in (project / "typewright.lock").read_text()


def test_a_second_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    (project / "api.json").write_text(json.dumps(SPEC, indent=1))
    assert run(["generate"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 written, 3 unchanged, 0 removed")
    after = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    changed = {path.name for path in before if before[path] != after[path]}
    assert changed == {"api.json", "typewright.lock"}


def test_what_is_no_longer_described_is_removed_and_nothing_else(project: Path) -> None:
    run(["generate"])
    (project / "out/fake/pages/mine.txt").write_text("mine")
    (project / "out/notes.txt").write_text("mine")
    describe(project, "Pet")
    assert run(["generate"]) == 0
    assert sorted(contents(project / "out")) == [
        "fake/__init__.py",
        "fake/pages/Pet.md",
        "fake/pages/mine.txt",
        "notes.txt",
    ]


def test_folders_that_become_empty_go(project: Path) -> None:
    run(["generate"])
    describe(project)
    run(["generate"])
    assert not (project / "out/fake/pages").exists()


def test_a_file_of_somebody_else_is_not_overwritten_unless_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "out/fake/pages").mkdir(parents=True)
    (project / "out/fake/pages/Pet.md").write_text("mine")
    assert run(["generate"]) == 2
    assert "error[E009]" in capsys.readouterr().err
    assert contents(project / "out") == {"fake/pages/Pet.md": b"mine"}
    assert not (project / "typewright.lock.running").exists()
    assert run(["generate", "--overwrite"]) == 0
    assert (project / "out/fake/pages/Pet.md").read_text() == "# Pet of shop\n"


@pytest.mark.parametrize("link", ["out/fake", "out/fake/pages", "out/fake/pages/Pet.md"])
def test_nothing_is_written_through_a_symbolic_link(
    project: Path, tmp_path: Path, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / link).parent.mkdir(parents=True)
    (project / link).symlink_to(elsewhere)
    assert run(["generate", "--overwrite"]) == 2
    assert "error[E008]" in capsys.readouterr().err
    assert contents(elsewhere) == {}


def test_a_damaged_lock_deletes_nothing_outside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    (project / "precious.txt").write_text("mine")
    lock = json.loads((project / "typewright.lock").read_text())
    lock["files"]["../precious.txt"] = "0" * 32
    (project / "typewright.lock").write_text(json.dumps(lock))
    assert run(["generate"]) == 2
    assert "error[E005]" in capsys.readouterr().err
    assert (project / "precious.txt").exists()


def test_a_lock_with_a_merge_conflict_is_a_clear_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    text = (project / "typewright.lock").read_text()
    (project / "typewright.lock").write_text(text.replace('"files"', "<<<<<<< ours\n"))
    assert run(["generate"]) == 2
    assert "merge conflict" in capsys.readouterr().err


def test_check_is_quiet_about_a_fresh_tree(project: Path) -> None:
    run(["generate"])
    assert run(["check"]) == 0


def test_check_tells_stale_missing_edited_obsolete_and_unknown_files_apart(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["generate"])
    (project / "out/fake/pages/Pet.md").write_text("# Pet, better\n")
    (project / "out/fake/pages/new.md").write_text("")
    describe(project, "Pet", "Car")
    assert run(["check"]) == 1
    printed = capsys.readouterr().out
    assert "edited by hand: out/fake/pages/Pet.md" in printed
    assert "missing: out/fake/pages/Car.md" in printed
    assert "no longer generated: out/fake/pages/Toy.md" in printed
    assert "not generated: out/fake/pages/new.md" in printed
    assert "-# Pet, better\n+# Pet of shop\n" in printed
    assert printed.splitlines()[-1] == "run 'typewright generate' to mend it"


def test_check_says_what_to_do_with_files_that_no_run_made(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    (project / "out/fake/pages/mine.md").write_text("")
    assert run(["check"]) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "not generated: out/fake/pages/mine.md",
        "no run has made it: move such files out of the output folder, or list them in .typewrightignore, "
        "then 'typewright check'",
    ]


def test_check_sees_a_stale_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    (project / "typewright.yaml").write_text(CONFIGURATION.replace("shop", "store"))
    assert run(["check", "--diff"]) == 1
    assert "stale: out/fake/pages/Pet.md" in capsys.readouterr().out


def test_check_writes_nothing(project: Path) -> None:
    assert run(["check"]) == 1
    assert sorted(contents(project)) == ["api.json", "typewright.yaml"]


def test_a_long_diff_is_cut_unless_it_is_asked_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    describe(project, *(f"S{number}" for number in range(100)))
    run(["check"])
    assert len(capsys.readouterr().out.splitlines()) < 130
    run(["check", "--diff"])
    assert len(capsys.readouterr().out.splitlines()) > 400


def test_check_without_a_lock_is_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    (project / "typewright.lock").unlink()
    assert run(["check"]) == 1
    assert run(["generate"]) == 0
    assert run(["check"]) == 0


def test_options_alone_describe_a_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.yaml").unlink()
    options = ["--spec", "api.json", "--out", "here", "--target", "fake"]
    assert run(["check", *options]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        "run 'typewright generate --spec api.json --out here --target fake' to mend it"
    )
    assert run(["generate", *options]) == 0
    assert (project / "here/fake/pages/Pet.md").read_text() == "# Pet of my-api\n"
    assert (project / "here/typewright.lock").is_file()
    assert run(["check", *options]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["generate", "--spec", "none.yaml"], "there is no file 'none.yaml'"),
        (["generate", "--config", "none.yaml"], "there is no configuration 'none.yaml'"),
        (["generate", "--config", "typewright.yaml", "--spec", "api.json"], "exclude each other"),
        (["generate", "--spec", "api.json", "--target", "fkae"], "did you mean 'fake'?"),
        (["generate", "--spec", "api.json", "--formatter", "yapf"], "one of ruff, black, none"),
        (["generate", "--out", "x"], "'--spec FILE' is missing"),
        (["generate", "--nonsense"], "No such option"),
        (["nonsense"], "No such command"),
    ],
)
def test_a_wrong_command_line_is_explained(
    project: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_wrong_configuration_is_shown_with_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.yaml").write_text(CONFIGURATION + "formater: ruff\n")
    assert run(["generate"]) == 2
    assert capsys.readouterr().err == (
        "typewright.yaml:5:1: error[E002]: unknown option 'formater'\n"
        "  |\n"
        "5 | formater: ruff\n"
        "  | ^^^^^^^^\n"
        "  = at #/formater\n"
        "  = help: did you mean 'formatter'?\n"
        "\n"
        "'typewright explain E002' says what E002 means.\n"
    )


def test_a_configuration_that_is_no_yaml_is_a_usage_error(project: Path) -> None:
    (project / "typewright.yaml").write_text("spec: [\n")
    assert run(["generate"]) == 2


def test_a_spec_that_cannot_be_read_returns_3(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "api.json").write_text("{")
    assert run(["generate"]) == 3
    assert "api.json:1:" in capsys.readouterr().err


def test_a_fault_of_ours_returns_4_and_says_how_to_report_it(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_fake_target(tmp_path / "plugins/fake", "return [project.no_such_thing]")
    assert run(["generate"]) == 4
    printed = capsys.readouterr().err
    assert "Traceback" in printed
    assert "How to report it" in printed
    assert not (project / "out").exists()


def test_python_that_does_not_parse_is_not_written(project: Path, tmp_path: Path) -> None:
    write_fake_target(tmp_path / "plugins/fake", "return [RawFile('a.py', lambda: 'def (', 'python')]")
    assert run(["generate"]) == 4
    assert not (project / "out").exists()


def test_a_templates_folder_of_the_user_goes_first(project: Path, tmp_path: Path) -> None:
    write_fake_target(tmp_path / "plugins/fake", "return [Page('a.md', 'fake/page.jinja', lambda: project.api)]")
    (project / "mine/fake").mkdir(parents=True)
    (project / "mine/fake/page.jinja").write_text("{{ view.title }}!\n")
    (project / "typewright.yaml").write_text(CONFIGURATION + "templates: mine\n")
    assert run(["generate"]) == 0
    assert (project / "out/fake/a.md").read_text() == "My API!\n"
    (project / "mine/fake/page.jinja").write_text("{{ view.title }}?\n")
    assert run(["check"]) == 1


@pytest.mark.parametrize("text", ["{{ view.titel }}", "{% if %}", "{{ view.title.nope.more }}"])
def test_a_faulty_template_of_the_user_is_named(
    project: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_fake_target(tmp_path / "plugins/fake", "return [Page('a.md', 'fake/page.jinja', lambda: project.api)]")
    (project / "mine/fake").mkdir(parents=True)
    (project / "mine/fake/page.jinja").write_text(f"\n{text}\n")
    (project / "typewright.yaml").write_text(CONFIGURATION + "templates: mine\n")
    assert run(["generate"]) == 2
    assert "mine/fake/page.jinja:2:1: error[E010]" in capsys.readouterr().err


def test_generate_says_which_edits_it_writes_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate"]) == 0
    page = sorted((project / "out").rglob("*.md"))[0]
    as_written = page.read_text()
    page.write_text(as_written + "Mine.\n")
    capsys.readouterr()
    assert run(["generate", "--diff"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "-Mine." in lines
    assert lines[-3:-1] == ["written anew, over what was edited by hand:", f"  {page.relative_to(project).as_posix()}"]
    assert page.read_text() == as_written
    assert run(["generate", "--diff"]) == 0
    assert "by hand" not in capsys.readouterr().out


def test_a_quiet_run_prints_what_is_wrong_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "--quiet"]) == 0
    assert run(["check", "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    next((project / "out").rglob("*.md")).unlink()
    assert run(["check", "-q"]) == 1
    assert "deleted" in capsys.readouterr().out


def test_a_verbose_run_names_the_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "-q"]) == 0
    page = next((project / "out").rglob("*.md"))
    page.unlink()
    assert run(["generate", "-v"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"wrote {page.relative_to(project).as_posix()}"


@pytest.mark.parametrize(
    ("options", "environment", "is_colored"),
    [
        ((), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": ""}, False),
    ],
)
def test_messages_have_colors_where_they_are_wanted(
    project: Path,
    options: tuple[str, ...],
    environment: dict[str, str],
    is_colored: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (project / "api.json").write_text('{"openapi": "3.1.0"')
    assert run([*options, "generate"]) == 3
    said = capsys.readouterr().err
    assert ("\x1b[31m" in said) is is_colored
    assert "error[E1" in re.sub(r"\x1b\[\d+m", "", said)
    assert run([*options, "lint"]) == 3
    assert ("\x1b[31m" in capsys.readouterr().out) is is_colored


def test_an_override_of_a_block_that_is_not_there_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_fake_target(tmp_path / "plugins/fake", "return [Page('a.md', 'fake/page.jinja', lambda: project.api)]")
    (project / "mine/fake").mkdir(parents=True)
    (project / "mine/fake/base.jinja").write_text("{% block head %}{% block title %}{% endblock %}{% endblock %}\n")
    page = project / "mine/fake/page.jinja"
    (project / "typewright.yaml").write_text(CONFIGURATION + "templates: mine\n")
    extends = '{% extends "fake/base.jinja" %}\n'
    page.write_text(extends + "{% block titel %}x{% endblock %}\n")
    assert run(["generate"]) == 2
    said = capsys.readouterr().err
    assert "mine/fake/page.jinja:2:1: error[E010]: 'fake/base.jinja' has no block 'titel'" in said
    assert "did you mean 'title'?" in said
    page.write_text(extends + "{% block title %}x{% block inner %}y{% endblock %}{% endblock %}\n")
    assert run(["generate"]) == 0
    assert (project / "out/fake/a.md").read_text() == "xy"


class TestUpToDate:
    """The answer from digests alone."""

    @pytest.fixture
    def settled(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A project that was generated a while ago."""
        run(["generate"])
        for name in ("SETTLED_NS", "FINELY_SETTLED_NS"):
            monkeypatch.setattr(stamp, name, -(10**10))
        assert quick.answer_quickly(["check"]) == 0
        return project

    def test_it_is_given_for_an_untouched_tree(self, settled: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert quick.answer_quickly(["check", "-q"]) == 0
        assert capsys.readouterr().out == ""
        assert quick.answer_quickly(["check", "--diff"]) == 0
        assert quick.answer_quickly(["generate", "--config=typewright.yaml"]) == 0
        assert capsys.readouterr().out.splitlines()[-1].startswith("0 written, 3 unchanged, 0 removed in ")

    def test_it_reads_no_file_whose_status_is_unchanged(self, settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        read: list[str] = []
        original = staleness.read_regular
        monkeypatch.setattr(staleness, "read_regular", lambda path: (read.append(Path(path).name), original(path))[1])
        assert quick.answer_quickly(["check"]) == 0
        assert "Pet.md" not in read
        assert "api.json" in read

    def test_a_touched_file_with_the_same_content_is_read_and_found_right(self, settled: Path) -> None:
        os.utime(settled / "out/fake/pages/Pet.md", ns=(1, 1))
        assert quick.answer_quickly(["check"]) == 0

    @pytest.mark.parametrize(
        "change",
        ["edited", "edited, times kept", "deleted", "added", "linked", "spec", "configuration", "lock", "swapped"],
    )
    def test_it_is_not_given_after_a_change(self, settled: Path, tmp_path: Path, change: str) -> None:
        page, other = settled / "out/fake/pages/Pet.md", settled / "out/fake/pages/Toy.md"
        before = page.stat()
        match change:
            case "edited":
                page.write_text("# Cat of shop\n")
            case "edited, times kept":
                page.write_text("# Cat of shop\n")
                os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
            case "deleted":
                page.unlink()
            case "added":
                (page.parent / "Cat.md").write_text("")
            case "linked":
                page.rename(tmp_path / "Pet.md")
                page.symlink_to(tmp_path / "Pet.md")
            case "spec":
                describe(settled, "Pet")
            case "configuration":
                (settled / "typewright.yaml").write_text(CONFIGURATION + "formatter: none\n")
            case "lock":
                (settled / "typewright.lock").write_text("{}")
            case "swapped":
                page.rename(tmp_path / "aside")
                other.rename(page)
                (tmp_path / "aside").rename(other)
        time.sleep(0.01)
        assert quick.answer_quickly(["check"]) is None

    def test_another_version_of_the_program_looks_again(self, settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("typewright.__version__", "999")
        assert quick.answer_quickly(["check"]) is None

    def test_other_code_of_a_checkout_looks_again(self, settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("typewright.writing.staleness.code_digest", lambda: "other")
        assert quick.answer_quickly(["check"]) is None

    def test_without_a_stamp_a_checkout_looks_again(self, settled: Path, cache: Path) -> None:
        for file in cache.rglob("*.json"):
            file.unlink()
        assert quick.answer_quickly(["check"]) is None

    def test_without_a_stamp_a_release_reads_every_file(
        self, settled: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for file in cache.rglob("*.json"):
            file.unlink()
        monkeypatch.setattr("typewright.writing.staleness.code_digest", lambda: "")
        assert quick.answer_quickly(["check"]) == 0
        (settled / "out/fake/pages/Pet.md").write_text("# Cat of shop\n")
        assert quick.answer_quickly(["check"]) is None

    def test_other_verbs_and_options_are_left_to_click(self, settled: Path) -> None:
        for arguments in (
            [],
            ["--help"],
            ["generate", "--help"],
            ["generate", "--config"],
            ["generate", "--overwrite"],
        ):
            assert quick.answer_quickly(arguments) is None
