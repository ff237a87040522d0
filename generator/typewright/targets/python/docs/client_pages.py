"""Pages that are about the client itself: global parameters and the configuration of retries."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from typewright.ir import Presence
from typewright.naming.names import Package
from typewright.pages.markdown import table
from typewright.pages.page import Page
from typewright.surface import Surface
from typewright.surface.requests import parameter_field
from typewright.targets.python.docs.fields import FieldRows, columns_and_cells
from typewright.targets.python.docs.views import Head, RetryPage, TablePage, Usage
from typewright.targets.python.language import MODELS
from typewright.targets.python.options import PythonDocs

RETRY_CONFIG = f"{MODELS}/utils/retryconfig.md"
GLOBALS = f"{MODELS}/internal/globals.md"

_COLUMNS = ("Name", "Type", "Description", "Example")
_SETTINGS = (
    ("`strategy`", "`*str*`", "Which strategy to follow.", "`backoff`"),
    ("`backoff`", "[BackoffStrategy](#backoffstrategy)", "How long to wait.", ""),
    ("`retry_connection_errors`", "`*bool*`", "Whether a failed connection counts, too.", "`true`"),
)
_BACKOFF = (
    ("`initial_interval`", "`*int*`", "Milliseconds before the first retry.", "`500`"),
    ("`max_interval`", "`*int*`", "Milliseconds that no wait exceeds.", "`60000`"),
    ("`exponent`", "`*float*`", "By what each wait is longer than the last.", "`1.5`"),
    ("`max_elapsed_time`", "`*int*`", "Milliseconds after which no retry starts.", "`300000`"),
)


class ClientPages(Struct, frozen=True):
    """Creates the pages of a client."""

    surface: Surface
    docs: PythonDocs
    fields: FieldRows

    def pages(self) -> Iterator[Page]:
        """Yield the pages that this client has."""
        if self.surface.api.global_parameters:
            yield Page(f"docs/{GLOBALS}", "python/docs/table.md.jinja", self._globals, "markdown")
        if self.surface.methods:
            yield Page(
                f"docs/{RETRY_CONFIG}",
                "python/docs/retryconfig.md.jinja",
                self._retry_config,
                "markdown",
                subject="retries",
            )

    def _globals(self) -> TablePage:
        """Return the page of the global parameters, which are all optional."""
        given = [parameter_field(parameter) for parameter in self.surface.api.global_parameters]
        optional = [replace(field, presence=Presence.OPTIONAL) for field in given]
        columns, cells = columns_and_cells(self.fields.rows(optional, Package.SHARED, GLOBALS))
        fields = table(columns, cells, padded=self.docs.has_padded_tables, plain=self.docs.is_plain)
        return TablePage(Head("Globals", "", ""), Usage(""), "Fields", fields)

    def _retry_config(self) -> RetryPage:
        settings, backoff = (
            table(_COLUMNS, rows, padded=self.docs.has_padded_tables, plain=self.docs.is_plain)
            for rows in (_SETTINGS, _BACKOFF)
        )
        return RetryPage(settings, backoff, "##" if self.docs.is_plain else "#")
