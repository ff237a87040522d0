"""The formats that models assert, held to their tests in JSON-Schema-Test-Suite."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from pydantic_core import SchemaValidator, ValidationError

pytestmark = pytest.mark.corpus
MODULE = Path(__file__).parents[2] / "templates/python/runtime/strings.py"
FORMATS = ("email", "hostname", "ipv4", "ipv6", "uri", "uuid")


@pytest.fixture(scope="module")
def strings() -> ModuleType:
    spec = importlib.util.spec_from_file_location("strings", MODULE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_valid(validator: SchemaValidator, text: str) -> bool:
    try:
        validator.validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", FORMATS)
def test_texts_of_a_format_are_told_from_others(name: str, strings: ModuleType, corpus: Path) -> None:
    groups = json.loads((corpus / f"tools/jsts/suite/optional/format/{name}.json").read_text())
    cases = [case for group in groups for case in group["tests"] if isinstance(case["data"], str)]
    validator = SchemaValidator(strings._FORMATS[name])
    assert cases
    wrong = [case["description"] for case in cases if is_valid(validator, case["data"]) != case["valid"]]
    assert wrong == []
