"""Typed dictionaries that stand for the types of `models.changeop`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .changerequest import ChangeRequestTypedDict


class OperationsChangeRequestTypedDict(TypedDict):
    """Source: `#/paths/~1members~1{id}/put`"""

    id: str

    request_body: ChangeRequestTypedDict
