"""Texts put together of pieces of markup, on pages of Docusaurus and Mintlify: MDX compiles them and finds no code."""

from __future__ import annotations

import random

import pytest
from typewright.config.options import Dialect
from typewright.rendering.dialects import converted

from tests.hostile.markdown_oracle import Ask
from tests.hostile.shape import missing
from tests.properties.test_prose_properties import NEEDED, PIECES, page

SIZES = {"sample": range(60), "nightly": range(1_000, 5_000)}


def drawn(number: int) -> str:
    dice = random.Random(number)  # noqa: S311 - the same every time
    return "".join(dice.choices(PIECES, k=dice.randrange(1, 15)))


def hold(numbers: range, ask: Ask) -> None:
    for number in numbers:
        dialect: Dialect = "docusaurus" if number % 2 else "mintlify"
        text, cell = drawn(2 * number), drawn(2 * number + 1)
        _, shown = converted("a.md", page(text, cell), dialect)
        answer = ask("mdx", shown.split("---\n", 2)[2])
        assert answer["faults"] == [], (number, text, cell)
        assert [each for each in answer["code"] if not each.endswith("Element: br")] == [], (number, text, cell)
        needed = NEEDED if dialect == "docusaurus" else NEEDED[1:]
        assert missing([tuple(each) for each in answer["shape"]], needed) == [], (number, text, cell)


def test_a_sample_of_pages_is_no_code(inspector: Ask) -> None:
    hold(SIZES["sample"], inspector)


@pytest.mark.nightly
def test_pages_are_no_code(inspector: Ask) -> None:
    hold(SIZES["nightly"], inspector)
