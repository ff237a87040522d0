"""Translation of Fern's `generators.yml` and of its files of overrides for a description."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.foreign import GROUP, NAME, PAGING, ForeignFile, Translation, action, object_of

_LANGUAGES = ("python", "typescript", "pydantic")
_NAMES = {"x-fern-sdk-method-name", "x-fern-type-name", "x-fern-parameter-name", "x-fern-property-name"}
_FERN = "x-fern-"


def translate(root: JsonObject, spec: str | None) -> Translation:
    """Return the configuration for a parsed `generators.yml`. `spec` overrides the description that it names."""
    file = ForeignFile(root)
    options: dict[str, JsonValue] = {"spec": spec or _description(file) or "openapi.yaml"}
    targets: JsonObject = {}
    audiences: list[JsonValue] = []
    for name, group in file.object("groups").items():
        group_audiences = object_of(group).get("audiences")
        audiences += group_audiences if isinstance(group_audiences, list) else []
        generators = object_of(group).get("generators")
        for index, generator in enumerate(generators if isinstance(generators, list) else []):
            _add_target(file, targets, object_of(generator), f"groups.{name}.generators.{index}")
    if audiences:
        options["include"] = {"extensions": [f"x-fern-audiences={audience}" for audience in audiences]}
    options |= {"output": "generated", "targets": targets}
    return Translation(options, sorted(file.unused(("default-group", "api.specs"))))


def _description(file: ForeignFile) -> str | None:
    """Return the first description that `api` names, or None."""
    specs = file.get("api.specs")
    descriptions = [object_of(spec).get("openapi") for spec in specs] if isinstance(specs, list) else []
    candidates = [*descriptions, file.text("api.path"), file.text("api")]
    return next((text for text in candidates if isinstance(text, str)), None)


def overrides_of(root: JsonObject) -> list[str]:
    """Return the paths of the files of overrides that a `generators.yml` names."""
    specs = object_of(root.get("api")).get("specs")
    overrides = [object_of(spec).get("overrides") for spec in specs] if isinstance(specs, list) else []
    overrides.append(object_of(root.get("api")).get("overrides"))
    return [text for text in overrides if isinstance(text, str)]


def _add_target(file: ForeignFile, targets: JsonObject, generator: JsonObject, path: str) -> None:
    name = str(generator.get("name")).removeprefix("fernapi/")
    language = next((language for language in _LANGUAGES if language in name), None)
    target_name = "python" if language == "pydantic" else language
    if target_name is None or target_name in targets:
        file.without_effect.append(f"{path} ({name})")
        return
    config, output = object_of(generator.get("config")), object_of(generator.get("output"))
    package = output.get("package-name", config.get("package_name"))
    client = config.get("client_class_name", config.get("namespaceExport"))
    target: JsonObject = {"package": package} if isinstance(package, str) else {}
    if isinstance(client, str):
        target["sdk_class"] = client
    if language == "pydantic":
        target["parts"] = ["models"]
    targets[target_name] = target
    translated_options = {"package_name", "client_class_name", "namespaceExport"}
    file.without_effect += [f"{path}.config.{key}" for key in config if key not in translated_options]
    file.without_effect += [f"{path}.{key}" for key in generator if key not in ("name", "version", "config", "output")]


def translate_overrides(root: JsonObject) -> Translation:
    """Return the overlay actions for a file of overrides, with Fern's extensions translated."""
    translation = Translation()
    for keys, update in _updates(root, ()):
        translated, unused = _translate_members(update)
        translation.unused += [".".join((*keys, name)) for name in unused]
        if translated:
            translation.actions.append(action(keys, translated))
    return translation


def _updates(value: JsonObject, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], JsonObject]]:
    """Yield the path of each object with those of its members that are extensions or no objects."""
    direct_members = {key: inner for key, inner in value.items() if key.startswith("x-") or not isinstance(inner, dict)}
    if direct_members:
        yield keys, direct_members
    for key, inner in value.items():
        if key not in direct_members and isinstance(inner, dict):
            yield from _updates(inner, (*keys, key))


def _translate_members(update: JsonObject) -> tuple[JsonObject, list[str]]:
    """Return the members with Fern's extensions translated, and the extensions without effect."""
    translated: JsonObject = {}
    unused: list[str] = []
    for key, value in update.items():
        if key in _NAMES:
            translated[NAME] = value
        elif key == "x-fern-sdk-group-name":
            translated[GROUP] = ".".join(map(str, value)) if isinstance(value, list) else value
        elif key == "x-fern-ignore":
            translated["x-speakeasy-ignore"] = value
        elif key == "x-fern-enum" and isinstance(value, dict):
            names: JsonObject = {case: object_of(value_).get("name") for case, value_ in value.items()}
            translated["x-speakeasy-enums"] = {case: name for case, name in names.items() if isinstance(name, str)}
        elif key == "x-fern-pagination" and isinstance(value, dict):
            translated[PAGING] = _paging(value)
        elif key.startswith(_FERN) and key != "x-fern-audiences":
            unused.append(key)
        else:
            translated[key] = value
    return translated, unused


def _paging(written: JsonObject) -> JsonObject:
    """Return the paging extension: `$request.name` names a parameter, `$response.path` a path in the response."""
    roles = {"cursor": "cursor", "offset": "offset" if "step" in written else "page", "step": "limit"}
    inputs: list[JsonValue] = []
    for key, role in roles.items():
        if isinstance(value := written.get(key), str):
            name = value.removeprefix("$request.")
            location = "requestBody" if name.startswith("body.") else "parameters"
            inputs.append({"name": name.removeprefix("body."), "in": location, "type": role})
    outputs: JsonObject = {
        target_name: "$" + str(written[key]).removeprefix("$response")
        for key, target_name in (("results", "results"), ("next_cursor", "nextCursor"))
        if key in written
    }
    return {"type": "cursor" if "cursor" in written else "offsetLimit", "inputs": inputs, "outputs": outputs}
