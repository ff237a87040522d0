"""Words and casing: what a text becomes in a name."""

import pytest
from typewright.base.number_words import number_in_words
from typewright.naming.operations import media_name, status_name
from typewright.naming.singular import singular
from typewright.naming.words import (
    camel,
    capitalise_pieces,
    capitalise_whole,
    folded,
    identifier,
    lower_before_digits,
    pascal,
    pascal_of_key,
    spell_leading_number,
    spell_number,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("response_format", "ResponseFormat"),
        ("BERT Score", "BERTScore"),
        ("deployments.metrics", "DeploymentsMetrics"),
        ("Terms & Conditions", "TermsAndConditions"),
        ("a&b", "AAndB"),
        ("&", "And"),
        ("b64_json", "B64Json"),
        ("_id", "Id"),
        ("self-harm/intent", "SelfHarmIntent"),
        ("photoRealVersion", "PhotoRealVersion"),
        ("$", ""),
        ("größe", "Größe"),
        ("名前", "名前"),
        ("a\u200bb", "AB"),
        ("a😀b", "AB"),
    ],
)
def test_pascal_case(text: str, expected: str) -> None:
    assert pascal(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on_codes", "onCodes"),
        ("b64_json", "b64Json"),
        ("_id", "id"),
        ("photoRealVersion", "photoRealVersion"),
        ("self-harm/intent", "selfHarmIntent"),
        ("OAuth2", "oAuth2"),
        ("", ""),
    ],
)
def test_camel_case(text: str, expected: str) -> None:
    assert camel(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "zero"),
        (2, "two"),
        (19, "nineteen"),
        (20, "twenty"),
        (24, "twenty four"),
        (28, "twenty eight"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (256, "two hundred and fifty six"),
        (1000, "one thousand"),
        (1024, "one thousand and twenty four"),
        (1_000_000, "one million"),
        (2_000_000_000, "two billion"),
        (10**12, "one zero zero zero zero zero zero zero zero zero zero zero zero"),
    ],
)
def test_a_number_in_words(number: int, expected: str) -> None:
    assert number_in_words(number) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("2", "Two"), ("28", "TwentyEight"), ("256", "TwoHundredAndFiftySix"), ("2a", "2a"), ("", "")],
)
def test_a_word_of_digits_is_spelled(word: str, expected: str) -> None:
    assert spell_number(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("3d", "Threed"), ("24h", "TwentyFourh"), ("d3", "d3"), ("٣d", "Threed")]
)
def test_digits_in_front_are_spelled(word: str, expected: str) -> None:
    assert spell_leading_number(word) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("LLM", "Llm"), ("JSON", "Json"), ("A", "A"), ("V2", "V2"), ("BERTScore", "BERTScore"), ("", "")],
)
def test_a_name_wholly_in_capitals_is_capitalised(name: str, expected: str) -> None:
    assert capitalise_whole(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ApplicationJSON7Value", "ApplicationJson7Value"), ("V2", "V2"), ("ResponseBodyJSON", "ResponseBodyJSON")],
)
def test_capitals_before_a_digit_are_lowered(name: str, expected: str) -> None:
    assert lower_before_digits(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("", "Empty"), ("Name", "Name"), ("\u0301a", "Type\u0301a"), ("٣d", "Type٣d")]
)
def test_a_name_can_be_an_identifier(name: str, expected: str) -> None:
    assert identifier(name) == expected
    assert expected.isidentifier()


def test_names_that_differ_by_case_or_by_form_are_the_same() -> None:
    assert folded("IMAGE") == folded("Image") == folded("\uff29mage")
    assert folded("ﬁle") == folded("File")
    assert folded("Image") != folded("Images")


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("connections", "connection"),
        ("AuthTokens", "AuthToken"),
        ("metadata", "metadatum"),
        ("KeyValueMetadata", "KeyValueMetadatum"),
        ("data", "data"),
        ("Data", "Data"),
        ("statuses", "status"),
        ("status", "status"),
        ("AdditionalProperties", "AdditionalProperty"),
        ("queries", "query"),
        ("keys", "key"),
        ("series", "series"),
        ("movies", "movie"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("matches", "match"),
        ("heroes", "hero"),
        ("aliases", "alias"),
        ("buses", "bus"),
        ("indices", "index"),
        ("vertices", "vertex"),
        ("matrices", "matrix"),
        ("analyses", "analysis"),
        ("people", "person"),
        ("Children", "Child"),
        ("shelves", "shelf"),
        ("lives", "life"),
        ("leaves", "leaf"),
        ("archives", "archive"),
        ("curves", "curve"),
        ("urls", "url"),
        ("class", "class"),
        ("IngestIfNotExists", "IngestIfNotExist"),
        ("Renamed", "Renamed"),
        ("DNS", "DNS"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_the_singular_of_a_noun(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [("404", "NotFound"), ("422", "UnprocessableEntity"), ("4XX", "Client"), ("5xx", "Server"), ("499", "Status499")],
)
def test_the_status_of_an_error_as_a_name(status: str, expected: str) -> None:
    assert status_name(status) == expected


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/json", "ApplicationJSON"),
        ("application/problem+json", "ApplicationProblemJSON"),
        ("application/xml; charset=utf-8", "ApplicationXML"),
        ("text/event-stream", "TextEventStream"),
    ],
)
def test_a_media_type_as_a_name(media_type: str, expected: str) -> None:
    assert media_name(media_type) == expected


@pytest.mark.parametrize(
    ("key", "name", "leaf"),
    [
        ("V3.SLO.SLO", "V3SLOSLO", "V3SloSlo"),
        ("V3.SLO.SloAction", "V3SLOSLOAction", "V3SLOSLOAction"),
        ("API.Apis", "APIApis", "APIApis"),
        ("SLO", "SLO", "SLO"),
        ("Pet_owner", "PetOwner", "PetOwner"),
    ],
)
def test_keys_of_components_in_capitals(key: str, name: str, leaf: str) -> None:
    assert (pascal_of_key(key), capitalise_pieces(key)) == (name, leaf)
