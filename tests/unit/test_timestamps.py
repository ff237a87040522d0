"""Timestamps of YAML 1.1, and the form in which pages of the reference show them."""

import pytest
from typewright.base.timestamps import Timestamp, is_timestamp


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-08-15T12:34:56.000Z", "2024-08-15 12:34:56 +0000 UTC"),
        ("2024-08-15T12:34:56.250Z", "2024-08-15 12:34:56.25 +0000 UTC"),
        ("2024-08-15t12:34:56-0530", "2024-08-15 12:34:56 -0530 -0530"),
        ("2024-8-5 1:02:03 +2", "2024-08-05 01:02:03 +0200 +0200"),
        ("2024-08-15 12:34:56", "2024-08-15 12:34:56 +0000 UTC"),
        ("0001-01-01", "0001-01-01 00:00:00 +0000 UTC"),
        ("2024-02-31", "2024-02-31"),
    ],
)
def test_a_timestamp_is_shown_as_a_time(text: str, shown: str) -> None:
    assert is_timestamp(text)
    assert Timestamp(text).as_time == shown
    assert Timestamp(text) == text


@pytest.mark.parametrize("text", ["2024", "2024-08", "12:34:56", "2024-08-15T12:34", "on 2024-08-15", ""])
def test_any_other_text_is_none(text: str) -> None:
    assert not is_timestamp(text)
    assert Timestamp(text).as_time == text
