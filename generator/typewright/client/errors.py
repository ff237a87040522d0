"""The rows of the error tables of methods."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from typewright.ir import Ref, TypeExpr, not_null
from typewright.surface import ErrorBody


class ErrorRow(Struct, frozen=True):
    """A row of an error table: errors of a method with the same class, media type and first digit of the status."""

    type: TypeExpr
    statuses: tuple[str, ...]
    media_type: str


def error_rows(errors: Iterable[ErrorBody]) -> tuple[ErrorRow, ...]:
    """Return the rows of an error table in document order."""
    rows: dict[tuple[str, str, str], ErrorRow] = {}
    for error in errors:
        type_ = not_null(error.type)
        identity = type_.id if isinstance(type_, Ref) else type_.pointer
        key = (identity, error.media_type, error.status[:1])
        row = rows.get(key)
        statuses = (*row.statuses, error.status) if row else (error.status,)
        rows[key] = ErrorRow(error.type, statuses, error.media_type)
    return tuple(rows.values())


def undescribed_statuses(errors: Iterable[ErrorBody]) -> tuple[str, ...]:
    """Return the ranges of error statuses that are not entirely described; they raise the default error."""
    described = {error.status.upper() for error in errors}
    return () if "DEFAULT" in described else tuple(range_ for range_ in ("4XX", "5XX") if range_ not in described)
