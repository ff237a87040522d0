"""Storage of the values of a description's YAML entries, so that the next run composes only those that have changed.

They are stored in the user's cache folder (`typewright.writing.cache_file`), as JSON, which holds nothing but values.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml

from typewright.openapi.files.yaml_entries import Entries
from typewright.writing.cache_file import read_cache_file, write_cache_file
from typewright.writing.traces import programs
from typewright.writing.verified_tree import cache_path

_DECODER = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


def read_entries(lock_path: Path) -> Entries:
    """Return the entries of the last run for a lock; none if nothing is known of it."""
    try:
        files = _DECODER.decode(read_cache_file(_path(lock_path), _programs()))
    except (OSError, ValueError, RecursionError):
        return Entries()
    return Entries({file: {key: bytes(value) for key, value in values.items()} for file, values in files.items()})


def write_entries(lock_path: Path, entries: Entries) -> None:
    """Store the entries of a run, unless they are those of the last one; failures are ignored."""
    if entries.is_changed:
        files = {
            file: {key: msgspec.Raw(value) for key, value in values.items()} for file, values in entries.values.items()
        }
        write_cache_file(_path(lock_path), _programs(), msgspec.json.encode(files))


def _programs() -> str:
    return programs(f"yaml {yaml.__version__} {yaml.__with_libyaml__}")


def _path(lock_path: Path) -> Path:
    return cache_path(lock_path, ".entries")
