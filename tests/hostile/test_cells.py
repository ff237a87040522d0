"""Cells show the text that their author wrote in MDX (Docusaurus, Mintlify) and in marked, which many viewers use.

`tests/properties/test_cells_properties.py` holds them against CommonMark and Python-Markdown.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterable

import pytest
from typewright.pages.cells import code_cell
from typewright.pages.prose import code_text
from typewright.rendering.dialects import converted

from tests.hostile.markdown_oracle import Ask
from tests.properties.test_cells_properties import page_of

ALPHABET = "ab _*`|\\<>[](){}!#&;~\"'-\n"
WRITTEN = (
    *(
        "__init__",
        "a|b",
        "C:\\new\\*dir|x",
        "`` ` ``",
        "[x](y)",
        "<b>&amp;</b>",
        "^(a|b)\\|{2,}$",
        "{x}",
        "${y}",
        "<T>",
    ),
    *(
        "import x",
        "export default 1",
        "```\ncode\n```",
        "http://a.b/?c=d&e=*f*",
        "~~gone~~",
        "a\\",
        "1. one",
        "# no title",
    ),
)
DESCRIPTIONS = (
    "Like `a|b`.",
    'As\n\n```json\n{"a": [1|2]}\n```\n\nshows.',
    "`C:\\x|y`",
    "a | b",
    "Of `{id}` and `<T>`.",
)
PARSERS = ("mdx", "marked")


def drawn(numbers: range) -> Iterable[str]:
    for number in numbers:
        dice = random.Random(number)  # noqa: S311 - the same every time
        yield "".join(dice.choices(ALPHABET, k=dice.randrange(1, 30)))


def row_of(page: str, parser: str, ask: Ask) -> list[str]:
    """Return the texts of the row of a table as a browser shows them."""
    if parser == "mdx":
        answer = ask("mdx", converted("a.md", page, "docusaurus")[1].split("---\n", 2)[2])
        assert answer["faults"] == [], page
        cells = answer["cells"]
        return [str(cell) for cell in cells[len(cells) // 2 :]]
    found = re.findall(r"<td[^>]*>(.*?)</td>", ask("marked", page)["html"], re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]*>", " " if cell.startswith("<br") else "", cell)) for cell in found]


def hold(texts: Iterable[str], parser: str, ask: Ask) -> None:
    for text in texts:
        wanted = code_text(text).strip()
        row = row_of(page_of(code_cell(text)), parser, ask)
        assert [cell.strip() for cell in row] == (["x", wanted] if wanted else ["x"]), text


@pytest.mark.parametrize("parser", PARSERS)
def test_an_example_shows_its_text(parser: str, inspector: Ask) -> None:
    hold([*WRITTEN, *drawn(range(40))], parser, inspector)


@pytest.mark.nightly
@pytest.mark.parametrize("parser", PARSERS)
def test_every_example_shows_its_text(parser: str, inspector: Ask) -> None:
    hold(drawn(range(1_000, 6_000)), parser, inspector)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_code_in_a_description_shows_its_text(parser: str, text: str, inspector: Ask) -> None:
    words = re.sub(r"```\w*|`", " ", text).split()
    row = row_of(page_of(text), parser, inspector)
    assert len(row) == 2
    assert "".join(row[1].split()) == "".join(words)
