"""Since when something is there, as pages say it."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.pages.constraints import code
from typewright.surface.directions import described_id


def added_text(added: Mapping[str, str], id_: str) -> str:
    """Return the sentence that tells the version in which the type or operation `id_` was added; empty where none.

    `added` are the versions by id, as a project has them.
    """
    version = added.get(described_id(id_), "")
    return f"Added in version {code(version)}." if version else ""
