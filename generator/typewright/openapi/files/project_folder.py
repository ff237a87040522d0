"""The folder of the user's project, and the files and URLs outside of it that are allowed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

_SIGNS = (".git", "typewright.yaml")


def project_folder(path: Path) -> Path:
    """Return the nearest parent folder of `path` with a `.git` or a `typewright.yaml`, else the folder of `path`."""
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
    """Whether `allow` holds `url` itself or, ending in `/`, a folder that it is in.

    Origins are compared as RFC 3986, section 6.2 normalises them, paths segment by segment and percent-decoded. A URL
    with a segment that servers understand differently (dots, slashes or percent signs that are encoded) is in no
    folder.
    """
    address = _address(url)
    return address is not None and any(_allows(entry, address) for entry in allow if "://" in entry)


@dataclass(frozen=True, slots=True)
class _Address:
    """The parts of a URL that are compared."""

    origin: tuple[str, str, int | None]
    """Scheme, user and host, port."""
    segments: tuple[str, ...]
    """The path, split at its slashes and decoded."""
    query: str


_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")


def _address(url: str) -> _Address | None:
    """Return the compared parts of a URL; None where it is invalid, or where two parsers could differ on it."""
    if any(char.isspace() or not char.isprintable() or char == "\\" for char in url):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
        host = (parts.hostname or "").encode("idna").decode() if "[" not in parts.netloc else parts.hostname
    except ValueError:
        return None
    user, _, rest = parts.netloc.rpartition("@")
    if not _HOST.fullmatch(rest.removesuffix(f":{parts.port}")):
        return None
    segments = tuple(map(_decoded, (parts.path or "/").split("/")))
    return _Address((parts.scheme, f"{user}@{host}", port), segments, parts.query)


def _decoded(segment: str) -> str:
    """Return a segment without percent-encoding, however often it was encoded."""
    while (plain := unquote(segment)) != segment:
        segment = plain
    return segment


def _allows(entry: str, address: _Address) -> bool:
    allowed = _address(entry)
    if allowed is None or allowed.origin != address.origin or any(map(_is_ambiguous, address.segments)):
        return False
    if allowed == address:
        return True
    *folder, last = allowed.segments
    return (
        not last
        and not allowed.query
        and len(address.segments) > len(folder)
        and (address.segments[: len(folder)] == tuple(folder))
    )


def _is_ambiguous(segment: str) -> bool:
    """Whether servers could interpret a decoded segment differently: dots (also with parameters) or separators."""
    return segment.partition(";")[0].strip() in (".", "..") or any(
        char in "/\\" or not char.isprintable() for char in segment
    )
