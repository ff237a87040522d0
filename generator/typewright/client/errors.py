"""The errors that pages of methods list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from typewright.ir import Ref, TypeExpr, not_null
from typewright.surface import ErrorBody


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """Errors of a method that share class, media type and hundred: a line of its table."""

    type: TypeExpr
    statuses: tuple[str, ...]
    media_type: str


def error_rows(errors: Iterable[ErrorBody]) -> tuple[ErrorRow, ...]:
    """Return the lines of an error table in document order."""
    rows: dict[tuple[str, str, str], ErrorRow] = {}
    for error in errors:
        type_ = not_null(error.type)
        identity = type_.id if isinstance(type_, Ref) else type_.pointer
        key = (identity, error.media_type, error.status[:1])
        row = rows.get(key)
        statuses = (*row.statuses, error.status) if row else (error.status,)
        rows[key] = ErrorRow(error.type, statuses, error.media_type)
    return tuple(rows.values())
