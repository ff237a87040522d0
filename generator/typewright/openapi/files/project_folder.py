"""The folder of the user's project, and checks of the files and URLs that a description may refer to."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

_MARKERS = (".git", "typewright.yaml")


def project_folder(path: Path) -> Path:
    """Return the nearest parent folder of `path` with a `.git` or a `typewright.yaml`, else the folder of `path`."""
    folder = path.resolve().parent
    for candidate in (folder, *folder.parents):
        if any((candidate / marker).exists() for marker in _MARKERS):
            return candidate
    return folder


def is_inside(path: Path, folder: Path, allow: Collection[str]) -> bool:
    """Return whether `path`, with symbolic links resolved, is in `folder` or in an entry of `allow`.

    `allow` has files and folders, absolute or relative to `folder`; URLs in it are ignored.
    """
    resolved = path.resolve()
    allowed = [folder, *(folder / entry for entry in allow if "://" not in entry)]
    return any(resolved.is_relative_to(entry.resolve()) for entry in allowed)


def is_allowed_url(url: str, allow: Collection[str]) -> bool:
    """Return whether `allow` has `url` or a folder, ending in `/`, that contains it.

    Origins are normalized (RFC 3986, section 6.2); paths are compared segment by segment, percent-decoded. A URL with a
    segment that servers interpret differently (encoded dots, slashes or percent signs) is in no folder.
    """
    address = _address(url)
    return address is not None and any(_is_allowed_by(entry, address) for entry in allow if "://" in entry)


class _Address(Struct, frozen=True):
    """The parts of a URL that are compared."""

    origin: tuple[str, str, int | None]
    """Scheme, user and host, port."""
    segments: tuple[str, ...]
    """The path, split at its slashes and decoded."""
    query: str


_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")


def _address(url: str) -> _Address | None:
    """Return the compared parts of a URL; None if it is invalid or parsers could interpret it differently."""
    if any(char.isspace() or not char.isprintable() or char == "\\" for char in url):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
        host = (parts.hostname or "").encode("idna").decode() if "[" not in parts.netloc else parts.hostname
    except ValueError:
        return None
    user, _, host_and_port = parts.netloc.rpartition("@")
    if not _HOST.fullmatch(host_and_port.removesuffix(f":{parts.port}")):
        return None
    segments = tuple(map(_decode_fully, (parts.path or "/").split("/")))
    return _Address((parts.scheme, f"{user}@{host}", port), segments, parts.query)


def _decode_fully(segment: str) -> str:
    """Return a segment with all layers of percent-encoding removed."""
    while (plain := unquote(segment)) != segment:
        segment = plain
    return segment


def _is_allowed_by(entry: str, address: _Address) -> bool:
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
    """Return whether servers could interpret a decoded segment differently: dots (also with parameters), separators."""
    return segment.partition(";")[0].strip() in (".", "..") or any(
        char in "/\\" or not char.isprintable() for char in segment
    )
