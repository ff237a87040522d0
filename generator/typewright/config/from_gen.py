"""Translation of a `gen.yaml` to a `typewright.yaml` that has the same names and pages.

Options without effect are listed in the result, never dropped silently. The meaning of each option is defined by the
generator that the file is written for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Protocol, cast, get_args

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.foreign import ForeignFile, Translation
from typewright.config.habits import Habit
from typewright.config.options import Folder, Package, ResponseFormat, TargetConfig, Word

_WITHOUT_EFFECT = frozenset({"configVersion"})
_ALWAYS_IN_EFFECT: Final[JsonObject] = {
    "generation.auth.hoistGlobalSecurity": True,
    "generation.auth.oAuth2ClientCredentialsEnabled": True,
    "generation.auth.oAuth2PasswordEnabled": True,
    "generation.fixes.nameResolutionDec2023": True,
    "generation.fixes.parameterOrderingFeb2024": True,
    "generation.fixes.requestResponseComponentNamesFeb2024": True,
}
"""Options of all languages with the values that are always in effect here. Other values have no effect."""
_ITEMS_BY_CLASS = "generation.useClassNamesForArrayFields"
_WORD, _PACKAGE, _FOLDER = (re.compile(get_args(option)[1].pattern) for option in (Word, Package, Folder))
"""The patterns of options whose values are taken from strings of the file."""
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_MAX_LENGTH = 100
"""The maximum length of a name that becomes part of a path."""
_RENDERING = {"withExample": "with-example", "always": "always", "never": "never"}


@dataclass(slots=True)
class GenFile(ForeignFile):
    """A `gen.yaml`."""

    @property
    def is_newest(self) -> bool:
        """Whether the file was written by a generator of version 2.78 or later, detected by a key of that version."""
        return any(
            self.get(f"{section}.inferUnionDiscriminators") is not None
            for section in ("generation.schemas", *(key for key, value in self.root.items() if isinstance(value, dict)))
        )

    def has_value(self, path: str) -> bool:
        """Return whether there is a value at a path, without marking it as read."""
        return ForeignFile(self.root).get(path) is not None

    def mark_if_met(self, path: str, value: JsonValue) -> None:
        """Mark an option as read if it has the value `value`, which is always in effect here."""
        if self.get(path) != value:
            self.read_paths.discard(path)

    def text_of_form(self, path: str, form: re.Pattern[str], change: Callable[[str], str] = str) -> str | None:
        """Return the string at a path, changed by `change` if it does not match the pattern `form`.

        Return None if there is no string, or if the changed one does not match either: it has no effect then.
        """
        written = self.text(path)
        if not written:
            if written is None and self.has_value(path):
                self.read_paths.discard(path)
            return None
        value = written if form.fullmatch(written) else change(written)
        if form.fullmatch(value) and len(value) <= _MAX_LENGTH:
            return value
        self.read_paths.discard(path)
        return None


@dataclass(frozen=True, slots=True)
class GenSection:
    """The section of a `gen.yaml` for one language."""

    file: GenFile
    language: str

    def get(self, key: str) -> JsonValue:
        """Return the value at a dotted path in the section, or None."""
        return self.file.get(f"{self.language}.{key}")

    def has_value(self, key: str) -> bool:
        """Return whether there is a value at a path in the section, without marking it as read."""
        return self.file.has_value(f"{self.language}.{key}")

    def is_set(self, key: str) -> bool:
        """Return whether the value at a path in the section is true."""
        return self.file.is_set(f"{self.language}.{key}")

    def text(self, key: str) -> str | None:
        """Return the string at a path in the section, or None."""
        return self.file.text(f"{self.language}.{key}")

    def mark_if_met(self, key: str, value: JsonValue) -> None:
        """Mark an option as read if it has the value `value`, which is always in effect here."""
        self.file.mark_if_met(f"{self.language}.{key}", value)


@dataclass(slots=True)
class ImportedOptions:
    """The translation of a section: the target's own options, its `docs` options, and `examples` options for all."""

    options: JsonObject = field(default_factory=dict)
    docs: JsonObject = field(default_factory=dict)
    examples: JsonObject = field(default_factory=dict)


class ImportingTarget(Protocol):
    """The part of a target that a translation needs."""

    @property
    def name(self) -> str:
        """The name of the target and of its section."""

    @property
    def Options(self) -> type[TargetConfig]:  # noqa: N802 - its value is a class
        """The class of the target's options."""

    def import_options(self, section: GenSection) -> ImportedOptions:
        """Return the translation of the options of a section that other languages do not have."""


def translate(gen: JsonObject, spec: str, known_targets: Iterable[ImportingTarget]) -> Translation:
    """Return the configuration for the description `spec` and a parsed `gen.yaml`.

    It has a target for each target in `known_targets` that has a section in the file.
    """
    file = GenFile(gen)
    for path, value in _ALWAYS_IN_EFFECT.items():
        file.mark_if_met(path, value)
    naming, examples = _naming(file), _examples(file)
    targets: dict[str, JsonValue] = {}
    for target in known_targets:
        if isinstance(gen.get(target.name), dict):
            section = GenSection(file, target.name)
            imported = target.import_options(section)
            targets[target.name] = _target(section, target.Options(), imported)
            examples |= imported.examples
    options: dict[str, JsonValue] = {
        "spec": spec,
        "output": "generated",
        "naming": naming,
        "examples": examples,
        "reference_habits": _habits(file),
        "route_names": "never",
        "targets": targets,
    }
    return Translation(options, sorted(file.unused(_WITHOUT_EFFECT)))


def _naming(written: GenFile) -> dict[str, JsonValue]:
    symmetric = written.is_set("generation.fixes.nameResolutionFeb2025")
    naming: dict[str, JsonValue] = {
        "scheme": "symmetric" if symmetric else "first-come",
        "shared_errors": written.is_set("generation.fixes.sharedErrorComponentsApr2025"),
    }
    if written.is_set("generation.deduplicateErrors"):
        naming["deduplicate_errors"] = True
    if not written.is_set("generation.singleTagPerOp"):
        naming["every_tag"] = True
    if written.get(_ITEMS_BY_CLASS) is False:  # true is always in effect here
        written.read_paths.discard(_ITEMS_BY_CLASS)
    field_name = written.text_of_form("generation.requestBodyFieldName", _WORD)
    if field_name:
        naming["request_body_field"] = field_name
    return naming


def _habits(written: GenFile) -> list[JsonValue]:
    """Return the habits of the version of the generator that wrote the file."""
    missing = {"parameter-examples-ignored"} if written.is_newest else set()
    if written.is_set("generation.maintainOpenAPIOrder"):
        missing.add("fields-by-alphabet")
    if written.get("generation.versioningStrategy") is not None:
        missing.add("single-values-stay-closed")
    if written.is_set("generation.fixes.nameOverrideFeb2026"):
        missing.add("overrides-name-fields")
    strategy = written.text_of_form("generation.schemas.allOfMergeStrategy", re.compile("shallowMerge|deepMerge"))
    if strategy == "deepMerge":
        missing.add("properties-replace-each-other")
    return [habit for habit in get_args(Habit) if habit not in missing]


def _examples(written: GenFile) -> dict[str, JsonValue]:
    shown = written.text_of_form("generation.usageSnippets.optionalPropertyRendering", re.compile("|".join(_RENDERING)))
    examples: dict[str, JsonValue] = {"style": "reference", "optional": _RENDERING[shown or "withExample"]}
    examples["from_examples"] = written.is_newest
    return examples | ({"complete_authored": True} if written.is_newest else {})


def _target(section: GenSection, default: TargetConfig, imported: ImportedOptions) -> dict[str, JsonValue]:
    """Return the options of a target: the common ones, then its own."""
    file = section.file
    texts = {
        "package": file.text_of_form(f"{section.language}.packageName", _PACKAGE),
        "sdk_class": file.text_of_form("generation.sdkClassName", _WORD, _to_pascal_case),
        "default_error_name": file.text_of_form(f"{section.language}.defaultErrorName", _WORD, _to_pascal_case),
        "env_prefix": file.text_of_form(f"{section.language}.envVarPrefix", _WORD, _to_underscores),
        "enum_format": file.text_of_form(f"{section.language}.enumFormat", re.compile("union|enum")),
    }
    target: dict[str, JsonValue] = {
        option: value
        for option, value in texts.items()
        if value and not is_excluded(default, option, **{option: value})
    }
    usual = {} if section.has_value("enumFormat") else {"enum_format": "enum"}  # older generators knew no other
    target |= usual | _response_format(section) | {"answers": "reference", "defaults_are_optional": True}
    paths = _paths(section, default)
    if paths is not None:
        target["paths"] = paths
    suffixes = _suffixes(section)
    if suffixes:
        target["naming"] = suffixes
    docs: dict[str, JsonValue] = {
        "navigation": False,
        "list_links": "reference",
        "inherited_descriptions": "reference",
        "value_descriptions": False,
    }
    if "mintlify" in (file.text("generation.documentation"), section.text("documentation")):
        docs |= {"dialect": "mintlify", "form": "reference"}
    if file.get("generation.usageSnippets.sdkInitStyle") is None:
        docs["snippet_markers"] = False
    if file.is_newest:
        docs |= {"const_types": True, "group_line": False}
    target["docs"] = docs | imported.docs
    if file.is_set("generation.forwardCompatibleEnumsByDefault") or section.is_set("forwardCompatibleEnumsByDefault"):
        target["open_enums"] = True
    if section.is_set("preApplyUnionDiscriminators"):
        target["constant_tags"] = True
    return target | imported.options


def _response_format(section: GenSection) -> JsonObject:
    """Return the option `response_format`, unless it is the default."""
    forms = re.compile("|".join(get_args(ResponseFormat)))
    chosen = section.file.text_of_form(f"{section.language}.responseFormat", forms)
    return {} if chosen in (None, "flat") else {"response_format": chosen}


def _paths(section: GenSection, options: TargetConfig) -> JsonObject | None:
    """Return the folder of each package, or None if all are the default ones.

    A package that `imports.paths` does not name, or whose folder the target does not allow, is in its default folder.
    Folders that differ in letter case only are the same, in the first spelling.
    """
    paths: JsonObject = {}
    spellings: dict[str, str] = {}
    default = options.paths
    for package in fields(default):
        key = f"imports.paths.{package.name}"
        path = f"{section.language}.{key}"
        folder = "" if section.text(key) == "" else section.file.text_of_form(path, _FOLDER, _normalize_folder)
        if folder is None or is_excluded(
            options, f"paths/{package.name}", paths=replace(default, **{package.name: folder})
        ):
            section.file.read_paths.discard(path)
            folder = getattr(default, package.name)
        paths[package.name] = spellings.setdefault(folder.lower(), folder)
    section.get("imports.option")
    return None if all(paths[package.name] == getattr(default, package.name) for package in fields(default)) else paths


def is_excluded(options: TargetConfig, pointer: str, **chosen: object) -> bool:
    """Return whether a target does not allow the values `chosen` for the option at the relative JSON pointer."""
    changed: TargetConfig = replace(options, **cast(Any, chosen))
    return any(contradiction.pointer == pointer for contradiction in changed.contradictions(()))


def _suffixes(section: GenSection) -> dict[str, JsonValue]:
    """Return the options for the suffixes of request and response types in Pascal case."""
    spelled, output = (
        section.file.text_of_form(f"{section.language}.{key}", _PASCAL, _to_pascal_case)
        for key in ("inputModelSuffix", "outputModelSuffix")
    )
    suffixes: dict[str, JsonValue] = {"output_suffix": output or "Output"}
    return suffixes | ({"input_suffix": spelled} if spelled not in (None, "Input") else {})


def _normalize_folder(path: str) -> str:
    return path.removeprefix("./").strip("/")


def _to_underscores(text: str) -> str:
    return re.sub(r"\W+", "_", text, flags=re.ASCII)


def _to_pascal_case(text: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^0-9A-Za-z]+", text))
