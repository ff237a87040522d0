"""A child of `generate --workspace`: one project, and a result that only this program can have written.

Started as a module by `typewright.workspace.run_job`. It reads a request from stdin, a JSON object with `options`
(those of `typewright generate`), `token` and `result`, and writes exit code and token to the file `result`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from typewright.cli import run


def main() -> None:
    """Run the project of the request on stdin, and end the process with its exit code."""
    request = json.load(sys.stdin)
    code = run(["generate", *request["options"]])
    Path(request["result"]).write_text(json.dumps({"token": request["token"], "code": code}), encoding="utf-8")
    raise SystemExit(code)


if __name__ == "__main__":
    main()
