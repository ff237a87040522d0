"""The tree in memory: order, and the paths it refuses."""

import pytest
from typewright.writing.tree import UnsafePathError, make_tree


def test_paths_are_sorted_and_text_is_utf8() -> None:
    tree = make_tree([("b/ü.md", "ü\n"), ("a.py", ""), ("b/a.md", "x")])
    assert list(tree.items()) == [("a.py", b""), ("b/a.md", b"x"), ("b/ü.md", "ü\n".encode())]


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../up.md", "a/../../up.md", "a//b", "a/", "./a", "C:/a", "a\\b", "a\0b", "a\nb"),
        *("con.md", "a/NUL", "com1.py", "x/trailing.", "x/trailing ", "x" * 256, "a/" + "ü" * 128, "a?b", 'a"b'),
        "a\u2028b",
    ],
)
def test_a_path_that_leads_outside_or_cannot_exist_everywhere_is_refused(path: str) -> None:
    with pytest.raises(UnsafePathError):
        make_tree([(path, "")])


@pytest.mark.parametrize(
    "paths",
    [
        ("a.md", "a.md"),
        ("Pet.md", "pet.md"),
        ("d/STRASSE.md", "d/straße.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("a", "a/b"),
        ("A", "a/b"),
        ("Models/a.md", "models/b.md"),
    ],
)
def test_two_paths_that_one_file_system_takes_for_one_are_refused(paths: tuple[str, str]) -> None:
    with pytest.raises(UnsafePathError):
        make_tree([(path, "") for path in paths])


def test_dotfiles_and_init_modules_are_fine() -> None:
    make_tree([(".gitattributes", ""), ("python/a/__init__.py", ""), ("python/a/py.typed", "")])
