"""Which text a formatter made of which: so that a file is laid out again only where its text is another one.

The file with the right layout is the one on the disk. It is taken where its digest is the one that was noted when the
formatter made it, and the text that it would be made of has the digest of then; everything else is laid out anew. The
notes lie in the user's cache folder and may be lost at any time. ruff needs 0.1 s for 730 KB, black 20 s.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from typewright.base.digest import digest
from typewright.writing.disk import content_of
from typewright.writing.verified_tree import cache_place

Note = tuple[str, str]
"""The digests of a text before and after."""


@dataclass(frozen=True, slots=True)
class Layouts:
    """What one formatter has laid out below the folder `root`, by path."""

    root: Path = Path()
    notes: Mapping[str, Note] = field(default_factory=dict)

    def of(self, path: str, text: str) -> str | None:
        """Return `text` as it was laid out for the file at `path`; None where that is not known any more."""
        before, after = self.notes.get(path, ("", ""))
        if before != digest(text.encode()):
            return None
        content = content_of(self.root / path)
        return content.decode() if content is not None and digest(content) == after else None


NO_LAYOUTS = Layouts()


def read_layouts(lock_path: Path, root: Path, formatter: str) -> Layouts:
    """Return what is noted of the tree of a lock and of `formatter`: its name, version and settings."""
    try:
        members = json.loads(cache_place(lock_path, ".layouts.json").read_bytes())
        if members["formatter"] == formatter:
            return Layouts(root, {path: (before, after) for path, (before, after) in members["files"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        pass
    return Layouts(root)


def write_layouts(lock_path: Path, formatter: str, notes: Mapping[str, Note]) -> None:
    """Note what a formatter has made; where that is not possible, nothing is."""
    place = cache_place(lock_path, ".layouts.json")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary = place.with_name(f"{place.name}.{os.getpid()}")
        temporary.write_text(json.dumps({"formatter": formatter, "files": notes}), encoding="utf-8")
        temporary.replace(place)
    except (OSError, UnicodeError):
        return
