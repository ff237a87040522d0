# Typewright's runtime, copied as it is; its digest is 33c06b096f937c81.
"""Dates and date-times (RFC 3339)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


def _moment(kind: Any, parsed: CoreSchema, pattern: str, words: str) -> CoreSchema:
    """Return the schema of a moment: text of this pattern in JSON, in Python an object of this kind too."""
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


class _DateTimeRule:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        parsed = core_schema.datetime_schema()
        return _moment(
            datetime.datetime,
            parsed,
            r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d",
            "a date and a time (RFC 3339)",
        )


class _DateRule:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _moment(
            datetime.date,
            core_schema.date_schema(),
            r"^\d{4}-\d\d-\d\d$",
            "a date (RFC 3339)",
        )


DateTime: TypeAlias = Annotated[datetime.datetime, _DateTimeRule()]
Date: TypeAlias = Annotated[datetime.date, _DateRule()]
