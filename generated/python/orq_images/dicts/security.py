"""Typed dictionaries that stand for the types of `models.security`."""

from __future__ import annotations

from typing import TypedDict

from typing_extensions import NotRequired


class SecurityTypedDict(TypedDict):
    """Source: `#/components/securitySchemes`"""

    api_key: NotRequired[str]
