"""Built-in templates made the user's, whole or by a block, and what has changed since."""

from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.cli.shell import run_command
from typewright.config.options import Config, target_for, with_packages
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.pipeline import build
from typewright.rendering.ejecting import BASE, builtin_templates, eject, overrides_in, parts_of
from typewright.targets.finding import DefaultOptions, languages
from typewright.writing.tree import Tree

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = builtin_templates()
BLOCKS = [(path, block) for path, text in TEMPLATES.items() for block in parts_of(text).blocks]


def tree_with(templates: Path | None) -> Tree:
    spec = ROOT / "spec/openapi.yaml"
    targets = tuple(target_for(language, Config(), DefaultOptions()) for language in languages())
    api, _ = lower(load_document(spec))
    config = with_packages(Config(spec=spec, templates=templates, targets=targets, formatter="none"), api.title)
    return build(config).tree


@pytest.fixture(scope="module")
def plain() -> Tree:
    return tree_with(None)


def test_every_template_that_can_be_extended_has_blocks() -> None:
    assert len(BLOCKS) > 5
    assert parts_of(TEMPLATES["typescript/docs/object.md.jinja"]).blocks.keys() == {"head", "usage", "fields", "users"}


def test_a_copy_of_every_template_changes_nothing(tmp_path: Path, plain: Tree) -> None:
    for path in TEMPLATES:
        eject(path, None, tmp_path, force=False)
    assert tree_with(tmp_path) == plain


def test_a_frame_for_a_block_changes_nothing(tmp_path: Path, plain: Tree) -> None:
    """One block of each template at a time; as many folders as the template with most blocks has."""
    by_path: dict[str, list[str]] = {}
    for path, block in BLOCKS:
        by_path.setdefault(path, []).append(block)
    for number in range(max(map(len, by_path.values()))):
        folder = tmp_path / str(number)
        for path, blocks in by_path.items():
            if number < len(blocks):
                eject(path, blocks[number], folder, force=False)
        assert tree_with(folder) == plain


def test_an_overridden_block_changes_what_it_says(tmp_path: Path, plain: Tree) -> None:
    place = eject("typescript/docs/object.md.jinja", "fields", tmp_path, force=False)
    place.write_text(place.read_text().replace("## Fields", "## Members"))
    changed = {path for path, content in tree_with(tmp_path).items() if content != plain[path]}
    assert changed
    assert {path for path in changed if not path.startswith("typescript/docs/models/")} == {
        "typescript/docs/llms-full.txt"
    }


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text('openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n')
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntemplates: mine\ntargets: {typescript: {}}\n")
    return tmp_path


def test_list_marks_what_is_yours(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["templates", "eject", "typescript/docs/enum.md.jinja"]) == ExitCode.CLEAN
    (project / "mine/typescript/docs/nothing.md.jinja").write_text("")
    capsys.readouterr()
    assert run_command(["templates", "list"]) == ExitCode.CLEAN
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("* typescript/docs/enum.md.jinja") for line in lines)
    assert any(line.startswith("  typescript/docs/object.md.jinja  (head, usage, fields, users)") for line in lines)
    assert any(line.startswith("? typescript/docs/nothing.md.jinja") for line in lines)
    assert not any(BASE in line for line in lines)


def test_diff_shows_what_has_changed_since(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "typescript/docs/object.md.jinja"
    run_command(["templates", "eject", path, "--block", "fields"])
    assert run_command(["templates", "diff"]) == ExitCode.CLEAN
    base = project / "mine" / BASE / path
    base.write_text(base.read_text().replace("## Fields", "## Properties"))
    capsys.readouterr()
    assert run_command(["templates", "diff"]) == ExitCode.FINDINGS
    out = capsys.readouterr().out
    assert "-## Properties\n+## Fields" in out
    assert [each.has_drifted for each in overrides_in(project / "mine")] == [True]


def test_what_is_there_is_not_replaced(project: Path) -> None:
    path = "typescript/docs/enum.md.jinja"
    assert run_command(["templates", "eject", path]) == ExitCode.CLEAN
    (project / "mine" / path).write_text("mine")
    assert run_command(["templates", "eject", path]) == ExitCode.USAGE
    assert (project / "mine" / path).read_text() == "mine"
    assert run_command(["templates", "eject", path, "--force"]) == ExitCode.CLEAN


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["typescript/docs/enums.md.jinja"], "did you mean 'typescript/docs/enum.md.jinja'?"),
        (["typescript/docs/object.md.jinja", "--block", "x"], "its blocks: head, usage, fields"),
        (["../../etc/passwd"], "there is no template"),
    ],
)
def test_what_is_not_there_is_a_fault_of_the_user(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run_command(["templates", "eject", *arguments]) == ExitCode.USAGE
    assert words in capsys.readouterr().err


def test_without_a_configuration_a_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command(["templates", "diff"]) == ExitCode.USAGE
    assert run_command(["templates", "eject", "python/module.py.jinja"]) == ExitCode.CLEAN
    assert "add 'templates: templates' to the configuration" in capsys.readouterr().out
    assert (tmp_path / "templates/python/module.py.jinja").is_file()
