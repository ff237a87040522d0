"""JSON Schema Test Suite → the models that datamodel-code-generator prints for each schema.

The harness beside the suite loads this file as it does `tests/corpus/jsts_adapter.py`: the document and the way of
asking are the same, an object with a property of the type `Root`.
"""

from __future__ import annotations

import json
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

from datamodel_code_generator import DataModelType, InputFileType, PythonVersion, generate
from pydantic import ValidationError


def make(schema: Any, opts: dict[str, str]) -> Callable[[Any], bool]:
    """Return whether instances are accepted by the type that is printed for `schema`."""
    harness: Any = sys.modules["__main__"]
    document = harness.wrap_openapi(schema)
    document["components"]["schemas"]["Holder"] = {
        "type": "object",
        "required": ["value"],
        "properties": {"value": {"$ref": "#/components/schemas/Root"}},
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = generate(
            json.dumps(document),
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_310,
            field_constraints=opts.get("constraints") == "fields",
        )
    module = types.ModuleType("printed")
    sys.modules["printed"] = module
    exec(str(text), module.__dict__)  # noqa: S102 - what the peer prints of the suite's own schemas
    holder: Any = module.__dict__["Holder"]

    def accept(instance: Any) -> bool:
        try:
            holder.model_validate({"value": instance})
        except ValidationError:
            return False
        return True

    return accept
