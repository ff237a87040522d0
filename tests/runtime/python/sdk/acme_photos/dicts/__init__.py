"""The objects of Acme Photos as dictionaries, with the attributes' names as keys."""

from __future__ import annotations

import io
from datetime import date
from typing import IO, Any, Literal

from typing_extensions import NotRequired, TypedDict

from .._runtime.credentials import Credential


class AlbumFilterTypedDict(TypedDict):
    """Which photos an album gathers by itself."""

    taken_after: NotRequired[date]
    camera: NotRequired[str]


class MessageTypedDict(TypedDict):
    """A message of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


class PhotoFileTypedDict(TypedDict):
    """The file of a photo."""

    file_name: str
    content: bytes | IO[bytes] | io.BufferedReader
    content_type: NotRequired[str]


class PhotoDetailsTypedDict(TypedDict):
    """What is known about a photo."""

    camera: NotRequired[str]
    extra: NotRequired[dict[str, Any]]


class SchemeLoginTypedDict(TypedDict):
    """A user name and its password."""

    username: Credential
    password: Credential


class SchemeOAuthTypedDict(TypedDict):
    """A client of the token endpoint."""

    client_id: Credential
    client_secret: Credential
    token_url: NotRequired[Credential]


class SecurityTypedDict(TypedDict):
    """The credentials of the client."""

    api_key: NotRequired[Credential]
    login: NotRequired[SchemeLoginTypedDict]
    token: NotRequired[Credential]
    oauth: NotRequired[SchemeOAuthTypedDict]
