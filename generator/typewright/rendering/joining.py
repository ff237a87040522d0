"""Joining of the pages of several languages on the same subject: their sections are matched with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from typewright.config.options import Dialect
from typewright.naming.words import snake, upper_first
from typewright.rendering.tabs import Edition, tabs, with_common_parts

_HEADING = re.compile(r"(#{1,6}) (.*)")
_METHOD = re.compile(r"[a-z_]\w*")
_MARKER = re.compile(r"<!-- UsageSnippet [^<>]*-->\n")
_MEMBERS_LEVEL = 3
"""The heading level from which sections are matched by their headings, and not by their order alone."""


class Section(Struct):
    """A heading and the text below it, up to the next heading of its level. The page itself has level 0."""

    level: int
    heading: str
    body: str = ""
    sections: list[Section] = field(default_factory=list)

    def text(self) -> str:
        """Return the section as it was written."""
        head = f"{'#' * self.level} {self.heading}" if self.level else ""
        return "\n\n".join(filter(None, [head, self.body, *(section.text() for section in self.sections)]))


class Joint(Struct, frozen=True):
    """The common part of the sections of several editions; `sections` are those in them, if they can be joined.

    `only` is the edition that alone has such a section, or alone says anything in it: the heading then names it.
    """

    level: int
    heading: str
    parts: Mapping[Edition, Section]
    sections: tuple[Joint, ...] | None
    only: Edition | None = None


def page_of(text: str) -> Section:
    """Return the sections of a page."""
    page = Section(0, "")
    path, fence, lines = [page], "", list[str]()
    for line in _MARKER.sub("", text).split("\n"):
        bare = line.strip()
        heading = None if fence else _HEADING.fullmatch(line)
        if fence:
            fence = "" if bare == fence else fence
        elif opening := re.match(r"`{3,}|~{3,}", bare):
            fence = opening[0]
        if heading is None:
            lines.append(line)
            continue
        path[-1].body, lines = "\n".join(lines).strip("\n"), []
        section = Section(len(heading[1]), heading[2])
        while path[-1].level >= section.level:
            path.pop()
        path[-1].sections.append(section)
        path.append(section)
    path[-1].body = "\n".join(lines).strip("\n")
    return page


def folded(heading: str) -> str:
    """Return a heading without the differences between the spellings of a name in several languages."""
    return re.sub(r"[\W_]+", "", heading).lower()


def joined(parts: Mapping[Edition, Section]) -> Joint:
    """Return the sections of a page in several editions, matched with each other."""
    return _joined(parts, among=len(parts))


def _joined(parts: Mapping[Edition, Section], among: int) -> Joint:
    """Return the sections with the same heading in some of `among` editions, matched with each other."""
    first = next(iter(parts.values()))
    groups = _groups({edition: part.sections for edition, part in parts.items()})
    below = None if groups is None else tuple(_joined(group, len(parts)) for group in groups)
    heading = common_heading([part.heading for part in parts.values()])
    filled = [edition for edition, part in parts.items() if part.body or part.sections]
    only = filled[0] if len(filled) == 1 and among > 1 and first.level else None
    return Joint(
        level=first.level,
        heading=f"{heading} ({only.label})" if only else heading,
        parts=parts,
        sections=below,
        only=only,
    )


def common_heading(headings: Sequence[str], described: str = "") -> str:
    """Return one heading for those of several languages: the words of a name that they spell differently.

    Where a language has another name for it than the one `described`, as that is reserved there, it is the latter.
    """
    different = list(dict.fromkeys(_in_words(heading) for heading in headings))
    if len(set(map(folded, different))) == 1:
        return different[0]
    return next((heading for heading in different if folded(heading) == folded(described)), " or ".join(different))


def _in_words(heading: str) -> str:
    """Return the name of a method in words, `list_pets` and `listPets` as `List pets`; any other heading unchanged."""
    return upper_first(snake(heading).replace("_", " ")) if _METHOD.fullmatch(heading) else heading


def _groups(found: Mapping[Edition, Sequence[Section]]) -> list[dict[Edition, Section]] | None:
    """Return the matching sections, in order; None if their headings do not identify them."""
    keys = {edition: _keys(sections) for edition, sections in found.items()}
    has_same = len({tuple(of) for of in keys.values()}) == 1
    if has_same or (len(set(map(frozenset, keys.values()))) > 1 and _is_by_order(found)):
        return [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    if any(section.heading.startswith("`") for sections in found.values() for section in sections):
        return None
    order: list[tuple[str, int]] = []
    for of in keys.values():
        position = 0
        for key in of:
            if key not in order:
                order.insert(position, key)
            position = order.index(key) + 1
    by_key = {edition: dict(zip(keys[edition], sections, strict=True)) for edition, sections in found.items()}
    return [{edition: of[key] for edition, of in by_key.items() if key in of} for key in order]


def _keys(sections: Sequence[Section]) -> list[tuple[str, int]]:
    """Return the keys of the sections of a page: the heading, and the number of equal ones before it."""
    seen: dict[str, int] = {}
    keys = []
    for section in sections:
        key = folded(section.heading)
        seen[key] = seen.get(key, -1) + 1
        keys.append((key, seen[key]))
    return keys


def _is_by_order(found: Mapping[Edition, Sequence[Section]]) -> bool:
    """Return whether sections are in the same order in all editions: those of methods, whose names may differ."""
    levels = {tuple(section.level for section in sections) for sections in found.values()}
    return len(levels) == 1 and all(level < _MEMBERS_LEVEL for level in next(iter(levels)))


def headings(joint: Joint) -> Iterator[tuple[Edition, str, str]]:
    """Yield the headings of the first two levels: the edition, the heading there, and that of the joint page."""
    if joint.level >= _MEMBERS_LEVEL:
        return
    for edition, part in joint.parts.items():
        if part.heading:
            yield edition, part.heading, joint.heading
    for section in joint.sections or ():
        yield from headings(section)


def joint_text(joint: Joint, among: Sequence[Edition], dialect: Dialect) -> str:
    """Return the markdown of a joint page or section for the editions `among`."""
    head = f"{'#' * joint.level} {joint.heading}" if joint.level else ""
    if joint.only is not None:
        return f"{head}\n\n{_inner(joint.parts[joint.only])}"
    if len(joint.parts) < len(among) and joint.level:
        own = {edition: _inner(part) for edition, part in joint.parts.items()}
        return "\n\n".join(filter(None, [head, tabs({e: text for e, text in own.items() if text}, dialect)]))
    body = with_common_parts({edition: part.body for edition, part in joint.parts.items()}, among, dialect)
    if joint.sections is None:
        inner = {edition: _inner(Section(0, "", "", part.sections)) for edition, part in joint.parts.items()}
        return "\n\n".join(filter(None, [head, body, tabs(inner, dialect)]))
    below = [joint_text(section, among, dialect) for section in joint.sections]
    return "\n\n".join(filter(None, [head, body, *below]))


def _inner(section: Section) -> str:
    return "\n\n".join(filter(None, [section.body, *(inner.text() for inner in section.sections)]))
