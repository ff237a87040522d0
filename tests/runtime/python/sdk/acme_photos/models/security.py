"""The credentials of the client."""

from __future__ import annotations

from typing import Optional

from .._runtime.base import Model


class SchemeLogin(Model):
    """A user name and its password."""

    username: str
    password: str


class SchemeOAuth(Model):
    """A client of the token endpoint."""

    client_id: str
    client_secret: str
    token_url: Optional[str] = None


class Security(Model):
    """The credentials of the client; those that are not given are read from the environment."""

    api_key: Optional[str] = None
    login: Optional[SchemeLogin] = None
    token: Optional[str] = None
    oauth: Optional[SchemeOAuth] = None
