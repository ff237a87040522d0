"""The start program of Python child processes: `python -I launcher.py SEARCH_PATH MODULE [ARGUMENT ...]`.

`SEARCH_PATH` is `sys.path` as a JSON array. `MODULE` is run like `python -m MODULE`, but with this search path only:
`-I` excludes the working directory, this folder, the user's site-packages and `PYTHONPATH`.
"""

from __future__ import annotations

import json
import runpy
import sys


def main() -> None:
    """Replace `sys.path` by the first argument, and run the module that the second one names."""
    sys.path[:] = json.loads(sys.argv[1])
    module = sys.argv[2]
    del sys.argv[0:2]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
