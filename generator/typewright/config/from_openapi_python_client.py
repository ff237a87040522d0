"""Translation of openapi-python-client's configuration."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.foreign import NAME, TIMEOUT, ForeignFile, Translation, action, object_of


def translate(root: JsonObject, spec: str | None) -> Translation:
    """Return the configuration for a parsed file and the description `spec`, which the file does not name."""
    file = ForeignFile(root)
    target: dict[str, JsonValue] = {}
    package = file.text("package_name_override") or file.text("project_name_override")
    if package:
        target["package"] = package
    target["enum_format"] = "union" if file.is_set("literal_enums") else "enum"
    actions: list[JsonValue] = []
    for component, written in file.object("class_overrides").items():
        override = object_of(written)
        if isinstance(name := override.get("class_name"), str):
            actions.append(action(("components", "schemas", component), {NAME: name}))
        file.without_effect += [f"class_overrides.{component}.{key}" for key in override if key != "class_name"]
    timeout = file.get("http_timeout")
    if isinstance(timeout, int | float):
        actions.append(action((), {TIMEOUT: round(timeout * 1000)}))
    options: dict[str, JsonValue] = {
        "spec": spec or "openapi.yaml",
        "output": "generated",
        "targets": {"python": target},
    }
    return Translation(options, sorted(file.unused()), actions)
