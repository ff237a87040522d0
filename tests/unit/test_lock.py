"""The lock file's text, one writing run at a time, and what a killed run leaves behind."""

import json
from pathlib import Path

import pytest
import typewright.writing.write as writing
from hypothesis import given
from hypothesis import strategies as st
from typewright.base.digest import digest
from typewright.base.errors import UsageError
from typewright.base.printing import escape_json
from typewright.writing.lock import FORMAT, Lock, lock_text, parse_lock, read_lock
from typewright.writing.owned_files import VerifiedFiles
from typewright.writing.session import Session
from typewright.writing.tree import Tree, make_tree
from typewright.writing.write import write_tree
from typewright.writing.written import Written


def lock_of(tree: Tree) -> Lock:
    files = {path: digest(content) for path, content in tree.items()}
    return Lock(generator="1", formatter="", settings="s", output="out", spec="api.yaml", files=files)


def write(tree: Tree, folder: Path, *, overwrite: bool = False) -> Written:
    lock_path = folder / "typewright.lock"
    return write_tree(tree, folder / "out", lock_path, read_lock(lock_path), lock_of(tree), overwrite=overwrite)


def on_disk(folder: Path) -> Tree:
    return make_tree(
        (path.relative_to(folder).as_posix(), path.read_text()) for path in folder.rglob("*") if path.is_file()
    )


FIRST = make_tree([(f"python/m{n}.py", f"A = {n}\n") for n in range(5)])
SECOND = make_tree([(f"python/m{n}.py", f"B = {n}\n") for n in range(2, 8)])


def test_the_text_of_a_lock_reads_back() -> None:
    lock = lock_of(FIRST)
    assert parse_lock(lock_text(lock).encode()) == lock


def test_the_fingerprints_of_an_older_lock_are_read() -> None:
    lock = lock_of(FIRST)._replace(fingerprints={"#/components/schemas/Pet": "abcd"})
    assert parse_lock(lock_text(lock).replace('"fingerprints"', '"sketches"').encode()) == lock


def test_a_lock_has_an_entry_a_line_in_sorted_order() -> None:
    lines = [line for line in lock_text(lock_of(FIRST)).splitlines() if "python/" in line]
    assert len(lines) == 5
    assert lines == sorted(lines)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 99}', b'{"format": 1, "files": []}', b"\xff"])
def test_what_is_no_lock_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "typewright.lock").write_bytes(content)
    with pytest.raises(UsageError):
        read_lock(tmp_path / "typewright.lock")


def counts(written: Written) -> tuple[int, int, int]:
    return written.written, written.unchanged, written.removed


def test_the_counts_of_a_run(tmp_path: Path) -> None:
    assert counts(write(FIRST, tmp_path)) == (5, 0, 0)
    assert counts(write(FIRST, tmp_path)) == (0, 5, 0)
    assert counts(write(SECOND, tmp_path)) == (6, 0, 2)
    assert on_disk(tmp_path / "out") == SECOND


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    file, folder = make_tree([("python/a", "")]), make_tree([("python/a/b", "")])
    for tree in (file, folder, file):
        write(tree, tmp_path)
        assert on_disk(tmp_path / "out") == tree


def test_a_name_may_change_its_case(tmp_path: Path) -> None:
    write(make_tree([("python/Pet.py", "")]), tmp_path)
    write(make_tree([("python/pet.py", "")]), tmp_path)
    assert list(on_disk(tmp_path / "out")) == ["python/pet.py"]


def test_a_file_whose_name_changed_its_case_is_written_though_it_seems_to_be_there(tmp_path: Path) -> None:
    """A file system that knows no letter case shows the old file under the new name, until that one is deleted."""
    write(make_tree([("python/Pet.py", "A = 1\n")]), tmp_path)
    tree = make_tree([("python/pet.py", "A = 1\n")])
    lock_path = tmp_path / "typewright.lock"
    seen = VerifiedFiles(tmp_path / "out", {"python/pet.py": digest(tree["python/pet.py"])})
    previous = read_lock(lock_path)
    write_tree(tree, tmp_path / "out", lock_path, previous, lock_of(tree), overwrite=False, known=seen)
    assert on_disk(tmp_path / "out") == tree


def test_a_run_that_another_one_overtook_writes_nothing(tmp_path: Path) -> None:
    lock_path = tmp_path / "typewright.lock"
    write(FIRST, tmp_path)
    with pytest.raises(UsageError, match="another run has written here meanwhile") as caught:
        write_tree(SECOND, tmp_path / "out", lock_path, None, lock_of(SECOND), overwrite=False)
    assert caught.value.diagnostics[0].code == "E007"
    assert on_disk(tmp_path / "out") == FIRST


def test_claims_outlive_any_number_of_killed_runs(tmp_path: Path) -> None:
    """A run that is killed while it writes its own claims loses none of those before it."""
    lock_path = tmp_path / "typewright.lock"
    (tmp_path / "out/python").mkdir(parents=True)
    session = Session(lock_path)
    session.__enter__()
    session.announce((f"out/{path}", digest(content)) for path, content in FIRST.items())
    for path, content in FIRST.items():
        (tmp_path / "out" / path).write_bytes(content)
    session.__exit__(_KilledError, _KilledError(), None)
    with (tmp_path / "typewright.lock.running").open("a") as note:
        note.write("0123456789 out/python/half-a-li")
    write(SECOND, tmp_path)
    assert on_disk(tmp_path / "out") == SECOND


def test_what_a_killed_run_left_half_written_goes_also_when_nothing_else_is_to_do(tmp_path: Path) -> None:
    write(FIRST, tmp_path)
    (tmp_path / "out/.typewright.tmp").write_text("half")
    (tmp_path / "typewright.lock.tmp").write_text("half")
    assert write(FIRST, tmp_path).written == 0
    assert not (tmp_path / "out/.typewright.tmp").exists()
    assert not (tmp_path / "typewright.lock.tmp").exists()


class _KilledError(BaseException):
    """Stands for SIGKILL: nothing in the program catches it."""


@pytest.mark.parametrize("moment", range(13))
@pytest.mark.parametrize("after", [FIRST, SECOND], ids=["same", "other"])
def test_a_killed_run_is_repaired_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int, after: Tree
) -> None:
    """Killed at each step of the second run; the next run wants either that tree or another one."""
    write(SECOND, tmp_path)
    (tmp_path / "out/python/mine.py").write_text("mine")
    steps = 0
    original_replace, original_unlink = writing._replace, Path.unlink

    def counted() -> None:
        nonlocal steps
        if steps == moment:
            raise _KilledError
        steps += 1

    def replace(path: str, content: bytes, temporary: Path) -> None:
        counted()
        original_replace(path, content, temporary)

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".py":
            counted()
        original_unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "_replace", replace)
        patched.setattr(Path, "unlink", unlink)
        try:
            write(
                make_tree([*((path, content.decode()) for path, content in FIRST.items()), ("python/x/y.py", "")]),
                tmp_path,
            )
        except _KilledError:
            killed = True
        else:
            killed = False
    assert killed == (moment < 10)
    write(after, tmp_path)
    left = dict(on_disk(tmp_path / "out"))
    assert left.pop("python/mine.py") == b"mine"
    assert left == after
    assert not (tmp_path / "typewright.lock.running").exists()


def test_what_a_user_wrote_over_a_killed_run_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(path: Path, content: bytes, temporary: Path) -> None:
        raise _KilledError

    with monkeypatch.context() as patched:
        patched.setattr(writing, "_replace", stop)
        with pytest.raises(_KilledError):
            write(FIRST, tmp_path)
    (tmp_path / "out/python").mkdir(parents=True)
    (tmp_path / "out/python/m0.py").write_text("mine")
    with pytest.raises(UsageError):
        write(FIRST, tmp_path)
    assert (tmp_path / "out/python/m0.py").read_text() == "mine"


def test_two_runs_at_once_are_refused_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typewright.writing.session.PATIENCE", 0.2)
    with Session(tmp_path / "typewright.lock"), pytest.raises(UsageError, match="another run is writing here"):
        write(FIRST, tmp_path)
    assert write(FIRST, tmp_path).written == 5


def test_what_the_file_system_refuses_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where a folder should be")
    with pytest.raises(UsageError, match="cannot write") as caught:
        write(FIRST, tmp_path)
    assert caught.value.diagnostics[0].code == "E006"
    assert (tmp_path / "out").read_text() == "a file where a folder should be"


def test_a_folder_where_a_file_should_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out/python/m0.py").mkdir(parents=True)
    for overwrite in (False, True):
        with pytest.raises(UsageError):
            write(FIRST, tmp_path, overwrite=overwrite)
    assert (tmp_path / "out/python/m0.py").is_dir()


@given(
    st.dictionaries(st.text(), st.text()),
    st.one_of(st.none(), st.text()),
)
def test_the_text_of_a_lock_is_that_of_indented_json(entries: dict[str, str], spec: str | None) -> None:
    lock = Lock("1", "ruff 1", "s", "out", spec, entries, {}, entries, entries, {})
    text = json.dumps({"format": FORMAT, **lock._asdict()}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert lock_text(lock) == escape_json(text)
