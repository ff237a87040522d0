"""A description that is no file: one at a URL, or on standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import urljoin

from typewright.openapi.document import Document
from typewright.openapi.files.fetching import fetch_url
from typewright.openapi.files.file_set import FileSet
from typewright.openapi.files.source import parse_source
from typewright.openapi.overlays.application import overlaid
from typewright.openapi.overlays.reading import read_overlay
from typewright.openapi.root_file import as_openapi

STANDARD_INPUT: Final = "-"
_SHOWN: Final = "<stdin>"


def load_content(
    content: bytes,
    address: str,
    *,
    root_folder: Path | None = None,
    allow: Collection[str] = (),
    fetch: Callable[[str], bytes] = fetch_url,
    overlays: Sequence[Path] = (),
    pinned: Mapping[str, str] = MappingProxyType({}),
) -> Document:
    """Return the description in `content`, which was read from the URL `address`, or from standard input (`-`).

    References are relative to the URL, in whose folder all is allowed; on standard input, to the working folder. All
    else is as in `load_document`.
    """
    read = [read_overlay(overlay) for overlay in overlays]
    is_input = address == STANDARD_INPUT
    source = as_openapi(overlaid(parse_source(content, _SHOWN if is_input else address), read))
    here = (root_folder or Path()).resolve()
    files = FileSet(
        source,
        Path(STANDARD_INPUT) if is_input else None,
        here if is_input else None,
        allow=allow if is_input else (*allow, urljoin(address, "./")),
        fetch=fetch,
        pinned=pinned,
        url="" if is_input else address,
    )
    digests = {
        PurePosixPath(os.path.relpath(file)).as_posix(): overlay.source.content_digest
        for file, overlay in zip(overlays, read, strict=True)
    }
    return Document(files, digests)
