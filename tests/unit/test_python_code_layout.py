"""Python expressions in the layout of black: stable under it, and still the same value."""

import ast
from typing import Any

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typewright.rendering.formatting import formatted
from typewright.targets.python.code_layout import WIDTH, flat, imports, method_parameter, statement
from typewright.targets.python.constructors import json_expression

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=12,
)
HEADS = st.sampled_from(["value = ", "value: dict[str, models.SomethingWithALongName] = ", f"value: {'T' * 70} = "])


def value_of(code: str) -> Any:
    """Return the value that a statement assigns."""
    assigned = ast.parse(code).body[0]
    assert isinstance(assigned, ast.Assign | ast.AnnAssign)
    assert assigned.value is not None
    return ast.literal_eval(assigned.value)


@given(HEADS, JSON)
def test_a_statement_keeps_the_value_and_is_what_black_would_write(head: str, value: Any) -> None:
    code = statement(head, json_expression(value)) + "\n"
    assert value_of(code) == value
    assert black.format_str(code, mode=black.Mode()) == code


@pytest.mark.parametrize("char", ["x", "\u00e4", "\u4e00", "\uff21", "\U0001f600", "\U000101fe", "\u0378", "\n"])
@pytest.mark.parametrize("head", ["value = ", "value: str = ", f"value: {'T' * 46} = "])
@pytest.mark.parametrize("count", [*range(8, 44, 2), 100])
def test_a_text_is_laid_out_as_black_does(head: str, char: str, count: int) -> None:
    code = statement(head, json_expression(char * count)) + "\n"
    assert black.format_str(code, mode=black.Mode()) == code


def test_what_fits_stays_on_one_line() -> None:
    assert statement("value = ", json_expression({"a": [1, 2], "b": None})) == 'value = {"a": [1, 2], "b": None}'


def test_what_does_not_fit_is_broken_at_the_outermost_bracket() -> None:
    value: Any = {"a": ["x" * 30, "y" * 30], "b": [1]}
    assert statement("value = ", json_expression(value)) == (
        f'value = {{\n    "a": ["{"x" * 30}", "{"y" * 30}"],\n    "b": [1],\n}}'
    )


@pytest.mark.parametrize("count", [1, 2, 9])
def test_a_wide_import_is_broken_into_a_line_a_name(count: int) -> None:
    names = tuple(f"SomeRatherLongName{index}" for index in range(count))
    code = imports("acme_pets_with_a_long_name_indeed_so_long_that_it_hardly_fits.models", names) + "\n"
    assert black.format_str(code, mode=black.Mode()) == code
    assert all(len(line) <= WIDTH for line in code.splitlines()) or count == 1


def test_flat_ignores_the_width() -> None:
    assert "\n" not in flat(json_expression(["x" * 50, "y" * 50]))


@pytest.mark.parametrize("default", ["", " = None"])
@pytest.mark.parametrize("name", ["short", "long" * 16])
@pytest.mark.parametrize(
    "annotation",
    ["str", "str | None", 'Literal["a | b", "c"] | None', "Sequence[models.A | dicts.B]", "A[B] | C[D, E]"],
)
def test_ruff_and_black_agree_on_a_long_union(annotation: str, name: str, default: str) -> None:
    parameter = method_parameter(f"{name}: {annotation}{default}")
    code = f"class C:\n    def f(\n        self,\n        {parameter},\n    ) -> None:\n        pass\n"
    laid_out = formatted({"c.py": code}, "ruff")["c.py"]
    assert black.format_str(laid_out, mode=black.Mode()) == laid_out
