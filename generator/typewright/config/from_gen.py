"""A `gen.yaml` → the text of a `typewright.yaml` that names and pages the same.

Reads the options that change names or pages; a flag that is absent means its old behaviour, as it does there. Options
without an effect here are listed in the result, never dropped silently. What each option means is a fact of
`docs/switching.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from typewright.base.json_value import JsonObject, JsonValue

TARGETS = ("typescript", "python")

_WITHOUT_EFFECT = frozenset({"configVersion"})
_PACKAGES = ("operations", "shared", "errors", "webhooks", "callbacks")
_DEFAULT_PATHS = {
    "typescript": {name: f"models/{'components' if name == 'shared' else name}" for name in _PACKAGES},
    "python": dict.fromkeys(_PACKAGES, ""),
}
_ITEMS_BY_CLASS = "generation.useClassNamesForArrayFields"
_RENDERING = {"withExample": "with-example", "always": "always", "never": "never"}


@dataclass(slots=True)
class Translation:
    """What a `gen.yaml` becomes: the options of ours, and the paths of those of its own that have no effect here."""

    options: dict[str, JsonValue] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Written:
    """A `gen.yaml`, which remembers what was asked of it."""

    root: JsonObject
    asked: set[str] = field(default_factory=set)

    def get(self, path: str) -> JsonValue:
        """Return the value at a dotted path, None where there is none."""
        self.asked.add(path)
        value: JsonValue = self.root
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def flag(self, path: str) -> bool:
        """Return whether a flag is there and set."""
        return self.get(path) is True

    def text(self, path: str) -> str | None:
        """Return the text at a path, None where there is none or another value."""
        value = self.get(path)
        return value if isinstance(value, str) else None

    def unused(self) -> Iterator[str]:
        """Yield the paths of what nobody asked for."""
        for path in _leaves(self.root, ""):
            if not any(path == asked or path.startswith(f"{asked}.") for asked in self.asked | _WITHOUT_EFFECT):
                yield path


def _leaves(value: JsonValue, path: str) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield path
        return
    for key, inner in value.items():
        yield from _leaves(inner, f"{path}.{key}" if path else key)


def translate(gen: JsonObject, spec: str) -> Translation:
    """Return the configuration for `spec` that goes with a parsed `gen.yaml`; a target for each language it names."""
    written = _Written(gen)
    targets: dict[str, JsonValue] = {}
    for language in TARGETS:
        if isinstance(gen.get(language), dict):
            targets[language] = _target(written, language)
    options: dict[str, JsonValue] = {
        "spec": spec,
        "output": "generated",
        "naming": _naming(written),
        "examples": _examples(written),
        "targets": targets,
    }
    return Translation(options, sorted(written.unused()))


def _newest(written: _Written) -> bool:
    """Whether the file was written by a generator of 2.78 or later, told by a key that came with it."""
    return any(
        written.get(f"{section}.inferUnionDiscriminators") is not None
        for section in ("generation", "generation.schemas", *TARGETS)
    )


def _newer(written: _Written) -> bool:
    """Whether the file was written by a generator of 2.73 or later, told by a key that came with it."""
    return _newest(written) or written.get("typescript.modelPropertyCasing") is not None


def _hoists_security(written: _Written) -> bool:
    """Whether the file was written by a generator of 2.73 or later, told by a key of its Python trees."""
    return _newest(written) or written.get("generation.auth.hoistGlobalSecurity") is not None


def _naming(written: _Written) -> dict[str, JsonValue]:
    symmetric = written.flag("generation.fixes.nameResolutionFeb2025")
    naming: dict[str, JsonValue] = {
        "scheme": "symmetric" if symmetric else "first-come",
        "shared_errors": written.flag("generation.fixes.sharedErrorComponentsApr2025"),
    }
    if written.get(_ITEMS_BY_CLASS) is False:  # else it says what we do anyway
        written.asked.discard(_ITEMS_BY_CLASS)
    field_name = written.text("generation.requestBodyFieldName")
    if field_name:
        naming["request_body_field"] = field_name
    return naming


def _examples(written: _Written) -> dict[str, JsonValue]:
    rendering = written.text("generation.usageSnippets.optionalPropertyRendering") or "withExample"
    examples: dict[str, JsonValue] = {"style": "reference", "optional": _RENDERING.get(rendering, "with-example")}
    if _newer(written):
        examples["complete_authored"] = True
    if _newest(written) or ("python" in written.root and _hoists_security(written)):
        examples["from_examples"] = True
    return examples


def _target(written: _Written, language: str) -> dict[str, JsonValue]:
    target: dict[str, JsonValue] = {}
    package = written.text(f"{language}.packageName")
    if package:
        target["package"] = package
    sdk_class = written.text("generation.sdkClassName")
    if sdk_class:
        target["sdk_class"] = sdk_class
    _copy_texts(
        written,
        language,
        target,
        {"defaultErrorName": "default_error_name", "envVarPrefix": "env_prefix", "enumFormat": "enum_format"},
    )
    paths = _paths(written, language)
    if paths != _DEFAULT_PATHS[language]:
        target["paths"] = dict(paths)
    suffixes = _suffixes(written, language)
    if suffixes:
        target["naming"] = suffixes
    docs = _docs(written, language)
    target["docs"] = docs
    if written.flag("generation.forwardCompatibleEnumsByDefault") or written.flag(
        f"{language}.forwardCompatibleEnumsByDefault"
    ):
        target["open_enums"] = True
    if language == "python":
        target |= _python(written)
    return target


def _copy_texts(written: _Written, language: str, target: dict[str, JsonValue], names: dict[str, str]) -> None:
    for theirs, ours in names.items():
        value = written.text(f"{language}.{theirs}")
        if value:
            target[ours] = value


def _paths(written: _Written, language: str) -> dict[str, str]:
    """Return the folder of each package; where `imports.paths` leaves one out, it lies with the others' default."""
    paths = dict(_DEFAULT_PATHS[language])
    for package in _PACKAGES:
        value = written.text(f"{language}.imports.paths.{package}")
        if value is not None:
            paths[package] = value.strip("/")
    written.asked.add(f"{language}.imports.option")
    return paths


def _suffixes(written: _Written, language: str) -> dict[str, JsonValue]:
    """Return the ending of request forms in Pascal case, where it isn't ours; response forms keep their names."""
    value = written.text(f"{language}.inputModelSuffix")
    spelled = "".join(part[:1].upper() + part[1:] for part in re.split(r"[^0-9A-Za-z]+", value or ""))
    return {"input_suffix": spelled} if spelled not in ("", "Input") else {}


def _docs(written: _Written, language: str) -> dict[str, JsonValue]:
    docs: dict[str, JsonValue] = {"navigation": False, "list_links": "reference"}
    if language == "python":
        docs |= {"usage": "enums" if _newest(written) else "reference", "client_page": not _hoists_security(written)}
    if language == "typescript" and _newer(written):
        docs |= {"quotes": "double", "stream_code": False}
    if _newest(written):
        docs |= {"const_types": True, "group_line": False}
    return docs


def _python(written: _Written) -> dict[str, JsonValue]:
    """Return what concerns the signatures of Python methods."""
    options: dict[str, JsonValue] = {"flatten_requests": written.flag("python.flattenRequests")}
    order = written.text("python.flatteningOrder")
    if order in ("parameters-first", "body-first"):
        options["flattening_order"] = order
    limit = written.get("python.maxMethodParams")
    if isinstance(limit, int) and not isinstance(limit, bool):
        options["max_method_params"] = limit
    options["response_required"] = written.flag("python.fixFlags.responseRequiredSep2024")
    builtins = written.get("python.allowedRedefinedBuiltins")
    if isinstance(builtins, list):
        options["redefined_builtins"] = [name for name in builtins if isinstance(name, str)]
    return options
