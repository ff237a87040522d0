"""Dataclasses, typed dictionaries and msgspec structs, printed by datamodel-code-generator under our names.

What is relied on is held by `tests/unit/test_python_flavours.py`: names of schemas become names of types as they are,
properties get the attribute that an alias `Class.property` asks for, and nothing else is declared.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.json_value import JsonObject
from typewright.targets.python.models.backends.inspection import surprises
from typewright.targets.python.options import ModelFlavour

if TYPE_CHECKING:
    from datamodel_code_generator.enums import DataModelType


_ESCAPED = re.compile(r'["\\\x00-\x1f]')
"""Characters that JSON escapes."""


class FlavourError(UsageError):
    """The generator cannot print the types, or printed something else than what it was asked for."""

    def __init__(self, reason: str) -> None:
        advice = "choose another flavour with 'models:'; 'pydantic' holds every description"
        super().__init__([Diagnostic("E016", f"these types cannot be printed in this flavour: {reason}", help=advice)])


def printed(document: JsonObject, flavour: ModelFlavour, aliases: Mapping[str, str], header: str) -> str:
    """Return one module with all schemas of `document` as types of a flavour, `header` before them.

    `aliases` leads from `Class.property` to the attribute. Raises FlavourError where a type is missing from what the
    generator prints, or where it prints more than declarations.
    """
    if not _schemas(document):
        return f"{header}\n"
    unnamed = next(_unnamed(document), None) if flavour == "msgspec" else None
    if unnamed is not None:
        raise FlavourError(f"msgspec takes no property called {unnamed!r}")
    from datamodel_code_generator import Formatter, InputFileType, PythonVersion, generate  # noqa: PLC0415
    from datamodel_code_generator.parser import LiteralType  # noqa: PLC0415

    none: list[Formatter] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = generate(
            json.dumps(document),
            input_file_type=InputFileType.OpenAPI,
            output_model_type=_kind(flavour),
            target_python_version=PythonVersion.PY_310,
            aliases=dict(aliases),
            enum_field_as_literal=LiteralType.All,
            use_union_operator=True,
            use_standard_collections=True,
            use_schema_description=True,
            use_field_description=True,
            disable_timestamp=True,
            keyword_only=True,
            use_msgspec_tagged_unions=True,
            formatters=none,
            custom_file_header=header,
        )
    if not isinstance(text, str):
        raise FlavourError(f"one module was asked for, not {type(text).__name__}")
    missing = set(_schemas(document)) - declared(text)
    if missing:
        raise FlavourError(f"missing are {', '.join(sorted(missing))}")
    surprise = next(surprises(text), None)
    if surprise is not None:
        raise FlavourError(f"there is {surprise}")
    return text


def _schemas(document: JsonObject) -> JsonObject:
    components = document["components"]
    schemas = components["schemas"] if isinstance(components, dict) else {}
    return schemas if isinstance(schemas, dict) else {}


def _unnamed(document: JsonObject) -> Iterator[str]:
    """Yield the properties that msgspec refuses to write as JSON: it does not escape their names."""
    for schema in _schemas(document).values():
        properties = schema.get("properties") if isinstance(schema, dict) else None
        if isinstance(properties, dict):
            yield from filter(_ESCAPED.search, properties)


def declared(text: str) -> set[str]:
    """Return the names that a module declares."""
    names = set()
    for node in ast.parse(text).body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                names.add(name)
    return names


def _kind(flavour: ModelFlavour) -> DataModelType:
    from datamodel_code_generator.enums import DataModelType  # noqa: PLC0415

    kinds = {
        "dataclass": DataModelType.DataclassesDataclass,
        "typeddict": DataModelType.TypingTypedDict,
        "msgspec": DataModelType.MsgspecStruct,
    }
    return kinds[flavour]
