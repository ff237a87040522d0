"""The credentials of the client."""

from __future__ import annotations

from .._runtime.absence import UNSET, Omissible
from .._runtime.base import Model


class SchemeLogin(Model):
    """A user name and its password."""

    username: str
    password: str


class SchemeOAuth(Model):
    """A client of the token endpoint."""

    client_id: str
    client_secret: str
    token_url: Omissible[str] = UNSET


class Security(Model):
    """The credentials of the client; those that are not given are read from the environment."""

    api_key: Omissible[str] = UNSET
    login: Omissible[SchemeLogin] = UNSET
    token: Omissible[str] = UNSET
    oauth: Omissible[SchemeOAuth] = UNSET
