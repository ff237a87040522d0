"""Translation of the `python` section of a `gen.yaml` to options of the Python target."""

from __future__ import annotations

import re
from typing import Final, get_args

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.from_gen import GenSection, ImportedOptions, is_excluded
from typewright.config.options import Author, Version, Word
from typewright.targets.python.options import PythonOptions

_AUTHOR, _VERSION, _WORD = (re.compile(get_args(option)[1].pattern) for option in (Author, Version, Word))
_HOLDS_ANYWAY: Final[JsonObject] = {
    "clientServerStatusCodesAsErrors": True,
    "enableCustomCodeRegions": False,
    "flattenGlobalSecurity": True,
    "methodArguments": "infer-optional-args",
    "moduleName": "",
}
"""Options for features that the client always has; disabling them has no effect."""
_ARRAYS = {"standard": "repeated", "legacy": "brackets"}


def import_options(section: GenSection) -> ImportedOptions:
    """Return the options of the section for pages, signatures, the client and examples.

    Generators of 2.73 and later are recognised by a key that they introduced for Python.
    """
    is_newest = section.file.is_newest
    is_newer = is_newest or section.file.has_value("generation.auth.hoistGlobalSecurity")
    has_client_page = not is_newest and section.get("asyncMode") is None
    for key, value in _HOLDS_ANYWAY.items():
        section.mark_if_met(key, value)
    return ImportedOptions(
        options=_signatures(section) | _client(section) | _metadata(section) | _credentials(section),
        docs={"usage": "enums" if is_newest else "reference", "client_page": has_client_page},
        examples={"from_examples": True} if is_newer else {},
    )


def _signatures(section: GenSection) -> JsonObject:
    """Return the options for the signatures of methods."""
    options: JsonObject = {"flatten_requests": section.is_set("flattenRequests")}
    order = section.text("flatteningOrder")
    if order in ("parameters-first", "body-first"):
        options["flattening_order"] = order
    else:
        section.file.read_paths.discard(f"{section.language}.flatteningOrder")
    limit = section.get("maxMethodParams")
    if isinstance(limit, int) and not isinstance(limit, bool) and limit >= 0:
        options["max_method_params"] = limit
    else:
        section.file.read_paths.discard(f"{section.language}.maxMethodParams")
    options["response_required"] = section.is_set("fixFlags.responseRequiredSep2024")
    builtins = section.get("allowedRedefinedBuiltins")
    if isinstance(builtins, list):
        options["redefined_builtins"] = [name for name in builtins if isinstance(name, str) and _WORD.fullmatch(name)]
    return options


def _credentials(section: GenSection) -> JsonObject:
    """Return the option by which credentials cannot come from the environment, of which such files name no prefix."""
    return {} if section.has_value("envVarPrefix") else {"required_credentials": True}


def _client(section: GenSection) -> JsonObject:
    """Return the options for the client besides its signatures."""
    options: JsonObject = {}
    base = section.file.text_of_form(f"{section.language}.baseErrorName", _WORD)
    if base and not is_excluded(PythonOptions(), "base_error_name", base_error_name=base):
        options["base_error_name"] = base
    arrays = section.file.text_of_form(f"{section.language}.multipartArrayFormat", re.compile("|".join(_ARRAYS)))
    if arrays:
        options["multipart_arrays"] = _ARRAYS[arrays]
    mode = section.file.text_of_form(f"{section.language}.asyncMode", re.compile("both|split"))
    if mode:
        options["async_mode"] = mode
    if section.is_set("sseFlatResponse"):
        options["flat_events"] = True
    return options


def _metadata(section: GenSection) -> JsonObject:
    """Return the metadata of the package."""
    options: JsonObject = {}
    version = section.file.text_of_form(f"{section.language}.version", _VERSION)
    if version:
        options["version"] = version
    metadata: dict[str, JsonValue] = {}
    description = section.text("description")
    if description:
        metadata["description"] = description
    authors = section.get("authors")
    if isinstance(authors, list) and all(isinstance(name, str) and _AUTHOR.fullmatch(name) for name in authors):
        metadata["authors"] = authors
    else:
        section.file.read_paths.discard(f"{section.language}.authors")
    return options | ({"metadata": metadata} if metadata else {})
