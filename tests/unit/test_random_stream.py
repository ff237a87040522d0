"""Random streams: MT19937 seeded with one word, whether their first floats are computed alone or together."""

from random import Random

import pytest
from typewright.base import random_stream
from typewright.base.random_stream import RandomStream, prepare_streams, seed_of


def _reference(seed: int, count: int) -> list[float]:
    """Return the first floats of `init_genrand(seed)`, by the generator of the standard library."""
    words = [seed]
    for index in range(1, 624):
        words.append((1812433253 * (words[-1] ^ (words[-1] >> 30)) + index) & 0xFFFFFFFF)
    generator = Random()  # noqa: S311 - no secrets
    generator.setstate((3, (*words, 624), None))
    return [generator.random() for _ in range(count)]


def _read(text: str, count: int) -> list[float]:
    stream = RandomStream(text)
    return [stream.unit() for _ in range(count)]


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random_stream, "_first_units", random_stream._FirstUnits())


@pytest.mark.parametrize("text", ["", "a", "Pet", "Größe", "A much longer name, whose hash has all of its bits"])
def test_a_stream_is_that_of_the_reference(text: str) -> None:
    assert _read(text, 20) == _reference(seed_of(text), 20)


@pytest.mark.parametrize("count", [0, 1, 2, 511, 512, 513])
def test_prepared_streams_are_the_same(count: int) -> None:
    texts = [f"Type{number}" for number in range(count)]
    prepare_streams(texts)
    assert len(random_stream._first_units) == count
    for text in texts[:3] + texts[-3:]:
        assert _read(text, 10) == _reference(seed_of(text), 10)
    assert len(random_stream._first_units) == count


def test_few_streams_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random_stream, "_KEPT", 10)
    prepare_streams(f"Type{number}" for number in range(11))
    assert _read("Another", 2) == _reference(seed_of("Another"), 2)
    assert len(random_stream._first_units) == 1
