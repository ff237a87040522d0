"""The JSON Schema of `typewright.yaml`, for completion and validation in editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.options import SHARED_SECTIONS, Config, Form, TargetConfig, target_for
from typewright.config.reading import options_of

SCHEMA_FILE = "typewright.schema.json"
_TYPES: dict[type, JsonObject] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    str: {"type": "string"},
    Path: {"type": "string", "minLength": 1},
}


def configuration_schema(defaults: Mapping[str, TargetConfig]) -> JsonObject:
    """Return the schema of a configuration. `defaults` are the default options of every known target."""
    root_schema = _section(Config())
    properties = root_schema["properties"]
    if isinstance(properties, dict):
        targets: JsonObject = {
            language: {**_section(target_for(language, Config(), defaults)), "type": ["object", "null"]}
            for language in defaults
        }
        for name in SHARED_SECTIONS:
            properties[name] = _common_section(name, defaults)
        properties["targets"] = {
            "description": "Languages to generate, each with its options.",
            "type": "object",
            "properties": targets,
            "additionalProperties": False,
            "minProperties": 1,
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of typewright",
        **root_schema,
        "required": ["spec", "targets"],
    }


def _common_section(name: str, defaults: Mapping[str, TargetConfig]) -> JsonObject:
    """Return the schema of a global section, including the options that only some targets have."""
    schema = _option(options_of(Config)[name], getattr(Config(), name))
    properties = schema["properties"]
    for options in defaults.values():
        own = _section(getattr(options, name))["properties"]
        if isinstance(properties, dict) and isinstance(own, dict):
            properties |= {option: own[option] for option in own if option not in properties}
    return schema


def _section(section: Any) -> JsonObject:
    """Return the schema of a section. The values of `section` are the defaults."""
    hints = {name: hint for name, hint in options_of(type(section)).items() if name != "targets"}
    properties: JsonObject = {name: _option(hint, getattr(section, name)) for name, hint in hints.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _option(hint: Any, default: Any) -> JsonObject:
    """Return the schema of an option with its description and its default."""
    schema: JsonObject = {"description": str(hint.__metadata__[-1])}
    if is_dataclass(default) and not isinstance(default, type):
        return {**schema, **_section(default), "type": ["object", "null"]}
    schema |= _type(hint)
    if default not in (Path(), ""):
        schema["default"] = default_json(default)
    return schema


def default_json(value: Any) -> JsonValue:
    """Return a default as the JSON value that the file would have."""
    if isinstance(value, tuple):
        return [default_json(item) for item in value]
    if isinstance(value, Path):
        return value.as_posix()
    written: JsonValue = value
    return written


def _type(hint: Any) -> JsonObject:
    form = None
    while get_origin(hint) is Annotated:
        form = form or next((note for note in hint.__metadata__ if isinstance(note, Form)), None)
        hint = get_args(hint)[0]
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0])}
    members = [member for member in get_args(hint) if member is not NoneType]
    if get_origin(hint) is Union or len(members) < len(get_args(hint)):
        return {"anyOf": [*map(_type, members), {"type": "null"}]}
    pattern: JsonObject = {"pattern": f"^({form.pattern})$"} if form is not None else {}
    return {**_TYPES[hint], **pattern}
