"""The diff of a file leads from the one text to the other, and its line numbers are those of the files."""

import re

from hypothesis import given
from hypothesis import strategies as st
from typewright.writing.compare import overwritten_diff
from typewright.writing.tree import Tree

LINES = st.lists(st.sampled_from(["a", "b", "", "@@ -1 +1 @@", "c"]), max_size=30)
HEAD = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


def diff(before: list[str], after: list[str]) -> list[str]:
    texts = ["".join(f"{line}\n" for line in lines).encode() for lines in (before, after)]
    return list(overwritten_diff({"a.md": texts[0]}, Tree({"a.md": texts[1]})))


def patched(before: list[str], lines: list[str]) -> list[str]:
    """Apply a diff, and hold each line that it does not change against the text."""
    made: list[str] = []
    position = 0
    for line in lines[2:]:
        if head := HEAD.fullmatch(line):
            start = int(head[1]) - (head[2] != "0")
            made += before[position:start]
            position = start
            assert len(made) == int(head[3]) - (head[4] != "0")
            continue
        if line[0] in " -":
            assert before[position] == line[1:]
            position += 1
        if line[0] in " +":
            made.append(line[1:])
    return made + before[position:]


@given(LINES, LINES, LINES, LINES)
def test_a_diff_makes_the_second_text_of_the_first(
    first: list[str], second: list[str], common: list[str], end: list[str]
) -> None:
    before, after = [*common, *first, *end], [*common, *second, *end]
    lines = diff(before, after)
    assert patched(before, lines) == after
    assert bool(lines) == (before != after)


def test_a_hunk_has_three_lines_around_a_change() -> None:
    before = [str(number) for number in range(20)]
    assert diff(before, [*before[:9], "x", *before[10:]]) == [
        "--- a/a.md",
        "+++ b/a.md",
        "@@ -7,7 +7,7 @@",
        " 6",
        " 7",
        " 8",
        "-9",
        "+x",
        " 10",
        " 11",
        " 12",
    ]


def test_the_diff_of_a_large_file_is_that_of_its_change() -> None:
    before = ["a", "b"] * 100_000
    assert len(diff(before, [*before[:100_001], "x", *before[100_001:]])) < 20
