"""The tables of errors on the pages of methods, for all targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from typewright.client import ClientMethod
from typewright.client.error_classes import Key
from typewright.client.errors import error_rows, undescribed_statuses
from typewright.config.options import TargetConfig
from typewright.ir import Ref, TypeExpr, not_null
from typewright.pages.markdown import Table, table
from typewright.pages.prose import one_line

_COLUMNS = ("Error Type", "Status Code", "Content Type", "Fields")


@dataclass(frozen=True, slots=True)
class ErrorTables:
    """Creates the tables of errors of a target.

    `shown` returns the class of the error of a type on a page, given its key if it has a class of its own;
    `data_fields` returns the attributes of its data. `default` is the error of statuses without a described type.
    """

    target: TargetConfig
    default: str
    shown: Callable[[TypeExpr, Key | None, str], str]
    data_fields: Callable[[Key], str]

    def table(self, method: ClientMethod, keys: Iterable[Key], page: str) -> Table:
        """Return the table of a method's errors; a plain one names the fields of their data.

        `keys` are those of the errors that have classes of their own.
        """
        docs = self.target.docs
        columns = _COLUMNS if docs.is_plain else _COLUMNS[:-1]
        rows = [row[: len(columns)] for row in self._rows(method, keys, page)]
        return table(columns, rows, padded=docs.has_padded_tables, plain=docs.is_plain)

    def _rows(self, method: ClientMethod, keys: Iterable[Key], page: str) -> Iterator[tuple[str, str, str, str]]:
        described = {key[1]: key for key in keys}
        for row in error_rows(method.source.errors):
            type_ = not_null(row.type)
            key = described.get(type_.id) if isinstance(type_, Ref) else None
            fields = self.data_fields(key) if key else ""
            shown = self.shown(type_, key, page)
            yield shown, ", ".join(map(one_line, row.statuses)), one_line(row.media_type), fields
        described_bodies = method.source.errors if self.target.answers == "declared" else ()
        if left := undescribed_statuses(described_bodies):
            yield self.default, ", ".join(left), "\\*/\\*", ""
