"""Headings of converted pages: no text of a title ends one, or is read as its attributes."""

import json

import markdown
import pytest
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.rendering.dialects import closed_escape, converted
from typewright.rendering.index_page import index_view


@pytest.mark.parametrize("title", ["a\\", "a\\\\", "a {.b}", "a {: onclick=x }", "\\{", "{}|\\"])
def test_a_heading_shows_its_title(title: str) -> None:
    _, text = converted("page.md", f"# {title}\n\nText.\n", "mkdocs")
    html = markdown.markdown(text, extensions=["attr_list"])
    assert html.startswith("<h1>")
    assert "onclick=" not in html.partition(">")[0]


def test_the_title_of_an_api_is_no_expression_on_the_first_page_of_a_site() -> None:
    spec = {"openapi": "3.1.0", "info": {"title": "Sum {1 + 1}", "version": "1"}, "paths": {}}
    api, _ = lower(document_from_bytes(json.dumps(spec).encode(), "spec.json"))
    assert index_view(api, "", (), "docusaurus").head.splitlines()[-1] == "# Sum \\{1 + 1\\}"


def test_an_open_escape_is_closed() -> None:
    assert [closed_escape(text) for text in ("a", "a\\", "a\\\\", "\\")] == ["a", "a\\\\", "a\\\\", "\\\\"]
