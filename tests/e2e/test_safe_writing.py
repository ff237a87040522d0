"""Whatever the file system refuses or holds: a clear error with a code, and nothing is lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typewright.cli import run
from typewright.writing import session

from tests.e2e.unprivileged import NOBODY, run_unprivileged

ROOT = Path(__file__).parent.parent.parent
CONFIGURATION = "spec: api.json\noutput: out\nformatter: none\ntargets: {typescript: {package: shop}}\n"
PAGE = "out/typescript/docs/models/components/pet.md"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="users, modes and signals are those of POSIX")


def describe(folder: Path, *names: str, words: str = "") -> None:
    """Write a description with an operation that gives each of the schemas."""
    schemas = {
        name: {"type": "object", "description": words, "properties": {"a": {"type": "string"}}} for name in names
    }
    paths = {
        f"/{name}": {
            "get": {
                "operationId": f"get{name}",
                "responses": {
                    "200": {
                        "description": "Fine.",
                        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
                    }
                },
            }
        }
        for name in names
    }
    head = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}}
    (folder / "api.json").write_text(json.dumps(head | {"paths": paths, "components": {"schemas": schemas}}))


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch, cache: Path) -> Iterator[Path]:
    """A project in a folder that everybody can reach, with all that a run imports in memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "typewright.yaml").write_text(CONFIGURATION)
        describe(folder, "Pet")
        monkeypatch.chdir(folder)
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        assert run(["generate"]) == 0
        assert run(["check"]) == 0
        yield folder
        for path in folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file() and "cache" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def give_away(folder: Path) -> None:
    """Make everything in `folder` the unprivileged user's."""
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


@pytest.mark.parametrize("folder", ["", "out", "out/typescript/docs/models/components"])
def test_a_read_only_folder_is_a_clear_error(project: Path, folder: str) -> None:
    describe(project, "Pet", "Toy", words="Changed.")
    give_away(project)
    before = contents(project)
    (project / folder).chmod(0o555)
    ended = run_unprivileged(project, ["generate"])
    assert ended.code == 2, ended.said
    assert "error[E006]: cannot write" in ended.said
    assert "permission denied" in ended.said
    (project / folder).chmod(0o755)
    after = contents(project)
    assert all(after[path] == content for path, content in before.items() if not path.startswith("out/"))
    assert before.keys() <= after.keys()
    assert run_unprivileged(project, ["generate"]).code == 0
    assert run_unprivileged(project, ["check"]).code == 0


@pytest.mark.parametrize("verb", ["generate", "check"])
@pytest.mark.parametrize("stamped", [True, False])
@pytest.mark.parametrize("path", ["out/typescript", PAGE, "typewright.lock", "api.json", "typewright.yaml"])
def test_what_cannot_be_read_is_a_clear_error(project: Path, path: str, stamped: bool, verb: str) -> None:
    if not stamped:
        shutil.rmtree(project / "cache")
    describe(project, "Pet", words="Changed.")
    give_away(project)
    before = contents(project)
    mode = (project / path).stat().st_mode
    (project / path).chmod(0)
    ended = run_unprivileged(project, [verb])
    (project / path).chmod(mode)
    assert ended.code in {2, 3}, ended.said
    assert "error[E" in ended.said
    assert "permission denied" in ended.said.lower()
    assert contents(project) == before


@pytest.fixture
def small_disk(project: Path) -> Iterator[Path]:
    """A project whose output lies on a file system of 600 KB."""
    disk = project / "out"
    shutil.rmtree(disk)
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k,mode=755", "tmpfs", str(disk)]
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small file system")
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"no small file system can be mounted here: {mounted.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_a_clear_error_and_nothing_is_lost(
    project: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate"]) == 0
    (small_disk / "mine.txt").write_text("mine")
    before = contents(project)
    describe(project, *(f"Pet{number}" for number in range(60)), words="Much to say. " * 200)
    capsys.readouterr()
    assert run(["generate"]) == 2
    said = capsys.readouterr().err
    assert "error[E006]: cannot write" in said
    assert "no space left" in said
    after = contents(project)
    assert after["typewright.lock"] == before["typewright.lock"]
    assert after["out/mine.txt"] == b"mine"
    assert not any(path.endswith("tmp") for path in after)
    describe(project, "Pet")
    assert run(["generate"]) == 0
    assert contents(project) == before


def test_a_full_disk_is_repaired_when_there_is_room(project: Path, small_disk: Path) -> None:
    describe(project, *(f"Pet{number}" for number in range(60)), words="Much to say. " * 200)
    assert run(["generate"]) == 2
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    assert run(["generate"]) == 0
    assert run(["check"]) == 0


@pytest.mark.parametrize("place", ["out/typescript/models", "out/typescript/docs/models/components"])
def test_a_file_where_a_folder_should_be_is_refused_before_anything_is_written(
    project: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project / place)
    (project / place).write_text("mine")
    describe(project, "Pet", "Toy", words="Changed.")
    before = contents(project)
    assert run(["generate"]) == 2
    said = capsys.readouterr().err
    assert "error[E009]" in said
    assert place.removeprefix("out/") in said
    assert contents(project) == before


def test_an_output_folder_that_is_a_file_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "out")
    (project / "out").write_text("mine")
    before = contents(project)
    assert run(["generate"]) == 2
    assert "error[E006]" in capsys.readouterr().err
    assert contents(project) == before


@pytest.mark.parametrize("inside", ["", "mine.txt"])
def test_a_folder_where_a_file_should_be_is_refused(
    project: Path, inside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = project / "out/typescript/docs/models/components/toy.md"
    place.mkdir()
    if inside:
        (place / inside).write_text("mine")
    describe(project, "Pet", "Toy", words="Changed.")
    before = contents(project)
    assert run(["generate"]) == 2
    assert "error[E009]" in capsys.readouterr().err
    assert contents(project) == before
    assert place.is_dir()


@pytest.mark.parametrize("words", ["mine", "same"])
def test_a_users_file_with_the_name_of_a_generated_one_is_never_touched(
    project: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is refused where it differs; one that is already as it would be generated is no loss."""
    place = project / "out/typescript/docs/models/components/toy.md"
    place.write_text("mine")
    describe(project, "Pet", "Toy")
    assert run(["generate"]) == 2
    assert "stands what no earlier run made: 'typescript/docs/models/components/toy.md'" in capsys.readouterr().err
    assert place.read_text() == "mine"
    describe(project, "Pet")
    assert run(["generate"]) == 0
    assert place.read_text() == "mine"


def test_the_output_folder_may_be_a_link_that_the_user_made(project: Path) -> None:
    """What the configuration names is the user's own choice; links inside of it are not followed."""
    (project / "out").rename(project / "elsewhere")
    (project / "out").symlink_to("elsewhere")
    describe(project, "Pet", words="Changed.")
    assert run(["generate"]) == 0
    assert "Changed." in (project / "elsewhere/typescript/docs/models/components/pet.md").read_text()
    assert (project / "out").is_symlink()


def test_a_link_on_the_way_is_refused_before_anything_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "out/typescript/docs").rename(project / "elsewhere")
    (project / "out/typescript/docs").symlink_to("../../elsewhere")
    describe(project, "Toy", words="Changed.")
    before = contents(project)
    assert run(["generate"]) == 2
    assert "error[E008]" in capsys.readouterr().err
    assert contents(project) == before


@pytest.mark.parametrize("target", ["precious.txt", "not-there.txt"])
def test_the_note_of_a_run_is_not_written_through_a_link(
    project: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "precious.txt").write_text("mine")
    (project / "typewright.lock.running").symlink_to(target)
    describe(project, "Pet", "Toy")
    assert run(["generate"]) == 2
    assert "error[E008]" in capsys.readouterr().err
    assert (project / "precious.txt").read_text() == "mine"
    assert not (project / "not-there.txt").exists()


def test_names_that_differ_by_case_alone_get_files_that_do_not(project: Path) -> None:
    describe(project, "Pet", "pet", "PET", "Straße", "STRASSE")
    assert run(["generate"]) == 0
    paths = list(contents(project / "out"))
    assert len({path.casefold() for path in paths}) == len(paths)


HOLDER = """
import sys, time
from pathlib import Path
from typewright.writing.session import Session
with Session(Path("typewright.lock")) as session:
    session.announce([("out/typescript/new.ts", "0")])
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_is_told_to_wait_and_a_killed_one_holds_up_nobody(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    describe(project, "Pet", "Toy")
    before = contents(project)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", HOLDER]
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        monkeypatch.setattr(session, "PATIENCE", 0.1)
        assert run(["generate"]) == 2
        assert "error[E007]: another run is writing here" in capsys.readouterr().err
        assert contents(project).items() >= before.items()
        holder.send_signal(signal.SIGKILL)
    assert run(["generate"]) == 0
    assert not (project / "typewright.lock.running").exists()
    assert run(["check"]) == 0
