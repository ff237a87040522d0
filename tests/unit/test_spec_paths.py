"""What stands where the description should be: nothing, a folder, a pipe, what nobody may read, an impossible name."""

import os
from pathlib import Path
from typing import IO, Any

import pytest
from typewright.base.errors import ExitCode
from typewright.cli.shell import run_command


def said(capsys: pytest.CaptureFixture[str], spec: str, verb: str = "generate") -> tuple[int, str]:
    code = run_command([verb, "--spec", spec])
    output = capsys.readouterr()
    return code, output.out + output.err


@pytest.mark.parametrize("verb", ["generate", "lint", "check"])
def test_what_is_no_file(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for spec, message in {
        "nothing.yaml": "there is no file 'nothing.yaml'",
        "folder": "'folder' is a folder",
        "pipe": "'pipe' is no regular file",
        "a" * 300: "file name too long",
    }.items():
        code, text = said(capsys, spec, verb)
        assert code == ExitCode.USAGE, spec
        assert message in text
        assert "name the OpenAPI description" in text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_nobody_may_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.yaml").write_text("openapi: 3.1.0\n")
    (tmp_path / "spec.yaml").chmod(0)
    code, text = said(capsys, "spec.yaml")
    assert code == ExitCode.SPEC
    assert "spec.yaml:1:1: error[E101]: cannot read 'spec.yaml': permission denied" in text


def test_a_file_that_breaks_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.yaml").write_text("openapi: 3.1.0\n")

    opened = Path.open

    def refuse(path: Path, *arguments: str, **named: Any) -> IO[Any]:
        if path.name == "spec.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    code, text = said(capsys, "spec.yaml", "lint")
    assert code == ExitCode.SPEC
    assert "spec.yaml:1:1: error[E101]: cannot read 'spec.yaml': permission denied" in text
