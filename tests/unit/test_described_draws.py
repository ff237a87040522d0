"""Draws that fit the name and the description of their field."""

import pytest
from typewright.base.random_stream import RandomStream
from typewright.examples.sampling.described import fitting_number, fitting_text
from typewright.examples.sampling.scalars import scalar_value
from typewright.examples.values import Plain
from typewright.ir import Annotations, Scalar, ScalarKind


@pytest.mark.parametrize(
    ("drawn", "name", "asked", "fitting"),
    [
        ("Ghana", "country", "country Two-letter country code (ISO 3166-1 alpha-2).", "GH"),
        ("Ghana", "country", "country iso-country-code", "GH"),
        ("Ghana", "country", "country The alpha-3 code.", "GHA"),
        ("Ghana", "country", "country A 2-letter code, in lower case.", "gh"),
        ("Ghana", "country", "country Where the bank is.", "Ghana"),
        ("<value>", "countryCode", "countryCode", "BR"),
        ("<value>", "country_code", "country_code The calling code of the phone.", "<value>"),
        ("<value>", "currency", "currency Three-letter code.", "USD"),
        ("<value>", "currency", "currency ISO 4217, lowercase.", "usd"),
        ("<value>", "currency", "currency What is paid with.", "<value>"),
        ("<value>", "language", "language A two letter code.", "en"),
        ("<value>", "sort_code", "sort_code Must be a six-digit number.", "123456"),
        ("2024-05-04", "day", "day In an 8 digit form.", "2024-05-04"),
    ],
)
def test_a_text_fits_what_is_said_of_it(drawn: str, name: str, asked: str, fitting: str) -> None:
    assert fitting_text(drawn, name, asked) == fitting


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        *(("expMonth", 11), ("exp_month", 11), ("year", 2026), ("hour", 10), ("minute", 46)),
        *(("perMonth", 798826), ("months", 798826), ("age", 798826)),
    ],
)
def test_a_number_fits_the_part_of_a_date_that_it_is(name: str, fitting: int) -> None:
    assert fitting_number(798826, name) == fitting


def test_as_many_numbers_are_drawn_whether_or_not_a_value_fits() -> None:
    country = Scalar(ScalarKind.STRING, "#/x", Annotations(description="Two-letter code."))
    streams = [RandomStream("Pet"), RandomStream("Pet")]
    plain, fitting = (
        scalar_value(country, "country", stream, fits_description=fits)
        for stream, fits in zip(streams, (False, True), strict=True)
    )
    assert isinstance(plain, Plain)
    assert isinstance(fitting, Plain)
    assert len(str(plain.value)) > 2 == len(str(fitting.value))
    assert streams[0].integer(0, 10**9) == streams[1].integer(0, 10**9)
