"""What belongs to a user's project, and what outside of it is allowed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

_SIGNS = (".git", "typewright.yaml")


def project_folder(path: Path) -> Path:
    """Return the nearest folder around the file `path` with a `.git` or a `typewright.yaml`, else its own."""
    folder = path.resolve().parent
    for candidate in (folder, *folder.parents):
        if any((candidate / sign).exists() for sign in _SIGNS):
            return candidate
    return folder


def is_inside(path: Path, folder: Path, allow: Collection[str]) -> bool:
    """Whether `path`, symbolic links followed, lies in `folder` or in something that `allow` names.

    `allow` holds files and folders, absolute or relative to `folder`.
    """
    real = path.resolve()
    allowed = [folder, *(folder / entry for entry in allow if "://" not in entry)]
    return any(real.is_relative_to(entry.resolve()) for entry in allowed)


def is_allowed_url(url: str, allow: Collection[str]) -> bool:
    """Whether `allow` holds `url` itself or, ending in `/`, the beginning of it."""
    return any(url == entry or (entry.endswith("/") and url.startswith(entry)) for entry in allow if "://" in entry)
