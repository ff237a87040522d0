"""Typed dictionaries that stand for the types of `models.schemelogin`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from typing_extensions import NotRequired

if TYPE_CHECKING:
    from .._runtime import Credential


class SchemeLoginTypedDict(TypedDict):
    """Source: `#/components/securitySchemes/login`"""

    username: Credential

    password: Credential

    client_id: NotRequired[Credential]

    client_secret: NotRequired[Credential]

    token_url: NotRequired[Credential]
