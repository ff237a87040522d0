"""Detection of HTML in descriptions that is safe to keep: plain text elements that are closed and run no code."""

from __future__ import annotations

import html
import re

from typewright.pages.commonmark import UnclearError, has_plain_targets, is_clear, parts, spans

TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_ELEMENTS = (
    "a|abbr|acronym|address|applet|area|article|aside|audio|b|base|basefont|bdi|bdo|bgsound|big|blink|blockquote|body|br"
    "|button|canvas|caption|center|cite|code|col|colgroup|command|content|data|datalist|dd|del|details|dfn|dialog|dir"
    "|div|dl|dt|element|em|embed|fencedframe|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head"
    "|header|hgroup|hr|html|i|iframe|image|img|input|ins|isindex|kbd|keygen|label|legend|li|link|listing|main|map|mark"
    "|marquee|math|menu|menuitem|meta|meter|multicol|nav|nextid|nobr|noembed|noframes|noscript|object|ol|optgroup"
    "|option|output|p|param|picture|plaintext|portal|pre|progress|q|rb|rbc|rp|rt|rtc|ruby|s|samp|script|search|section"
    "|select|selectedcontent|shadow|slot|small|source|spacer|span|strike|strong|style|sub|summary|sup|svg|table|tbody"
    "|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr|xmp"
)
"""The names of HTML elements (the living standard, section 4, and obsolete ones, section 16.2), and of the two that
embed another language."""
_ACTIVE = "on|hidden|inert|popover|autofocus|contenteditable|style|class|id|is|slot"
INERT = re.compile(
    r"<(?:(?:https?://|mailto:)[^\s<>\"'`\\]*|[\w.+-]+@[\w.-]+|/?[A-Za-z][A-Za-z0-9]*[-_][A-Za-z0-9_-]*"
    rf"|/?(?!(?i:{_ELEMENTS})[\s/>])[A-Za-z][A-Za-z0-9]*(?:[ /](?!(?i:{_ACTIVE}))[A-Za-z0-9]+)*)>"
    r"|<https?://(?=<)|</?[A-Za-z](?=[^<>\s]*[^\x00-\x7f])[^\x00-\x20<>/\"'=`\\]*>",
    re.ASCII,
)
"""Links in angle brackets, and placeholders such as `<mime-type>` and `<token>`: HTML has no such elements."""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?:\s+[A-Za-z]+=(?:\"[^\"<>`]*\"|'[^'<>`]*'))*)\s*(?P<alone>/?)>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z]+)=(?:\"([^\"]*)\"|'([^']*)')")
_TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong"),
        *("sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var"),
    }
)
_VOID = frozenset({"br", "hr", "img"})
_ATTRIBUTES = frozenset({"href", "src", "title", "alt", "align", "width", "height"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_MAY_BE_SCHEME = re.compile(r"[a-z0-9+.-]*")
LONGEST_SCHEME = 200
"""The number of characters of a link target that are searched for its scheme."""
_DEEP = re.compile(r"(?:^|\n)[ \t]*\n(?: {4}|\t)[^\n]*<")
"""A tag in a possible indented code block."""


def is_harmless(text: str) -> bool:
    """Return whether all HTML in `text` is safe to keep; a text without HTML is."""
    text = INERT.sub("", text)
    tags = list(_TAG.finditer(text))
    if len(TAG_START.findall(text)) != len(tags):
        return False
    opened: list[str] = []
    for tag in tags:
        name = tag["name"].lower()
        if name not in _TAGS or not all(
            _is_harmless_attribute(*attribute) for attribute in _ATTRIBUTE.findall(tag["attributes"])
        ):
            return False
        if tag["end"]:
            if name == "br":
                continue  # parsers take it for a line break (the living standard, section 13.2.6.4.7)
            if not opened or opened.pop() != name:
                return False
        elif name not in _VOID:
            opened.append(name)
    return not opened and (all(tag["name"].lower() in _VOID for tag in tags) or _has_plain_angle_brackets(text))


def is_safe_link(target: str) -> bool:
    """Return whether a link target cannot run code: it has no scheme, or a common one.

    Only the beginning of a long target is read; one that could be a scheme up to there is not safe.
    """
    start = target if len(target) <= LONGEST_SCHEME else target[:LONGEST_SCHEME].rpartition("&")[0] or target
    start = start[:LONGEST_SCHEME]
    bare = "".join(char for char in html.unescape(start.replace("\\", "")) if char > " ").lower()
    scheme = _SCHEME.match(bare)
    if scheme is not None:
        return scheme[1] in _SAFE_SCHEMES
    return len(target) <= LONGEST_SCHEME or _MAY_BE_SCHEME.fullmatch(bare) is None


def _is_harmless_attribute(name: str, double: str, single: str) -> bool:
    return name.lower() in _ATTRIBUTES and is_safe_link(double or single)


def _has_plain_angle_brackets(text: str) -> bool:
    """Return whether all parsers recognise each tag: it is not in code, in a link target or after a backslash."""
    if "\\<" in text or _DEEP.search(text):
        return False
    try:
        found = list(parts(text))
    except UnclearError:
        return False
    if any(TAG_START.search(line) for part in found if part.is_code for line in part.lines):
        return False
    lines = [line for part in found if not part.is_code for line in part.lines]
    if not all(is_clear(line) and has_plain_targets(line) for line in lines):
        return False
    return not any(TAG_START.search(line[start:end]) for line in lines for start, end in spans(line) or ())
