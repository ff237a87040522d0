# Typewright's runtime, copied as it is; its digest is a2da6a1cb7b0e2aa.
"""Security schemes: the source of a credential, and where it is sent (OpenAPI 3.2, "Security Scheme Object")."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .wire_values import is_absent, is_object, text_of

if TYPE_CHECKING:
    from .draft import Draft
    from .protocols import HTTPResponse
    from .signing import SigningContext
    from .transport import Flow

Values = Mapping[str, str]
"""The parts of a credential by name; the only part of a simple one has the empty name."""


class Scheme:
    """A security scheme.

    Attributes:
        field: The attribute of the package's `Security` that holds the credential.
        env: The environment variable of each part.

    """

    parts: ClassVar[tuple[str, ...]] = ("",)
    """The names of the parts that are needed."""
    optional_parts: ClassVar[tuple[str, ...]] = ()
    is_for_one_target: ClassVar[bool] = False
    """Whether a signature holds for the method and URL alone that it was made for."""

    def __init__(
        self, *, field: str = "", env: Mapping[str, str] | None = None
    ) -> None:
        self.field = field
        self.env = env or {}

    def all_parts(self) -> tuple[str, ...]:
        """Return the names of the parts that a credential can have."""
        return (*self.parts, *self.optional_parts)

    def found(self, given: Any) -> dict[str, Any]:
        """Return the parts of a credential as texts, or functions: of those not given, what the environment has.

        A part that is empty counts as not given.
        """
        found = {
            part: self.text(part, part_of(given, part)) for part in self.all_parts()
        }
        return {part: value for part, value in found.items() if value != ""}

    def text(self, part: str, value: Any) -> Any:
        """Return the text of a part, which a secret hides, or a function; for nothing what the environment has."""
        if callable(value):
            return value
        if hasattr(value, "get_secret_value"):
            value = value.get_secret_value()
        if is_absent(value) or value == "":
            return os.environ.get(self.env[part], "") if part in self.env else ""
        return text_of(value)

    def is_complete(self, values: Mapping[str, Any]) -> bool:
        """Return whether all parts that are needed are there."""
        return all(part in values for part in self.parts)

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Add the credential to a request."""
        raise TypeError(f"{type(self).__name__} signs nothing")
        yield

    def is_renewed(
        self,
        response: HTTPResponse,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> bool:
        """Return whether, after a 401, the request is worth signing and sending once more."""
        return False


def part_of(given: Any, part: str) -> Any:
    """Return a part of a credential, which is a text, a pair, a dictionary or an object."""
    if not part or is_absent(given) or isinstance(given, str):
        return given if not part else None
    if is_object(given):
        return given.get(part)
    return getattr(given, part, None)


class APIKey(Scheme):
    """A key in a header field, a query parameter or a cookie."""

    def __init__(
        self,
        location: str,
        name: str,
        *,
        field: str = "",
        env: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(field=field, env=env)
        self.location = location
        self.name = name

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Add the key."""
        key, name = values[""], self.name
        if self.location == "cookie":
            key, name = _cookie_text(key), _cookie_text(name)
        target = {
            "header": draft.signed_headers,
            "query": draft.signed_query,
            "cookie": draft.signed_cookies,
        }
        target[self.location][name] = key
        return
        yield


def _cookie_text(text: str) -> str:
    """Escape what a cookie cannot contain (RFC 6265, section 4.1.1); all else is sent as it is, as servers read it."""
    from urllib.parse import quote

    return re.sub(r'[ ",;\\]|[^\x00-\x7f]', lambda match: quote(match[0]), text)


class Bearer(Scheme):
    """A token as RFC 6750 sends it: `http` with `bearer`, OpenID Connect, and OAuth2 flows that need a browser."""

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Add the token."""
        token = values[""]
        draft.signed_headers["Authorization"] = (
            token if token[:7].lower() == "bearer " else f"Bearer {token}"
        )
        return
        yield


class HTTPScheme(Scheme):
    """Any other scheme of HTTP: its name and a value. A value that begins with the name is sent as it is."""

    def __init__(
        self, scheme: str, *, field: str = "", env: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(field=field, env=env)
        self.scheme = scheme

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Add the value."""
        value = values[""]
        begins = value.lower().startswith(f"{self.scheme.lower()} ")
        draft.signed_headers["Authorization"] = (
            value if begins else f"{self.scheme} {value}"
        )
        return
        yield


class Basic(Scheme):
    """A user name and a password (RFC 7617). The password may be empty."""

    parts = ("username",)
    optional_parts = ("password",)

    def sign(
        self,
        draft: Draft,
        values: Values,
        scopes: tuple[str, ...],
        context: SigningContext,
    ) -> Flow[None]:
        """Add both."""
        from base64 import b64encode

        pair = f"{values['username']}:{values.get('password', '')}"
        draft.signed_headers["Authorization"] = (
            f"Basic {b64encode(pair.encode()).decode()}"
        )
        return
        yield
