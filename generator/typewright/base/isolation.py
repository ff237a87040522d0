"""Python children that run what is installed, never what lies in the working directory.

`python -m MODULE` searches the working directory first, so a folder `typewright/` or a file `click.py` there would
run in place of ours. `-P` prevents that from Python 3.11 on; `-I` does on every version.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

LAUNCHER = Path(__file__).parent / "launcher.py"
PACKAGES = Path(__file__).parents[2]
"""The folder that this package is imported from."""


def python_command(module: str, *arguments: str, options: Iterable[str] = ()) -> list[str]:
    """Return the command that runs `module` with this process's own search path, the working directory left out.

    `options` are those of the interpreter besides `-I` and UTF-8 mode.
    """
    path = json.dumps(isolated_path(sys.path))
    return [sys.executable, "-I", "-X", "utf8", *options, str(LAUNCHER), path, module, *arguments]


def isolated_path(entries: Iterable[str]) -> list[str]:
    """Return the entries of a search path as absolute ones, ours first, without the working directory."""
    here = os.path.realpath(os.curdir)
    absolute = (os.path.abspath(entry) for entry in entries)  # noqa: PTH100 - links stay
    others = [entry for entry in absolute if os.path.realpath(entry) != here]
    return list(dict.fromkeys([str(PACKAGES), *others]))
