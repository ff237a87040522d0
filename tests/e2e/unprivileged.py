"""Runs the command line as somebody whom the file system refuses things: root it refuses nothing."""

import os
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from typewright.cli import run

NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Ended:
    """The exit code of a run, and what it printed."""

    code: int
    said: str


def run_unprivileged(folder: Path, arguments: Sequence[str]) -> Ended:
    """Run the command line in `folder` in a child of this process; as the user nobody, where this one is root's.

    Everything must have been imported before: the child may not be able to read the program.
    """
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if child == 0:
            _in_child(folder, arguments, output.fileno())
        _, status = os.waitpid(child, 0)
        output.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), output.read().decode())


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
