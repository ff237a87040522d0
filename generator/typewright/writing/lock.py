"""`typewright.lock`: digests of what the last run read and wrote, by which the next run recognises its own files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from typewright.base.errors import Diagnostic, UsageError
from typewright.base.printing import escape_json
from typewright.writing.disk import read_regular
from typewright.writing.tree import UnsafePathError, check_path

FORMAT = 1
"""The version of the file format; other versions are not read."""
_NONE: Mapping[str, str] = {}


class Lock(NamedTuple):
    """What a run read and wrote; digests are those of `base.digest`. Folders are relative to that of the lock."""

    generator: str
    """The version of this program, followed by name and version of each package with other targets."""
    formatter: str
    """Name and version of the formatter; empty without one."""
    settings: str
    """Digest of the configuration file, or of the command line options without such a file."""
    output: str
    """The output folder."""
    spec: str | None
    """The root file of the description; None if the command line names it."""
    inputs: Mapping[str, str] = _NONE
    """Each file of the description, relative to the root file's folder, with its digest."""
    templates: Mapping[str, str] = _NONE
    """The user's template folder with the digest of all its files, or empty."""
    files: Mapping[str, str] = _NONE
    """Each generated file, relative to the output folder, with its digest or its entry of `shared_files`."""
    names: Mapping[str, str] = _NONE
    """Public names by language, scope, and the id of what they name; see `typewright.naming.lock.locked`."""
    fingerprints: Mapping[str, str] = _NONE
    """The fingerprint of each schema and operation by id, to recognise it after it has moved."""
    since: Mapping[str, str] = _NONE
    """The versions in which types and operations were added; see `typewright.naming.lock.history`."""


def lock_text(lock: Lock) -> str:
    """Return the text of the lock file."""
    import msgspec  # noqa: PLC0415 - reading, which most runs do alone, needs no such import

    members: dict[str, object] = {"format": FORMAT, **lock._asdict()}
    sorted_members = {
        name: dict(sorted(value.items())) if isinstance(value, Mapping) else value
        for name, value in sorted(members.items())
    }
    try:
        text = msgspec.json.format(msgspec.json.encode(sorted_members), indent=1).decode()
    except UnicodeEncodeError:  # a name with half a surrogate pair, as JSON can escape it
        text = json.dumps(sorted_members, indent=1, ensure_ascii=False)
    return escape_json(text) + "\n"


def read_lock(path: Path) -> Lock | None:
    """Return the lock at `path`; None if the file does not exist. Raises UsageError if it is invalid."""
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise _unreadable(path, str(fault.strerror).lower()) from fault
    try:
        return _checked(content)
    except RecursionError as fault:
        raise _unreadable(path, "it is nested too deeply") from fault
    except (ValueError, TypeError, UnsafePathError) as fault:
        raise _unreadable(path, str(fault)) from fault


@lru_cache(maxsize=1)  # a run reads the lock again before it writes
def _checked(content: bytes) -> Lock:
    lock = parse_lock(content)
    for file in lock.files:
        check_path(file)
    return lock


_DAMAGED = re.compile("[\0\ud800-\udfff]")
"""Characters that no path of a file can contain: NUL, and lone surrogates."""


def parse_lock(content: bytes) -> Lock:
    """Return the lock in `content`. Raises ValueError or TypeError if it is invalid."""
    members = json.loads(content)
    if not isinstance(members, dict) or members.pop("format", None) != FORMAT:
        raise ValueError("another version of the program wrote it, or it is no lock")
    if "sketches" in members:  # the former name of the member
        members["fingerprints"] = members.pop("sketches")
    lock = Lock(**members)
    for text in (lock.generator, lock.formatter, lock.settings, lock.output, lock.spec or ""):
        if not isinstance(text, str):
            raise TypeError("a text is damaged")
    for mapping in (lock.inputs, lock.templates, lock.files, lock.names, lock.fingerprints, lock.since):
        if not isinstance(mapping, dict) or not all(isinstance(value, str) for value in mapping.values()):
            raise TypeError("a list of digests is damaged")
    if any(map(_DAMAGED.search, (lock.output, lock.spec or "", *lock.inputs, *lock.templates, *lock.files))):
        raise ValueError("a path is damaged")
    return lock


def _unreadable(path: Path, reason: str) -> UsageError:
    advice = "resolve it if it holds a merge conflict; or delete it and run 'typewright generate --overwrite'"
    return UsageError([Diagnostic("E005", f"the lock '{path.as_posix()}' cannot be used: {reason}", help=advice)])
