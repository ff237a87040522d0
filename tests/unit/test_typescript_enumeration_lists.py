"""The values of an enumeration on its TypeScript page, as `typewright prove` reads them."""

import pytest
from typewright.targets.typescript.prove.literals import LiteralError, listed


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ('"a" | 1.5 | true', ["a", 1.5, True]),
        ('  | "a"\n  | "b|c"', ["a", "b|c"]),
        ('"a" | Unrecognized<string>', ["a"]),
        ('{ a: 1 } | [1, "x"]', [{"a": 1}, [1, "x"]]),
    ],
)
def test_values_are_read(code: str, values: list[object]) -> None:
    assert plain(listed(code)) == values


def test_what_is_no_value_is_an_error() -> None:
    with pytest.raises(LiteralError):
        listed('"a" | string')


def plain(node: object) -> object:
    """Return the content of nodes inside of each other."""
    content = getattr(node, "content", node)
    if isinstance(content, dict):
        return {name: plain(member) for name, member in content.items()}
    return [plain(item) for item in content] if isinstance(content, list) else content
