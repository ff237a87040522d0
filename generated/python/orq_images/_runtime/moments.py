# Typewright's runtime, copied as it is; its digest is eb2c6d1ac4937ca1.
"""Dates and date-times as JSON has them (RFC 3339), made of pydantic's schemas of `date` and `datetime`."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_DATE_TIME = r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d"
_DATE = r"^\d{4}-\d\d-\d\d$"
_FINER = re.compile(r":(?P<second>[0-5]\d)\.\d{6}\d*[1-9]|(?P<leap>:60)")
"""Fractions below a microsecond and leap seconds, which a `datetime` cannot hold."""


class Moment(datetime.datetime):
    """A `datetime` with the text that it was read from, which is more exact.

    One that is made from it by a calculation has no text.
    """

    text: str | None = None

    @classmethod
    def of(cls, written: str, text: str | None) -> Moment:
        """Return the moment of the ISO 8601 text `written`, read from `text`."""
        moment = cls.fromisoformat(written)
        moment.text = text
        return moment

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, tuple[str, str | None]]:
        """Return the reconstruction with the text, for copies and pickles."""
        return Moment.of, (self.isoformat(), self.text)


def date_time(plain: Any) -> CoreSchema:
    """Return the schema of a date and a time: text in JSON, in Python a `datetime` too."""
    return _moment(datetime.datetime, plain, _DATE_TIME, "a date and a time (RFC 3339)")


def date(plain: Any) -> CoreSchema:
    """Return the schema of a date: text in JSON, in Python a `date` too."""
    return _moment(datetime.date, plain, _DATE, "a date (RFC 3339)")


def _moment(kind: Any, parsed: Any, pattern: str, words: str) -> CoreSchema:
    text: CoreSchema = core_schema.chain_schema(
        [core_schema.str_schema(strict=True, pattern=pattern), parsed]
    )
    if kind is datetime.datetime:
        text = core_schema.no_info_wrap_validator_function(_with_text, text)

    def either(choices: list[CoreSchema | tuple[CoreSchema, str]]) -> CoreSchema:
        return core_schema.union_schema(
            choices,
            mode="left_to_right",
            custom_error_type="moment",
            custom_error_message=f"Input should be {words}",
        )

    return core_schema.json_or_python_schema(
        either([text]),
        either([text, core_schema.is_instance_schema(kind)]),
        serialization=core_schema.wrap_serializer_function_ser_schema(
            _as_read, schema=parsed, when_used="json"
        ),
    )


def _with_text(value: Any, parse: Any) -> Any:
    """Return the moment of a text, with the text if it is more exact than a `datetime`."""
    finer = _FINER.search(value) if isinstance(value, str) else None
    if finer is None:
        return parse(value)
    held = parse(value.replace(":60", ":59", 1) if finer["leap"] else value)
    return Moment.of(held.isoformat(), value)


def _as_read(value: Any, dump: Any) -> Any:
    """Return the text of a moment that was read, else pydantic's serialization."""
    return getattr(value, "text", None) or dump(value)
