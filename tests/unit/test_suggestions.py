"""The name that a misspelt one is taken for."""

import pytest
from typewright.base.suggestions import closest, did_you_mean


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("pet", ["Pets", "pets", "Pet"], "Pet"),
        ("PETT", ["Pet", "Owner"], "Pet"),
        ("petID", ["petId", "PETID"], "petId"),
        ("pet", ["owner"], None),
        ("pet", [], None),
    ],
)
def test_letters_count_before_their_case(name: str, known: list[str], expected: str | None) -> None:
    assert closest(name, known) == expected
    assert did_you_mean(name, known) == (None if expected is None else f"did you mean '{expected}'?")
