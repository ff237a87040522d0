"""Which files' status is trusted: those that were at rest when the stamp was made."""

import os
from pathlib import Path

import pytest
from typewright.writing.disk import FoundFiles
from typewright.writing.verified_tree import read_verified_tree, write_verified_tree

SECOND = 1_000_000_000


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
    write_verified_tree(lock, "digest", "", FoundFiles({"a.md": file}, now))
    assert read_verified_tree(lock, "digest").is_unchanged("a.md", file) is trusted
    assert not read_verified_tree(lock, "another").is_unchanged("a.md", file)
