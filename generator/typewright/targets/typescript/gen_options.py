"""Translation of the `typescript` section of a `gen.yaml` to options of the TypeScript target."""

from __future__ import annotations

from typewright.base.json_value import JsonObject
from typewright.config.from_gen import GenSection, ImportedOptions


def import_options(section: GenSection) -> ImportedOptions:
    """Return what the section says of pages and of examples.

    Generators of 2.73 and later are known by a key that came with their TypeScript trees.
    """
    docs: JsonObject = {"file_names": "kebab"} if section.get("legacyFileNaming") is False else {}
    if not section.file.is_newest and section.get("modelPropertyCasing") is None:
        return ImportedOptions(docs=docs)
    if section.file.get("generation.versioningStrategy") is not None:
        docs["open_enum_note"] = "code"
    docs |= {"quotes": "double", "stream_code": False, "client_page": False}
    return ImportedOptions(docs=docs, examples={"complete_authored": True})
