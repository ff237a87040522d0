"""Texts that YAML 1.1 reads as timestamps, since they are without quotes (https://yaml.org/type/timestamp.html)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Final

_FORM: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:(?:[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d{1,2}):(?P<second>\d{1,2})(?:\.(?P<fraction>\d{0,9})\d*)?"
    r"(?:[ \t]*(?P<zone>Z|[+-]\d{1,2}(?::?\d\d)?))?)?"
)

_PARTS: Final = ("year", "month", "day", "hour", "minute", "second")


class Timestamp(str):
    """A timestamp as it was written. Its value is the text; pages of the reference show `as_time` instead."""

    __slots__ = ()

    @property
    def as_time(self) -> str:
        """The time in the form `2024-08-15 12:34:56.5 +0000 UTC`; the text itself if there is no such time."""
        found = _FORM.fullmatch(self)
        if found is None:
            return str(self)
        year, month, day, hour, minute, second = (int(found[name] or 0) for name in _PARTS)
        zone = _zone(found["zone"])
        try:
            moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        except ValueError:
            return str(self)
        fraction = (found["fraction"] or "").rstrip("0")
        offset = moment.strftime("%z")
        name = offset if zone.utcoffset(None) else "UTC"
        return f"{moment.replace(tzinfo=None)}{f'.{fraction}' if fraction else ''} {offset} {name}"


def is_timestamp(text: str) -> bool:
    """Return whether YAML 1.1 reads a text without quotes as a timestamp."""
    return _FORM.fullmatch(text) is not None


def _zone(written: str | None) -> timezone:
    """Return the time zone of an offset such as `Z`, `+2` or `-05:30`; UTC if there is none."""
    digits = re.findall(r"\d+", written or "")
    hours, minutes = (digits[0][:2], digits[0][2:] or "".join(digits[1:])) if digits else ("0", "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if (written or "").startswith("-") else offset)
