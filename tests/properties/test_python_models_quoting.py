"""Text of a description never leaves the literal or docstring that it was put into."""

import ast

from hypothesis import example, given
from hypothesis import strategies as st
from typewright.targets.python.quoting import docstring, string_literal, value_literal

HOSTILE = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=6),
        st.sampled_from(
            ['"""', "'''", "\\", '"', "'", "\n", "\r", "\x00", "\u2028", "{{", "%}", "#", "\\N{DASH}", "\f"]
        ),
    ),
    max_size=12,
).map("".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | HOSTILE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HOSTILE, inner, max_size=3),
    max_leaves=8,
)


@given(HOSTILE)
@example("\ud800")
@example("\u202e")
def test_a_literal_is_the_text_and_nothing_else(text: str) -> None:
    source = string_literal(text)
    source.encode("utf-8")
    assert "\n" not in source
    assert ast.literal_eval(source) == text


@given(JSON)
def test_a_value_is_the_value_and_nothing_else(value: object) -> None:
    source = value_literal(value)  # type: ignore[arg-type]
    assert eval(source, {"__builtins__": {"float": float}}) == value  # noqa: S307


@given(HOSTILE, st.sampled_from(["", "    "]))
@example('"', "")
@example('ends with "', "    ")
@example('"""', "")
@example("\\", "")
def test_a_docstring_is_one_string_expression(text: str, indent: str) -> None:
    source = docstring(text, indent)
    source.encode("utf-8")
    if not source:
        return
    tree = ast.parse(f"class A:\n{indent or '    '}{source}\n")
    (only,) = tree.body[0].body  # type: ignore[attr-defined]
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)
    value = only.value.value
    assert value.split() == text.split()
