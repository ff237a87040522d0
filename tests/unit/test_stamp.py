"""Which files' status is trusted: those that were at rest when the stamp was made."""

import os
from pathlib import Path

import pytest
from typewright.writing.disk import FoundFiles
from typewright.writing.lock import Lock
from typewright.writing.verified_tree import VerifiedTree, read_summary, read_verified_tree, write_verified_tree

SECOND = 1_000_000_000
LOCK = Lock("1", "", "s", "out", "api.yaml", files={"a.md": "1"})


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "typewright.lock"


def status(modified: int, changed: int) -> os.stat_result:
    """Return the status of a file with these times in nanoseconds."""
    whole = (0o100644, 7, 1, 1, 0, 0, 3, 0, modified // SECOND, changed // SECOND)
    return os.stat_result(whole, {"st_mtime_ns": modified, "st_ctime_ns": changed})


def at(now: int, ago: float, fraction: int) -> int:
    """Return a time so many seconds ago; `fraction` 0 cuts it to whole seconds."""
    then = now - int(ago * SECOND)
    return then // SECOND * SECOND if fraction == 0 else then // 2 * 2 + 1


@pytest.mark.parametrize(
    ("ago", "fractions", "trusted"),
    [
        (5.0, (1, 1), True),
        (5.0, (0, 0), True),
        (0.5, (1, 1), True),
        (0.5, (0, 0), False),
        (0.5, (0, 1), False),
        (0.5, (1, 0), False),
        (0.01, (1, 1), False),
        (-3.0, (1, 1), False),
    ],
)
def test_a_file_is_trusted_when_its_times_would_tell_a_later_change(
    lock: Path, ago: float, fractions: tuple[int, int], trusted: bool
) -> None:
    now = 1_700_000_000 * SECOND + 600_000_001
    file = status(at(now, ago, fractions[0]), at(now, ago, fractions[1]))
    write_verified_tree(lock, LOCK, VerifiedTree("digest"), FoundFiles({"a.md": file}, now))
    assert read_verified_tree(lock, "digest").is_unchanged("a.md", file) is trusted
    assert not read_verified_tree(lock, "another").is_unchanged("a.md", file)
    summary = read_summary(lock, "digest")
    assert summary is not None
    assert summary.lock == LOCK._replace(files={})
    assert bool(summary.statuses) is trusted
    assert trusted or not summary.is_unchanged(lock.parent)
    assert read_summary(lock, "another") is None


@pytest.mark.parametrize("path", ["b.md", "a/b.md", "a/.hidden", "a/b/dist/c.md", ".hidden/a.md", "a/b/c/d.md"])
def test_the_summary_tells_each_change_of_a_file(lock: Path, tmp_path: Path, path: str) -> None:
    paths = ["a.md", "a/a.md", "a/b/a.md", path]
    root = tmp_path / "out"
    for name in paths:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("text")
    found = FoundFiles.below(root, paths)
    later = FoundFiles(found.stats, found.time_ns + 5 * SECOND)
    write_verified_tree(lock, LOCK._replace(files=dict.fromkeys(paths, "")), VerifiedTree("digest"), later)
    summary = read_summary(lock, "digest")
    assert summary is not None
    assert summary.is_unchanged(root)
    assert summary.file_count == len(paths)
    (root / "a/added.md").write_text("text")
    assert not summary.is_unchanged(root)
    (root / "a/added.md").unlink()
    assert summary.is_unchanged(root)
    (root / path).write_text("texts")
    assert not summary.is_unchanged(root)
    (root / path).unlink()
    assert not summary.is_unchanged(root)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"1\n{}", b'{"lock": "digest"}', b'{"lock": "digest", "statuses": "1", "inputs": 1}\n'],
)
def test_a_damaged_record_is_none(lock: Path, content: bytes) -> None:
    write_verified_tree(lock, LOCK, VerifiedTree("digest"), FoundFiles({}, 0))
    (record,) = (lock.parent / "cache/typewright").iterdir()
    record.write_bytes(content)
    assert read_summary(lock, "digest") is None
    assert not read_verified_tree(lock, "digest").files
