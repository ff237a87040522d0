"""JSON Schema Test Suite → the TypeScript functions that we generate for each schema.

The harness beside the suite loads this file and calls `make`, as it does with `jsts_adapter.py`: the document is the
same, and the function that reads the object with a property of the type `Root`, in a strict context, says whether it
accepts.
"""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.rendering.environment import render
from typewright.targets.typescript.options import TypeScriptOptions

from tests.planned_files import planned_files

ROOT = Path(__file__).resolve().parents[2]
COMPILER = ROOT / "tests/e2e/typescript/node_modules/typescript/bin/tsc"
SETTINGS = ("--noCheck", "--target", "es2022", "--module", "nodenext", "--outDir", "dist", "--rootDir", ".")
DRIVER = """
import { createInterface } from "node:readline";
import { Context } from "./lib/validation.js";
import { readHolder } from "./models/components/holder.js";
for await (const line of createInterface({ input: process.stdin })) {
  const context = new Context(true);
  readHolder({ value: JSON.parse(line) }, context);
  console.log(context.issues.length === 0);
}
"""


def make(schema: Any, opts: dict[str, str]) -> Callable[[Any], bool]:
    """Return whether instances are accepted by the type that is generated for `schema`."""
    harness: Any = sys.modules["__main__"]
    document = harness.wrap_openapi(schema)
    use = {"$ref": "#/components/schemas/Root"}
    document["components"]["schemas"]["Holder"] = {
        "type": "object",
        "required": ["value"],
        "properties": {"value": use},
    }
    folder = Path(tempfile.mkdtemp(prefix="jsts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _write(document, folder)
    process = subprocess.Popen(
        ["node", str(folder / "dist/driver.js")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def accept(instance: Any) -> bool:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the process has no pipes")
        process.stdin.write(json.dumps(instance) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline().strip()
        if not answer:
            raise RuntimeError("the function threw")
        return answer == "true"

    return accept


def _write(document: Any, folder: Path) -> None:
    """Generate the package of a document, and compile it with the driver."""
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document))
    api, _ = lower(load_document(spec), all_components=True)
    target = TypeScriptOptions(language="typescript", package="suite", parts=("models", "client"))
    for rendered in render(planned_files(api, target), None):
        path = folder / rendered.file.path
        if path.parts[len(folder.parts)] in ("lib", "models", "package.json"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rendered.text, encoding="utf-8")
    (folder / "driver.ts").write_text(DRIVER)
    (folder / "dist").mkdir()
    (folder / "dist/package.json").write_text('{"type": "module"}')
    command = ["node", str(COMPILER), *SETTINGS, "driver.ts"]
    subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=60)
