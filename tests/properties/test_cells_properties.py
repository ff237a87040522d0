"""Code in cells shows the text that its author wrote, whichever parser renders the table."""

import html
import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from typewright.pages.cells import code_cell, plain_cell
from typewright.pages.markdown import table
from typewright.pages.prose import code_text
from typewright.rendering.dialects import converted

COMMONMARK = MarkdownIt("commonmark").enable("table")
PARSERS = {
    "CommonMark": COMMONMARK.render,
    "Python-Markdown": lambda text: markdown.markdown(text, extensions=["tables"]),
}
NASTY = st.text(alphabet="ab _*`|\\<>[](){}!#&;~\"'-\n", max_size=30)


def page_of(cell: str) -> str:
    """Return a table with one row that shows a cell as pages do."""
    made = table(("Name", "Example"), [("`x`", cell)], plain=True)
    rows = (made.header, made.rule, *made.rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def shown(page: str, parser: str) -> list[str]:
    """Return the texts of the cells of the row as a browser shows them."""
    found = re.findall(r"<td[^>]*>(.*?)</td>", PARSERS[parser](page), re.S)
    return [html.unescape(re.sub(r"<[^>]*>", "", cell)) for cell in found]


@pytest.mark.parametrize("parser", PARSERS)
@given(NASTY)
@example("__init__")
@example("a|b")
@example("C:\\new\\*dir|x")
@example("`` ` ``")
@example("[x](y)")
@example("<b>&amp;</b>")
@example("^(a|b)\\|{2,}$")
def test_an_example_shows_its_text(parser: str, text: str) -> None:
    wanted = code_text(text).strip()
    row = shown(page_of(code_cell(text)), parser)
    assert [cell.strip() for cell in row] == (["x", wanted] if wanted else ["x"])


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ["Like `a|b`.", 'As\n\n```json\n{"a": [1|2]}\n```\n\nshows.', "`C:\\x|y`", "a | b"])
def test_code_in_a_description_shows_its_text(parser: str, text: str) -> None:
    words = re.sub(r"```\w*|`", " ", text).split()
    row = shown(page_of(text), parser)
    assert len(row) == 2
    assert row[1].split() == words or "".join(row[1].split()) == "".join(words)


@given(NASTY)
@example("{](b")
def test_code_stays_in_mdx(text: str) -> None:
    page = page_of(code_cell(text) or "x")
    path, mdx = converted("a.md", page, "docusaurus")
    assert mdx.endswith(page.rstrip("\n") + "\n")
    assert path == "a.md"


def test_fenced_code_is_one_element_a_line() -> None:
    assert plain_cell("```\na\nb\n```") == '<code translate="no">a</code><br/><code translate="no">b</code>'
