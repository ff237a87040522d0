"""The site that several languages share: each page once, with tabs for the differences between languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, normpath, relpath

from msgspec import Struct

from typewright.config.options import Dialect
from typewright.pages.commonmark import converted_lines, parts
from typewright.rendering.dialects import SYSTEMS, front_matter
from typewright.rendering.joining import Joint, Section, common_heading, folded, headings, joined, joint_text, page_of
from typewright.rendering.llms import PublishedPage
from typewright.rendering.tabs import IMPORTS, Edition, blocks

_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s#:]*)(?:#([^()\s]*))?\)")
_ENTRY = re.compile(r"([*-] \[([^\[\]]*)\]\([^()\s]*\)) - (.*)")
_TITLE = re.compile(r"\A# (.*)\n?")


class SourcePage(Struct, frozen=True):
    """A page of one language, as it is written for the system of the site; `subject` is that of its `Page`."""

    subject: str
    page: PublishedPage


class _Location(Struct, frozen=True):
    """The location of a page, or of a section of it, on the shared site; its heading there and in the language."""

    path: str
    heading: str
    own_heading: str
    anchor: str = ""


class _Shared(Struct, frozen=True):
    """A page of the shared site. `path` is without suffix; `title` is as the system's markdown writes it."""

    path: str
    title: str
    plain_title: str
    sources: Mapping[Edition, str]
    """The path of the page in each language, without suffix."""
    titles: Mapping[Edition, str]
    """The title of the page in each language."""
    joint: Joint


def shared_pages(editions: Mapping[Edition, Sequence[SourcePage]], dialect: Dialect) -> Iterator[PublishedPage]:
    """Yield the pages of a site for all `editions`: one for each subject, in order, at its path in the first."""
    pages = list(_joined(editions))
    locations = {edition: _locations(edition, pages) for edition in editions}
    among = tuple(editions)
    for page in pages:
        for edition, source in page.sources.items():
            _lead_on(page.joint.parts[edition], source, page.path, locations[edition], dialect)
        _say_once(page.joint)
        text = joint_text(page.joint, among if len(page.sources) > 1 else (*page.sources,), dialect)
        yield PublishedPage(page.path + SYSTEMS[dialect].suffix, page.plain_title, _written(page, text, dialect))


def _joined(editions: Mapping[Edition, Sequence[SourcePage]]) -> Iterator[_Shared]:
    subjects: dict[str, dict[Edition, PublishedPage]] = {}
    for edition, sources in editions.items():
        for source in sources:
            key = source.subject or f"{edition.language} {source.page.path}"
            subjects.setdefault(key, {})[edition] = source.page
    taken: set[str] = set()
    for subject, found in subjects.items():
        described = subject.rpartition("/")[2].partition("?")[0]
        edition, first = next(iter(found.items()))
        path = _stem(first.path)
        if path in taken:
            path = f"{edition.language}/{path}"
        taken.add(path)
        split = {edition: _split(page.text) for edition, page in found.items()}
        titles = {edition: title or found[edition].title for edition, (title, _) in split.items()}
        yield _Shared(
            path=path,
            title=common_heading([*titles.values()], described),
            titles=titles,
            plain_title=common_heading([page.title for page in found.values()], described),
            sources={edition: _stem(page.path) for edition, page in found.items()},
            joint=joined({edition: page_of(text) for edition, (_, text) in split.items()}),
        )


def _stem(path: str) -> str:
    return path.removesuffix(".mdx").removesuffix(".md")


def _split(text: str) -> tuple[str, str]:
    """Return the first heading of a page, empty if it has none, and all below it, without front matter."""
    if text.startswith("---\n"):
        text = text.partition("\n---\n")[2]
    text = text.lstrip("\n")
    title = _TITLE.match(text)
    return (title[1], text[title.end() :]) if title else ("", text)


def _locations(edition: Edition, pages: Sequence[_Shared]) -> dict[tuple[str, str], _Location]:
    """Return where the pages of a language are, and their sections, by path and by what tells a heading."""
    found = {}
    for page in pages:
        if edition not in page.sources:
            continue
        source = page.sources[edition]
        found[source, ""] = _Location(page.path, page.title, page.titles[edition])
        for of, heading, shared in headings(page.joint):
            if of == edition:
                found.setdefault((source, folded(heading)), _Location(page.path, shared, heading, _slug(shared)))
    return found


def _slug(heading: str) -> str:
    """Return the anchor of a heading that consists of words; all systems agree on it."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def _lead_on(
    section: Section, source: str, path: str, locations: Mapping[tuple[str, str], _Location], dialect: Dialect
) -> None:
    """Change the links of a page's sections to the pages of the shared site.

    `source` is the path of the page in its language, `path` that on the shared site.
    """

    def link(found: re.Match[str]) -> str:
        """Return a link on the shared site, with the heading of its target as its text if that is a method."""
        text, target, fragment = found[1], found[2], found[3] or ""
        aim = _stem(target.lstrip("/") if target.startswith("/") else normpath(f"{dirname(source)}/{target}"))
        location = locations.get((aim if target else source, folded(fragment)))
        if location is None:
            return found[0]
        address = _address(location, path, dialect, same=not target)
        return f"[{_called(text, location)}]({address})"

    lines: list[str] = []
    for part in parts(section.body):
        lines += part.lines if part.is_code else converted_lines(part.lines, lambda text: _LINK.sub(link, text))
    section.body = "\n".join(lines)
    for inner in section.sections:
        _lead_on(inner, source, path, locations, dialect)


def _say_once(joint: Joint) -> None:
    """Remove from sections what only repeats the words of a heading, or in a list those of the link before it."""
    for part in joint.parts.values():
        if joint.heading and any(_is_repeated(block, joint.heading) for block in blocks(part.body)):
            part.body = "\n\n".join(block for block in blocks(part.body) if not _is_repeated(block, joint.heading))
        part.body = "\n".join(map(_entry, part.body.split("\n")))
    for section in joint.sections or ():
        _say_once(section)


def _is_repeated(block: str, heading: str) -> bool:
    """Return whether a block of markdown is a paragraph with the words of a heading, and nothing else."""
    return block[0].isalnum() and folded(block) == folded(heading)


def _entry(line: str) -> str:
    """Return a line; if it is the entry of a list that says twice what it links to, only the link."""
    entry = _ENTRY.fullmatch(line)
    return entry[1] if entry and folded(entry[2]) == folded(entry[3]) else line


def _address(location: _Location, path: str, dialect: Dialect, *, same: bool) -> str:
    system, fragment = SYSTEMS[dialect], f"#{location.anchor}" if location.anchor else ""
    if same:
        return fragment
    if system.root_links:
        return f"/{location.path}{fragment}"
    return f"{relpath(location.path, dirname(path) or '.')}.md{fragment}"


def _called(text: str, location: _Location) -> str:
    """Return the text of a link, with the heading on the shared site where it is the name of a method in a language."""
    is_name = location.own_heading in (text, text.rpartition(".")[2])
    is_respelled = location.heading != location.own_heading and folded(location.heading) == folded(location.own_heading)
    return location.heading if is_name and is_respelled else text


def _written(page: _Shared, text: str, dialect: Dialect) -> str:
    """Return the whole page."""
    system = SYSTEMS[dialect]
    head = [*front_matter(page.plain_title)] if system.front_matter else []
    head += [IMPORTS, ""] if dialect == "docusaurus" and "\n<TabItem " in text else []
    head += [f"# {page.title}", ""] if system.keeps_heading else []
    return "\n".join([*head, text.strip("\n"), ""])
