"""The versions in which types and operations were added, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.naming.lock.history import field_id
from typewright.pages.constraints import code
from typewright.surface.directions import described_id


def added_text(added: Mapping[str, str], id_: str) -> str:
    """Return the sentence with the version in which the type or operation `id_` was added; empty if unknown.

    `added` has the versions by id, as a project has them.
    """
    version = added.get(described_id(id_), "")
    return f"Added in version {code(version)}." if version else ""


def added_field_text(added: Mapping[str, str], id_: str, name: str) -> str:
    """Return the sentence with the version in which the property `name` of the object `id_` was added.

    It is empty if the object has had it from its beginning.
    """
    return added_text(added, field_id(described_id(id_), name)) if added else ""
