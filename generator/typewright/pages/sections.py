"""Files with generated sections between markers, around which all text is the user's.

`<!-- Start Summary [summary] -->` begins the section `summary`, `<!-- End Summary [summary] -->` ends it; each marker
is on a separate line. A section without an end, and a second one of the same name, are the user's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

_MARKER = re.compile(r"^<!--(?= (?:Start|End) [^\n]*\[[a-z0-9-]+\] -->$)", re.MULTILINE)
_START = re.compile(r"^<!-- Start [^\n\[\]]*\[(?P<name>[a-z0-9-]+)\] -->$", re.MULTILINE)


class Section(Struct, frozen=True):
    """A section in a text: its name, and the text from its first to its last marker without the last line end."""

    name: str
    text: str
    start: int
    """The index of the first marker in the whole text."""

    @property
    def end(self) -> int:
        """The index after the last marker in the whole text."""
        return self.start + len(self.text)


def section_text(title: str, name: str, body: str) -> str:
    """Return a section with its markers, without a line end; markers in `body` are made invalid."""
    held = _MARKER.sub("<! --", body.strip("\n"))
    return f"<!-- Start {title} [{name}] -->\n{held}\n<!-- End {title} [{name}] -->"


def sections_of(text: str) -> dict[str, Section]:
    """Return the sections of a text by name, in the order of the text."""
    return {section.name: section for section in _sections(text)}


def _sections(text: str) -> Iterator[Section]:
    position, found = 0, set()
    while start := _START.search(text, position):
        position = start.end()
        name = start["name"]
        end = re.compile(rf"^<!-- End [^\n\[\]]*\[{name}\] -->$", re.MULTILINE).search(text, position)
        if end is not None and name not in found:
            found.add(name)
            position = end.end()
            yield Section(name, text[start.start() : end.end()], start.start())


def between_sections(text: str) -> str:
    """Return the text outside of the sections."""
    made, last = [], 0
    for section in _sections(text):
        made.append(text[last : section.start])
        last = section.end
    return "".join([*made, text[last:]])


def without_user_text(text: str) -> str:
    """Return the sections at the lines that they have in the text, with empty lines for all text outside of them."""
    made, last = [], 0
    for section in _sections(text):
        made += ["\n" * text.count("\n", last, section.start), section.text]
        last = section.end
    return "".join(made)


def with_sections(theirs: str, ours: str, locked: Mapping[str, object]) -> str:
    """Return the user's text with the generated sections in it.

    Sections that both have are replaced in place. A section of the last run (`locked`) that the user's text lacks was
    removed by the user, and is not added again; a new one follows the section that precedes it in `ours`. A section of
    the last run that `ours` lacks is removed. A text without any section is entirely the user's.
    """
    standing, wanted = sections_of(theirs), sections_of(ours)
    if not standing:
        return theirs
    made, last = [], 0
    for section in standing.values():
        gone = section.name in locked and section.name not in wanted
        start, end = section.start, section.end
        if gone:
            end += len(theirs[end:]) - len(theirs[end:].lstrip("\n"))
        text = "" if gone else wanted[section.name].text if section.name in wanted else section.text
        made += [theirs[last:start], text]
        last = end
    text = "".join([*made, theirs[last:]])
    return _with_new_sections(text, [wanted[name] for name in wanted], locked)


def _with_new_sections(text: str, wanted: list[Section], locked: Mapping[str, object]) -> str:
    """Return a text with those of `wanted` that neither it nor the last run has, each after its predecessor."""
    for number, section in enumerate(wanted):
        standing = sections_of(text)
        if section.name in standing or section.name in locked:
            continue
        before = next((standing[other.name] for other in wanted[:number][::-1] if other.name in standing), None)
        if before is not None:
            text = f"{text[: before.end]}\n\n{section.text}{text[before.end :]}"
        else:
            start = next((found.start for found in standing.values()), len(text))
            head = f"{text[:start]}\n" if text[:start] and text[start - 1] != "\n" else text[:start]
            text = f"{head}{section.text}\n\n{text[start:]}"
    return text
