"""The names of environment variables: ASCII capitals, as shells need."""

import re

import pytest
from typewright.client.environment import ascii_name, variable_name, variable_prefix


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AcmePhotos", "AcmePhotos"),
        ("ÖddAPI", "OddAPI"),
        ("Straße", "StraSSe"),
        ("Øresund", "Oresund"),
        ("Æther", "AEther"),
        ("天API", "U5929API"),
        ("Погода", "U41FU43EU433U43EU434U430"),
        ("Ｗide", "Wide"),
    ],
)
def test_a_name_in_ascii(name: str, expected: str) -> None:
    assert ascii_name(name) == expected


def test_a_prefix_is_the_configured_one_or_the_name_of_the_class() -> None:
    assert variable_prefix(None, "Acme") == "ACME"
    assert variable_prefix("photos", "Acme") == "PHOTOS"


@pytest.mark.parametrize("name", ["schlüssel", "ключ", "api_key", "ß", "ｋey"])
def test_a_variable_is_what_shells_take(name: str) -> None:
    assert re.fullmatch("[A-Z_][A-Z0-9_]*", variable_name(variable_prefix(None, "Ödd天"), name))
