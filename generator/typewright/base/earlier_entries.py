"""The entries of the tables of the last build of this process, which those of the next one are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typewright.base.recording import RecordedMapping, Recorder, key_text
from typewright.base.sameness import changed_keys


class EarlierEntries:
    """The entries of those tables that have all of them from the beginning."""

    def __init__(self, recorder: Recorder) -> None:
        """Create it of the tables of a recorder."""
        self._tables = _entries(recorder)

    def changed(self, recorder: Recorder) -> dict[str, frozenset[str]]:
        """Return the texts of the keys whose entries may have changed, by the name of the table.

        Nothing is returned for tables that are not known of both builds.
        """
        return {
            name: frozenset(map(key_text, changed_keys(self._tables[name], entries)))
            for name, entries in _entries(recorder).items()
            if name in self._tables
        }


def _entries(recorder: Recorder) -> dict[str, Mapping[Any, Any]]:
    tables = recorder.tables.items()
    found = ((name, table.plain_entries()) for name, table in tables if isinstance(table, RecordedMapping))
    return {name: entries for name, entries in found if entries is not None}
