"""The credentials of the client."""

from __future__ import annotations

from typing import Optional

from .._runtime.base import Model
from .._runtime.credentials import Credential


class SchemeLogin(Model):
    """A user name and its password."""

    username: Credential
    password: Credential


class SchemeOAuth(Model):
    """A client of the token endpoint."""

    client_id: Credential
    client_secret: Credential
    token_url: Optional[Credential] = None


class Security(Model):
    """The credentials of the client; those that are not given are read from the environment."""

    api_key: Optional[Credential] = None
    login: Optional[SchemeLogin] = None
    token: Optional[Credential] = None
    oauth: Optional[SchemeOAuth] = None
