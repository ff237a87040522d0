"""Results of functions that are kept for the next build, as long as the arguments are the same."""

from collections.abc import Iterator
from typing import Any

import pytest
from typewright.base.kept_results import KeptResult, KeptResults
from typewright.base.last_build import Values, values_kept

CALLS: list[Any] = []


def length(value: list[int]) -> tuple[int]:
    CALLS.append(value)
    return (len(value),)


@pytest.fixture(autouse=True)
def _no_calls() -> Iterator[None]:
    CALLS.clear()
    yield
    CALLS.clear()


def test_a_function_is_called_again_only_for_other_arguments() -> None:
    values: Values = {}
    with values_kept(values):
        first = KeptResult(length).of([1, 2])
        assert KeptResult(length).of([1, 2]) is first
        assert len(CALLS) == 1
        assert KeptResult(length).of([1]) == (1,)
        assert KeptResult(length).of([1, 2]) == (2,), "only the last call is kept"
    assert len(CALLS) == 3


@pytest.mark.parametrize("other", [[1.0], [True], [2]])
def test_arguments_that_are_equal_are_not_the_same(other: list[Any]) -> None:
    with values_kept({}):
        KeptResult(length).of([1])
        KeptResult(length).of(other)
    assert len(CALLS) == 2


def test_the_same_result_of_other_arguments_is_the_earlier_object() -> None:
    with values_kept({}):
        first = KeptResult(length).of([1, 2])
        assert KeptResult(length).of([3, 4]) is first


def test_nothing_is_kept_elsewhere_nor_under_another_key() -> None:
    kept = KeptResult(length)
    assert kept.of([1]) == kept.of([1])
    with values_kept({}):
        kept.of([1])
        kept.of([1], key="other")
    assert len(CALLS) == 4


def test_of_many_things_those_whose_arguments_have_changed_are_made_again() -> None:
    values: Values = {}
    with values_kept(values):
        first = KeptResults(length).of({"a": ([1],), "b": ([2],)})
        second = KeptResults(length).of({"c": ([5, 6],), "b": ([3, 4],), "a": ([1],)})
    assert list(second.items()) == [("c", (2,)), ("b", (2,)), ("a", (1,))]
    assert second["a"] is first["a"]
    assert CALLS == [[1], [2], [5, 6], [3, 4]]


def test_what_is_gone_is_not_held() -> None:
    values: Values = {}
    with values_kept(values):
        KeptResults(length).of({"a": ([1],), "b": ([2],)})
        KeptResults(length).of({"b": ([2],)})
    assert [list(found) for _common, found in values.values()] == [["b"]]


def test_common_arguments_are_the_first_ones_and_others_make_all_again() -> None:
    def joined(common: list[int], value: int) -> tuple[int, ...]:
        CALLS.append(value)
        return (*common, value)

    values: Values = {}
    with values_kept(values):
        first = KeptResults(joined).of({"a": (1,), "b": (2,)}, common=([0],))
        assert KeptResults(joined).of({"a": (1,), "b": (3,)}, common=([0],)) == {"a": (0, 1), "b": (0, 3)}
        assert CALLS == [1, 2, 3]
        assert KeptResults(joined).of({"a": (1,)}, common=([5],)) == {"a": (5, 1)}
        assert first == {"a": (0, 1), "b": (0, 2)}
    assert KeptResults(joined).of({"a": (1,)}, common=([0],)) == {"a": (0, 1)}, "also where nothing is kept"


def test_in_a_sequence_other_things_may_come_and_go_and_one_may_come_twice() -> None:
    values: Values = {}
    with values_kept(values):
        first = KeptResults(length).of_sequence([("a", ([1],)), ("b", ([2, 3],)), ("a", ([],))])
        second = KeptResults(length).of_sequence([("c", ([],)), ("a", ([1],)), ("a", ([],)), ("b", ([2, 3],))])
    assert first == [(1,), (2,), (0,)]
    assert second == [(0,), (1,), (0,), (2,)]
    assert CALLS == [[1], [2, 3], [], []]


def test_a_call_that_fails_keeps_what_was_known() -> None:
    def checked(value: int) -> tuple[int]:
        CALLS.append(value)
        if value < 0:
            raise ValueError("negative")
        return (value,)

    kept = KeptResult(checked)
    with values_kept({}):
        kept.of(1)
        with pytest.raises(ValueError, match="negative"):
            kept.of(-1)
        kept.of(1)
    assert CALLS == [1, -1]
