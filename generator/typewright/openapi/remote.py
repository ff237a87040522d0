"""Loading of descriptions from URLs and from standard input."""

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
from typewright.openapi.overlays.application import apply_overlays
from typewright.openapi.overlays.reading import read_overlay
from typewright.openapi.root_file import as_openapi

STANDARD_INPUT: Final = "-"
_STANDARD_INPUT_NAME: Final = "<stdin>"


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
    """Return the description in `content`, which was read from the URL `address` or from standard input (`-`).

    References are resolved against the URL, and may lead to everything in its folder; for standard input they are
    resolved against the working folder. The other parameters and errors are those of `load_document`.
    """
    parsed_overlays = [read_overlay(overlay) for overlay in overlays]
    is_input = address == STANDARD_INPUT
    source = as_openapi(
        apply_overlays(parse_source(content, _STANDARD_INPUT_NAME if is_input else address), parsed_overlays)
    )
    working_folder = (root_folder or Path()).resolve()
    files = FileSet(
        source,
        Path(STANDARD_INPUT) if is_input else None,
        working_folder if is_input else None,
        allow=allow if is_input else (*allow, urljoin(address, "./")),
        fetch=fetch,
        pinned=pinned,
        url="" if is_input else address,
    )
    digests = {
        PurePosixPath(os.path.relpath(file)).as_posix(): overlay.source.content_digest
        for file, overlay in zip(overlays, parsed_overlays, strict=True)
    }
    return Document(files, digests)
