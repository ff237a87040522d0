"""Typed dictionaries that stand for the types of `models.security`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from typing_extensions import NotRequired

if TYPE_CHECKING:
    from .._runtime import Credential


class SecurityTypedDict(TypedDict):
    """Source: `#/components/securitySchemes`"""

    api_key: NotRequired[Credential]
