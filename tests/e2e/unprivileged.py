"""Runs the command line as somebody whom the file system refuses things: root it refuses nothing."""

import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from typewright.cli import run

NOBODY = 65534
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """The exit code of a run, and what it printed."""

    code: int
    said: str


def run_unprivileged(folder: Path, arguments: Sequence[str]) -> Ended:
    """Run the command line in `folder` in a child of this process; as the user nobody, where this one is root's.

    The checkout may lie below a folder that only root may enter: the child runs on a copy of it. Packages of others
    must have been imported before.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryDirectory() as copy:
        if os.geteuid() == 0:
            _copy_program(Path(copy))
        child = os.fork()
        if child == 0:
            if os.geteuid() == 0:
                _move_program(Path(copy))
            _in_child(folder, arguments, output.fileno())
        _, status = os.waitpid(child, 0)
        output.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), output.read().decode())


def _copy_program(copy: Path) -> None:
    """Copy what a run reads of the checkout to where everybody can read it."""
    copy.chmod(0o755)
    for part in ("generator", "templates"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in copy.rglob("*"):
        path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o644))


def _move_program(copy: Path) -> None:
    """Let the modules that are imported stand in the copy: their own places, and all paths that they hold."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "typewright":
            for key, value in list(vars(module).items()):
                if isinstance(value, Path) and value.is_relative_to(ROOT):
                    setattr(module, key, copy / value.relative_to(ROOT))
                elif key == "__file__":
                    module.__file__ = str(copy / Path(value).relative_to(ROOT))
                elif key == "__path__":
                    module.__path__ = [str(copy / Path(entry).relative_to(ROOT)) for entry in value]


def _in_child(folder: Path, arguments: Sequence[str], output: int) -> None:
    code = 70
    with os.fdopen(os.dup(output), "w") as written, redirect_stdout(written), redirect_stderr(written):
        try:
            os.chdir(folder)
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            code = run(list(arguments))
        except BaseException:
            written.write(traceback.format_exc())
        written.flush()
    os._exit(code)
