"""Code in markdown pages: fences and code spans, recognised only where all parsers agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

_RUN = re.compile(r"`+")
_OPENING = re.compile(r"(?P<indent> *)(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<words>.*)")
_IN_CONTAINER = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[\s>]+)*(?:`{3,}(?=[^`]*$)|~{3,})")
_TARGET = re.compile(r"\]\((?![^`<>()\s]*\))|^\s*\[[^\]]*\]:")
"""A link whose target may contain a backtick."""
_ROW = re.compile(r"\|[^\\]*\|")
_RULE_OF_TABLE = re.compile(r"\|[\s:|-]*-[\s:|-]*\|")


class UnclearError(Exception):
    """A fence that parsers interpret differently."""


class Part(Struct, frozen=True):
    """A range of lines: a fenced code block with its fences, or the text between two blocks."""

    lines: tuple[str, ...]
    is_code: bool


def parts(text: str) -> Iterator[Part]:
    """Yield the fenced code blocks of a text and the text between them; an open block is closed at the end.

    Raises UnclearError for a fence that parsers interpret differently.
    """
    between: list[str] = []
    lines = iter(text.split("\n"))
    for line in lines:
        opening = _OPENING.fullmatch(line)
        if opening is None:
            if _IN_CONTAINER.match(line):
                raise UnclearError(line)
            between.append(line)
            continue
        if between:
            yield Part(tuple(between), is_code=False)
            between = []
        yield Part(tuple(_fenced(opening, lines)), is_code=True)
    if between:
        yield Part(tuple(between), is_code=False)


def _fenced(opening: re.Match[str], lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines of a fenced block up to its end; only the language stays in its first line."""
    indent, mark = opening["indent"], opening["mark"]
    is_deep = len(indent) >= 4
    if is_deep and mark[0] == "~":
        raise UnclearError(opening[0])
    words = opening["words"]
    language = re.match(r" *[\w+#.-]*", words)
    yield indent + mark + (words if re.fullmatch(r"[\w+#. -]*", words) else language[0] if language else "")
    for line in lines:
        bare = line.strip()
        if bare and not line.startswith(indent):
            raise UnclearError(line)
        if len(bare) >= len(mark) and not bare.strip(mark[0]):
            if line.rstrip() != indent + mark:
                raise UnclearError(line)
            yield line
            return
        if is_deep and "```" in line:
            raise UnclearError(line)
        yield line
    yield indent + mark


def outside_spans(line: str, convert: Callable[[str], str]) -> str:
    """Return a line with `convert` applied to everything except code spans; see `is_clear`."""
    made, last = [], 0
    for start, end in spans(line) or ():
        made += [convert(line[last:start]), line[start:end]]
        last = end
    return "".join([*made, convert(line[last:])])


def has_plain_targets(line: str) -> bool:
    """Return whether all link targets of a line are without brackets, quotes and backticks."""
    return _TARGET.search(line) is None


def is_clear(line: str) -> bool:
    """Return whether each backtick of a line starts or ends a code span, for all parsers."""
    return spans(line) is not None


def spans(line: str) -> list[tuple[int, int]] | None:
    """Return the ranges of the code spans of a line; None if parsers could differ.

    Code spans take precedence over links (CommonMark 0.31, section 6.1): what looks like a link inside one is code.
    """
    if "`" not in line:
        return []
    found: list[tuple[int, int]] = []
    runs = list(_RUN.finditer(line))
    while runs:
        first = runs.pop(0)
        end = next((number for number, run in enumerate(runs) if run[0] == first[0]), None)
        if end is None or (first.start() and line[first.start() - 1] == "\\"):
            return None
        if re.search(r"(?<!\\)\|", line[first.end() : runs[end].start()]):
            return None
        found.append((first.start(), runs[end].end()))
        del runs[: end + 1]
    return found if has_plain_targets(_without(found, line)) else None


def _without(spans_: list[tuple[int, int]], line: str) -> str:
    """Return a line with a backtick for each of its code spans."""
    starts = [0, *(end for _, end in spans_)]
    ends = [*(start for start, _ in spans_), len(line)]
    return "`".join(line[start:end] for start, end in zip(starts, ends, strict=True))


def paragraphs(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield groups of lines that parsers join; blank lines and table rows are separate groups."""
    held: list[str] = []
    for line in lines:
        if line.strip():
            held.append(line)
            continue
        yield from _apart(held)
        held = []
        yield (line,)
    yield from _apart(held)


def _apart(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield lines without blank ones; table rows are separate."""
    if not lines:
        return
    head, rule = (*lines[:2], "")[:2]
    is_table = _ROW.fullmatch(head) and _RULE_OF_TABLE.fullmatch(rule) and head.count("|") == rule.count("|")
    if is_table and all(line.startswith("|") for line in lines):
        yield from ((line,) for line in lines)
    else:
        yield tuple(lines)


def converted_lines(lines: tuple[str, ...], convert: Callable[[str], str]) -> Iterator[str]:
    """Yield lines with `convert` applied to everything except fenced code and clear code spans."""
    for paragraph in paragraphs(lines):
        clear = all(map(is_clear, paragraph))
        yield from (outside_spans(line, convert) if clear else convert(line) for line in paragraph)
