"""Holds pages: each is rendered as its documentation system does it, and must show the payload as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import markdown
import yaml
from markdown_it import MarkdownIt

from tests.hostile.shape import Page, Shape, keeps, link_faults

Ask = Callable[[str, str], dict[str, Any]]
"""Gets a kind (`ts` or `mdx`) and a text; returns what a parser of node's makes of it."""
_EXTENSIONS = ["attr_list", "tables", "toc", "pymdownx.highlight", "pymdownx.superfences"]
_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_JSON = re.compile(r"^```json\n.*?\n```\n+", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"^```python\n(.*?)\n```$", re.DOTALL | re.MULTILINE)


class _Anything(MarkdownIt):
    """GitHub's markdown without the net below it: links of every scheme are made."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is the library's
        return True


@cache
def rendered(text: str, dialect: str) -> Page:
    """Return a page in HTML as `github` or `mkdocs` shows it."""
    if dialect == "github":
        github = _Anything("commonmark", {"html": True}).enable(["table", "strikethrough"])
        return Page(github.render(text))
    options = {"toc": {"permalink": False}}
    return Page(markdown.markdown(text, extensions=_EXTENSIONS, extension_configs=options))


def page_faults(text: str, dialect: str, harmless: Sequence[str], ask: Ask) -> Iterator[str]:
    """Yield what is wrong with a page in a dialect; `harmless` are the same page with harmless texts."""
    if any(char in text for char in "\r\0\x0b\x0c\x1b\x7f\x85\u2028\u2029"):
        yield "control characters in a page"
    if "```json" not in text:  # a value that no example has is left out
        harmless = [_JSON.sub("", page) for page in harmless]
    if dialect in {"github", "mkdocs"}:
        page = rendered(text, dialect)
        yield from page.faults
        yield from _shape_faults(page.shape, [rendered(each, dialect).shape for each in harmless])
        yield from _shown(text, "".join(page.texts))
        return
    head = _FRONT_MATTER.match(text)
    if head is None or set(yaml.safe_load(head[1])) != {"title"}:
        yield "front matter that is not ours"
        return
    answer = ask("mdx", text[head.end() :])
    yield from answer["faults"]
    yield from (each for each in answer["code"] if not each.endswith(("Element: br", "Element: code")))
    yield from link_faults(answer["links"])
    shapes = [_mdx_shape(each, ask) for each in harmless]
    yield from _shape_faults([tuple(each) for each in answer["shape"]], shapes)
    yield from _shown(text[head.end() :], answer["text"])


def _mdx_shape(text: str, ask: Ask) -> Shape:
    return [tuple(each) for each in _mdx_answer(text, ask)["shape"]]


_ANSWERS: dict[str, dict[str, Any]] = {}


def _mdx_answer(text: str, ask: Ask) -> dict[str, Any]:
    """Return the answer on a harmless page, asked for once."""
    if text not in _ANSWERS:
        _ANSWERS[text] = ask("mdx", _FRONT_MATTER.sub("", text, count=1))
    return _ANSWERS[text]


def _shape_faults(shape: Shape, needed: Sequence[Shape]) -> Iterator[str]:
    if not keeps(shape, needed):
        yield f"the page lost its shape: {shape} instead of {needed}"


def _shown(text: str, seen: str) -> Iterator[str]:
    """Yield a fault where a page hides what its source says of a payload outside of links and comments."""
    text = re.sub(r"<!-- UsageSnippet .*-->", "", text)
    written = text.count("alert(1)")
    links = len(re.findall(r"\]\([^()\s]*alert\(1\)|:\s*[^\s`]*script:alert\(1\)", text))
    if seen.count("alert(1)") < written - links:
        yield "a part of the payload is hidden"


def python_blocks(text: str) -> str:
    """Return the Python code of a page as one module."""
    return "\n".join(_CODE.findall(text))
