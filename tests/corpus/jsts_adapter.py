"""JSON Schema Test Suite → the Python models that we generate for each schema.

The harness beside the suite loads this file and calls `make`: a schema becomes `components.schemas.Root` of an OpenAPI
document, that document a package, and an object with a property of the type `Root` says whether it accepts an instance.
"""

from __future__ import annotations

import importlib
import itertools
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pydantic import TypeAdapter, ValidationError  # noqa: E402

from generator.config import Config  # noqa: E402
from generator.errors import Severity  # noqa: E402
from generator.openapi.document import load_document  # noqa: E402
from generator.openapi.lower import lower  # noqa: E402
from generator.targets.python import plan  # noqa: E402
from generator.targets.python.defaults import DEFAULTS  # noqa: E402
from generator.writing.render import render  # noqa: E402

_numbers = itertools.count()


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
    package = package_of(document, Path(tempfile.mkdtemp(prefix="jsts-")))
    adapter: TypeAdapter[Any] = TypeAdapter(package.models.Holder)

    def accept(instance: Any) -> bool:
        try:
            if opts.get("mode") == "json":
                adapter.validate_json(json.dumps({"value": instance}))
            else:
                adapter.validate_python({"value": instance})
        except ValidationError:
            return False
        return True

    return accept


def package_of(document: Any, folder: Path) -> Any:
    """Generate the package of an OpenAPI document, all components included, below `folder`, and import it."""
    name = f"generated_{next(_numbers)}"
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document))
    api, diagnostics = lower(load_document(spec), all_components=True)
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    if errors:
        raise ValueError("; ".join(f"{each.code} {each.message}" for each in errors))
    target = replace(DEFAULTS, language="python", package=name)
    for file, text in render(plan(api, Config(spec=spec), target), None):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
