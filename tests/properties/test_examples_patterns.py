"""Strings drawn from regular expressions, held against Python's own engine and against the validator's."""

import re

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typewright.base.random_stream import RandomStream
from typewright.schemas.pattern_syntax import PatternError, parse
from typewright.schemas.patterns import strings

ATOMS = st.sampled_from(
    [
        "a",
        "Z",
        "7",
        "-",
        r"\.",
        r"\d",
        r"\w",
        r"\s",
        ".",
        "[a-f]",
        "[^a-z]",
        "[A-Z0-9_-]",
        r"[\d.]",
        r"\/",
        "é",
        r"\x41",
    ]
)
QUANTIFIERS = st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,3}", "{0,}", "+?"])


def patterns() -> st.SearchStrategy[str]:
    """Regular expressions without look-around, whose strings all engines agree on."""
    quantified = st.builds(str.__add__, ATOMS, QUANTIFIERS)

    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        sequence = st.lists(inner, min_size=1, max_size=4).map("".join)
        group = st.builds("({}{}){}".format, st.sampled_from(["", "?:", "?<n>"]), sequence, QUANTIFIERS)
        choice = st.builds("(?:{}|{})".format, sequence, sequence)
        return st.one_of(sequence, group, choice)

    return st.recursive(quantified, grown, max_leaves=8).map("^{}$".format)


@given(patterns(), st.integers(0, 1000))
@settings(max_examples=100, deadline=None)
def test_every_string_drawn_from_a_pattern_matches_it(pattern: str, seed: int) -> None:
    if pattern.count("?<n>") > 1:
        pattern = pattern.replace("?<n>", "")
    validator = jsonschema_rs.Draft202012Validator({"pattern": pattern})
    for text in strings(pattern, RandomStream(str(seed))):
        assert re.fullmatch(pattern[1:-1].replace("?<n>", "?P<n>"), text), (pattern, text)
        assert validator.is_valid(text), (pattern, text)


@given(st.text(alphabet="ab()[]{}*+?|\\^$.-,0123:=!<>ukpd", max_size=12))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_pattern_or_refused_as_none(text: str) -> None:
    try:
        drawn = list(strings(text, RandomStream("x")))
    except PatternError:
        return
    assert all(isinstance(each, str) for each in drawn)


@pytest.mark.parametrize("length", [1, 2, 5, 17, 64, 400])
@pytest.mark.parametrize("pattern", ["^[a-z]+$", "^(?:ab|c)*[0-9]*$", r"^\w[\w-]*\w?$", "^x[0-9a-f]*(-[0-9]*)?$"])
def test_a_length_is_met_where_the_pattern_allows_it(pattern: str, length: int) -> None:
    assert any(len(text) == length for text in strings(pattern, RandomStream("seed"), length, length))


@pytest.mark.parametrize(
    "pattern",
    [
        "(?<n",
        "(?<n)",
        "\\k<n",
        "a\\k<",
        "\\u{12",
        "\\u{",
        "\\p{L",
        "[\\u{1]",
        "[\\p{L]",
        "a{99999}",
        f"a{{{'9' * 5000}}}",
        "[a",
    ],
)
def test_what_does_not_end_or_is_too_long_is_no_pattern(pattern: str) -> None:
    with pytest.raises(PatternError):
        parse(pattern)


@pytest.mark.parametrize("pattern", [f"a{{0,{'9' * 5000}}}", "a{\u00b2}", f"a{{{'0' * 5000}2}}", "a{\u0663}"])
def test_numbers_of_quantifiers_are_digits_of_any_length(pattern: str) -> None:
    assert parse(pattern)


def test_the_same_seed_gives_the_same_strings() -> None:
    assert list(strings("[a-z]{3,9}", RandomStream("one"))) == list(strings("[a-z]{3,9}", RandomStream("one")))
    assert list(strings("[a-z]{3,9}", RandomStream("one"))) != list(strings("[a-z]{3,9}", RandomStream("two")))
