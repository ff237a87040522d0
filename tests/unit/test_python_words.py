"""Names of attributes, members and modules."""

import keyword

import pytest
from typewright.targets.python.words import attribute, attributes, member, members, module_stem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fileName", "file_name"),
        ("onCodes", "on_codes"),
        ("_id", "id"),
        ("self-harm/intent", "self_harm_intent"),
        ("clientID", "client_id"),
        ("b64_json", "b64_json"),
        ("rouge_1", "rouge_1"),
        ("in", "in_"),
        ("format", "format_"),
        ("schema", "schema_"),
        ("type", "type"),
        ("model_config", "model_config_"),
        ("copy", "copy_"),
        ("None", "none"),
        ("class", "class_"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("1st", "onest"),
        ("24h", "twenty_fourh"),
        ("", "empty"),
        ("$%&", "empty"),
        ("größe", "größe"),
        ("ﬁle", "file"),
        ("__class__", "class_"),
        ("XMLHttpRequest", "xml_http_request"),
    ],
)
def test_an_attribute_follows_from_its_property(name: str, expected: str) -> None:
    assert attribute(name) == expected
    assert expected.isidentifier()
    assert not keyword.iskeyword(expected)


def test_a_property_that_needs_no_change_keeps_its_name() -> None:
    assert attributes([("fileName", None), ("file_name", None), ("FileName", None)]) == [
        "file_name_2",
        "file_name",
        "file_name_3",
    ]


def test_no_attribute_is_the_wire_name_of_another_property() -> None:
    assert attributes([("a-b", None), ("a_b_2", None), ("a_b", None)]) == ["a_b_3", "a_b_2", "a_b"]


def test_a_preferred_name_goes_before_the_one_on_the_wire() -> None:
    assert attributes([("property", "field")]) == ["field"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("createdAt", "CREATED_AT"),
        ("24h", "TWENTY_FOURH"),
        ("256x256", "TWO_HUNDRED_AND_FIFTY_SIXX256"),
        ("1024x1024", "ONE_THOUSAND_AND_TWENTY_FOURX1024"),
        ("Translation (document)", "TRANSLATION_DOCUMENT_"),
        ("", "EMPTY"),
        ("-created_at", "MINUS_CREATED_AT"),
        ("+1", "PLUS_1"),
        ("-", "HYPHEN_MINUS"),
        (">=", "GREATER_THAN_EQUALS"),
    ],
)
def test_a_member_follows_from_its_value(value: str, expected: str) -> None:
    assert member(value) == expected


def test_members_differ() -> None:
    assert members(["a-b", "a_b", "mro"]) == ["A_B", "A_B_2", "MRO_2"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ImageUsage", "imageusage"), ("Import", "import_"), ("CON", "con_"), ("日本", "types"), ("3D", "types3d")],
)
def test_a_module_has_a_name_that_every_system_can_hold(name: str, expected: str) -> None:
    assert module_stem(name) == expected


def test_of_two_parameters_with_one_name_the_first_keeps_it() -> None:
    assert attributes([("param", None), ("param", None), ("param_2", None)]) == ["param", "param_3", "param_2"]
