"""Files that contain generated text and text of the user: their entries in the lock, and how both texts are merged.

The lock has a digest of the initial content of a file that is written once (`Ownership.ONCE`): any content is valid,
but only an unedited file may be deleted. It has a digest of each section of a file with sections
(`Ownership.SECTIONS`); the text around them is the user's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from typewright.base.digest import digest
from typewright.pages.page import Ownership
from typewright.pages.sections import between_sections, sections_of, with_sections
from typewright.writing.disk import content_of
from typewright.writing.tree import Tree

_ONCE = "once"
_SECTIONS = "sections"
_BESIDE = "-"
"""The key in an entry for the initial text outside of the sections; for the whole file if it has no sections."""
_DIGITS = 16


def entry_of(content: bytes, ownership: Ownership) -> str:
    """Return the entry of the lock for a new file with `content`."""
    match ownership:
        case Ownership.ONCE:
            return f"{_ONCE} {_BESIDE}={_digest_of(content.decode())}"
        case Ownership.SECTIONS:
            text = content.decode()
            found = {section.name: section.text for section in sections_of(text).values()}
            known = {_BESIDE: between_sections(text).strip(), **found}
            return " ".join([_SECTIONS, *(f"{name}={_digest_of(part)}" for name, part in known.items())])
        case Ownership.OURS:
            return digest(content)


def is_shared(entry: str) -> bool:
    """Return whether an entry of the lock is that of a file with text of the user."""
    return entry.partition(" ")[0] in (_ONCE, _SECTIONS)


def is_as_written(entry: str, content: bytes) -> bool:
    """Return whether the generated text of a file is as the run wrote it whose lock has `entry`, up to line ends.

    Sections that the user removed are ignored.
    """
    if not is_shared(entry):
        return digest(content) == entry or (b"\r\n" in content and digest(content.replace(b"\r\n", b"\n")) == entry)
    if _is_once(entry):
        return True
    locked = _digests(entry)
    found = sections_of(_text(content)).values()
    return all(locked.get(section.name, known) == known for section in found for known in [_digest_of(section.text)])


def is_ours_alone(entry: str, content: bytes) -> bool:
    """Return whether a file is as a run wrote it, without text of the user, so that it may be deleted."""
    if is_shared(entry):
        text, known = _text(content), _digests(entry)
        if _is_once(entry):
            return _digest_of(text) == known.get(_BESIDE)
        beside = _digest_of(between_sections(text).strip())
        return (
            is_as_written(entry, content) and sections_of(text).keys() <= known.keys() and beside == known.get(_BESIDE)
        )
    return is_as_written(entry, content)


def with_users_text(tree: Tree, root: Path, shared: Mapping[str, str], locked: Mapping[str, str]) -> Tree:
    """Return the tree with the user's text in those of its files that are `shared`.

    `shared` has the entries of these files in the new lock by path, `locked` those of the last run. The texts are read
    below the output folder `root`; a path without a regular file has none. Stored texts have the user's text already.
    """
    paths = [path for path in shared if path in tree and not tree.is_stored(path)]
    return tree.replaced({path: _merged(tree[path], path, root, shared[path], locked) for path in paths})


def _merged(content: bytes, path: str, root: Path, entry: str, locked: Mapping[str, str]) -> bytes:
    theirs = content_of(root / path)
    if theirs is None:
        return content
    if _is_once(entry):
        return theirs
    before = _digests(locked.get(path, ""))
    text = with_sections(_text(theirs), content.decode(), before)
    return text.encode("utf-8", "surrogateescape")


def _is_once(entry: str) -> bool:
    return entry.partition(" ")[0] == _ONCE


def _digests(entry: str) -> dict[str, str]:
    """Return the digests of sections by name in an entry of the lock."""
    pairs = (pair.partition("=") for pair in entry.split(" ")[1:])
    return {name: known for name, _, known in pairs}


def _digest_of(text: str) -> str:
    return digest(text.encode("utf-8", "surrogateescape"))[:_DIGITS]


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
