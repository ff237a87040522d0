"""Translation of openapi-generator's configuration: a `config.yaml`, or a generator of an `openapitools.json`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.foreign import NAME, ForeignFile, Translation, action, action_for_operation, object_of

_FILTER = re.compile(r"\s*(?P<criterion>operationId|method|tag|path)\s*:\s*(?P<values>[^;]+)")
_PROPERTIES = "additionalProperties"


def language_of(generator: str) -> str | None:
    """Return the target for the name of a generator, or None."""
    return next((language for language in ("python", "typescript") if generator.startswith(language)), None)


def unwrap_generator(root: JsonObject) -> JsonObject:
    """Return the first generator of an `openapitools.json` with a target; any other file unchanged."""
    generators = object_of(object_of(root.get("generator-cli")).get("generators"))
    for generator in generators.values():
        if language_of(str(object_of(generator).get("generatorName"))) is not None:
            return object_of(generator)
    return next((object_of(generator) for generator in generators.values()), root)


def translate(root: JsonObject, spec: str | None) -> Translation:
    """Return the configuration for a parsed file. `spec` overrides the description that the file names."""
    file = ForeignFile(unwrap_generator(root))
    target: dict[str, JsonValue] = {}
    language = language_of(file.text("generatorName") or "python") or ""
    names = ("npmName",) if language == "typescript" else ("packageName", "projectName")
    package = next((text for name in names for text in _property(file, name) if text), None)
    if package:
        target["package"] = package
    if file.object("globalProperties").keys() == {"models"}:
        target["parts"] = ["models"]
    options: dict[str, JsonValue] = {"spec": spec or file.text("inputSpec") or "openapi.yaml"}
    options |= _filter(file)
    options |= {"output": "generated", "targets": {language: target} if language else {}}
    actions = _renamings(file)
    return Translation(options, sorted(file.unused(("outputDir",))), actions)


def _property(file: ForeignFile, name: str) -> tuple[str | None, str | None]:
    return file.text(name), file.text(f"{_PROPERTIES}.{name}")


def _filter(file: ForeignFile) -> Mapping[str, JsonValue]:
    """Return the option `include` for the normalizer's rule `FILTER`."""
    written = file.text("openapiNormalizer.FILTER")
    if written is None:
        return {}
    rules: dict[str, list[JsonValue]] = {}
    for part in written.split(";"):
        match = _FILTER.fullmatch(part)
        if match is None:
            file.without_effect.append(f"openapiNormalizer.FILTER ({part.strip()})")
            continue
        for value in (value.strip() for value in match["values"].split("|")):
            option = {"operationId": "operations", "method": "operations", "tag": "tags", "path": "paths"}
            rule = f"{value.upper()} /**" if match["criterion"] == "method" else value
            rule = f"{rule}**" if match["criterion"] == "path" else rule
            rules.setdefault(option[match["criterion"]], []).append(rule)
    return {"include": {**rules}} if rules else {}


def _renamings(file: ForeignFile) -> list[JsonValue]:
    """Return the overlay actions for the mappings of names."""
    actions: list[JsonValue] = []
    for operation_id, name in file.object("operationIdNameMappings").items():
        actions.append(action_for_operation(operation_id, {NAME: name}))
    for component, name in file.object("modelNameMappings").items():
        actions.append(action(("components", "schemas", component), {NAME: name}))
    return actions
