"""An author's markdown stays as it is; what would swallow or run the page is shown as text."""

import pytest
from typewright.pages.html import is_safe_link
from typewright.pages.markdown import escape_cell
from typewright.pages.prose import inline, one_line, prose, with_headings_below
from typewright.rendering.dialects import converted

HARMLESS = [
    "A pet.",
    "# Heading\n\n- one\n- two\n\n1. *first*\n   second",
    "Use `List<String>` or ``a ` b``, {braces} and \\*stars\\*; 1 < 2 > 0.",
    '```json\n{"a": "<b>"}\n```\n\nMore.',
    "1. Do this:\n\n   ```bash\n   echo <x> | `cat`\n   ```\n2. And that.",
    "~~~~\n```\n~~~~",
    "Bold <b>text</b><br/>and <a href=\"https://example.com\" title='x'>a link</a>.",
    "<https://example.com/a?b=c> and <ann@example.com>",
    "In the format 'data:<mime-type>;base64,<base64-data>' for <api_key>.",
    "Defaults to /_bulk: /<myIndexName>/_bulk (Authorization: <token>), <API version>, <list/of/fields>.",
    "At 'http://<your\u2011URL>:<port>', <https://<Workspace_ID>/logs>.",
    "First.</br></br>Second, with <code>git log</code>.",
    "See [this](https://example.com/x), [that](../that.md#there) and [mail](mailto:ann@example.com).",
    "```inline``` code\non two lines `here",
    "| a | b |\n|---|---|\n| `c` | d |",
    "Wie schön: 日本語, \U0001f600, \u200fעברית.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert prose(text) == text


@pytest.mark.parametrize("text", [text for text in HARMLESS if "```" not in text])
def test_harmless_text_stays_as_it_is_in_a_cell(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<b>never closed", "&lt;b>never closed"),
        ("</div> first", "&lt;/div> first"),
        ("<!-- all that follows", "&lt;!-- all that follows"),
        ('<a href="javascript:x">a</a>', '&lt;a href="javascript:x">a&lt;/a>'),
        ("<p onclick='x'>a</p>", "&lt;p onclick='x'>a&lt;/p>"),
        ("<token hidden>", "&lt;token hidden>"),
        ("<token a=b> <SVG>", "&lt;token a=b> &lt;SVG>"),
        ("<b>fine</b> <iframe>", "&lt;b>fine&lt;/b> &lt;iframe>"),
        ("`<script>` is code, <script> is not", "`<script>` is code, &lt;script> is not"),
        ("\\` a ` <script> `", "\\` a ` &lt;script> `"),
        ("` a\nb ` <script> `", "` a\nb ` &lt;script> `"),
        ("[x](b`c) `y` <i> `", "[x](b`c) `y` &lt;i> `"),
        ("\\<b> and \\\\<b>", "\\<b> and \\\\&lt;b>"),
        ("[x](javascript:y) [x](<  JavaScript&colon;y>)", "[x]\\(javascript:y) [x]\\(<  JavaScript&colon;y>)"),
        ("[x]: vbscript:y", "[x]\\: vbscript:y"),
        ("```json\n{}", "```json\n{}\n```"),
        ("a\n~~~~\nb", "a\n~~~~\nb\n~~~~"),
        ("```{.py onclick=x}\na\n```", "```\na\n```"),
        ("> ```\nb <i>", "> \\`\\`\\`\nb &lt;i>"),
        ("- ```\n  a\n  ```\n<i>", "- \\`\\`\\`\n  a\n  \\`\\`\\`\n&lt;i>"),
        ("a\rb\r\nc\x00\x85d\u2028e", "a\nb\nc\ufffd d e"),
    ],
)
def test_what_would_swallow_or_run_the_page_is_shown(text: str, shown: str) -> None:
    assert prose(text) == shown


def test_a_line_is_one_line() -> None:
    assert one_line("a\n::error::b\r\n<i>") == "a ::error::b &lt;i>"


@pytest.mark.parametrize(
    ("cell", "escaped"), [("a|b", "a\\|b"), ("a\\|b", "a\\&#124;b"), ("a\\\\|b", "a\\\\&#124;b"), ("a\nb", "a<br/>b")]
)
def test_no_cell_ends_before_its_end(cell: str, escaped: str) -> None:
    assert escape_cell(cell) == escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("import x from 'y'\nexport const z = 1", "&#105;mport x from 'y'\n&#101;xport const z = 1"),
        ("imports and exports", "imports and exports"),
        ("{a} \\{b} \\\\{c}", "\\{a\\} \\{b\\} \\\\\\{c\\}"),
        ("a<br/>b \\<c> \\\\<d>", "a<br/>b &lt;c> \\\\&lt;d>"),
        ("`{a}` {b}", "`{a}` \\{b\\}"),
        ("` {a}\n` {b} `", "` \\{a\\}\n` \\{b\\} `"),
        ("<!-- a --><script>x</script><!-- b -->", "&lt;!-- a -->&lt;script>x&lt;/script>&lt;!-- b -->"),
    ],
)
def test_mdx_finds_no_code(text: str, shown: str) -> None:
    path, page = converted("a.md", f"# A\n\n{text}\n", "docusaurus")
    assert path == "a.md"
    assert page == f'---\ntitle: "A"\n---\n\n# A\n\n{shown}\n'


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        (f"https://example.com/{'a' * 5000}", True),
        ("/path?a=1&" * 900, True),
        (f"{'&Tab;' * 900}javascript:x", False),
        (f"{'a' * 5000}:x", False),
        ("java&#115;cript:x", False),
    ],
)
def test_of_a_long_target_the_start_tells_whether_it_is_safe(target: str, safe: bool) -> None:
    assert is_safe_link(target) is safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\n\ntext\n\n### B", "### A\n\ntext\n\n#### B"),
        ("# A\n## B\n##### C", "### A\n#### B\n###### C"),
        ("#### A\n\n### B", "#### A\n\n### B"),
        ("#tag\n#", "#tag\n###"),
        ("# A\n```\n# comment\n```\n", "### A\n```\n# comment\n```\n"),
        ("plain # text", "plain # text"),
    ],
)
def test_headings_are_moved_below_a_level(text: str, expected: str) -> None:
    assert with_headings_below(text, 2) == expected
