"""Moments that a `datetime` cannot hold."""

import copy
import datetime
from typing import Any

import pytest
from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, core_schema
from runtime.moments import date_time


class When:
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: CoreSchema = date_time(core_schema.datetime_schema())
        return schema


WHEN: TypeAdapter[Any] = TypeAdapter(When)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-01T10:00:00.123456789Z",
        "2024-05-01T10:00:00.1234567+02:00",
        "2016-12-31T23:59:60Z",
        "2016-12-31t23:59:60.5Z",
    ],
)
def test_what_was_read_goes_back_as_it_came(text: str) -> None:
    for read in (WHEN.validate_python(text), WHEN.validate_json(f'"{text}"')):
        assert isinstance(read, datetime.datetime)
        assert WHEN.dump_json(read) == f'"{text}"'.encode()


def test_copies_keep_the_text() -> None:
    read = WHEN.validate_python("2024-05-01T10:00:00.123456789Z")
    for copied in (copy.deepcopy(read), copy.copy(read)):
        assert WHEN.dump_json(copied) == WHEN.dump_json(read)


def test_a_changed_moment_has_no_text() -> None:
    read = WHEN.validate_python("2024-05-01T10:00:00.123456789Z")
    assert read.microsecond == 123456
    assert WHEN.dump_json(read + datetime.timedelta(seconds=1)) == b'"2024-05-01T10:00:01.123456Z"'
    assert WHEN.dump_json(read.replace(microsecond=0)) == b'"2024-05-01T10:00:00Z"'


def test_other_texts_are_read_as_ever() -> None:
    assert type(WHEN.validate_python("2024-05-01T10:00:00Z")) is datetime.datetime
    with pytest.raises(ValidationError):
        WHEN.validate_python("2024-05-01T10:00:61Z")
