"""Examples that would be larger than examples are: they are cut off, and a warning names the type."""

import pytest
from typewright.base.errors import Location
from typewright.examples.conforming.nearest import Conforming
from typewright.examples.oversized import warnings_about_cuts
from typewright.ir import ABSENT
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower
from typewright.schemas.validation import SchemaValidator

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"


def warned_of(schemas: str) -> list[str]:
    api, _ = lower(document_from_bytes((HEAD + schemas).encode(), "spec.yaml"))
    found = warnings_about_cuts(api.models, lambda pointer: Location("spec.yaml", 1, 1))
    return [str(warning.pointer).rpartition("/")[2] for warning in found]


def level(number: int, presence: str) -> str:
    below = f"$ref: '#/components/schemas/L{number + 1}'"
    properties = f"properties: {{a: {{{below}}}, b: {{{below}}}}}"
    return f"    L{number}: {{type: object, {presence}, {properties}}}\n"


def levels(count: int, presence: str = "required: [a, b]") -> str:
    last = f"    L{count}: {{type: object, properties: {{x: {{type: string}}}}}}\n"
    return "".join(level(number, presence) for number in range(count)) + last


def test_the_first_level_that_is_too_large_is_named() -> None:
    assert warned_of(levels(8)) == []
    assert warned_of(levels(40)) == ["L31"]


def test_optional_properties_make_nothing_large() -> None:
    assert warned_of(levels(40, "required: [a]")) == []


def test_lists_count_as_often_as_they_must() -> None:
    item = "{type: array, minItems: 2000, items: {type: string}}"
    assert warned_of(f"    A: {{type: object, required: [a], properties: {{a: {item}}}}}\n") == ["A"]


def test_a_type_that_requires_itself_is_another_matter() -> None:
    assert warned_of("    A: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}\n") == []


def test_long_texts_count_by_their_length() -> None:
    text = "    A: {{type: object, required: [a], properties: {{a: {{type: string, minLength: {0}}}}}}}\n"
    assert warned_of(text.format(60_000)) == []
    assert warned_of(text.format(1_000_000)) == ["A"]


SIZES = ("type: string, minLength: 1000000", "type: array, minItems: 100000", "type: object, minProperties: 100000")


@pytest.mark.parametrize("schema", SIZES)
def test_no_value_is_made_that_is_too_large(schema: str) -> None:
    """None is tried, either: the budget of steps is hardly touched."""
    text = f"{HEAD}    A: {{{schema}}}\n"
    api, _ = lower(document_from_bytes(text.encode(), "spec.yaml"))
    steps = iter(range(10_000))
    conforming = Conforming(SchemaValidator(api), lambda _: (), steps)
    assert conforming.fresh("#/components/schemas/A") is ABSENT
    assert next(steps) < 5_000
