"""Detection of the generator that a configuration file is written for."""

from __future__ import annotations

from enum import Enum

from typewright.base.json_value import JsonObject
from typewright.config.foreign import object_of

_PYTHON_CLIENT = frozenset(
    [
        "class_overrides",
        "project_name_override",
        "package_name_override",
        "package_version_override",
        "field_prefix",
        "use_path_prefixes_for_title_model_names",
        "generate_all_tags",
        "content_type_overrides",
        "literal_enums",
        "post_hooks",
        "http_timeout",
        "docstrings_on_attributes",
    ]
)


class ForeignKind(Enum):
    """A generator whose configuration can be translated."""

    GEN = "gen.yaml"
    DATAMODEL_CODEGEN = "datamodel-code-generator's pyproject.toml"
    OPENAPI_GENERATOR = "openapi-generator's configuration"
    OPENAPI_PYTHON_CLIENT = "openapi-python-client's configuration"
    STAINLESS = "stainless.yml"
    FERN = "Fern's generators.yml"
    FERN_OVERRIDES = "Fern's overrides"


def kind_of(root: JsonObject) -> ForeignKind:
    """Return the generator that a parsed file is written for, by its keys; by default `gen.yaml`."""
    if "datamodel-codegen" in object_of(root.get("tool")):
        return ForeignKind.DATAMODEL_CODEGEN
    if "generation" in root or "configVersion" in root:
        return ForeignKind.GEN
    if {"generatorName", "inputSpec", "generator-cli"} & root.keys():
        return ForeignKind.OPENAPI_GENERATOR
    if "resources" in root and {"organization", "targets", "client_settings", "settings"} & root.keys():
        return ForeignKind.STAINLESS
    if any("generators" in object_of(group) for group in object_of(root.get("groups")).values()):
        return ForeignKind.FERN
    if {"paths", "components"} & root.keys() and "openapi" not in root:
        return ForeignKind.FERN_OVERRIDES
    return ForeignKind.OPENAPI_PYTHON_CLIENT if _PYTHON_CLIENT & root.keys() else ForeignKind.GEN
