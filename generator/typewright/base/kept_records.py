"""Records of the last build of this process in place of equal ones of this build.

What is made of a record can then be kept by its identity, and is found without looking into the record.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from typewright.base.encoded_record import EncodedRecord
from typewright.base.last_build import KeptValues, are_values_kept
from typewright.base.value_digest import encoding_of

Key = TypeVar("Key", bound=Hashable)
Record = TypeVar("Record", bound=EncodedRecord)


class _Kept(Struct, frozen=True):
    """A record and its encoding; None if it has none, so that it equals no other one."""

    record: EncodedRecord
    encoding: bytes | None


_RECORDS: KeptValues[dict[Any, _Kept]] = KeptValues("records")


def with_records_of_last_build(records: Mapping[Key, Record], name: str) -> dict[Key, Record]:
    """Return `records`, each as the object that the last build had for its key, if that is the same down to all parts.

    `name` identifies the mapping among those of a build.
    """
    if not are_values_kept():
        return dict(records)
    last = _RECORDS.find(name) or {}
    kept = {key: _kept(record, last.get(key)) for key, record in records.items()}
    _RECORDS.keep(kept, name)
    return {key: found.record for key, found in kept.items()}  # type: ignore[misc]  # of the same class as `records`


def _kept(record: EncodedRecord, last: _Kept | None) -> _Kept:
    if last is not None and last.record is record:
        return last
    made = _Kept(record, encoding_of(record))
    is_same = last is not None and type(last.record) is type(record) and last.encoding == made.encoding is not None
    return last if is_same and last is not None else made
