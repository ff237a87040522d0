"""Files that a run takes as they are: which of them are read, and what is said of one that changes meanwhile."""

from pathlib import Path

import pytest
from typewright.base.digest import digest
from typewright.base.errors import UsageError
from typewright.writing.kept_files import KeptFile, KnownTexts, kept_files
from typewright.writing.tree import make_tree

WRITTEN = b"A = 1\nB = 2\n"
KNOWN = [("a.py", digest(WRITTEN))]


def test_a_file_that_is_vouched_for_is_read_where_its_content_is_asked_for(tmp_path: Path) -> None:
    kept = dict(kept_files(tmp_path, KNOWN, dict(KNOWN)))
    tree = make_tree(kept.items())
    assert (tree.digest("a.py"), tree.is_stored("a.py")) == (digest(WRITTEN), True)
    (tmp_path / "a.py").write_bytes(WRITTEN)
    assert tree["a.py"] == WRITTEN


@pytest.mark.parametrize("trusted", [{}, {"a.py": digest(b"another")}])
def test_any_other_file_is_read_and_kept_if_it_is_as_written(tmp_path: Path, trusted: dict[str, str]) -> None:
    assert not dict(kept_files(tmp_path, KNOWN, trusted))
    (tmp_path / "a.py").write_bytes(b"A = 3\n")
    assert not dict(kept_files(tmp_path, KNOWN, trusted))
    (tmp_path / "a.py").write_bytes(WRITTEN)
    kept = dict(kept_files(tmp_path, KNOWN, trusted))
    (tmp_path / "a.py").unlink()
    assert kept["a.py"].content() == WRITTEN


def test_line_ends_of_git_are_not_those_that_were_written(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(WRITTEN.replace(b"\n", b"\r\n"))
    assert KeptFile(str(tmp_path / "a.py"), digest(WRITTEN)).content() == WRITTEN


@pytest.mark.parametrize("content", [b"A = 3\n", None])
def test_a_file_that_changes_during_a_run_is_told_of(tmp_path: Path, content: bytes | None) -> None:
    kept = KeptFile(str(tmp_path / "a.py"), digest(WRITTEN))
    if content is not None:
        (tmp_path / "a.py").write_bytes(content)
    with pytest.raises(UsageError, match="was changed while this run was at work"):
        kept.content()


def test_known_texts_are_those_of_the_last_tree_and_are_not_read_again(tmp_path: Path) -> None:
    texts = KnownTexts()
    texts.keep(make_tree([("a.py", WRITTEN.decode()), ("b.py", "B = 1\n")]))
    kept = dict(kept_files(tmp_path, KNOWN, dict(KNOWN), texts.contents))
    assert kept["a.py"].content() == WRITTEN
    texts.keep(make_tree([*kept.items(), ("b.py", "B = 2\n")]))
    assert sorted(texts.contents.values()) == [WRITTEN, b"B = 2\n"]


def test_a_known_text_is_not_that_of_a_file_that_is_another_one_now(tmp_path: Path) -> None:
    texts = KnownTexts()
    texts.keep(make_tree([("a.py", WRITTEN.decode())]))
    (tmp_path / "a.py").write_bytes(b"A = 3\n")
    assert not dict(kept_files(tmp_path, KNOWN, {}, texts.contents))
