"""Translation of the `typescript` section of a `gen.yaml` to options of the TypeScript target."""

from __future__ import annotations

from typewright.config.from_gen import GenSection, ImportedOptions


def import_options(section: GenSection) -> ImportedOptions:
    """Return what the section says of pages and of examples.

    Generators of 2.73 and later are known by a key that came with their TypeScript trees.
    """
    if not section.file.is_newest and section.get("modelPropertyCasing") is None:
        return ImportedOptions()
    return ImportedOptions(docs={"quotes": "double", "stream_code": False}, examples={"complete_authored": True})
