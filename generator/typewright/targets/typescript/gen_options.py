"""Translation of the `typescript` section of a `gen.yaml` to options of the TypeScript target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.from_gen import GenSection, ImportedOptions
from typewright.config.options import URL, Author, License, Version, Word

_AUTHOR, _LICENSE, _URL, _VERSION, _WORD = (
    re.compile(get_args(option)[1].pattern) for option in (Author, License, URL, Version, Word)
)
_HOLDS_ANYWAY: Final[JsonObject] = {
    "additionalDependencies.dependencies": {},
    "additionalDependencies.devDependencies": {},
    "additionalDependencies.peerDependencies": {},
    "additionalPackageJSON": {},
    "clientServerStatusCodesAsErrors": True,
    "enableCustomCodeRegions": False,
    "enableMCPServer": False,
    "enableReactQuery": False,
    "exportZodModelNamespace": False,
    "flattenGlobalSecurity": True,
    "generateExamples": True,
    "methodArguments": "infer-optional-args",
    "sseFlatResponse": False,
    "usageSDKInitImports": [],
}
"""Options for features that packages always have; disabling them has no effect."""
_JSON_PATHS: Final = ("legacy", "rfc9535")
"""The values of the option for both forms of paths into paged responses, which are always read."""
_ARRAYS = {"standard": "repeated", "legacy": "brackets"}


def import_options(section: GenSection) -> ImportedOptions:
    """Return the options of the section for the package, pages and examples.

    Generators of 2.73 and later are recognised by a key that they introduced for TypeScript.
    """
    for key, value in _HOLDS_ANYWAY.items():
        section.mark_if_met(key, value)
    if section.get("jsonpath") not in (None, *_JSON_PATHS):
        section.file.read_paths.discard(f"{section.language}.jsonpath")
    is_newest = section.file.is_newest or section.get("modelPropertyCasing") is not None
    options, docs = (
        _client(section) | _signatures(section) | _properties(section) | _metadata(section),
        _layout(section),
    )
    if not is_newest:
        return ImportedOptions(options=options, docs=docs)
    if section.file.get("generation.versioningStrategy") is not None:
        docs["open_enum_note"] = "code"
    docs |= {"quotes": "double", "stream_code": False, "client_page": False}
    return ImportedOptions(options=options, docs=docs, examples={"complete_authored": True})


def _layout(section: GenSection) -> dict[str, JsonValue]:
    """Return the options for file names and imports of types."""
    docs: dict[str, JsonValue] = {"dates": "linked"}
    if section.get("legacyFileNaming") is False:
        docs["file_names"] = "kebab"
    if section.get("useIndexModules") is False:
        docs["imports"] = "modules"
    return docs


def _client(section: GenSection) -> dict[str, JsonValue]:
    """Return the options for the client."""
    options: dict[str, JsonValue] = {}
    if section.get("moduleFormat") in ("dual", "commonjs"):
        options["commonjs"] = True
    elif section.get("moduleFormat") not in (None, "esm"):
        section.file.read_paths.discard(f"{section.language}.moduleFormat")
    base = section.file.text_of_form(f"{section.language}.baseErrorName", _WORD)
    if base:
        options["base_error_name"] = base
    arrays = section.file.text_of_form(f"{section.language}.multipartArrayFormat", re.compile("|".join(_ARRAYS)))
    if arrays:
        options["multipart_arrays"] = _ARRAYS[arrays]
    section.get("compileCommand")  # no effect: packages always contain JavaScript
    section.file.get("generation.sdkHooksConfigAccess")  # no effect: hooks always receive the options of their client
    return options


def _signatures(section: GenSection) -> dict[str, JsonValue]:
    """Return the options for the arguments of methods."""
    options: dict[str, JsonValue] = {}
    limit = section.get("maxMethodParams")
    if isinstance(limit, int) and not isinstance(limit, bool) and limit >= 0:
        options |= {"max_method_params": limit} if limit else {}
    else:
        section.file.read_paths.discard(f"{section.language}.maxMethodParams")
    orders = re.compile("parameters-first|body-first")
    order = section.file.text_of_form(f"{section.language}.flatteningOrder", orders)
    return options | ({"flattening_order": order} if order == "body-first" else {})


def _properties(section: GenSection) -> dict[str, JsonValue]:
    """Return the options for the names of properties, and for optional ones."""
    options: dict[str, JsonValue] = {}
    casing = section.file.text_of_form(f"{section.language}.modelPropertyCasing", re.compile("camel|snake"))
    if section.is_set("preserveModelFieldNames"):
        options["property_names"] = "original"
    elif casing == "snake":
        options["property_names"] = casing
    if section.is_set("flatAdditionalProperties"):
        options["additional_properties"] = "flat"
    if section.is_set("constFieldsAlwaysOptional"):
        options["optional_constants"] = True
    return options


def _metadata(section: GenSection) -> dict[str, JsonValue]:
    """Return the metadata of the package."""
    version = section.file.text_of_form(f"{section.language}.version", _VERSION)
    options: dict[str, JsonValue] = {"version": version} if version else {}
    metadata = dict(_described(section))
    author = section.file.text_of_form(f"{section.language}.author", _AUTHOR)
    if author:
        metadata["authors"] = [author]
    return options | ({"metadata": metadata} if metadata else {})


def _described(section: GenSection) -> Iterator[tuple[str, JsonValue]]:
    """Yield the settings for `package.json` that have options of their own."""
    prefix = "additionalPackageJSON"
    for key, form in (("description", re.compile(".+")), ("license", _LICENSE), ("homepage", _URL)):
        value = section.file.text_of_form(f"{section.language}.{prefix}.{key}", form)
        if value:
            yield key, value
    keywords = section.get(f"{prefix}.keywords")
    if isinstance(keywords, list) and all(isinstance(word, str) for word in keywords):
        yield "keywords", keywords
    written = section.get(f"{prefix}.repository")
    path = f"{section.language}.{prefix}.repository{'.url' if isinstance(written, dict) else ''}"
    address = (section.file.text(path) or "").removeprefix("git+")
    if _URL.fullmatch(address):
        yield "repository", address
    elif written is not None:
        section.file.read_paths.discard(path)
