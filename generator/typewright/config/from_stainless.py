"""Translation of a `stainless.yml`: packages, resources with methods and models, paging, retries and timeouts."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.foreign import (
    GROUP,
    NAME,
    PAGING,
    RETRIES,
    TIMEOUT,
    ForeignFile,
    Translation,
    action,
    object_of,
    retry_policy,
)

_TARGETS = {"python": "python", "typescript": "typescript", "node": "typescript"}
_METHOD_MEMBERS = frozenset({"endpoint", "type", "paginated"})
_RESOURCE_MEMBERS = frozenset({"methods", "models", "subresources"})
_CLIENT = "$client"
"""The resource whose methods belong to the client itself."""


def translate(root: JsonObject, spec: str | None) -> Translation:
    """Return the configuration for a parsed file and the description `spec`, which the file does not name."""
    file = ForeignFile(root)
    actions: list[JsonValue] = []
    endpoints: list[str] = []
    schemes = _paging_schemes(file)
    for name, resource in file.object("resources").items():
        for endpoint, update in _methods(file, (name,), object_of(resource), schemes, actions):
            method, _, path = endpoint.partition(" ")
            endpoints.append(f"{method.upper()} {path.strip()}")
            actions.append(action(("paths", path.strip(), method.lower()), update))
    actions += _defaults(file)
    options: dict[str, JsonValue] = {"spec": spec or "openapi.yaml", "output": "generated"}
    if endpoints:
        options["include"] = {"operations": [*dict.fromkeys(endpoints)]}
    options["targets"] = _targets(file)
    return Translation(options, sorted(file.unused()), actions)


def _targets(file: ForeignFile) -> JsonObject:
    """Return the targets in file order, with package names and the prefix of environment variables."""
    targets: JsonObject = {}
    prefix = file.text("client_settings.default_env_prefix")
    for name in file.object("targets"):
        file.read_paths.discard("targets")
        language = _TARGETS.get(name)
        if language is not None and language not in targets:
            package = file.text(f"targets.{name}.package_name")
            target: JsonObject = {"package": package} if package else {}
            targets[language] = {**target, "env_prefix": prefix} if prefix else target
    return targets


def _methods(
    file: ForeignFile, path: tuple[str, ...], resource: JsonObject, schemes: list[JsonObject], actions: list[JsonValue]
) -> Iterator[tuple[str, JsonObject]]:
    """Yield the endpoint and the overlay update of each method of a resource and its subresources.

    The actions that rename models are added to `actions`.
    """
    resource_path = ".".join(("resources", *path))
    file.without_effect += [f"{resource_path}.{key}" for key in resource if key not in _RESOURCE_MEMBERS]
    for model, component in object_of(resource.get("models")).items():
        actions += _model_renaming(model, component)
    for name, written in object_of(resource.get("methods")).items():
        method: JsonObject = {"endpoint": written} if isinstance(written, str) else object_of(written)
        file.without_effect += [f"{resource_path}.methods.{name}.{key}" for key in method if key not in _METHOD_MEMBERS]
        endpoint = method.get("endpoint")
        if not isinstance(endpoint, str) or " " not in endpoint:
            file.without_effect.append(f"{resource_path}.methods.{name}")
            continue
        update: JsonObject = {NAME: name}
        if path != (_CLIENT,):
            update[GROUP] = ".".join(path)
        if method.get("paginated") is True and len(schemes) == 1:
            update[PAGING] = schemes[0]
        elif method.get("paginated") is True:
            file.without_effect.append(f"{resource_path}.methods.{name}.paginated (one of {len(schemes)} schemes)")
        yield endpoint, update
    for name, subresource in object_of(resource.get("subresources")).items():
        yield from _methods(file, (*path, name), object_of(subresource), schemes, actions)


def _model_renaming(name: str, component: JsonValue) -> list[JsonValue]:
    """Return the overlay action that gives a component the name that a resource uses, if they differ."""
    key = str(component).rpartition("/")[2]
    class_name = "".join(word[:1].upper() + word[1:] for word in name.split("_"))
    return (
        []
        if class_name.lower() == key.replace("_", "").lower()
        else [action(("components", "schemas", key), {NAME: class_name})]
    )


def _defaults(file: ForeignFile) -> list[JsonValue]:
    """Return the overlay actions for the default retries and timeout."""
    actions: list[JsonValue] = []
    retries = file.object("client_settings.default_retries")
    attempts = retries.get("max_retries")
    if isinstance(attempts, int):
        first, most = (retries.get(key) for key in ("initial_delay_seconds", "max_delay_seconds"))
        policy = retry_policy(first=_number(first, 0.5), most=_number(most, 8), attempts=attempts)
        actions.append(action((), {RETRIES: policy if attempts else {"strategy": "none"}}))
    timeout = file.get("client_settings.default_timeout")
    if isinstance(timeout, int | float):
        actions.append(action((), {TIMEOUT: round(timeout * 1000)}))
    elif timeout is not None:
        file.without_effect.append("client_settings.default_timeout")
    return actions


def _number(value: JsonValue, default: float) -> float:
    return value if isinstance(value, int | float) else default


_INPUTS = {"next_cursor_param": "cursor", "offset_count_param": "offset", "page_number_param": "page"}
_OUTPUTS = {
    "items": "results",
    "next_cursor_field": "nextCursor",
    "cursor_url_field": "nextUrl",
    "total_page_count_field": "numPages",
}


def _paging_schemes(file: ForeignFile) -> list[JsonObject]:
    """Return the translated schemes of `pagination`, without those of unsupported kinds."""
    schemes = file.get("pagination")
    translated = []
    for index, written in enumerate(schemes if isinstance(schemes, list) else []):
        scheme = _paging_scheme(object_of(written))
        if scheme is None:
            file.without_effect.append(f"pagination.{index}")
        else:
            translated.append(scheme)
    return translated


def _paging_scheme(written: JsonObject) -> JsonObject | None:
    inputs: list[JsonValue] = []
    for name, schema in object_of(written.get("request")).items():
        role = "limit" if name == "limit" else _INPUTS.get(_purpose(schema))
        if role is not None:
            inputs.append({"name": name, "in": "parameters", "type": role})
    outputs: JsonObject = {
        _OUTPUTS[purpose]: path
        for path, purpose in _purposes(object_of(written.get("response")), "$")
        if purpose in _OUTPUTS
    }
    kinds = {"cursor": "cursor", "cursor_id": "cursor", "offset": "offsetLimit", "page_number": "offsetLimit"}
    kind = "url" if "nextUrl" in outputs else kinds.get(str(written.get("type")))
    return {"type": kind, "inputs": inputs, "outputs": outputs} if kind and "results" in outputs else None


def _purposes(properties: JsonObject, path: str) -> Iterator[tuple[str, str]]:
    """Yield the JSONPath and the purpose of each property with a paging purpose."""
    for name, schema in properties.items():
        if purpose := _purpose(schema):
            yield f"{path}.{name}", purpose
        yield from _purposes(object_of(object_of(schema).get("properties")), f"{path}.{name}")


def _purpose(schema: JsonValue) -> str:
    property_ = object_of(object_of(schema).get("x-stainless-pagination-property"))
    return str(property_.get("purpose", ""))
