"""Constants beyond what pydantic's own literals hold."""

from typing import Any

import pytest
from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, core_schema
from runtime.literals import literal

LARGE = 18446744073709551615


class Listed:
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        plain: Any = core_schema.literal_schema([1, LARGE, "auto"])
        schema: CoreSchema = literal(plain)
        return schema


def test_integers_beyond_64_bits_are_listed() -> None:
    listed: TypeAdapter[Any] = TypeAdapter(Listed)
    assert listed.validate_python(LARGE) == LARGE
    assert listed.validate_json(str(LARGE)) == LARGE
    assert listed.dump_json(LARGE) == str(LARGE).encode()
    for refused in (LARGE - 1, True, str(LARGE), -LARGE):
        with pytest.raises(ValidationError):
            listed.validate_python(refused)
