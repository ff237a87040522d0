"""The base class of records that have one encoding, from which their digests are computed."""

from __future__ import annotations

from msgspec import Struct


class EncodedRecord(Struct, frozen=True, tag=True, tag_field="class", omit_defaults=True):
    """A record of plain values and other such records, which msgspec encodes with the names of their classes.

    Two records of one class have the same encoding only if they are equal: no field has a type with two values that are
    encoded alike. Fields with their default are left out, so that a default need not be a value of JSON.
    """
