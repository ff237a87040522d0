"""Typed dictionaries that stand for the types of `models.changerequest`."""

from __future__ import annotations

from typing import TypedDict


class ChangeRequestTypedDict(TypedDict):
    """Source: `#/components/schemas/ChangeRequest`"""

    name: str
