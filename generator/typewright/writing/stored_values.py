"""Storage of what a build keeps as texts for the next one (`typewright.base.last_build.StoredValues`), on this machine.

It is stored in the user's cache folder (`typewright.writing.cache_file`), for the same programs and the same validator.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from typewright.base.last_build import Values, values_stored
from typewright.writing.cache_file import read_cache_file, write_cache_file
from typewright.writing.staleness import formatter_version
from typewright.writing.traces import programs
from typewright.writing.verified_tree import cache_path

_DECODER = msgspec.msgpack.Decoder(list[tuple[str, str, dict[str, tuple[str, ...]]]])
_VALIDATOR = "jsonschema_rs"


@contextmanager
def stored_values_of(lock_path: Path, *, is_kept: bool) -> Iterator[None]:
    """Let builds inside the block find what the last run for a lock has kept; store what they keep if it `is_kept`."""
    path, makers = cache_path(lock_path, ".values"), programs(formatter_version(_VALIDATOR))
    last, values = _read(path, makers)
    with values_stored(values):
        yield
    if is_kept:
        _write(path, makers, last, values)


def _read(path: Path, makers: str) -> tuple[bytes, Values]:
    """Return the content of the last run, and the values in it; nothing if it is damaged, or of other programs."""
    try:
        content = read_cache_file(path, makers)
        return content, {(name, key): value for name, key, value in _DECODER.decode(content)}
    except (OSError, ValueError, RecursionError):
        return b"", {}


def _write(path: Path, makers: str, last: bytes, values: Values) -> None:
    """Write the values of a run, unless they are those of the `last` one; failures are ignored."""
    try:
        content = msgspec.msgpack.encode([(name, key, value) for (name, key), value in values.items()])
    except UnicodeEncodeError:  # half a surrogate pair in a pointer
        return
    if content != last:
        write_cache_file(path, makers, content)
