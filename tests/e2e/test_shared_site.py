"""The site that languages share: with all that another run knows, and left alone by a run that does not make all."""

import shutil
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.cli.shell import run_command

CASE = Path(__file__).parent.parent / "cases/one-site-for-all-languages"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "pets"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("spec.yaml", "typewright.yaml"):
        shutil.copy(CASE / name, folder)
    assert run_command(["generate"]) == ExitCode.CLEAN
    return folder / "generated/site"


def texts(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_page_that_is_kept_is_on_the_site_as_one_that_is_made(site: Path) -> None:
    spec = Path("spec.yaml")
    spec.write_text(spec.read_text().replace("A pet, of any kind.", "A dog."))
    assert run_command(["generate"]) == ExitCode.CLEAN
    again = texts(site)
    assert b"A dog." in again["docs/models/pet.md"]
    shutil.rmtree("generated")
    Path("typewright.lock").unlink()
    assert run_command(["generate"]) == ExitCode.CLEAN
    assert texts(site) == again


def test_a_run_of_one_language_leaves_the_site_as_it_is(site: Path) -> None:
    spec = Path("spec.yaml")
    spec.write_text(spec.read_text().replace("A pet, of any kind.", "A dog."))
    before = texts(site)
    assert run_command(["generate", "--target", "python"]) == ExitCode.CLEAN
    assert "A dog." in Path("generated/python/docs/models/pet.md").read_text()
    assert texts(site) == before
    assert run_command(["generate"]) == ExitCode.CLEAN
    assert run_command(["check"]) == ExitCode.CLEAN


def test_languages_with_pages_in_several_dialects_share_none(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Path("typewright.yaml")
    config.write_text(config.read_text().replace("{package: pets}", "{package: pets, docs: {dialect: mintlify}}"))
    assert run_command(["generate"]) == ExitCode.USAGE
    assert "the languages of a shared site have pages in several dialects" in capsys.readouterr().err
