"""Patterns of ECMA-262 mean the same to pydantic and to Python's `re`."""

import re

import pytest
from pydantic_core import SchemaValidator, ValidationError, core_schema
from typewright.targets.python.models.patterns import translated

CASES = [
    (r"^[a-zA-Z0-9_-]+$", ["a_b-C", "0"], ["", "a b", "a\n"]),
    (r"^\d{3}$", ["123"], ["१२३", "12", "123\n"]),
    (r"\w", ["a", "_"], ["é", ""]),
    (r"^\S$", ["a"], ["\u00a0", "\ufeff", " "]),
    (r"^\s$", ["\u2028", "\t", "\ufeff"], ["a", "\x85", "\x1c"]),
    (r"^a.b$", ["a-b", "a\x85b"], ["a\nb", "a\u2028b"]),
    (r"^\/x\-y$", ["/x-y"], ["x-y"]),
    (r"^[\w.-]+@[^\s@]+$", ["a.b-c@d"], ["@d", "a@b c"]),
    (r"^(?!no).*$", ["yes"], ["no", "nothing"]),
    (r"^(?=.*[a-z])(?=.*\d).{4,}$", ["ab12"], ["abcd", "1234"]),
    (r"^(a|b)\1$", ["aa", "bb"], ["ab"]),
    (r"^(?<q>['\"])x\k<q>$", ["'x'"], ["'x\""]),
    (r"^\u0041\x42\cJ$", ["AB\n"], ["AB"]),
    (r"^\ud83d\ude00$", ["😀"], ["x"]),
    (r"^[\u{1F600}-\u{1F64F}]$", ["😀"], ["x"]),
    (r"^[^]$", ["a", "\n"], [""]),
    (r"[]", [], ["", "a"]),
    (r"^[[a]$", ["[", "a"], ["b"]),
    (r"^[a&&b]$", ["&", "a"], ["c"]),
    (r"^[a~~-]$", ["~", "a", "-"], ["d"]),
    (r"^[\w-]$", ["-", "a"], ["."]),
    (r"^[a-z&&[^b]]$", ["b]"], ["a", "b"]),
    (r"^[\b]$", ["\b"], ["b"]),
    (r"^\bfoo\b$", ["foo"], ["food"]),
    (r"^{}$", ["{}"], ["x"]),
    (r"^a{2}$", ["aa"], ["a"]),
    (r"^a{,2}$", ["a{,2}"], ["a"]),
    (r"^.{1,5000}$", ["a" * 5000], ["", "a" * 5001]),
    (r"^(?i)abc$", None, None),
    (r"(?i)^abc$", ["ABC"], ["abd"]),
    (r"^(abc", None, None),
    (r"abc)", None, None),
    (r"*a", None, None),
    (r"[z-a]", None, None),
    (r"\q", None, None),
]


@pytest.mark.parametrize(("pattern", "matching", "other"), CASES, ids=[case[0] for case in CASES])
def test_both_dialects_hold_the_same_strings(pattern: str, matching: list[str] | None, other: list[str] | None) -> None:
    ours = translated(pattern)
    if matching is None or other is None:
        assert (ours.rust, ours.python) == (None, None)
        return
    assert ours.python is not None
    compiled = re.compile(ours.python)
    assert [text for text in matching if not compiled.search(text)] == []
    assert [text for text in other if compiled.search(text)] == []
    if ours.rust is not None:
        validator = SchemaValidator(core_schema.str_schema(pattern=ours.rust))
        assert [text for text in matching if not validator.isinstance_python(text)] == []
        assert [text for text in other if validator.isinstance_python(text)] == []


@pytest.mark.parametrize("char", "!\"#%&',-/:;<=>@_`~")
def test_escapes_of_characters_that_need_none_mean_the_character(char: str) -> None:
    for pattern, matching in ((rf"^\{char}$", char), (rf"^[\{char}]$", char), (rf"^[^\{char}a]$", "x")):
        validator = SchemaValidator(core_schema.str_schema(pattern=translated(pattern).rust))
        assert [text for text in (char, "a", "x") if validator.isinstance_python(text)] == [matching]


@pytest.mark.parametrize("pattern", [r"(?=a)", r"(?<!a)b", r"(a)\1", r"^.{1,5000}$"])
def test_what_rust_cannot_hold_is_left_to_python(pattern: str) -> None:
    assert translated(pattern).rust is None
    assert translated(pattern).python is not None


def test_properties_of_characters_are_left_to_rust() -> None:
    ours = translated(r"^\p{Lu}+$")
    assert ours.python is None
    validator = SchemaValidator(core_schema.str_schema(pattern=ours.rust))
    assert validator.validate_python("ÄB") == "ÄB"
    with pytest.raises(ValidationError):
        validator.validate_python("äb")


def test_deeply_nested_groups_are_left_to_python() -> None:
    """Rust's `regex` refuses them, and with them the model."""
    for depth in (100, 249, 250, 1000):
        found = translated("(" * depth + "a" + ")" * depth)
        assert found.rust is None
    assert translated("((a|b)c)").rust is not None
