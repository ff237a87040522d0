"""When two values are the same, so that nothing which is made of them can differ."""

from enum import Enum

import pytest
from msgspec import Struct
from typewright.base.sameness import changed_keys, is_same


class Side(Enum):
    LEFT = "left"
    RIGHT = "right"


class Point(Struct, frozen=True):
    x: object
    side: Side = Side.LEFT


class Place(Struct, frozen=True):
    x: object
    side: Side = Side.LEFT


class Text(str):
    __slots__ = ()


SAME = (
    "a",
    7,
    True,
    None,
    (1, ("a", Side.LEFT)),
    [1, [2]],
    {"a": 1, "b": [None]},
    frozenset({"a", "b"}),
    frozenset({Side.LEFT, Side.RIGHT}),
    Point(("a", {"b": 1})),
)


def copied(value: object) -> object:
    """Return an equal value none of whose containers is the same object."""
    match value:
        case str():
            return "".join(list(value))
        case tuple() | list():
            return type(value)(map(copied, value))
        case dict():
            return {copied(key): copied(member) for key, member in value.items()}
        case frozenset():
            return frozenset(map(copied, value))
        case Point(x=x):
            return Point(copied(x))
    return value


@pytest.mark.parametrize("value", SAME)
def test_a_copy_is_the_same(value: object) -> None:
    assert is_same(value, copied(value))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        (0.0, -0.0),
        ("a", Text("a")),
        ((1,), [1]),
        ((1, 2), (1,)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"b": 1}),
        (frozenset({1}), frozenset({True})),
        (frozenset({"a"}), frozenset({Text("a")})),
        (Side.LEFT, Side.RIGHT),
        (Point(1), Point(True)),
        (Point(1), Place(1)),
        (Point(1), Point(1, Side.RIGHT)),
        (copied, repr),
    ],
)
def test_equal_is_not_the_same(one: object, other: object) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)


def test_what_has_changed_came_or_went() -> None:
    before = {"a": (1,), "b": 1, "c": 1}
    assert changed_keys(before, {"b": True, "a": (1,), "d": 1}) == {"b", "c", "d"}
