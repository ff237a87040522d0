"""Whatever a description says, the page around it keeps its shape and runs nothing, for two parsers of markdown."""

from hypothesis import given
from hypothesis import strategies as st
from typewright.pages.markdown import escape_cell
from typewright.pages.prose import inline, prose
from typewright.rendering.dialects import converted

from tests.hostile.markdown_oracle import rendered
from tests.hostile.shape import missing

PIECES = [
    *("`", "``", "```", "~~~", "\\", "|", "\n", "\n\n", "    ", "  ", "> ", "- ", "1. ", "#", "---", "===", "*", "_"),
    *("<", ">", "</", "/>", "<!--", "-->", "<script>", "</script>", "<b>", "</b>", "<br/>", "<i", "<div>", "</div>"),
    *("[", "]", "(", ")", "](", "]:", "javascript:", "<javascript:x>", "{", "}", "{: onclick=x }", "&lt;", "&#60;"),
    *(
        "import x",
        "export y",
        "a",
        "b c",
        "é",
        "\t",
        "\r",
        "\u2028",
        "\x00",
        "<?",
        "<![CDATA[",
        "]]>",
        "<pre>",
        "'",
        '"',
    ),
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=14).map("".join)
NEEDED = [("heading", 1), ("heading", 2), ("table", 2, 2), ("heading", 2), ("code", 0)]


def page(text: str, cell: str) -> str:
    table = f"| a | b |\n| --- | --- |\n| {escape_cell(inline(cell))} | `x` |"
    return f"# Title\n\n{prose(text)}\n\n## Fields\n\n{table}\n\n## Code\n\n```python\nx = 1\n```\n"


@given(TEXTS, TEXTS)
def test_a_page_of_github_keeps_its_shape(text: str, cell: str) -> None:
    found = rendered.__wrapped__(page(text, cell), "github")
    assert found.faults == []
    assert missing(found.shape, NEEDED) == []


@given(TEXTS, TEXTS)
def test_a_page_of_mkdocs_keeps_its_shape(text: str, cell: str) -> None:
    _, shown = converted("a.md", page(text, cell), "mkdocs")
    found = rendered.__wrapped__(shown, "mkdocs")
    assert found.faults == []
    assert missing(found.shape, NEEDED) == []


@given(TEXTS)
def test_prose_is_stable(text: str) -> None:
    assert prose(prose(text)) == prose(text)
