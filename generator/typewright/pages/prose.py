"""Conversion of descriptions to markdown, through which all their text reaches pages."""

from __future__ import annotations

import re

from typewright.pages.commonmark import UnclearError, converted_lines, is_clear, outside_spans, parts
from typewright.pages.html import INERT, LONGEST_SCHEME, is_harmless, is_safe_link

_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
"""Control characters, directional overrides, lone surrogates and noncharacters."""
_RISKY = re.compile(r"[`<]|~~~|\][(:]")
_LINK = re.compile(rf"\](?P<kind>[(:])(?=\s*<?\s*(?P<target>[^\s<>]{{0,{LONGEST_SCHEME + 1}}}))")
_FENCE_MARK = re.compile(r"`{3,}|~{3,}")
_HEADING = re.compile(r"(?<![^\n])( {0,3})(#{1,6})(?=[ \t\n]|\Z)")
"""An ATX heading (CommonMark 0.31.2, 4.2): its indentation and its marks."""
_DEEPEST_HEADING = 6
_ESCAPED = re.compile(r"(\\*)<(?=[A-Za-z/!?])")


def prose(text: str) -> str:
    """Return a text of several paragraphs as self-contained markdown; harmless text is unchanged."""
    text = _visible(text)
    if not _RISKY.search(text):
        return text
    text = _LINK.sub(_defused, text)
    keeps_html = is_harmless(text)
    try:
        found = list(parts(text))
    except UnclearError:
        text = _FENCE_MARK.sub(lambda mark: "".join(f"\\{character}" for character in mark[0]), text)
        found = list(parts(text))
    lines: list[str] = []
    for part in found:
        lines += part.lines if part.is_code or keeps_html else converted_lines(part.lines, _shown)
    return "\n".join(lines)


def with_headings_below(text: str, level: int) -> str:
    """Return markdown whose headings are all below those of `level`, moved down by the same number of levels."""
    if not _HEADING.search(text):
        return text
    try:
        found = list(parts(text))
    except UnclearError:
        return text
    texts = ["\n".join(part.lines) for part in found]
    levels = [
        len(heading[2])
        for part, lines in zip(found, texts, strict=True)
        if not part.is_code
        for heading in _HEADING.finditer(lines)
    ]
    shift = max(level + 1 - min(levels, default=level + 1), 0)

    def moved(heading: re.Match[str]) -> str:
        """Return the beginning of a heading at its new level, at most the deepest one."""
        return heading[1] + "#" * min(len(heading[2]) + shift, _DEEPEST_HEADING)

    return "\n".join(
        lines if part.is_code else _HEADING.sub(moved, lines) for part, lines in zip(found, texts, strict=True)
    )


def inline(text: str, *, keeps_returns: bool = False) -> str:
    """Return a text as markdown for a table cell, in which only inline elements begin; line breaks are kept.

    `keeps_returns`: carriage returns at the ends of lines stay, as in the reference's tables.
    """
    if keeps_returns and "\r\n" in text:
        lines = text.split("\r\n")
        return "\r\n".join(inline(line) for line in lines) if _is_plain(text) else inline(text)
    text = _visible(text)
    if not _RISKY.search(text):
        return text
    text = _LINK.sub(_defused, text)
    if is_harmless(text):
        return text
    if not is_clear(text.replace("\n", " ")):
        return _shown(text)
    return "\n".join(outside_spans(line, _shown) if is_clear(line) else _shown(line) for line in text.split("\n"))


def _is_plain(text: str) -> bool:
    """Return whether the lines of a text can be converted one by one: no element begins that could go on."""
    return _RISKY.search(text) is None


def one_line(text: str) -> str:
    """Return a text as markdown on one line."""
    return inline(" ".join(_visible(text).split()))


def code_text(text: str) -> str:
    """Return a text on one line with all characters visible, for a code span or a comment."""
    return " ".join(_visible(text).split())


def _visible(text: str) -> str:
    """Return a text with line feeds as its only line breaks and without invisible characters."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("\ufffd", _SEPARATORS.sub(" ", text))


def _shown(text: str) -> str:
    """Return a text in which no HTML element begins, except harmless ones and escaped text."""
    made, last = [], 0
    for link in INERT.finditer(text):
        made += [_ESCAPED.sub(_as_entity, text[last : link.start()]), link[0]]
        last = link.end()
    return "".join([*made, _ESCAPED.sub(_as_entity, text[last:])])


def _as_entity(found: re.Match[str]) -> str:
    return found[0] if len(found[1]) % 2 else f"{found[1]}&lt;"


def _defused(link: re.Match[str]) -> str:
    """Return the middle of a link, made invalid if following the link would run code."""
    return link[0] if is_safe_link(link["target"]) else f"]\\{link['kind']}"
