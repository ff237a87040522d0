"""Translation of datamodel-code-generator's table in a `pyproject.toml`, for Python models only."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.foreign import ForeignFile, Translation, object_of

_FLAVOURS = {
    "pydantic.BaseModel": "pydantic",
    "pydantic_v2.BaseModel": "pydantic",
    "pydantic_v2.dataclass": "dataclass",
    "dataclasses.dataclass": "dataclass",
    "typing.TypedDict": "typeddict",
    "msgspec.Struct": "msgspec",
}
_ENUMS = {"all": "union", "none": "enum"}
_SETTLED = ("target-python-version", "input-file-type", "snake-case-field", "use-standard-collections", "formatters")
"""Options that are always in effect here."""


def table_of(pyproject: JsonObject) -> JsonObject | None:
    """Return the generator's table with its options in kebab case, or None."""
    table = object_of(pyproject.get("tool")).get("datamodel-codegen")
    return {key.replace("_", "-"): value for key, value in table.items()} if isinstance(table, dict) else None


def translate(table: JsonObject, spec: str | None) -> Translation:
    """Return the configuration for a table. `spec` overrides the description that the table names."""
    file = ForeignFile(table)
    target: dict[str, JsonValue] = {"parts": ["models"]}
    flavour = _FLAVOURS.get(file.text("output-model-type") or "pydantic_v2.BaseModel")
    if flavour is None:
        file.read_paths.discard("output-model-type")
    elif flavour != "pydantic":
        target["models"] = flavour
    enums = _ENUMS.get(file.text("enum-field-as-literal") or "none")
    if enums is None:
        file.read_paths.discard("enum-field-as-literal")
    else:
        target["enum_format"] = enums
    if file.is_set("strict-types") or file.text("extra-fields") == "forbid":
        target["validation"] = "strict"
    options: dict[str, JsonValue] = {"spec": spec or file.text("url") or file.text("input") or "openapi.yaml"}
    output = file.text("output")
    if output is not None:
        file.without_effect.append(f"output ({output}: files go to 'output:' of the configuration)")
    options |= {"output": "generated", "targets": {"python": target}}
    return Translation(options, sorted(file.unused(_SETTLED)))
