"""The tables of errors on the pages of methods, for all targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.error_classes import Key
from typewright.client.errors import error_rows, undescribed_statuses
from typewright.config.options import TargetConfig
from typewright.ir import Field, Model, ObjectModel, Ref, TypeExpr, not_null
from typewright.pages.markdown import Table, table
from typewright.pages.prose import one_line

_COLUMNS = ("Error Type", "Status Code", "Content Type", "Fields")
Cells: TypeAlias = tuple[str, str, str, str]


class ErrorTables(Struct, frozen=True):
    """Creates the tables of errors of a target.

    `shown` returns the class of the error of a type on a page, given its key if it has a class of its own;
    `data_fields` returns the attributes of its data, those first that not all errors of the method have. `default` is
    the error of statuses without a described type.
    """

    target: TargetConfig
    default: str
    shown: Callable[[TypeExpr, Key | None, str], str]
    data_fields: Callable[[Key, Sequence[Key]], str]

    def table(self, method: ClientMethod, keys: Iterable[Key], page: str) -> Table:
        """Return the table of a method's errors; a plain one names the fields of their data.

        `keys` are those of the errors that have classes of their own.
        """
        docs = self.target.docs
        columns = _COLUMNS if docs.is_plain else _COLUMNS[:-1]
        found = list(self._rows(method, tuple(keys), page))
        rows = [row[: len(columns)] for row in (_joined(found) if docs.is_plain else found)]
        return table(columns, rows, padded=docs.has_padded_tables, plain=docs.is_plain)

    def _rows(self, method: ClientMethod, keys: Sequence[Key], page: str) -> Iterator[Cells]:
        described = {key[1]: key for key in keys}
        for row in error_rows(method.source.errors):
            type_ = not_null(row.type)
            key = described.get(type_.id) if isinstance(type_, Ref) else None
            fields = self.data_fields(key, keys) if key else ""
            shown = self.shown(type_, key, page)
            yield shown, ", ".join(map(one_line, row.statuses)), one_line(row.media_type), fields
        described_bodies = method.source.errors if self.target.answers == "declared" else ()
        if left := undescribed_statuses(described_bodies):
            yield self.default, ", ".join(left), "\\*/\\*", ""


def _joined(rows: Iterable[Cells]) -> Iterator[Cells]:
    """Yield rows of which none differs from another in its statuses alone."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for shown, statuses, media_type, fields in rows:
        found.setdefault((shown, media_type, fields), []).append(statuses)
    for (shown, media_type, fields), ranges in found.items():
        yield shown, ", ".join(ranges), media_type, fields


def telling_first(fields: Sequence[Field], among: Iterable[Key], models: Mapping[str, Model]) -> list[Field]:
    """Return the fields of an error's data, those that fewer of the errors `among` have before others.

    They distinguish one error from another where several extend a common one, such as that of RFC 9457.
    """
    others = [model.fields for _, id_ in among if isinstance(model := models[id_], ObjectModel)]
    counts = Counter(name for own in others for name in {field.name for field in own})
    return sorted(fields, key=lambda field: counts[field.name])
