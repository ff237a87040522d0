"""Translation of the `python` section of a `gen.yaml` to options of the Python target."""

from __future__ import annotations

from typewright.base.json_value import JsonObject
from typewright.config.from_gen import GenSection, ImportedOptions


def import_options(section: GenSection) -> ImportedOptions:
    """Return what the section says of pages, of signatures and of examples.

    Generators of 2.73 and later are known by a key that came with their Python trees.
    """
    is_newest = section.file.is_newest
    is_newer = is_newest or section.file.get("generation.auth.hoistGlobalSecurity") is not None
    return ImportedOptions(
        options=_signatures(section),
        docs={"usage": "enums" if is_newest else "reference", "client_page": not is_newer},
        examples={"from_examples": True} if is_newer else {},
    )


def _signatures(section: GenSection) -> JsonObject:
    """Return what concerns the signatures of methods."""
    options: JsonObject = {"flatten_requests": section.flag("flattenRequests")}
    order = section.text("flatteningOrder")
    if order in ("parameters-first", "body-first"):
        options["flattening_order"] = order
    limit = section.get("maxMethodParams")
    if isinstance(limit, int) and not isinstance(limit, bool):
        options["max_method_params"] = limit
    options["response_required"] = section.flag("fixFlags.responseRequiredSep2024")
    builtins = section.get("allowedRedefinedBuiltins")
    if isinstance(builtins, list):
        options["redefined_builtins"] = [name for name in builtins if isinstance(name, str)]
    return options
