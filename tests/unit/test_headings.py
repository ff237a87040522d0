"""Headings of converted pages: no text of a title ends one, or is read as its attributes."""

import markdown
import pytest
from typewright.rendering.dialects import closed_escape, converted


@pytest.mark.parametrize("title", ["a\\", "a\\\\", "a {.b}", "a {: onclick=x }", "\\{", "{}|\\"])
def test_a_heading_shows_its_title(title: str) -> None:
    _, text = converted("page.md", f"# {title}\n\nText.\n", "mkdocs")
    html = markdown.markdown(text, extensions=["attr_list"])
    assert html.startswith("<h1>")
    assert "onclick=" not in html.partition(">")[0]


def test_an_open_escape_is_closed() -> None:
    assert [closed_escape(text) for text in ("a", "a\\", "a\\\\", "\\")] == ["a", "a\\\\", "a\\\\", "\\\\"]
