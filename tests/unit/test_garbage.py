"""Garbage with reference cycles is collected after a block that has made much, and left to a later one otherwise."""

import gc
import weakref
from collections.abc import Iterator

import pytest
import typewright.base.limits
from typewright.base.limits import gc_deferred


class Cyclic:
    """An object that refers to itself, which only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def few_allocations(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(typewright.base.limits, "_ALLOCATIONS", 1_000)
    was_enabled = gc.isenabled()
    gc.collect()
    gc.disable()  # so that nothing is collected between two blocks
    yield
    if was_enabled:
        gc.enable()


def test_garbage_of_a_block_that_makes_little_is_left_to_the_next_one_that_makes_much() -> None:
    with gc_deferred():
        dead = weakref.ref(Cyclic())
    assert dead() is not None
    with gc_deferred():
        made = [[number] for number in range(2_000)]
    assert dead() is None
    assert len(made) == 2_000


def test_garbage_of_many_blocks_that_make_little_is_collected_in_the_end() -> None:
    dead = []
    for _ in range(2_000):
        with gc_deferred():
            dead.append(weakref.ref(Cyclic()))
    assert sum(found() is not None for found in dead) < 1_000


def test_garbage_is_collected_after_a_block_that_fails() -> None:
    def fail() -> None:
        with gc_deferred():
            made.append(weakref.ref(Cyclic()))
            made.extend([number] for number in range(2_000))
            raise LookupError

    made: list[object] = []
    with pytest.raises(LookupError):
        fail()
    dead = made[0]
    assert isinstance(dead, weakref.ref)
    assert dead() is None
