"""The formatters: what they may touch, that they agree, and what a fault of ours looks like."""

import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest
from typewright.base.errors import UsageError
from typewright.config.options import FormatterName
from typewright.rendering import formatting
from typewright.rendering.formatting import FormattingError, formatted

UGLY = textwrap.dedent('''
    """ A module. """
    import os
    from typing import (Optional,
        Union)
    class A( object ):
        """What it is.

           More.   """
        x : int=3
        y = {'a':1,  "b": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29]}
        def f(self,a:'Optional[int]'=None,*,b)->Union[int,str] :
            return (a or b)
    MAGIC = [1,2,]
    LONG: Union[ObjectOne, ObjectTwo, ObjectThree, ObjectFour, ObjectFive, ObjectSix, ObjectSeven] = None
    ''')


def test_ruff_and_black_lay_out_alike_and_leave_each_others_work_alone() -> None:
    by_ruff, by_black = formatted({"a.py": UGLY}, "ruff"), formatted({"a.py": UGLY}, "black")
    assert by_ruff == by_black
    assert formatted(by_ruff, "black") == by_ruff
    assert formatted(by_black, "ruff") == by_black


def test_none_leaves_the_text_as_it_is() -> None:
    assert formatted({"a.py": UGLY}, "none") == {"a.py": UGLY}


def test_paths_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sources = {"../up.py": "x=1\n", "/etc/passwd.py": "y=1\n", "a/b.pyi": "def f()->int: ...\n"}
    expected = {"../up.py": "x = 1\n", "/etc/passwd.py": "y = 1\n", "a/b.pyi": "def f() -> int: ...\n"}
    assert formatted(sources, "ruff") == expected
    assert list(tmp_path.iterdir()) == []


def test_a_configuration_around_the_working_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ruff.toml").write_text('line-length = 20\nformat.quote-style = "single"\n')
    (tmp_path / "tmp").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert formatted({"a.py": 'x = "a", "b", "c", "d"\n'}, "ruff") == {"a.py": 'x = "a", "b", "c", "d"\n'}


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_text_that_is_no_python_is_a_fault_of_ours_with_its_path(formatter: FormatterName) -> None:
    with pytest.raises(FormattingError, match=r"models/pet\.py"):
        formatted({"ok.py": "x = 1\n", "models/pet.py": "def (:\n"}, formatter)


@pytest.mark.parametrize(
    "text", ["", "\n", "x = 1", "x = 'ü\u2028'\n", "# -*- coding: latin-1 -*-\nx = 'ü'\n", "x = 1\r\n"]
)
def test_odd_texts_survive(text: str) -> None:
    assert formatted(formatted({"a.py": text}, "ruff"), "ruff") == formatted({"a.py": text}, "ruff")


def test_without_ruff_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting.sysconfig, "get_path", lambda name: "/nowhere")
    monkeypatch.setattr(formatting.sys, "executable", "/nowhere/python")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UsageError, match="ruff is not installed"):
        formatted({"a.py": "x = 1\n"}, "ruff")


def test_many_files_take_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[object] = []
    original = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: (runs.append(a), original(*a, **k))[1])
    assert len(formatted({f"m{n}.py": "x=1\n" for n in range(300)}, "ruff")) == 300
    assert len(runs) == 1
