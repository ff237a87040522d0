"""A cache of formatted texts, so that only files with new texts are formatted."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from typewright.base.digest import digest
from typewright.writing.disk import content_of, read_regular
from typewright.writing.verified_tree import cache_path

Digests = tuple[str, str]
"""The digests of a text before and after."""


class Layouts(Struct, frozen=True):
    """What one formatter has laid out below the folder `root`, by path."""

    root: Path = Path()
    digests: Mapping[str, Digests] = field(default_factory=dict)

    def of(self, path: str, text: str) -> str | None:
        """Return the cached layout for the file at `path` of the text with the digest `text`; None if there is none."""
        before, after = self.digests.get(path, ("", ""))
        if before != text:
            return None
        content = content_of(self.root / path)
        return content.decode() if content is not None and digest(content) == after else None


NO_LAYOUTS = Layouts()


def read_layouts(lock_path: Path, root: Path, formatter: str) -> Layouts:
    """Return the cache for the tree of a lock and for `formatter`: its name, version and settings."""
    try:
        members = json.loads(read_regular(cache_path(lock_path, ".layouts.json")))
        if members["formatter"] == formatter:
            return Layouts(root, {path: (before, after) for path, (before, after) in members["files"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return Layouts(root)


def write_layouts(lock_path: Path, formatter: str, digests: Mapping[str, Digests]) -> None:
    """Write the cache; failures are ignored."""
    cache_file = cache_path(lock_path, ".layouts.json")
    try:
        cache_file.parent.mkdir(parents=True, exist_ok=True)
        temporary = cache_file.with_name(f"{cache_file.name}.{os.getpid()}")
        temporary.write_text(json.dumps({"formatter": formatter, "files": digests}), encoding="utf-8")
        temporary.replace(cache_file)
    except (OSError, UnicodeError):
        return
