"""Text of a description as TypeScript: whatever it holds, it stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typewright.base.json_value import JsonValue
from typewright.targets.typescript.quoting import comment_lines, doc_comment, json_literal, property_key, string_literal

_HOSTILE = st.lists(
    st.sampled_from(
        [
            *"\\'\"`$*/@{} \n\r\t\v\x00\x0b\x7f\x85",
            *"\u2028\u2029\u202e\ufeff\ud800\udc00éa0",
            "*/",
            "//",
            "</script>",
            "<!--",
            "@ts-ignore",
            "@ts-expect-error",
        ]
    ),
    max_size=12,
).map("".join)
_ANY_TEXT = _HOSTILE | st.text()
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))", re.DOTALL)
_SINGLE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v"}


def _evaluate(literal: str) -> str:
    """Read a string literal as ECMA-262, 12.9.4 does; fail where it isn't one literal from end to end."""
    quote, body = literal[0], literal[1:-1]
    assert quote in "'\""
    assert re.fullmatch(rf"(?:\\.|[^\\\n\r{quote}])*", body), literal
    assert literal[-1] == quote
    return _ESCAPE.sub(_unescaped, body)


def _unescaped(escape: re.Match[str]) -> str:
    if escape[3] is not None:
        assert escape[3] not in "0123456789xu", "an octal or a broken escape"
        return _SINGLE.get(escape[3], escape[3])
    return chr(int(escape[1] or escape[2], 16))


@given(_ANY_TEXT, st.booleans())
def test_a_literal_has_the_text_for_its_value(text: str, double: bool) -> None:
    assert _evaluate(string_literal(text, double=double)) == text


@given(_ANY_TEXT)
def test_a_literal_is_printable_and_harmless_in_a_page(text: str) -> None:
    literal = string_literal(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ud800-\udfff]", literal)
    assert "</script" not in literal.lower()
    assert "<!--" not in literal


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("png", '"png"'),
        ('say "hi"', "'say \"hi\"'"),
        ("""it's "x\"""", '''"it's \\"x\\""'''),
        ("a\\b\n", '"a\\\\b\\n"'),
        ("\x001", '"\\x001"'),
        ("</SCRIPT>", '"<\\/SCRIPT>"'),
        ("\u2028", '"\\u2028"'),
    ],
)
def test_literals(text: str, literal: str) -> None:
    assert string_literal(text) == literal


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("onCodes", "onCodes"),
        ("class", "class"),
        ("$ref", "$ref"),
        ("1080p", '"1080p"'),
        ("a b", '"a b"'),
        ("", '""'),
        ("é", '"é"'),
        ("__proto__", '["__proto__"]'),
        ("name\n", '"name\\n"'),
    ],
)
def test_property_keys(name: str, key: str) -> None:
    assert property_key(name) == key


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (None, "null"),
        (True, "true"),
        (-3, "-3"),
        (2.0, "2"),
        (0.5, "0.5"),
        (1e300, "1e+300"),
        ("x", '"x"'),
        ([1, "a", []], '[1, "a", []]'),
        ({"a": 1, "b c": {}}, '{ a: 1, "b c": {} }'),
    ],
)
def test_json_values_as_literals(value: JsonValue, literal: str) -> None:
    assert json_literal(value) == literal


@given(_ANY_TEXT, st.sampled_from(["", "  "]))
def test_a_comment_ends_at_its_end_and_directs_nobody(text: str, indent: str) -> None:
    comment = doc_comment(comment_lines(text), indent)
    if not comment:
        assert not text.strip()
        return
    assert re.fullmatch(rf"{indent}/\*\*.*?\*/\n", comment, re.DOTALL)
    assert comment.count("*/") == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ud800-\udfff]", comment)
    assert not re.search(r"^[\s*/]*@", comment, re.MULTILINE)


def test_a_comment_of_several_lines() -> None:
    assert doc_comment(comment_lines("One */\n\n@internal two"), "  ") == (
        "  /**\n   * One *\\/\n   *\n   * \\@internal two\n   */\n"
    )
