"""A value of another type in every place of a description: never a traceback, and told where it is."""

import copy
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typewright.base.errors import Diagnostic, Severity, TypewrightError
from typewright.base.json_value import JsonValue
from typewright.base.limits import recursion_limit_raised
from typewright.lint import lint
from typewright.openapi.document import Document
from typewright.openapi.files.file_set import FileSet
from typewright.openapi.files.positions import join_pointer
from typewright.openapi.files.source import Source, read_source
from typewright.openapi.lower import lower

Place = tuple[str | int, ...]
OTHERS: tuple[JsonValue, ...] = (None, True, 3, "x", [], {}, [None])
ANYTHING = frozenset({"example", "value", "default", "const", "enum", "examples", "requestBody", "$comment"})
"""Fields below which a value of any type may stand."""
STEP = 11


@cache
def full() -> Source:
    return read_source(Path(__file__).parents[1] / "full_description.yaml", "full.yaml")


@cache
def places() -> tuple[Place, ...]:
    """Return the paths of everything in the description, the root left out."""

    def below(value: JsonValue, path: Place) -> Iterator[Place]:
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, child in children:
            yield (*path, key)
            yield from below(child, (*path, key))

    return tuple(below(full().value, ()))


def at(value: Any, path: Place) -> Any:
    for key in path:
        value = value[key]
    return value


def said_of(place: Place, other: JsonValue) -> list[Diagnostic]:
    """Return what is said where `other` stands at `place`."""
    value: Any = copy.deepcopy(full().value)
    at(value, place[:-1])[place[-1]] = copy.deepcopy(other)
    source = Source("full.yaml", full().text, value, "yaml")
    try:
        with recursion_limit_raised():
            document = Document(FileSet(source))
            api, found = lower(document)
        if any(each.severity is Severity.ERROR for each in found):
            return list(found)
        return list(lint(document, api, found).diagnostics)
    except TypewrightError as fault:
        return list(fault.diagnostics)


def json_kind(value: JsonValue) -> str:
    return "number" if type(value) in (int, float) else type(value).__name__


def is_wrong(place: Place, old: JsonValue, new: JsonValue) -> bool:
    """Whether a value of the type of `new` is beyond doubt wrong where that of `old` is right."""
    of_link = ("links", "L") in pairwise(place) or "links" in place
    keys = {key for key in place[:-1] if isinstance(key, str)}
    if ANYTHING & {*keys, place[-1]} or (of_link and "parameters" in place) or "dependentRequired" in keys:
        return False
    if json_kind(old) == json_kind(new) and not (isinstance(new, list) and new == [None]):
        return False
    is_schema = isinstance(old, dict | bool) and isinstance(new, dict | bool)
    of_type = place[-1] == "type" and isinstance(new, list | str)
    lists_itself = isinstance(old, list) and not new and isinstance(new, list)
    return not (is_schema or of_type or lists_itself or place[-1] in ("dependentRequired", "a", "mapping"))


def is_near(found: Diagnostic, place: Place) -> bool:
    """Whether a message is about a place, what is in it, or the object that it is a field of."""
    pointer, here = join_pointer(place), found.pointer or ""
    return here == pointer or here.startswith(f"{pointer}/") or here == join_pointer(place[:-1])


def hold(place: Place, other: JsonValue) -> str | None:
    """Return what is wrong with what is said of a wrong value, None where all is well."""
    found = said_of(place, other)
    old = at(full().value, place)
    lost = other is None and any(each.code == "E201" for each in found)  # what referred to it says so
    if is_wrong(place, old, other) and not lost and not any(is_near(each, place) for each in found):
        return f"{join_pointer(place)} = {other!r}: {[(each.code, each.pointer) for each in found][:4]}"
    assert all(each.location is not None for each in found)
    return None


def test_the_description_itself_is_fine() -> None:
    found = said_of(("info", "title"), "Pets")
    assert {each.code for each in found if each.severity is not Severity.NOTE} <= {
        "body-without-meaning",
        "missing-operation-id",
        "unused-component",
    }


def test_a_sample_of_wrong_types() -> None:
    pairs = [(place, other) for place in places() for other in OTHERS][::STEP]
    assert len(pairs) > 200
    assert [fault for place, other in pairs if (fault := hold(place, other))] == []


@pytest.mark.nightly
@pytest.mark.parametrize("start", range(1, STEP))
def test_every_wrong_type(start: int) -> None:
    pairs = [(place, other) for place in places() for other in OTHERS][start::STEP]
    assert [fault for place, other in pairs if (fault := hold(place, other))] == []
