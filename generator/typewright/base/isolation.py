"""Commands for Python child processes that import installed modules only, never files of the working directory.

`python -m MODULE` searches the working directory first, so a folder `typewright/` or a file `click.py` there would be
imported instead. `-P` prevents that from Python 3.11 on, `-I` on every version.
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
    """Return the command that runs `module` with the search path of this process, without the working directory.

    `options` are additional options of the interpreter, besides `-I` and UTF-8 mode.
    """
    path = json.dumps(isolated_path(sys.path))
    return [sys.executable, "-I", "-X", "utf8", *options, str(LAUNCHER), path, module, *arguments]


def isolated_path(entries: Iterable[str]) -> list[str]:
    """Return a search path with absolute entries, this package's folder first, without the working directory."""
    working_directory = os.path.realpath(os.curdir)
    absolute = (os.path.abspath(entry) for entry in entries)  # noqa: PTH100 - symbolic links are kept
    others = [entry for entry in absolute if os.path.realpath(entry) != working_directory]
    return list(dict.fromkeys([str(PACKAGES), *others]))
