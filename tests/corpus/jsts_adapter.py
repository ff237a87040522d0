"""JSON Schema Test Suite → the Python models that we generate for each schema.

The harness beside the suite loads this file and calls `make`: a schema becomes `components.schemas.Root` of an OpenAPI
document, that document a package, and an object with a property of the type `Root` says whether it accepts an instance.
"""

from __future__ import annotations

import atexit
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pydantic import ValidationError

from tests.python_packages import package_of


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
    holder = package_of(document, folder, all_components=True).models.Holder

    def accept(instance: Any) -> bool:
        try:
            if opts.get("mode") == "json":
                holder.model_validate_json(json.dumps({"value": instance}))
            else:
                holder.model_validate({"value": instance})
        except ValidationError:
            return False
        return True

    return accept
