"""Texts in a spool are those that were stored, in this process and in one that reads what a child has stored."""

import os
from functools import partial
from pathlib import Path

import pytest
from typewright.base.digest import digest
from typewright.base.errors import UsageError
from typewright.base.processes import run_in_processes
from typewright.base.spool import Extent, Spool, SpooledText

TEXTS = ("", "a\r\nü\n", "x" * 700_000, "✓")


def stored(spool: Spool) -> list[Extent]:
    extents = [spool.store(text) for text in TEXTS]
    spool.flush()
    return extents


def test_a_text_is_what_was_stored() -> None:
    spool = Spool()
    for text in TEXTS:
        extent = spool.store(text)
        assert (spool.content(extent), extent.digest) == (text.encode(), digest(text.encode()))
    parts = spool.store_parts(TEXTS)
    assert SpooledText(spool, parts).content().decode() == "".join(TEXTS)
    assert parts.digest == digest("".join(TEXTS).encode())


def test_texts_are_read_between_those_that_are_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "pread", raising=False)
    spool = Spool()
    for text in TEXTS * 2:
        assert spool.content(spool.store(text)) == text.encode()


def test_a_parent_reads_what_its_children_have_stored() -> None:
    spools = [Spool() for _ in range(3)]
    extents = run_in_processes([partial(stored, spool) for spool in spools], worth_it=True)
    for spool, found in zip(spools, extents, strict=True):
        assert [spool.content(extent).decode() for extent in found] == list(TEXTS)


def test_a_missing_folder_for_temporary_files_is_an_error_of_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(UsageError, match="temporary file"):
        Spool()
