"""Formatting of Python output in the style of black, by one ruff process for the whole tree."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typewright.base.errors import Diagnostic, UsageError
from typewright.config.options import FormatterName

FORMATTED: Final = frozenset({"python"})
"""The tags of planned files that the formatters lay out."""
LINE_LENGTH = 88
"""black's own default, so that a user's plain `black` agrees."""
_TARGET = "py310"


def settings_of(formatter: str) -> str:
    """Return what a layout depends on besides the text: name, version and options of `formatter`."""
    return f"{formatter} {LINE_LENGTH} {_TARGET}"


class FormattingError(Exception):
    """The formatter rejected a generated file, which is a bug: its text is not valid Python."""


def formatted(sources: Mapping[str, str], formatter: FormatterName) -> dict[str, str]:
    """Return the Python `sources`, text by path, laid out by `formatter`; `none` leaves them unchanged.

    Raises FormattingError if a text is not valid Python, UsageError if the formatter is not installed.
    """
    if formatter == "none" or not sources:
        return dict(sources)
    return _by_black(sources) if formatter == "black" else _by_ruff(sources)


def _by_ruff(sources: Mapping[str, str]) -> dict[str, str]:
    """Format all texts in one process, in a folder without configuration."""
    import subprocess  # noqa: PLC0415 - a run without Python modules starts no process
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    names = {path: f"{number}{Path(path).suffix}" for number, path in enumerate(sources)}
    with TemporaryDirectory(prefix="typewright-") as folder:
        files = {path: f"{folder}/{name}" for path, name in names.items()}
        for path, text in sources.items():
            with open(files[path], "xb") as file:  # noqa: PTH123 - a Path and a codec take as long as the writing
                file.write(text.encode())
        command = [_ruff(), "format", "--isolated", "--no-cache"]
        command += [f"--line-length={LINE_LENGTH}", f"--target-version={_TARGET}", folder]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise FormattingError(_named(run.stderr, folder, names))
        return {path: _text_of(file) for path, file in files.items()}


def _text_of(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return file.read().decode()


def _named(message: str, folder: str, names: Mapping[str, str]) -> str:
    for path, name in names.items():
        message = message.replace(f"{Path(folder) / name}:", f"{path}:")
    return message.replace(folder, "").strip()


def _ruff() -> str:
    """Return the ruff program of this environment, else the one on the search path."""
    from shutil import which  # noqa: PLC0415 - it imports compression libraries

    suffix = sysconfig.get_config_var("EXE") or ""
    for folder in (sysconfig.get_path("scripts"), str(Path(sys.executable).parent)):
        program = Path(folder) / f"ruff{suffix}"
        if program.is_file():
            return str(program)
    found = which("ruff")
    if found is None:
        advice = "install it with 'pip install ruff', or choose 'formatter: black'"
        raise UsageError([Diagnostic("E011", "the formatter ruff is not installed", help=advice)])
    return found


def _by_black(sources: Mapping[str, str]) -> dict[str, str]:
    return {path: _blackened(path, text) for path, text in sources.items()}


def _blackened(path: str, text: str) -> str:
    from black import format_str  # noqa: PLC0415 - 125 ms, and only a user's choice
    from black.mode import Mode, TargetVersion  # noqa: PLC0415
    from black.parsing import InvalidInput  # noqa: PLC0415

    try:
        return format_str(text, mode=Mode(target_versions={TargetVersion.PY310}, line_length=LINE_LENGTH))
    except InvalidInput as fault:
        raise FormattingError(f"{path}: {fault}") from fault
