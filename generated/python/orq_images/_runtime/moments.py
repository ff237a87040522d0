# Typewright's runtime, copied as it is; its digest is d5a4306cf9aa06d9.
"""Dates and date-times as JSON has them (RFC 3339), made of pydantic's schemas of `date` and `datetime`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_DATE_TIME = r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d"
_DATE = r"^\d{4}-\d\d-\d\d$"


def date_time(plain: Any) -> CoreSchema:
    """Return the schema of a date and a time: text in JSON, in Python a `datetime` too."""
    return _moment(datetime.datetime, plain, _DATE_TIME, "a date and a time (RFC 3339)")


def date(plain: Any) -> CoreSchema:
    """Return the schema of a date: text in JSON, in Python a `date` too."""
    return _moment(datetime.date, plain, _DATE, "a date (RFC 3339)")


def _moment(kind: Any, parsed: Any, pattern: str, words: str) -> CoreSchema:
    text = core_schema.chain_schema(
        [core_schema.str_schema(strict=True, pattern=pattern), parsed]
    )

    def either(choices: list[CoreSchema | tuple[CoreSchema, str]]) -> CoreSchema:
        return core_schema.union_schema(
            choices,
            mode="left_to_right",
            custom_error_type="moment",
            custom_error_message=f"Input should be {words}",
        )

    return core_schema.json_or_python_schema(
        either([text]), either([text, core_schema.is_instance_schema(kind)])
    )
